"""Dates that are known in part: what they can be, and what can be said of two of them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aigaq.values import Certainty, Gap, PartialDate, Period, Precision

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("text", "first", "last", "precision", "certainty"),
    [
        ("2025-11-12", "2025-11-12", "2025-11-12", "day", ""),
        ("2024-02", "2024-02-01", "2024-02-29", "month", ""),
        ("2025-Q4", "2025-10-01", "2025-12-31", "quarter", ""),
        ("2025~", "2025-01-01", "2025-12-31", "year", "~"),
        ("2025-10-28/2025-10-29", "2025-10-28", "2025-10-29", "days", ""),
        ("2025-11-12?", "2025-11-12", "2025-11-12", "day", "?"),
        ("2025-10-28/2025-11-02%", "2025-10-28", "2025-11-02", "days", "%"),
    ],
)
def test_a_date_is_read_and_written_alike(text: str, first: str, last: str, precision: str, certainty: str) -> None:
    made = PartialDate.of(text)
    assert (str(made.first), str(made.last), made.precision, made.certainty) == (first, last, precision, certainty)
    assert str(made) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("12.11.2025", "2025-11-12"),
        ("12.11.2025?", "2025-11-12?"),
        ("28.10.2025/29.10.2025", "2025-10-28/2025-10-29"),
    ],
)
def test_a_day_is_read_as_spreadsheets_save_it(text: str, written: str) -> None:
    assert str(PartialDate.of(text)) == written


@pytest.mark.parametrize("text", ["", "?", "  "])
def test_an_unknown_date_is_a_value(text: str) -> None:
    made = PartialDate.of(text)
    assert (made.known, made.precision, str(made)) == (False, Precision.UNKNOWN, "")
    assert made.until(PartialDate.of("2025")) is None
    assert made.before(PartialDate.of("2025")) is None


@pytest.mark.parametrize(
    "text",
    [
        "2025-02-30",
        "2025-13",
        "2025-Q5",
        "12.13.2025",
        "1.2.2025",
        "12.11.25",
        "25-11-12",
        "2025-11-12T10:00",
        "soon",
        "2025-11-16/2025-11-12",
        "2025-11/2025-11-12",
        "2025-11-12/",
        "٢٠٢٥",
        "2025??",
        "0000-01-01",
        "2" * 99,
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate.of(text)


@given(DAYS, st.sampled_from(["%Y-%m-%d", "%Y-%m", "%Y"]), DAYS, st.sampled_from(["%Y-%m-%d", "%Y-%m", "%Y"]))
def test_a_gap_holds_the_true_number_of_days(a: date, one: str, b: date, two: str) -> None:
    gap = PartialDate.of(a.strftime(one)).until(PartialDate.of(b.strftime(two)))
    assert gap is not None
    assert gap.least <= (b - a).days <= gap.most


@given(DAYS, DAYS)
def test_before_is_never_wrong(a: date, b: date) -> None:
    told = PartialDate.of(f"{a:%Y-%m}").before(PartialDate.on(b))
    assert told is None or told == (a < b)


def test_gaps_are_written_with_their_bounds() -> None:
    assert [str(gap) for gap in (Gap(4, 4), Gap(0, 30))] == ["4", "0–30"]


def test_a_month_stands_behind_its_days_and_unknown_dates_last() -> None:
    texts = ["", "2025-11", "2025-11-12", "2025-11-01", "2024"]
    assert [str(d) for d in sorted(map(PartialDate.of, texts), key=lambda d: d.order)] == [
        "2024",
        "2025-11-01",
        "2025-11-12",
        "2025-11",
        "",
    ]


def test_certainty_does_not_move_a_date() -> None:
    assert PartialDate.of("2025-11-12?").day == date(2025, 11, 12)
    assert PartialDate.of("2025-11-12?").certainty is Certainty.UNCERTAIN


@given(DAYS, st.integers(1, 400), DAYS, st.integers(1, 400))
def test_periods_overlap_when_they_share_a_day(a: date, m: int, b: date, n: int) -> None:
    one, two = Period(a, a + timedelta(m)), Period(b, b + timedelta(n))
    shared = any(a + timedelta(k) in two for k in range(m))
    assert one.overlaps(two) == two.overlaps(one) == shared


def test_a_period_is_half_open() -> None:
    old, new = Period(until=date(2026, 7, 1)), Period(date(2026, 7, 1))
    assert (date(2026, 6, 30) in old, date(2026, 7, 1) in old, date(2026, 7, 1) in new) == (True, False, True)
    assert not old.overlaps(new)
    told = [old.covers(PartialDate.of(text)) for text in ("2026-06", "2026", "2026-07", "")]
    assert told == [True, None, False, None]
    with pytest.raises(ValueError, match="cannot end"):
        Period(date(2026, 7, 1), date(2026, 7, 1))
