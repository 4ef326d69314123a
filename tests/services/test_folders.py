from __future__ import annotations

from pathlib import Path

import pytest

from refugedesk import fault_log
from refugedesk.domain.store_files import HOME_VARIABLE
from refugedesk.services.folders import default_folder
from refugedesk.ui.program import settings


def test_on_a_stick_everything_is_kept_beside_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "records"))
    kept = (default_folder(), fault_log.log_file(), Path(settings().fileName()))
    assert all(tmp_path / "records" in each.parents for each in kept)


def test_elsewhere_the_user_s_own_folder_is_used_under_a_neutral_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(HOME_VARIABLE, raising=False)
    for each in (default_folder(), fault_log.log_file(), Path(settings().fileName())):
        assert "Desk" in each.parts[-3:][0] + each.parts[-2]
        assert "refuge" not in str(each.relative_to(Path.home())).lower()
