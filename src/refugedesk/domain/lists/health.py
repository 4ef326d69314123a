"""Health, and what a person needs to leave the house in a fire."""

from __future__ import annotations

from refugedesk.domain.codelists import Code, CodeList
from refugedesk.domain.lists.answers import NOT_ANSWERED, OWN_2026

DISABILITY_KIND = CodeList(
    id="disability_kind",
    title="Kind of disability",
    source="GSS harmonised standard, impairment, 2020",
    codes=(
        Code("mobility", "Mobility"),
        Code("stamina", "Stamina, breathing or fatigue"),
        Code("dexterity", "Dexterity"),
        Code("hearing", "Hearing"),
        Code("vision", "Vision"),
        Code("mental_health", "Mental health"),
        Code("learning", "Learning, understanding or concentrating"),
        Code("memory", "Memory"),
        Code("social_behavioural", "Social or behavioural, such as autism"),
        Code("other", "Other"),
        *NOT_ANSWERED,
    ),
)

ACCESS_NEED = CodeList(
    id="access_need",
    title="Access needs",
    source=OWN_2026,
    codes=(
        Code("step_free", "Step-free way in"),
        Code("wheelchair", "Room for a wheelchair"),
        Code("ground_floor", "Ground floor or a lift"),
        Code("adapted_bathroom", "Adapted bathroom"),
        Code("hearing_loop", "Flashing alarm or hearing loop"),
        Code("carer_space", "Room for a carer"),
        Code("assistance_dog", "Assistance dog"),
        Code("own_kitchen", "Own kitchen or fridge for medicine"),
        Code("quiet", "A quiet place"),
        Code("other", "Other"),
        Code("none", "None"),
        *NOT_ANSWERED,
    ),
)

FIRE_HELP = CodeList(
    id="fire_help",
    title="Help to leave in a fire",
    source=OWN_2026,
    codes=(
        Code("none", "None"),
        Code("woken", "Has to be woken"),
        Code("guided", "Has to be guided"),
        Code("carried", "Has to be carried or helped down the stairs"),
        Code("small_children", "Has more small children than hands"),
        *NOT_ANSWERED,
    ),
)
