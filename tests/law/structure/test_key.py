"""Two wordings have one key exactly when they say the same in the same words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aigaq.law.structure.key import key

SAME = [
    ("13–15", "13 – 15"),
    ("сад,огород", "сад, огород"),
    ("(сада)огород", "(сада) огород"),
    ("«сад»", '"сад"'),
    ("сад\nи\xa0огород ", "сад и огород"),
    ("бiлiм", "білім"),
    ("N 319-III", "№ 319-ІІІ"),
    ("са\u00adд", "сад"),
]
OTHER = [
    ("сад", "сады"),
    ("сад", "Сад"),
    ("не движимое", "недвижимое"),
    ("сад.", "сад;"),
    ("5 1", "51"),
    ("все", "всё"),
    ("1,5", "15"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_same(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_other(one: str, other: str) -> None:
    assert key(one) != key(other)


@given(st.text(max_size=60))
def test_a_key_is_its_own_key(text: str) -> None:
    assert key(key(text)) == key(text)
