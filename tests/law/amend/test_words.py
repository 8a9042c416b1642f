from __future__ import annotations

import datetime

import pytest

from aigaq.law.amend.outcome import Reason, Status
from aigaq.law.amend.words import (
    REASONS,
    STATUSES,
    UNCLAIMED,
    fold_words,
    force_words,
    place_words,
    unclaimed_words,
)
from aigaq.law.drafting.instruction import Entry, Force
from aigaq.law.source import Place, Source
from aigaq.locale import translator

EN = translator("en")


def test_every_reason_and_every_status_has_its_words() -> None:
    assert set(REASONS) == set(Reason)
    assert set(STATUSES) == set(Status)
    assert len(set(REASONS.values())) == len(Reason)


def test_reasons_are_sentences() -> None:
    assert [words for words in REASONS.values() if not (words[0].isupper() and words.endswith("."))] == []


@pytest.mark.parametrize(
    ("force", "words"),
    [
        (Force(), ""),
        (Force(Entry.DATE, datetime.date(2033, 1, 1)), "in force from 1 January 2033"),
        (Force(Entry.CALENDAR_DAYS, after=1), "in force 1 calendar day after first official publication"),
        (Force(Entry.CALENDAR_DAYS, after=60), "in force 60 calendar days after first official publication"),
        (Force(Entry.WORKING_DAYS, after=10), "in force 10 working days after first official publication"),
        (Force(Entry.MONTHS, after=6), "in force 6 months after first official publication"),
        (Force(Entry.PUBLICATION), "in force from the day of first official publication"),
        (Force(Entry.SIGNING), "in force from the day of signing"),
        (Force(Entry.UNKNOWN, words="when the snow melts"), "when the snow melts"),
        (Force(Entry.UNKNOWN, after=3, words="three winters on"), "three winters on"),
    ],
)
def test_entry_into_force_is_told_as_a_day_a_rule_or_the_words_of_the_act(force: Force, words: str) -> None:
    assert force_words(force, EN) == words


@pytest.mark.parametrize(
    ("places", "words"),
    [
        ((), "line 2"),
        ((Place(0, "page", 3), Place(9, "page", 4)), "page 3"),
        ((Place(0, "paragraph", 1), Place(4, "paragraph", 2)), "paragraph 2 of the file"),
    ],
)
def test_a_place_is_a_page_a_paragraph_or_a_line(places: tuple[Place, ...], words: str) -> None:
    assert place_words(Source("x", "text/plain", "", "one\ntwo", places=places), 5, _=EN) == words


def test_a_code_without_words_is_told_as_it_is() -> None:
    assert unclaimed_words("no-law", EN) == UNCLAIMED["no-law"]
    assert (unclaimed_words("new-code", EN), fold_words("new-fold", EN)) == ("new-code", "new-fold")
