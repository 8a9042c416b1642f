"""Accounts of one event: what agrees, what contradicts, what is taken and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from aigaq.bill.dossier import Event, Value, supposing
from aigaq.values import Language, PartialDate
from tests.bill.dossiers import dossier

HEAD = "event,kind,date,chamber,stage,minutes,what,what_ru,source,certainty\n"
CHOICES = "event,fact,source,reason,decided\n"


def event(where: Path, rows: str, choices: str = "") -> Event:
    made = dossier(where, events=HEAD + rows, choices=CHOICES + choices)
    return made.events[0]


@pytest.mark.parametrize(
    ("dates", "taken", "others"),
    [
        (["2025-11-12"], "2025-11-12", []),
        (["2025-11-12", "2025-11-12"], "2025-11-12", []),
        (["2025-11", "2025-11-12"], "2025-11-12", []),
        (["2025", "2025-11", "2025-11-12"], "2025-11-12", []),
        (["2025-11-12?", "2025-11-12"], "2025-11-12", []),
        (["2025-11-10/2025-11-14", "2025-11-12"], "2025-11-12", []),
        (["2025-11-12", "2025-11-13"], "", ["2025-11-12", "2025-11-13"]),
        (["2025-11", "2025-12-01"], "", ["2025-11", "2025-12-01"]),
        (["2025-11-10/2025-11-14", "2025-11-13/2025-11-16"], "", ["2025-11-10/2025-11-14", "2025-11-13/2025-11-16"]),
        (["2025-11", "2025-11-12", "2025-11-13"], "", ["2025-11-12", "2025-11-13"]),
    ],
)
def test_a_vaguer_date_agrees_and_another_one_contradicts(
    tmp_path: Path, dates: list[str], taken: str, others: list[str]
) -> None:
    sources = ["press", "other", "own"]
    rows = "".join(f"vote,adopted,{date},,,,,,{by},\n" for date, by in zip(dates, sources, strict=False))
    fact = event(tmp_path, rows).facts["date"]
    assert (fact.text, [each.text for each in fact.others]) == (taken, others)


def test_a_source_that_is_vaguer_stands_behind_the_exact_date(tmp_path: Path) -> None:
    fact = event(tmp_path, "v,adopted,2025-11,,,,,,press,\nv,,2025-11-12,,,,,,other,\n").facts["date"]
    assert fact.value == Value("2025-11-12", ("other", "press"))


TWO = "v,adopted,2025-11-12,mazhilis,,,,,press,\nv,,,senate,,,,,other,doubtful\n"


def test_nothing_is_taken_while_sources_contradict_each_other(tmp_path: Path) -> None:
    made = event(tmp_path, TWO)
    assert (made.text("chamber"), [fact.name for fact in made.open]) == ("", ["chamber"])


def test_a_choice_takes_one_value_and_keeps_the_other(tmp_path: Path) -> None:
    fact = event(tmp_path, TWO, "v,chamber,press,two papers agree,2026-01-05\n").facts["chamber"]
    assert fact.value == Value("mazhilis", ("press",))
    assert fact.others == (Value("senate", ("other",)),)
    assert fact.choice is not None
    assert str(fact.choice.reason) == "two papers agree"


def test_a_later_choice_replaces_an_earlier_one_which_stays(tmp_path: Path) -> None:
    rows = "v,chamber,press,first thought,2026-01-05\nv,chamber,other,the minutes say so,2026-02-01\n"
    made = dossier(tmp_path, events=HEAD + TWO, choices=CHOICES + rows)
    assert made.events[0].text("chamber") == "senate"
    assert [str(choice.reason) for choice in made.choices] == ["first thought", "the minutes say so"]


def test_supposing_puts_another_value_in_its_place(tmp_path: Path) -> None:
    made = event(tmp_path, TWO, "v,chamber,press,two papers agree,2026-01-05\n")
    other = made.facts["chamber"].others[0]
    again = supposing(made, "chamber", value=other)
    assert again.text("chamber") == "senate"
    assert [each.text for each in again.facts["chamber"].others] == ["mazhilis"]


def test_words_are_given_in_the_language_that_is_asked_for(tmp_path: Path) -> None:
    made = event(tmp_path, "v,adopted,,,,,A vote,Голосование,press,\nv,,,,,,Another word,,other,\n")
    assert [made.what(language) for language in (Language.RU, Language.KK)] == ["Голосование", "A vote"]


def test_events_stand_by_date_and_unknown_dates_last(tmp_path: Path) -> None:
    rows = "a,adopted,,,,,,,press,\nb,reading,2025-12,,,,,,press,\nc,reading,2025-11-12,,,,,,press,\n"
    made = dossier(tmp_path, events=HEAD + rows)
    assert [event.id for event in made.events] == ["c", "b", "a"]
    assert made.events[2].date == PartialDate()
