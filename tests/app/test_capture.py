"""Captures and the log that binds them: what is told is durable, and nothing that was told is lost."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from attrs import evolve

from aigaq.app.capture import Failed, capture_each, check_targets, entry_numbers, is_url, pack_captures
from aigaq.app.register import Register, Settings, read_settings
from aigaq.errors import AigaqError, IntegrityFailure, Refused, UnreadableInput, UsageError
from aigaq.evidence.capture import Limits, Look, Terms, captures, content, look, read_entry, strays
from aigaq.evidence.log import Log, Verdict, examine
from tests.evidence.capture.archive import check
from tests.parliament import Parliament, hangs

ID = "0123456789abcdef"
NOW = datetime(2025, 11, 16, 10, 15, tzinfo=UTC)
TERMS = Terms(limits=Limits(read=0.3, total=1.0, pause=0.0), now=lambda: NOW)


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    folder = tmp_path / "dossier"
    folder.mkdir()
    (folder / "dossier.toml").write_text(f'id = "{ID}"\n', encoding="utf-8")
    return folder


def register(dossier: Path, terms: Terms = TERMS) -> Register:
    return Register.open(dossier, settings=read_settings(dossier), terms=terms, keys=dossier.parent / "keys")


def test_each_target_is_in_the_log_before_it_is_told(dossier: Path, tmp_path: Path) -> None:
    (tmp_path / "saved.html").write_bytes(b"<html><title>saved</title>")
    with Parliament() as parliament:
        parliament.publish("/bill", b"one", media="text/plain")
        parliament.script("/hangs", hangs())
        targets = [parliament.url("/bill"), str(tmp_path / "saved.html"), parliament.url("/hangs")]
        for each in capture_each(register(dossier), targets):
            log = Log.open(dossier / "log")
            assert not isinstance(each, Failed)
            assert (log.size, read_entry(log.entry(each.number))) == (each.number + 1, each.capture)
    made = list(captures(Log.open(dossier / "log").entries()))
    assert [(at, look(it)) for at, it in made] == [(0, Look.THERE), (1, Look.THERE), (2, Look.COULD_NOT_LOOK)]
    assert [content(dossier, it) for _, it in made[:2]] == [b"one", b"<html><title>saved</title>"]
    assert Log.open(dossier / "log").origin == f"dossier/{ID}"
    assert examine(dossier / "log").verdict is Verdict.UNANCHORED


def test_a_target_that_fails_keeps_no_other_from_being_captured(dossier: Path, tmp_path: Path) -> None:
    targets = [str(tmp_path / name) for name in ("a.txt", "gone.txt", "large.txt", "b.txt")]
    for target, data in zip(targets, (b"a", None, b"x" * 99, b"b"), strict=True):
        if data:
            Path(target).write_bytes(data)
    few = evolve(TERMS, limits=evolve(TERMS.limits, max_file=50))
    failed = check_targets(targets, settings=Settings(ID), online=False)
    made = list(capture_each(register(dossier, few), targets, failed=failed))
    assert [(each.at, each.fault.code) for each in failed] == [(1, "capture.file")]
    assert [(it.at, it.fault.code) if isinstance(it, Failed) else it.number for it in made] == [
        0, (2, "capture.file-too-large"), 1,
    ]  # fmt: skip
    assert [it.name for _, it in captures(Log.open(dossier / "log").entries())] == ["a.txt", "b.txt"]


def test_a_register_is_opened_again(dossier: Path, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a")
    numbers = [register(dossier).take(tmp_path / "a").number for _ in range(3)]
    assert (numbers, register(dossier).left_over()) == ([0, 1, 2], [])


@pytest.mark.parametrize(
    ("text", "settings"),
    [
        ("", Settings(ID)),
        ("[network]\nonline = true\n", Settings(ID, online=True)),
        ('[network]\nproxy = "socks5://127.0.0.1:9050"\n', Settings(ID, proxy="socks5://127.0.0.1:9050")),
        ('[network]\nagent = "x/1"\n', Settings(ID, agent="x/1")),
        ('[bill]\nonline = "x"\n', Settings(ID)),
    ],
)
def test_what_a_dossier_says(dossier: Path, text: str, settings: Settings) -> None:
    with (dossier / "dossier.toml").open("a", encoding="utf-8") as file:
        file.write(text)
    assert read_settings(dossier) == settings


@pytest.mark.parametrize(
    "text",
    [
        "",
        "id = 1",
        'id = "x"',
        'id = "0123456789ABCDEF"',
        f'id = "{ID}"\n[network]\nonline = "yes"',
        f'id = "{ID}"\n[network]\nonline = 1',
        f'id = "{ID}"\n[network]\nproxy = 1',
        f'id = "{ID}"\n[network]\nid = "x"',
        f'id = "{ID}"\n[network]\nonlin = true',
        f'id = "{ID}"\nnetwork = true',
        "no toml",
        "x = " + "[" * 100_000,
    ],
)
def test_what_a_dossier_must_not_say(dossier: Path, text: str) -> None:
    (dossier / "dossier.toml").write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableInput) as refused:
        read_settings(dossier)
    assert refused.value.code == "capture.dossier"


def test_a_folder_without_a_dossier(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput) as refused:
        read_settings(tmp_path)
    assert refused.value.code == "dossier.missing"


def test_the_dossier_names_the_way_unless_the_person_does() -> None:
    settings = Settings(ID, proxy="socks5://127.0.0.1:9050", agent="look/1")
    assert (settings.terms(TERMS).proxy, settings.terms(TERMS).agent) == ("socks5://127.0.0.1:9050", "look/1")
    named = evolve(TERMS, proxy="http://127.0.0.1:8118")
    assert settings.terms(named).proxy == "http://127.0.0.1:8118"
    assert Settings(ID).terms(TERMS) == TERMS


@pytest.mark.parametrize(
    ("targets", "settings", "online", "code"),
    [
        (["https://example.org/"], Settings(ID), False, "capture.offline"),
        (["https://example.org/"], Settings(ID), True, ""),
        (["https://example.org/"], Settings(ID, online=True), False, ""),
        (["ftp://example.org/"], Settings(ID), True, "capture.url"),
        (["http://a:b@example.org/"], Settings(ID), True, "capture.url"),
        (["missing.html"], Settings(ID), True, "capture.file"),
        (["a.txt"], Settings(ID), False, ""),
        (["a.txt", "https://example.org/"], Settings(ID), False, "capture.offline"),
        ([], Settings(ID), False, ""),
    ],
)
def test_what_can_be_told_before_the_first_capture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, targets: list[str], settings: Settings, online: bool, code: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_bytes(b"a")
    if code != "capture.offline":
        failed = check_targets(targets, settings=settings, online=online)
        assert [(each.at, each.fault.code) for each in failed] == ([(0, code)] if code else [])
        return
    with pytest.raises(AigaqError) as refused:
        check_targets(targets, settings=settings, online=online)
    assert refused.value.code == code


def test_a_file_with_a_strange_name_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("https:").mkdir()
    assert is_url("https://example.org")
    (Path("https:") / "example.org").write_bytes(b"a")
    assert not is_url("https://example.org")


@pytest.mark.parametrize("written", ["", "x", "3-", "-3", "5-3", "1,,2", "1.5", "1" * 10, "١"])
def test_what_are_no_numbers(written: str) -> None:
    with pytest.raises(UsageError) as refused:
        entry_numbers(written)
    assert refused.value.code == "capture.entries"


def test_captures_are_packed(dossier: Path, tmp_path: Path) -> None:
    opened = register(dossier)
    for name in "abc":
        (tmp_path / name).write_bytes(name.encode())
        opened.take(tmp_path / name)
    packed = pack_captures(dossier, tmp_path / "all.wacz")
    before = (tmp_path / "all.wacz").read_bytes()
    with pytest.raises(Refused) as there:
        pack_captures(dossier, tmp_path / "all.wacz", numbers=entry_numbers("0"))
    assert (there.value.code, (tmp_path / "all.wacz").read_bytes()) == ("save.exists", before)
    some = pack_captures(dossier, tmp_path / "some.wacz", numbers=entry_numbers("0,2-9"))
    assert (packed.files, some.files, packed.name) == (3, 2, "all.wacz")
    assert packed.sha256 == hashlib.sha256((tmp_path / "all.wacz").read_bytes()).hexdigest()
    assert pack_captures(dossier, tmp_path / "again.wacz").sha256 == packed.sha256


def test_what_cannot_be_packed_leaves_no_file(dossier: Path, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a")
    opened = register(dossier)
    with pytest.raises(Refused) as nothing:
        pack_captures(dossier, tmp_path / "x.wacz")
    opened.take(tmp_path / "a")
    with pytest.raises(Refused) as folder:
        pack_captures(dossier, tmp_path / "no" / "x.wacz")
    next((dossier / "captures").rglob("*.warc.gz")).write_bytes(b"changed")
    with pytest.raises(IntegrityFailure) as changed:
        pack_captures(dossier, tmp_path / "x.wacz")
    codes = [failed.value.code for failed in (nothing, folder, changed)]
    assert codes == ["capture.nothing", "save.failed", "capture.changed"]
    assert [path.name for path in tmp_path.iterdir() if "wacz" in path.name or "aigaq" in path.name] == []


CHILD = """
import sys
from pathlib import Path
from aigaq.app.register import Register, read_settings
from aigaq.evidence.capture import Limits, Terms
folder, url = Path(sys.argv[1]), sys.argv[2]
terms = Terms(limits=Limits(pause=0.0))
opened = Register.open(folder, settings=read_settings(folder), terms=terms, keys=folder.parent / "keys")
while True:
    made = opened.fetch(url)
    print(made.number, made.capture.warc.file, made.capture.sha256, flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL on Windows")
def test_a_run_that_is_killed_loses_nothing_it_told(dossier: Path) -> None:
    """Six times: kill it at some moment; what it told is in the log and whole; what it did not tell is told of."""
    told: dict[int, tuple[str, str]] = {}
    with Parliament() as parliament:
        parliament.publish("/x", b"x" * 50_000, media="text/plain")
        for wait in (0.0, 0.011, 0.023, 0.005, 0.017, 0.029):
            child = subprocess.Popen(
                [sys.executable, "-c", CHILD, str(dossier), parliament.url("/x")], stdout=subprocess.PIPE, text=True
            )
            assert child.stdout
            with child, child.stdout:
                lines = [child.stdout.readline() for _ in range(4)]
                time.sleep(wait)
                child.send_signal(signal.SIGKILL)
                lines += child.stdout.readlines()
            for line in lines:
                number, file, sha256 = line.split()
                told[int(number)] = (file, sha256)
    assert len(told) >= 24
    log = Log.open(dossier / "log")
    for number, (file, sha256) in told.items():
        made = read_entry(log.entry(number))
        assert made.warc
        assert (made.warc.file, made.sha256) == (file, sha256)
        assert content(dossier, made) == b"x" * 50_000
    assert examine(dossier / "log").faults == ()
    logged = {made.warc.file for _, made in captures(log.entries()) if made.warc}
    left = set(strays(dossier, logged=logged))
    unlogged = [path for path in left if path.endswith(".warc.gz")]
    assert len(left) <= 6
    assert [check(dossier / path) for path in unlogged] == [""] * len(unlogged)
    on_disk = {path.relative_to(dossier).as_posix() for path in (dossier / "captures").rglob("*") if path.is_file()}
    assert on_disk == logged | left
    assert set(register(dossier).left_over()) <= left


def test_what_an_interrupted_run_left_is_told(dossier: Path, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a")
    opened = register(dossier)
    made = opened.take(tmp_path / "a").capture
    assert made.warc
    folder = (dossier / made.warc.file).parent
    (folder / ".aigaq-x.part").write_bytes(b"half")
    (folder / "20251116T101501Z-00000000.warc.gz").write_bytes(b"whole")
    assert register(dossier).left_over() == [
        "captures/2025-11/.aigaq-x.part",
        "captures/2025-11/20251116T101501Z-00000000.warc.gz",
    ]
