"""The work itself: contacts, groups, waits, housing, safeguarding, tasks and notes."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Date, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from refugedesk.storage.tables.schema import CODE, CODES, OTHER, TIME, RecordRow, Row, link, optional_link


class ContactRow(RecordRow, Row):
    """Contact."""

    __tablename__ = "contact"

    stay_id: Mapped[str] = link("stay")
    child_id: Mapped[str | None] = optional_link("child")
    on_day: Mapped[date] = mapped_column(Date, index=True)
    at_time: Mapped[str | None] = mapped_column(TIME)
    kind: Mapped[str] = mapped_column(CODE)
    minutes: Mapped[int | None] = mapped_column(Integer)
    worker: Mapped[str | None] = mapped_column(String(80))
    topics: Mapped[tuple[str, ...] | None] = mapped_column(CODES)
    topics_other: Mapped[str | None] = mapped_column(OTHER)
    note: Mapped[str | None] = mapped_column(Text)
    interpreter_language: Mapped[str | None] = mapped_column(String(60))
    interpreter_minutes: Mapped[int | None] = mapped_column(Integer)
    interpreter_cost: Mapped[int | None] = mapped_column(Integer)


class ActivityGroupRow(RecordRow, Row):
    """Group."""

    __tablename__ = "activity_group"

    name: Mapped[str] = mapped_column(String(80))
    topic: Mapped[str | None] = mapped_column(String(200))
    language: Mapped[str | None] = mapped_column(String(60))
    time_of_day: Mapped[str | None] = mapped_column(CODE)
    runs_from: Mapped[date | None] = mapped_column(Date)
    runs_to: Mapped[date | None] = mapped_column(Date)
    worker: Mapped[str | None] = mapped_column(String(80))
    note: Mapped[str | None] = mapped_column(Text)


class GroupSessionRow(RecordRow, Row):
    """Session."""

    __tablename__ = "group_session"

    group_id: Mapped[str] = link("activity_group")
    held_on: Mapped[date] = mapped_column(Date)
    held_at: Mapped[str | None] = mapped_column(TIME)
    minutes: Mapped[int | None] = mapped_column(Integer)
    topic: Mapped[str | None] = mapped_column(String(200))
    worker: Mapped[str | None] = mapped_column(String(80))
    note: Mapped[str | None] = mapped_column(Text)


class AttendanceRow(RecordRow, Row):
    """Attendance."""

    __tablename__ = "attendance"

    session_id: Mapped[str] = link("group_session")
    stay_id: Mapped[str] = link("stay")
    child_id: Mapped[str | None] = optional_link("child")
    attended: Mapped[str] = mapped_column(CODE)
    note: Mapped[str | None] = mapped_column(Text)


class WaitRow(RecordRow, Row):
    """Wait."""

    __tablename__ = "wait"

    stay_id: Mapped[str] = link("stay")
    child_id: Mapped[str | None] = optional_link("child")
    what: Mapped[str] = mapped_column(CODE)
    what_other: Mapped[str | None] = mapped_column(OTHER)
    detail: Mapped[str | None] = mapped_column(String(200))
    asked_on: Mapped[date] = mapped_column(Date, index=True)
    chased_on: Mapped[date | None] = mapped_column(Date)
    chase_on: Mapped[date | None] = mapped_column(Date)
    got_on: Mapped[date | None] = mapped_column(Date)
    given_up_on: Mapped[date | None] = mapped_column(Date)
    note: Mapped[str | None] = mapped_column(Text)


class HousingRow(RecordRow, Row):
    """Housing step."""

    __tablename__ = "housing"

    stay_id: Mapped[str] = link("stay")
    step: Mapped[str] = mapped_column(CODE)
    on_day: Mapped[date] = mapped_column(Date)
    kind: Mapped[str | None] = mapped_column(CODE)
    kind_other: Mapped[str | None] = mapped_column(OTHER)
    authority: Mapped[str | None] = mapped_column(String(80))
    detail: Mapped[str | None] = mapped_column(String(200))
    decision: Mapped[str | None] = mapped_column(CODE)
    decision_why: Mapped[str | None] = mapped_column(String(400))
    decided_on: Mapped[date | None] = mapped_column(Date)
    amount: Mapped[int | None] = mapped_column(Integer)
    note: Mapped[str | None] = mapped_column(Text)


class SafeguardingRow(RecordRow, Row):
    """Safeguarding and sharing."""

    __tablename__ = "safeguarding"

    stay_id: Mapped[str] = link("stay")
    child_id: Mapped[str | None] = optional_link("child")
    on_day: Mapped[date] = mapped_column(Date)
    concern_for: Mapped[str] = mapped_column(CODE)
    concern: Mapped[str | None] = mapped_column(Text)
    told_whom: Mapped[str | None] = mapped_column(String(200))
    ground: Mapped[str | None] = mapped_column(CODE)
    decided_by: Mapped[str | None] = mapped_column(String(80))
    outcome: Mapped[str | None] = mapped_column(CODE)
    outcome_other: Mapped[str | None] = mapped_column(OTHER)
    outcome_on: Mapped[date | None] = mapped_column(Date)
    note: Mapped[str | None] = mapped_column(Text)


class TaskRow(RecordRow, Row):
    """Task."""

    __tablename__ = "task"

    what: Mapped[str] = mapped_column(String(200))
    stay_id: Mapped[str | None] = optional_link("stay")
    worker: Mapped[str | None] = mapped_column(String(80))
    due_on: Mapped[date] = mapped_column(Date, index=True)
    done_on: Mapped[date | None] = mapped_column(Date)
    note: Mapped[str | None] = mapped_column(Text)


class NoteRow(RecordRow, Row):
    """Note."""

    __tablename__ = "note"

    stay_id: Mapped[str] = link("stay")
    child_id: Mapped[str | None] = optional_link("child")
    on_day: Mapped[date] = mapped_column(Date, index=True)
    at_time: Mapped[str | None] = mapped_column(TIME)
    fact: Mapped[str | None] = mapped_column(Text)
    opinion: Mapped[str | None] = mapped_column(Text)
    worker: Mapped[str | None] = mapped_column(String(80))
    corrects: Mapped[str | None] = optional_link("note")
