"""Stays, and what belongs to one: needs, abuse, children, sharing, aftercare."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Date, ForeignKey, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from refugedesk.storage.tables.schema import CODE, CODES, KEY, OTHER, RecordRow, Row, link, optional_link


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
    arrival_steps: Mapped[tuple[str, ...] | None] = mapped_column(CODES)
    must_not_know: Mapped[str | None] = mapped_column(String(400))
    licence_signed_on: Mapped[date | None] = mapped_column(Date)
    earlier_accommodation: Mapped[str | None] = mapped_column(CODE)
    earlier_accommodation_other: Mapped[str | None] = mapped_column(OTHER)
    reason_for_leaving: Mapped[str | None] = mapped_column(CODE)
    reason_for_leaving_other: Mapped[str | None] = mapped_column(OTHER)
    earlier_refuge_stays: Mapped[int | None] = mapped_column(Integer)
    police_reported: Mapped[str | None] = mapped_column(CODE)
    crime_reference: Mapped[str | None] = mapped_column(String(40))
    ended_on: Mapped[date | None] = mapped_column(Date, index=True)
    move_on_destination: Mapped[str | None] = mapped_column(CODE)
    move_on_destination_other: Mapped[str | None] = mapped_column(OTHER)
    move_on_authority: Mapped[str | None] = mapped_column(String(80))
    planned_departure: Mapped[str | None] = mapped_column(CODE)
    exit_reason: Mapped[str | None] = mapped_column(CODE)
    exit_reason_other: Mapped[str | None] = mapped_column(OTHER)
    returned_to_perpetrator: Mapped[str | None] = mapped_column(CODE)
    safe_at_exit: Mapped[str | None] = mapped_column(CODE)
    risk_at_exit: Mapped[str | None] = mapped_column(CODE)
    needs_met: Mapped[str | None] = mapped_column(CODE)
    held_up: Mapped[tuple[str, ...] | None] = mapped_column(CODES)
    held_up_other: Mapped[str | None] = mapped_column(OTHER)
    offer_declined_why: Mapped[str | None] = mapped_column(String(400))
    aftercare_agreed: Mapped[str | None] = mapped_column(CODE)
    aftercare_contact: Mapped[str | None] = mapped_column(String(200))
    aftercare_next_on: Mapped[date | None] = mapped_column(Date)
    notes: Mapped[str | None] = mapped_column(Text)
    needs_other: Mapped[str | None] = mapped_column(OTHER)
    abuse_other: Mapped[str | None] = mapped_column(OTHER)


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
    status_since_on: Mapped[date | None] = mapped_column(Date)
    status_ended_on: Mapped[date | None] = mapped_column(Date)
    childrens_services_authority: Mapped[str | None] = mapped_column(String(80))
    social_worker: Mapped[str | None] = mapped_column(String(200))
    safeguarding_referral_on: Mapped[date | None] = mapped_column(Date)
    safeguarding_outcome: Mapped[str | None] = mapped_column(CODE)
    safeguarding_outcome_other: Mapped[str | None] = mapped_column(OTHER)
    school_left_on: Mapped[date | None] = mapped_column(Date)
    school_applied_on: Mapped[date | None] = mapped_column(Date)
    school_started_on: Mapped[date | None] = mapped_column(Date)
    school: Mapped[str | None] = mapped_column(String(200))
    school_safeguarding_lead: Mapped[str | None] = mapped_column(String(200))
    school_told_to_withhold: Mapped[str | None] = mapped_column(CODE)
    child_needs: Mapped[tuple[str, ...] | None] = mapped_column(CODES)
    child_needs_other: Mapped[str | None] = mapped_column(OTHER)
    child_support: Mapped[tuple[str, ...] | None] = mapped_column(CODES)
    support_waiting_since_on: Mapped[date | None] = mapped_column(Date)
    review_on: Mapped[date | None] = mapped_column(Date)
    closed_on: Mapped[date | None] = mapped_column(Date)
    closed_reason: Mapped[str | None] = mapped_column(CODE)
    closed_reason_other: Mapped[str | None] = mapped_column(OTHER)


class HouseholdMemberRow(RecordRow, Row):
    """Who came along."""

    __tablename__ = "household_member"

    stay_id: Mapped[str] = link("stay")
    kind: Mapped[str] = mapped_column(CODE)
    name: Mapped[str | None] = mapped_column(String(80))
    date_of_birth: Mapped[date | None] = mapped_column(Date)
    lives_here: Mapped[str | None] = mapped_column(CODE)
    note: Mapped[str | None] = mapped_column(Text)


class DisclosureRow(RecordRow, Row):
    """What was told."""

    __tablename__ = "disclosure"

    stay_id: Mapped[str] = link("stay")
    told_on: Mapped[date] = mapped_column(Date)
    kinds: Mapped[tuple[str, ...] | None] = mapped_column(CODES)
    kinds_other: Mapped[str | None] = mapped_column(OTHER)
    relationships: Mapped[tuple[str, ...] | None] = mapped_column(CODES)
    relationships_other: Mapped[str | None] = mapped_column(OTHER)
    how_long: Mapped[str | None] = mapped_column(CODE)
    injured: Mapped[str | None] = mapped_column(CODE)
    injuries: Mapped[str | None] = mapped_column(String(400))
    weapons: Mapped[str | None] = mapped_column(String(400))
    in_contact: Mapped[str | None] = mapped_column(CODE)
    told_police: Mapped[str | None] = mapped_column(CODE)
    note: Mapped[str | None] = mapped_column(Text)
    worker: Mapped[str | None] = mapped_column(String(80))


class ConsentRow(RecordRow, Row):
    """Sharing."""

    __tablename__ = "consent"

    stay_id: Mapped[str] = link("stay")
    with_whom: Mapped[str] = mapped_column(String(120))
    for_what: Mapped[str | None] = mapped_column(String(400))
    ground: Mapped[str | None] = mapped_column(CODE)
    given_on: Mapped[date] = mapped_column(Date)
    withdrawn_on: Mapped[date | None] = mapped_column(Date)
    note: Mapped[str | None] = mapped_column(Text)
    worker: Mapped[str | None] = mapped_column(String(80))


class AftercareContactRow(RecordRow, Row):
    """Aftercare contact."""

    __tablename__ = "aftercare_contact"

    stay_id: Mapped[str] = link("stay")
    due: Mapped[str] = mapped_column(CODE)
    on_day: Mapped[date] = mapped_column(Date)
    reached: Mapped[str | None] = mapped_column(CODE)
    lives_now: Mapped[str | None] = mapped_column(CODE)
    lives_now_other: Mapped[str | None] = mapped_column(OTHER)
    is_safe: Mapped[str | None] = mapped_column(CODE)
    support: Mapped[tuple[str, ...] | None] = mapped_column(CODES)
    worker: Mapped[str | None] = mapped_column(String(80))
    note: Mapped[str | None] = mapped_column(Text)
