"""What happens around a stay: arriving, agreeing, leaving, and what comes after."""

from __future__ import annotations

from refugedesk.domain.codelists import Code, CodeList
from refugedesk.domain.lists.answers import AFTER_COUNCILS, NOT_ANSWERED, OWN_2026

ARRIVAL_STEP = CodeList(
    id="arrival_step",
    title="On arrival",
    source=OWN_2026,
    codes=(
        Code("room", "Room shown"),
        Code("keys", "Keys and fobs given"),
        Code("safety_talk", "Safety talk: telephone, location, who may know"),
        Code("fire", "Ways out and alarm"),
        Code("food", "Food for tonight"),
        Code("bedding", "Bedding, towels, toiletries"),
        Code("medicine", "Medicine for tonight"),
        Code("child_seats", "Cot, child seats, nappies"),
        Code("must_not_know", "Who must not know, written down"),
        Code("phones", "Location turned off on every telephone and tablet"),
    ),
)

CONSENT_GROUND = CodeList(
    id="consent_ground",
    title="Ground for sharing",
    source="UK GDPR, articles 6 and 9; Data Protection Act 2018, schedule 1; worded by RefugeDesk, 2026",
    codes=(
        Code("consent", "The person agreed"),
        Code("vital_interests", "To protect a life"),
        Code("safeguarding_child", "To protect a child"),
        Code("safeguarding_adult", "To protect an adult at risk"),
        Code("crime", "To prevent or solve a crime"),
        Code("court_order", "A court ordered it"),
        Code("legal_duty", "The law requires it"),
        Code("contract", "The service is commissioned to"),
        Code("refused", "The person did not agree: not shared"),
    ),
)

MEMBER_KIND = CodeList(
    id="member_kind",
    title="Who comes along",
    source=OWN_2026,
    codes=(
        Code("adult_dependant", "Adult dependant"),
        Code("carer", "Carer"),
        Code("other_adult", "Another adult"),
        Code("dog", "Dog"),
        Code("cat", "Cat"),
        Code("other_pet", "Another pet"),
    ),
)

EXIT_REASON = CodeList(
    id="exit_reason",
    title="Why the stay ended",
    source=AFTER_COUNCILS,
    codes=(
        Code("moved_on", "Moved on as planned"),
        Code("own_wish", "Left by own wish"),
        Code("unsafe", "The place was no longer safe"),
        Code("transferred", "Moved to another refuge"),
        Code("time_limit", "Time limit reached"),
        Code("funding", "Funding ended"),
        Code("rules", "Asked to leave: licence broken"),
        Code("did_not_return", "Did not come back"),
        Code("hospital_prison", "Hospital or prison"),
        Code("died", "Died"),
        Code("other", "Other"),
        *NOT_ANSWERED,
    ),
)

HELD_UP = CodeList(
    id="held_up",
    title="What held it up",
    source=AFTER_COUNCILS,
    codes=(
        Code("nothing", "Nothing"),
        Code("arrears", "Rent arrears or debt"),
        Code("guarantor", "No guarantor or deposit"),
        Code("affordability", "Could not be afforded"),
        Code("large_home", "Three or four bedrooms needed"),
        Code("adapted_home", "Adapted home needed"),
        Code("one_offer", "One offer only, not suitable"),
        Code("area_unsafe", "Areas that are not safe"),
        Code("local_connection", "Local connection asked for"),
        Code("documents", "Documents"),
        Code("immigration", "Immigration status"),
        Code("benefits", "Waiting for benefits"),
        Code("school", "School places"),
        Code("support_needs", "Support needs"),
        Code("court", "Waiting for a court"),
        Code("supply", "No homes to be had"),
        Code("other", "Other"),
    ),
)

NEEDS_MET = CodeList(
    id="needs_met",
    title="Needs met",
    source=AFTER_COUNCILS,
    codes=(
        Code("all", "All"),
        Code("most", "Most"),
        Code("some", "Some"),
        Code("none", "None"),
        *NOT_ANSWERED,
    ),
)

CHECK_IN_AT = CodeList(
    id="check_in_at",
    title="Aftercare contact",
    source=AFTER_COUNCILS,
    codes=(
        Code("1_month", "About 1 month after"),
        Code("3_months", "About 3 months after"),
        Code("6_months", "About 6 months after"),
        Code("other", "At another time"),
    ),
)

AFTERCARE_SUPPORT = CodeList(
    id="aftercare_support",
    title="Support given",
    source=OWN_2026,
    codes=(
        Code("listening", "Listening"),
        Code("safety", "Safety"),
        Code("housing", "Tenancy and home"),
        Code("money", "Money and benefits"),
        Code("legal", "Court and legal"),
        Code("children", "Children and school"),
        Code("health", "Health"),
        Code("group", "Group"),
        Code("signposted", "Signposted elsewhere"),
        Code("none", "None needed"),
    ),
)
