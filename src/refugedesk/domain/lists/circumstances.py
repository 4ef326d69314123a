"""Where a person lived, what she lives on, and how she stands with the council and the Home Office."""

from __future__ import annotations

from refugedesk.domain.codelists import Code, CodeList
from refugedesk.domain.lists.answers import AFTER_COUNCILS, NOT_ANSWERED, OWN_2026

EARLIER_ACCOMMODATION = CodeList(
    id="earlier_accommodation",
    title="Home before",
    source="After MHCLG, statutory homelessness (H-CLIC), accommodation at time of application, 2023",
    groups={
        "owned": "Owned home",
        "rented": "Rented home",
        "informal": "Friends or family",
        "temporary": "Temporary or supported",
        "institution": "Institution",
        "none": "No home",
        "other": "Other",
    },
    codes=(
        Code("owner_occupier", "Own home or shared ownership", "owned"),
        Code("council_tenancy", "Council tenancy", "rented"),
        Code("housing_association", "Housing association tenancy", "rented"),
        Code("private_tenancy", "Private tenancy", "rented"),
        Code("tied_accommodation", "Home that came with work", "rented"),
        Code("family_home", "Living with family", "informal"),
        Code("friends", "Living with friends", "informal"),
        Code("other_refuge", "Another refuge", "temporary"),
        Code("temporary_accommodation", "Council temporary accommodation", "temporary"),
        Code("bed_and_breakfast", "Bed and breakfast", "temporary"),
        Code("supported_housing", "Supported housing or hostel", "temporary"),
        Code("asylum_accommodation", "Home Office asylum accommodation", "temporary"),
        Code("hospital", "Hospital", "institution"),
        Code("prison", "Prison", "institution"),
        Code("care", "Care placement or leaving care", "institution"),
        Code("rough_sleeping", "Rough sleeping or no fixed address", "none"),
        Code("abroad", "Abroad", "other"),
        Code("other", "Other", "other"),
        *NOT_ANSWERED,
    ),
)

REASON_FOR_LEAVING = CodeList(
    id="reason_for_leaving",
    title="Why the home was left",
    source="After MHCLG, statutory homelessness (H-CLIC), reasons for loss of settled home, 2023",
    groups={
        "abuse": "Domestic abuse",
        "violence": "Other violence or harassment",
        "housing": "Housing",
        "other": "Other",
    },
    codes=(
        Code("abuse_partner", "Abuse by a partner or former partner", "abuse"),
        Code("abuse_family", "Abuse by family", "abuse"),
        Code("abuse_other", "Abuse by somebody else close", "abuse"),
        Code("forced_marriage_honour", "Forced marriage or so-called honour", "abuse"),
        Code("earlier_place_unsafe", "The earlier safe place was no longer safe", "abuse"),
        Code("other_violence", "Other violence", "violence"),
        Code("harassment", "Racist or other harassment", "violence"),
        Code("end_of_placement", "The earlier placement ended", "housing"),
        Code("eviction", "Eviction or end of tenancy", "housing"),
        Code("asked_to_leave", "Family or friends could no longer keep them", "housing"),
        Code("left_institution", "Left hospital, prison or care", "other"),
        Code("other", "Other", "other"),
        *NOT_ANSWERED,
    ),
)

ECONOMIC_STATUS = CodeList(
    id="economic_status",
    title="Work",
    source="GSS harmonised standard, economic activity, 2022",
    groups={"working": "Working", "looking": "Looking for work", "inactive": "Not looking for work"},
    codes=(
        Code("full_time", "Working full time", "working"),
        Code("part_time", "Working part time", "working"),
        Code("self_employed", "Self-employed", "working"),
        Code("zero_hours", "Zero hours or casual work", "working"),
        Code("leave", "On maternity, parental or sick leave", "working"),
        Code("training", "Government training or apprenticeship", "working"),
        Code("seeking_work", "Looking for work", "looking"),
        Code("student", "Full-time student", "inactive"),
        Code("home_family", "Looking after home or family", "inactive"),
        Code("sick_disabled", "Long-term sick or disabled", "inactive"),
        Code("retired", "Retired", "inactive"),
        Code("not_permitted", "Not allowed to work", "inactive"),
        Code("other", "Other", "inactive"),
        *NOT_ANSWERED,
    ),
)

INCOME = CodeList(
    id="income",
    title="Income and benefits",
    source="DWP, benefits in payment, 2026, with other income",
    groups={"earned": "Earned", "benefit": "Benefits", "support": "Other support", "none": "None"},
    codes=(
        Code("wages", "Wages", "earned"),
        Code("self_employment", "Self-employment", "earned"),
        Code("universal_credit", "Universal Credit", "benefit"),
        Code("housing_benefit", "Housing Benefit", "benefit"),
        Code("child_benefit", "Child Benefit", "benefit"),
        Code("pip", "Personal Independence Payment", "benefit"),
        Code("dla_child", "Disability Living Allowance for a child", "benefit"),
        Code("esa", "Employment and Support Allowance", "benefit"),
        Code("jsa", "Jobseeker's Allowance", "benefit"),
        Code("carers_allowance", "Carer's Allowance", "benefit"),
        Code("maternity", "Maternity Allowance or Sure Start grant", "benefit"),
        Code("state_pension", "State Pension or Pension Credit", "benefit"),
        Code("maintenance", "Child maintenance", "support"),
        Code("section_17", "Support under section 17, Children Act 1989", "support"),
        Code("asylum_support", "Asylum support", "support"),
        Code("student_finance", "Student finance", "support"),
        Code("family_support", "Help from family or friends", "support"),
        Code("charity", "Charity grant", "support"),
        Code("other", "Other", "support"),
        Code("none", "No income", "none"),
        *NOT_ANSWERED,
    ),
)

