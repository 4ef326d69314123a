"""On Home: how the store itself is looked after. Backups for everybody; files due and trustees' shares for managers."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from refugedesk.domain.words import noted, tr
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
NONE_YET = noted(
    "No trustees' shares open this store yet. If every passphrase and the recovery key are lost, nobody can open it, "
    "not even the people who made the program."
)
TRY_AGAIN = noted("It is half a year since the trustees' shares were tried: see that the sheets are still there.")


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
        self.shares.add(button(tr("Trustees' shares"), lambda: self._settings("trustees")))
        self.setLayout(column(self.dates, self.backup, self.shares, self.files, gap=S))
        self._later = QTimer(self, interval=LATER_MS, singleShot=True)
        self._later.timeout.connect(self._show_files)

    def refresh(self, is_new: bool = False) -> None:
        """Shows how things stand; what takes a while to find out comes a moment later.

        Args: is_new: nothing is in the store yet, and there is room to say more.
        """
        self._show_backups()
        self._show_shares(is_new)
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
        self.dates.setText(last_words(standing, self._desk.now))
        words = nag_words(standing, self._desk)
        self.backup.say(words, LOOKS[standing.urgency] if words else "notice")
        self.now.setVisible(standing.has_place and self._desk.may(Action.KEEP_STORE))
        self.choose.setVisible(not standing.has_place and self._desk.may(Action.KEEP_BACKUPS))

    def _show_shares(self, is_new: bool) -> None:
        if not self._desk.may(Action.KEEP_PEOPLE):
            return
        standing = trustees.standing(self._desk)
        is_due = standing is not None and standing.is_to_be_tried(self._desk.today)
        none_yet = tr(NONE_YET) if is_new and standing is None else ""
        self.shares.say(tr(TRY_AGAIN) if is_due else none_yet)
        self.dates.setText(f"{self.dates.text()} {shares_words(standing)}")

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


def shares_words(standing: Shares | None) -> str:
    """When the trustees' shares were tried last, in a short sentence."""
    if standing is None:
        return tr("No trustees' shares yet.")
    if standing.tried_on is None:
        return tr("The trustees' shares were never tried.")
    return tr("Trustees' shares last tried {day}.", day=say_day(standing.tried_on))
