"""What the base install brings along: its licences and its weight."""

from __future__ import annotations

import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import pytest

from tests.source import ROOT

LIMIT = 150_000_000
"""Bytes that the base install may take, Python itself not counted."""

PERMISSIVE = re.compile(r"\b(?:MIT|BSD|Apache|PSF|ISC|Python Software Foundation)\b")
COPYLEFT = re.compile(r"\bA?GPL|\bGNU (?:Affero )?General Public", re.IGNORECASE)
UNWANTED = {"scipy", "numpy", "pandas", "pymupdf", "duckdb", "pyspark"}


def locked() -> list[str]:
    text = (ROOT / "requirements" / "base.lock").read_text(encoding="utf-8")
    return re.findall(r"^([a-z0-9][\w.-]*)==", text, re.MULTILINE)


def installed() -> list[Distribution]:
    """Return the packages of the base lock that are installed (a marker may leave one out)."""
    found = []
    for name in locked():
        try:
            found.append(distribution(name))
        except PackageNotFoundError:
            if name != "colorama":
                pytest.skip(f"{name} of requirements/base.lock is not installed: run `make setup`")
    return found


def licence(package: Distribution) -> str:
    """Return what a package says of its licence: expression, field and classifiers."""
    fields = ("License-Expression", "License", "Classifier")
    said = [line[:200] for field in fields for line in package.metadata.get_all(field) or ()]
    return " | ".join(line for line in said if "License ::" in line or "::" not in line)


def weight(package: Distribution) -> int:
    paths = [Path(str(package.locate_file(file))) for file in package.files or ()]
    return sum(path.stat().st_size for path in paths if path.is_file())


def test_the_base_install_is_permissive() -> None:
    said = {package.name: licence(package) for package in installed()}
    assert {name: line for name, line in said.items() if not PERMISSIVE.search(line) or COPYLEFT.search(line)} == {}


def test_the_base_install_is_light() -> None:
    weights = {package.name: weight(package) for package in installed()}
    assert sum(weights.values()) < LIMIT, sorted(weights.items(), key=lambda pair: -pair[1])


def test_the_base_install_has_nothing_of_the_extras() -> None:
    assert UNWANTED & set(locked()) == set()


@pytest.mark.parametrize(
    ("said", "copyleft"),
    [
        ("GPL-3.0-or-later", True),
        ("AGPL-3.0", True),
        ("License :: OSI Approved :: GNU General Public License v3 (GPLv3)", True),
        ("MIT", False),
        ("LGPL-2.1", False),
    ],
)
def test_the_licence_check_can_fail(said: str, copyleft: bool) -> None:
    assert bool(COPYLEFT.search(said)) is copyleft
