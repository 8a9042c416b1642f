"""Real editions: our own table of them has no fault, rows taken away are omitted, words changed are misquoted."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random

import pytest

from aigaq.law.check import Code, OfficialTable, check
from aigaq.law.compare import Comparison, compare
from aigaq.law.read import read
from aigaq.law.structure import parse
from aigaq.law.table import files
from aigaq.profiles import profile
from tests.law.check.published import FORMATS, opened, with_row, without


@cache
def education(folder: Path) -> Comparison:
    old, new = (parse(read(folder / "editions" / f"education@2026-{month}.ru.txt")) for month in ("01", "04"))
    return compare(old, new)


@cache
def published(folder: Path, format: str) -> OfficialTable:
    comparison = education(folder)
    made = files(comparison, formats=[format], profile=profile("kz"), language=comparison.new.language, version="1")
    return opened(next(iter(made.values())), f"table.{format}")


@pytest.mark.parametrize("format", FORMATS)
def test_our_own_table_of_the_law_on_education(kz: Path, format: str) -> None:
    found = check(published(kz, format), education(kz))
    assert found.findings == ()
    assert len(found.told) == 59


@pytest.mark.parametrize("seed", range(3))
def test_rows_taken_away_are_omitted(kz: Path, seed: int) -> None:
    gone = sorted(Random(seed).sample(range(59), 7))
    found = check(without(published(kz, "docx"), *gone), education(kz))
    assert [(finding.code, finding.changes) for finding in found.findings] == [(Code.OMITTED, (at,)) for at in gone]


@pytest.mark.parametrize("at", [0, 5, 16, 20])
def test_a_word_changed_is_one_misquotation(kz: Path, at: int) -> None:
    row = published(kz, "docx").rows[at]
    words = row.new.split(" ")
    words[len(words) // 2] = "внезапно"
    found = check(with_row(published(kz, "docx"), at, new=" ".join(words)), education(kz))
    assert [(finding.code, finding.place) for finding in found.findings] == [(Code.MISQUOTED_NEW, row.place)]


def test_the_table_of_another_law_is_all_wrong(kz: Path) -> None:
    folder = kz / "editions"
    old, new = (parse(read(folder / f"family-code@2026-{month}.ru.txt")) for month in ("01", "02"))
    found = check(published(kz, "docx"), compare(old, new))
    assert len({finding.place for finding in found.findings}) > 50
