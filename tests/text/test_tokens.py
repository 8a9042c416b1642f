from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given

from aigaq.text.fold import fold
from aigaq.text.tokens import token_keys, words
from tests.text.strategies import anything


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Статья 14-1.", ["Статья", "14-1", "."]),
        ("1.Собственник", ["1", ".", "Собственник"]),
        ("от 30.12.2025 № 248-VIII", ["от", "30.12.2025", "№", "248-VIII"]),
        ("1,5; 2 , 3", ["1,5", ";", "2", ",", "3"]),
        ("5-3) тармақшасы", ["5-3", ")", "тармақшасы"]),
        ("39-баптың", ["39-баптың"]),
        ("где-либо – нет", ["где-либо", "–", "нет"]),
        ("об’явление", ["об’явление"]),
        ("«бiлiм»", ["«", "бiлiм", "»"]),
        ("N5", ["N", "5"]),
        ("пере\u00adнос  слов", ["пере\u00adнос", "слов"]),
        ("замо\u0301к", ["замо\u0301к"]),
        (" \n ", []),
        ("", []),
    ],
)
def test_words_as_typed(text: str, tokens: list[str]) -> None:
    assert [word.text for word in words(text)] == tokens


@given(anything)
def test_keys_do_not_depend_on_typing(text: str) -> None:
    keys = token_keys(text)
    assert keys == token_keys(fold(text)) == [word.key for word in words(text)]
    assert "".join(keys) == fold(text).replace(" ", "")


@given(anything)
def test_words_stand_where_they_say(text: str) -> None:
    found = words(text)
    assert all(text[word.start : word.end] == word.text for word in found)
    starts = [word.start for word in found]
    assert starts == sorted(starts)


def test_words_of_a_real_law_leave_only_space_between_them(kz: Path) -> None:
    text = (kz / "editions" / "education@2026-04.ru.txt").read_bytes().decode()
    found = words(text)
    gaps = [text[one.end : other.start] for one, other in pairwise(found)]
    assert len(found) > 50_000
    assert not "".join(gaps).strip()
