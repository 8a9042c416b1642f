"""What a person is told who may have given the wrong files."""

from __future__ import annotations

from pathlib import Path

import pytest

from aigaq.app.law import compare_laws, open_law, watch_terms
from aigaq.app.stated import Statement
from aigaq.errors import UsageError
from tests.conftest import ROOT

LAWS = ROOT / "examples" / "public-libraries"
OLD, NEW = LAWS / "law@2032-06.ru.txt", LAWS / "law@2033-02.ru.txt"
OTHER = "Статья 1. Поля\n\n1. Поле пашут весной.\n\n2. Пшеницу жнут.\n\nСтатья 2. Луга\n\n1. Луга косят.\n"


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (OLD, NEW, []),
        (
            NEW,
            OLD,
            ["the old text is newer (2033-02-01) than the new one (2032-06-15): the files may have changed places"],
        ),
        (OLD, OLD, ["both files are the same"]),
    ],
)
def test_remarks_on_files(first: Path, second: Path, told: list[str]) -> None:
    comparison = compare_laws(open_law(first), open_law(second))
    assert [str(warning) for warning in comparison.new.warnings if warning not in open_law(second).warnings] == told


def test_two_different_laws_are_remarked(tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(OTHER, encoding="utf-8")
    comparison = compare_laws(open_law(OLD), open_law(other))
    assert comparison.new.warnings[0].startswith("almost nothing is the same")


def test_a_title_must_be_printable() -> None:
    with pytest.raises(UsageError) as raised:
        open_law(OLD, statement=Statement(title="О\x01"))
    assert raised.value.code == "stated.title"


@pytest.mark.parametrize("typed", ["чтение", "«чтение»", '"чтение"', " “чтение” "])
def test_quotation_marks_around_a_watch_term_are_no_part_of_it(typed: str) -> None:
    assert [term.surface for term in watch_terms([typed])] == ["чтение"]
