from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aigaq.bill.watch.days import began, days, ended, masked


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("12.11.2025", ["2025-11-12"]),
        ("1.1.2025 г.", ["2025-01-01"]),
        ("2025-11-12T10:15:00Z", ["2025-11-12"]),
        ("12 ноября 2025 года и 3 марта 2026 г.", ["2025-11-12", "2026-03-03"]),
        ("12 Ноября 2025", ["2025-11-12"]),
        ("2025 жылғы 12 қарашадағы", ["2025-11-12"]),
        ("2025 ж. 12 қараша", ["2025-11-12"]),
        ("12 қараша 2025", ["2025-11-12"]),
        ("3 May 2025", ["2025-05-03"]),
        ("12.11.2025-14.11.2025", ["2025-11-12", "2025-11-14"]),
        ("12.13.2025", []),
        ("31 ноября 2025", []),
        ("версия 1.12.11.2025", []),
        ("12.11.20255", []),
        ("192.168.1.2025", []),
        ("5/12.11.2025", []),
        ("ноябрь 2025", []),
        ("", []),
    ],
)
def test_days_are_read_as_they_are_written(text: str, found: list[str]) -> None:
    assert [day.day.isoformat() for day in days(text)] == found


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Размещено 12.11.2025.", "Размещено 16 ноября 2025.", True),
        ("Размещено 12.13.2025.", "Размещено 14.13.2025.", False),
        ("Размещено 12.11.2025.", "Убрано 12.11.2025.", False),
        ("№ 12", "№ 13", False),
    ],
)
def test_a_mask_hides_days_and_nothing_else(one: str, other: str, same: bool) -> None:
    assert (masked(one) == masked(other)) is same


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(-12 * 60, 14 * 60))
def test_a_day_lies_between_its_bounds_in_every_time_zone(day: date, minutes: int) -> None:
    zone = timezone(timedelta(minutes=minutes))
    begins = datetime(day.year, day.month, day.day, tzinfo=zone)
    assert began(day) <= begins < begins + timedelta(days=1) <= ended(day)
    assert ended(day).tzinfo is UTC
