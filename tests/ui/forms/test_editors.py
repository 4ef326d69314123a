"""Typing through each editor: what is read, what is kept when it cannot be, how an answer is taken back."""

from __future__ import annotations

from datetime import date

import pytest

from page_windows import PageWindow, focus, press, settle
from refugedesk.domain.drafts import Draft
from refugedesk.domain.fields import Answer, Field, Kind, Record, Section
from refugedesk.domain.lists import ALL
from refugedesk.domain.rules import Surroundings
from refugedesk.ui.forms.choice_chips import ChipRow
from refugedesk.ui.forms.choice_editors import ChipEditor, TypeAheadEditor
from refugedesk.ui.forms.day_editor import read_back
from refugedesk.ui.forms.editor import Editor
from refugedesk.ui.forms.editors import Source
from refugedesk.ui.forms.offers import Offer
from refugedesk.ui.forms.section_view import SectionView
from refugedesk.ui.forms.text_editors import LineEditor, TextEditor

TODAY = date(2021, 4, 12)
FIELDS = (
    Field("words", "Words", Kind.TEXT, suggests=("words",)),
    Field("story", "Story", Kind.LONG_TEXT, longest=2000),
    Field("day_on", "Day", Kind.DAY),
    Field("number", "Number", Kind.WHOLE_NUMBER, unit="people"),
    Field("few", "Few", Kind.CHOICE, ALL["sex"]),
    Field("many", "Many", Kind.CHOICE, ALL["ethnicity"]),
    Field("several", "Several", Kind.CHOICES, ALL["abuse_type"]),
    Field("other", "Other", Kind.LINK, links_to="unit"),
)
ROOMS = (Offer("u1", "Room 1", "free"), Offer("u2", "Room 2", "free"))
SOURCE = Source(lambda _field, typed: ("Coventry", "Coventry South"), lambda _field, _draft: ROOMS)


class Bench:
    """One section with a field of every kind in a window."""

    def __init__(self, window: PageWindow, **answers: Answer) -> None:
        section = Section("all", "All", FIELDS)
        self.draft = Draft(Record("r", "R", "rs", (section,)), Surroundings(TODAY), dict(answers))
        self.view = window.show_page(SectionView(section, self.draft, SOURCE))

    def type(self, name: str, keys: str) -> Answer:
        """Types into a field; its answer after it."""
        self.editor(name).setFocus()
        press(keys)
        return self.draft.answers.get(name)

    def editor(self, name: str) -> Editor:
        return self.view.rows[name].editor


@pytest.fixture
def bench(window: PageWindow) -> Bench:
    return Bench(window)


def shown_in(editor: Editor) -> str:
    assert isinstance(editor, LineEditor | TypeAheadEditor)
    return editor.line.text() if isinstance(editor, LineEditor) else editor.type_ahead.text


@pytest.mark.parametrize(
    ("name", "keys", "answer"),
    [
        ("words", "Zoë", "Zoë"),
        ("story", "One\nTwo", "One\nTwo"),
        ("day_on", "4/11/20\t", date(2020, 11, 4)),
        ("day_on", "t", TODAY),
        ("number", "0", 0),
        ("few", "m", "male"),
        ("few", "p", "prefer_not_to_say"),
        ("few", "fm", "male"),
        ("few", "not a", "not_asked"),
        ("few", "nn", "not_asked"),
        ("few", "nnp", "prefer_not_to_say"),
        ("many", "roma\n", "white_roma"),
        ("many", "prefer\t", "prefer_not_to_say"),
        ("several", "  ", ()),
        ("several", " ", ("physical",)),
        ("other", "2\n", "u2"),
    ],
)
def test_each_kind_reads_what_is_typed(bench: Bench, name: str, keys: str, answer: Answer) -> None:
    assert bench.type(name, keys) == answer


@pytest.mark.parametrize("name", ["words", "day_on", "number", "few", "many", "other"])
def test_every_answer_can_be_taken_back_to_not_recorded(window: PageWindow, name: str) -> None:
    full: dict[str, Answer] = {"words": "a", "day_on": TODAY, "number": 3, "few": "male", "many": "arab", "other": "u1"}
    bench = Bench(window, **full)
    bench.editor(name).setFocus()
    if name in ("words", "day_on", "number"):
        bench.editor(name).line.selectAll()  # type: ignore[attr-defined]
    press("\b")
    assert bench.draft.answers.get(name) is None


@pytest.mark.parametrize(
    ("name", "typed"), [("day_on", "31 feb"), ("number", "a few"), ("many", "martian"), ("other", "no")]
)
def test_what_cannot_be_read_stays_as_typed_and_blocks_saving(bench: Bench, name: str, typed: str) -> None:
    bench.type(name, typed + "\t")
    assert shown_in(bench.editor(name)) == typed
    assert bench.draft.typed[name] == typed
    assert [problem.field for problem in bench.draft.wrong()] == [name]


