"""The house: properties, units, placements, voids, holds and incidents."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Date, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from refugedesk.storage.tables.schema import CODE, OTHER, TIME, RecordRow, Row, link, optional_link


class PropertyRow(RecordRow, Row):
    """Property."""

    __tablename__ = "property"

    name: Mapped[str] = mapped_column(String(60))
    address: Mapped[str | None] = mapped_column(Text)
    note: Mapped[str | None] = mapped_column(Text)


class UnitRow(RecordRow, Row):
    """A room, flat or house in which one household lives."""

    __tablename__ = "unit"

    name: Mapped[str] = mapped_column(String(60))
    accommodation_type: Mapped[str] = mapped_column(CODE)
    layout: Mapped[str | None] = mapped_column(CODE)
    property_id: Mapped[str | None] = optional_link("property")
    bedrooms: Mapped[int | None] = mapped_column(Integer)
    bedspaces: Mapped[int | None] = mapped_column(Integer)
    funding: Mapped[str | None] = mapped_column(CODE)
    max_children: Mapped[int | None] = mapped_column(Integer)
    accessible: Mapped[str | None] = mapped_column(CODE)
    oldest_boy: Mapped[int | None] = mapped_column(Integer)
    pets: Mapped[str | None] = mapped_column(CODE)
    carer_space: Mapped[str | None] = mapped_column(CODE)
    men: Mapped[str | None] = mapped_column(CODE)
    substance_use: Mapped[str | None] = mapped_column(CODE)
    no_recourse_accepted: Mapped[str | None] = mapped_column(CODE)
    by_and_for: Mapped[str | None] = mapped_column(CODE)
    by_and_for_other: Mapped[str | None] = mapped_column(OTHER)
    open_from: Mapped[date | None] = mapped_column(Date)
    open_to: Mapped[date | None] = mapped_column(Date)
    notes: Mapped[str | None] = mapped_column(Text)


class PlacementRow(RecordRow, Row):
    """The nights for which one stay holds one unit."""

    __tablename__ = "placement"

    stay_id: Mapped[str] = link("stay")
    unit_id: Mapped[str] = link("unit")
    from_on: Mapped[date] = mapped_column(Date, index=True)
    to_on: Mapped[date | None] = mapped_column(Date, index=True)


class VoidRow(RecordRow, Row):
    """Void."""

    __tablename__ = "void"

    unit_id: Mapped[str] = link("unit")
    reason: Mapped[str] = mapped_column(CODE)
    from_on: Mapped[date] = mapped_column(Date, index=True)
    to_on: Mapped[date | None] = mapped_column(Date)
    note: Mapped[str | None] = mapped_column(Text)


class HoldRow(RecordRow, Row):
    """Hold."""

    __tablename__ = "hold"

    unit_id: Mapped[str] = link("unit")
    referral_id: Mapped[str | None] = optional_link("referral")
    held_on: Mapped[date] = mapped_column(Date)
    until_on: Mapped[date] = mapped_column(Date, index=True)
    until_at: Mapped[str | None] = mapped_column(TIME)
    released_on: Mapped[date | None] = mapped_column(Date)
    worker: Mapped[str | None] = mapped_column(String(80))
    note: Mapped[str | None] = mapped_column(Text)


class IncidentRow(RecordRow, Row):
    """Incident."""

    __tablename__ = "incident"

    on_day: Mapped[date] = mapped_column(Date)
    at_time: Mapped[str | None] = mapped_column(TIME)
    kind: Mapped[str | None] = mapped_column(CODE)
    kind_other: Mapped[str | None] = mapped_column(OTHER)
    unit_id: Mapped[str | None] = optional_link("unit")
    stay_id: Mapped[str | None] = optional_link("stay")
    what_happened: Mapped[str | None] = mapped_column(Text)
    what_was_done: Mapped[str | None] = mapped_column(Text)
    worker: Mapped[str | None] = mapped_column(String(80))
    told_manager_on: Mapped[date | None] = mapped_column(Date)
