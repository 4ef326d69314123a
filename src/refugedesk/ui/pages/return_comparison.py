"""Two periods beside each other on the return page: which, what both show, the changes, and the file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QComboBox, QWidget

from refugedesk.domain.spans import Period, add_months
from refugedesk.domain.words import counted, listed, noted, tr
from refugedesk.services.comparing import Comparison, prepare_comparison, write_comparison
from refugedesk.services.returns import PeriodChoice
from refugedesk.services.wording import say_period
from refugedesk.ui.pages.return_panel import ReturnPanels, Told
from refugedesk.ui.pages.return_sheet import ReturnSheets
from refugedesk.ui.paper.return_pages import pdf_of
from refugedesk.ui.tokens import FORM_WIDTH, L, M
from refugedesk.ui.widgets.boxes import bounded, boxed, column, row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.labelled import Labelled
from refugedesk.ui.widgets.notice import Notice
from refugedesk.ui.widgets.texts import text

STEPS = (
    noted("Counting…"),
    noted("Reading what has left the house…"),
    noted("Withholding…"),
    noted("Attacking…"),
    noted("Looking for what is missing…"),
)
ABOUT = noted(
    "Both periods are protected beside one another, and stand with their change in numbers and in points. Saving gives"
    " both returns to the recipient, and both are written down."
)


def other_periods(period: Period, known: Sequence[PeriodChoice]) -> list[PeriodChoice]:
    """What a period is compared with: the one before, the same a year earlier, and what else people choose."""
    before, year = period.before(), Period(add_months(period.first, -12), add_months(period.last, -12))
    named = [
        (tr("The period before: {period}", period=say_period(before)), before),
        (tr("A year earlier: {period}", period=say_period(year)), year),
    ]
    first = [PeriodChoice(words, each) for words, each in named]
    taken = {period, before, year}
    return [*first[: 1 if before == year else 2], *(each for each in known if each.period not in taken)]


class ComparisonChoice(QWidget):
    """Which period stands beside the chosen one."""

    def __init__(self, panels: ReturnPanels, period: Period) -> None:
        super().__init__()
        self._panels, self._period = panels, period
        self.choices = other_periods(period, panels.choice.periods)
        self.beside = QComboBox(self)
        for choice in self.choices:
            self.beside.addItem(choice.label)
        self.go = button(tr("Compare"), self.compare, "primary")
        leave = button(tr("Leave it"), panels.go_back)
        title = text(tr("{period} beside another period", period=say_period(period)), "section")
        which = Labelled(tr("Beside"), self.beside)
        self.setLayout(bounded(title, text(tr(ABOUT), "soft"), which, row(self.go, leave, 1), 1, gap=L))
        self.setMaximumWidth(FORM_WIDTH)
        self.setFocusProxy(self.beside)

    def compare(self) -> None:
        """Prepares both, beside the window."""
        panels, period = self._panels, self._period
        before = self.choices[max(0, self.beside.currentIndex())].period
        definition, policy = panels.choice.definition_id, panels.choice.policy_id

        def work(told: Told) -> Comparison:
            def say(done: int, _of: int) -> None:
                told(tr(STEPS[done]))

            return prepare_comparison(panels.desk, definition, period, before, say, policy)

        panels.work(tr("Counting and protecting both periods"), work, partial(ComparisonPanel, panels))


def said_of(compared: Comparison) -> str:
    """What is withheld, and which of the two has left the house as it is here."""
    again = [part for part in (compared.before, compared.now) if part.is_again]
    words = f"{compared.summary.in_words} {tr('Nothing can be worked out.')}"
    if not again:
        return words
    left = counted(
        len(again),
        "{periods} stands as it left the house.",
        "{periods} stand as they left the house.",
        periods=listed(say_period(part.release.heading.period) for part in again),
    )
    return f"{words} {left}"


class ComparisonPanel(QWidget):
    """Both periods as the reader will see them, and the button that saves."""

    def __init__(self, panels: ReturnPanels, compared: Comparison) -> None:
        super().__init__()
        self.compared, self._panels = compared, panels
        self.sheets = ReturnSheets(self)
        self.sheets.show_tables(compared.release.tables, compared.reasons)
        periods = [say_period(part.release.heading.period) for part in (compared.now, compared.before)]
        self.back_button = button(tr("Back"), panels.go_back, picture="arrow-left")
        self.save_button = button(tr("Save both as…"), self.save_as, "primary")
        head = row(
            text(tr("{period} beside {other}", period=periods[0], other=periods[1]), "section"),
            self.back_button,
            self.save_button,
        )
        head.setStretch(0, 1)
        layout = column(head, Notice(said_of(compared), "goodNotice"), self.sheets, gap=M)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.save_button)

    def save_as(self) -> None:
        """Asks where, and writes there beside the window."""
        panels, compared = self._panels, self.compared
        periods = [say_period(part.release.heading.period) for part in (compared.now, compared.before)]
        path = panels.ask_where(tr("Save both periods"), " beside ".join(periods))
        if path is None:
            return
        recipient = panels.choice.recipient.text().strip()
        self.save_button.setEnabled(False)
        pdf = pdf_of(path, compared.release)
        panels.write(lambda: write_comparison(panels.desk, compared, path, recipient, pdf=pdf))


def choose_comparison(panels: ReturnPanels) -> None:
    """Asks which period is to stand beside the chosen one."""
    period = panels.chosen_period()
    if period is not None:
        asked = ComparisonChoice(panels, period)
        panels.put(boxed(column(asked, 1)))
        asked.beside.setFocus()
