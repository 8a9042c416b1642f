"""What an append leaves when it is cut off at any of its steps: by a full disk, by a kill, by the power."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from aigaq.errors import Refused
from aigaq.evidence.log import Log, Verdict, examine
from tests.evidence.log.disks import Failing, Forgetful, Killed, Quick, Small
from tests.evidence.log.sample import QUICK, SIGNER, clock, contents, copied, entries, made

# Entries before, entries added: one file, the end of a file, over the end, several files, none.
SIZES = [(0, 1), (255, 2), (256, 1), (250, 300), (5, 0)]


def full() -> OSError:
    return OSError(28, "No space left on device")


def before(folder: Path, count: int, *, broken: bool = False) -> Path:
    """Make a log of so many entries; with ``broken``, one that an earlier append left torn, without its hashes."""
    made(folder, entries(count))
    if broken:
        for at, left in ((count, b'{"whole":1}\n'), (count + 1, b'{"torn":')):
            with (folder / "entries" / f"{at // 256:08}.jsonl").open("ab") as file:
                file.write(left)
        (folder / "hashes").unlink()
        for name in ("checkpoint.new", "hashes.new"):
            (folder / name).write_bytes(b"left by a write that was longer and was never finished\n" * 50)
    return folder


def steps(folder: Path, added: list[bytes], disk: Callable[[None], Failing]) -> int:
    counting = disk(None)
    Log.open(folder, disk=counting).append(added, signer=SIGNER, clock=clock)
    return counting.steps


NO_HASHES = {("unreadable", "hashes"), ("hashes-short", "hashes")}


def check_whole(folder: Path, acknowledged: list[bytes], kept: bytes, *, may: set[tuple[str, str]]) -> Log:
    """Check that everything acknowledged is there, that the log takes more, and that nothing is wrong with it."""
    examined = examine(folder, kept=[kept])
    assert {(fault.kind, fault.file) for fault in examined.faults} <= may
    assert examined.heads[0].confirmed
    log = Log.open(folder, disk=QUICK)
    assert list(log.entries())[: len(acknowledged)] == acknowledged
    size = log.size
    head = log.append([b"after"], signer=SIGNER, clock=clock)
    assert log.entry(head.size - 1) == b"after"
    assert head.size == len(list(log.entries())) == size + 1
    assert log.unacknowledged == 0 and log.warnings == ()
    examined = examine(folder, kept=[kept])
    assert examined.verdict is Verdict.WITH_HEAD, examined.faults
    assert {warning.kind for warning in examined.warnings} <= {"set-aside"}
    return log


@pytest.mark.parametrize("broken", [False, True], ids=["clean", "broken"])
@pytest.mark.parametrize(("count", "more"), SIZES)
@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from then on"])
def test_a_full_disk_at_any_step(tmp_path: Path, count: int, more: int, broken: bool, lasting: bool) -> None:
    origin = before(tmp_path / "origin", count, broken=broken)
    kept, was, added = (origin / "checkpoint").read_bytes(), entries(count), entries(more, first=count)
    total = steps(
        copied(origin, tmp_path / "log"), added, lambda at: Small(at, full()) if more < 9 else Failing(at, full())
    )
    for at in range(0, total, 1 + total // 20):
        folder = copied(origin, tmp_path / "log")
        disk = Small(at, full(), lasting=lasting) if more < 9 else Failing(at, full(), lasting=lasting)
        with pytest.raises(Refused) as caught:
            Log.open(folder, disk=disk).append(added, signer=SIGNER, clock=clock)
        assert (caught.value.code, str(caught.value)) == (
            "log.write",
            "The log cannot be written to: no space left on device.",
        )
        check_whole(folder, was, kept, may=NO_HASHES if broken else set())


@pytest.mark.parametrize(("count", "more"), SIZES)
def test_after_a_failed_append_the_log_is_as_it_was(tmp_path: Path, count: int, more: int) -> None:
    origin = before(tmp_path / "origin", count)
    added = entries(more, first=count)
    total = steps(copied(origin, tmp_path / "log"), added, lambda at: Failing(at, full()))
    for at in range(total - 1):
        folder = copied(origin, tmp_path / "log")
        with pytest.raises(Refused):
            Log.open(folder, disk=Failing(at, full())).append(added, signer=SIGNER, clock=clock)
        assert contents(folder) == contents(origin) | {"lock": b""}, at


@pytest.mark.parametrize("broken", [False, True], ids=["clean", "broken"])
@pytest.mark.parametrize(("count", "more"), SIZES)
def test_a_kill_at_any_step(tmp_path: Path, count: int, more: int, broken: bool) -> None:
    origin = before(tmp_path / "origin", count, broken=broken)
    kept, was, added = (origin / "checkpoint").read_bytes(), entries(count), entries(more, first=count)
    total = steps(copied(origin, tmp_path / "log"), added, lambda at: Failing(at, Killed(), lasting=True))
    for at in range(total):
        folder = copied(origin, tmp_path / "log")
        with pytest.raises(Killed):
            Log.open(folder, disk=Failing(at, Killed(), lasting=True)).append(added, signer=SIGNER, clock=clock)
        check_whole(folder, was, kept, may=NO_HASHES if broken else set())


@pytest.mark.parametrize("names", [False, True], ids=["names late", "names at once"])
@pytest.mark.parametrize("broken", [False, True], ids=["clean", "broken"])
@pytest.mark.parametrize(("count", "more"), SIZES)
def test_a_power_cut_at_any_step(tmp_path: Path, count: int, more: int, broken: bool, names: bool) -> None:
    origin = before(tmp_path / "origin", count, broken=broken)
    kept, was, added = (origin / "checkpoint").read_bytes(), entries(count), entries(more, first=count)
    total = steps(copied(origin, tmp_path / "log"), added, lambda at: Failing(at, full()))
    for at in range(total + 1):
        folder = copied(origin, tmp_path / "log")
        disk = Forgetful(at, folder, names=names)
        acknowledged = was
        try:
            log = Log.open(folder, disk=disk)
            log.append(added, signer=SIGNER, clock=clock)
            acknowledged = list(log.entries())
        except Killed:
            assert at < total
        left = tmp_path / "left"
        restore(disk.image, folder, left)
        torn = left.rglob("*.jsonl"), left.glob("torn/*")
        assert not broken or any(path.read_bytes().endswith(b'{"torn":') for paths in torn for path in paths)
        check_whole(left, acknowledged, kept, may=NO_HASHES if broken else set())


def restore(image: dict[Path, bytes], folder: Path, to: Path) -> None:
    """Lay out what was left on the disk."""
    copied(folder, to)
    for path in [path for path in to.rglob("*") if path.is_file()]:
        path.unlink()
    for path, data in image.items():
        (to / path.relative_to(folder)).write_bytes(data)


def test_a_torn_line_is_set_aside_and_kept(tmp_path: Path) -> None:
    folder = before(tmp_path / "log", 3, broken=True)
    log = Log.open(folder)
    assert log.unacknowledged == 1
    first, second = log.warnings
    assert first.startswith("Entries behind the checkpoint, never acknowledged: 1. An append was interrupted, or some")
    assert second.startswith("An append was interrupted: 8 bytes at the end of entries/00000000.jsonl")
    log.append([b"next"], signer=SIGNER, clock=clock)
    assert list(log.entries())[3:] == [b"next"]
    assert contents(folder)["torn/00000003"] == b'{"whole":1}\n{"torn":'


@pytest.mark.parametrize(("count", "added"), [(0, 1), (3, 1), (255, 1), (255, 2), (256, 1), (250, 300), (10, 800)])
def test_what_somebody_put_behind_the_checkpoint_is_never_signed(tmp_path: Path, count: int, added: int) -> None:
    """Whoever can write to the folder, and has no key, gets no line of theirs signed; it is kept and told."""
    folder = before(tmp_path / "log", count)
    planted = entries(added, first=count)
    for at, line in enumerate(planted, count):
        with (folder / "entries" / f"{at // 256:08}.jsonl").open("ab") as file:
            file.write(line + b"\n")
    log = Log.open(folder)
    assert (log.unacknowledged, len(log.warnings)) == (added, 1)
    assert log.append([b"ours"], signer=SIGNER, clock=clock).size == count + 1
    assert list(Log.open(folder).entries()) == [*entries(count), b"ours"]
    kept = {name: data for name, data in contents(folder).items() if name.startswith("torn/")}
    assert b"".join(kept[name] for name in sorted(kept)) == b"".join(line + b"\n" for line in planted)
    assert (examine(folder).faults, Log.open(folder).unacknowledged) == ((), 0)


def test_two_torn_lines_of_one_place_are_both_kept(tmp_path: Path) -> None:
    folder = before(tmp_path / "log", 3)
    for text in (b"a much longer torn one", b"b", b"bc", b"a"):
        with (folder / "entries" / "00000000.jsonl").open("ab") as file:
            file.write(text)
        with pytest.raises(Refused):
            Log.open(folder, disk=Aside()).append([b"x"], signer=SIGNER, clock=clock)
    assert {name: data for name, data in contents(folder).items() if name.startswith("torn/")} == {
        "torn/00000003": b"a much longer torn one",
        "torn/00000003-2": b"bc",
        "torn/00000003-3": b"a",
    }


class Aside(Quick):
    """A disk that fails as soon as the torn line is out of the way."""

    def write(self, path: Path, data: bytes, *, at: int = 0) -> None:
        if path.name == "hashes":
            raise full()
        super().write(path, data, at=at)


@pytest.mark.parametrize("rest", [b"\n", b"\nrest\n", b"x" * (1024 * 1024 + 1) + b"\n", b"good\n\nrest"])
def test_lines_that_can_be_no_entries_are_set_aside(tmp_path: Path, rest: bytes) -> None:
    folder = before(tmp_path / "log", 3)
    with (folder / "entries" / "00000000.jsonl").open("ab") as file:
        file.write(rest)
    log = Log.open(folder)
    log.append([b"next"], signer=SIGNER, clock=clock)
    assert list(log.entries())[3:] == [b"next"]
    assert contents(folder)["torn/00000003"] == rest


@pytest.mark.parametrize("more", [0, 1, 3])
def test_what_stands_behind_the_hashes_is_made_again(tmp_path: Path, more: int) -> None:
    folder = before(tmp_path / "log", 5)
    with (folder / "hashes").open("ab") as file:
        file.write(b"rubbish" * 100)
    Log.open(folder, disk=QUICK).append(entries(more, first=5), signer=SIGNER, clock=clock)
    assert contents(folder)["hashes"] == contents(made(tmp_path / "other", entries(5 + more)).folder)["hashes"]
    assert examine(folder).faults == ()


def test_a_disk_that_takes_little_at_a_time_takes_all(tmp_path: Path) -> None:
    folder = before(tmp_path / "log", 3)
    log = Log.open(folder, disk=Small(None, full()))
    log.append(entries(300, first=3), signer=SIGNER, clock=clock)
    assert list(log.entries()) == entries(303)


def test_a_failure_after_the_checkpoint_has_its_name_takes_nothing_back(tmp_path: Path) -> None:
    class Moved(Quick):
        def move(self, path: Path, to: Path) -> None:
            super().move(path, to)
            raise OSError(5, "Input/output error")

    folder = before(tmp_path / "log", 3)
    with pytest.raises(Refused):
        Log.open(folder, disk=Moved()).append([b"x"], signer=SIGNER, clock=clock)
    assert list(Log.open(folder).entries())[3:] == [b"x"]
    assert examine(folder).faults == ()


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may write everywhere")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    folder = before(tmp_path / "log", 3)
    folder.chmod(0o500)
    try:
        with pytest.raises(Refused):
            Log.open(folder).append([b"x"], signer=SIGNER, clock=clock)
    finally:
        folder.chmod(0o700)
