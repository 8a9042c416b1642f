"""``aigaq bill capture`` and ``aigaq bill pack`` as a person meets them."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from aigaq.cli.main import Group
from tests.cli.test_law import run
from tests.parliament import Parliament, asks_to_wait, drips, hangs, redirects


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "dossier.toml").write_text('id = "0123456789abcdef"\n', encoding="utf-8")
    return tmp_path


@pytest.fixture
def parliament() -> Iterator[Parliament]:
    with Parliament() as server:
        server.publish("/bill", b"<html><title>Bill</title>")
        server.script("/old", redirects("/bill"))
        server.script("/busy", asks_to_wait("120"))
        server.script("/hangs", hangs())
        yield server


def bill(*arguments: str, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    return run("bill", *arguments, cwd=cwd, AIGAQ_KEYS=str(cwd.parent / f"{cwd.name}-keys"), **more)


def test_a_session(place: Path, parliament: Parliament) -> None:
    (place / "saved.html").write_bytes(b"<html><title>saved</title>")
    urls = [parliament.url(path) for path in ("/bill", "/old", "/none", "/busy")]
    done = bill("capture", *urls, "saved.html", "--online", cwd=place)
    assert (done.stderr, done.returncode) == ("", 1)
    lines = [re.sub(r"\b[0-9a-f]{12}\b", "HASH", line) for line in done.stdout.splitlines()]
    assert lines == [
        f"0 · it is there · 25 bytes · HASH · {urls[0]}",
        f"1 · it is there · 25 bytes · HASH · {urls[1]} → {urls[0]}",
        f"2 · it is not there (HTTP 404) · 37 bytes · HASH · {urls[2]}",
        f"3 · could not look (HTTP 429, Retry-After: 120) · 18 bytes · HASH · {urls[3]}",
        "4 · imported · 26 bytes · HASH · saved.html",
    ]
    again = bill("capture", urls[0], "--online", cwd=place)
    assert (again.returncode, again.stdout[:17]) == (0, "5 · it is there ·")
    packed = bill("pack", "it.wacz", cwd=place)
    assert (packed.returncode, packed.stdout) == (0, "6 captures packed into it.wacz\n")


def test_json(place: Path, parliament: Parliament) -> None:
    done = bill("capture", parliament.url("/bill"), parliament.url("/none"), "--online", "--json", cwd=place)
    data = json.loads(done.stdout)
    assert (done.returncode, data["schema"], data["version"], data["dossier"]) == (
        0, "aigaq/captures", "1", "0123456789abcdef",
    )  # fmt: skip
    assert [(it["entry"], it["look"], it["capture"]["status"]) for it in data["captures"]] == [
        (0, "there", 200), (1, "gone", 404),
    ]  # fmt: skip
    assert data["left_over"] == []
    packed = json.loads(bill("pack", "it.wacz", "--entries", "0", "--json", cwd=place).stdout)
    assert (packed["schema"], packed["file"], packed["captures"]) == ("aigaq/packed", "it.wacz", 1)


def test_a_look_that_failed_is_told_as_one(place: Path, parliament: Parliament) -> None:
    done = bill("capture", parliament.url("/hangs"), "--online", "--timeout", "0.5", cwd=place)
    assert done.returncode == 1
    assert done.stdout == f"0 · could not look (the answer came too slowly) · {parliament.url('/hangs')}\n"


def test_what_is_larger_than_allowed_is_told(place: Path, parliament: Parliament) -> None:
    parliament.publish("/large", b"x" * 5000, media="text/plain")
    done = bill("capture", parliament.url("/large"), "--online", "--max-bytes", "1000", cwd=place)
    assert (done.returncode, "could not look (HTTP 200, the answer is larger than is kept)" in done.stdout) == (1, True)


@pytest.mark.parametrize(
    ("arguments", "code", "error"),
    [
        (["capture", "https://example.org/"], 4, "capture.offline"),
        (["capture", "ftp://example.org/", "--online"], 2, "capture.url"),
        (["capture", "missing.html"], 3, "capture.file"),
        (["capture", "https://example.org/", "--online", "--proxy", "tor"], 2, "capture.proxy"),
        (["capture", "a.txt", "--dossier", "none"], 3, "dossier.missing"),
        (["pack", "it.wacz"], 3, "log.missing"),
        (["pack", "it.wacz", "--entries", "x"], 2, "capture.entries"),
    ],
)
def test_errors(place: Path, arguments: list[str], code: int, error: str) -> None:
    (place / "none").mkdir()
    (place / "a.txt").write_bytes(b"a")
    done = bill(*arguments, cwd=place)
    lines = done.stderr.splitlines()
    assert (done.returncode, lines[-1], done.stdout) == (code, f"code: {error}", "")
    assert (lines[0][:7], lines[1][:6]) == ("error: ", "hint: ")
    assert not (place / "captures").exists()


def test_the_dossier_can_allow_it_for_good(place: Path, parliament: Parliament) -> None:
    with (place / "dossier.toml").open("a", encoding="utf-8") as file:
        file.write('[network]\nonline = true\nagent = "reader/1"\n')
    assert bill("capture", parliament.url("/bill"), cwd=place).returncode == 0
    assert parliament.asked[0].headers["User-Agent"] == "reader/1"


@pytest.mark.parametrize(("language", "words"), [("ru_RU.UTF-8", "не удалось"), ("kk_KZ.UTF-8", "мүмкін болмады")])
def test_it_speaks_the_language_of_the_terminal(place: Path, language: str, words: str) -> None:
    done = bill("capture", "http://127.0.0.1:9/", "--online", cwd=place, LC_ALL=language)
    assert words in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="signals differ on Windows")
def test_an_interruption_between_or_within_targets_loses_nothing(place: Path, parliament: Parliament) -> None:
    parliament.script("/slow", drips())
    urls = [parliament.url("/bill"), parliament.url("/slow")]
    keys = str(place.parent / f"{place.name}-keys")
    with subprocess.Popen(
        [sys.executable, "-m", "aigaq", "bill", "capture", *urls, "--online"],
        cwd=place, env={**os.environ, "AIGAQ_KEYS": keys, "LC_ALL": "C.UTF-8"}, encoding="utf-8",
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as child:  # fmt: skip
        assert child.stdout
        first = child.stdout.readline()
        while len(parliament.asked) < 2:
            time.sleep(0.02)
        child.send_signal(signal.SIGINT)
        rest, said = child.communicate(timeout=20)
    assert (first[:16], rest, child.returncode) == ("0 · it is there ", "", 130)
    assert said.strip() == "interrupted; nothing was left half done"
    files = sorted(path.name for path in (place / "captures").rglob("*") if path.is_file())
    assert [name.endswith(".warc.gz") for name in files] == [True]
    assert bill("capture", urls[0], "--online", cwd=place).stdout.startswith("1 · it is there")


def test_what_an_interrupted_run_left_is_told(place: Path) -> None:
    (place / "a.txt").write_bytes(b"a")
    bill("capture", "a.txt", cwd=place)
    folder = next((place / "captures").iterdir())
    (folder / ".aigaq-x.part").write_bytes(b"half")
    done = bill("capture", "a.txt", cwd=place)
    assert done.returncode == 0
    assert done.stderr == (
        f"warning: captures/{folder.name}/.aigaq-x.part is in no entry of the log: "
        "a run that was interrupted left it.\n"
    )


def test_a_target_that_cannot_be_captured_cancels_no_other(place: Path) -> None:
    for name in "ab":
        (place / f"{name}.txt").write_bytes(name.encode())
    done = bill("capture", "a.txt", "gone.txt", ".", "ftp://example.org/", "b.txt", cwd=place)
    assert done.returncode == 3
    assert [line[:13] for line in done.stdout.splitlines()] == ["0 · imported ", "1 · imported "]
    said = [line for line in done.stderr.splitlines() if not line.startswith("hint: ")]
    assert said == [
        "error: gone.txt cannot be imported: no such file or directory.",
        "code: capture.file",
        "error: . cannot be imported: it is a folder, not a file.",
        "code: capture.file",
        "error: This is no URL that can be fetched.",
        "code: capture.url",
        "Not captured: 3 of 5 targets (No. 2, 3, 4). The others are in the log; capture only these again.",
    ]


def test_where_no_target_can_be_captured_that_is_said_and_no_log_is_made(place: Path) -> None:
    done = bill("capture", "x", "y", "--json", cwd=place)
    data = json.loads(done.stdout)
    assert (done.returncode, data["captures"]) == (3, [])
    assert [(it["target"], it["code"]) for it in data["failed"]] == [(1, "capture.file"), (2, "capture.file")]
    assert done.stderr.splitlines()[-1] == "Not captured: 2 of 2 targets (No. 1, 2). Nothing was captured."
    assert not (place / "log").exists()


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ru_RU.UTF-8", ". не удаётся импортировать: это папка, а не файл."),
        ("kk_KZ.UTF-8", ". импорттау мүмкін емес: бұл файл емес, қалта."),
    ],
)
def test_what_the_system_says_is_translated(place: Path, language: str, sentence: str) -> None:
    done = bill("capture", ".", cwd=place, LC_ALL=language)
    assert done.stderr.splitlines()[0].endswith(f": {sentence}")


def test_what_the_system_says_is_not_blamed_on_standard_output(capfd: pytest.CaptureFixture[str]) -> None:
    def fails() -> None:
        raise OSError(5, "Input/output error")

    group = Group("x", commands={"y": click.Command("y", callback=fails)})
    with pytest.raises(SystemExit) as ended:
        group.main(["y"])
    assert (capfd.readouterr().err.splitlines()[-1], ended.value.code) == ("code: cli.system", 4)


def test_an_older_log_put_back_is_refused(place: Path) -> None:
    (place / "saved.html").write_bytes(b"x")
    bill("capture", "saved.html", cwd=place)
    shutil.copytree(place / "log", place.parent / f"{place.name}-older")
    bill("capture", "saved.html", cwd=place)
    shutil.rmtree(place / "log")
    shutil.copytree(place.parent / f"{place.name}-older", place / "log")
    done = bill("capture", "saved.html", cwd=place)
    assert (done.returncode, done.stderr.splitlines()[-1]) == (5, "code: keys.head")
