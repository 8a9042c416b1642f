from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aigaq.text.alphabets import KAZAKH_LETTERS, RUSSIAN_LETTERS
from aigaq.text.collation import Language, sort_key


@pytest.mark.parametrize(
    ("language", "ordered"),
    [
        ("ru", ["14", "14-1", "14-2", "14-10", "15"]),
        ("ru", ["статья 2", "Статья 10", "статья 10-1"]),
        ("ru", ["ель", "ёлка", "жук"]),
        ("ru", ["лес", "Лес", "леса"]),
        ("ru", ["заяц", "кот", "Internet"]),
        ("kk", ["ана", "әке", "бала"]),
        ("kk", ["нан", "ңа", "он", "өз"]),
        ("kk", ["ту", "ұл", "үй", "фонд", "хат", "һәм", "цирк"]),
        ("kk", ["бак", "бiл", "біла"]),
        ("en", ["Apple", "banana", "Заң"]),
        ("en", ["resume", "résumé", "rope"]),
        ("en", ["a b", "a-b", "a1", "ab"]),
    ],
)
def test_order(language: Language, ordered: list[str]) -> None:
    for shuffled in list(permutations(ordered))[:24]:
        assert sorted(shuffled, key=lambda text: sort_key(text, language)) == ordered


@pytest.mark.parametrize(("language", "letters"), [("kk", KAZAKH_LETTERS), ("ru", RUSSIAN_LETTERS)])
def test_the_alphabet_is_in_its_own_order(language: Language, letters: str) -> None:
    backwards = letters[::-1]
    assert "".join(sorted(backwards, key=lambda letter: sort_key(letter, language))) == letters


def test_endless_numbers_are_no_error() -> None:
    assert sort_key("9" * 5000, "ru") < sort_key("9" * 5001, "ru")


@given(st.text(max_size=8), st.text(max_size=8))
def test_different_texts_never_tie(one: str, other: str) -> None:
    assert (sort_key(one, "kk") == sort_key(other, "kk")) == (one == other)
