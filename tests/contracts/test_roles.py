"""Every function a service offers is tried as every role; one without a line here is found."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import pytest

from desks import NOON, PASSPHRASE, a_desk
from refugedesk import services
from refugedesk.services import people, stores
from refugedesk.services.clock import FixedClock
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action, NotAllowedError, Role, may
from vaults import CHEAP

READ, RECORD = Action.READ, Action.RECORD
ASKS: Final[dict[str, Action]] = {
    "access.deciding.decide": Action.HAND_OVER,
    "access.deciding.decisions": Action.HAND_OVER,
    "access.lines.look_through": Action.HAND_OVER,
    "access.writing.write_pack": Action.HAND_OVER,
    "handing_over.hand_over": Action.HAND_OVER,
    "handing_over.handed_over_rows": Action.HAND_OVER,
    "handing_over.log": Action.HAND_OVER,
    "agreed.agree": Action.KEEP_RULES,
    "agreed.agreed_now": Action.KEEP_RULES,
    "arrivals.start_arrival": RECORD,
    "arrivals.add_child": RECORD,
    "arrivals.arrive": RECORD,
    "arrivals.change_unit": RECORD,
    "backups.backup": Action.KEEP_STORE,
    "backing_up.is_any_due": Action.KEEP_STORE,
    "rehearsing.backups_there": Action.KEEP_STORE,
    "rehearsing.try_restore": Action.KEEP_STORE,
    "retention.how_many_due": Action.PURGE,
    "backing_up.back_up_due": Action.KEEP_STORE,
    "backing_up.back_up_now": Action.KEEP_STORE,
    "backup_places.backup_record": Action.KEEP_STORE,
    "backup_places.place_rows": Action.KEEP_STORE,
    "backup_places.add_place": Action.KEEP_BACKUPS,
    "backup_places.drop_place": Action.KEEP_BACKUPS,
    "backup_places.keep_backup_rules": Action.KEEP_BACKUPS,
    "thinning.thin": Action.KEEP_STORE,
    "case_stories.give_story": Action.HAND_OVER,
    "case_stories.own_words_found": Action.HAND_OVER,
    "case_stories.story_book": Action.HAND_OVER,
    "board.board": READ,
    "board.confirm_vacancies": RECORD,
    "board.confirmed_on": READ,
    "board.vacancy_card": READ,
    "carried.held_unit": RECORD,
    "checks.check": Action.KEEP_STORE,
    "choices.suggestions": READ,
    "choices.link_choices": READ,
    "comparing.prepare_comparison": Action.MAKE_RETURN,
    "comparing.write_comparison": Action.MAKE_RETURN,
    "counting.counted": Action.MAKE_RETURN,
    "counting.counted_by": Action.MAKE_RETURN,
    "counting.facts": Action.MAKE_RETURN,
    "due.rhythm": READ,
    "due.keep_rhythm": Action.KEEP_RULES,
    "due.due": READ,
    "due.due_in": READ,
    "languages.known_languages": READ,
    "languages.language_bank": READ,
    "languages.who_speaks": READ,
    "earlier_releases.concerning": Action.MAKE_RETURN,
    "emergency.open_in_emergency": RECORD,
    "emergency.to_note": READ,
    "emergency.take_note": RECORD,
    "exact_files.write_locked": Action.RELEASE_EXACT,
    "forms.new_draft": RECORD,
    "forms.open_draft": READ,
    "forms.look_around": READ,
    "forms.save": RECORD,
    "forms.remove": RECORD,
    "guard.warnings": READ,
    "holds.end_hold": Action.PURGE,
    "holds.hold": Action.PURGE,
    "holds.holds_on": Action.PURGE,
    "hiding.hidden_from": READ,
    "hiding.whose": READ,
    "hiding.colleagues": READ,
    "hiding.hide": RECORD,
    "hiding.lift": RECORD,
    "interchange.exporting.export_folder": Action.EXPORT,
    "interchange.importing.import_folder": Action.IMPORT,
    "linked.linked": READ,
    "linked.linked_counts": READ,
    "merging.candidates.alike": READ,
    "merging.candidates.every_alike": READ,
    "merging.candidates.keep_apart": RECORD,
    "merging.comparing.compare": RECORD,
    "merging.picking.files_to_pick": Action.PICK_FILES,
    "merging.joining.make_one": RECORD,
    "merging.parting.merged_into": READ,
    "merging.parting.file_now": READ,
    "merging.parting.look_before": READ,
    "merging.parting.take_apart": RECORD,
    "narratives.warner": Action.MAKE_RETURN,
    "own_definitions.keep_own_return": Action.KEEP_RULES,
    "own_definitions.own_contents": Action.KEEP_RULES,
    "own_definitions.put_away": Action.KEEP_RULES,
    "own_tables.preview": Action.MAKE_RETURN,
    "own_definitions.own_definitions": Action.MAKE_RETURN,
    "own_rules.add_code": Action.KEEP_RULES,
    "own_rules.change_code": Action.KEEP_RULES,
    "own_rules.keep_form": Action.KEEP_RULES,
    "own_rules.own_codes": READ,
    "own_rules.put_back": Action.KEEP_RULES,
    "own_rules.put_back_code": Action.KEEP_RULES,
    "own_rules.remove_code": Action.KEEP_RULES,
    "papers.make_paper": READ,
    "papers.note_printed": READ,
    "people.add_user": Action.KEEP_PEOPLE,
    "people.remove_user": Action.KEEP_PEOPLE,
    "people.new_recovery_key": Action.KEEP_PEOPLE,
    "presence.last_here": READ,
    "purges.ask": Action.PURGE,
    "purges.confirm": Action.PURGE,
    "purges.elsewhere": Action.PURGE,
    "purges.lives_here": Action.PURGE,
    "purges.look": Action.PURGE,
    "purges.purged_files": Action.PURGE,
    "purges.whose": Action.PURGE,
    "purges.waiting": Action.PURGE,
    "purges.withdraw": Action.PURGE,
    "quality.quality": READ,
    "reconciling.reconciliation": Action.MAKE_RETURN,
    "rekeying.change_key": Action.KEEP_PEOPLE,
    "rekeying.waiting_for": Action.KEEP_PEOPLE,
    "repeats.may_repeat": READ,
    "retention.file_row": Action.PURGE,
    "retention.file_rows": Action.PURGE,
    "retention.keep_rules": Action.KEEP_RULES,
    "retention.rules": READ,
    "return_offers.offered": Action.MAKE_RETURN,
    "return_offers.periods": Action.MAKE_RETURN,
    "preparing.prepare": Action.MAKE_RETURN,
    "preparing.prepare_beside": Action.MAKE_RETURN,
    "return_files.check_still_beside": Action.MAKE_RETURN,
    "return_files.write": Action.MAKE_RETURN,
    "release_ledger.protected_releases": Action.MAKE_RETURN,
    "release_ledger.released": Action.MAKE_RETURN,
    "release_ledger.write_down": Action.MAKE_RETURN,
    "return_files.write_exact": Action.RELEASE_EXACT,
    "shelf.keep": RECORD,
    "shelf.kept": READ,
    "shelf.resume": RECORD,
    "trail.trail": Action.SEE_TRAIL,
    "trail.everybody": Action.SEE_TRAIL,
    "trail.whose": Action.SEE_TRAIL,
    "trustees.make": Action.KEEP_PEOPLE,
    "trustees.give_out": Action.KEEP_PEOPLE,
    "trustees.end": Action.KEEP_PEOPLE,
    "trustees.standing": Action.KEEP_PEOPLE,
    "trustees.try_out": Action.KEEP_PEOPLE,
    "unseen.held_unseen": READ,
    "views.alerts.alerts": READ,
    "views.caseloads.caseloads": READ,
    "views.mine.my_day": READ,
    "views.news.news": READ,
    "views.quarter.quarter_view": READ,
    "views.tonight.is_new": READ,
    "views.finding.search": READ,
    "views.changes.history": READ,
    "views.lists.referrals": READ,
    "views.lists.residents": READ,
    "views.person.person": READ,
    "views.progress.scores": READ,
    "views.progress.risk_course": READ,
    "views.tonight.tonight": READ,
    "views.tonight.units": READ,
}
"""What each function asks; all others of its module's roles are refused before anything else is looked at."""
OPEN: Final[dict[str, str]] = {
    "backing_up.backup_standing": "when the last backup was proved, which everybody is reminded of",
    "backup_records.note_proved": "called once a backup is proved",
    "backup_records.note_tried": "called once a restore was rehearsed",
    "emergency.may_open": "says whether something is offered, and no to those who may not",
    "hiding.may_hide": "says whether something is offered, and no to those who may not",
    "hiding.require_may_declare": "refuses by itself",
    "own_rules.own_form": "how a form is asked, which is about nobody",
    "papers.file_name": "a kind and a day",
    "people.change_passphrase": "one's own, and the old one is asked for",
    "people.users": "the names of colleagues, which an administrator needs and everybody knows",
    "access.writing.paper": "lays out lines that were looked through already",
    "purging_again.clean_now": "called once a purge is done",
    "purging_again.settle_purges": "what was decided is done again when a store is opened, whoever opens it",
    "shelf.drop": "one's own",
}
"""The functions anybody may call, and why."""


