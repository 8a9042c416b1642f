from __future__ import annotations

import csv
from io import StringIO

import pytest

from aigaq.document import write
from aigaq.values import Language
from tests.document.sample import document


def lines(language: Language) -> list[list[str]]:
    data = write(document(language=language), "csv")
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in data
    separator = "," if language is Language.EN else ";"
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=separator))


@pytest.mark.parametrize("language", list(Language))
def test_every_line_has_every_cell(language: Language) -> None:
    assert {len(line) for line in lines(language)} == {7}
    assert len(lines(language)) == 4


def test_headings_and_identifiers_stand_in_every_row() -> None:
    head, first, _second, third = lines(Language.EN)
    assert head == ["Heading", "No.", "Unit", "Old", "New", "Identifier", "Apostrophe put before"]
    assert first[0] == "The Act / Chapter 1"
    assert first[4:6] == ["kept put in gone", "art_1__para_1"]
    assert third[0] == "The Act / Chapter 2"


def test_what_could_be_a_formula_gets_an_apostrophe_and_says_so() -> None:
    third = lines(Language.EN)[3]
    assert third[2:5] == ["'-2\nreworded", "'=1+1", "'@cmd"]
    assert third[6] == "Unit, Old, New"
    assert lines(Language.EN)[1][6] == ""
