"""``aigaq bill watch`` as a person, and as cron, meets it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from icalendar import Calendar

from tests.bill.watch.looks import page
from tests.cli.test_law import run
from tests.parliament import Parliament, answers

Site = tuple[Parliament, Path]


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    done = run("bill", "new", "d", "--title", "Об архивном деле", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    with Parliament() as parliament:
        with (tmp_path / "d" / "dossier.toml").open("a", encoding="utf-8") as file:
            file.write(f'\n[[watch]]\nurl = "{parliament.url("/a")}"\nexpect = ["comparative-table"]\n')
        parliament.publish("/a", page("Размещено 3.11.2025. Срок два дня").encode())
        yield parliament, tmp_path


def watch(site: Site, *more: str, **environment: str) -> CompletedProcess[str]:
    keys = str(site[1] / "keys")
    return run("bill", "watch", "--dossier", "d", *more, cwd=site[1], AIGAQ_KEYS=keys, **environment)


def test_a_watch_in_one_go(site: Site) -> None:
    parliament, folder = site
    first = watch(site, "--online")
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout.splitlines() == [
        "pages: 1; news: 0; unchanged: 0; layout only: 0; seen for the first time: 1",
        f"still waited for at {parliament.url('/a')}: Comparative table",
    ]
    assert watch(site, "--online", "--quiet").stdout == ""

    parliament.edit("/a", page("Размещено 3.11.2025. Срок три \x1b[31mдня").encode())
    edited = watch(site, "--online", "--quiet", "--feed", "new/f.atom", "--calendar", "c.ics")
    (line,) = edited.stdout.splitlines()
    assert edited.returncode == 1
    assert f" UTC (№ 2) silent edit: {parliament.url('/a')}: the text was changed silently (words taken out: " in line
    assert "&lt;del&gt;два" in (folder / "new" / "f.atom").read_text(encoding="utf-8")
    assert Calendar.from_ical((folder / "c.ics").read_bytes()).walk("VEVENT") == []

    parliament.script("/a", answers(403, b"<title>\x1b[31m</title>"))
    refused = watch(site, "--online", "--json")
    value = json.loads(refused.stdout)
    assert (refused.returncode, value["schema"], value["news"]) == (1, "aigaq/watch", 1)
    assert [it["code"] for it in value["observations"]] == ["could-not-look"]
    assert value["pages"][0]["state"] == "could-not-look"

    again = watch(site, "--since", "2020-01-01", "--quiet", AIGAQ_LANG="ru")
    assert again.returncode == 1
    assert [line.split(": ")[0].split(") ")[1] for line in again.stdout.splitlines()] == [
        "тихая правка",
        "не удалось посмотреть",
    ]
    asked = len(parliament.asked)
    assert asked == 4
    assert "Traceback" not in first.stderr + edited.stderr + refused.stderr + again.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "error"),
    [
        ([], 4, "capture.offline"),
        (["--since", "soon"], 2, "apply.date"),
        (["--since", "2025-01-01", "--online"], 2, "watch.both"),
        (["--online", "--proxy", "tor"], 2, "capture.proxy"),
    ],
)
def test_errors(site: Site, arguments: list[str], code: int, error: str) -> None:
    done = watch(site, *arguments)
    assert (done.returncode, done.stdout, done.stderr.splitlines()[-1]) == (code, "", f"code: {error}")
    assert site[0].asked == []
    assert not (site[1] / "keys").exists()


def test_no_terminal_is_ever_written_to_by_a_page(site: Site) -> None:
    parliament, _ = site
    watch(site, "--online")
    parliament.edit("/a", page("Срок", title="\x1b]0;чужое\x07 \u202e").encode())
    done = watch(site, "--online")
    assert "чужое" in done.stdout
    assert all(sign.isprintable() or sign == "\n" for sign in done.stdout)
