"""Only protection makes a safe table, and only the logged path makes an exact one."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "refugedesk"
MAKERS = {
    "SafeTable": "disclosure.py",
    "SafeReturn": "disclosure.py",
    "ExactTable": "exact.py",
    "ExactReturn": "exact.py",
}


def makers_of(name: str, source: Path = SOURCE) -> set[str]:
    """The modules that call the class, under any name they give it on import, or inherit from it."""
    return {path.name for path in source.rglob("*.py") if name in _made_in(ast.parse(path.read_text("utf-8")))}


def _made_in(tree: ast.Module) -> set[str]:
    known_as = {
        alias.asname or alias.name: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    called = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    names = {each.id if isinstance(each, ast.Name) else getattr(each, "attr", "") for each in called}
    return {known_as.get(name, name) for name in names}


@pytest.mark.parametrize("name", MAKERS)
def test_each_is_made_in_one_module_only(name: str) -> None:
    assert makers_of(name) == {MAKERS[name]}


def test_the_check_sees_a_class_under_another_name(tmp_path: Path) -> None:
    (tmp_path / "sly.py").write_text("from tables import SafeTable as Plain\nPlain(1, 2, 3)\n", "utf-8")
    assert makers_of("SafeTable", tmp_path) == {"sly.py"}
