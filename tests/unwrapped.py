"""Which literals of the code read like words for people and go past the translation."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from sentences import ASKED, NUMBERED, OF_RULES, SOURCE

LAYERS = ("ui", "services", "domain")
BELOW = ("storage", "security")
"""What is read; below, whole sentences alone: the rest there is SQL and keys. The command line is English, and so is
what returns print (tests/stays_english.py)."""
FORMS = ("domain/records/", "domain/lists/")
"""Forms and lists are declared, and translated where a service's own rules are laid over them."""
THROUGH = {*ASKED, *NUMBERED, *OF_RULES}
SENTENCE = re.compile(r"[A-Za-z]{2,}[^<>=]* [^<>=]*[A-Za-z]{2,}")
WHOLE = re.compile(r"[a-z]{2,} [a-z]{2,}.*\.$")
MARKUP = re.compile(r"<[^>]*>|&\w+;|\{[^{}]*\}")
SHOWN = {
    "button", "Labelled", "setText", "setToolTip", "setAccessibleName", "setAccessibleDescription",
    "setPlaceholderText", "addItem", "Column", "Notice", "EmptyState", "Fold", "text", "say", "succeed", "fail",
    "ask",
}  # fmt: skip
"""What puts its arguments before people, where a single word is words, too."""
LABEL = re.compile(r"[A-Z][a-z]{3,}…?")
FOR_PROGRAMMERS = {"TypeError", "ValueError", "KeyError", "AssertionError", "RuntimeError", "NotImplementedError"}
TECHNICAL = {
    "ui/clipboard.py": "names of formats of the clipboard",
    "ui/pictures.py": "pictures for the guide are taken by a command",
    "ui/style.py": "names of tokens",
    "ui/paper/guide.py": "the guide is made by a command, from the help",
    "ui/paper/return_pages.py": "a return on paper is its file: English",
    "ui/printing.py": "markup of the sheet; its words are noted",
    "ui/paper/sheets.py": "markup, and what an error says before the page says it in words",
    "ui/routes.py": "a type",
    "ui/widgets/badges.py": "compared, never shown",
    "ui/pages/settings_panels/backup.py": "the name of a file",
    "domain/fields.py": "declared as the labels of forms are",
    "services/interchange/workbooks.py": "the name of a part of a file",
    "domain/telltale.py": "patterns of English words that could tell who somebody is",
    "domain/children_told.py": "the words with which children are typed",
    "domain/redaction.py": "what stands in place of a name in a file that is handed over",
    "domain/resemblance.py": "English words that say nothing about an answer",
    "domain/languages.py": "names of languages as people type them",
    "services/access/lines.py": "SQL",
    "services/comparing.py": "the title of a return's file",
    "services/arrivals.py": "names of drafts, never shown",
    "services/guard.py": "kinds of names, never shown",
    "services/interchange/cell_values.py": "never shown",
    "services/interchange/csv_files.py": "what the library says",
    "services/interchange/xml_parts.py": "never shown",
    "domain/stories/questions.py": "what stands in a case story, which leaves the house: English",
    "services/case_stories.py": "what stands in a case story, which leaves the house: English",
    "services/thinning.py": "the names of files",
    "services/things.py": "composed of the titles of forms; found as sentences by themselves",
}
"""Files of which some literals look like sentences and are none."""


def unwrapped() -> Iterator[str]:
    """``file, line: literal`` of each."""
    for file in (each for layer in (*LAYERS, *BELOW) for each in sorted((SOURCE / layer).rglob("*.py"))):
        name = file.relative_to(SOURCE).as_posix()
        is_below = name.startswith(BELOW)
        if name not in TECHNICAL and not name.startswith(FORMS):
            yield from (f"{name}, line {line}: {words}" for line, words in _in(file, whole=is_below))


def _in(file: Path, whole: bool) -> Iterator[tuple[int, str]]:
    tree = ast.parse(file.read_text("utf-8"))
    passed = set(_passed(tree))
    for node in ast.walk(tree):
        words = "" if node in passed else _words(node)
        if SENTENCE.search(MARKUP.sub(" ", words)) and (WHOLE.search(words) or not whole):
            yield getattr(node, "lineno", 0), words
        elif isinstance(node, ast.Call) and _name(node.func) in SHOWN:
            labels = (each for each in node.args if each not in passed)
            yield from ((each.lineno, words) for each in labels if LABEL.fullmatch(words := _words(each)))


def _words(node: ast.AST) -> str:
    if isinstance(node, ast.JoinedStr):
        return " ".join(str(each.value) for each in node.values if isinstance(each, ast.Constant))
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _passed(tree: ast.AST) -> Iterator[ast.AST]:
    """Everything in a call that takes it to the translation, documentation, and what programmers read."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)):
            yield from (each.value for each in node.body if isinstance(each, ast.Expr))
        elif isinstance(node, ast.JoinedStr):
            yield from node.values
        elif isinstance(node, ast.Call) and _name(node.func) in THROUGH | FOR_PROGRAMMERS:
            yield from ast.walk(node)


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
