"""Every sentence of the program that can be translated: what ``tr`` and ``noted`` are given, and what is declared."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from refugedesk.domain import records

SOURCE = Path(__file__).parents[1] / "src" / "refugedesk"
ASKED = ("tr", "noted")


@cache
def sentences() -> frozenset[str]:
    """All of them, in English."""
    return frozenset((*written(), *declared()))


def written() -> Iterator[str]:
    """What stands in the code as a literal."""
    for file in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ASKED and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield first.value


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
    for record in records.ALL.values():
        one = record.title.lower()
        yield from (record.title, f"{record.title}s", f"{'an' if one[0] in 'aeiou' else 'a'} {one}")
        for section in record.sections:
            yield section.title
        for field in record.fields:
            yield from filter(None, (field.label, field.help, field.unit))
            if field.codes is not None:
                yield field.codes.title
                yield from (code.label for code in field.codes.codes)
                yield from field.codes.groups.values()