CLAIM_STATE = CodeList(
    id="claim_state",
    title="How far a claim is",
    source=OWN_2026,
    codes=(
        Code("claimed", "Claimed, waiting"),
        Code("in_payment", "In payment"),
        Code("refused", "Turned down"),
        Code("appealed", "Being looked at again"),
        Code("ended", "Ended"),
    ),
)

HOMELESSNESS_STAGE = CodeList(
    id="homelessness_stage",
    title="Homelessness application",
    source="Housing Act 1996, Part 7, as amended by the Homelessness Reduction Act 2017; MHCLG H-CLIC stages, 2023",
    groups={"open": "Under way", "owed": "Duty owed", "closed": "Closed"},
    codes=(
        Code("not_applied", "No application", "closed"),
        Code("applied", "Applied, being looked into", "open"),
        Code("interim", "Interim duty (section 188)", "owed"),
        Code("prevention", "Prevention duty (section 195)", "owed"),
        Code("relief", "Relief duty (section 189B)", "owed"),
        Code("main", "Main duty (section 193)", "owed"),
        Code("referred_on", "Referred to another council (section 198)", "open"),
        Code("review", "Decision under review (section 202)", "open"),
        Code("not_homeless", "Found not homeless", "closed"),
        Code("not_eligible", "Found not eligible", "closed"),
        Code("no_priority", "No priority need", "closed"),
        Code("intentional", "Found intentionally homeless", "closed"),
        Code("ended", "Duty ended", "closed"),
        *NOT_ANSWERED,
    ),
)

MARITAL_STATUS = CodeList(
    id="marital_status",
    title="Marital or civil partnership status",
    source="GSS harmonised standard, marital or civil partnership status, 2022",
    groups={"single": "Single", "partnered": "Married or in a civil partnership", "former": "Separated or former"},
    codes=(
        Code("never", "Never married or in a civil partnership", "single"),
        Code("married", "Married", "partnered"),
        Code("civil_partnership", "In a civil partnership", "partnered"),
        Code("religious_marriage", "Religious marriage only", "partnered"),
        Code("cohabiting", "Living as a couple", "partnered"),
        Code("separated", "Separated", "former"),
        Code("divorced", "Divorced or partnership dissolved", "former"),
        Code("widowed", "Widowed or surviving partner", "former"),
        *NOT_ANSWERED,
    ),
)

SPOKEN_ENGLISH = CodeList(
    id="spoken_english",
    title="Spoken English",
    source="ONS, Census 2021 edition, proficiency in English",
    codes=(
        Code("main_language", "Main language"),
        Code("very_well", "Very well"),
        Code("well", "Well"),
        Code("not_well", "Not well"),
        Code("not_at_all", "Not at all"),
        *NOT_ANSWERED,
    ),
)

FORMAT_NEED = CodeList(
    id="format_need",
    title="How information is wanted",
    source="NHS England, Accessible Information Standard, 2025",
    codes=(
        Code("easy_read", "Easy read"),
        Code("large_print", "Large print"),
        Code("braille", "Braille"),
        Code("audio", "Audio"),
        Code("spoken", "Read aloud and explained"),
        Code("bsl", "British Sign Language"),
        Code("text_message", "Text message"),
        Code("translated", "Translated"),
        Code("none", "Nothing special"),
        *NOT_ANSWERED,
    ),
)

IMMIGRATION_STATUS = CodeList(
    id="immigration_status",
    title="Immigration status",
    source="Home Office, categories of leave, 2026",
    groups={
        "settled": "British, Irish or settled",
        "leave": "Leave for a time",
        "asylum": "Asylum",
        "none": "Without leave",
    },
    codes=(
        Code("british_irish", "British or Irish citizen", "settled"),
        Code("settled", "Settled or indefinite leave", "settled"),
        Code("pre_settled", "Pre-settled", "leave"),
        Code("spouse_visa", "Partner or spouse visa", "leave"),
        Code("student_visa", "Student visa", "leave"),
        Code("work_visa", "Work or health and care visa", "leave"),
        Code("dependant_visa", "Dependant of a student or worker", "leave"),
        Code("visitor", "Visitor visa", "leave"),
        Code("refugee", "Refugee or humanitarian protection", "leave"),
        Code("mvdac", "Migrant victims of domestic abuse concession", "leave"),
        Code("ukraine_hong_kong", "Ukraine or Hong Kong route", "leave"),
        Code("other_leave", "Other leave to remain", "leave"),
        Code("asylum_seeker", "Waiting for an asylum decision", "asylum"),
        Code("asylum_refused", "Asylum turned down", "asylum"),
        Code("overstayed", "Leave has run out", "none"),
        Code("no_leave", "No leave", "none"),
        *NOT_ANSWERED,
    ),
)

CONTACT_METHOD = CodeList(
    id="contact_method",
    title="How to get in touch safely",
    source=OWN_2026,
    codes=(
        Code("call", "Call"),
        Code("text", "Text message"),
        Code("email", "Email"),
        Code("app", "Messaging app"),
        Code("through_worker", "Through another worker"),
        Code("in_person", "In person only"),
        Code("none", "No safe way"),
    ),
)

WHO_FROM = CodeList(
    id="yes_no_preference",
    title="Whether a woman is wanted",
    source=AFTER_COUNCILS,
    codes=(
        Code("woman", "A woman, please"),
        Code("man", "A man, please"),
        Code("either", "Either"),
        *NOT_ANSWERED,
    ),
)
