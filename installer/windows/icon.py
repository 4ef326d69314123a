"""Draws the icon in the sizes Windows asks for: python icon.py DRAWING ICON. Needs PySide6; no screen."""

import os
import struct
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 24, 32, 48, 64, 128, 256)


def picture(drawing: QSvgRenderer, size: int) -> bytes:
    """The drawing as a PNG of that size."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return held.data()


application = QGuiApplication(["icon"])
pictures = [picture(QSvgRenderer(sys.argv[1]), size) for size in SIZES]
start = 6 + 16 * len(SIZES)
head, at = struct.pack("<HHH", 0, 1, len(SIZES)), start
for size, png in zip(SIZES, pictures, strict=True):
    head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(png), at)
    at += len(png)
Path(sys.argv[2]).write_bytes(head + b"".join(pictures))
