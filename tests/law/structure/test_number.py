"""Numbers of units: which are the same, which comes next."""

from __future__ import annotations

import pytest

from aigaq.law.structure.forms import FORMS
from aigaq.law.structure.number import follows, latin, order, ordinal, plain
from aigaq.values import Language


@pytest.mark.parametrize(
    ("number", "expected"),
    [("248-VІІІ", "248-VIII"), ("248-VIII", "248-VIII"), ("ХІХ", "XIX"), ("14-1", "14-1"), ("СМ", "CM"), ("", "")],
)
def test_latin(number: str, expected: str) -> None:
    assert latin(number) == expected


@pytest.mark.parametrize(
    ("number", "language", "expected"),
    [
        ("ІV", Language.RU, "IV"),
        ("ІV-1", Language.RU, "IV-1"),
        ("14-1", Language.RU, "14-1"),
        ("первая", Language.RU, "1"),
        ("ПЕРВАЯ", Language.RU, "1"),
        ("двадцатая", Language.RU, "20"),
        ("двенадцатой", Language.RU, "12"),
        ("третья", Language.RU, "3"),
        ("екінші", Language.KK, "2"),
        ("он екінші", Language.KK, "12"),
        ("жиырмасыншы", Language.KK, "20"),
        ("", Language.RU, ""),
    ],
)
def test_plain(number: str, language: Language, expected: str) -> None:
    assert plain(number, FORMS[language].ordinals) == expected


@pytest.mark.parametrize("language", [Language.RU, Language.KK])
def test_every_ordinal_word_names_its_own_number(language: Language) -> None:
    ordinals = FORMS[language].ordinals
    assert sorted(ordinals.values()) == list(range(1, 21))
    endings = ("ая", "ой", "ую", "ые") if language is Language.RU else ("",)
    for word, place in ordinals.items():
        assert {ordinal(word + ending, ordinals) for ending in endings} == {place}


@pytest.mark.parametrize(
    "words", [["1", "1-1", "1-2", "1-10", "2", "9", "10", "10-1", "10-1-1", "10-2", "11"], ["6-to-6-2", "7"]]
)
def test_order(words: list[str]) -> None:
    backwards = words[::-1]
    assert sorted(backwards, key=order) == words


@pytest.mark.parametrize(
    ("number", "before", "expected"),
    [
        ("6", "5", True),
        ("5-1", "5", True),
        ("5-2", "5-1", True),
        ("5-1-1", "5-1", True),
        ("6", "5-3", True),
        ("7", "6-to-6-2", True),
        ("6-3", "6-to-6-2", True),
        ("7", "5", False),
        ("5", "5", False),
        ("4", "5", False),
        ("5-2", "5", False),
        ("1", "", False),
    ],
)
def test_follows(number: str, before: str, expected: bool) -> None:
    assert follows(number, before) is expected
