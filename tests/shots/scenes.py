"""What is photographed: every page with what it is opened with, and what is done on it before the picture."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar, cast

from refugedesk.domain.fields import Kind
from refugedesk.services import forms, views
from refugedesk.services.desk import Desk
from refugedesk.services.exact_files import Locked
from refugedesk.services.linked import linked_counts
from refugedesk.services.papers import KINDS
from refugedesk.services.release_ledger import Written
from refugedesk.ui.forms.fold import Fold
from refugedesk.ui.forms.form_view import FormView
from refugedesk.ui.forms.readable_section import ReadableSection
from refugedesk.ui.main_window import MainWindow
from refugedesk.ui.pages.case_story import StoryPage
from refugedesk.ui.pages.entries_section import EntriesSection
from refugedesk.ui.pages.help_topics import topics
from refugedesk.ui.pages.home import PARTS as HOME_PARTS
from refugedesk.ui.pages.house import NAMES as HOUSE_LISTS
from refugedesk.ui.pages.house import HousePage
from refugedesk.ui.pages.locked_panel import LockedPanel
from refugedesk.ui.pages.merge import MergePage
from refugedesk.ui.pages.own_return.own_draft import OwnDraft
from refugedesk.ui.pages.own_returns import OwnReturnsPage
from refugedesk.ui.pages.page import Page
from refugedesk.ui.pages.person import PersonPage
from refugedesk.ui.pages.person_sections import Held, entries
from refugedesk.ui.pages.referral_form import ReferralPage
from refugedesk.ui.pages.return_balance import BalancePanel
from refugedesk.ui.pages.return_comparison import ComparisonChoice, ComparisonPanel
from refugedesk.ui.pages.return_sheet import ReturnSheets
from refugedesk.ui.pages.returns import ReturnsPage
from refugedesk.ui.pages.settings import PANELS
from refugedesk.ui.pages.stacked_section import OpenSection
from refugedesk.ui.pages.unit_form import UnitPage
from refugedesk.ui.routes import RAIL
from refugedesk.ui.widgets.boxes import boxed, column
from shots.houses import fullest
from waiting import until

Act = Callable[[MainWindow], object]
NONSENSE = "the 31st of Febuary"


def nothing(_window: MainWindow) -> None:
    """The page as it opens."""


@dataclass(frozen=True)
class Scene:
    """One picture: its name, the page, what it is opened with, and what is done there."""

    name: str
    page: str
    where: dict[str, object] = field(default_factory=dict)
    act: Act = nothing


def scenes(desk: Desk) -> Iterator[Scene]:
    """Every scene there is in this store."""
    for name in (*RAIL, "settings", "arrival", "papers", "trail", "keeping", "handed_over"):
        yield Scene(name, name)
    yield from (Scene(f"home-{part}", "home", {"part": part}) for part in HOME_PARTS)
    yield from (Scene(f"help-{topic.name}", "help", {"topic": topic.name}) for topic in topics())
    yield from (Scene(f"settings-{each.name}", "settings", {"panel": each.name}) for each in PANELS)
    yield from _lists()
    yield from _house()
    yield from _forms(desk)
    yield from _returns()
    yield from _stories(desk)
    yield from _person(desk)
    yield from _merge(desk)
    yield Scene("search-results", "home", act=partial(_search, "a"))
    yield Scene("search-nothing", "home", act=partial(_search, "qqq"))


def _lists() -> Iterator[Scene]:
    yield Scene("referrals-nothing-fits", "referrals", {"text": "qqq"})
    yield Scene("residents-all", "residents", {"chip": "all"})
    yield Scene("frame-fault", "home", act=_say_fault)


def _house() -> Iterator[Scene]:
    for name in HOUSE_LISTS:
        yield Scene(f"house-{name}", "house", {"panel": name})
        yield Scene(f"house-{name}-open", "house", {"panel": name}, _open_house)


def _forms(desk: Desk) -> Iterator[Scene]:
    for name in ("referral", "unit"):
        yield Scene(f"{name}-new", name)
        yield Scene(f"{name}-problems", name, act=_say_nonsense)
    yield Scene("arrival-problems", "arrival", act=_say_nonsense)
    yield Scene("referral-not-accepted", "referral", act=partial(_answer_outcome, "not_accepted"))
    yield Scene("referral-accepted", "referral", act=partial(_answer_outcome, "accepted"))
    yield Scene("referral-unfolded", "referral", act=_unfold)
    if referrals := views.referrals(desk, limit=1).rows:
        yield Scene("referral-stored", "referral", {"id": referrals[0].id})
        yield Scene("arrival-of-referral", "arrival", {"referral_id": referrals[0].id})
    if units := views.units(desk):
        yield Scene("unit-stored", "unit", {"id": units[0].id})
        yield Scene("unit-take-out", "unit", {"id": units[0].id}, _ask_to_remove)


def _returns() -> Iterator[Scene]:
    yield Scene("returns-prepared", "returns", act=_prepare)
    yield Scene("returns-mend", "returns", act=_mend)
    yield Scene("returns-balance", "returns", act=_balance)
    yield Scene("returns-compare", "returns", act=lambda window: page_of(window, ReturnsPage).compare_button.click())
    yield Scene("returns-compared", "returns", act=_compare)
    yield Scene("returns-exact", "returns", act=lambda window: page_of(window, ReturnsPage).show_exact())

    yield Scene("returns-password", "returns", act=_password)
    yield Scene("returns-ledger", "returns", act=lambda window: page_of(window, ReturnsPage).show_ledger())
    yield Scene("own-empty", "own")
    yield Scene("own-editor", "own", act=_own_return)
    yield Scene("own-take", "own", act=partial(_own_table, "take"))
    yield Scene("own-build", "own", act=partial(_own_table, "build"))
    yield Scene("own-look", "own", act=_look_at_own)
    yield Scene("own-targets", "own", act=_targets)


def _stories(desk: Desk) -> Iterator[Scene]:
    """A case story: before anybody is chosen, one that fits too few people, and one that fits enough."""
    yield Scene("story-nobody", "story")
    if found := views.residents(desk, "all").rows:
        where: dict[str, object] = {"resident_id": found[-1].id}
        yield Scene("story-too-few", "story", where, partial(_tell, False))
        yield Scene("story-fits", "story", where, partial(_tell, True))


def _tell(is_remedied: bool, window: MainWindow) -> None:
    page = page_of(window, StoryPage)
    if page.told is None:
        return
    for tick in page.ticks.ticks.values():
        tick.setChecked(True)
    if is_remedied:
        page.told.remedy.click()
        page.told.own.setPlainText("She came on 3 May with nothing, and left with a tenancy.")


def _person(desk: Desk) -> Iterator[Scene]:
    """The fullest file: each section read, and each open for changing."""
    found = fullest(desk)
    if found is None:
        return
    where: dict[str, object] = {"resident_id": found.id, "stay_id": found.stay_id}
    yield Scene("sight", "sight", {"record": "resident", "id": found.id})
    yield Scene("access", "access", {"resident_id": found.id})
    yield Scene("purge", "purge", {"record": "resident", "id": found.id})
    yield Scene("trail-of-file", "trail", {"resident_id": found.id, "kind": "seen"})
    for key in section_keys(desk, found.id):
        yield Scene(f"person-{key}", "person", {**where, "section": key})
        yield Scene(f"person-{key}-open", "person", {**where, "section": key}, _open_section)
    stay = views.person(desk, found.id).stays[0]
    for child in stay.children[:1]:
        yield Scene("child", "child", {"child_id": child.child_id, "stay_id": stay.id})
    for kind in KINDS:
        yield Scene(f"papers-{kind.id}", "papers", {"kind": kind.id, "stay_id": stay.id})
    yield Scene("person-problems", "person", {**where, "section": "arrival"}, _spoil_section)
    yield Scene("person-history", "person", {**where, "section": "names"}, _show_history)
    yield Scene("person-move-on-begun", "person", where, lambda window: page_of(window, PersonPage).go_on_with_stay())


def _merge(desk: Desk) -> Iterator[Scene]:
    """Two files side by side; of the fullest, with as much as there can be."""
    found, rows = fullest(desk), views.residents(desk, "all", limit=2).rows
    other = next((row.id for row in rows if found is not None and row.id != found.id), None)
    if found is not None and other is not None:
        where: dict[str, object] = {"resident_id": found.id, "other_id": other}
        yield Scene("pick", "pick", {"resident_id": found.id})
        yield Scene("merge", "merge", where)
        yield Scene("merge-asked", "merge", where, lambda window: page_of(window, MergePage).ask())


def section_keys(desk: Desk, resident: str) -> tuple[str, ...]:
    """The keys of the sections of a file."""
    file = views.person(desk, resident)
    stay = file.stays[0] if file.stays else None
    drafts = forms.open_draft(desk, "resident", resident), forms.open_draft(desk, "stay", stay.id) if stay else None
    held = Held(file, stay, *drafts, linked_counts(desk, [], resident))
    return tuple(entry.key for entry in entries(held) if entry.key and ":" not in entry.key)


PageType = TypeVar("PageType", bound=Page)


def page_of(window: MainWindow, kind: type[PageType]) -> PageType:
    """The open page."""
    page = window.navigator.page
    assert isinstance(page, kind), page
    return page


def _search(words: str, window: MainWindow) -> None:
    window.searching.begin()
    window.top.search.setText(words)
    window.top.search.looked_for.emit(words)


def _say_fault(window: MainWindow) -> None:
    window.faults.report("ValueError in refugedesk/ui/pages/home.py, line 81", "It is written down in fault.log.")


def _say_nonsense(window: MainWindow) -> None:
    """Every day of every form on the page says what nobody can read, and all that is the matter is shown."""
    assert window.navigator.page is not None
    for form in window.navigator.page.findChildren(FormView):
        for asked in form.draft.record.fields:
            if asked.kind is Kind.DAY and form.section_of(asked.name) is not None:
                form.draft.type_text(asked.name, NONSENSE)
        form.show_answers()
        form.show_problems()
        form.said.emit("Not saved yet: some things above to look at.", True)


def _answer_outcome(outcome: str, window: MainWindow) -> None:
    page = page_of(window, ReferralPage)
    page.draft.set("outcome", outcome)
    page.form.show_answers()


def _unfold(window: MainWindow) -> None:
    for fold in page_of(window, ReferralPage).folds.values():
        fold.open()


def _ask_to_remove(window: MainWindow) -> None:
    page_of(window, UnitPage).ask_to_remove()


def _prepare(window: MainWindow) -> None:
    page = page_of(window, ReturnsPage)
    page.prepare()
    until(lambda: page.prepared or page.refusal, 120)


def _mend(window: MainWindow) -> None:
    _prepare(window)
    page_of(window, ReturnsPage).show_quality()


def _balance(window: MainWindow) -> None:
    """The lines that must balance, those of rows and totals unfolded."""
    page = page_of(window, ReturnsPage)
    page.balance_button.click()
    until(lambda: page.findChildren(BalancePanel) or page.refusal, 60)
    for fold in page.findChildren(Fold):
        fold.open()


def _password(window: MainWindow) -> None:
    """The password as it is shown; nothing is written."""
    page = page_of(window, ReturnsPage)
    made = Locked(Written(Path("Jul to Sep 2026.xlsx"), ""), "K7QF-2MPW-9RTD-4HXA-7VBN")
    page.put(boxed(column(LockedPanel(made, page.go_back, page), 1)))


def _own_return(window: MainWindow) -> OwnReturnsPage:
    page, draft = page_of(window, OwnReturnsPage), OwnDraft({})
    draft.title = "What the council asks for"
    draft.put({"from": "commissioner", "table": "flow", "title": "In and out"}, None)
    draft.put({"title": "Where people went", "who": "stays", "dated_by": "ended", "rows": "move_on_group"}, None)
    draft.put({**draft.tables[1], "id": "own_planned", "title": "Planned, by where", "columns": "planned"}, None)
    page.edit(draft)
    return page


def _own_table(kind: str, window: MainWindow) -> None:
    page = _own_return(window)
    assert page.draft is not None
    page.ask_table(page.draft, kind, 0 if kind == "take" else 1)
    for fold in page.findChildren(Fold):
        fold.open()


def _targets(window: MainWindow) -> None:
    page = page_of(window, OwnReturnsPage)
    page.forget()
    page.show_targets()


def _look_at_own(window: MainWindow) -> None:
    page = _own_return(window)
    page.look()
    until(lambda: page.findChildren(ReturnSheets) or page.status.text.objectName() == "problem", 120)


def _compare(window: MainWindow) -> None:
    page = page_of(window, ReturnsPage)
    page.compare_button.click()
    page.findChildren(ComparisonChoice)[-1].compare()
    until(lambda: page.findChildren(ComparisonPanel) or page.refusal, 120)


def _open_section(window: MainWindow) -> None:
    """Turns the section into a form; of a list, the newest record."""
    section = page_of(window, PersonPage).section
    lists = [part for part in getattr(section, "parts", [section]) if isinstance(part, EntriesSection)]
    if lists and not isinstance(getattr(section, "parts", [section])[0], ReadableSection):
        newest = [line.of.id for line in lists[0].lines[:1]]
        lists[0].open_entry(*newest) if newest else lists[0].add_entry()
    elif section is not None:
        cast("OpenSection", section).open_form()


def _open_house(window: MainWindow) -> None:
    entries_of = page_of(window, HousePage).entries
    newest = [line.of.id for line in entries_of.lines[:1]]
    entries_of.open_entry(*newest) if newest else entries_of.add_entry()


def _spoil_section(window: MainWindow) -> None:
    _open_section(window)
    _say_nonsense(window)


def _show_history(window: MainWindow) -> None:
    page = page_of(window, PersonPage)
    page.show_history("resident", page.held.resident.id)
