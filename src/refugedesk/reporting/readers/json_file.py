"""Reads the numbers of a return back from its JSON."""

from __future__ import annotations

import json
from datetime import date

from refugedesk.domain.spans import Period
from refugedesk.reporting.policies import policy_of
from refugedesk.reporting.readers.published import Findings, Published
from refugedesk.reporting.tables import Heading, Layout, Policy, Shape
from refugedesk.reporting.writers.figures import Figure, figures
from refugedesk.reporting.writers.json_file import Entry, json_bytes, plural


def from_json(content: bytes, shapes: tuple[Shape, ...]) -> Published:
    """What the JSON publishes."""
    document = json.loads(content.decode("utf-8"))
    findings = Findings(shapes)
    for shape, entry in zip(shapes, document["tables"], strict=True):
        rows = {each["code"]: each for each in entry.get("rows", ())}
        for figure in figures(shape):
            findings.add(figure, _value(shape, entry, rows, figure))
    return findings.finish(_heading(document), _policy(document["protection"]))


def same_json(content: bytes, published: Published, shapes: tuple[Shape, ...]) -> bool:
    """Whether the file is, to the byte, what these numbers print: then it holds nothing else."""
    return content == json_bytes(published.printout(shapes))


def _heading(document: Entry) -> Heading:
    definition, period = document["definition"], document["period"]
    days = Period(date.fromisoformat(period["from"]), date.fromisoformat(period["to"]))
    service, authority = document["service"], document["home_authority"]
    extras = int(document.get("revision", 0)), str(document.get("narrative", ""))
    return Heading(definition["id"], definition["version"], "", service, authority, days, *extras)


def _policy(protection: Entry) -> Policy | None:
    if protection == {"policy": "none"}:
        return None
    return policy_of(protection["policy"], protection["threshold"])


def _value(shape: Shape, entry: Entry, rows: dict[str, Entry], figure: Figure) -> object:
    (_, row, column), name = figure
    if shape.layout is Layout.MEASURES:
        return _measure(shape, entry["measures"], row)
    if not row:
        return _margin(entry, column, name)
    found = rows[row]
    if column:
        return found["cells"][column][name or "count"]
    if shape.layout is Layout.CROSS and not name:
        return found["total"]
    return found[name or "count"]


def _measure(shape: Shape, measures: Entry, row: str) -> object:
    value = measures[row]
    is_number = row in shape.number_statistics and isinstance(value, int)
    return str(value) if is_number else value


def _margin(entry: Entry, column: str, name: str) -> object:
    if not column:
        return entry[name or "base"]
    return entry[plural(name) if name else "totals"][column]
