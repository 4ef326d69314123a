"""How the program looks."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QRadioButton

from refugedesk.domain.words import noted, tr
from refugedesk.ui.pages.settings_panels.panel import Panel
from refugedesk.ui.tokens import Theme
from refugedesk.ui.translations import languages
from refugedesk.ui.widgets.texts import text

LANGUAGES = noted(
    "Spoken once the program was locked or closed. What has no translation yet stays English, the help among it, and so"
    " does every file that leaves the program."
)


class AppearancePanel(Panel):
    """Light, dark, high contrast, or as the computer is set; and the language."""

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
        self._build_languages()

    def _build_languages(self) -> None:
        """English, and what there is beside it; a language nobody has gone over says so."""
        style = self.window_of.style_of_all
        self.column.addWidget(text(tr("Language"), "section"))
        self.column.addWidget(text(tr(LANGUAGES), "soft"))
        self.languages = QButtonGroup(self)
        for language in languages():
            words = language.own_name
            choice = QRadioButton(words if language.is_reviewed else tr("{name}: a start, not reviewed", name=words))
            choice.setAccessibleName(tr("Language: {name}", name=words))
            choice.setChecked(language.code == style.language)
            choice.clicked.connect(lambda _checked=False, code=language.code: style.choose_language(code))
            self.languages.addButton(choice)
            self.column.addWidget(choice)
