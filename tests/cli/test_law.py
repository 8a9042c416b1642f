"""The command line as a person meets it: what is printed where, and with which exit code."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import ROOT

LAWS = ROOT / "examples" / "public-libraries"


def run(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("AIGAQ_", "LC_", "LANG"))}
    return subprocess.run(
        [sys.executable, "-m", "aigaq", *arguments],
        cwd=cwd,
        env=clean | {"LC_ALL": "C.UTF-8", "PYTHONUTF8": "1", "NO_COLOR": "1"} | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path in LAWS.iterdir():
        shutil.copy(path, tmp_path / path.name)
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "code", "error"),
    [
        (["law", "parse", "nothing.txt"], 3, "read.missing"),
        (["law", "parse", "empty.txt"], 3, "read.empty"),
        (["law", "compare", "law@2032-06.ru.txt", "law@2033-02.kk.txt"], 4, "compare.languages"),
        (["law", "compare", "law@2032-06.ru.txt", "words.txt"], 4, "compare.no-units"),
        (["law", "compare", "law@2032-06.ru.txt", "law@2033-02.ru.txt", "--format", "odt"], 2, "cli.format"),
        (["law", "compare", "law@2032-06.ru.txt", "law@2033-02.ru.txt", "--watch", "…"], 2, "watch.empty"),
        (["law", "compare", "law@2032-06.ru.txt", "law@2033-02.ru.txt", "--profile", "xx"], 2, "profile.unknown"),
        (["law", "compare", "law@2032-06.ru.txt", "law@2033-02.ru.txt", "--old-date", "soon"], 2, "stated.date"),
        (["law", "compare", "law@2032-06.ru.txt", "law@2033-02.ru.txt", "--out", "empty.txt"], 4, "save.failed"),
    ],
)
def test_an_error_has_a_sentence_a_hint_a_code_and_an_exit_code(
    folder: Path, arguments: list[str], code: int, error: str
) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "words.txt").write_text("\n", encoding="utf-8")
    (folder / "words.txt").write_text("Просто слова на русском языке, и все тут ы", encoding="utf-8")
    done = run(*arguments, cwd=folder)
    lines = done.stderr.splitlines()
    assert (done.returncode, lines[-1], done.stdout) == (code, f"code: {error}", "")
    assert lines[0].startswith("error: ")
    assert lines[1].startswith("hint: ")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [["law", "compare", "one.txt"], ["nothing"], ["law", "parse", "--nothing"]])
def test_wrong_usage_is_2(folder: Path, arguments: list[str]) -> None:
    done = run(*arguments, cwd=folder)
    assert done.returncode == 2
    assert "Usage: " in done.stderr
    assert "Traceback" not in done.stderr


def test_json_goes_to_standard_output_and_no_file_is_made(folder: Path) -> None:
    before = sorted(folder.iterdir())
    done = run("law", "compare", "law@2032-06.ru.txt", "law@2033-02.ru.txt", "--json", cwd=folder)
    data = json.loads(done.stdout)
    assert (done.returncode, done.stderr, data["proof"]["holds"]) == (0, "", True)
    assert {"kind", "eid", "label", "old", "new", "words", "watch"} <= data["changes"][0].keys()
    assert sorted(folder.iterdir()) == before


def test_the_same_input_gives_the_same_bytes(folder: Path) -> None:
    pair = ["law", "compare", "law@2032-06.kk.txt", "law@2033-02.kk.txt", "--watch", "насихат*", "--quiet", "--out"]
    for out, hash_seed in (("a", "1"), ("b", "2")):
        done = run(*pair, out, cwd=folder, PYTHONHASHSEED=hash_seed, TZ="Asia/Almaty" if out == "b" else "UTC")
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    names = sorted(path.name for path in (folder / "a").iterdir())
    assert len(names) == 5
    assert [(folder / "a" / name).read_bytes() for name in names] == [
        (folder / "b" / name).read_bytes() for name in names
    ]


def test_check_finds_what_no_note_explains(folder: Path) -> None:
    pair = ["law@2032-06.ru.txt", "law@2033-02.ru.txt"]
    assert run("law", "compare", *pair, "--check", "--quiet", "--out", "a", cwd=folder).returncode == 1
    same = ["law@2032-06.ru.txt", "law@2032-06.ru.txt"]
    assert run("law", "compare", *same, "--check", "--quiet", "--out", "b", cwd=folder).returncode == 0


@pytest.mark.parametrize(
    ("language", "words"),
    [("ru_RU.UTF-8", "ошибка: "), ("kk_KZ.UTF-8", "қате: "), ("en_GB.UTF-8", "error: "), ("de_DE.UTF-8", "error: ")],
)
def test_errors_speak_the_language_of_the_terminal(folder: Path, language: str, words: str) -> None:
    done = run("law", "parse", "nothing.txt", cwd=folder, LC_ALL=language)
    assert done.stderr.startswith(words)


def test_notes_can_be_read(folder: Path) -> None:
    done = run("law", "parse", "law@2033-02.ru.txt", "--notes", "--units", cwd=folder)
    assert done.returncode == 0
    assert "Сноска. " in done.stdout
    assert "ст. 5 п. 3" in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="signals differ on Windows")
def test_ctrl_c_leaves_nothing_half_done(folder: Path) -> None:
    text = (folder / "law@2032-06.ru.txt").read_text(encoding="utf-8")
    chapters = [text.replace("Статья ", f"Статья {at}") for at in range(1, 300)]
    (folder / "big.txt").write_text("\n".join(chapters), encoding="utf-8")
    command = [sys.executable, "-m", "aigaq", "law", "compare", "big.txt", "big.txt", "--out", "out"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        time.sleep(0.6)
        process.send_signal(signal.SIGINT)
        _, error = process.communicate(timeout=30)
    assert process.returncode == 130, error
    assert b"Traceback" not in error
    assert not (folder / "out").exists() or not [path for path in (folder / "out").iterdir() if path.suffix != ".tmp"]
