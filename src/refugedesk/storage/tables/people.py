"""Referrals, residents and children."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Date, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from refugedesk.storage.tables.schema import CODE, RecordRow, Row, link, optional_link


class ReferralRow(RecordRow, Row):
    """A household asking for a place."""

    __tablename__ = "referral"

    received_on: Mapped[date] = mapped_column(Date, index=True)
    source: Mapped[str | None] = mapped_column(CODE)
    known_as: Mapped[str | None] = mapped_column(String(120))
    children: Mapped[int | None] = mapped_column(Integer)
    origin_authority: Mapped[str | None] = mapped_column(String(80))
    origin_ward: Mapped[str | None] = mapped_column(String(80))
    risk_level: Mapped[str | None] = mapped_column(CODE)
    outcome: Mapped[str | None] = mapped_column(CODE, index=True)
    refusal_reason: Mapped[str | None] = mapped_column(CODE)
    assessed_on: Mapped[date | None] = mapped_column(Date)
    decided_on: Mapped[date | None] = mapped_column(Date)
    repeat_of: Mapped[str | None] = optional_link("referral")
    notes: Mapped[str | None] = mapped_column(Text)


class ResidentRow(RecordRow, Row):
    """Who a person is, whatever stays they have."""

    __tablename__ = "resident"

    first_name: Mapped[str | None] = mapped_column(String(80))
    last_name: Mapped[str | None] = mapped_column(String(80))
    known_as: Mapped[str | None] = mapped_column(String(120))
    date_of_birth: Mapped[date | None] = mapped_column(Date)
    sex: Mapped[str | None] = mapped_column(CODE)
    gender: Mapped[str | None] = mapped_column(CODE)
    ethnicity: Mapped[str | None] = mapped_column(CODE)
    religion: Mapped[str | None] = mapped_column(CODE)
    sexual_orientation: Mapped[str | None] = mapped_column(CODE)
    disabled: Mapped[str | None] = mapped_column(CODE)
    pregnant: Mapped[str | None] = mapped_column(CODE)
    first_language: Mapped[str | None] = mapped_column(String(60))
    interpreter_needed: Mapped[str | None] = mapped_column(CODE)
    no_recourse: Mapped[str | None] = mapped_column(CODE)
    notes: Mapped[str | None] = mapped_column(Text)


class ChildRow(RecordRow, Row):
    """A child in their own right."""

    __tablename__ = "child"

    resident_id: Mapped[str] = link("resident")
    first_name: Mapped[str | None] = mapped_column(String(80))
    date_of_birth: Mapped[date | None] = mapped_column(Date)
    sex: Mapped[str | None] = mapped_column(CODE)
    notes: Mapped[str | None] = mapped_column(Text)
