"""Units and the placements in them."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Date, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from refugedesk.storage.tables.schema import CODE, RecordRow, Row, link


class UnitRow(RecordRow, Row):
    """A room, flat or house in which one household lives."""

    __tablename__ = "unit"

    name: Mapped[str] = mapped_column(String(60))
    accommodation_type: Mapped[str] = mapped_column(CODE)
    layout: Mapped[str | None] = mapped_column(CODE)
    bedspaces: Mapped[int | None] = mapped_column(Integer)
    max_children: Mapped[int | None] = mapped_column(Integer)
    accessible: Mapped[str | None] = mapped_column(CODE)
    pets: Mapped[str | None] = mapped_column(CODE)
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
