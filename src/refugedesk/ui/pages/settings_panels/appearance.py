"""How the program looks."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QRadioButton

from refugedesk.domain.words import noted, tr
from refugedesk.ui.pages.settings_panels.panel import Panel
from refugedesk.ui.tokens import Theme


class AppearancePanel(Panel):
    """Light, dark, high contrast, or as the computer is set."""

    name = "appearance"
    title = noted("Appearance")
    what = noted(
        "Kept for this computer's user, and the only thing kept outside the store besides where the window stood."
    )

    def build(self) -> None:
        """A choice of four."""
        self._group = QButtonGroup(self)
        chosen = self.window_of.style_of_all.theme
        for theme in Theme:
            choice = QRadioButton(theme.label)
            choice.setAccessibleName(tr("Appearance: {label}", label=theme.label))
            choice.setChecked(theme is chosen)
            choice.clicked.connect(lambda _checked=False, each=theme: self.window_of.style_of_all.choose(each))
            self._group.addButton(choice)
            self.column.addWidget(choice)
