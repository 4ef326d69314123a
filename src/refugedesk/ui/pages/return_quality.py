"""What is missing behind a return, and the way to the records where it can be mended."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from refugedesk.domain.records import ALL
from refugedesk.domain.words import tr
from refugedesk.services.quality import QualityRow
from refugedesk.ui.tokens import FORM_WIDTH, L, M, S
from refugedesk.ui.widgets.boxes import bounded, boxed, column, row, scrolled
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.texts import hairline, text

Go = Callable[[str, dict[str, object]], object]


def to_mend(rows: Sequence[QualityRow]) -> int:
    """How many answers are missing in all."""
    return sum(each.missing for each in rows)


def place_of(record_id: str, key: str, resident_id: str | None) -> tuple[str, dict[str, object]]:
    """The page on which a record can be mended, and what it is opened with."""
    if record_id in ("referral", "unit"):
        return record_id, {"id": key}
    where: dict[str, object] = {"resident_id": resident_id or key}
    if record_id == "stay":
        where["stay_id"] = key
    if record_id in ("child", "child_stay"):
        where["section"] = "children"
    return "person", where


class QualityList(QWidget):
    """One line a field, the most missing first; ``go`` opens the first record that lacks it."""

    def __init__(self, rows: Sequence[QualityRow], go: Go, close: Callable[[], object]) -> None:
        super().__init__()
        self._go = go
        back = button(tr("Back to the return"), close, "quiet", picture="arrow-left")
        words = tr("A return is more use the less is missing. Each line opens the first record that lacks the answer.")
        lines = column(gap=S)
        for each in sorted(rows, key=lambda row: -row.missing):
            if each.missing:
                lines.addWidget(self._line(each))
                lines.addWidget(hairline())
        inside = boxed(bounded(lines, 1, margins=(0, 0, L, 0)))
        inside.setMaximumWidth(FORM_WIDTH)
        layout = column(
            row(text(tr("Mend what is missing"), "section"), 1, back), text(words, "soft"), scrolled(inside)
        )
        layout.setSpacing(M)
        layout.setStretch(2, 1)
        self.setLayout(layout)

    def _line(self, quality: QualityRow) -> QWidget:
        field = f"{tr(ALL[quality.record_id].title)}: {quality.field_label}"
        missing = tr("{missing} of {of} missing", missing=quality.missing, of=quality.of)
        words = column(text(field, "strong"), text(missing, "small"), gap=0)
        mend = button(tr("Open the first"), lambda: self._open(quality), "quiet", picture="pencil")
        mend.setAccessibleName(tr("Open the first record without {field}", field=field))
        line = row(words, mend)
        line.setStretch(0, 1)
        return boxed(line)

    def _open(self, quality: QualityRow) -> None:
        self._go(*place_of(quality.record_id, *quality.ids[0]))
