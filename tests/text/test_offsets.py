from __future__ import annotations

import re
from itertools import pairwise
from unicodedata import category, is_normalized

import pytest
from hypothesis import given

from aigaq.text.fold import fold
from aigaq.text.offsets import PLAIN, offsets
from tests.text.strategies import anything


@pytest.mark.parametrize(
    ("text", "part", "original"),
    [
        ("раз  два", "два", "два"),
        ("раз \r\n два", " ", " \r\n "),
        ("  край", "край", "край"),
        (" \u200b край", "край", "край"),
        ("\ufeff\ufeffЗакон", "Закон", "Закон"),
        ("«бiлiм»  N 5", "білім", "бiлiм"),
        ("«бiлiм»  N 5", "№ 5", "N 5"),
        ("пере\u00adнос слов", "перенос", "пере\u00adнос"),
        ("мои\u0306 дом", "мой", "мои\u0306"),
        ("мои\u0306 дом", "дом", "дом"),
    ],
)
def test_span_gives_the_original(text: str, part: str, original: str) -> None:
    at = fold(text).index(part)
    start, end = offsets(text).span(at, at + len(part))
    assert text[start:end] == original


@given(anything)
def test_spans_are_in_order_and_leave_nothing_out(text: str) -> None:
    key, way = fold(text), offsets(text)
    spans = [way.span(at, at + 1) for at in range(len(key))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one == other or one[1] == other[0] for one, other in pairwise(spans))
    first, last = way.span(0, len(key))
    assert fold(text[first:last]) == key
    assert not key or fold(text[:first]) == fold(text[last:]) == ""


@given(anything)
def test_each_stretch_folds_to_its_own_part_of_the_key(text: str) -> None:
    key, way = fold(text), offsets(text)
    parts: dict[tuple[int, int], str] = {}
    for at, sign in enumerate(key):
        parts[way.span(at, at + 1)] = parts.get(way.span(at, at + 1), "") + sign
    for (start, end), part in parts.items():
        assert fold(text[start:end]) == part.strip() or (part == "№" and fold(text[start:end]) == "N")


@given(anything)
def test_an_empty_span_stays_empty(text: str) -> None:
    key, way = fold(text), offsets(text)
    for at in range(len(key) + 1):
        start, end = way.span(at, at)
        assert 0 <= start == end <= len(text)


def test_even_texts_need_no_way_back() -> None:
    assert offsets("«бiлiм» – N 5").even
    assert not offsets(" край").even
    assert not offsets("раз  два").even


def test_plain_characters_are_never_composed() -> None:
    plain = re.compile(f"[{PLAIN}]")
    for sign in map(chr, range(0x3000)):
        if plain.match(sign):
            assert (category(sign)[0] == "M", is_normalized("NFC", sign)) == (False, True), hex(ord(sign))
