"""What a service changes about its forms and lists: kept, audited, and put back as it came."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from refugedesk.domain.fields import Field, Kind, Record
from refugedesk.domain.lists import ALL as LISTS
from refugedesk.domain.own_rules import (
    FIXED_FORMS,
    FIXED_LISTS,
    LONGEST_LABEL,
    OwnCode,
    OwnField,
    OwnForm,
    OwnRuleError,
    can_hide,
    check_code,
    dependents,
    own_code_for,
)
from refugedesk.domain.records import ALL as FORMS
from refugedesk.domain.records.own_code import OWN_CODE
from refugedesk.domain.words import tr
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.storage import settings
from refugedesk.storage.extracts import COUNTED
from refugedesk.storage.lookups.used_codes import uses_of
from refugedesk.storage.own_rules import NAME, in_force
from refugedesk.storage.work import Work

ALERTS: Final = {
    "must_not_know",
    "contact_orders",
    "orders",
    "message_may_be_left",
    "allergies",
    "fire_help",
    "interpreter_needed",
    "first_language",
}
"""The questions the alerts at the head of a file are made of."""
GUARDED: Final = {"feared_person", "known_as", "name", "also_known_as"}
DUE: Final = {"next_on", "review_on", "chase_on", "due_on", "heard_on", "order_until", "aftercare_agreed"}


@dataclass(frozen=True)
class OwnCodeRow:
    """An answer the service has added: its key, the code itself, and how many records have it."""

    id: str
    of: OwnCode
    uses: int


def changeable_forms() -> tuple[Record, ...]:
    """The forms a service can change, as the product has them."""
    return tuple(record for record in FORMS.values() if record.id not in FIXED_FORMS)


def changeable_lists() -> tuple[str, ...]:
    """The ids of the lists a service can add to, by title."""
    used = {field.codes.id for record in changeable_forms() for field in record.fields if field.codes}
    return tuple(sorted(used - FIXED_LISTS, key=lambda name: LISTS[name].title.casefold()))


def own_form(desk: Desk, record_id: str) -> OwnForm:
    """What the service has changed about a form."""
    return desk.in_force.own.get(record_id, OwnForm())


def what_is_lost(record_id: str, name: str) -> tuple[str, ...]:
    """What goes with a question that is no longer asked, a sentence each; empty where nothing else needs it."""
    field = FORMS[record_id].field(name)
    lost = []
    if name in COUNTED.get(record_id, frozenset()) or field.has_rows:
        lost.append(tr("Returns count it: whoever comes from now on is counted there as not recorded."))
    if name in ALERTS:
        lost.append(
            tr("An alert at the head of a file is made of it, and will not be there for whoever comes from now on.")
        )
    if name in GUARDED and record_id in ("referral", "perpetrator"):
        lost.append(
            tr("The warning that two people must not meet looks at it, and will not see whoever comes from now on.")
        )
    if name in DUE:
        lost.append(tr("What is due is worked out from it."))
    asked = dict.fromkeys(dependents(FORMS[record_id], name))
    lost += [tr("“{label}” is asked only when it is answered.", label=label) for label in asked]
    return tuple(lost)


def keep_form(desk: Desk, record_id: str, own: OwnForm) -> None:
    """Makes it the service's form; what is as it came is not kept at all.

    Raises:
        OwnRuleError: a question is hidden that no record can be without, or has no words.
    """
    desk.require(Action.KEEP_RULES)
    record = FORMS[record_id]
    _check(record, own)
    with desk.writing() as work:
        kept: dict[str, object] = {name: each.as_plain() for name, each in in_force(work.connection).own.items()}
        kept.pop(record_id, None)
        before = in_force(work.connection).own.get(record_id, OwnForm()).as_plain()
        after = _tidied(record, own).as_plain()
        if after != OwnForm().as_plain():
            kept[record_id] = after
        settings.choose(work.connection, NAME, kept)
        _note(work, record_id, before, after)


def put_back(desk: Desk, record_id: str) -> None:
    """Puts a form back as it came."""
    keep_form(desk, record_id, OwnForm())


def own_codes(desk: Desk, codelist: str) -> tuple[OwnCodeRow, ...]:
    """The answers the service has added to a list, in the order in which they are offered."""
    desk.require(Action.READ)
    with desk.reading() as connection:
        found = [code for code in in_force(connection).codes if code.codelist == codelist]
        keys = settings.own_code_keys(connection)
        uses = uses_of(connection, codelist)
    rows = (OwnCodeRow(keys[code.codelist, code.code], code, uses.get(code.code, 0)) for code in found)
    return tuple(sorted(rows, key=lambda row: row.of.code))


def add_code(desk: Desk, codelist: str, label: str, counts_as: str) -> OwnCode:
    """Adds an answer at the end of a list.

    Raises:
        OwnRuleError: it has no words, the list has such an answer, or it counts as nothing.
    """
    desk.require(Action.KEEP_RULES)
    with desk.writing() as work:
        rules = in_force(work.connection)
        codes = rules.lists.get(codelist)
        words = " ".join(label.split())
        if codes is not None and any(each.label.casefold() == words.casefold() for each in codes.codes):
            raise OwnRuleError(tr("The list has an answer of these words already. Nothing was added."))
        taken = [code.code for code in codes.codes] if codes is not None else []
        code = OwnCode(codelist, own_code_for(words, taken), words, counts_as)
        check_code(code, LISTS)
        work.add(OWN_CODE.id, _answers(code))
    return code


def change_code(desk: Desk, key: str, label: str | None = None, is_offered: bool | None = None) -> None:
    """Gives an answer other words, or offers it no longer, or again. What it counts as stays: figures would change."""
    desk.require(Action.KEEP_RULES)
    with desk.writing() as work:
        stored = work.load(OWN_CODE.id, key)
        answers = dict(stored.answers)
        if label is not None:
            words = answers["label"] = " ".join(label.split())
            if not words or len(words) > LONGEST_LABEL:
                raise OwnRuleError(
                    tr("Type the words of the answer, at most {longest_label} letters.", longest_label=LONGEST_LABEL)
                )
        if is_offered is not None:
            answers["offered"] = "yes" if is_offered else "no"
        work.save(OWN_CODE.id, key, answers, stored.version)


def remove_code(desk: Desk, key: str) -> None:
    """Takes an answer out that nobody has ever been given.

    Raises:
        OwnRuleError: records have it; it can only be offered no longer.
    """
    desk.require(Action.KEEP_RULES)
    with desk.writing() as work:
        stored = work.load(OWN_CODE.id, key)
        if uses_of(work.connection, str(stored.answers["codelist"])).get(str(stored.answers["code"])):
            raise OwnRuleError(tr("Records have this answer, so it stays readable. Choose No longer offer it instead."))
        work.remove(OWN_CODE.id, key)


def put_back_code(desk: Desk, code: OwnCode) -> None:
    """Puts back an answer that was taken out, under the code that it had.

    Raises:
        OwnRuleError: the list has an answer of that code or of its words by now.
    """
    desk.require(Action.KEEP_RULES)
    with desk.writing() as work:
        codes = in_force(work.connection).lists[code.codelist]
        if code.code in codes or any(each.label.casefold() == code.label.casefold() for each in codes.codes):
            raise OwnRuleError(tr("The list has such an answer again already. Nothing was changed."))
        check_code(code, LISTS)
        work.add(OWN_CODE.id, _answers(code))


def _answers(of: OwnCode) -> dict[str, Any]:
    offered = "yes" if of.is_offered else "no"
    return {"codelist": of.codelist, "code": of.code, "label": of.label, "counts_as": of.counts_as, "offered": offered}


def _check(record: Record, own: OwnForm) -> None:
    if record.id in FIXED_FORMS:
        raise OwnRuleError(tr("This form cannot be changed."))
    for name, each in own.fields.items():
        field = record.field(name)
        if each.is_hidden and not can_hide(field):
            raise OwnRuleError(tr("“{label}” cannot be left out: without it there is no record.", label=field.label))
        if len(each.label) > LONGEST_LABEL:
            raise OwnRuleError(
                tr(
                    "“{label}”: the words can have {longest_label} letters at most.",
                    label=field.label,
                    longest_label=LONGEST_LABEL,
                )
            )


def _tidied(record: Record, own: OwnForm) -> OwnForm:
    """Without what only says again what the product says."""
    fields = {name: _own(record.field(name), each) for name, each in own.fields.items()}
    usual = {section.name: [field.name for field in section.fields] for section in record.sections}
    order = {name: list(names) for name, names in own.order.items() if list(names) != usual.get(name)}
    return OwnForm({name: each for name, each in fields.items() if each != OwnField()}, order)


def _own(field: Field, own: OwnField) -> OwnField:
    label = " ".join(own.label.split())
    is_wanted = None if own.is_wanted == field.is_wanted else own.is_wanted
    return replace(own, label="" if label in (field.label, tr(field.label)) else label, is_wanted=is_wanted)


def _note(work: Work, record_id: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
    changes: dict[str, list[object]] = {
        f"{part}.{name}": [before[part].get(name), after[part].get(name)]
        for part in ("fields", "order")
        for name in sorted({*before[part], *after[part]})
        if before[part].get(name) != after[part].get(name)
    }
    if changes:
        work.note_change("settings", f"form {record_id}", changes)


def can_be_wanted(field: Field) -> bool:
    """Whether a blank answer can count as missing: links and what is worked out are no questions."""
    return field.kind is not Kind.LINK and field.worked_out is None and not field.is_required and not field.has_rows
