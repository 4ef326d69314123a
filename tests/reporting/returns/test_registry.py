"""The returns the product knows."""

from __future__ import annotations

import subprocess
import sys

import pytest

from refugedesk.domain.errors import CorrectableError
from refugedesk.reporting.returns import definition, definitions


def test_the_commissioners_return_is_known() -> None:
    assert definition("commissioner") in definitions()


def test_an_unknown_return_is_refused_with_the_names_of_the_known_ones() -> None:
    with pytest.raises(CorrectableError, match=r"no return called quarterly.*commissioner"):
        definition("quarterly")


@pytest.mark.parametrize("module", ["reporting.tables", "reporting.returns", "reporting.compute"])
def test_definitions_are_read_without_pandas(module: str) -> None:
    program = f"import sys, refugedesk.{module}; sys.exit('pandas' in sys.modules or 'numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
