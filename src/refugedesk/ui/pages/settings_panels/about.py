"""Where the store is and what program this is."""

from __future__ import annotations

from importlib.metadata import version

from refugedesk.domain.words import noted, tr
from refugedesk.services.folders import state_of
from refugedesk.ui.pages.settings_panels.panel import Panel
from refugedesk.ui.widgets.boxes import boxed, column
from refugedesk.ui.widgets.texts import text


class AboutPanel(Panel):
    """The folder, the service, the version."""

    name = "about"
    title = noted("About this store")

    def build(self) -> None:
        """Three facts, each under its label."""
        facts = (
            (
                tr("Service"),
                tr(
                    "{name}, home local authority {home_authority}",
                    name=self.desk.service.name,
                    home_authority=self.desk.service.home_authority,
                ),
            ),
            (tr("Where the store is"), str(self.desk.folder)),
            (
                tr("Program"),
                tr("RefugeDesk {version}. Nothing in it can use a network.", version=version("refugedesk")),
            ),
        )
        for label, words in facts:
            self.column.addWidget(boxed(column(text(label, "label"), text(words), gap=0)))

    def refresh(self) -> None:
        """Says so where the folder is not reachable any more."""
        if not state_of(self.desk.folder):
            self.fail(tr("The folder of the store cannot be reached. Plug in the drive it is on."))
