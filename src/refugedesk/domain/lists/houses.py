"""Units, and why one stands empty."""

from __future__ import annotations

from refugedesk.domain.codelists import Code, CodeList

ACCOMMODATION_TYPE = CodeList(
    id="accommodation_type",
    title="Type of accommodation",
    source="Domestic Abuse Act 2021, Part 4, and its statutory guidance: relevant accommodation",
    groups={
        "relevant": "Relevant accommodation under the Act",
    },
    codes=(
        Code("refuge", "Refuge", "relevant"),
        Code("specialist", "Specialist safe accommodation", "relevant"),
        Code("dispersed_full", "Dispersed: self-contained, full support", "relevant"),
        Code("dispersed_semi", "Dispersed: self-contained, semi-independent", "relevant"),
        Code("sanctuary", "Sanctuary scheme", "relevant"),
        Code("second_stage", "Move-on or second stage", "relevant"),
        Code("other_emergency", "Other designated domestic abuse emergency accommodation", "relevant"),
    ),
)

UNIT_LAYOUT = CodeList(
    id="unit_layout",
    title="Layout",
    source="RefugeDesk, first edition 2026, after the categories councils ask refuges for",
    codes=(
        Code("shared", "Shared facilities"),
        Code("self_contained", "Self-contained"),
        Code("standalone", "Stand-alone property"),
    ),
)

VOID_REASON = CodeList(
    id="void_reason",
    title="Why a unit is empty",
    source="RefugeDesk, first edition 2026, after the categories councils ask refuges for",
    codes=(
        Code("cleaning", "Cleaning and turnaround"),
        Code("repair", "Repairs"),
        Code("awaiting_referral", "Ready, no suitable referral"),
        Code("held", "Held for a referral"),
        Code("staffing", "Staffing"),
        Code("infection_control", "Infection control"),
        Code("out_of_use", "Out of use"),
    ),
)

FUNDING = CodeList(
    id="funding",
    title="Who pays for the unit",
    source="RefugeDesk, first edition 2026, after the categories councils ask refuges for",
    codes=(
        Code("commissioned", "Commissioned by the council"),
        Code("temporary", "Grant or pilot for a time"),
        Code("charitable", "Charity"),
    ),
)

BY_AND_FOR = CodeList(
    id="by_and_for",
    title="By and for",
    source="Domestic Abuse Commissioner, A patchwork of provision, 2022: by and for services",
    codes=(
        Code("none", "Open to all"),
        Code("black_minoritised", "Black and minoritised people"),
        Code("south_asian", "South Asian people"),
        Code("latin_american", "Latin American people"),
        Code("jewish", "Jewish people"),
        Code("muslim", "Muslim people"),
        Code("lgbt", "LGBT+ people"),
        Code("deaf_disabled", "Deaf or disabled people"),
        Code("older", "Older people"),
        Code("young", "Young people"),
        Code("men", "Men"),
        Code("other", "Another community"),
    ),
)
