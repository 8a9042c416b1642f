"""Looks that captures show: found, not there, could not look; and no absence from a page that shows no list."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from attrs import evolve

from aigaq.bill.checks import Case, Verdict, judge
from aigaq.bill.dossier import Result
from aigaq.bill.observed import observed
from aigaq.bill.rule import international
from aigaq.bill.watch import Watched, watched
from aigaq.evidence.capture import Capture, How, Outcome, Reason
from tests.bill.dossiers import TODAY, dossier, events

LISTING = "https://parlam.example/bill"
TABLE = "https://parlam.example/table.docx"
PAGES = watched(
    {
        "watch": [
            {"url": LISTING, "kind": "listing", "stage": "mazhilis-2", "expect": ["comparative-table"]},
            {"url": TABLE, "kind": "document", "stage": "mazhilis-2", "document": "comparative-table"},
        ]
    }
)
BILL = '<a href="/bill.docx">Проект закона</a>'
WITH = BILL + '<a href="/t.docx">Сравнительная таблица</a>'
TABLE_RULE = "account-of-changes-published"
WHEN = datetime(2025, 11, 16, 9, tzinfo=UTC)


def capture(url: str, *, status: int | None = 200, media: str = "text/html", reason: Reason = Reason.NONE) -> Capture:
    return Capture(
        asked=url,
        how=How.FETCHED,
        outcome=Outcome.FAILED if reason is not Reason.NONE else Outcome.HELD,
        reason=reason,
        status=status,
        final=url,
        hops=(),
        started=WHEN,
        ended=WHEN,
        clock="",
        client="",
        media=media,
        name="",
        bytes=0,
        sha256="",
        title="",
        warc=None,
        stated=(),
        tls=None,
    )


def results(where: Path, made: Capture, body: str) -> list[Result]:
    seen = observed(dossier(where), PAGES, captures={7: made}, content=lambda _: body.encode())
    assert all(look.capture == 7 and look.stage == "mazhilis-2" for look in seen.looks)
    return [look.result for look in seen.looks]


@pytest.mark.parametrize(
    ("made", "body", "result"),
    [
        (capture(LISTING), WITH, Result.FOUND),
        (capture(LISTING), BILL, Result.ABSENT),
        (capture(LISTING), "<p>Сравнительная таблица скоро появится</p>", Result.FAILED),
        (capture(LISTING), "<p>Please switch JavaScript on</p>", Result.FAILED),
        (capture(LISTING, status=403), BILL, Result.FAILED),
        (capture(LISTING, status=404), BILL, Result.FAILED),
        (capture(LISTING, status=None, reason=Reason.TIMEOUT), "", Result.FAILED),
        (capture(TABLE, media="application/vnd.openxmlformats"), "", Result.FOUND),
        (capture(TABLE, status=404), "", Result.ABSENT),
        (capture(TABLE, status=410), "", Result.ABSENT),
        (capture(TABLE, status=500), "", Result.FAILED),
        (capture(TABLE, media="text/html"), "<p>Not found</p>", Result.FAILED),
    ],
)
def test_a_capture_shows_what_it_shows(tmp_path: Path, made: Capture, body: str, result: Result) -> None:
    assert results(tmp_path, made, body) == [result]


def test_a_page_that_nobody_watches_shows_nothing(tmp_path: Path) -> None:
    assert results(tmp_path, capture("https://parlam.example/other"), BILL) == []


def test_a_capture_proves_the_missing_table(tmp_path: Path) -> None:
    made = dossier(tmp_path, events=events("v,adopted,2025-11-12,mazhilis,mazhilis-2"))
    seen = observed(made, PAGES, captures={7: capture(LISTING)}, content=lambda _: BILL.encode())
    before, after = (
        [each.verdict for each in judge(Case(told, TODAY), international()) if each.rule.id == TABLE_RULE]
        for told in (made, seen)
    )
    assert (before, after) == ([Verdict.COULD_NOT_LOOK], [Verdict.SHORT])


def test_looks_of_people_and_of_captures_stand_by_date(tmp_path: Path) -> None:
    early, late = capture(LISTING), evolve(capture(LISTING), ended=datetime(2025, 11, 20, tzinfo=UTC))
    seen = observed(dossier(tmp_path), PAGES, captures={2: late, 1: early}, content=lambda _: WITH.encode())
    assert [look.capture for look in seen.looks] == [1, 2]
    assert seen.sources["captures"].kind == "own-look"


def test_a_selected_part_that_is_gone_is_no_absence(tmp_path: Path) -> None:
    page = Watched(LISTING, kind=PAGES[0].kind, stage="mazhilis-2", expect=("comparative-table",), select="#papers")
    seen = observed(dossier(tmp_path), (page,), captures={1: capture(LISTING)}, content=lambda _: BILL.encode())
    assert [look.result for look in seen.looks] == [Result.FAILED]


def test_a_page_that_is_watched_every_hour_gives_its_turns_only(tmp_path: Path) -> None:
    seen = [BILL] * 5 + [WITH] * 4 + [BILL] * 3
    days = [datetime(2025, 11, 1 + at, tzinfo=UTC) for at in range(len(seen))]
    made = {at: evolve(capture(LISTING), sha256=seen[at], ended=day) for at, day in enumerate(days)}
    read: list[str] = []

    def content(each: Capture) -> bytes:
        read.append(each.sha256)
        return each.sha256.encode()

    looked = observed(dossier(tmp_path), PAGES, captures=made, content=content)
    told = [(look.capture, look.result) for look in looked.looks]
    absent, found = Result.ABSENT, Result.FOUND
    assert told == [(0, absent), (4, absent), (5, found), (8, found), (9, absent), (11, absent)]
    assert sorted(read) == sorted({BILL, WITH})