def offered() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every public function of the services that is handed the desk."""
    for module in pkgutil.walk_packages(services.__path__, f"{services.__name__}."):
        loaded = importlib.import_module(module.name)
        for name, function in vars(loaded).items():
            is_own = inspect.isfunction(function) and function.__module__ == module.name and not name.startswith("_")
            if is_own and "desk" in inspect.signature(function).parameters:
                yield f"{module.name.removeprefix('refugedesk.services.')}.{name}", function


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("roles") / "store"
    desk = a_desk(folder)
    for role in Role:
        people.add_user(desk, role.label, role, PASSPHRASE, CHEAP)
    desk.close()
    return folder


@pytest.fixture(scope="module", params=list(Role))
def desk(request: pytest.FixtureRequest, folder: Path) -> Iterator[Desk]:
    at: datetime = NOON
    desk = stores.open_store(folder, request.param.label, PASSPHRASE, FixedClock(at), CHEAP)
    yield desk
    desk.close()


OFFERED: Final = dict(offered())


def test_every_function_has_a_line() -> None:
    without = sorted(set(OFFERED) - set(ASKS) - set(OPEN))
    assert not without, f"say in ASKS what these ask, or in OPEN why they ask nothing: {', '.join(without)}"
    assert not set(ASKS) & set(OPEN)


@pytest.mark.parametrize("name", [name for name in ASKS if name in OFFERED])
def test_a_function_is_refused_to_those_who_may_not_and_to_nobody_else(name: str, desk: Desk) -> None:
    assert _is_refused(OFFERED[name], desk) is not may(desk.user.role, ASKS[name])


@pytest.mark.parametrize("name", [name for name in OPEN if name in OFFERED])
def test_what_is_open_refuses_nobody(name: str, desk: Desk) -> None:
    assert not _is_refused(OFFERED[name], desk)


def _is_refused(function: Callable[..., Any], desk: Desk) -> bool:
    """Calls it with nothing that makes sense: whoever is allowed gets as far as that."""
    needed = [
        each
        for each in inspect.signature(function).parameters.values()
        if each.default is each.empty and each.kind not in (each.VAR_KEYWORD, each.VAR_POSITIONAL)
    ]
    given = {each.name: desk if each.name == "desk" else _Nonsense() for each in needed}
    try:
        function(**given)
    except NotAllowedError:
        return True
    except Exception:  # noqa: S110
        pass
    return False


class _Nonsense:
    """Not what any argument should be."""
