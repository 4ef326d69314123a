"""Which sheet of the workbook a table stands on: one a theme, in this order, then whatever else there is."""

from __future__ import annotations

from collections.abc import Iterable

from refugedesk.reporting.tables import PrintedTable, Shape

OTHER = "Other"

THEMES: dict[str, tuple[str, ...]] = {
    "Flow and people": ("flow", "people_supported", "children_supported", "starts_by_month"),
    "Referrals": ("referrals_by_month", "referrals_by_source", "referrals_by_risk", "refusals", "refusal_reasons"),
    "Who came": (
        *("age", "sex", "gender", "ethnicity_group", "ethnicity", "religion", "sexual_orientation"),
        *("disabled", "pregnant", "no_recourse", "interpreter_needed"),
    ),
    "Where from": ("origin", "origin_ward"),
    "Children": (
        *("children_per_resident", "children_age", "children_sex", "children_status_at_start"),
        *("children_known", "age_by_children"),
    ),
    "Needs": ("needs", "needs_mentions", "needs_per_resident", "age_by_mental_health"),
    "Abuse": ("abuse",),
    "Stays and move-on": ("length_of_stay", "move_on_group", "move_on", "move_on_authority", "planned"),
    "Occupancy": ("occupancy",),
    "Activity": ("indicators",),
    "Safe accommodation": (
        *("individuals", "adults_by_type", "adults_in_sanctuary", "children_by_type", "children_in_sanctuary"),
        *("unmet_groups", "unmet", "left_groups", "left", "left_reason"),
    ),
    "Support and characteristics": ("support_topics", "support_kinds", "characteristics"),
    "Cohorts": ("cohorts",),
    "Closed cases": ("needs_met", "safe_at_exit", "returned", "exit_reason"),
    "Before and after": ("matched", "risk_by_risk", "risk_change", "score_change"),
    "Aftercare and waits": ("aftercare", "waits", "to_decision", "to_arrival"),
}

_THEME_OF = {table: theme for theme, tables in THEMES.items() for table in tables}


def theme_of(shape: Shape) -> str:
    """The sheet for a table: what its shape says, else what is known of its id, else "Other"."""
    return shape.theme or _THEME_OF.get(shape.id, OTHER)


def by_theme(tables: Iterable[PrintedTable]) -> dict[str, list[PrintedTable]]:
    """The tables of each sheet in printing order: the known themes first, new ones after them, "Other" last."""
    sheets: dict[str, list[PrintedTable]] = {theme: [] for theme in THEMES}
    for table in tables:
        sheets.setdefault(theme_of(table.shape), []).append(table)
    sheets[OTHER] = sheets.pop(OTHER, [])
    return {theme: found for theme, found in sheets.items() if found}
