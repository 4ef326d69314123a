"""Leaving the service: when, where to, whether planned. It ends the stay, so nothing saves until it is told to."""

from __future__ import annotations

from PySide6.QtGui import QIcon

from refugedesk.domain.drafts import Draft
from refugedesk.domain.fields import Answer, Section
from refugedesk.domain.words import tr
from refugedesk.services.desk import Desk
from refugedesk.ui.forms.readable_section import ReadableSection
from refugedesk.ui.widgets.buttons import GAP
from refugedesk.ui.widgets.texts import restyle


class MoveOnSection(ReadableSection):
    """The move-on of one stay; the stay's unit is given up on the same day."""

    saves_by_itself = False

    def __init__(self, desk: Desk, draft: Draft, section: Section) -> None:
        super().__init__(desk, draft, section)
        self._begun: dict[str, Answer] | None = None
        self.done.clicked.disconnect()
        self.done.clicked.connect(lambda _on: self.finish())
        self.done.setText(tr("Save move-on"))
        self.done.setIcon(QIcon())
        restyle(self.done, "primary")
        self.done.setToolTip(tr("Ends the stay and gives up its unit on that day (Ctrl+S)"))
        self._name_change()

    def begin(self) -> None:
        """Opens the form; for somebody who is still here with today filled in."""
        self.open_form("ended_on")
        if self.form is not None and self.form.draft.answers.get("ended_on") is None:
            self.form.draft.set("ended_on", self.form.draft.today)
            self.form.show_answers()
            self.form.is_changed = True
            self._begun = self.form.draft.to_save()
            self.status.say(tr("Today is filled in. The unit is given up on the same day."))

    def finish(self) -> bool:
        """Saves the move-on, with nothing but today in it too: it was told to."""
        self._begun = None
        return super().close_form()

    def close_form(self) -> bool:
        """On the way out one that was only begun ends nothing: nobody vanishes from the roll-call by a look."""
        begun, self._begun = self._begun, None
        if self.form is not None and begun is not None:
            self.form.flush()
            if self.form.draft.to_save() == begun and not self.form.draft.typed:
                self.put_back()
                return True
        return super().close_form()

    def _name_change(self) -> None:
        is_here = self.draft.answers.get("ended_on") is None
        self.change.setText(f"{GAP}{tr('Move on…') if is_here else tr('Change')}")

    def _show_text(self) -> None:
        super()._show_text()
        self._name_change()
