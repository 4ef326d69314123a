"""What everybody who opens a file has to see first, in a few words each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from refugedesk.domain.lists.health import FIRE_HELP
from refugedesk.domain.words import tr
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.storage.lookups.alerts import AlertFacts, alert_facts


@dataclass(frozen=True)
class Alert:
    """One alert: its words, what more there is to it, and the section of the file it comes from."""

    words: str
    detail: str
    section: str


def alerts(desk: Desk, resident_id: str, stay_id: str | None) -> tuple[Alert, ...]:
    """The alerts of a person, the gravest first; none where there is no such person."""
    desk.require(Action.READ)
    with desk.reading() as connection:
        facts = alert_facts(connection, resident_id, stay_id)
    return tuple(_alerts(facts)) if facts else ()


def _alerts(facts: AlertFacts) -> Iterator[Alert]:
    if facts.must_not_know:
        yield Alert(tr("Must not know"), facts.must_not_know, "checklist")
    if facts.has_contact_orders:
        yield Alert(tr("Contact order"), tr("A court has decided about contact with a child."), "children")
    if facts.has_orders:
        yield Alert(tr("Order or bail"), tr("An order or bail is in force against somebody feared."), "feared")
    if facts.message_may_be_left == "no":
        yield Alert(tr("Leave no message"), tr("It is not safe to leave a message."), "safe_contact")
    if facts.allergies:
        yield Alert(tr("Allergies"), facts.allergies, "health")
    help_needed = [tr(FIRE_HELP.label(code)) for code in facts.fire_help if not FIRE_HELP[code].stands_alone]
    if help_needed:
        yield Alert(tr("Help in a fire"), ", ".join(help_needed), "health")
    if facts.interpreter_needed == "yes":
        yield Alert(tr("Interpreter"), facts.first_language or tr("language not recorded"), "language")
    if facts.conflicts:
        yield Alert(tr("Known to a worker"), tr("Somebody of the team knows this person."), "feared")
