"""The service, its team, and the agencies it rings."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Date, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from refugedesk.storage.tables.schema import CODE, OTHER, RecordRow, Row, link


class ServiceDetailRow(RecordRow, Row):
    """About the service."""

    __tablename__ = "service_detail"

    provider: Mapped[str | None] = mapped_column(String(120))
    commissioned_by: Mapped[str | None] = mapped_column(String(120))
    contract_start: Mapped[date | None] = mapped_column(Date)
    contract_end: Mapped[date | None] = mapped_column(Date)
    information_governance_lead: Mapped[str | None] = mapped_column(String(80))
    safeguarding_lead: Mapped[str | None] = mapped_column(String(80))


class StaffRow(RecordRow, Row):
    """Member of staff."""

    __tablename__ = "staff"

    name: Mapped[str] = mapped_column(String(80))
    role: Mapped[str | None] = mapped_column(CODE)
    role_other: Mapped[str | None] = mapped_column(OTHER)
    signs_in_as: Mapped[str | None] = mapped_column(String(80))
    languages: Mapped[str | None] = mapped_column(String(200))
    specialisms: Mapped[str | None] = mapped_column(String(200))
    active_from: Mapped[date | None] = mapped_column(Date)
    active_to: Mapped[date | None] = mapped_column(Date)
    note: Mapped[str | None] = mapped_column(Text)


class AgencyRow(RecordRow, Row):
    """Agency."""

    __tablename__ = "agency"

    name: Mapped[str] = mapped_column(String(120))
    kind: Mapped[str | None] = mapped_column(CODE)
    kind_other: Mapped[str | None] = mapped_column(OTHER)
    what_for: Mapped[str | None] = mapped_column(String(200))
    telephone: Mapped[str | None] = mapped_column(String(60))
    email: Mapped[str | None] = mapped_column(String(120))
    opening_hours: Mapped[str | None] = mapped_column(String(120))
    languages: Mapped[str | None] = mapped_column(String(200))
    checked_on: Mapped[date | None] = mapped_column(Date)
    note: Mapped[str | None] = mapped_column(Text)


class AgencyContactRow(RecordRow, Row):
    """Contact at an agency."""

    __tablename__ = "agency_contact"

    agency_id: Mapped[str] = link("agency")
    name: Mapped[str] = mapped_column(String(80))
    role: Mapped[str | None] = mapped_column(String(80))
    telephone: Mapped[str | None] = mapped_column(String(60))
    email: Mapped[str | None] = mapped_column(String(120))
    note: Mapped[str | None] = mapped_column(Text)


class ConflictRow(RecordRow, Row):
    """Known to a worker."""

    __tablename__ = "conflict"

    resident_id: Mapped[str] = link("resident")
    staff_id: Mapped[str] = link("staff")
    how: Mapped[str | None] = mapped_column(String(200))
    since_on: Mapped[date | None] = mapped_column(Date)


class OwnCodeRow(RecordRow, Row):
    """An answer the service adds to a list."""

    __tablename__ = "own_code"

    codelist: Mapped[str] = mapped_column(CODE, index=True)
    code: Mapped[str] = mapped_column(CODE)
    label: Mapped[str] = mapped_column(String(120))
    counts_as: Mapped[str] = mapped_column(CODE)
    offered: Mapped[str | None] = mapped_column(CODE)
