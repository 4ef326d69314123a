"""Writes down what a built folder holds: LICENCES.txt, and sbom.cdx.json in the CycloneDX 1.5 form.

    python contents.py FOLDER --version VERSION [--packages DIR] [--python VERSION]

The packages are those that RefugeDesk needs, and what they need in turn, as they are installed beside this Python or in
DIR. The same packages give the same bytes: no clock, no random number.
"""

from __future__ import annotations

import argparse
import json
import platform
import re
import sys
import sysconfig
from collections.abc import Iterator
from importlib.metadata import Distribution, distributions
from pathlib import Path

FIRST = "refugedesk"
LICENCE_FILES = re.compile(r"(^|/)(licen[cs]e|copying|notice|authors)[^/]*$", re.IGNORECASE)
NEEDED_NAME = re.compile(r"^[A-Za-z0-9._-]+")
PYTHON_LICENCES = (Path(sysconfig.get_path("stdlib")) / "LICENSE.txt", Path("/usr/share/doc/python3/copyright"))
INSIDE_OTHERS = Path(__file__).with_name("inside-others.txt")
NOT_SHIPPED = frozenset({"pip", "setuptools", "wheel"})


def plain(name: str) -> str:
    """A package's name as it is compared: lower case, with single hyphens."""
    return re.sub(r"[-_.]+", "-", name).lower()


def shipped(where: list[str]) -> list[Distribution]:
    """RefugeDesk's own needs, and theirs in turn, in the order of their names."""
    known = {plain(each.metadata["Name"]): each for each in distributions(path=where)}
    found: dict[str, Distribution] = {}
    waiting = [FIRST] if FIRST in known else [name for name in known if name not in NOT_SHIPPED]
    while waiting:
        name = waiting.pop()
        if name in known and name not in found:
            found[name] = known[name]
            waiting += list(needs(known[name]))
    return [found[name] for name in sorted(found)]


def needs(package: Distribution) -> Iterator[str]:
    """The names of what a package needs, those of its extras apart."""
    for line in package.requires or ():
        match = NEEDED_NAME.match(line)
        if match and "extra ==" not in line:
            yield plain(match.group())


def licence_of(package: Distribution) -> str:
    """The licence in the package's own words, or what its classifiers say."""
    said = package.metadata.get("License-Expression") or package.metadata.get("License") or ""
    classed = [line.rsplit(" :: ", 1)[-1] for line in package.metadata.get_all("Classifier") or () if "License" in line]
    first = said.strip().split("\n")[0]
    return first if 0 < len(first) < 100 else ", ".join(classed) or "see its files"


def texts(package: Distribution) -> Iterator[str]:
    """The licence files that came with a package."""
    for file in sorted(package.files or (), key=str):
        path = Path(str(package.locate_file(file)))
        if LICENCE_FILES.search(str(file)) and file.suffix not in (".py", ".pyc") and path.is_file():
            yield path.read_text("utf-8", "replace").strip()


def licences(packages: list[Distribution]) -> str:
    """Every package's licence, one after another."""
    parts = ["RefugeDesk is under the Apache Licence 2.0 (LICENSE). It stands on these, each under its own licence.\n"]
    for package in packages:
        head = f"{package.metadata['Name']} {package.version}: {licence_of(package)}"
        parts += ["=" * 78, head, "=" * 78, *dict.fromkeys(texts(package)), ""]
    for title, words in (("Python", python_licence()), ("Inside others", INSIDE_OTHERS.read_text("utf-8"))):
        parts += ["=" * 78, title, "=" * 78, words.strip(), ""]
    return "\n".join(parts)


def python_licence() -> str:
    """Python's own licence, from wherever this Python keeps it."""
    found = (file.read_text("utf-8") for file in PYTHON_LICENCES if file.is_file())
    return next(found, f"{sys.copyright}\n\nUnder the PSF Licence: https://docs.python.org/3/license.html")


def bill(packages: list[Distribution], version: str, python: str) -> dict[str, object]:
    """The bill of materials."""
    components = [
        {
            "type": "library",
            "name": package.metadata["Name"],
            "version": package.version,
            "purl": f"pkg:pypi/{plain(package.metadata['Name'])}@{package.version}",
            "licenses": [{"license": {"name": licence_of(package)}}],
        }
        for package in packages
        if plain(package.metadata["Name"]) != FIRST
    ]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {"type": "application", "name": "refugedesk", "version": version},
            "properties": [{"name": "built with Python", "value": python}],
        },
        "components": components,
    }


def main() -> None:
    """Does it."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("folder", type=Path)
    words.add_argument("--version", required=True)
    words.add_argument("--packages", type=Path)
    words.add_argument("--python", default=platform.python_version(), help="the Python that is packed, if another one")
    asked = words.parse_args()
    packages = shipped([str(asked.packages)] if asked.packages else sys.path)
    if len(packages) < 10:
        sys.exit("Too few packages were found beside this Python: nothing was written down.")
    (asked.folder / "LICENCES.txt").write_text(licences(packages), "utf-8")
    (asked.folder / "sbom.cdx.json").write_text(
        json.dumps(bill(packages, asked.version, asked.python), indent=1) + "\n", "utf-8"
    )
    print(f"Contents: {len(packages)} packages written down")


if __name__ == "__main__":
    main()
