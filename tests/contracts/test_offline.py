"""Nothing in the product can reach a network: what an import contract cannot see."""

from __future__ import annotations

import ast
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src" / "refugedesk"
FORBIDDEN = ("PySide6.QtNetwork", "PySide6.QtWebEngine", "PySide6.QtWebSockets", "socket", "ssl", "urllib", "http")


def imported_by(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def test_no_module_imports_anything_that_speaks_to_a_network() -> None:
    modules = sorted(SOURCE.rglob("*.py"))
    assert len(modules) > 100
    found = {
        f"{path.relative_to(SOURCE)}: {name}"
        for path in modules
        for name in imported_by(path)
        if any(name == each or name.startswith(f"{each}.") for each in FORBIDDEN)
    }
    assert found == set()
