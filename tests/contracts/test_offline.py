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


LOADING = ("QDesktopServices", "QPluginLoader", "QLibrary", "setOpenExternalLinks", "addLibraryPath", "setLibraryPaths")


def called_in(path: Path) -> list[str]:
    """Every name that stands in a module: of a thing, a method or an import."""
    tree = ast.parse(path.read_text("utf-8"))
    names = [node.id for node in ast.walk(tree) if isinstance(node, ast.Name)]
    names += [node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    return names + [alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names]


def test_nothing_is_opened_in_another_program_and_no_plug_in_is_loaded() -> None:
    used = {str(path): sorted(set(called_in(path)) & set(LOADING)) for path in SOURCE.rglob("*.py")}
    assert {name: found for name, found in used.items() if found} == {}


def test_whatever_shows_a_text_with_links_follows_none_of_them_by_itself() -> None:
    browsers = [path for path in SOURCE.rglob("*.py") if called_in(path).count("QTextBrowser") > 1]
    assert len(browsers) >= 3
    unsafe = [path.name for path in browsers if "setOpenLinks(False)" not in path.read_text("utf-8")]
    assert unsafe == []


def test_no_page_of_the_help_fetches_a_picture_from_elsewhere() -> None:
    pages = sorted((SOURCE.parents[1] / "resources").rglob("*.md"))
    assert len(pages) > 10
    assert [
        page.name for page in pages if "](http" in page.read_text("utf-8") and "![" in page.read_text("utf-8")
    ] == []
