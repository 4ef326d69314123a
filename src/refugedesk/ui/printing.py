"""Asking for a printer, and printing what belongs on paper and nowhere else: the recovery key and trustees' shares."""

from __future__ import annotations

from datetime import date

from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import delete, isValid

from refugedesk.domain.words import noted, tr
from refugedesk.services.shares import Share

TITLE = noted("Recovery key")
ABOUT = noted(
    "Keep this sheet in a sealed envelope in a safe place, away from the computer. Whoever has it and the computer can"
    " open what is stored there. Making a new recovery key ends this one."
)


def a_printer(parent: QWidget, only_paper: bool = False) -> QPrinter | None:
    """The printer that was chosen; None for a person who changed her mind.

    The dialog goes before its printer does: a child of the page would stay there, hidden, over a printer that is no
    more, and a key that still came to it would end the program.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("Sheet")
    dialog = QPrintDialog(printer, parent)
    if only_paper:
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, False)
    chosen = dialog.exec() == QDialog.DialogCode.Accepted
    if isValid(dialog):  # a page that was left by locking has taken it along
        delete(dialog)
    return printer if chosen else None


def print_recovery_key(parent: QWidget, key: str) -> bool:
    """Asks for a printer and prints the sheet; whether it was sent to one."""
    printer = a_printer(parent, only_paper=True)
    if printer is None:
        return False
    document = QTextDocument()
    groups = key.split("-")
    spelt = "<br>".join(" ".join(groups[at : at + 4]) for at in range(0, len(groups), 4))
    document.setHtml(f'<h2>{tr(TITLE)}</h2><p style="font-size:18pt">{spelt}</p><p>{tr(ABOUT)}</p>')
    document.print_(printer)
    return True


def print_share(parent: QWidget, share: Share, made: int, made_on: date) -> bool:
    """Asks for a printer and prints one trustee's sheet, on paper of its own; whether it was sent to one."""
    from refugedesk.ui.paper.share_sheets import paint_share

    printer = a_printer(parent, only_paper=True)
    if printer is None:
        return False
    printer.setDuplex(QPrinter.DuplexMode.DuplexNone)
    paint_share(share, made, made_on, printer)
    return True