def test_what_cannot_be_read_is_mended_by_typing_on(bench: Bench) -> None:
    bench.type("day_on", "31 feb\t")
    bench.editor("day_on").line.clear()  # type: ignore[attr-defined]
    assert bench.type("day_on", "28 feb 2021\t") == date(2021, 2, 28)
    assert not bench.draft.typed


def test_a_day_is_written_out_and_read_back(bench: Bench) -> None:
    bench.type("day_on", "4.11.20\t")
    assert shown_in(bench.editor("day_on")) == "4 Nov 2020"
    assert bench.editor("day_on").read.text() == "Wed 4 Nov 2020, 159 days ago"  # type: ignore[attr-defined]
    assert read_back(date(1986, 4, 13), TODAY) == "Sun 13 Apr 1986, 34 years ago"


def test_a_blank_day_stays_blank(bench: Bench) -> None:
    bench.type("day_on", "\t")
    assert bench.draft.answers.get("day_on") is None


def test_the_arrows_go_by_a_day(bench: Bench) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    bench.type("day_on", "1 mar 2021")
    QTest.keyClick(focus(), Qt.Key.Key_Down)
    assert bench.draft.answers["day_on"] == date(2021, 2, 28)


def test_chips_are_one_tab_stop_and_none_is_chosen_by_coming_to_them(bench: Bench) -> None:
    bench.editor("number").setFocus()
    press("\t")
    assert bench.editor("few").isAncestorOf(focus())
    press("\t")
    assert bench.editor("many").isAncestorOf(focus())
    assert bench.draft.answers.get("few") is None


def test_tab_past_an_open_list_takes_nothing_that_nobody_pointed_at(bench: Bench) -> None:
    editor = bench.editor("many")
    assert isinstance(editor, TypeAheadEditor)
    editor.setFocus()
    editor.type_ahead.open()
    press("\t")
    assert bench.draft.answers.get("many") is None


def test_escape_puts_back_the_answer_that_was_there(window: PageWindow) -> None:
    bench = Bench(window, many="arab")
    bench.editor("many").setFocus()
    bench.editor("many").type_ahead.line.selectAll()  # type: ignore[attr-defined]
    press("roma\x1b")
    assert bench.draft.answers["many"] == "arab"


def test_an_answer_that_is_no_longer_on_offer_is_not_lost(window: PageWindow) -> None:
    bench = Bench(window, other="u9")
    bench.view.flush()
    assert bench.draft.answers["other"] == "u9"


def test_suggestions_come_after_a_pause_and_never_by_themselves(bench: Bench) -> None:
    editor = bench.editor("words")
    assert isinstance(editor, TextEditor)
    bench.type("words", "cov")
    assert not editor.is_offering
    editor.offer_now()
    assert editor.is_offering
    press("\t")
    assert bench.draft.answers["words"] == "cov"


def test_enter_goes_on_to_the_next_field(bench: Bench) -> None:
    bench.type("words", "a\n")
    assert bench.editor("story").isAncestorOf(focus())


def test_the_focus_follows_the_eye_through_every_field(bench: Bench) -> None:
    bench.editor("words").setFocus()
    order = []
    for _ in FIELDS:
        order.append(next(name for name, row in bench.view.rows.items() if row.editor.isAncestorOf(focus())))
        press("\t")
    assert order == [field.name for field in FIELDS]


def test_every_control_has_an_accessible_name(bench: Bench) -> None:
    for name, row in bench.view.rows.items():
        row.editor.setFocus()
        settle()
        assert row.field.label in focus().accessibleName(), name


def test_non_answers_are_chips_set_apart(bench: Bench) -> None:
    editor = bench.editor("few")
    assert isinstance(editor, ChipEditor)
    names = [chip.objectName() for chip in editor.chips.chips]
    assert names == ["chip"] * 3 + ["quietChip"] * 3


def chips_of(bench: Bench) -> ChipRow:
    editor = bench.editor("few")
    assert isinstance(editor, ChipEditor)
    return editor.chips


def test_a_letter_that_begins_no_answer_is_answered_with_those_there_are(bench: Bench) -> None:
    assert bench.type("few", "x") is None
    hint = chips_of(bench).hint
    assert hint.isVisible()
    assert hint.text() == "No answer begins with “X”. Type F, M, I, N or P, or choose with the arrow keys."
    press("m")
    assert hint.isHidden()


def test_a_wrong_letter_leaves_the_answer_as_it_is(bench: Bench) -> None:
    assert bench.type("few", "mx") == "male"
    assert chips_of(bench).hint.isVisible()
    press("\t")
    assert chips_of(bench).hint.isHidden()


def test_letters_begin_anew_once_the_chips_have_been_left(bench: Bench) -> None:
    bench.type("few", "not")
    press("\t")
    assert bench.type("few", "f") == "female"
