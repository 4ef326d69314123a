"""Who a person is, in their own words where they say so."""

from __future__ import annotations

from refugedesk.domain.codelists import Code, CodeList

SEX = CodeList(
    id="sex",
    title="Sex",
    source="GSS harmonised standard, sex, 2019, with intersex added",
    codes=(
        Code("female", "Female"),
        Code("male", "Male"),
        Code("intersex", "Intersex"),
        Code("not_known", "Not known", "unknown"),
        Code("prefer_not_to_say", "Prefer not to say", "declined"),
        Code("not_asked", "Not asked", "not_asked"),
    ),
)

GENDER = CodeList(
    id="gender",
    title="Gender",
    source="GSS harmonised standard, gender identity, 2021",
    groups={
        "same": "Same as registered at birth",
        "trans": "Trans, non-binary or another gender",
    },
    codes=(
        Code("same_as_birth", "Same as registered at birth", "same"),
        Code("trans_woman", "Trans woman", "trans"),
        Code("trans_man", "Trans man", "trans"),
        Code("non_binary", "Non-binary", "trans"),
        Code("other", "Another gender", "trans"),
        Code("not_known", "Not known", "unknown"),
        Code("prefer_not_to_say", "Prefer not to say", "declined"),
        Code("not_asked", "Not asked", "not_asked"),
    ),
)

ETHNICITY = CodeList(
    id="ethnicity",
    title="Ethnic group",
    source="GSS harmonised standard, ethnic group, England and Wales, Census 2021 edition",
    groups={
        "white": "White",
        "mixed": "Mixed or multiple ethnic groups",
        "asian": "Asian or Asian British",
        "black": "Black, Black British, Caribbean or African",
        "other": "Other ethnic group",
    },
    codes=(
        Code("white_british", "White: English, Welsh, Scottish, Northern Irish or British", "white"),
        Code("white_irish", "White: Irish", "white"),
        Code("white_gypsy_traveller", "White: Gypsy or Irish Traveller", "white"),
        Code("white_roma", "White: Roma", "white"),
        Code("white_other", "White: any other background", "white"),
        Code("mixed_white_black_caribbean", "Mixed: White and Black Caribbean", "mixed"),
        Code("mixed_white_black_african", "Mixed: White and Black African", "mixed"),
        Code("mixed_white_asian", "Mixed: White and Asian", "mixed"),
        Code("mixed_other", "Mixed: any other background", "mixed"),
        Code("asian_indian", "Asian: Indian", "asian"),
        Code("asian_pakistani", "Asian: Pakistani", "asian"),
        Code("asian_bangladeshi", "Asian: Bangladeshi", "asian"),
        Code("asian_chinese", "Asian: Chinese", "asian"),
        Code("asian_other", "Asian: any other background", "asian"),
        Code("black_african", "Black: African", "black"),
        Code("black_caribbean", "Black: Caribbean", "black"),
        Code("black_other", "Black: any other background", "black"),
        Code("arab", "Arab", "other"),
        Code("other", "Any other ethnic group", "other"),
        Code("not_known", "Not known", "unknown"),
        Code("prefer_not_to_say", "Prefer not to say", "declined"),
        Code("not_asked", "Not asked", "not_asked"),
    ),
)

RELIGION = CodeList(
    id="religion",
    title="Religion or belief",
    source="GSS harmonised standard, religion, Census 2021 edition, with denominations councils ask for",
    groups={
        "none": "No religion",
        "christian": "Christian",
        "buddhist": "Buddhist",
        "hindu": "Hindu",
        "jewish": "Jewish",
        "muslim": "Muslim",
        "sikh": "Sikh",
        "other": "Any other religion or belief",
    },
    codes=(
        Code("none", "No religion", "none"),
        Code("christian", "Christian (denomination not stated)", "christian"),
        Code("church_of_england", "Church of England", "christian"),
        Code("roman_catholic", "Roman Catholic", "christian"),
        Code("buddhist", "Buddhist", "buddhist"),
        Code("hindu", "Hindu", "hindu"),
        Code("jewish", "Jewish", "jewish"),
        Code("muslim", "Muslim", "muslim"),
        Code("sikh", "Sikh", "sikh"),
        Code("other", "Any other religion or belief", "other"),
        Code("not_known", "Not known", "unknown"),
        Code("prefer_not_to_say", "Prefer not to say", "declined"),
        Code("not_asked", "Not asked", "not_asked"),
    ),
)

SEXUAL_ORIENTATION = CodeList(
    id="sexual_orientation",
    title="Sexual orientation",
    source="GSS harmonised standard, sexual orientation, 2021",
    groups={
        "heterosexual": "Straight or heterosexual",
        "lgb": "Gay, lesbian, bisexual or another orientation",
    },
    codes=(
        Code("heterosexual", "Straight or heterosexual", "heterosexual"),
        Code("gay_man", "Gay man", "lgb"),
        Code("lesbian", "Gay woman or lesbian", "lgb"),
        Code("bisexual", "Bisexual", "lgb"),
        Code("other", "Other sexual orientation", "lgb"),
        Code("not_known", "Not known", "unknown"),
        Code("prefer_not_to_say", "Prefer not to say", "declined"),
        Code("not_asked", "Not asked", "not_asked"),
    ),
)

YES_NO = CodeList(
    id="yes_no",
    title="Yes or no",
    source="RefugeDesk: yes, no and the three non-answers",
    codes=(
        Code("yes", "Yes"),
        Code("no", "No"),
        Code("not_known", "Not known", "unknown"),
        Code("prefer_not_to_say", "Prefer not to say", "declined"),
        Code("not_asked", "Not asked", "not_asked"),
    ),
)
