"""The team, and whom it rings."""

from __future__ import annotations

from refugedesk.domain.codelists import Code, CodeList
from refugedesk.domain.lists.answers import OWN_2026

STAFF_ROLE = CodeList(
    id="staff_role",
    title="Role",
    source=OWN_2026,
    codes=(
        Code("manager", "Manager"),
        Code("key_worker", "Key worker"),
        Code("child_worker", "Children's worker"),
        Code("night_worker", "Night or weekend worker"),
        Code("idva", "IDVA or outreach worker"),
        Code("resettlement", "Resettlement worker"),
        Code("therapist", "Counsellor or therapist"),
        Code("administrator", "Administrator"),
        Code("volunteer", "Volunteer"),
        Code("interpreter", "Interpreter"),
        Code("other", "Other"),
    ),
)

AGENCY_KIND = CodeList(
    id="agency_kind",
    title="Kind of agency",
    source=OWN_2026,
    codes=(
        Code("police", "Police"),
        Code("council_housing", "Council housing"),
        Code("social_care", "Social care"),
        Code("health", "GP, hospital, midwife, health visitor"),
        Code("mental_health", "Mental health"),
        Code("substance", "Drugs and alcohol"),
        Code("school", "School or nursery"),
        Code("solicitor", "Solicitor"),
        Code("immigration", "Immigration advice"),
        Code("interpreting", "Interpreting"),
        Code("refuge", "Another refuge"),
        Code("domestic_abuse", "Domestic abuse service"),
        Code("benefits", "Benefits and money advice"),
        Code("charity", "Charity or food bank"),
        Code("pets", "Pet fostering"),
        Code("repairs", "Repairs and locks"),
        Code("other", "Other"),
    ),
)

EVENING = CodeList(
    id="time_of_day",
    title="Time of day",
    source=OWN_2026,
    codes=(Code("daytime", "Daytime"), Code("evening", "Evening")),
)

ATTENDED = CodeList(
    id="attended",
    title="Attendance",
    source=OWN_2026,
    codes=(Code("came", "Came"), Code("apologies", "Sent apologies"), Code("absent", "Did not come")),
)
