"""Plans: safety, goals, actions, reviews and scores."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Date, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from refugedesk.storage.tables.schema import CODE, OTHER, RecordRow, Row, link


class SafetyPlanRow(RecordRow, Row):
    """Safety plan."""

    __tablename__ = "safety_plan"

    stay_id: Mapped[str] = link("stay")
    made_on: Mapped[date] = mapped_column(Date)
    in_danger: Mapped[str | None] = mapped_column(Text)
    out_and_about: Mapped[str | None] = mapped_column(Text)
    online: Mapped[str | None] = mapped_column(Text)
    children: Mapped[str | None] = mapped_column(Text)
    contact: Mapped[str | None] = mapped_column(Text)
    feelings: Mapped[str | None] = mapped_column(Text)
    code_word: Mapped[str | None] = mapped_column(String(60))
    copy_given: Mapped[str | None] = mapped_column(String(200))
    review_on: Mapped[date | None] = mapped_column(Date)
    worker: Mapped[str | None] = mapped_column(String(80))


class GoalRow(RecordRow, Row):
    """Need and goal."""

    __tablename__ = "goal"

    stay_id: Mapped[str] = link("stay")
    need: Mapped[str] = mapped_column(CODE)
    need_other: Mapped[str | None] = mapped_column(OTHER)
    level: Mapped[str | None] = mapped_column(CODE)
    goal: Mapped[str | None] = mapped_column(Text)
    agreed_on: Mapped[date] = mapped_column(Date)
    review_on: Mapped[date | None] = mapped_column(Date)
    outcome: Mapped[str | None] = mapped_column(CODE)
    outcome_why: Mapped[str | None] = mapped_column(Text)
    ended_on: Mapped[date | None] = mapped_column(Date)
    level_now: Mapped[str | None] = mapped_column(CODE)


class PlanActionRow(RecordRow, Row):
    """Action."""

    __tablename__ = "plan_action"

    goal_id: Mapped[str] = link("goal")
    what: Mapped[str] = mapped_column(String(400))
    who: Mapped[str | None] = mapped_column(String(80))
    due_on: Mapped[date | None] = mapped_column(Date)
    done_on: Mapped[date | None] = mapped_column(Date)


class PlanReviewRow(RecordRow, Row):
    """Review."""

    __tablename__ = "plan_review"

    stay_id: Mapped[str] = link("stay")
    reviewed_on: Mapped[date] = mapped_column(Date)
    note: Mapped[str | None] = mapped_column(Text)
    worker: Mapped[str | None] = mapped_column(String(80))
    next_on: Mapped[date | None] = mapped_column(Date)


class OutcomeScoreRow(RecordRow, Row):
    """Score."""

    __tablename__ = "outcome_score"

    stay_id: Mapped[str] = link("stay")
    scored_on: Mapped[date] = mapped_column(Date)
    stage: Mapped[str] = mapped_column(CODE)
    area: Mapped[str] = mapped_column(CODE)
    score: Mapped[int] = mapped_column(Integer)
