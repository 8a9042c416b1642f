from __future__ import annotations

from pathlib import Path
from unicodedata import is_normalized, normalize

import pytest
from hypothesis import given

from aigaq.text.fold import APOSTROPHES, DASHES, INVISIBLE, QUOTES, fold
from tests.text.strategies import anything

SAME = [
    ("бiлiм", "білім"),
    ("VІІ", "VII"),
    ("РK", "РК"),
    ("c законом", "с законом"),
    ("әнші", "əнші"),
    ("чёткий", "чëткий"),
    ("мой", "мои\u0306"),
    ("«A»", '"А"'),
    ("“A„", '"А"'),
    ("об’явление", "об'явление"),
    ("1 – 2", "1 - 2"),
    ("14−1", "14‑1"),
    ("№ 480-V", "N 480-V"),
    ("№480", "N480"),
    ("№ 5", "N\xa05"),
    ("№ 5", "N\u200b \n 5"),
    ("пере\u00adнос", "перенос"),
    ("\ufeffЗакон", "Закон"),
    ("a\tb\r\nc\xa0\u2009d", "a b c d"),
    (" край ", "край"),
]

DIFFERENT = [
    ("еще", "ещё"),
    ("Закон", "закон"),
    ("бап 1", "бап 11"),
    ("и", "й"),
    ("қ", "к"),
    ("Іс", "ІІс"),
    ("слово слово", "словослово"),
    ("N год", "№ год"),
    ("ASN 5", "AS№ 5"),
    (";", ":"),
    ("ab", "a b"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_same_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_keys(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(("signs", "key"), [(QUOTES, '"'), (APOSTROPHES, "'"), (DASHES, "-"), (INVISIBLE, "")], ids=str)
def test_every_mark_is_folded(signs: str, key: str) -> None:
    assert {fold(f"б{sign}б") for sign in signs} == {f"б{key}б"}


@given(anything)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(anything)
def test_unicode_forms_fold_alike_and_to_nfc(text: str) -> None:
    assert fold(normalize("NFD", text)) == fold(normalize("NFC", text)) == fold(text)
    assert is_normalized("NFC", fold(text))


@given(anything)
def test_spaces_are_single_and_inside(text: str) -> None:
    assert fold(text) == " ".join(fold(text).split())


def test_every_real_text_folds_once(kz: Path) -> None:
    for path in sorted(kz.glob("*/*.txt")):
        key = fold(path.read_text(encoding="utf-8"))
        assert fold(key) == key
        assert not set(key) & set(QUOTES + DASHES + INVISIBLE + "\n\xa0")
