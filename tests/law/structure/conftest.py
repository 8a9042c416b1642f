"""Real texts, parsed once for all tests of the structure."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from aigaq.law.read import read
from aigaq.law.structure import Tree, parse


@pytest.fixture(scope="session")
def law(kz: Path) -> Callable[[str], Tree]:
    """Return a function that parses one text of the folder, each only once: ``law("editions/x.ru.txt")``."""

    @cache
    def parsed(name: str) -> Tree:
        return parse(read(kz / name))

    return parsed
