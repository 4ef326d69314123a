"""Risk, assessed again and again."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Date, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from refugedesk.storage.tables.schema import CODE, RecordRow, Row, link


class RiskAssessmentRow(RecordRow, Row):
    """Risk assessment."""

    __tablename__ = "risk_assessment"

    stay_id: Mapped[str] = link("stay")
    assessed_on: Mapped[date] = mapped_column(Date)
    stage: Mapped[str | None] = mapped_column(CODE)
    tool: Mapped[str] = mapped_column(CODE)
    tool_version: Mapped[str | None] = mapped_column(String(40))
    worker: Mapped[str | None] = mapped_column(String(80))
    q01: Mapped[str | None] = mapped_column(CODE)
    q02: Mapped[str | None] = mapped_column(CODE)
    q03: Mapped[str | None] = mapped_column(CODE)
    q04: Mapped[str | None] = mapped_column(CODE)
    q05: Mapped[str | None] = mapped_column(CODE)
    q06: Mapped[str | None] = mapped_column(CODE)
    q07: Mapped[str | None] = mapped_column(CODE)
    q08: Mapped[str | None] = mapped_column(CODE)
    q09: Mapped[str | None] = mapped_column(CODE)
    q10: Mapped[str | None] = mapped_column(CODE)
    q11: Mapped[str | None] = mapped_column(CODE)
    q12: Mapped[str | None] = mapped_column(CODE)
    q13: Mapped[str | None] = mapped_column(CODE)
    q14: Mapped[str | None] = mapped_column(CODE)
    q15: Mapped[str | None] = mapped_column(CODE)
    q16: Mapped[str | None] = mapped_column(CODE)
    q17: Mapped[str | None] = mapped_column(CODE)
    q18: Mapped[str | None] = mapped_column(CODE)
    q19: Mapped[str | None] = mapped_column(CODE)
    q20: Mapped[str | None] = mapped_column(CODE)
    q21: Mapped[str | None] = mapped_column(CODE)
    q22: Mapped[str | None] = mapped_column(CODE)
    q23: Mapped[str | None] = mapped_column(CODE)
    q24: Mapped[str | None] = mapped_column(CODE)
    m01: Mapped[str | None] = mapped_column(CODE)
    m02: Mapped[str | None] = mapped_column(CODE)
    m03: Mapped[str | None] = mapped_column(CODE)
    m04: Mapped[str | None] = mapped_column(CODE)
    m05: Mapped[str | None] = mapped_column(CODE)
    m06: Mapped[str | None] = mapped_column(CODE)
    m07: Mapped[str | None] = mapped_column(CODE)
    m08: Mapped[str | None] = mapped_column(CODE)
    m09: Mapped[str | None] = mapped_column(CODE)
    m10: Mapped[str | None] = mapped_column(CODE)
    m11: Mapped[str | None] = mapped_column(CODE)
    m12: Mapped[str | None] = mapped_column(CODE)
    score: Mapped[int | None] = mapped_column(Integer)
    level: Mapped[str | None] = mapped_column(CODE)
    judgement_level: Mapped[str | None] = mapped_column(CODE)
    judgement_why: Mapped[str | None] = mapped_column(Text)
    next_on: Mapped[date | None] = mapped_column(Date)
    note: Mapped[str | None] = mapped_column(Text)
    marac_referred_on: Mapped[date | None] = mapped_column(Date)
    marac_heard_on: Mapped[date | None] = mapped_column(Date)
    marac_outcome: Mapped[str | None] = mapped_column(Text)
    marac_repeat: Mapped[str | None] = mapped_column(CODE)


class ChildRiskAssessmentRow(RecordRow, Row):
    """Child's risk assessment."""

    __tablename__ = "child_risk_assessment"

    child_id: Mapped[str] = link("child")
    assessed_on: Mapped[date] = mapped_column(Date)
    stage: Mapped[str | None] = mapped_column(CODE)
    tool_version: Mapped[str | None] = mapped_column(String(40))
    worker: Mapped[str | None] = mapped_column(String(80))
    c01: Mapped[str | None] = mapped_column(CODE)
    c02: Mapped[str | None] = mapped_column(CODE)
    c03: Mapped[str | None] = mapped_column(CODE)
    c04: Mapped[str | None] = mapped_column(CODE)
    c05: Mapped[str | None] = mapped_column(CODE)
    c06: Mapped[str | None] = mapped_column(CODE)
    c07: Mapped[str | None] = mapped_column(CODE)
    c08: Mapped[str | None] = mapped_column(CODE)
    c09: Mapped[str | None] = mapped_column(CODE)
    c10: Mapped[str | None] = mapped_column(CODE)
    c11: Mapped[str | None] = mapped_column(CODE)
    c12: Mapped[str | None] = mapped_column(CODE)
    score: Mapped[int | None] = mapped_column(Integer)
    level: Mapped[str | None] = mapped_column(CODE)
    next_on: Mapped[date | None] = mapped_column(Date)
    note: Mapped[str | None] = mapped_column(Text)
