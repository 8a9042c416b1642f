from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aigaq.evidence.stamp.der import INTEGER, OID, SET, TIME, Malformed, elements, integer, moment, oid, one
from tests.evidence.stamp import maker


@pytest.mark.parametrize(
    ("hexed", "why"),
    [
        ("", "nothing"),
        ("30", "no length"),
        ("3001", "content is missing"),
        ("300100" + "00", "something follows"),
        ("3080" + "0000", "indefinite length"),
        ("308100", "a length in two bytes that fits in one"),
        ("30817f" + "00" * 127, "the same"),
        ("30820080" + "00" * 128, "a leading zero in the length"),
        ("3085" + "0000000001" + "00", "a length of five bytes"),
        ("1f8101" + "00", "a tag of several bytes"),
        ("0400", "another tag"),
    ],
)
def test_what_is_no_der_is_refused(hexed: str, why: str) -> None:
    with pytest.raises(Malformed):
        one(bytes.fromhex(hexed))


@given(st.integers(-(2**200), 2**200))
def test_integers_come_back(number: int) -> None:
    assert integer(one(maker.integer(number), INTEGER)) == number


@pytest.mark.parametrize("hexed", ["0200", "020200ff"[:6] + "7f", "0202ff80", "0402"])
def test_integers_are_written_in_one_way(hexed: str) -> None:
    with pytest.raises(Malformed):
        integer(elements(bytes.fromhex(hexed))[0])


@given(st.integers(0, 2), st.integers(0, 39), st.lists(st.integers(0, 2**40), max_size=6))
def test_object_identifiers_come_back(first: int, second: int, rest: list[int]) -> None:
    dotted = ".".join(map(str, (first, second, *rest)))
    assert oid(one(maker.oid(dotted), OID)) == dotted


@pytest.mark.parametrize("hexed", ["0600", "060180", "06032a8001", "06022a86"])
def test_object_identifiers_are_written_in_one_way(hexed: str) -> None:
    with pytest.raises(Malformed):
        oid(one(bytes.fromhex(hexed), OID))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("20251116101500Z", "2025-11-16T10:15:00+00:00"),
        ("20251116101500.25Z", "2025-11-16T10:15:00.250000+00:00"),
        ("20251116101500.1234567Z", "2025-11-16T10:15:00.123456+00:00"),
        ("20251116101500", None),
        ("20251116101500.Z", None),
        ("20251116101500.50Z", None),
        ("20251316101500Z", None),
        ("202511161015Z", None),
        ("20251116101500+0500", None),
        ("٢٠٢٥١١١٦١٠١٥٠٠Z", None),
    ],
)
def test_times(text: str, found: str | None) -> None:
    element = one(maker.tlv(TIME, text.encode()), TIME)
    if found:
        assert moment(element).isoformat() == found
    else:
        with pytest.raises(Malformed):
            moment(element)


@given(st.binary(max_size=60))
def test_any_bytes_give_elements_or_a_fault(data: bytes) -> None:
    try:
        found = elements(data)
    except Malformed:
        return
    assert b"".join(element.whole for element in found) == data


def test_the_order_of_a_set_is_left_alone() -> None:
    assert [part.content for part in one(bytes.fromhex("3106020102020101"), SET).parts()] == [b"\2", b"\1"]
