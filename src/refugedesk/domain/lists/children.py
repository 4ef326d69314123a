"""Children in their own right."""

from __future__ import annotations

from refugedesk.domain.codelists import Code, CodeList

SOCIAL_CARE_STATUS = CodeList(
    id="social_care_status",
    title="Status with children's social care",
    source="RefugeDesk, first edition 2026, after the categories councils ask refuges for",
    codes=(
        Code("none", "No plan or involvement"),
        Code("early_help", "Early help"),
        Code("child_in_need", "Child in need"),
        Code("child_protection", "Child protection plan"),
        Code("looked_after", "Looked after"),
        Code("assessment", "Being assessed"),
        Code("not_known", "Not known", "unknown"),
        Code("not_asked", "Not asked", "not_asked"),
    ),
)
