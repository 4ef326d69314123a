"""Stays, what is true of a child in one, and what a resident needs and has been through."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Date, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from refugedesk.storage.tables.schema import CODE, KEY, RecordRow, Row, link, optional_link


class StayRow(RecordRow, Row):
    """One resident's support in the service, from arrival to leaving it."""

    __tablename__ = "stay"

    resident_id: Mapped[str] = link("resident")
    referral_id: Mapped[str | None] = optional_link("referral")
    started_on: Mapped[date] = mapped_column(Date, index=True)
    key_worker: Mapped[str | None] = mapped_column(String(80), index=True)
    origin_authority: Mapped[str | None] = mapped_column(String(80))
    origin_ward: Mapped[str | None] = mapped_column(String(80))
    risk_at_start: Mapped[str | None] = mapped_column(CODE)
    ended_on: Mapped[date | None] = mapped_column(Date, index=True)
    move_on_destination: Mapped[str | None] = mapped_column(CODE)
    move_on_authority: Mapped[str | None] = mapped_column(String(80))
    planned_departure: Mapped[str | None] = mapped_column(CODE)
    notes: Mapped[str | None] = mapped_column(Text)


class StayNeedsRow(Row):
    """One support need of a stay."""

    __tablename__ = "stay_needs"

    stay_id: Mapped[str] = mapped_column(KEY, ForeignKey("stay.id"), primary_key=True)
    code: Mapped[str] = mapped_column(CODE, primary_key=True)


class StayAbuseRow(Row):
    """One kind of abuse told of in a stay."""

    __tablename__ = "stay_abuse"

    stay_id: Mapped[str] = mapped_column(KEY, ForeignKey("stay.id"), primary_key=True)
    code: Mapped[str] = mapped_column(CODE, primary_key=True)


class ChildStayRow(RecordRow, Row):
    """What is true of a child in one stay of the parent."""

    __tablename__ = "child_stay"
    __table_args__ = (UniqueConstraint("child_id", "stay_id"),)

    child_id: Mapped[str] = link("child")
    stay_id: Mapped[str] = link("stay")
    in_refuge: Mapped[str | None] = mapped_column(CODE)
    known_to_childrens_services: Mapped[str | None] = mapped_column(CODE)
    social_care_status_at_start: Mapped[str | None] = mapped_column(CODE)
    social_care_status_at_end: Mapped[str | None] = mapped_column(CODE)
