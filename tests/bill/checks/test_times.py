"""Bounds of days: kept, broken, open, or not to be told because a date is not exact enough."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aigaq.bill.checks import CHECKS, State, deadline
from aigaq.bill.deadlines import deadlines
from aigaq.bill.rule import Rule
from aigaq.values import PartialDate
from tests.bill.checks.test_papers import BROKEN, IDLE, KEPT, UNKNOWN, rule
from tests.bill.dossiers import case, events, looks, papers


def states(where: Path, asked: Rule, *, day: date = date(2026, 4, 1), **tables: str) -> list[tuple[State, str]]:
    return [(each.state, str(each.fact)) for each in CHECKS["gap"](asked, case(where, day=day, **tables))]


TEN = rule("gap", **{"from": "adopted", "to": "sent-to-president", "at_most": 10})
VOTE = "v,adopted,{},senate,senate-2"
SENT = "s,sent-to-president,{},,president"


@pytest.mark.parametrize(
    ("vote", "sent", "day", "state", "said"),
    [
        ("2025-12-18", "2025-12-28", "2026-04-01", KEPT, "10 days"),
        ("2025-12-18", "2025-12-29", "2026-04-01", BROKEN, "11 days"),
        ("2025-12-18", "2025-12", "2026-04-01", UNKNOWN, "not exact enough"),
        ("2025-12", "2026-01-05", "2026-04-01", UNKNOWN, "not exact enough"),
        ("2025-12", "2026-01-15", "2026-04-01", BROKEN, "15–45 days"),
        ("2025-12-18", None, "2025-12-20", IDLE, "runs until 2025-12-28"),
        ("2025-12-18", None, "2025-12-28", IDLE, "runs until"),
        ("2025-12-18", None, "2025-12-29", UNKNOWN, "nothing is recorded"),
        ("", "2025-12-28", "2026-04-01", UNKNOWN, "begins is not known"),
        ("2025-12-18", "2025-12-01", "2026-04-01", UNKNOWN, "recorded before the period began"),
    ],
)
def test_a_period_is_judged_only_as_far_as_dates_allow(
    tmp_path: Path, vote: str, sent: str | None, day: str, state: State, said: str
) -> None:
    rows = [VOTE.format(vote), *([SENT.format(sent)] if sent else [])]
    ((found, fact),) = states(tmp_path, TEN, day=date.fromisoformat(day), events=events(*rows))
    assert found is state
    assert said in fact


def test_silence_counts_where_the_rule_says_so(tmp_path: Path) -> None:
    month = rule("gap", **{"from": "sent-to-president", "to": "signed|objections", "months": 1, "silence": "signed"})
    ((state, fact),) = states(tmp_path, month, events=events(SENT.format("2026-01-31")))
    assert state is IDLE
    assert "after 2026-02-28 silence counts as: Signed" in fact


@pytest.mark.parametrize("end", ["signed", "objections"])
def test_either_end_will_do(tmp_path: Path, end: str) -> None:
    month = rule("gap", **{"from": "sent-to-president", "to": "signed|objections", "months": 1})
    rows = events(SENT.format("2026-01-31"), f"x,{end},2026-02-28,,president")
    assert [state for state, _ in states(tmp_path, month, events=rows)] == [KEPT]


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-12-31", 2, "2027-02-28"),
        ("2026-03-15", 12, "2027-03-15"),
    ],
)
def test_a_month_ends_on_the_same_number_or_on_its_last_day(start: str, months: int, end: str) -> None:
    asked = rule("gap", **{"from": "signed", "to": "in-force", "months": months})
    assert deadline(asked, PartialDate.of(start)) == (date.fromisoformat(end), date.fromisoformat(end))


PROMPT = rule("gap", **{"from": "adopted", "to": "document:bill-text", "at_most": 3})
ADOPTED = "v,adopted,2025-11-12,mazhilis,mazhilis-2"
TEXT = "t,bill-text,mazhilis-2"


@pytest.mark.parametrize(
    ("rows", "documents", "seen", "state", "said"),
    [
        (["d,document,2025-11-16,,,,,t"], [TEXT], [], BROKEN, "4 days"),
        (["d,document,2025-11-14,,,,,t"], [TEXT], [], KEPT, "2 days"),
        ([], [TEXT], ["2025-11-13,bill-text,mazhilis-2,found,t"], KEPT, "there on 2025-11-13"),
        ([], [TEXT], ["2025-11-30,bill-text,mazhilis-2,found,t"], UNKNOWN, "first seen"),
        (
            [],
            [TEXT],
            ["2025-11-16,bill-text,mazhilis-2,absent", "2025-11-18,bill-text,mazhilis-2,found,t"],
            BROKEN,
            "4–6 days",
        ),
        ([], [], ["2025-11-16,bill-text,mazhilis-2,absent"], BROKEN, "not there when it was looked for"),
        ([], [], ["2025-11-14,bill-text,mazhilis-2,absent"], UNKNOWN, "nobody looked after that"),
        ([], [], ["2025-11-16,bill-text,mazhilis-2,failed"], UNKNOWN, "failed"),
        ([], [], [], UNKNOWN, "nobody recorded a look"),
    ],
)
def test_a_text_is_late_only_when_it_was_seen_not_to_be_there(
    tmp_path: Path, rows: list[str], documents: list[str], seen: list[str], state: State, said: str
) -> None:
    tables = {"events": events(ADOPTED, *rows), "documents": papers(*documents), "looks": looks(*seen)}
    ((found, fact),) = states(tmp_path, PROMPT, **tables)
    assert (found, said in fact) == (state, True), fact


def test_a_text_that_was_first_seen_early_was_there_early(tmp_path: Path) -> None:
    seen = looks("2025-11-10,bill-text,mazhilis-2,absent", "2025-11-13,bill-text,mazhilis-2,found,t")
    ((state, _),) = states(tmp_path, PROMPT, events=events(ADOPTED), documents=papers(TEXT), looks=seen)
    assert state is KEPT


NOTICE = rule("gap", **{"from": "agenda", "to": "reading", "at_least": 2})
READING = "r,reading,2025-11-12,mazhilis,mazhilis-2"


@pytest.mark.parametrize(
    ("rows", "seen", "state"),
    [
        (["a,agenda,2025-11-10,mazhilis,mazhilis-2"], [], KEPT),
        (["a,agenda,2025-11-10,mazhilis"], [], KEPT),
        (["a,agenda,2025-11-11,mazhilis,mazhilis-2"], [], BROKEN),
        (["a,agenda,2025-11-12,mazhilis,mazhilis-2"], [], BROKEN),
        (["a,agenda,2025-11,mazhilis,mazhilis-2"], [], UNKNOWN),
        (["a,agenda,2025-11-01,senate"], [], UNKNOWN),
        ([], ["2025-11-11,agenda,mazhilis-2,absent"], BROKEN),
        ([], ["2025-11-14,agenda,mazhilis-2,absent"], UNKNOWN),
        ([], ["2025-11-11,agenda,mazhilis-2,failed"], UNKNOWN),
        ([], [], UNKNOWN),
    ],
)
def test_notice_is_counted_back_from_each_reading(
    tmp_path: Path, rows: list[str], seen: list[str], state: State
) -> None:
    ((found, fact),) = states(tmp_path, NOTICE, events=events(READING, *rows), looks=looks(*seen))
    assert found is state, fact


def test_an_end_without_a_beginning_could_not_be_looked_at(tmp_path: Path) -> None:
    ((state, fact),) = states(tmp_path, TEN, events=events(SENT.format("2025-12-28")))
    assert state is UNKNOWN
    assert "began is not recorded" in fact


def test_open_deadlines_are_named_with_their_day_and_closed_ones_are_not(tmp_path: Path) -> None:
    rows = ["r,registered,2025-11-20,senate,senate-1", SENT.format("2026-03-20")]
    open_ones = deadlines(case(tmp_path, day=date(2026, 1, 10), events=events(rows[0])))
    assert [(due.id, str(due.day)) for due in open_ones] == [("senate-in-sixty-days-r", "2026-01-19")]
    assert deadlines(case(tmp_path, day=date(2026, 1, 20), events=events(rows[0]))) == ()
    both = deadlines(case(tmp_path, day=date(2026, 4, 1), events=events(*rows, VOTE.format("2026-01-05"))))
    assert [(due.id, str(due.day)) for due in both] == [("president-in-one-month-s", "2026-04-20")]


def test_a_deadline_from_a_vague_day_is_a_span(tmp_path: Path) -> None:
    (due,) = deadlines(case(tmp_path, day=date(2025, 12, 1), events=events("r,registered,2025-11,senate,senate-1")))
    assert str(due.day) == "2025-12-31/2026-01-29"


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 400))
def test_a_deadline_of_days_lies_so_many_days_later(start: date, days: int) -> None:
    asked = rule("gap", **{"from": "signed", "to": "in-force", "at_most": days})
    found = deadline(asked, PartialDate.on(start))
    assert found is not None
    assert (found[0] - start).days == days


SIXTY = rule("gap", **{"from": "registered@senate", "to": "adopted@senate", "at_most": 60})
REGISTERED = "r{},registered,{},senate,senate-1"


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([REGISTERED.format(1, "2025-01-10"), "a,adopted,2025-04-20,senate,senate-2"], [BROKEN]),
        (
            [
                REGISTERED.format(1, "2025-01-10"),
                REGISTERED.format(2, "2025-03-25"),
                "a,adopted,2025-04-20,senate,senate-2",
            ],
            [IDLE, KEPT],
        ),
        (
            [
                REGISTERED.format(1, "2025-01-10"),
                "b,returned,2025-02-10,senate",
                "a,adopted,2025-04-20,senate,senate-2",
            ],
            [UNKNOWN],
        ),
        (["r,registered,2024-10-01,mazhilis,introduction", "a,adopted,2025-04-20,senate,senate-2"], [UNKNOWN]),
    ],
)
def test_a_period_that_began_anew_is_not_measured_from_its_first_beginning(
    tmp_path: Path, rows: list[str], found: list[State]
) -> None:
    assert [state for state, _ in states(tmp_path, SIXTY, events=events(*rows))] == found


def test_a_period_ends_under_whatever_regime(tmp_path: Path) -> None:
    rows = ["v,adopted,2026-06-25,senate,senate-2", "s,sent-to-president,2026-07-03,,president"]
    assert [state for state, _ in states(tmp_path, TEN, day=date(2026, 9, 1), events=events(*rows))] == [KEPT]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (["a,agenda,2025-11-01,mazhilis", "b,agenda,2025-11-11,mazhilis"], KEPT),
        (["a,agenda,2025-01-10,mazhilis"], UNKNOWN),
        (["q,reading,2025-09-17,mazhilis,mazhilis-1", "a,agenda,2025-09-10,mazhilis"], UNKNOWN),
    ],
)
def test_a_notice_is_the_one_of_its_event(tmp_path: Path, rows: list[str], found: State) -> None:
    assert states(tmp_path, NOTICE, events=events(READING, *rows))[-1][0] is found


def test_a_text_that_was_adopted_again_is_measured_from_its_own_vote(tmp_path: Path) -> None:
    rows = ["v,adopted,2025-02-01,mazhilis,mazhilis-2", "w,adopted,2025-05-01,mazhilis,mazhilis-2"]
    rows += ["p,document,2025-02-02,,,,,b", "q,document,2025-05-02,,,,,c"]
    texts = papers("b,bill-text,mazhilis-2", "c,bill-text,mazhilis-2")
    assert [state for state, _ in states(tmp_path, PROMPT, events=events(*rows), documents=texts)] == [KEPT, KEPT]
