"""The list of residents."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout

from refugedesk.domain.words import noted, tr
from refugedesk.services import views
from refugedesk.services.roles import Action
from refugedesk.services.views import ResidentRow
from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.pages.alike_notice import pair_notice
from refugedesk.ui.pages.list_page import Listed, ListPage
from refugedesk.ui.pages.models.columns import RESIDENTS
from refugedesk.ui.widgets.buttons import button


class ResidentsPage(ListPage):
    """Who is here, who was, and whose record is not complete."""

    title = noted("Residents")
    rail = "residents"
    help_topic = "person"
    new_words = noted("Record an arrival")
    columns = RESIDENTS
    first_chip = "here"
    filter_words = noted("Filter residents")
    empty = (
        "users",
        noted("Nobody is here"),
        noted("When a household moves in, record its arrival and it stands here."),
    )

    def __init__(self, window: DeskWindow, chip: str = "", text: str = "") -> None:
        super().__init__(window, chip, text)
        self.alike = pair_notice(window, self)
        layout = self.layout()
        if self.alike is not None and isinstance(layout, QBoxLayout):
            layout.insertWidget(1, self.alike)
        self.pick = button(tr("Two files of one person…"), self._pick, "link", parent=self)
        self.pick.setToolTip(tr("Pick any two files, compare them, and make them one"))
        if isinstance(layout, QBoxLayout):
            layout.addWidget(self.pick, 0, Qt.AlignmentFlag.AlignLeft)

    def refresh(self) -> None:
        """Managers are offered to pick two files once there are some."""
        super().refresh()
        self.pick.setVisible(self.window_of.desk.may(Action.PICK_FILES) and bool(self.model.rows))

    def _pick(self) -> None:
        self.window_of.navigator.open("pick")

    def fetch(self, chip: str, typed: str) -> Listed:
        """The last to arrive first."""
        found = views.residents(self.window_of.desk, chip, typed)
        return Listed(found.rows, found.meaning, found.chips)

    def open_row(self, row: ResidentRow) -> None:
        """The person's file, at this stay."""
        self.window_of.navigator.open("person", resident_id=row.id, stay_id=row.stay_id)

    def make_new(self) -> None:
        """The arrival of a household."""
        self.window_of.navigator.open("arrival")
