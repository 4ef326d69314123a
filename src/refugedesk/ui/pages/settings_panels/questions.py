"""The questions of a form as this service asks them: words, order, what is left out; seen before they are kept."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLineEdit, QVBoxLayout

from refugedesk.domain.drafts import Draft
from refugedesk.domain.errors import RefugeDeskError
from refugedesk.domain.fields import Field, Record, Section
from refugedesk.domain.own_rules import OwnField, OwnForm, can_hide, with_own_fields
from refugedesk.domain.rules import Surroundings
from refugedesk.domain.words import noted, tr
from refugedesk.services import own_rules
from refugedesk.services.own_rules import can_be_wanted
from refugedesk.services.roles import Action
from refugedesk.ui.forms.section_view import SectionView
from refugedesk.ui.forms.source import source_of
from refugedesk.ui.pages.section_list import Entry, SectionList
from refugedesk.ui.pages.settings_panels.panel import Panel
from refugedesk.ui.tokens import HELP_RAIL_WIDTH, WIDE, XL, L, M, S
from refugedesk.ui.widgets.boxes import boxed, clear, column, row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.labelled import Labelled
from refugedesk.ui.widgets.notice import Notice
from refugedesk.ui.widgets.texts import text

LEFT_OUT: Final = noted("left out")
LIST_HEIGHT: Final = 460


class QuestionsPanel(Panel):
    """A form's questions at the left; the chosen one at the right, and under it its section as it will look."""

    name = "questions"
    title = noted("Questions")
    what = noted(
        "Ask in your own words, in your own order, and leave out what your service does not ask. Answers that are "
        "there stay. Other systems read the same columns and codes as before."
    )
    needs = Action.KEEP_RULES

    def build(self) -> None:
        """The form to choose, its questions, and what can be done with the chosen one."""
        self.setMaximumWidth(WIDE)
        self._kept: OwnForm | None = None
        self.words = QLineEdit()
        self.forms = QComboBox()
        for record in own_rules.changeable_forms():
            self.forms.addItem(tr(record.title), record.id)
        self.forms.setCurrentIndex(self.forms.findData("resident"))
        self.forms.currentIndexChanged.connect(lambda _index: self._load())
        self.list = SectionList()
        self.list.setAccessibleName(tr("Questions of the form"))
        self.list.setFixedSize(HELP_RAIL_WIDTH, LIST_HEIGHT)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(lambda _name: self.words.setFocus())
        self._words_line = Labelled(tr("The words of the question"), self.words)
        self._came = text("", "small")
        self.asked, self.wanted = (
            QCheckBox(tr("Ask this question")),
            QCheckBox(tr("Count it as missing while it is blank")),
        )
        self.lost = Notice()
        self.up = button(tr("Move up"), lambda: self._move(-1))
        self.down = button(tr("Move down"), lambda: self._move(1))
        self.as_came = button(tr("This one as it came"), self._reset_one, "quiet")
        self.keep = button(tr("Save these questions"), self.keep_it, "primary")
        self.whole = button(tr("The whole form as it came"), self._reset_all)
        self.back = button(tr("Undo"), self.put_back, "quiet", picture="undo-2")
        self.said = Notice()
        self._preview = QVBoxLayout()
        self.column.addWidget(Labelled(tr("Form"), self.forms))
        self.column.addWidget(boxed(self._body()))
        self.back.hide()
        self._wait = QTimer(self, singleShot=True, interval=150)
        self._wait.timeout.connect(self._show_preview)
        self.words.textEdited.connect(lambda words: self._change(label=words))
        self.asked.clicked.connect(lambda on: self._change(is_hidden=not on))
        self.wanted.clicked.connect(lambda on: self._change(is_wanted=on))

    def _body(self) -> QVBoxLayout:
        preview = QFrame()
        preview.setObjectName("panel")
        preview.setLayout(column(text(tr("How it will look"), "small"), self._preview, gap=M, margins=(L, M, L, L)))
        chosen = column(
            self._words_line,
            self._came,
            self.asked,
            self.wanted,
            self.lost,
            row(self.up, self.down, 1, self.as_came, gap=S),
            row(self.keep, self.whole, 1, self.back, gap=S),
            self.said,
            preview,
            1,
            gap=M,
        )
        body = row(column(self.list, 1), chosen, gap=XL)
        body.setStretch(1, 1)
        return column(body)

    def refresh(self) -> None:
        """Shows the form that is chosen, as it is kept."""
        if not self.list.count():
            self._load()

    def keep_it(self) -> None:
        """Makes what is shown the service's form."""
        before = own_rules.own_form(self.desk, self._record.id)
        try:
            own_rules.keep_form(self.desk, self._record.id, self._own)
        except RefugeDeskError as error:
            self.fail(str(error))
            return
        self._load(self._chosen)
        self._kept = before
        self.back.show()
        self.succeed(tr("Saved. Every form of this kind asks it so from now on."))

    def put_back(self) -> None:
        """Puts back the form there was before it was kept."""
        if self._kept is not None:
            own_rules.keep_form(self.desk, self._record.id, self._kept)
            self._load(self._chosen)
            self.keep.setFocus()
            self.succeed(tr("The form is as it was before."))

    def succeed(self, words: str) -> None:
        """Says it above the preview, where the eye is."""
        self.said.say(words, "goodNotice")

    def fail(self, words: str) -> None:
        """Says why not, in the same place."""
        self.said.say(words, "dangerNotice")

    @property
    def own(self) -> OwnForm:
        """What is shown and not yet kept."""
        return self._own

    @property
    def _section(self) -> Section:
        return next(each for each in self._record.sections if any(f.name == self._chosen for f in each.fields))

    @property
    def _field(self) -> Field:
        return self._record.field(self._chosen)

    def _load(self, chosen: str = "") -> None:
        self._record: Record = next(
            each for each in own_rules.changeable_forms() if each.id == self.forms.currentData()
        )
        self._own = self._stored = own_rules.own_form(self.desk, self._record.id)
        self._kept = None
        self._lists = self.desk.in_force.lists
        self.back.hide()
        self.said.say("")
        self._choose(chosen or self._record.fields[0].name)

    def _choose(self, name: str) -> None:
        """Shows one question as it stands now."""
        self._chosen, own = name, self._own.fields.get(name, OwnField())
        field = self._field
        self.words.setText(own.label or tr(field.label))
        is_own = bool(own.label) and own.label != field.label
        self._came.setText(tr("It came as “{label}”.", label=field.label) if is_own else "")
        self._came.setVisible(is_own)
        self.asked.setChecked(not own.is_hidden)
        self.asked.setEnabled(can_hide(field))
        self.asked.setToolTip("" if can_hide(field) else tr("Without it there is no record, so it is always asked."))
        self.wanted.setChecked(field.is_wanted if own.is_wanted is None else own.is_wanted)
        self.wanted.setEnabled(can_be_wanted(field) and not own.is_hidden)
        lost = own_rules.what_is_lost(self._record.id, name) if own.is_hidden else ()
        self.lost.say(" ".join(lost), "cautionNotice")
        order = self._order()
        self.up.setEnabled(order.index(name) > 0)
        self.down.setEnabled(order.index(name) < len(order) - 1)
        self.keep.setEnabled(self._own != self._stored)
        self._show_list()
        self._show_preview()

    def _show_list(self) -> None:
        entries = []
        for section in self._shown().sections:
            entries.append(Entry("", section.title))
            entries += [
                Entry(each.name, f"{each.label} ({tr(LEFT_OUT)})" if each.is_hidden else each.label)
                for each in section.fields
            ]
        self.list.show_entries(entries, self._chosen)

    def _show_preview(self) -> None:
        clear(self._preview)
        shown = self._shown()
        draft = Draft(shown, Surroundings(self.desk.today))
        view = SectionView(shown.as_asked(self._section), draft, source_of(self.desk))
        view.setEnabled(False)
        self._preview.addWidget(view)
        view.show()  # at once: the layout would do it a moment later, and the place stand empty meanwhile

    def _shown(self) -> Record:
        return with_own_fields(self._record, self._own, self._lists)

    def _order(self) -> list[str]:
        return [each.name for each in self._shown().as_asked(self._section).fields]

    def _change(self, **changes: object) -> None:
        """Changes the chosen question, not yet kept; typing is not disturbed."""
        own = replace(self._own.fields.get(self._chosen, OwnField()), **changes)  # type: ignore[arg-type]
        self._own = replace(self._own, fields={**self._own.fields, self._chosen: own})
        self.said.say("")
        if "label" in changes:
            self.keep.setEnabled(self._own != self._stored)
            self._show_list()
            self._wait.start()
        else:
            self._choose(self._chosen)

    def _move(self, by: int) -> None:
        """Moves the chosen question within its section."""
        order = self._order()
        at = order.index(self._chosen)
        order.insert(at + by, order.pop(at))
        self._own = replace(self._own, order={**self._own.order, self._section.name: tuple(order)})
        self._choose(self._chosen)
        (self.up if by < 0 else self.down).setFocus()
        if not (self.up if by < 0 else self.down).isEnabled():
            (self.down if by < 0 else self.up).setFocus()

    def _reset_one(self) -> None:
        fields = {name: each for name, each in self._own.fields.items() if name != self._chosen}
        self._own = replace(self._own, fields=fields)
        self._choose(self._chosen)

    def _reset_all(self) -> None:
        self._own = OwnForm()
        self._choose(self._chosen)
