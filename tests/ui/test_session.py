"""A Linux desktop that says its screen is locked is heard."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

LISTENER = """
import time
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtWidgets import QApplication
from refugedesk.ui.session import DesktopSignals
app, heard = QApplication([]), []
signals = DesktopSignals(lambda: heard.append("locked"), app)
for is_locked in (False, True):
    message = QDBusMessage.createSignal("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged")
    message.setArguments([is_locked])
    QDBusConnection.sessionBus().send(message)
end = time.monotonic() + 5
while not heard and time.monotonic() < end:
    app.processEvents()
print(heard)
"""


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="needs a message bus of its own")
def test_a_screen_saver_that_begins_is_heard_once() -> None:
    command = ["dbus-run-session", sys.executable, "-c", LISTENER]
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False, timeout=30)
    assert done.stdout.strip() == "['locked']", done.stderr
