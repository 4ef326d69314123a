"""The returns the product knows."""

from __future__ import annotations

import subprocess
import sys

import pytest

from refugedesk.domain.errors import CorrectableError
from refugedesk.reporting.returns import definition, definitions
from refugedesk.reporting.spec import ReturnSpec, shapes
from stores import YEAR, city_refuge_service


def test_the_commissioners_return_is_known() -> None:
    assert definition("commissioner") in definitions()


def test_an_unknown_return_is_refused_with_the_names_of_the_known_ones() -> None:
    with pytest.raises(CorrectableError, match=r"no return called quarterly.*commissioner"):
        definition("quarterly")


@pytest.mark.parametrize("module", ["reporting.tables", "reporting.returns", "reporting.compute"])
def test_definitions_are_read_without_pandas(module: str) -> None:
    program = f"import sys, refugedesk.{module}; sys.exit('pandas' in sys.modules or 'numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.parametrize("spec", definitions(), ids=lambda spec: spec.id)
def test_every_table_of_every_return_can_be_protected(spec: ReturnSpec) -> None:
    printed = shapes(spec, city_refuge_service(), YEAR)
    assert spec.knowledge(printed, YEAR).tables == {shape.id for shape in printed}
