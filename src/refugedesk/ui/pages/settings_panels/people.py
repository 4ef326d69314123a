"""Who may open the store."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QVBoxLayout, QWidget

from refugedesk.domain.words import noted, tr
from refugedesk.services import people, rekeying
from refugedesk.services.desk import UserRow
from refugedesk.services.roles import Action, Role
from refugedesk.ui.pages.settings_panels.panel import Panel
from refugedesk.ui.tokens import L, M, S
from refugedesk.ui.widgets.boxes import boxed, clear, column, row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.labelled import Labelled
from refugedesk.ui.widgets.long_work import LongWork, counting
from refugedesk.ui.widgets.new_passphrase import NewPassphrase
from refugedesk.ui.widgets.question import Question
from refugedesk.ui.widgets.texts import text

WHAT_ROLES_MAY = {
    Role.KEYWORKER: noted("Sees and changes records, makes protected returns, backs up."),
    Role.MANAGER: noted("May do everything."),
    Role.ADMINISTRATOR: noted("Adds people and looks after the store; sees no records."),
    Role.READ_ONLY: noted("Sees records and changes nothing."),
}

KEY_WORDS = noted(
    "It changes by itself when somebody is removed. Change it, too, when a passphrase or the recovery key may have "
    "been seen. Everybody goes on with their own passphrase. Backups from before stay under the old key: make a new "
    "one, and destroy those a leaver could reach."
)


class PeoplePanel(Panel):
    """Everybody by name with their role; a form to add somebody, a question before somebody is removed."""

    name = "people"
    title = noted("People")
    what = noted("Each person has a name and a passphrase of their own. Somebody who leaves is removed here, at once.")
    needs = Action.KEEP_PEOPLE

    def build(self) -> None:
        """The list, the question, the form."""
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(S)
        self._question = Question()
        self._name, self._role = QLineEdit(), QComboBox()
        for role in Role:
            self._role.addItem(role.label, role)
        self._may = text("", "small")
        self._role.currentIndexChanged.connect(lambda _index: self._say_what_role_may())
        self._passphrase = NewPassphrase(tr("Their passphrase"), lambda: (self._name.text(), self.desk.service.name))
        self._add = button(tr("Add somebody"), self._open_form, picture="user-plus")
        self._work = LongWork(
            self.window_of.tasks,
            button(tr("Add them"), self.add, "primary"),
            button(tr("Leave it"), self._close_form),
            can_stop=False,
        )
        self._name_line = Labelled(tr("Name"), self._name, tr("As they will type it to unlock."))
        self._form = boxed(
            column(
                text(tr("Add somebody"), "section"),
                text(tr("Let them choose and type the passphrase themselves."), "soft"),
                self._name_line,
                Labelled(tr("Role"), self._role),
                self._may,
                self._passphrase,
                self._work,
                gap=L,
            )
        )
        self._key_work = LongWork(
            self.window_of.tasks, button(tr("Change the key…"), self.change_key, picture="key-round"), can_stop=False
        )
        key = boxed(
            column(
                text(tr("The key of the store"), "section"),
                text(tr(KEY_WORDS), "soft"),
                self._key_work,
                gap=M,
                margins=(0, L, 0, 0),
            )
        )
        for each in (self._question, boxed(self._list), boxed(row(self._add, 1)), self._form, key):
            self.column.addWidget(each)
        self._form.hide()
        self._say_what_role_may()

    def refresh(self) -> None:
        """Shows everybody."""
        clear(self._list)
        for user in people.users(self.desk):
            if user.is_active:
                self._list.addWidget(self._card(user))

    def add(self) -> None:
        """Adds the person, beside the window: their key is derived."""
        name, role = self._name.text().strip(), Role(self._role.currentData())
        self._name_line.say("" if name else tr("Their name is needed."))
        passphrase = self._passphrase.agreed()
        if name and passphrase:
            self._work.begin(
                tr("Adding"),
                lambda _tell: people.add_user(self.desk, name, role, passphrase),
                self._added,
                self.fail,
            )

    def _added(self, user: UserRow) -> None:
        self._close_form()
        self.refresh()
        self.succeed(tr("{name} can unlock the store now.", name=user.name))

    def _card(self, user: UserRow) -> QWidget:
        card = QFrame()
        card.setObjectName("card")
        words = column(text(user.name, "strong"), text(user.role.label, "small"), gap=0)
        inside = row(words, margins=(L, M, M, M))
        if user.id != self.desk.user.id:
            remove = button(tr("Remove"), lambda: self._ask(user), "quiet")
            remove.setAccessibleName(tr("Remove {name}", name=user.name))
            inside.addWidget(remove)
        else:
            inside.addWidget(text(tr("You"), "small"))
        inside.setStretch(0, 1)
        card.setLayout(inside)
        return card

    def _ask(self, user: UserRow) -> None:
        self._question.ask(
            tr(
                "Remove {name}? They can no longer unlock the store. What they recorded stays, under their name.",
                name=user.name,
            ),
            tr("Remove {name}", name=user.name),
            lambda: self._remove(user),
        )

    def _remove(self, user: UserRow) -> None:
        self.window_of.tasks.run(
            lambda _tell: people.remove_user(self.desk, user.id),
            lambda words: self._removed(user, words),
            self.fail,
            owner=self,
        )

    def _removed(self, user: UserRow, still_to_do: str) -> None:
        self.refresh()
        said = tr("{name} can no longer unlock the store.", name=user.name)
        if still_to_do:
            self.outcome.say(
                tr(
                    "{said} A copy of the key file they kept would still open it. {still_to_do}",
                    said=said,
                    still_to_do=still_to_do,
                ),
                "cautionNotice",
            )
        else:
            self.succeed(
                tr("{said} It has a new key: a copy of the key file they kept opens nothing from now on.", said=said)
            )

    def change_key(self) -> None:
        """Puts the store under a new key, beside the window: everything is written anew."""
        self.outcome.say("")
        self._key_work.begin(
            tr("Changing the key"),
            lambda tell: rekeying.change_key(self.desk, counting(tell)),
            lambda _none: self.succeed(
                tr("The store has a new key. Everybody unlocks it as before. Make a backup now.")
            ),
            self.fail,
        )

    def _open_form(self) -> None:
        self.outcome.say("")
        self._form.show()
        self._add.hide()
        self._name.setFocus()

    def _close_form(self) -> None:
        self._name.clear()
        self._passphrase.clear()
        self._form.hide()
        self._add.show()

    def _say_what_role_may(self) -> None:
        self._may.setText(tr(WHAT_ROLES_MAY[Role(self._role.currentData())]))
