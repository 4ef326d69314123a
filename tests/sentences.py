"""Every sentence of the program that can be translated: what ``tr`` and ``noted`` are given, and what is declared."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from refugedesk.domain import records
from refugedesk.services.quality import SHORTEST
from refugedesk.services.things import THINGS

SOURCE = Path(__file__).parents[1] / "src" / "refugedesk"
ASKED = ("tr", "noted")
OF_RULES = {"not_in_future": 1, "in_order": 2, "InStay": 1, "AfterStay": 1, "from_the_start": 1}
"""What makes a rule of a form, and which of its arguments is said."""
NUMBERED = ("counted", "count_of")


@cache
def sentences() -> frozenset[str]:
    """All of them, in English."""
    return frozenset((*written(), *declared(), *numbered(), *_of_rules()))


@cache
def numbered() -> frozenset[str]:
    """Those that have a form for one and a form for many: the English form for many, ``%n`` for the number."""
    return frozenset(_numbered())


def _numbered() -> Iterator[str]:
    for node in _calls(NUMBERED):
        words = [str(each.value) for each in node.args[1:] if isinstance(each, ast.Constant)]
        if len(words) == len(node.args) - 1:
            is_noun = isinstance(node.func, ast.Name) and node.func.id == "count_of"
            many = words[1] if len(words) > 1 else f"{words[0]}s"
            yield f"%n {many}" if is_noun else many


def _calls(names: tuple[str, ...]) -> Iterator[ast.Call]:
    for file in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
                yield node


def written() -> Iterator[str]:
    """What stands in the code as a literal."""
    for node in _calls(ASKED):
        first = node.args[0]
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield first.value


def _of_rules() -> Iterator[str]:
    for node in _calls(tuple(OF_RULES)):
        place = OF_RULES[node.func.id] if isinstance(node.func, ast.Name) else 0
        said = node.args[place] if len(node.args) > place else None
        if isinstance(said, ast.Constant):
            yield str(said.value)


def said_too_early() -> Iterator[str]:
    """Where ``tr`` is called as a module loads: outside every function, or as what an argument is usually."""
    for file in sorted(SOURCE.rglob("*.py")):
        for node in loaded(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
                yield f"{file.name}, line {node.lineno}"


def loaded(node: ast.AST) -> Iterator[ast.AST]:
    """What runs as a module loads."""
    yield node
    inner = ast.iter_child_nodes(node)
    if isinstance(node, (ast.FunctionDef, ast.Lambda)):
        inner = iter((*node.args.defaults, *filter(None, node.args.kw_defaults)))
    for each in inner:
        yield from loaded(each)


def declared() -> Iterator[str]:
    """The words of forms: titles, questions, help, units, answers and their groups."""
    yield from THINGS.values()
    for record in records.ALL.values():
        one = record.title.lower()
        yield from (record.title, f"{record.title}s", f"{'an' if one[0] in 'aeiou' else 'a'} {one}")
        for section in record.sections:
            yield from filter(None, (section.title, section.help))
        for field in (field for section in record.sections for field in section.fields):
            yield from filter(None, (field.label, field.help, field.unit))
            if len(field.label) <= SHORTEST:
                yield field.name.replace("_", " ").capitalize()
            if field.codes is not None:
                yield field.codes.title
                yield from (code.label for code in field.codes.codes)
                yield from field.codes.groups.values()
