"""What a package says it holds: every package the program needs, and theirs, each with a licence."""

from __future__ import annotations

import importlib.util
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

TOP = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def contents() -> ModuleType:
    spec = importlib.util.spec_from_file_location("contents", TOP / "installer" / "contents.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def locked() -> set[str]:
    """The program's packages and theirs in turn, as uv.lock has them for this computer."""
    lock = tomllib.loads((TOP / "uv.lock").read_text("utf-8"))
    known = {each["name"]: each for each in lock["package"]}
    found, waiting = set[str](), ["refugedesk"]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            needs = (each for each in known[name].get("dependencies", ()) if "marker" not in each)
            waiting += [each["name"] for each in needs]
    return found


def test_the_bill_names_every_package_that_is_locked(contents: ModuleType) -> None:
    bill = contents.bill(contents.shipped(sys.path), "1.2.3", "3.11")
    named = {contents.plain(each["name"]) for each in bill["components"]}
    assert {"shamir-mnemonic", "segno", "msoffcrypto-tool", "olefile"} <= named
    assert locked() - named == {"refugedesk"}


def test_every_package_comes_with_a_licence(contents: ModuleType) -> None:
    packages = contents.shipped(sys.path)
    words = contents.licences(packages)
    for package in packages:
        assert f"{package.metadata['Name']} {package.version}: " in words
    unsaid = [each for each in packages if contents.licence_of(each) == "see its files"]
    assert all(any(contents.texts(each)) for each in unsaid)
    assert "Zetetic LLC" in words and "python software foundation" in words.lower()


def test_the_same_packages_give_the_same_words(contents: ModuleType) -> None:
    one, other = contents.shipped(sys.path), contents.shipped(sys.path)
    assert contents.licences(one) == contents.licences(other)
    assert contents.bill(one, "1", "3") == contents.bill(other, "1", "3")
