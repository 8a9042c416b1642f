"""The calendar, read by a program that is not ours."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from aigaq.bill.deadlines import Deadline
from aigaq.bill.told import Told
from aigaq.bill.watch import calendar
from aigaq.bill.watch.calendar import OCTETS, folded
from aigaq.locale import translator
from aigaq.values import Message, PartialDate

STAMP = datetime(2025, 11, 16, 10, 15, tzinfo=UTC)
DOSSIER = "3f2a9c1b00d4e5f6"


def due(day: str, *, name: str = "president", title: str = "Signature is due") -> Deadline:
    why = Message("a deadline; of one month, from\nthe receipt of {what}", what="the «law»")
    return Deadline(name, Message(title), PartialDate.of(day), why, Told("Constitution, art. 61, 2\\3"))


def made(*deadlines: Deadline, language: str = "en") -> bytes:
    return calendar(deadlines, dossier=DOSSIER, stamp=STAMP, _=translator(language))


def test_another_program_reads_it() -> None:
    read = Calendar.from_ical(made(due("2025-12-16"), due("2026-03-02", name="force")))
    events = read.walk("VEVENT")
    assert [event.decoded("DTSTART") for event in events] == [date(2025, 12, 16), date(2026, 3, 2)]
    assert [event.decoded("DTEND") for event in events] == [date(2025, 12, 17), date(2026, 3, 3)]
    assert events[0]["SUMMARY"] == "Signature is due"
    assert events[0]["DESCRIPTION"] == (
        "a deadline; of one month, from\nthe receipt of the «law»\nConstitution, art. 61, 2\\3"
    )
    assert events[0].decoded("DTSTAMP") == STAMP
    assert len({str(event["UID"]) for event in events}) == 2
    assert (str(read["VERSION"]), len(read.errors)) == ("2.0", 0)


def test_a_name_stays_when_the_day_moves() -> None:
    names = [Calendar.from_ical(made(due(day))).walk("VEVENT")[0]["UID"] for day in ("2025-12-16", "2025-12-17")]
    assert names[0] == names[1]
    other = calendar([due("2025-12-16")], dossier="0" * 16, stamp=STAMP, _=translator("en"))
    assert Calendar.from_ical(other).walk("VEVENT")[0]["UID"] != names[0]


@pytest.mark.parametrize(
    "day", ["", "2025", "2025-12", "2025-Q4", "2025-12-16?", "2025-12-16~", "2025-12-16/2025-12-18"]
)
def test_a_day_that_is_not_known_is_no_false_day(day: str) -> None:
    assert b"VEVENT" not in made(due(day))


def test_the_same_deadlines_give_the_same_bytes() -> None:
    assert made(due("2025-12-16")) == made(due("2025-12-16"))
    assert made().count(b"\r\n") == made().count(b"\n") == 5


@given(st.text(min_size=0, max_size=300))
def test_whatever_stands_in_a_title_is_kept(title: str) -> None:
    data = made(due("2025-12-16", title=title.replace("{", "").replace("}", "")))
    lines = data.split(b"\r\n")
    assert all(len(line) <= OCTETS for line in lines)
    assert all(line.decode() or line is lines[-1] for line in lines)
    events = Calendar.from_ical(data).walk("VEVENT")
    assert len(events) == 1
    assert events[0].decoded("DTSTART") == date(2025, 12, 16)


@given(st.text(alphabet="aқ€😀", max_size=200))
def test_folding_never_cuts_a_character(text: str) -> None:
    parts = folded(text).removesuffix(b"\r\n").split(b"\r\n ")
    assert "".join(part.decode() for part in parts) == text
    assert all(len(part) <= OCTETS - bool(at) for at, part in enumerate(parts))
