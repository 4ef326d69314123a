"""The answers a service adds to a list, each with the product's answer it counts as in returns."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QVBoxLayout, QWidget

from refugedesk.domain.errors import RefugeDeskError
from refugedesk.domain.lists import ALL as LISTS
from refugedesk.domain.words import noted, tr
from refugedesk.services import own_rules
from refugedesk.services.own_rules import OwnCodeRow
from refugedesk.services.roles import Action
from refugedesk.services.wording import count_of
from refugedesk.ui.pages.settings_panels.panel import Panel
from refugedesk.ui.tokens import M, S
from refugedesk.ui.widgets.boxes import boxed, clear, column, row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.labelled import Labelled
from refugedesk.ui.widgets.texts import text


class AnswersPanel(Panel):
    """A list as it is offered; under it the service's own answers and a line to add one more."""

    name = "answers"
    title = noted("Answers")
    what = noted(
        "Add answers of your own at the end of a list. Each says which of the answers that came it counts as, so that "
        "returns stay comparable. Lists that the law or the census fixes are not here."
    )
    needs = Action.KEEP_RULES

    def build(self) -> None:
        """The list to choose, what it offers, the service's own answers, and the form to add one."""
        self.lists = QComboBox()
        for name in own_rules.changeable_lists():
            self.lists.addItem(tr(LISTS[name].title), name)
        self.lists.currentIndexChanged.connect(lambda _index: self.refresh())
        self.offered = text("", "small")
        self._own = QVBoxLayout()
        self._own.setSpacing(S)
        self._own.setContentsMargins(0, 0, 0, 0)
        self.words, self.counts_as = QLineEdit(), QComboBox()
        self.counts_as.setPlaceholderText(tr("Choose an answer of the list"))
        self.words.returnPressed.connect(self.add)
        self._words_line = Labelled(tr("The words of the new answer"), self.words)
        self.add_it = button(tr("Add it"), self.add, "primary", picture="plus")
        add = column(
            text(tr("Add an answer"), "strong"),
            self._words_line,
            Labelled(
                tr("In returns it counts as"),
                self.counts_as,
                tr("It cannot be changed later: figures would change."),
            ),
            row(self.add_it, 1),
            gap=M,
        )
        for each in (Labelled(tr("List"), self.lists), self.offered, boxed(self._own), boxed(add)):
            self.column.addWidget(each)
        self.back = button(tr("Undo"), self.put_back, "quiet", picture="undo-2", parent=self)
        self.column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignRight)
        self.rows: list[tuple[OwnCodeRow, QLineEdit]] = []
        self._undo: Callable[[], object] | None = None
        self._can_undo(None)
        self._of = ""

    def refresh(self) -> None:
        """Shows the list that is chosen."""
        name = self.lists.currentData()
        codes = self.desk.in_force.lists[name]
        usable = [each.label for each in codes.codes if each.in_use_on(self.desk.today)]
        self.offered.setText(tr("It offers: {usable}", usable=" · ".join(usable)))
        if name != self._of:
            self._of = name
            self._can_undo(None)
            self.words.clear()
            self._words_line.say("")
            self.outcome.say("")
            self.counts_as.clear()
            for each in LISTS[name].answers:
                self.counts_as.addItem(tr(each.label), each.code)
            self.counts_as.setCurrentIndex(-1)
        self._show_own(name)

    def add(self) -> None:
        """Adds what is typed."""
        try:
            added = own_rules.add_code(self.desk, self._of, self.words.text(), self.counts_as.currentData() or "")
        except RefugeDeskError as error:
            self._words_line.say(str(error))
            self.words.setFocus()
            return
        self._words_line.say("")
        self.words.clear()
        self.refresh()
        key = next(each.id for each, _line in self.rows if each.of.code == added.code)
        self._can_undo(partial(own_rules.remove_code, self.desk, key))
        self.words.setFocus()
        self.succeed(
            tr(
                "“{label}” is offered from now on, and counts as “{counts_as}”.",
                label=added.label,
                counts_as=LISTS[self._of].label(added.counts_as),
            )
        )

    def put_back(self) -> None:
        """Takes back the last change."""
        undo = self._undo
        self._can_undo(None)
        if undo is None:
            return
        try:
            undo()
        except RefugeDeskError as error:
            self.fail(str(error))
            return
        self.refresh()
        self.words.setFocus()
        self.succeed(tr("The list is as it was before."))

    def _can_undo(self, undo: Callable[[], object] | None) -> None:
        self._undo = undo
        self.back.setVisible(undo is not None)

    def _show_own(self, name: str) -> None:
        clear(self._own)
        self.rows = []
        for each in own_rules.own_codes(self.desk, name):
            self._own.addWidget(self._card(each))

    def _card(self, of: OwnCodeRow) -> QWidget:
        card = QFrame()
        card.setObjectName("card")
        line = QLineEdit(of.of.label)
        line.setAccessibleName(tr("The words of {label}", label=of.of.label))
        line.setToolTip(tr("Type other words and press Enter"))
        line.editingFinished.connect(partial(self._rename, of, line))
        counted = tr(LISTS[of.of.codelist].label(of.of.counts_as))
        used = tr("used {times}", times=count_of(of.uses, "time")) if of.uses else tr("not used yet")
        offered = "" if of.of.is_offered else tr(", no longer offered")
        words = text(tr("Counts as {counted} · {used}{offered}", counted=counted, used=used, offered=offered), "small")
        self.rows.append((of, line))
        card.setLayout(column(row(line, *self._buttons(of), gap=S), words, gap=S, margins=(M, M, M, M)))
        return card

    def _buttons(self, of: OwnCodeRow) -> list[QWidget]:
        if not of.uses:
            out = button(tr("Take out"), partial(self._do, of, tr("taken out")), "quiet")
            out.setAccessibleName(tr("Take out {label}", label=of.of.label))
            return [out]
        said = tr("no longer offered") if of.of.is_offered else tr("offered again")
        label = tr("No longer offer it") if of.of.is_offered else tr("Offer it again")
        made = button(label, partial(self._do, of, said), "quiet")
        made.setAccessibleName(f"{label}: {of.of.label}")
        return [made]

    def _do(self, of: OwnCodeRow, said: str) -> None:
        undo: Callable[[], object]
        try:
            if not of.uses:
                own_rules.remove_code(self.desk, of.id)
                undo = partial(own_rules.put_back_code, self.desk, of.of)
            else:
                own_rules.change_code(self.desk, of.id, is_offered=not of.of.is_offered)
                undo = partial(own_rules.change_code, self.desk, of.id, is_offered=of.of.is_offered)
        except RefugeDeskError as error:
            self.fail(str(error))
            return
        self.refresh()
        self._can_undo(undo)
        self.words.setFocus()
        self.succeed(tr("“{label}” is {said}.", label=of.of.label, said=said))

    def _rename(self, of: OwnCodeRow, line: QLineEdit) -> None:
        words = line.text().strip()
        if words == of.of.label:
            return
        try:
            own_rules.change_code(self.desk, of.id, words)
        except RefugeDeskError as error:
            self.fail(str(error))
            line.setText(of.of.label)
            return
        line.blockSignals(True)
        self.refresh()
        self._can_undo(partial(own_rules.change_code, self.desk, of.id, of.of.label))
        self.words.setFocus()
        self.succeed(tr("“{label}” reads “{words}” now, in every record that has it.", label=of.of.label, words=words))
