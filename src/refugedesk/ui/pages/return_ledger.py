"""The returns that have left the house: for whom, by whom, under which rule, and the file's hash."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from refugedesk.domain.calendar_words import say_day
from refugedesk.domain.words import noted, tr
from refugedesk.services.release_ledger import EXACT, ReleasedRow
from refugedesk.ui.pages.return_choice import POLICY_WORDS
from refugedesk.ui.tokens import XS, L, M
from refugedesk.ui.widgets.boxes import boxed, column, row, scrolled
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.texts import hairline, text

ABOUT_HASHES = noted(
    "A file whose fingerprint (SHA-256) is the one here is the file that was saved here: nobody has changed it since."
)
NONE_YET = noted("No return has been saved yet. Each one that is stands here: for whom, by whom and under which rule.")


def title_of(release: ReleasedRow) -> str:
    """The period, and which revision it is."""
    return (
        tr("{period}, revision {revision}", period=release.period, revision=release.revision)
        if release.revision
        else release.period
    )


def short_lines(release: ReleasedRow) -> QVBoxLayout:
    """A release in three lines."""
    lines = (text(title_of(release), "strong"), text(_kind(release), "small"), text(_who(release), "small"))
    return column(*lines, gap=XS)


def _kind(release: ReleasedRow) -> str:
    whom = tr("for {recipient}", recipient=release.recipient) if release.recipient else tr("no recipient given")
    kind = tr("exact figures") if release.policy == EXACT else release.file_kind.lstrip(".").upper()
    return f"{kind}, {whom}"


def _who(release: ReleasedRow) -> str:
    return f"{say_day(release.at)}, {release.who}"


def _rule(release: ReleasedRow) -> str:
    """How it was protected, as it is chosen, with what the rule is called in files."""
    if release.policy == EXACT:
        return tr("Nothing withheld.")
    words = tr(POLICY_WORDS.get(release.policy, release.policy))
    return tr("Withheld: {words} ({policy}).", words=words[:1].lower() + words[1:], policy=release.policy)


class Ledger(QWidget):
    """Every release with all that is known of it, newest first. titles: what each definition is called."""

    def __init__(
        self,
        releases: Sequence[ReleasedRow],
        close: Callable[[], object],
        titles: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._titles = titles
        entries = column(gap=L)
        if not releases:
            entries.addWidget(text(tr(NONE_YET), "soft"))
        for release in releases:
            entries.addLayout(self._entry(release))
            entries.addWidget(hairline())
        entries.addStretch(1)
        self.leave = button(tr("Close"), close)
        head = row(text(tr("What has left the house"), "section"), self.leave)
        head.setStretch(0, 1)
        layout = column(head, text(tr(ABOUT_HASHES), "small"), scrolled(boxed(entries)), gap=M)
        layout.setStretch(2, 1)
        self.setLayout(layout)

    def _entry(self, release: ReleasedRow) -> QVBoxLayout:
        lines = short_lines(release)
        lines.addWidget(text(f"{self._titles.get(release.definition, release.definition)}. {_rule(release)}", "small"))
        for name, words in ((tr("Reason"), release.reason), (tr("Text"), release.narrative)):
            if words:
                lines.addWidget(text(f"{name}: {words}", "small"))
        sha = text(tr("SHA-256 {sha256}", sha256=release.sha256), "small")
        sha.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        sha.setAccessibleName(tr("Hash of the file of {title_of}", title_of=title_of(release)))
        lines.addWidget(sha)
        return lines
