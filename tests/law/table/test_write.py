from __future__ import annotations

import json
import time

import pytest

from aigaq.errors import Refused, UsageError
from aigaq.law.compare import LedgerCheck
from aigaq.law.table import FORMATS, files
from aigaq.profiles import profile
from aigaq.text.watch import watch_term
from aigaq.values import Language
from tests.law.table.fictional import amendment, by_hand, fictional, many

KZ = profile("kz")


@pytest.mark.parametrize("language", list(Language))
def test_every_format_in_every_language_again_with_the_same_bytes(language: Language) -> None:
    found = [
        files(
            fictional("kk"),
            profile=KZ,
            language=language,
            version="0.1.0",
            watch=[watch_term("түнгі оқу")],
            forbidden=["law@2032-06", "laptop-7"],
        )
        for _ in range(2)
    ]
    assert list(found[0]) == [f"comparative-table.{format}" for format in FORMATS]
    assert found[0] == found[1]


def test_only_what_was_asked_for() -> None:
    found = files(
        fictional("ru"), formats=["json", "csv", "json"], profile=KZ, language=Language.RU, version="1", stem="t"
    )
    assert list(found) == ["t.json", "t.csv"]
    assert json.loads(found["t.json"])["version"] == "1"


def test_an_unknown_format() -> None:
    with pytest.raises(UsageError, match="odt"):
        files(fictional("ru"), formats=["odt"], profile=KZ, language=Language.RU, version="1")


def test_a_residue_in_the_json_is_refused() -> None:
    smuggled = by_hand(ledger=LedgerCheck(in_force=(amendment(force="/home/aigerim/laws"),)))
    with pytest.raises(Refused, match="path"):
        files(smuggled, formats=["json"], profile=KZ, language=Language.RU, version="1")


def test_three_hundred_rows_are_written_quickly() -> None:
    start = time.perf_counter()
    found = files(many(), profile=KZ, language=Language.RU, version="0.1.0")
    assert time.perf_counter() - start < 10
    assert all(found.values())
