"""Referrals, residents and children, and what is true of them whichever stay it is."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Date, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from refugedesk.storage.tables.schema import CODE, CODES, OTHER, TIME, RecordRow, Row, link, optional_link


class ReferralRow(RecordRow, Row):
    """A household asking for a place."""

    __tablename__ = "referral"

    received_on: Mapped[date] = mapped_column(Date, index=True)
    received_at: Mapped[str | None] = mapped_column(TIME)
    source: Mapped[str | None] = mapped_column(CODE)
    source_other: Mapped[str | None] = mapped_column(OTHER)
    referrer: Mapped[str | None] = mapped_column(String(200))
    route: Mapped[str | None] = mapped_column(CODE)
    route_other: Mapped[str | None] = mapped_column(OTHER)
    out_of_hours: Mapped[str | None] = mapped_column(CODE)
    urgent: Mapped[str | None] = mapped_column(CODE)
    known_as: Mapped[str | None] = mapped_column(String(120))
    adults: Mapped[int | None] = mapped_column(Integer)
    children: Mapped[int | None] = mapped_column(Integer)
    origin_authority: Mapped[str | None] = mapped_column(String(80))
    origin_ward: Mapped[str | None] = mapped_column(String(80))
    postcode_district: Mapped[str | None] = mapped_column(String(4))
    pregnant: Mapped[str | None] = mapped_column(CODE)
    pets: Mapped[str | None] = mapped_column(String(80))
    access_needs: Mapped[tuple[str, ...] | None] = mapped_column(CODES)
    access_needs_other: Mapped[str | None] = mapped_column(OTHER)
    languages: Mapped[str | None] = mapped_column(String(120))
    no_recourse: Mapped[str | None] = mapped_column(CODE)
    needs_named: Mapped[tuple[str, ...] | None] = mapped_column(CODES)
    needs_named_other: Mapped[str | None] = mapped_column(OTHER)
    risk_level: Mapped[str | None] = mapped_column(CODE)
    risk_tool: Mapped[str | None] = mapped_column(CODE)
    risk_tool_other: Mapped[str | None] = mapped_column(OTHER)
    risk_score: Mapped[int | None] = mapped_column(Integer)
    marac: Mapped[str | None] = mapped_column(CODE)
    feared_person: Mapped[str | None] = mapped_column(String(120))
    feared_area: Mapped[str | None] = mapped_column(String(200))
    areas_unsafe: Mapped[str | None] = mapped_column(String(200))
    check_asked_on: Mapped[date | None] = mapped_column(Date)
    check_answered_on: Mapped[date | None] = mapped_column(Date)
    outcome: Mapped[str | None] = mapped_column(CODE, index=True)
    refusal_reason: Mapped[str | None] = mapped_column(CODE)
    refusal_reason_other: Mapped[str | None] = mapped_column(OTHER)
    assessed_on: Mapped[date | None] = mapped_column(Date)
    assessed_by: Mapped[str | None] = mapped_column(String(80))
    decided_on: Mapped[date | None] = mapped_column(Date)
    signposted_to: Mapped[tuple[str, ...] | None] = mapped_column(CODES)
    signposted_to_other: Mapped[str | None] = mapped_column(OTHER)
    moved_in: Mapped[str | None] = mapped_column(CODE)
    not_moved_in_reason: Mapped[str | None] = mapped_column(CODE)
    repeat_of: Mapped[str | None] = optional_link("referral")
    notes: Mapped[str | None] = mapped_column(Text)


class ReferralChildRow(RecordRow, Row):
    """Child of a referral."""

    __tablename__ = "referral_child"

    referral_id: Mapped[str] = link("referral")
    age: Mapped[int | None] = mapped_column(Integer)
    sex: Mapped[str | None] = mapped_column(CODE)
    comes_along: Mapped[str | None] = mapped_column(CODE)


class ResidentRow(RecordRow, Row):
    """Who a person is, whatever stays they have."""

    __tablename__ = "resident"

    first_name: Mapped[str | None] = mapped_column(String(80))
    last_name: Mapped[str | None] = mapped_column(String(80))
    known_as: Mapped[str | None] = mapped_column(String(120))
    date_of_birth: Mapped[date | None] = mapped_column(Date, index=True)
    national_insurance_number: Mapped[str | None] = mapped_column(String(13))
    marital_status: Mapped[str | None] = mapped_column(CODE)
    contact_methods: Mapped[tuple[str, ...] | None] = mapped_column(CODES)
    contact_detail: Mapped[str | None] = mapped_column(String(200))
    contact_times: Mapped[str | None] = mapped_column(String(120))
    contact_code_word: Mapped[str | None] = mapped_column(String(60))
    message_may_be_left: Mapped[str | None] = mapped_column(CODE)
    emergency_contact: Mapped[str | None] = mapped_column(String(200))
    gp: Mapped[str | None] = mapped_column(String(200))
    allergies: Mapped[str | None] = mapped_column(String(400))
    medication: Mapped[str | None] = mapped_column(Text)
    fire_help: Mapped[tuple[str, ...] | None] = mapped_column(CODES)
    health_notes: Mapped[str | None] = mapped_column(Text)
    sex: Mapped[str | None] = mapped_column(CODE)
    gender: Mapped[str | None] = mapped_column(CODE)
    gender_other: Mapped[str | None] = mapped_column(OTHER)
    ethnicity: Mapped[str | None] = mapped_column(CODE)
    ethnicity_other: Mapped[str | None] = mapped_column(OTHER)
    religion: Mapped[str | None] = mapped_column(CODE)
    religion_other: Mapped[str | None] = mapped_column(OTHER)
    sexual_orientation: Mapped[str | None] = mapped_column(CODE)
    sexual_orientation_other: Mapped[str | None] = mapped_column(OTHER)
    disabled: Mapped[str | None] = mapped_column(CODE)
    disability_kinds: Mapped[tuple[str, ...] | None] = mapped_column(CODES)
    disability_kinds_other: Mapped[str | None] = mapped_column(OTHER)
    pregnant: Mapped[str | None] = mapped_column(CODE)
    baby_due_on: Mapped[date | None] = mapped_column(Date)
    first_language: Mapped[str | None] = mapped_column(String(60))
    spoken_english: Mapped[str | None] = mapped_column(CODE)
    interpreter_needed: Mapped[str | None] = mapped_column(CODE)
    interpreter_preference: Mapped[str | None] = mapped_column(CODE)
    format_needs: Mapped[tuple[str, ...] | None] = mapped_column(CODES)
    diet: Mapped[str | None] = mapped_column(String(200))
    faith_practice: Mapped[str | None] = mapped_column(String(200))
    no_recourse: Mapped[str | None] = mapped_column(CODE)
    immigration_status: Mapped[str | None] = mapped_column(CODE)
    concession_applied_on: Mapped[date | None] = mapped_column(Date)
    concession_granted_on: Mapped[date | None] = mapped_column(Date)
    solicitor: Mapped[str | None] = mapped_column(String(200))
    economic_status: Mapped[str | None] = mapped_column(CODE)
    economic_status_other: Mapped[str | None] = mapped_column(OTHER)
    income: Mapped[tuple[str, ...] | None] = mapped_column(CODES)
    income_other: Mapped[str | None] = mapped_column(OTHER)
    notes: Mapped[str | None] = mapped_column(Text)


class ChildRow(RecordRow, Row):
    """A child in their own right."""

    __tablename__ = "child"

    resident_id: Mapped[str] = link("resident")
    first_name: Mapped[str | None] = mapped_column(String(80))
    last_name: Mapped[str | None] = mapped_column(String(80))
    date_of_birth: Mapped[date | None] = mapped_column(Date)
    sex: Mapped[str | None] = mapped_column(CODE)
    relation: Mapped[str | None] = mapped_column(CODE)
    relation_other: Mapped[str | None] = mapped_column(OTHER)
    adult_dependant: Mapped[str | None] = mapped_column(CODE)
    ethnicity: Mapped[str | None] = mapped_column(CODE)
    ethnicity_other: Mapped[str | None] = mapped_column(OTHER)
    disabled: Mapped[str | None] = mapped_column(CODE)
    disability_kinds: Mapped[tuple[str, ...] | None] = mapped_column(CODES)
    disability_kinds_other: Mapped[str | None] = mapped_column(OTHER)
    special_needs: Mapped[str | None] = mapped_column(CODE)
    gp: Mapped[str | None] = mapped_column(String(200))
    health_visitor: Mapped[str | None] = mapped_column(String(200))
    allergies: Mapped[str | None] = mapped_column(String(400))
    contact_kind: Mapped[str | None] = mapped_column(CODE)
    contact_orders: Mapped[tuple[str, ...] | None] = mapped_column(CODES)
    contact_times: Mapped[str | None] = mapped_column(String(400))
    next_hearing_on: Mapped[date | None] = mapped_column(Date)
    experience: Mapped[tuple[str, ...] | None] = mapped_column(CODES)
    effects: Mapped[tuple[str, ...] | None] = mapped_column(CODES)
    own_words: Mapped[str | None] = mapped_column(Text)
    strengths: Mapped[str | None] = mapped_column(Text)
    notes: Mapped[str | None] = mapped_column(Text)


class EarlierIdRow(RecordRow, Row):
    """Another id a person or a child is known by."""

    __tablename__ = "earlier_id"

    resident_id: Mapped[str] = link("resident")
    child_id: Mapped[str | None] = optional_link("child")
    earlier_id: Mapped[str] = mapped_column(String(64), index=True)


class PerpetratorRow(RecordRow, Row):
    """Person feared."""

    __tablename__ = "perpetrator"

    resident_id: Mapped[str] = link("resident")
    name: Mapped[str | None] = mapped_column(String(120))
    also_known_as: Mapped[str | None] = mapped_column(String(120))
    relationship: Mapped[str | None] = mapped_column(CODE)
    relationship_other: Mapped[str | None] = mapped_column(OTHER)
    area: Mapped[str | None] = mapped_column(String(200))
    in_contact: Mapped[str | None] = mapped_column(CODE)
    orders: Mapped[tuple[str, ...] | None] = mapped_column(CODES)
    order_until: Mapped[date | None] = mapped_column(Date)
    order_terms: Mapped[str | None] = mapped_column(Text)
    note: Mapped[str | None] = mapped_column(Text)


class BenefitClaimRow(RecordRow, Row):
    """Benefit claim."""

    __tablename__ = "benefit_claim"

    resident_id: Mapped[str] = link("resident")
    benefit: Mapped[str] = mapped_column(CODE)
    benefit_other: Mapped[str | None] = mapped_column(OTHER)
    claimed_on: Mapped[date | None] = mapped_column(Date)
    state: Mapped[str | None] = mapped_column(CODE)
    awarded_on: Mapped[date | None] = mapped_column(Date)
    note: Mapped[str | None] = mapped_column(Text)


class HomelessnessApplicationRow(RecordRow, Row):
    """Homelessness application."""

    __tablename__ = "homelessness_application"

    resident_id: Mapped[str] = link("resident")
    authority: Mapped[str | None] = mapped_column(String(80))
    stage: Mapped[str | None] = mapped_column(CODE)
    applied_on: Mapped[date | None] = mapped_column(Date)
    decided_on: Mapped[date | None] = mapped_column(Date)
    officer: Mapped[str | None] = mapped_column(String(80))
    note: Mapped[str | None] = mapped_column(Text)


class CourtDateRow(RecordRow, Row):
    """Court date."""

    __tablename__ = "court_date"

    resident_id: Mapped[str] = link("resident")
    heard_on: Mapped[date] = mapped_column(Date)
    heard_at: Mapped[str | None] = mapped_column(TIME)
    kind: Mapped[str | None] = mapped_column(CODE)
    kind_other: Mapped[str | None] = mapped_column(OTHER)
    court: Mapped[str | None] = mapped_column(String(120))
    outcome: Mapped[str | None] = mapped_column(String(400))
    note: Mapped[str | None] = mapped_column(Text)


class CorrectionRow(RecordRow, Row):
    """What a person says is wrong in their file."""

    __tablename__ = "correction"

    resident_id: Mapped[str] = link("resident")
    asked_on: Mapped[date] = mapped_column(Date)
    asked_by: Mapped[str | None] = mapped_column(CODE)
    about: Mapped[str] = mapped_column(String(120))
    what_stands: Mapped[str | None] = mapped_column(Text)
    what_they_say: Mapped[str | None] = mapped_column(Text)
    answer_by: Mapped[date | None] = mapped_column(Date)
    outcome: Mapped[str | None] = mapped_column(CODE)
    outcome_why: Mapped[str | None] = mapped_column(Text)
    answered_on: Mapped[date | None] = mapped_column(Date)
    worker: Mapped[str | None] = mapped_column(String(80))
