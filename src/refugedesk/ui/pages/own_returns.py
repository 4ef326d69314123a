"""Returns of the service's own: what there is at the left, one of them at the right, and how it comes out."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.words import noted, tr
from refugedesk.services import returns
from refugedesk.services.own_definitions import keep_own_return, own_contents, put_away
from refugedesk.services.own_tables import Content, Preview, preview
from refugedesk.services.wording import say_period
from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.forms.form_foot import StatusLine
from refugedesk.ui.pages.own_return.building import BuildingPanel
from refugedesk.ui.pages.own_return.editor import ReturnEditor, Way
from refugedesk.ui.pages.own_return.own_draft import Entry, OwnDraft
from refugedesk.ui.pages.own_return.taking import TakingPanel
from refugedesk.ui.pages.own_return.targets import TargetsPanel
from refugedesk.ui.pages.page import Page
from refugedesk.ui.pages.return_sheet import ReturnSheets
from refugedesk.ui.tokens import WIDE, XL, XXL, L, M, S
from refugedesk.ui.widgets.boxes import boxed, clear, column, row, scrolled
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.empty_state import EmptyState
from refugedesk.ui.widgets.notice import Notice
from refugedesk.ui.widgets.texts import text

SIDE = 220
ABOUT = noted("Put together from tables of the other returns and tables of your own, and protected like every other.")
PREVIEW = noted(
    "This is how it comes out. When it is prepared it is protected beside everything that has left the house, too."
)
NOTHING = noted("Choose a return of yours at the left, or begin a new one.")
NONE_YET = noted("Begin one where a funder or a council asks for tables that no other return has.")
NOT_KEPT = noted("This return is not kept yet. Keep it, or take it back with Forget the changes.")


class OwnReturnsPage(Page):
    """Putting returns together, and the targets that were agreed."""

    title = noted("Returns of your own")
    rail = "returns"
    help_topic = "own-returns"

    def __init__(self, window: DeskWindow, id: str = "") -> None:
        super().__init__()
        self._window, self.desk, self._first = window, window.desk, id
        self.draft: OwnDraft | None = None
        self._list, self._right = column(gap=S), column()
        self.status = StatusLine(self)
        self.forget_button = button(tr("Forget the changes"), self.forget)
        side = boxed(column(text(tr(ABOUT), "soft"), self._list, 1, gap=L))
        side.setFixedWidth(SIDE)
        foot = row(self.status, self.forget_button)
        foot.setStretch(0, 1)
        right = column(self._right, foot, gap=M)
        right.setStretch(0, 1)
        body = row(side, boxed(right), gap=XXL)
        body.setStretch(1, 1)
        self.setLayout(column(body, margins=(XXL, XL, XXL, L)))
        self.forget_button.hide()
        found = next((each for each in own_contents(self.desk) if each["id"] == id), None)
        if found is not None:
            self.edit(OwnDraft(found))
        else:
            self.show_nothing()

    def show_list(self, is_working: bool = False) -> None:
        """Names what there is; beside a return that is open, a new one is not what comes next."""
        clear(self._list)
        for content in own_contents(self.desk):
            self._list.addLayout(row(button(str(content["title"]), partial(self.go_to, content), "link"), 1))
        look = "" if is_working else "primary"
        self.new_button = button(tr("New return"), lambda: self.go_to({}), look, picture="plus")
        self.targets_button = button(tr("Targets for Activity"), self.show_targets, "link")
        self._list.addLayout(row(self.new_button, 1))
        self._list.addLayout(row(self.targets_button, 1))

    def show_nothing(self) -> None:
        """Before anything is chosen."""
        self.draft = None
        self.show_list()
        has_own = bool(own_contents(self.desk))
        headline = tr("Nothing chosen") if has_own else tr("No returns of your own yet")
        self._put(EmptyState("file-text", headline, tr(NOTHING if has_own else NONE_YET)))

    def go_to(self, content: Content) -> None:
        """Opens another return, unless this one is not kept."""
        if self.can_leave():
            self.edit(OwnDraft(content))

    def edit(self, draft: OwnDraft) -> None:
        """Opens a return for changing it."""
        self.draft = draft
        self.status.say("")
        self.forget_button.hide()
        self.show_list(is_working=True)
        way = Way(self.keep_return, self.look, self.put_away, partial(self.ask_table, draft))
        self.editor = ReturnEditor(draft, way)
        holder = boxed(column(self.editor, margins=(0, 0, L, 0)))
        holder.setMaximumWidth(WIDE)
        self._put(scrolled(holder))
        self.editor.title.setFocus()

    def ask_table(self, draft: OwnDraft, kind: str, at: int | None) -> None:
        """Asks for the parts of a table, new or at its place."""

        def take(made: Entry) -> None:
            draft.put(made, at)
            self.edit(draft)

        kinds = {"take": TakingPanel, "build": BuildingPanel}
        self.panel = kinds[kind](None if at is None else draft.tables[at], take, lambda: self.edit(draft))
        self._put(scrolled(boxed(column(self.panel, margins=(0, 0, L, 0)))))
        self.panel.setFocus()

    def _content(self, draft: OwnDraft) -> Entry:
        """The return with a name that no other has."""
        return draft.content(frozenset(str(each["id"]) for each in own_contents(self.desk)))

    def keep_return(self) -> None:
        """Keeps it as its next version; what is the matter is said and nothing is lost."""
        if self.draft is None:
            return
        try:
            made = keep_own_return(self.desk, self._content(self.draft))
        except CorrectableError as error:
            self.status.say_stopped(str(error))
            return
        self.edit(OwnDraft(next(each for each in own_contents(self.desk) if each["id"] == made.id)))
        self.status.say_done(
            tr(
                "Kept {time} as version {version}. It stands among the returns now.",
                time=f"{self.desk.now:%H:%M}",
                version=made.version,
            )
        )

    def look(self) -> None:
        """Counts and protects it beside the window, for the period people usually want."""
        draft = self.draft
        if draft is None:
            return
        content, period = self._content(draft), returns.periods(self.desk)[0].period
        self.status.say(tr("Counting and protecting {period}…", period=say_period(period)))
        self._window.tasks.run(
            lambda _told: preview(self.desk, content, period),
            partial(self._show_preview, draft, f"{content['title']}, {say_period(period)}"),
            self.status.say_stopped,
            owner=self,
        )

    def _show_preview(self, draft: OwnDraft, title: str, found: Preview) -> None:
        if self.draft is not draft:
            return
        self.status.say("")
        self.sheets = ReturnSheets(self)
        self.sheets.show_tables(found.release.tables, found.reasons)
        self.back_button = button(tr("Back"), lambda: self.edit(draft), picture="arrow-left")
        head = row(text(title, "section"), self.back_button)
        head.setStretch(0, 1)
        layout = column(head, Notice(f"{found.summary.in_words} {tr(PREVIEW)}"), self.sheets, gap=M)
        layout.setStretch(2, 1)
        self._put(boxed(layout))
        self.back_button.setFocus()

    def put_away(self) -> None:
        """Takes it out of what is offered."""
        if self.draft is not None:
            title = self.draft.kept["title"]
            put_away(self.desk, str(self.draft.kept["id"]))
            self.show_nothing()
            self.status.say_done(
                tr("{title} is no longer offered. What was released by it can still be read.", title=title)
            )

    def show_targets(self) -> None:
        """What was agreed for the activity return."""
        if self.can_leave():
            self.draft = None
            self.status.say("")
            self.show_list(is_working=True)
            self.targets = TargetsPanel(self.desk, self.status.say_done)
            self._put(scrolled(boxed(column(self.targets, margins=(0, 0, L, 0)))))
            next(iter(self.targets.editors.values())).setFocus()

    def forget(self) -> None:
        """Lets go of what was not kept."""
        self.forget_button.hide()
        self.status.say("")
        self.show_nothing()

    def can_leave(self) -> bool:
        """Not while something was changed and not kept; the way on stands there."""
        if self.draft is None or not self.draft.is_changed:
            return True
        self.status.say_stopped(tr(NOT_KEPT))
        self.forget_button.show()
        return False

    def keep(self) -> None:
        """Before locking: what can be kept is kept."""
        if self.draft is not None and self.draft.is_changed and self.draft.title.strip():
            self.keep_return()

    def first_focus(self) -> QWidget:
        """The title of the open one, else the button of a new return."""
        return self.editor.title if self.draft is not None else self.new_button

    def place(self) -> dict[str, object]:
        """The return that is open."""
        return {"id": str(self.draft.kept.get("id", "")) if self.draft is not None else ""}

    def _put(self, widget: QWidget) -> None:
        clear(self._right)
        self._right.addWidget(widget)
        widget.show()
