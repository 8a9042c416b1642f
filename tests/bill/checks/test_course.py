"""The course: readings a day, the agenda, what comes before what, the scope."""

from __future__ import annotations

from pathlib import Path

import pytest

from aigaq.bill.checks import State
from tests.bill.checks.test_papers import BROKEN, IDLE, KEPT, UNKNOWN, outcomes, rule
from tests.bill.dossiers import events, looks, papers

READINGS = rule("per-day", event="reading", at_most=1)


@pytest.mark.parametrize(
    ("rows", "states"),
    [
        (["a,reading,2025-12-18,senate,senate-1", "b,reading,2025-12-18,senate,senate-2"], [BROKEN]),
        (["a,reading,2025-12-17,senate,senate-1", "b,reading,2025-12-18,senate,senate-2"], [KEPT, KEPT]),
        (["a,reading,2025-12-18,mazhilis,mazhilis-2", "b,reading,2025-12-18,senate,senate-1"], [KEPT, KEPT]),
        (["a,reading,2025-12,senate,senate-1", "b,reading,2025-12-18,senate,senate-2"], [UNKNOWN, UNKNOWN]),
        (["a,reading,,senate,senate-1", "b,reading,2025-12-18,senate,senate-2"], [UNKNOWN, UNKNOWN]),
        (["a,reading,2025-12,mazhilis,mazhilis-2", "b,reading,2025-12-18,senate,senate-2"], [UNKNOWN, KEPT]),
        (["a,reading,2025-11,senate,senate-1", "b,reading,2025-12-18,senate,senate-2"], [UNKNOWN, KEPT]),
        ([], []),
    ],
)
def test_readings_are_counted_by_day_and_chamber(tmp_path: Path, rows: list[str], states: list[State]) -> None:
    assert [state for state, _ in outcomes(tmp_path, READINGS, events=events(*rows))] == states


AGENDA = rule("unchanged", event="agenda-changed", of="sitting|reading", within_days=1)


@pytest.mark.parametrize(
    ("rows", "seen", "states"),
    [
        (["c,agenda-changed,2025-12-04,senate", "s,sitting,2025-12-04,senate"], [], [BROKEN]),
        (["c,agenda-changed,2025-12-03,senate", "s,sitting,2025-12-04,senate"], [], [BROKEN]),
        (["c,agenda-changed,2025-12-01,senate", "s,sitting,2025-12-04,senate"], [], [KEPT]),
        (["c,agenda-changed,2025-12-05,senate", "s,sitting,2025-12-04,senate"], [], [UNKNOWN]),
        (["c,agenda-changed,2025-12-04,senate", "s,sitting,2025-12-04,mazhilis"], [], [UNKNOWN]),
        (["c,agenda-changed,2025-12-04,senate", "s,sitting,2025-12,senate"], [], [UNKNOWN]),
        (["c,agenda-changed,2025-12,senate", "s,sitting,2025-12-04,senate"], [], [UNKNOWN]),
        (["s,sitting,2025-12-04,senate"], [], [UNKNOWN]),
        (["s,sitting,2025-12-04,senate"], ["2025-12-04,agenda-changed,,absent"], [KEPT]),
        (["s,sitting,2025-12-04,senate"], ["2025-12-04,agenda-changed,,failed"], [UNKNOWN]),
        ([], [], []),
    ],
)
def test_an_agenda_is_kept_only_where_somebody_watched_it(
    tmp_path: Path, rows: list[str], seen: list[str], states: list[State]
) -> None:
    assert [state for state, _ in outcomes(tmp_path, AGENDA, events=events(*rows), looks=looks(*seen))] == states


HEARD = rule("present", event="consultation", before="adopted")
VOTE = "v,adopted,2025-11-12,mazhilis,mazhilis-2"


@pytest.mark.parametrize(
    ("rows", "seen", "states"),
    [
        ([VOTE, "h,consultation,2025-10-01"], [], [KEPT]),
        ([VOTE, "h,consultation,2025-11-12"], [], [UNKNOWN]),
        ([VOTE, "h,consultation,", "g,consultation,2025-11-20"], [], [UNKNOWN]),
        ([VOTE, "h,consultation,2025-11-20"], [], [BROKEN]),
        ([VOTE, "h,consultation,2025-11"], [], [UNKNOWN]),
        ([VOTE], [], [UNKNOWN]),
        ([VOTE], ["2025-11-10,consultation,,absent"], [UNKNOWN]),
        ([VOTE], ["2025-11-12,consultation,,absent"], [BROKEN]),
        ([VOTE], ["2025-11-20?,consultation,,absent"], [BROKEN]),
        (["h,consultation,2025-10-01"], [], []),
    ],
)
def test_what_must_come_first(tmp_path: Path, rows: list[str], seen: list[str], states: list[State]) -> None:
    assert [state for state, _ in outcomes(tmp_path, HEARD, events=events(*rows), looks=looks(*seen))] == states


THREE = rule("stages", event="reading", at_least=3, before="signed")


@pytest.mark.parametrize(
    ("readings", "signed", "absent", "state"),
    [(3, True, False, KEPT), (2, False, False, IDLE), (2, True, False, UNKNOWN), (2, True, True, BROKEN)],
)
def test_stages_are_counted(tmp_path: Path, *, readings: int, signed: bool, absent: bool, state: State) -> None:
    rows = [f"r{at},reading,2025-11-{10 + at},mazhilis" for at in range(readings)]
    rows += ["s,signed,2025-12-30"] if signed else []
    seen = looks("2026-01-10,reading,,absent") if absent else looks()
    assert [found for found, _ in outcomes(tmp_path, THREE, events=events(*rows), looks=seen)] == [state]


SCOPE = rule("scope", **{"from": "first-reading", "to": "adopted"})
FIRST = "r,reading,2025-09-17,mazhilis,mazhilis-1"


@pytest.mark.parametrize(
    ("rows", "documents", "state", "said"),
    [
        ([f"{FIRST},1,archives", f"{VOTE},13,archives content"], [], BROKEN, "1 → 13; new subjects: content"),
        ([f"{FIRST},1,archives", f"{VOTE},1,archives content"], [], BROKEN, "1 → 1; new subjects: content"),
        ([f"{FIRST},1,archives", f"{VOTE},1,archives"], [], KEPT, "1 → 1"),
        ([f"{FIRST},13", f"{VOTE},1"], [], KEPT, "13 → 1"),
        ([FIRST, f"{VOTE},13"], [], UNKNOWN, "not recorded"),
        ([FIRST, VOTE], ["a,bill-text,mazhilis-1,,,,1", "b,bill-text,mazhilis-2,,,,4"], BROKEN, "1 → 4"),
    ],
)
def test_the_scope_is_measured_at_both_ends(
    tmp_path: Path, rows: list[str], documents: list[str], state: State, said: str
) -> None:
    ((found, fact),) = outcomes(tmp_path, SCOPE, events=events(*rows), documents=papers(*documents))
    assert found is state
    assert said in fact
