"""The text that goes with a return, and beside it what in it could tell who somebody is."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from refugedesk.domain.telltale import Found
from refugedesk.domain.words import noted, tr
from refugedesk.services.narratives import Warn
from refugedesk.ui.forms.fold import Fold
from refugedesk.ui.tokens import M
from refugedesk.ui.widgets.boxes import row
from refugedesk.ui.widgets.labelled import Labelled
from refugedesk.ui.widgets.texts import restyle, text

HEIGHT = 64
MOST_LETTERS = 4000
HELP = noted("Stands on the cover. Leave it empty for none.")
NOTHING = noted("Names, days, ages, places and small numbers are pointed out here as you type.")


def warning_words(found: tuple[Found, ...]) -> str:
    """What could tell who somebody is, kind by kind; nothing where nothing could."""
    kinds: dict[str, list[str]] = {}
    for each in found:
        kinds.setdefault(each.kind, []).append(f"“{each.words}”")
    lines = [f"{', '.join(words)}: {tr(kind)}." for kind, words in kinds.items()]
    return "\n".join([tr("This could tell who somebody is:"), *lines]) if lines else ""


class NarrativeBox(QWidget):
    """A text of a few lines; the warning never stands in the way."""

    def __init__(self, warn: Warn, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._warn = warn
        self.editor = QPlainTextEdit(self)
        self.editor.setTabChangesFocus(True)
        self.editor.setFixedHeight(HEIGHT)
        self.editor.textChanged.connect(self._look)
        self.field = Labelled(tr("In your own words"), self.editor, tr(HELP))
        self.warning = text(tr(NOTHING), "small", self)
        layout = row(self.field, self.warning, gap=M)
        layout.setStretch(0, 3)
        layout.setStretch(1, 2)
        self.setLayout(layout)

    @property
    def narrative(self) -> str:
        """The text as one paragraph."""
        return " ".join(self.editor.toPlainText().split())[:MOST_LETTERS]

    def _look(self) -> None:
        words = warning_words(self._warn(self.editor.toPlainText()))
        self.warning.setText(words or tr(NOTHING))
        self.warning.setAccessibleName(words or tr(NOTHING))
        restyle(self.warning, "strong" if words else "small")


def folded_narrative(box: NarrativeBox, is_open: bool) -> Fold:
    """The box under its heading, so that the figures have the height until a text is wanted; opened, one types."""
    fold = Fold(tr("Add a text of your own to the cover"), box, is_open)
    fold.button.toggled.connect(lambda is_shown: box.editor.setFocus() if is_shown else None)
    return fold
