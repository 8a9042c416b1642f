"""``aigaq evidence`` as a person meets it."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.test_law import run
from tests.evidence import dossiers
from tests.evidence.dossiers import copied, sample
from tests.evidence.stamp import maker
from tests.parliament import Parliament, answers

TOML = f'id = "{dossiers.ORIGIN.removeprefix("dossier/")}"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copied(sample(), tmp_path / "d")
    (tmp_path / "d" / "dossier.toml").write_text(TOML, encoding="utf-8")
    (tmp_path / "root.pem").write_bytes(maker.plain().pem)
    return tmp_path


def test_verify_says_what_is_proven_and_what_is_not(folder: Path) -> None:
    done = run("evidence", "verify", "d", cwd=folder)
    lines = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (0, "")
    assert lines[0].startswith("Consistent, but unanchored")
    assert lines[1].startswith("stamp log/stamps/00000004-example.tsr: 4 entries, no later than 2025-11-16T12:00:01Z")
    assert lines[1].endswith("(signature judged by rfc3161-client)")
    assert lines[2] == "PROVEN"
    assert lines.index("PROVEN ON ONE CONDITION") < lines.index("NOT PROVEN")
    assert "- That the server really sent this: a capture shows what one machine received." in lines


def test_verify_with_a_root_and_a_head_from_elsewhere(folder: Path) -> None:
    head = run("evidence", "head", "d", cwd=folder)
    assert (head.returncode, head.stderr) == (0, "")
    assert head.stdout.startswith(f"{dossiers.ORIGIN}\n6\n")
    (folder / "head.txt").write_text(head.stdout, encoding="utf-8")
    done = run("evidence", "verify", "d", "--authority", "root.pem", "--kept", "head.txt", cwd=folder)
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "Consistent with the head 6 of 16 November 2025.")


def test_verify_names_every_damaged_file_and_ends_with_5(folder: Path) -> None:
    first, second, *_ = sorted((folder / "d" / "captures").rglob("*.gz"))
    first.write_bytes(first.read_bytes()[:-1])
    second.unlink()
    done = run("evidence", "verify", "d", cwd=folder)
    lines = done.stdout.splitlines()
    assert (done.returncode, done.stderr, lines[0]) == (5, "", "Damaged. Faults found: 2.")
    named = {
        path.relative_to(folder / "d").as_posix(): kind for path, kind in ((first, "changed"), (second, "missing"))
    }
    assert all(
        any(line.startswith(f"{name}: ") and kind in line for line in lines[1:3]) for name, kind in named.items()
    )
    assert lines[lines.index("PROVEN") + 1].startswith("- No fault touches these captures (4): ")
    assert "PROVEN ON ONE CONDITION" in lines


def test_what_was_only_added_ends_with_1_and_steers_no_terminal(folder: Path) -> None:
    (folder / "d" / "captures" / "a\x1b[2Jb").write_bytes(b"x")
    done = run("evidence", "verify", "d", cwd=folder)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines()[0].startswith("Consistent, but unanchored")
    assert done.stdout.splitlines()[1].startswith("captures/a?[2Jb: no entry of the log names it")
    assert "\x1b" not in done.stdout


def test_verify_finds_a_contradiction_and_ends_with_5(tmp_path: Path) -> None:
    dossier = tmp_path / "d"
    dossiers.add(dossier, dossiers.taken(dossier, "a.txt", b"a"))
    copied(dossier, tmp_path / "old")
    log = dossiers.add(dossier, dossiers.taken(dossier, "b.txt", b"b"))
    (tmp_path / "head.txt").write_bytes(log.note)
    done = run("evidence", "verify", "old", "--kept", "head.txt", cwd=tmp_path)
    assert (done.returncode, done.stdout.splitlines()[0][:24]) == (5, "Contradicts the head 2. ")


def test_verify_as_json(folder: Path) -> None:
    done = run("evidence", "verify", "d", "--authority", "root.pem", "--json", cwd=folder)
    said = json.loads(done.stdout)
    assert (said["schema"], said["version"], said["verdict"]) == ("aigaq/verified", 1, "consistent-with-head")
    assert (said["entries"], said["captures"], said["anchored"], said["findings"]) == (6, 6, 4, [])
    stamp = said["stamps"][0]
    assert (stamp["file"], stamp["outside"], stamp["latest"]) == (
        "log/stamps/00000004-example.tsr",
        True,
        "2025-11-16T12:00:01Z",
    )
    (folder / "d" / "captures" / "x.warc.gz").write_bytes(b"x")
    found = json.loads(run("evidence", "verify", "d", "--json", cwd=folder).stdout)["findings"]
    assert [(one["kind"], one["file"], one["entries"]) for one in found] == [
        ("capture-stray", "captures/x.warc.gz", None)
    ]


@pytest.mark.parametrize(("language", "word"), [("ru_RU.UTF-8", "ДОКАЗАНО"), ("kk_KZ.UTF-8", "ДӘЛЕЛДЕНДІ")])
def test_verify_speaks_the_language_of_the_terminal(folder: Path, language: str, word: str) -> None:
    done = run("evidence", "verify", "d", cwd=folder, LC_ALL=language, LANG=language)
    assert (done.returncode, word in done.stdout.splitlines()) == (0, True)


def test_a_stamp_by_hand(folder: Path) -> None:
    asked = run("evidence", "stamp", "d", "--request", "ask.tsq", cwd=folder)
    assert (asked.returncode, asked.stdout, asked.stderr) == (0, "ask.tsq\n", "")
    (folder / "answer.tsr").write_bytes(maker.plain().answer((folder / "ask.tsq").read_bytes()))
    kept = run("evidence", "stamp", "d", "--response", "answer.tsr", "--name", "example", cwd=folder)
    assert (kept.returncode, kept.stdout.split(":")[0]) == (0, "stamp log/stamps/00000006-example.tsr")
    verified = run("evidence", "verify", "d", "--authority", "root.pem", cwd=folder)
    assert verified.stdout.splitlines()[0] == "Consistent with the head 6 of 2025-11-16T12:00:01Z."


def test_a_stamp_as_json(folder: Path) -> None:
    asked = json.loads(run("evidence", "stamp", "d", "--request", "ask.tsq", "--json", cwd=folder).stdout)
    assert asked == {"schema": "aigaq/stamp-request", "version": 1, "file": "ask.tsq"}
    other = maker.chained()
    (folder / "other.pem").write_bytes(other.pem)
    (folder / "answer.tsr").write_bytes(other.answer((folder / "ask.tsq").read_bytes()))
    arguments = ("--response", "answer.tsr", "--name", "other", "--authority", "other.pem", "--json")
    said = json.loads(run("evidence", "stamp", "d", *arguments, cwd=folder).stdout)
    assert (said["schema"], said["file"], said["size"]) == ("aigaq/stamped", "log/stamps/00000006-other.tsr", 6)
    assert (said["accuracy"], said["serial"], said["judge"]) == (1.0, "42", "rfc3161-client")


def test_a_stamp_over_the_network(folder: Path) -> None:
    who = maker.plain()
    with Parliament() as parliament:
        parliament.script("/tsa", lambda handler: handler.answer(
            200, who.answer(parliament.asked[-1].body), {"Content-Type": "application/timestamp-reply"}
        ))  # fmt: skip
        arguments = ("evidence", "stamp", "d", "--url", parliament.url("/tsa"), "--name", "example")
        refused = run(*arguments, cwd=folder)
        assert (refused.returncode, refused.stderr.splitlines()[-1]) == (4, "code: capture.offline")
        assert parliament.asked == []
        done = run(*arguments, "--online", cwd=folder)
        assert (done.returncode, done.stderr) == (0, "")
        asked = parliament.asked[-1]
        assert (asked.method, asked.headers["Content-Type"]) == ("POST", "application/timestamp-query")
        parliament.script("/tsa", answers(503))
        (folder / "d" / "log" / "stamps" / "00000006-example.tsr").unlink()
        failed = run(*arguments, "--online", cwd=folder)
        assert (failed.returncode, failed.stderr.splitlines()[-1]) == (4, "code: stamp.no-answer")
        assert "HTTP 503" in failed.stderr


def test_a_bundle_is_checked_by_its_own_script(folder: Path) -> None:
    done = run("evidence", "bundle", "d", "0", "қаулы.txt", "--out", "b.zip", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    packed, script = done.stdout.splitlines()
    assert packed == "18 files packed into b.zip"
    assert script.startswith("SHA-256 of its verify.py: ")
    zipfile.ZipFile(folder / "b.zip").extractall(folder / "b")
    checked = subprocess.run(
        [sys.executable, "-I", "verify.py", "--authority", "../root.pem"],
        cwd=folder / "b", capture_output=True, encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip
    assert (checked.returncode, checked.stderr) == (0, "")
    assert "entries 0, 3." in checked.stdout


def test_a_bundle_as_json_and_without_a_stamp(folder: Path) -> None:
    said = json.loads(run("evidence", "bundle", "d", "3", "--out", "b.zip", "--json", cwd=folder).stdout)
    assert (said["schema"], said["version"], said["file"], said["entries"]) == ("aigaq/bundle", 1, "b.zip", [3])
    assert (said["stamps"], len(said["files"])) == (["log/stamps/00000004-example.tsr"], 14)
    warned = run("evidence", "bundle", "d", "5", "--out", "c.zip", cwd=folder)
    assert any(line.startswith("warning: no stamp covers these entries") for line in warned.stdout.splitlines())


def test_head_as_json(folder: Path) -> None:
    said = json.loads(run("evidence", "head", "d", "--json", cwd=folder).stdout)
    assert (said["schema"], said["origin"], said["size"]) == ("aigaq/head", dossiers.ORIGIN, 6)
    assert (said["time"], said["note"]) == ("2025-11-16T10:15:00Z", run("evidence", "head", "d", cwd=folder).stdout)


@pytest.mark.parametrize(
    ("arguments", "code", "error"),
    [
        (["verify", "nothing"], 3, "log.folder"),
        (["verify", "d", "--kept", "nothing"], 3, "evidence.file"),
        (["verify", "d", "--kept", "root.pem"], 3, "note.form"),
        (["verify", "d", "--authority", "d"], 3, "evidence.file"),
        (["verify", "d", "--authority", "head.txt"], 3, "stamp.authority"),
        (["head", "nothing"], 3, "log.missing"),
        (["stamp", "d"], 2, "stamp.way"),
        (["stamp", "d", "--request", "a", "--response", "b"], 2, "stamp.way"),
        (["stamp", "d", "--response", "root.pem"], 2, "stamp.nameless"),
        (["stamp", "d", "--response", "root.pem", "--name", "example"], 3, "stamp.unreadable"),
        (["stamp", "d", "--response", "root.pem", "--name", "X"], 2, "stamp.name"),
        (["bundle", "d", "page.html", "--out", "b.zip"], 4, "bundle.ambiguous"),
        (["bundle", "d", "9", "--out", "b.zip"], 2, "bundle.entry"),
        (["bundle", "d", "3", "--out", "no/b.zip"], 4, "save.failed"),
    ],
)
def test_an_error_has_a_sentence_a_hint_a_code_and_an_exit_code(
    folder: Path, arguments: list[str], code: int, error: str
) -> None:
    (folder / "head.txt").write_text("words", encoding="utf-8")
    done = run("evidence", *arguments, cwd=folder)
    lines = done.stderr.splitlines()
    assert (done.returncode, lines[-1], done.stdout) == (code, f"code: {error}", "")
    assert (lines[0][:7], lines[1][:6], "Traceback" in done.stderr) == ("error: ", "hint: ", False)
    assert not (folder / "b.zip").exists()
    assert not list(folder.glob(".aigaq-*"))


def test_a_bundle_takes_the_place_of_no_file(folder: Path) -> None:
    (folder / "b.zip").write_bytes(b"mine")
    done = run("evidence", "bundle", "d", "3", "--out", "b.zip", cwd=folder)
    assert (done.returncode, done.stderr.splitlines()[-1]) == (4, "code: save.exists")
    assert (folder / "b.zip").read_bytes() == b"mine"


def test_a_damaged_capture_is_not_bundled(folder: Path) -> None:
    for path in (folder / "d" / "captures").rglob("*.gz"):
        path.write_bytes(b"x")
    done = run("evidence", "bundle", "d", "3", "--out", "b.zip", cwd=folder)
    assert (done.returncode, done.stderr.splitlines()[-1]) == (5, "code: capture.changed")
    assert not list(folder.glob("*b.zip*")) and not list(folder.glob(".aigaq-*"))


def test_verify_writes_nothing(folder: Path) -> None:
    before = {name: (folder / "d" / name).stat().st_mtime_ns for name in dossiers.names(folder / "d")}
    assert run("evidence", "verify", "d", cwd=folder).returncode == 0
    assert {name: (folder / "d" / name).stat().st_mtime_ns for name in dossiers.names(folder / "d")} == before
