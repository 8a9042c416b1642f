"""A parliament that publishes, edits in silence, renames, lies, hides and hangs: each is told as what it is."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from attrs import define, field

from aigaq.app.dossier import new_dossier
from aigaq.app.watch import alone, calendar_file, feed_file, recount, report_data, watch, watched_pages
from aigaq.bill.watch import Report
from aigaq.errors import Refused, UnreadableInput, UsageError
from aigaq.evidence.capture import Limits, Pace, Terms
from aigaq.locale import translator
from aigaq.values import Language
from tests.bill.watch.looks import listing, page
from tests.parliament import Parliament, answers, drips, endless, hangs, in_turn, redirects

LIMITS = Limits(connect=2.0, read=0.3, total=1.0, max_bytes=1_000_000, max_decoded=1_000_000, pause=0.0)


@define
class Desk:
    """A person who watches: a dossier, its keys, and a clock that moves on by a day with each round."""

    folder: Path
    keys: Path
    parliament: Parliament
    now: datetime = datetime(2025, 11, 12, 9, 0, tzinfo=UTC)
    pages: list[str] = field(factory=list)

    def watches(self, path: str, more: str = "") -> None:
        with (self.folder / "dossier.toml").open("a", encoding="utf-8") as file:
            file.write(f'\n[[watch]]\nurl = "{self.parliament.url(path)}"\n{more}\n')

    def terms(self) -> Terms:
        return Terms(limits=LIMITS, now=lambda: self.now, pace=Pace(sleep=lambda seconds: None))

    def looks(self) -> Report:
        self.now += timedelta(days=1)
        return watch(self.folder, online=True, terms=self.terms(), keys=self.keys)

    def codes(self, report: Report | None = None) -> list[tuple[str, str]]:
        """Return what was told, without what is only counted; addresses without their host."""
        told = (report or self.looks()).news
        return [(it.code.value, it.url.removeprefix(self.parliament.url(""))) for it in told]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    folder = tmp_path / "dossier"
    new_dossier(folder, title="Об архивном деле", language=Language.RU, jurisdiction="kz", id="3f2a9c1b00d4e5f6")
    with Parliament() as parliament:
        yield Desk(folder, tmp_path / "keys", parliament)


def test_a_bill_travels_and_every_step_is_told(desk: Desk) -> None:
    parliament = desk.parliament
    desk.watches("/bills/1", 'kind = "listing"\nfollow = true\nexpect = ["comparative-table"]')
    desk.watches("/agenda")
    note = "Пояснительная записка к законопроекту".encode()
    parliament.publish("/bills/1", listing({"bill.txt": "Законопроект", "note.txt": "Записка"}).encode())
    parliament.publish("/bills/bill.txt", "Статья 1. Срок\n\nСрок два дня.\n".encode(), media="text/plain")
    parliament.publish("/bills/note.txt", note, media="text/plain")
    parliament.publish("/agenda", page("Повестка: законопроект об архивном деле").encode())
    first = desk.looks()
    assert (first.news, first.counts) == ((), {"first-look": 4})
    assert first.states[0].waited == (("comparative-table", False),)

    assert (desk.codes(), desk.looks().counts) == ([], {"unchanged": 4})

    parliament.edit("/bills/bill.txt", "Статья 1. Срок\n\nСрок один день.\n".encode())
    parliament.publish("/agenda", page("Повестка: законопроект об архивном деле снят").encode(), modified="")
    report = desk.looks()
    assert desk.codes(report) == [("silent-edit", "/bills/bill.txt"), ("text-changed", "/agenda")]
    assert [unit.label for unit in report.news[0].units]

    parliament.publish(
        "/bills/1",
        listing({"bill.txt": "Законопроект", "moved.txt": "Записка", "t.txt": "Сравнительная таблица"}).encode(),
    )
    parliament.rename("/bills/note.txt", "/bills/moved.txt")
    parliament.publish("/bills/t.txt", b"table", media="text/plain")
    report = desk.looks()
    assert desk.codes(report) == [
        ("new-document", "/bills/t.txt"), ("renamed", "/bills/moved.txt"), ("vanished-document", "/bills/note.txt"),
    ]  # fmt: skip
    assert report.news[0].awaited
    assert report.states[0].waited == (("comparative-table", True),)

    parliament.publish("/bills/1", listing({"bill.txt": "Законопроект № 2", "moved.txt": "Записка"}).encode())
    report = desk.looks()
    assert desk.codes(report) == [("vanished-document", "/bills/t.txt"), ("retitled", "/bills/bill.txt")]
    assert report.news[0].remarks == ("at its own address it is still there",)

    parliament.remove("/bills/t.txt", 410)
    parliament.remove("/agenda")
    assert desk.codes() == [("vanished-document", "/bills/t.txt"), ("vanished-document", "/agenda")]

    parliament.publish("/agenda", page("Повестка: законопроект об архивном деле снят").encode(), modified="")
    assert desk.codes() == [("came-back", "/agenda")]


@pytest.mark.parametrize(
    ("behaviour", "reason"),
    [
        (answers(403), "the server answered 403"),
        (answers(401), "the server answered 401"),
        (answers(429, retry_after="1"), "the server answered 429"),
        (answers(503, b"<html>later</html>"), "the server answered 503"),
        (hangs(), "the server did not answer in time"),
        (redirects("/round"), "the server sends in a circle"),
        (endless(2 << 30), "the answer is larger than is kept"),
        (drips(), "the answer came too slowly"),
    ],
)
def test_what_does_not_answer_has_not_vanished(desk: Desk, behaviour: object, reason: str) -> None:
    desk.watches("/round")
    desk.parliament.publish("/round", page("Срок два дня").encode())
    desk.looks()
    desk.parliament.script("/round", behaviour)  # type: ignore[arg-type]
    for times in (1, 2):
        report = desk.looks()
        assert desk.codes(report) == [("could-not-look", "/round")]
        assert report.news[0].remarks[:2] == (
            reason, f"since 2025-11-14 09:00 UTC (№ 1), looks that failed in a row: {times}",
        )  # fmt: skip
    desk.parliament.publish("/round", page("Срок два дня").encode())
    assert desk.codes() == []


def test_a_server_that_is_not_there(desk: Desk) -> None:
    text = (desk.folder / "dossier.toml").read_text(encoding="utf-8")
    (desk.folder / "dossier.toml").write_text(f'{text}\n[[watch]]\nurl = "http://127.0.0.1:9/"\n', encoding="utf-8")
    report = desk.looks()
    assert [it.code.value for it in report.news] == ["could-not-look"]
    assert report.states[0].word == "could-not-look"


def test_dates_that_lie(desk: Desk) -> None:
    desk.watches("/a")
    desk.parliament.publish("/a", page("Срок два дня").encode())
    desk.looks()
    desk.parliament.publish("/a", page("Срок три дня").encode(), modified="Wed, 05 Nov 2025 04:00:00 GMT")
    assert desk.codes() == [("silent-edit", "/a"), ("date-impossible", "/a")]
    desk.parliament.publish("/a", page("Срок три дня").encode(), modified="Mon, 05 Jan 2026 04:00:00 GMT")
    assert desk.codes() == [("date-changed", "/a"), ("date-impossible", "/a")]


def test_a_soft_404_and_a_pdf_replaced_by_a_page(desk: Desk) -> None:
    desk.watches("/a")
    desk.watches("/b.txt", 'kind = "document"')
    desk.parliament.publish("/a", page("Срок два дня").encode(), modified="")
    desk.parliament.publish("/b.txt", "Статья".encode(), media="text/plain", modified="")
    desk.looks()
    for path in ("/a", "/b.txt"):
        desk.parliament.publish(path, page("Страница не найдена", title="Ошибка").encode(), modified="")
    assert desk.codes() == [
        ("retitled", "/a"), ("text-changed", "/a"), ("type-changed", "/b.txt"), ("text-changed", "/b.txt"),
    ]  # fmt: skip


def test_a_recount_needs_no_network_and_says_the_same(desk: Desk) -> None:
    desk.watches("/a")
    desk.parliament.script("/a", in_turn(*(answers(200, page(words).encode()) for words in "абв")))
    told = [it for _ in range(3) for it in desk.looks().observations]
    asked = len(desk.parliament.asked)
    again = recount(desk.folder, since=date(2025, 11, 13))
    assert list(again.observations) == told
    assert (again.looked, again.since, len(desk.parliament.asked)) == (False, 0, asked)
    assert [it.after.entry for it in recount(desk.folder, since=date(2025, 11, 15)).observations] == [2]
    assert recount(desk.folder, since=date(2026, 1, 1)).observations == ()
    assert json.dumps(report_data(again))


def test_before_the_first_look_there_is_nothing_to_recount(desk: Desk) -> None:
    desk.watches("/a")
    report = recount(desk.folder, since=date(2025, 1, 1))
    assert (report.observations, report.size, report.states[0].word) == ((), 0, "never-looked")
    assert not (desk.folder / "log").exists()
    assert b"<entry>" not in feed_file(desk.folder, deadlines=(), since=0, _=translator("kk"))


def test_nothing_is_fetched_unless_somebody_asks(desk: Desk) -> None:
    desk.watches("/a")
    with pytest.raises(Refused) as raised:
        watch(desk.folder, terms=desk.terms(), keys=desk.keys)
    assert (raised.value.code, desk.parliament.asked) == ("capture.offline", [])
    assert not (desk.folder / "log").exists()


def test_what_a_dossier_must_say(desk: Desk) -> None:
    with pytest.raises(UsageError) as nothing:
        desk.looks()
    assert nothing.value.code == "watch.nothing"
    desk.watches("/a", 'kind = "lst"\nwhat = 1')
    with pytest.raises(UnreadableInput) as faults:
        watched_pages(desk.folder)
    assert faults.value.code == "dossier.faults"
    assert "what is not known here" in str(faults.value)


def test_two_runs_do_not_overlap(desk: Desk) -> None:
    desk.watches("/a")
    with alone(desk.folder), pytest.raises(Refused) as raised:
        desk.looks()
    assert raised.value.code == "watch.running"
    assert desk.codes() == [("absent", "/a")]


def test_what_was_looked_at_before_a_break_is_told(desk: Desk) -> None:
    desk.watches("/a")
    desk.watches("/b")
    desk.looks()

    def breaks(handler: object) -> None:
        os.kill(os.getpid(), signal.SIGINT)

    desk.parliament.publish("/a", page("Срок два дня").encode())
    desk.parliament.script("/b", breaks)
    report = desk.looks()
    assert isinstance(report.fault, KeyboardInterrupt)
    assert next(code for code, _ in desk.codes(report)) == "new-document"
    desk.parliament.remove("/b")
    assert desk.codes() == []


def test_the_feed_holds_what_was_told_and_changes_only_with_the_log(desk: Desk) -> None:
    desk.watches("/a")
    desk.parliament.script("/a", in_turn(*(answers(200, page(words).encode()) for words in "абв")))
    reports = [desk.looks() for _ in range(3)]

    def made(since: int = 10**6) -> bytes:
        return feed_file(desk.folder, deadlines=(), since=since, _=translator("ru"))

    assert made() == made()
    assert all(it.id.encode() in made() for report in reports for it in report.news)
    desk.now += timedelta(days=100)
    desk.looks()
    assert b"<entry>" not in made()
    assert made(since=0).count(b"<entry>") == 2
    assert b"BEGIN:VCALENDAR" in calendar_file(desk.folder, deadlines=(), stamp=desk.now, _=translator("ru"))


def test_a_killed_run_loses_nothing_that_was_captured(desk: Desk) -> None:
    for at in range(16):
        desk.watches(f"/{at}")
        desk.parliament.publish(f"/{at}", page(f"Слово {at}").encode())
    code = (
        "import sys\nfrom pathlib import Path\nfrom aigaq.app.watch import watch\n"
        "from aigaq.evidence.capture import Limits, Terms\n"
        "watch(Path(sys.argv[1]), online=True, terms=Terms(limits=Limits(pause=0.0)), keys=Path(sys.argv[2]))"
    )
    run = subprocess.Popen([sys.executable, "-c", code, str(desk.folder), str(desk.keys)])
    deadline = time.monotonic() + 30
    while len(desk.parliament.asked) < 5 and time.monotonic() < deadline:
        time.sleep(0.01)
    run.kill()
    run.wait()
    assert len(desk.parliament.asked) >= 5
    before = recount(desk.folder, since=date(2025, 1, 1))
    assert len(desk.parliament.asked) - 2 <= before.size <= len(desk.parliament.asked)
    assert before.counts == {"first-look": before.size}
    desk.now = datetime.now(UTC).replace(microsecond=0)
    assert desk.looks().counts == {"first-look": 16 - before.size, "unchanged": before.size}
