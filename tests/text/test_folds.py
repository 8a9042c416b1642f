from __future__ import annotations

import pytest
from hypothesis import given

from aigaq.text.normalise import normalise
from tests.text.strategies import anything

FOUND = [
    ("бiр", [("lookalike", "i", "і")]),
    ("анаcының", [("lookalike", "c", "с")]),
    ("VIІ", [("lookalike", "I", "І")]),
    ("действует c 2026 года", [("lookalike", "c", "с")]),
    ("Internet и XI", []),
    ("глава I раздела X", []),
    ("PhDның", []),
    ("Plan a is better", []),
    ("раз\n\nдва", [("space", "\n\n", " ")]),
    (" раз", [("space", " ", "")]),
    ("раз ", [("space", " ", "")]),
    ("раз\xa0два", [("space", "\xa0", " ")]),
    ("раз два", []),
    ("«раз»", [("quote", "«", '"'), ("quote", "»", '"')]),
    ("раз — два", [("dash", "—", "-")]),
    ("N 5 и № 6", [("number-sign", "N", "№")]),
    ("пере\u00adнос", [("invisible", "\u00ad", "")]),
    ("мои\u0306", [("composition", "и\u0306", "й")]),
]


@pytest.mark.parametrize(("text", "found"), FOUND)
def test_folds(text: str, found: list[tuple[str, str, str]]) -> None:
    assert [(fold.kind, fold.original, fold.folded) for fold in normalise(text).folds] == found


@given(anything)
def test_folds_quote_the_original_in_order(text: str) -> None:
    folds = normalise(text).folds
    assert all(text[fold.start : fold.end] == fold.original != "" for fold in folds)
    assert [fold.start for fold in folds] == sorted(fold.start for fold in folds)
    assert all(fold.original != fold.folded for fold in folds)
