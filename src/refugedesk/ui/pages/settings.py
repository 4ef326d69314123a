"""Settings: a list of matters at the left, one of them open."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from refugedesk.domain.words import noted, tr
from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.pages.page import Page
from refugedesk.ui.pages.settings_panels.about import AboutPanel
from refugedesk.ui.pages.settings_panels.answers import AnswersPanel
from refugedesk.ui.pages.settings_panels.appearance import AppearancePanel
from refugedesk.ui.pages.settings_panels.backup import BackupPanel
from refugedesk.ui.pages.settings_panels.checking import CheckPanel
from refugedesk.ui.pages.settings_panels.exporting import ExportPanel
from refugedesk.ui.pages.settings_panels.importing import ImportPanel
from refugedesk.ui.pages.settings_panels.panel import Panel
from refugedesk.ui.pages.settings_panels.passphrase import PassphrasePanel
from refugedesk.ui.pages.settings_panels.people import PeoplePanel
from refugedesk.ui.pages.settings_panels.questions import QuestionsPanel
from refugedesk.ui.pages.settings_panels.recovery import RecoveryPanel
from refugedesk.ui.pages.settings_panels.rehearsal import RehearsalPanel
from refugedesk.ui.pages.settings_panels.retention import RetentionPanel
from refugedesk.ui.pages.settings_panels.rhythm import RhythmPanel
from refugedesk.ui.pages.settings_panels.trail import TrailWayPanel
from refugedesk.ui.pages.settings_panels.trustees import TrusteesPanel
from refugedesk.ui.tokens import SUB_RAIL_WIDTH, XL, XS, XXL, L, M, S
from refugedesk.ui.widgets.boxes import boxed, column, scrolled

PANELS: tuple[type[Panel], ...] = (
    AppearancePanel,
    PassphrasePanel,
    PeoplePanel,
    RecoveryPanel,
    TrusteesPanel,
    QuestionsPanel,
    AnswersPanel,
    RhythmPanel,
    RetentionPanel,
    BackupPanel,
    RehearsalPanel,
    CheckPanel,
    ImportPanel,
    ExportPanel,
    TrailWayPanel,
    AboutPanel,
)

TOPICS = {
    "people": "people",
    "passphrase": "lock",  # nosec B105 - a topic of the help
    "recovery": "lock",
    "trustees": "shares",
    "backup": "backup",
    "rehearsal": "backup",
    "check": "backup",
    "import": "import",
    "export": "import",
    "retention": "keeping",
}
"""Panels with a topic of help of their own."""


class SettingsPage(Page):
    """Only what the person's role allows is offered."""

    title = noted("Settings")
    rail = "settings"
    help_topic = "settings"

    def __init__(self, window: DeskWindow, panel: str = "appearance") -> None:
        super().__init__()
        self._window = window
        self._offered = [each for each in PANELS if each.needs is None or window.desk.may(each.needs)]
        self._names = [each.name for each in self._offered]
        self._chosen = panel if panel in self._names else self._names[0]
        self._stack = QStackedWidget()
        self.panel: Panel | None = None
        self.items: dict[str, QPushButton] = {}
        whole = QHBoxLayout(self)
        whole.setContentsMargins(XXL, L, XXL - M, 0)
        whole.setSpacing(XL)
        whole.addWidget(self._build_list())
        self._place = QVBoxLayout()
        whole.addLayout(self._place, 1)
        self.open_panel(self._chosen)

    def about(self) -> str:
        """The topic of the open panel, where it has one of its own."""
        return TOPICS.get(self._chosen, self.help_topic)

    def refresh(self) -> None:
        """Shows how things stand."""
        if self.panel is not None:
            self.panel.refresh()

    def backed_up(self) -> None:
        """How backups stand is shown anew, where that is what is open."""
        if isinstance(self.panel, BackupPanel):
            self.panel.refresh()

    def first_focus(self) -> QWidget:
        """The chosen matter."""
        return self.items[self._chosen]

    def place(self) -> dict[str, object]:
        """The open panel."""
        return {"panel": self._chosen}

    def open_panel(self, name: str) -> None:
        """Shows one matter, afresh."""
        self._chosen = name
        for each, item in self.items.items():
            item.setChecked(each == name)
        if self._place.count() and (old := self._place.takeAt(0)) is not None and (widget := old.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        self.panel = self._offered[self._names.index(name)](self._window)
        self._place.addWidget(scrolled(boxed(column(self.panel, gap=0, margins=(M, S, L, XL)))))
        self.panel.refresh()

    def _build_list(self) -> QWidget:
        group = QButtonGroup(self)
        items = QVBoxLayout()
        items.setContentsMargins(0, 0, 0, 0)
        items.setSpacing(XS)
        for each in self._offered:
            item = QPushButton(tr(each.title))
            item.setObjectName("railItem")
            item.setCheckable(True)
            item.setAccessibleName(tr(each.title))
            item.setAutoDefault(False)
            item.clicked.connect(lambda _checked=False, name=each.name: self.open_panel(name))
            group.addButton(item)
            items.addWidget(item)
            self.items[each.name] = item
        items.addStretch(1)
        listed = boxed(items)
        width = max(SUB_RAIL_WIDTH, listed.sizeHint().width())  # words are longer in other languages
        result = scrolled(listed)  # on the smallest screen it does not reach the last matter
        result.setFixedWidth(width + result.verticalScrollBar().sizeHint().width())
        return result
