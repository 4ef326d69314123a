"""The Makefile: each thing it makes is made in one way, and what the documents name is there."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NAMED = re.compile(r"`make ([a-z-]+)")

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="make is not here")


def plan(target: str) -> subprocess.CompletedProcess[str]:
    """What make would do for it; nothing is done."""
    return subprocess.run(["make", "-n", target], cwd=ROOT, capture_output=True, text=True, check=False)


def test_make_has_nothing_to_complain_of() -> None:
    assert plan("set-up").stderr == ""


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_what_a_document_says_is_made_can_be_made(document: str) -> None:
    named = set(NAMED.findall((ROOT / document).read_text(encoding="utf-8")))
    assert named
    assert [target for target in sorted(named) if plan(target).returncode] == []


def test_installers_are_built_by_one_target_and_tried_by_another() -> None:
    assert "build.sh" in plan("installers").stdout
    assert "smoke.sh" not in plan("installers").stdout
    assert "smoke.sh" in plan("try-installers").stdout
