"""Printing what belongs on paper and nowhere else: the recovery key."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

SHEET = """<h2>Recovery key</h2><p style="font-size:18pt">{key}</p>
<p>Keep this sheet in a sealed envelope in a safe place, away from the computer. Whoever has it and the computer can
open what is stored there. Making a new recovery key ends this one.</p>"""


def print_recovery_key(parent: QWidget, key: str) -> bool:
    """Asks for a printer and prints the sheet; whether it was sent to one."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("Sheet")
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, False)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return False
    document = QTextDocument()
    groups = key.split("-")
    document.setHtml(SHEET.format(key="<br>".join(" ".join(groups[at : at + 4]) for at in range(0, len(groups), 4))))
    document.print_(printer)
    return True
