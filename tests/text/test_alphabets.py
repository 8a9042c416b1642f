from __future__ import annotations

import unicodedata

import pytest

from aigaq.text.alphabets import (
    KAZAKH_LETTERS,
    KAZAKH_ONLY,
    LOOKALIKES,
    RUSSIAN_LETTERS,
    roman,
    script,
)


def test_look_alikes_lead_from_latin_to_cyrillic_and_keep_the_case() -> None:
    for latin, cyrillic in LOOKALIKES.items():
        assert unicodedata.name(latin).startswith("LATIN")
        assert unicodedata.name(cyrillic).startswith("CYRILLIC")
        assert latin.isupper() == cyrillic.isupper()


def test_alphabets_have_their_letters_once_each() -> None:
    assert len(KAZAKH_LETTERS) == len(set(KAZAKH_LETTERS)) == 42
    assert len(RUSSIAN_LETTERS) == len(set(RUSSIAN_LETTERS)) == 33
    assert "".join(letter for letter in KAZAKH_LETTERS if letter in RUSSIAN_LETTERS) == RUSSIAN_LETTERS
    assert {letter.lower() for letter in KAZAKH_ONLY} == set(KAZAKH_LETTERS) - set(RUSSIAN_LETTERS)


@pytest.mark.parametrize(
    ("word", "answer"),
    [
        ("бап", "cyrillic"),
        ("ӘҢҒҚ", "cyrillic"),
        ("Internet", "latin"),
        ("бiлiм", "mixed"),
        ("VІІ", "mixed"),
        ("PhDның", "mixed"),
        ("14-1", "none"),
        ("", "none"),
    ],
)
def test_script(word: str, answer: str) -> None:
    assert script(word) == answer


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("I", 1), ("IV", 4), ("VIII", 8), ("VІІ", 7),
        ("ХІV", 14), ("XL", 40), ("XC", 90), ("CD", 400), ("МСМ", 1900),
        ("IIII", None), ("VX", None), ("IC", None), ("", None), ("viii", None), ("М1", None), ("бап", None),
    ],
)  # fmt: skip
def test_roman(word: str, value: int | None) -> None:
    assert roman(word) == value
