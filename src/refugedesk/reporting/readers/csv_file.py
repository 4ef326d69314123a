"""Reads the numbers of a return back from its CSV."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from datetime import date

from refugedesk.domain.spans import Period
from refugedesk.reporting.policies import policy_of
from refugedesk.reporting.readers.published import Findings, Published, ReadBackError
from refugedesk.reporting.tables import Heading, Policy, Shape
from refugedesk.reporting.writers.csv_file import COLUMNS, NARRATIVE, REVISION, csv_bytes, figure_words
from refugedesk.reporting.writers.figures import WITHHELD, Figure, is_statistic

_HEADING = COLUMNS.index("table")
_COUNT = re.compile("[0-9]+")


def from_csv(content: bytes, shapes: tuple[Shape, ...]) -> Published:
    """What the CSV publishes: each line's words say which number it is."""
    header, *lines = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    if tuple(header) != COLUMNS or not lines:
        raise ReadBackError("The file does not have the columns of a return.")
    findings = Findings(shapes)
    named = {words: (shape, figure) for shape in shapes for figure, words in figure_words(shape).items()}
    extras = {line[-2]: line[-1] for line in lines if not line[_HEADING]}
    for *words, value in (line[_HEADING:] for line in lines if line[_HEADING]):
        shape, figure = named[tuple(words)]
        findings.add(figure, _value(shape, figure, value))
    heading = replace(_heading(lines[0]), revision=int(extras.get(REVISION, 0)), narrative=extras.get(NARRATIVE, ""))
    return findings.finish(heading, _policy(*lines[0][6:8]))


def same_csv(content: bytes, published: Published, shapes: tuple[Shape, ...]) -> bool:
    """Whether the file is, to the byte, what these numbers print: then it holds nothing else."""
    return content == csv_bytes(published.printout(shapes))


def _heading(line: list[str]) -> Heading:
    definition, version, service, authority, first, last = line[:6]
    period = Period(date.fromisoformat(first), date.fromisoformat(last))
    return Heading(definition, version, "", service, authority, period)


def _policy(policy: str, threshold: str) -> Policy | None:
    return None if policy == "none" else policy_of(policy, int(threshold))


def _value(shape: Shape, figure: Figure, value: str) -> object:
    if value == WITHHELD:
        return None
    is_count = not figure.name and not is_statistic(shape, figure) and _COUNT.fullmatch(value)
    return int(value) if is_count else value
