"""What somebody did, as the end of a sentence: in the words of the forms and lists as the service has them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from refugedesk.domain.records import ALL
from refugedesk.domain.words import counted, noted, tr
from refugedesk.services.changes_in_words import change_in_words
from refugedesk.services.papers import TITLES
from refugedesk.services.things import THINGS
from refugedesk.services.wording import NAMELESS, count_of
from refugedesk.storage.lookups.trail import TrailLine
from refugedesk.storage.own_rules import InForce

MOST_FIELDS: Final = 4
A_PAPER: Final = noted("a paper")
UNKNOWN: Final = noted("did something that this version has no words for")


@dataclass(frozen=True)
class Told:
    """What the words are taken from: the forms and lists in force, account -> name, and what a record is called."""

    rules: InForce
    workers: Mapping[str, str]
    called: Callable[[str, str], str]


def in_words(line: TrailLine, file: str, told: Told) -> str:
    """The deed as the end of a sentence that begins with who did it; ``file``: whose file, empty for nobody's."""
    paper = tr(TITLES.get(line.facts.get("paper", ""), A_PAPER)).lower()
    if line.action in _OF_FILE:
        return tr(_OF_FILE[line.action], file=file, paper=paper, **_facts(line, told))
    if line.record in ALL:
        return _of_record(line, file, told)
    if line.action == "settings":
        return _of_settings(line, told)
    return tr(_OF_STORE.get(line.action, UNKNOWN), paper=paper, **_facts(line, told))


def _facts(line: TrailLine, told: Told) -> dict[str, str]:
    facts = line.facts
    return {
        "reason": facts.get("reason") or tr("no reason is kept"),
        "account": told.workers.get(facts.get("account", "") or line.record_id, tr(NAMELESS)),
        "include": ", " + tr("with {questions}", questions=_questions(facts["include"], told))
        if facts.get("include")
        else "",
        "recipient": facts.get("recipient") or tr("nobody named"),
        "times": count_of(int(facts.get("count", "1")), "wrong try", "wrong tries"),
        "name": facts.get("name") or tr("a choice"),
        "confirmed_by": told.workers.get(facts.get("confirmed_by", ""), tr(NAMELESS)),
    }


def _questions(columns: str, told: Told) -> str:
    """Restricted columns that were asked for, as the forms call them: “Solicitor”, “Allergies” in."""
    return ", ".join(_question(column, told) for column in columns.split())


def _question(column: str, told: Told) -> str:
    form, _, name = column.rpartition(".")
    forms = [told.rules.forms[form]] if form in told.rules.forms else list(told.rules.forms.values())
    labels = [field.label for record in forms for field in record.fields if field.name == name]
    question = f"“{labels[0] if labels else column}”"
    is_of_form = bool(labels) and form in THINGS
    return tr("{question} in {thing}", question=question, thing=tr(THINGS[form])) if is_of_form else question


VERBS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "view": noted("looked at {thing}"),
        "create": noted("recorded {thing}"),
        "import": noted("imported {thing}"),
        "remove": noted("took out {thing}"),
        "put_back": noted("put back {thing}"),
    }
)


def _of_record(line: TrailLine, file: str, told: Told) -> str:
    is_whole_file = file and line.record in ("resident", "referral")
    thing = file if is_whole_file else tr(THINGS[line.record])
    if file and not is_whole_file:
        thing = tr("{thing} in {file}", thing=thing, file=file)
    if sentence := VERBS.get(line.action):
        return tr(sentence, thing=thing)
    if line.action == "print":
        paper = tr(TITLES.get(line.facts.get("paper", ""), A_PAPER)).lower()
        return tr("printed {paper} from {file}", paper=paper, file=file or tr("a file"))
    fields = [field for field in told.rules.forms[line.record].fields if field.name in line.fields]
    changes = [change_in_words(field, line.changes.get(field.name), told.called) for field in fields[:MOST_FIELDS]]
    if not changes:
        return tr("changed {thing}", thing=thing)
    words = "; ".join(changes)
    if len(fields) > MOST_FIELDS:
        more = len(fields) - MOST_FIELDS
        words = counted(more, "{changes} and %n more", "{changes} and %n more", changes=words)
    return tr("changed {thing}: {changes}", thing=thing, changes=words)


def _of_settings(line: TrailLine, told: Told) -> str:
    """What of the service's own choices was changed."""
    form = line.record_id.removeprefix("form ")
    if form in told.rules.forms:
        return tr("changed the questions of the form “{form}”", form=tr(told.rules.forms[form].title))
    return tr(_OF_SETTINGS.get(line.record_id or line.facts.get("name", ""), WORKS))


WORKS: Final = noted("changed how the service works")
_OF_SETTINGS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "rhythm": noted("changed when things are due"),
        "agreed": noted("changed what has been agreed with the commissioner"),
        "backups": noted("changed where backups go, or how often"),
        "own_returns": noted("changed a return of the service's own"),
    }
)
_OF_FILE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "hide": noted("hid {file} from {account}: {reason}"),
        "show": noted("showed {file} to somebody again"),
        "emergency": noted("opened what is kept back in {file}: {reason}"),
        "noted": noted("took note that {file} was opened in an emergency"),
        "merge": noted("made another file one with {file}"),
        "undo_merge": noted("took another file apart from {file} again"),
        "ask_purge": noted("asked for {file} to be purged"),
        "withdraw_purge": noted("took back that {file} be purged"),
        "purge": noted("purged {file}; {confirmed_by} confirmed it"),
        "purge_again": noted("found an older copy of {file}, and it was purged again"),
        "hold": noted("held {file}: {reason}"),
        "end_hold": noted("ended a hold on {file}"),
        "hand_over": noted("wrote down that something of {file} was given to {recipient}"),
        "two_people": noted("said that {file} is another person's than one of a like name"),
    }
)
_OF_STORE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "unlock": noted("unlocked the store"),
        "older_copy": noted("found an older copy of the records in place of the newest"),
        "recover": noted("unlocked the store with the recovery key"),
        "refused": noted("unlocked the store after {times} by somebody"),
        "add_user": noted("gave {account} a way in"),
        "remove_user": noted("took away the way in of {account}"),
        "change_passphrase": noted("changed their passphrase"),
        "new_recovery_key": noted("made a new recovery key"),
        "backup": noted("made a backup"),
        "try_restore": noted("tried whether a backup can be brought back"),
        "change_key": noted("put the store under a new key"),
        "open_by_shares": noted("unlocked the store with trustees' shares"),
        "new_shares": noted("made new trustees' shares"),
        "end_shares": noted("took away what the trustees' shares open"),
        "try_shares": noted("tried the trustees' shares"),
        "check": noted("checked the store"),
        "export": noted("exported the records{include}: {reason}"),
        "import": noted("imported records"),
        "release": noted("wrote a return for {recipient}"),
        "print": noted("printed {paper}"),
        "confirm": noted("confirmed the vacancies"),
    }
)
