"""A table of one's own: who, dated by what, which rows, which columns, one measure, and a commissioner's categories."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from refugedesk.domain.names import slug
from refugedesk.domain.words import noted, tr
from refugedesk.services.own_tables import MEASURES, Named, SubjectRow, answers, subjects
from refugedesk.ui.forms.fold import Fold
from refugedesk.ui.pages.own_return.own_draft import Entry
from refugedesk.ui.pages.own_return.words_list import LONGEST, WordsList
from refugedesk.ui.tokens import FORM_WIDTH, L
from refugedesk.ui.widgets.boxes import bounded, row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.labelled import Labelled
from refugedesk.ui.widgets.texts import text

NO_COLUMNS = noted("No columns: numbers alone")
CATEGORIES = noted("The commissioner’s own categories for the rows")
HOW_CATEGORIES = noted(
    "Type the category beside each answer; the same words are one category. Left empty, it stays itself."
)


class BuildingPanel(QWidget):
    """What the table counts. ``act`` is called with the entry it becomes."""

    def __init__(self, entry: Entry | None, act: Callable[[Entry], object], close: Callable[[], object]) -> None:
        super().__init__()
        self._act, self._subjects, self._entry = act, subjects(), entry or {}
        self.title = QLineEdit(self)
        self.title.setMaxLength(LONGEST)
        self.who, self.rows, self.columns, self.measure = (QComboBox(self) for _ in range(4))
        for each in self._subjects:
            self.who.addItem(each.words)
        for _, words in MEASURES:
            self.measure.addItem(tr(words))
        self.categories = WordsList(tr("Category"))
        inside = QWidget()
        inside.setLayout(bounded(text(tr(HOW_CATEGORIES), "small"), self.categories, gap=L))
        self.fold = Fold(tr(CATEGORIES), inside, "groups" in self._entry)
        self.asked = Labelled(tr("Title"), self.title, tr("What the table is called."))
        self._lay_out(row(button(tr("Add this table") if not entry else tr("Keep the table"), self.finish, "primary"),
                          button(tr("Leave it"), close), 1))  # fmt: skip
        self._connect()
        self._show_entry()
        self.setFocusProxy(self.title)

    def _lay_out(self, foot: Any) -> None:
        fields = (
            self.asked,
            Labelled(tr("Who is counted, dated by what"), self.who),
            Labelled(tr("Rows"), self.rows),
            Labelled(tr("Columns"), self.columns),
            Labelled(tr("Beside each row"), self.measure, tr("A table with columns shows numbers and percentages.")),
        )
        self.setLayout(bounded(text(tr("Build a table"), "section"), *fields, self.fold, foot, 1, gap=L))
        self.setMaximumWidth(FORM_WIDTH)

    def _connect(self) -> None:
        self.who.activated.connect(lambda _at: self._show_questions("", ""))
        self.rows.activated.connect(lambda _at: self._show_categories({}))
        self.columns.activated.connect(lambda at: self.measure.setEnabled(at == 0))

    def _show_entry(self) -> None:
        entry = self._entry
        whom = [(each.who, each.dated_by) for each in self._subjects]
        wanted = (entry.get("who"), entry.get("dated_by"))
        self.who.setCurrentIndex(next((at for at, each in enumerate(whom) if each == wanted), 0))
        self._show_questions(str(entry.get("rows", "")), str(entry.get("columns", "")))
        measures = [code for code, _ in MEASURES]
        self.measure.setCurrentIndex(measures.index(entry["measure"]) if entry.get("measure") in measures else 0)
        groups = entry.get("groups", [])
        self._show_categories({code: group["label"] for group in groups for code in group["codes"]})
        self.title.setText(str(entry.get("title", "")))

    @property
    def subject(self) -> SubjectRow:
        """Who is chosen."""
        return self._subjects[max(0, self.who.currentIndex())]

    def _show_questions(self, rows: str, columns: str) -> None:
        questions = self.subject.questions
        _fill(self.rows, questions, rows)
        _fill(self.columns, (("", tr(NO_COLUMNS)), *questions), columns)
        self.measure.setEnabled(self.columns.currentIndex() == 0)
        self._show_categories({})

    def _show_categories(self, words: dict[str, str]) -> None:
        found = answers(self.subject.who, self.subject.dated_by, self.subject.questions[self.rows.currentIndex()][0])
        labels = dict(found)
        self.categories.show_lines(found, {code: said for code, said in words.items() if said != labels.get(code)})
        self.fold.setVisible(bool(found))

    def finish(self) -> None:
        """Hands over the table, once it has a title."""
        title = self.title.text().strip()
        self.asked.say("" if title else tr("Give the table a title."))
        if not title:
            self.title.setFocus()
            return
        questions = self.subject.questions
        entry: Entry = {"title": title, "who": self.subject.who, "dated_by": self.subject.dated_by}
        entry["rows"] = questions[self.rows.currentIndex()][0]
        if self.columns.currentIndex() > 0:
            entry["columns"] = questions[self.columns.currentIndex() - 1][0]
        elif self.measure.currentIndex() > 0:
            entry["measure"] = MEASURES[self.measure.currentIndex()][0]
        if self.categories.typed:
            entry["groups"] = groups(self.categories.named, self.categories.typed)
        if "id" in self._entry:
            entry["id"] = self._entry["id"]
        self._act(entry)


def _fill(box: QComboBox, named: Sequence[Named], chosen: str) -> None:
    box.clear()
    for _, words in named:
        box.addItem(words)
    codes = [code for code, _ in named]
    box.setCurrentIndex(codes.index(chosen) if chosen in codes else 0)


def groups(named: Sequence[Named], typed: dict[str, str]) -> list[Entry]:
    """The categories, in the order of their first answers; an answer without one is its own."""
    found: dict[str, Entry] = {}
    for code, label in named:
        words = typed.get(code, label)
        name = f"group_{slug(words)}"
        found.setdefault(name, {"code": name, "label": words, "codes": []})["codes"].append(code)
    return list(found.values())
