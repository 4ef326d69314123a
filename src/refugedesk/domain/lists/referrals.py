"""How a household came to the service, and what came of it."""

from __future__ import annotations

from refugedesk.domain.codelists import Code, CodeList

REFERRAL_SOURCE = CodeList(
    id="referral_source",
    title="Source of referral",
    source="RefugeDesk, first edition 2026, after the categories councils ask refuges for",
    groups={
        "self": "Self",
        "helpline": "Helpline",
        "da_service": "Refuge or domestic abuse service",
        "police": "Police",
        "council": "Council",
        "health": "Health service",
        "justice": "Justice or probation",
        "education": "School or nursery",
        "friend_family": "Friend or family",
        "employer": "Employer",
        "voluntary": "Voluntary, faith or community",
        "other": "Other",
    },
    codes=(
        Code("self", "Self", "self", also="herself himself"),
        Code(
            "national_helpline",
            "National domestic abuse helpline or Women's Aid national",
            "helpline",
            also="womens aid NDAH refuge line 24 hour",
        ),
        Code("local_helpline", "Local helpline", "helpline"),
        Code("other_refuge", "Another refuge or domestic abuse service", "da_service", also="DA service"),
        Code("idva", "IDVA or outreach service", "da_service", also="independent advocate adviser"),
        Code("marac", "MARAC", "da_service"),
        Code("police", "Police", "police", also="constable officer 999 custody"),
        Code(
            "council_housing",
            "Council housing or homelessness team",
            "council",
            also="LA homeless options local authority",
        ),
        Code(
            "council_social_care",
            "Children's or adult social care",
            "council",
            also="social worker services SSD early help",
        ),
        Code(
            "gp_health",
            "GP, midwife, hospital or other health service",
            "health",
            also="doctor nurse A&E ward health visitor surgery",
        ),
        Code("mental_health", "Mental health service", "health", also="CMHT crisis team psychiatric"),
        Code("substance_service", "Drug or alcohol service", "health", also="rehab detox"),
        Code("probation", "Probation or prison", "justice"),
        Code("solicitor", "Solicitor or court", "justice", also="lawyer legal"),
        Code("school", "School or nursery", "education", also="teacher college headteacher"),
        Code(
            "friend_family",
            "Friend or family",
            "friend_family",
            also="mother mum sister brother aunt neighbour relative",
        ),
        Code("employer", "Employer", "employer", also="manager boss colleague"),
        Code(
            "faith_community", "Faith or community group", "voluntary", also="church mosque temple gurdwara imam priest"
        ),
        Code("voluntary", "Other voluntary agency", "voluntary"),
        Code("other", "Other", "other"),
        Code("not_known", "Not known", "unknown"),
    ),
)

REFERRAL_OUTCOME = CodeList(
    id="referral_outcome",
    title="Outcome of referral",
    source="RefugeDesk, first edition 2026, after the categories councils ask refuges for",
    codes=(
        Code("accepted", "Accepted"),
        Code("not_accepted", "Did not go ahead"),
        Code("withdrawn", "Withdrawn before a decision"),
        Code("pending", "Waiting for a decision"),
    ),
)

REFUSAL_REASON = CodeList(
    id="refusal_reason",
    title="Why a referral did not go ahead",
    source="RefugeDesk, first edition 2026, after the categories councils ask refuges for",
    groups={
        "capacity": "No capacity",
        "not_suitable": "No suitable unit",
        "needs": "Needs could not be met",
        "ineligible": "Outside what the service may offer",
        "safety": "Not safe",
        "survivor": "Person chose otherwise or was not reached",
        "other": "Other",
    },
    codes=(
        Code("full", "No space", "capacity", also="full beds rooms"),
        Code("no_staff_capacity", "No staff capacity", "capacity"),
        Code("waiting_list", "Placed on a waiting list", "capacity"),
        Code("no_unit_right_size", "No unit of the right size", "not_suitable", also="too many children large family"),
        Code("no_accessible_unit", "No accessible unit", "not_suitable", also="wheelchair stairs ground floor"),
        Code("shared_not_suitable", "Shared accommodation not suitable", "not_suitable"),
        Code("no_unit_for_men", "No unit for men", "not_suitable"),
        Code("older_boys", "Older male children, no suitable unit", "not_suitable", also="teenage son boy"),
        Code("pets", "Pets, no suitable unit", "not_suitable", also="dog cat animal"),
        Code("mental_health_needs", "Mental health needs cannot be met", "needs"),
        Code("substance_needs", "Drug or alcohol needs cannot be met", "needs", also="drinking addiction"),
        Code("care_needs", "Care needs cannot be met", "needs"),
        Code("language_needs", "Language needs cannot be met", "needs", also="interpreter"),
        Code("no_recourse", "No recourse to public funds", "ineligible", also="NRPF immigration visa"),
        Code("not_domestic_abuse", "Not domestic abuse", "ineligible"),
        Code("outside_remit", "Outside the service's remit", "ineligible"),
        Code("unsafe_location", "Location unsafe", "safety", also="too close near perpetrator"),
        Code("risk_to_others", "Risk to other residents", "safety", also="arson violence"),
        Code("declined_location", "Person chose otherwise: location", "survivor", also="too far away distance"),
        Code("declined_shared", "Person chose otherwise: shared living", "survivor"),
        Code("declined_cost", "Person chose otherwise: cost", "survivor", also="rent money afford"),
        Code("found_elsewhere", "Person found another place", "survivor", also="went accepted other refuge"),
        Code("returned", "Person returned to the perpetrator", "survivor", also="went back partner"),
        Code("no_contact", "We could not reach the person", "survivor", also="no answer rang phone voicemail"),
        Code(
            "declined_other",
            "Person chose otherwise: other or not stated",
            "survivor",
            also="changed mind declined refused",
        ),
        Code("other", "Other", "other"),
    ),
)

