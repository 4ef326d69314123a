"""Try a restore: a backup is opened beside the store, compared with it, and taken away again."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QVBoxLayout

from refugedesk.domain.words import noted, tr
from refugedesk.services import rehearsing
from refugedesk.services.backing_up import backup_standing
from refugedesk.services.rehearsing import Difference, Found, WayIn
from refugedesk.services.roles import Action
from refugedesk.services.wording import count_of
from refugedesk.ui.pages.backup_words import at_words, tried_words
from refugedesk.ui.pages.settings_panels.panel import Panel
from refugedesk.ui.tokens import XS
from refugedesk.ui.widgets.boxes import boxed, clear, row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.labelled import Labelled
from refugedesk.ui.widgets.long_work import LongWork, counting
from refugedesk.ui.widgets.passphrase import PassphraseEdit
from refugedesk.ui.widgets.path_line import PathLine
from refugedesk.ui.widgets.texts import line, text

MOST_FORMS: Final = 8


class RehearsalPanel(Panel):
    """The backup, who opens it, and what was found."""

    name = "rehearsal"
    title = noted("Try a restore")
    what = noted(
        "Brings a backup back in a private place beside the store, with the passphrase or the recovery key that you "
        "type, compares it with the store, and takes it all away again. The store stays as it is. Do it twice a year: "
        "a backup that was never brought back is a hope."
    )
    needs = Action.KEEP_STORE

    def build(self) -> None:
        """When it was tried last, the backup, the way in, the button, and what was found."""
        self.last = text("", "strong")
        dialogs = self.window_of.dialogs
        kinds = tr("Backups (*.backup);;All files (*)")
        self.file = PathLine(tr("The backup"), lambda: dialogs.file_to_open(self, tr("The backup"), kinds))
        self.by_name, self.by_key = self._ways()
        self.user, self.passphrase = QLineEdit(self.desk.user.name), PassphraseEdit(tr("Passphrase"))
        self.key = QLineEdit()
        self.user_line = Labelled(tr("Name"), self.user)
        of_day = tr("Of the day the backup was made.")
        self.passphrase_line = Labelled(tr("Passphrase"), self.passphrase, of_day)
        self.key_line = Labelled(tr("Recovery key"), self.key, of_day)
        for edit in (self.passphrase, self.key):
            edit.returnPressed.connect(self.try_it)
        self.work = LongWork(self.window_of.tasks, button(tr("Try it"), self.try_it, "primary", picture="history"))
        self.found = QVBoxLayout()
        self.found.setSpacing(XS)
        self.found.setContentsMargins(0, 0, 0, 0)
        ways = boxed(row(self.by_name, self.by_key, 1))
        lines = (self.user_line, self.passphrase_line, self.key_line)
        for each in (self.last, self.file, ways, *lines, self.work, self.outcome, boxed(self.found)):
            self.column.addWidget(each)
        self._show_way()

    def refresh(self) -> None:
        """When it was tried last; the newest backup that is there is chosen."""
        self.last.setText(tried_words(backup_standing(self.desk), self.desk.now))
        there = rehearsing.backups_there(self.desk)
        if there and self.file.path is None:
            self.file.show_path(there[0])

    def try_it(self) -> None:
        """Tries it, beside the window."""
        file, way = self.file.required(tr("Choose the backup.")), self._typed()
        if file is None or way is None:
            return
        desk = self.desk
        self.outcome.say("")
        clear(self.found)
        self.work.begin(
            tr("Bringing it back and comparing"),
            lambda tell: rehearsing.try_restore(desk, file, way, counting(tell)),
            self._show_found,
            self.fail,
        )

    def _typed(self) -> WayIn | None:
        """Who opens it; None, with what is missing said."""
        if self.by_key.isChecked():
            self.key_line.say("" if self.key.text().strip() else tr("Type the recovery key from its paper."))
            return WayIn(secret=self.key.text()) if self.key.text().strip() else None
        name, passphrase = self.user.text().strip(), self.passphrase.text()
        self.user_line.say("" if name else tr("Type the name you had then."))
        self.passphrase_line.say("" if passphrase else tr("Type the passphrase you had then."))
        return WayIn(name, passphrase) if name and passphrase else None

    def _ways(self) -> tuple[QRadioButton, QRadioButton]:
        group = QButtonGroup(self)
        made = QRadioButton(tr("With a passphrase")), QRadioButton(tr("With the recovery key"))
        for each in made:
            group.addButton(each)
            each.clicked.connect(self._show_way)
        made[0].setChecked(True)
        return made

    def _show_way(self) -> None:
        by_key = self.by_key.isChecked()
        for each in (self.user_line, self.passphrase_line):
            each.setVisible(not by_key)
        self.key_line.setVisible(by_key)

    def _show_found(self, found: Found) -> None:
        for edit in (self.passphrase, self.key):
            edit.clear()
        self.refresh()
        self.succeed(found_words(found, at_words(found.up_to, self.desk.now)))
        for form in found.forms[:MOST_FORMS]:
            self.found.addLayout(row(line(form.title), 1, line(_form_words(form.held, form.difference), "soft")))
        more = len(found.forms) - MOST_FORMS
        if more > 0:
            rest = sum(form.held for form in found.forms[MOST_FORMS:])
            self.found.addWidget(
                text(tr("And {more} other kinds, {rest} records in all.", more=more, rest=rest), "small")
            )


def found_words(found: Found, up_to: str) -> str:
    """What was found, in sentences."""
    opens = tr(
        "It opens, every page of it is whole, and it holds {records}, the last thing in it from {up_to}.",
        records=count_of(found.records, "record"),
        up_to=up_to,
    )
    gone = tr("The copy is taken away again; the store is as it was.")
    return f"{opens} {_since_words(found)} {gone}"


def _since_words(found: Found) -> str:
    more, changed, lost = found.since.more, found.since.changed, found.since.gone
    if not (more or changed or lost):
        return tr("The store holds the same records.")
    parts = [tr("{records} more", records=count_of(more, "record"))] if more else []
    parts += [tr("{records} changed", records=count_of(changed, "record"))] if changed else []
    parts += [tr("{records} no longer, taken out or purged", records=count_of(lost, "record"))] if lost else []
    return tr("Since then the store has {parts}.", parts=", ".join(parts))


def _form_words(held: int, of: Difference) -> str:
    parts = [str(held)]
    parts += [tr("{more} more since", more=of.more)] if of.more else []
    parts += [tr("{changed} changed", changed=of.changed)] if of.changed else []
    parts += [tr("{gone} gone", gone=of.gone)] if of.gone else []
    return " · ".join(parts)
