"""On Home: how the store itself is looked after. Backups for everybody; files due and trustees' shares for managers."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from refugedesk.domain.words import tr
from refugedesk.services import backing_up, retention, trustees
from refugedesk.services.backing_up import Made
from refugedesk.services.roles import Action
from refugedesk.services.trustees import Standing as Shares
from refugedesk.services.wording import say_day
from refugedesk.ui.backup_watch import made_words
from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.pages.backup_words import LOOKS, last_words, nag_words
from refugedesk.ui.tokens import S
from refugedesk.ui.widgets.boxes import column
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.long_work import counting
from refugedesk.ui.widgets.notice import Notice
from refugedesk.ui.widgets.texts import text

LATER_MS = 400


class HomeCare(QWidget):
    """A quiet line with dates, and a notice for each thing that waits."""

    def __init__(self, window: DeskWindow) -> None:
        super().__init__()
        self._window, self._desk = window, window.desk
        self.dates = text("", "small")
        self.backup, self.files, self.shares = Notice(), Notice(), Notice()
        self.now = button(tr("Back up now"), self.back_up, keys="Ctrl+B")
        self.choose = button(tr("Choose where"), lambda: self._settings("backup"))
        for each in (self.now, self.choose):
            self.backup.add(each)
        self.files.add(button(tr("See which files"), lambda: window.navigator.open("keeping")))
        self.try_shares = button(tr("Trustees' shares"), lambda: self._settings("trustees"))
        self.shares.add(self.try_shares)
        self.setLayout(column(self.dates, self.backup, self.shares, self.files, gap=S))
        self._later = QTimer(self, interval=LATER_MS, singleShot=True)
        self._later.timeout.connect(self._show_files)

    def refresh(self) -> None:
        """Shows how things stand; what takes a while to find out comes a moment later."""
        self._show_backups()
        self._show_shares()
        if self._desk.may(Action.PURGE):
            self._later.start()

    def back_up(self) -> None:
        """One at once, to every place that is there."""
        self.now.setEnabled(False)
        desk = self._desk
        self._window.say(tr("Backing up …"))
        self._window.tasks.run(
            lambda tell: backing_up.back_up_now(desk, counting(tell)), self._made, self._failed, owner=self
        )

    def _made(self, made: tuple[Made, ...]) -> None:
        self.now.setEnabled(True)
        self._show_backups()
        self._window.say(" ".join(map(made_words, made)))

    def _failed(self, why: str) -> None:
        self.now.setEnabled(True)
        self._window.say("")
        self.backup.say(why, "cautionNotice")

    def _show_backups(self) -> None:
        standing = backing_up.backup_standing(self._desk)
        self._dates = [last_words(standing, self._desk.now)]
        self.dates.setText(" ".join(self._dates))
        words = nag_words(standing, self._desk)
        self.backup.say(words, LOOKS[standing.urgency] if words else "notice")
        self.now.setVisible(standing.has_place and self._desk.may(Action.KEEP_STORE))
        self.choose.setVisible(not standing.has_place and self._desk.may(Action.KEEP_BACKUPS))

    def _show_shares(self) -> None:
        if not self._desk.may(Action.KEEP_PEOPLE):
            return
        standing = trustees.standing(self._desk)
        if standing and standing.tried_on:
            self._dates.append(tr("Trustees' shares were last tried {day}.", day=say_day(standing.tried_on)))
            self.dates.setText(" ".join(self._dates))
        self.shares.say(self._of_shares(standing))

    def _of_shares(self, standing: Shares | None) -> str:
        if standing is None:
            return tr(
                "No trustees' shares open this store. If every passphrase and the recovery key are lost, nobody can "
                "open it, the makers neither."
            )
        if standing.is_to_be_tried(self._desk.today):
            return tr("It is half a year since the trustees' shares were tried: see that the sheets are still there.")
        return ""

    def _show_files(self) -> None:
        desk = self._desk
        self._window.tasks.run(
            lambda _tell: retention.how_many_due(desk), self._files_found, lambda _why: None, owner=self
        )

    def _files_found(self, due: int) -> None:
        words = tr("1 file has been kept for its time.") if due == 1 else ""
        if due > 1:
            words = tr("{count} files have been kept for their time.", count=due)
        self.files.say(f"{words} {tr('Nothing goes before two managers purge it.')}" if words else "")

    def _settings(self, panel: str) -> None:
        self._window.navigator.open("settings", panel=panel)
