"""Rules that stand as numbers in lines of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtWidgets import QLineEdit

from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.words import tr
from refugedesk.ui.widgets.problem_line import ProblemLine

R = TypeVar("R")


def typed_rules(lines: Mapping[str, QLineEdit], make: Callable[[dict[str, int]], R], problem: ProblemLine) -> R | None:
    """What ``make`` makes of the numbers, name -> number; None, with the reason said, where it is no rule."""
    try:
        found = make({name: int(line.text()) for name, line in lines.items()})
    except CorrectableError as error:
        problem.say(str(error))
    except ValueError:
        problem.say(tr("Type whole numbers."))
    else:
        problem.say("")
        return found
    return None