RISK_LEVEL = CodeList(
    id="risk_level",
    title="Risk level",
    source="RefugeDesk, first edition 2026, after the categories councils ask refuges for",
    codes=(
        Code("standard", "Standard"),
        Code("medium", "Medium"),
        Code("high", "High"),
        Code("not_assessed", "Not assessed", "not_asked"),
        Code("not_known", "Not known", "unknown"),
    ),
)

REFERRAL_ROUTE = CodeList(
    id="referral_route",
    title="How it came in",
    source="RefugeDesk, first edition 2026",
    codes=(
        Code("telephone", "Telephone"),
        Code("email", "Secure email"),
        Code("form", "Referral form"),
        Code("in_person", "In person"),
        Code("directory", "National directory"),
        Code("meeting", "At a meeting"),
        Code("other", "Other"),
    ),
)

RISK_TOOL = CodeList(
    id="risk_tool",
    title="How risk was assessed",
    source="RefugeDesk, first edition 2026",
    codes=(
        Code("dash", "DASH or Domestic Abuse, Stalking and Honour-based Violence checklist"),
        Code("dara", "DARA, the police's"),
        Code("s_dash", "Stalking checklist"),
        Code("men", "A checklist for men"),
        Code("young_people", "Young people's checklist"),
        Code("barnardos", "Domestic violence risk identification matrix for children"),
        Code("judgement", "Professional judgement alone"),
        Code("other", "Other"),
        Code("not_known", "Not known", "unknown"),
        Code("not_asked", "Not asked", "not_asked"),
    ),
)

MARAC_STATE = CodeList(
    id="marac_state",
    title="MARAC",
    source="SafeLives, MARAC guidance, 2024; worded by RefugeDesk",
    codes=(
        Code("no", "Not referred"),
        Code("referred", "Referred, not heard yet"),
        Code("heard", "Heard"),
        Code("repeat", "Heard again within 12 months"),
        Code("transferred", "Passed on from another MARAC"),
        Code("not_known", "Not known", "unknown"),
        Code("prefer_not_to_say", "Prefer not to say", "declined"),
        Code("not_asked", "Not asked", "not_asked"),
    ),
)

MOVED_IN = CodeList(
    id="moved_in",
    title="Did they move in",
    source="RefugeDesk, first edition 2026",
    codes=(
        Code("yes", "Yes, they moved in"),
        Code("no", "No, they did not come"),
        Code("not_known", "Not known yet", "unknown"),
        Code("prefer_not_to_say", "Prefer not to say", "declined", is_retired=True),
        Code("not_asked", "Not asked", "not_asked", is_retired=True),
    ),
)
"""It says what happened, not what somebody answered: of the three non-answers one makes sense, and two only read."""

NOT_MOVED_IN_REASON = CodeList(
    id="not_moved_in_reason",
    title="Why nobody moved in",
    source="RefugeDesk, first edition 2026, after the categories councils ask refuges for",
    groups={
        "service": "We could not",
        "survivor": "The person chose otherwise",
        "not_reached": "We could not reach them",
    },
    codes=(
        Code("unit_lost", "The unit was no longer free", "service"),
        Code("unsafe_found", "Found to be unsafe after all", "service"),
        Code("transport", "No way to get here", "service"),
        Code("elsewhere", "Found another place", "survivor"),
        Code("stayed", "Stayed where they were", "survivor"),
        Code("sanctuary", "Chose security at home", "survivor"),
        Code("returned", "Returned to the perpetrator", "survivor"),
        Code("changed_mind", "Chose otherwise, reason not stated", "survivor"),
        Code("no_contact", "Could not be reached", "not_reached"),
        Code("did_not_arrive", "Did not arrive", "not_reached"),
    ),
)

SIGNPOSTED_TO = CodeList(
    id="signposted_to",
    title="Signposted to",
    source="RefugeDesk, first edition 2026",
    codes=(
        Code("national_helpline", "National helpline"),
        Code("other_refuge", "Another refuge"),
        Code("outreach", "Outreach or IDVA"),
        Code("council_housing", "Council housing or homelessness team"),
        Code("social_care", "Social care"),
        Code("police", "Police"),
        Code("health", "GP, hospital or sexual assault centre"),
        Code("sanctuary", "Security at home (sanctuary scheme)"),
        Code("men_helpline", "Men's helpline"),
        Code("lgbt_service", "LGBT+ service"),
        Code("by_and_for", "By and for service"),
        Code("immigration_advice", "Immigration advice"),
        Code("legal_advice", "Legal advice"),
        Code("pet_fostering", "Pet fostering"),
        Code("perpetrator_service", "Service for people who harm"),
        Code("other", "Other"),
        Code("none", "Nowhere"),
    ),
)
