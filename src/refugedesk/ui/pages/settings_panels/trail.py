"""The way to what everybody did."""

from __future__ import annotations

from refugedesk.domain.words import noted, tr
from refugedesk.services.roles import Action
from refugedesk.ui.pages.settings_panels.panel import Panel
from refugedesk.ui.widgets.boxes import boxed, row
from refugedesk.ui.widgets.buttons import button


class TrailWayPanel(Panel):
    """A button: the list needs the whole page."""

    name = "trail"
    title = noted("What everybody did")
    what = noted(
        "Every file that was opened, every change, print, export and return, every wrong passphrase and every "
        "emergency: who, when and what. Nobody can change or take out a line of it."
    )
    needs = Action.SEE_TRAIL

    def build(self) -> None:
        """The button."""
        see = button(
            tr("See what everybody did"), lambda: self.window_of.navigator.open("trail"), "primary", picture="history"
        )
        self.column.addWidget(boxed(row(see, 1)))
