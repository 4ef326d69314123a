"""Where a stay leads."""

from __future__ import annotations

from refugedesk.domain.codelists import Code, CodeList

MOVE_ON_DESTINATION = CodeList(
    id="move_on_destination",
    title="Move-on destination",
    source="RefugeDesk, first edition 2026, after the categories councils ask refuges for",
    groups={
        "safe_accommodation": "Other safe accommodation",
        "settled": "Settled home",
        "informal": "Friends or family",
        "returned": "Returned home or to the perpetrator",
        "other_support": "Other support or institution",
        "temporary": "Temporary accommodation",
        "unplanned": "Unplanned, no settled place",
        "other": "Other",
    },
    codes=(
        Code("da_supported", "Domestic abuse supported accommodation", "safe_accommodation"),
        Code("other_refuge", "Another refuge", "safe_accommodation"),
        Code("second_stage", "Second stage accommodation", "safe_accommodation"),
        Code("council_tenancy", "Council tenancy", "settled"),
        Code("housing_association", "Housing association tenancy", "settled"),
        Code("private_tenancy", "Private tenancy", "settled"),
        Code("own_home_safe", "Own home, perpetrator excluded", "settled"),
        Code("friends_family", "Friends or family", "informal"),
        Code("family_home", "Returned to the family home, perpetrator's place not known", "returned"),
        Code("returned_perpetrator", "Returned to the perpetrator", "returned"),
        Code("supported_housing", "Other supported housing", "other_support"),
        Code("temporary_accommodation", "Council temporary accommodation", "temporary"),
        Code("bed_and_breakfast", "Bed and breakfast", "temporary"),
        Code("asylum_accommodation", "Home Office asylum accommodation", "other_support"),
        Code("hospital", "Hospital", "other_support"),
        Code("prison", "Prison", "other_support"),
        Code("abroad", "Left the country", "other"),
        Code("rough_sleeping", "Rough sleeping or no fixed address", "unplanned"),
        Code("evicted", "Asked to leave, destination not known", "unplanned"),
        Code("died", "Died", "other"),
        Code("other", "Other", "other"),
        Code("not_known", "Not known", "unknown"),
        Code("prefer_not_to_say", "Prefer not to say", "declined"),
    ),
)
