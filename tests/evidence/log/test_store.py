from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aigaq.errors import AigaqError, IntegrityFailure, Refused, UnreadableInput, UsageError
from aigaq.evidence.log import (
    EMPTY_ROOT,
    Log,
    Signer,
    check_consistency,
    check_inclusion,
    examine,
    leaf_hash,
    open_checkpoint,
    root_hash,
    sign,
)
from aigaq.evidence.log.disk import Disk
from aigaq.evidence.log.lock import locked, undisturbed
from aigaq.evidence.log.stored import stored_index
from tests.evidence.log.disks import Failing
from tests.evidence.log.sample import ORIGIN, SECOND, SIGNER, STRANGER, clock, contents, entries, made


def test_a_new_log_is_empty(tmp_path: Path) -> None:
    log = Log.create(tmp_path / "dossier" / "log", origin=ORIGIN, signer=SIGNER, clock=clock)
    assert (log.size, log.origin, log.root(), list(log.entries())) == (0, ORIGIN, EMPTY_ROOT, [])
    assert (log.unacknowledged, log.warnings, log.verifiers) == (0, (), (SIGNER.verifier,))
    assert log.checkpoint().extension == ("time 2025-11-16T10:15:00Z",)
    assert contents(log.folder) == {
        "checkpoint": log.note,
        "hashes": b"",
        "keys": f"{SIGNER.verifier.text}\n".encode(),
        "lock": b"",
    }


def test_a_log_without_a_clock_states_no_time(tmp_path: Path) -> None:
    assert Log.create(tmp_path / "log", origin=ORIGIN, signer=SIGNER).checkpoint().time is None


def test_what_was_appended_is_there_in_order(tmp_path: Path) -> None:
    log = made(tmp_path / "log", entries(3), entries(255, first=3), entries(300, first=258))
    assert Log.open(tmp_path / "log").size == log.size == 558
    assert list(log.entries()) == entries(558)
    assert [log.entry(at) for at in (0, 2, 255, 256, 511, 512, 557)] == [
        entries(1, first=at)[0] for at in (0, 2, 255, 256, 511, 512, 557)
    ]
    lines = [path.read_bytes().count(b"\n") for path in sorted((tmp_path / "log" / "entries").iterdir())]
    assert lines == [256, 256, 46]


def test_the_head_is_the_root_that_the_rfc_defines_and_is_signed(tmp_path: Path) -> None:
    log = made(tmp_path / "log", entries(3), entries(4, first=3))
    head = open_checkpoint((tmp_path / "log" / "checkpoint").read_bytes(), [SIGNER.verifier])
    assert head == log.checkpoint()
    assert (head.origin, head.size, head.root) == (ORIGIN, 7, root_hash(list(map(leaf_hash, entries(7)))))


@pytest.mark.parametrize("sizes", [[600], [1] * 20 + [580], [255, 1, 1, 343], [256, 256, 88], [0, 600, 0]])
def test_batches_do_not_matter(tmp_path: Path, sizes: list[int]) -> None:
    log = made(tmp_path / "log")
    for size in sizes:
        log.append(entries(size, first=log.size), signer=SIGNER, clock=clock)
    whole = made(tmp_path / "whole", entries(600))
    assert contents(log.folder) == contents(whole.folder)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20, deadline=None)
@given(
    batches=st.lists(
        st.lists(st.binary(min_size=1, max_size=40).filter(lambda e: b"\n" not in e), max_size=9), max_size=5
    )
)
def test_any_entries_come_back_with_proofs(tmp_path: Path, batches: list[list[bytes]]) -> None:
    shutil.rmtree(tmp_path / "log", ignore_errors=True)
    log = made(tmp_path / "log", *batches)
    added = [entry for batch in batches for entry in batch]
    assert list(log.entries()) == added
    for at, entry in enumerate(added):
        check_inclusion(leaf_hash(entry), index=at, size=log.size, proof=log.inclusion(at), root=log.root())
        assert log.entry(at) == entry


def test_proofs_hold_for_every_size(tmp_path: Path) -> None:
    log = made(tmp_path / "log", entries(20))
    leaves = list(map(leaf_hash, entries(20)))
    for size in range(1, 21):
        assert log.root(size) == root_hash(leaves[:size])
        for at in range(size):
            check_inclusion(leaves[at], index=at, size=size, proof=log.inclusion(at, size), root=log.root(size))
        for old in range(1, size + 1):
            check_consistency(
                old=old,
                new=size,
                old_root=log.root(old),
                new_root=log.root(size),
                proof=log.consistency(old, size),
            )
    assert log.consistency(0) == [] and log.consistency(20) == []


ABSENT: list[Callable[[Log], object]] = [
    lambda log: log.entry(5),
    lambda log: log.entry(-1),
    lambda log: log.inclusion(5),
    lambda log: log.inclusion(-1),
    lambda log: log.inclusion(3, 3),
    lambda log: log.inclusion(3, 6),
    lambda log: log.inclusion(3, -1),
    lambda log: log.consistency(6),
    lambda log: log.consistency(3, 2),
    lambda log: log.consistency(-1),
    lambda log: log.root(6),
    lambda log: log.root(-1),
]


@pytest.mark.parametrize("ask", ABSENT)
def test_what_the_log_does_not_have_is_not_given(tmp_path: Path, ask: Callable[[Log], object]) -> None:
    with pytest.raises(UsageError) as caught:
        ask(made(tmp_path / "log", entries(5)))
    assert caught.value.code == "log.range"


@pytest.mark.parametrize("entry", [b"", b"a\nb", b"\n", b"a\n", b"x" * (1024 * 1024 + 1)])
def test_what_can_be_no_entry_is_refused(tmp_path: Path, entry: bytes) -> None:
    log = made(tmp_path / "log", entries(5))
    before = contents(log.folder)
    with pytest.raises(Refused) as caught:
        log.append([b"good", entry], signer=SIGNER, clock=clock)
    assert caught.value.code == "log.entry"
    assert str(caught.value).startswith("Entry 1 of those to be added")
    assert contents(log.folder) == before


@pytest.mark.parametrize("entry", [b" ", b"\x00\xff\r\t", b"x" * 1024 * 1024])
def test_what_an_entry_holds_is_not_the_business_of_the_log(tmp_path: Path, entry: bytes) -> None:
    log = made(tmp_path / "log", [entry, b"next"])
    assert list(Log.open(log.folder).entries()) == [entry, b"next"]


def test_there_is_one_log_in_a_folder(tmp_path: Path) -> None:
    log = made(tmp_path / "log", entries(3))
    before = contents(log.folder)
    for left in ("whole", "without checkpoint"):
        if left == "without checkpoint":
            (log.folder / "checkpoint").unlink()
            before.pop("checkpoint")
        with pytest.raises(Refused) as caught:
            Log.create(log.folder, origin=ORIGIN, signer=SECOND, clock=clock)
        assert caught.value.code == "log.exists"
        assert contents(log.folder) == before


def test_stamps_may_lie_in_the_folder_before_the_log(tmp_path: Path) -> None:
    (tmp_path / "log" / "stamps").mkdir(parents=True)
    made(tmp_path / "log", entries(1))


def test_making_a_log_may_be_cut_off_anywhere(tmp_path: Path) -> None:
    counting = Failing(None, OSError())
    Log.create(tmp_path / "counted", origin=ORIGIN, signer=SIGNER, disk=counting)
    for at in range(counting.steps):
        folder = tmp_path / f"log{at}"
        with pytest.raises(Refused) as caught:
            Log.create(folder, origin=ORIGIN, signer=SIGNER, disk=Failing(at, OSError(28, "No space left on device")))
        assert caught.value.code == "log.write"
        if (folder / "checkpoint").exists():
            assert Log.open(folder).size == 0
            continue
        with pytest.raises(UnreadableInput) as missing:
            Log.open(folder)
        assert missing.value.code == "log.missing"
        assert Log.create(folder, origin=ORIGIN, signer=SECOND, clock=clock).verifiers == (SECOND.verifier,)


def test_only_keys_of_the_log_add_to_it(tmp_path: Path) -> None:
    log = made(tmp_path / "log", entries(3))
    before = contents(log.folder)
    with pytest.raises(Refused) as caught:
        log.append([b"x"], signer=STRANGER, clock=clock)
    assert caught.value.code == "log.signer"
    assert contents(log.folder) == before


def test_several_people_may_have_keys(tmp_path: Path) -> None:
    log = made(tmp_path / "log", entries(3))
    log.trust(SECOND.verifier)
    log.trust(SECOND.verifier)
    assert log.verifiers == (SIGNER.verifier, SECOND.verifier)
    log.append([b"by the second"], signer=SECOND, clock=clock)
    log.append([b"by the first"], signer=SIGNER, clock=clock)
    assert list(Log.open(log.folder).entries())[3:] == [b"by the second", b"by the first"]


def test_a_key_has_the_name_of_its_log(tmp_path: Path) -> None:
    other = Signer("dossier/ffffffffffffffff", bytes(32))
    with pytest.raises(UsageError) as caught:
        Log.create(tmp_path / "log", origin=ORIGIN, signer=other)
    assert caught.value.code == "log.origin"
    log = made(tmp_path / "log")
    with pytest.raises(UsageError):
        log.trust(other.verifier)
    assert log.verifiers == (SIGNER.verifier,)


def test_there_is_a_limit_to_the_number_of_keys(tmp_path: Path) -> None:
    log = made(tmp_path / "log")
    for number in range(1, 100):
        log.trust(Signer(ORIGIN, bytes([number]) * 32).verifier)
    with pytest.raises(Refused) as caught:
        log.trust(SECOND.verifier)
    assert caught.value.code == "log.many-keys"
    assert len(Log.open(log.folder).verifiers) == 100


def test_two_hands_on_one_log_do_not_lose_anything(tmp_path: Path) -> None:
    one = made(tmp_path / "log")
    other = Log.open(tmp_path / "log")
    one.append([b"a"], signer=SIGNER, clock=clock)
    assert other.size == 0 and list(other.entries()) == []
    other.append([b"b"], signer=SIGNER, clock=clock)
    assert list(other.entries()) == [b"a", b"b"]
    assert one.size == 1 and list(one.entries()) == [b"a"]
    one.trust(SECOND.verifier)
    other.append([b"c"], signer=SECOND, clock=clock)
    assert list(Log.open(tmp_path / "log").entries()) == [b"a", b"b", b"c"]


def test_a_second_writer_waits_and_then_gives_up(tmp_path: Path) -> None:
    log = made(tmp_path / "log", entries(1))
    patient = Log.open(log.folder, wait=0.05)
    with locked(log.folder):
        for act in (lambda: patient.append([b"x"], signer=SIGNER, clock=clock), lambda: patient.trust(SECOND.verifier)):
            with pytest.raises(Refused) as caught:
                act()
            assert (caught.value.code, str(caught.value)) == ("log.busy", "Another process is adding to the log.")
        assert list(patient.entries()) == entries(1)
    patient.append([b"x"], signer=SIGNER, clock=clock)
    assert patient.size == 2


def test_a_log_is_not_examined_while_somebody_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = made(tmp_path / "log", entries(1))
    with locked(log.folder):
        with pytest.raises(Refused) as caught, undisturbed(log.folder, wait=0.05):
            pass
        assert caught.value.code == "log.busy"
    with undisturbed(log.folder), undisturbed(log.folder), pytest.raises(Refused):
        Log.open(log.folder, wait=0).append([b"x"], signer=SIGNER, clock=clock)
    monkeypatch.setitem(sys.modules, "fcntl", None)
    assert examine(log.folder).faults == ()
    (log.folder / "lock").unlink()
    assert examine(log.folder).faults == ()
    assert not (log.folder / "lock").exists()


def test_the_lock_is_let_go_after_a_fault(tmp_path: Path) -> None:
    log = made(tmp_path / "log")
    with pytest.raises(ZeroDivisionError):
        log.append([b"x"], signer=SIGNER, clock=lambda: 1 // 0)  # type: ignore[arg-type,return-value]
    log.append([b"x"], signer=SIGNER, clock=clock)


def test_without_file_locks_nothing_is_added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = made(tmp_path / "log", entries(2))
    monkeypatch.setitem(sys.modules, "fcntl", None)
    with pytest.raises(Refused) as caught:
        log.append([b"x"], signer=SIGNER, clock=clock)
    assert caught.value.code == "log.no-lock"
    assert list(Log.open(log.folder).entries()) == entries(2)


def test_missing_hashes_are_made_in_memory_to_read_and_on_disk_to_append(tmp_path: Path) -> None:
    log = made(tmp_path / "log", entries(300))
    whole = (log.folder / "hashes").read_bytes()
    for left in (None, b"", whole[:-1], whole[:40]):
        (log.folder / "hashes").unlink(missing_ok=True)
        if left is not None:
            (log.folder / "hashes").write_bytes(left)
        opened = Log.open(log.folder)
        assert opened.entry(299) == entries(300)[299]
        assert opened.inclusion(7) == log.inclusion(7)
        assert opened.root(300) == opened.checkpoint().root
        assert not (log.folder / "hashes").exists() if left is None else (log.folder / "hashes").read_bytes() == left
    opened.append([b"next"], signer=SIGNER, clock=clock)
    assert (log.folder / "hashes").read_bytes().startswith(whole)
    assert list(opened.entries()) == [*entries(300), b"next"]


def spoil(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)


APPEND = lambda log: log.append([b"x"], signer=SIGNER, clock=clock)  # noqa: E731


def refuses(log: Log, act: Callable[[Log], object], code: str) -> None:
    before = contents(log.folder)
    with pytest.raises(AigaqError) as caught:
        act(log)
    assert caught.value.code == code
    assert contents(log.folder) == before


def test_hashes_are_not_made_from_entries_that_do_not_give_the_head(tmp_path: Path) -> None:
    log = made(tmp_path / "log", entries(300))
    spoil(log.folder / "entries" / "00000000.jsonl", 3)
    (log.folder / "hashes").write_bytes(b"")
    for act in (APPEND, lambda log: log.entry(0), lambda log: list(log.entries()), lambda log: log.inclusion(0)):
        refuses(log, act, "log.root")


def test_nothing_is_signed_over_hashes_that_do_not_give_the_head(tmp_path: Path) -> None:
    log = made(tmp_path / "log", entries(5))
    spoil(log.folder / "hashes", 6 * 32)
    for act in (APPEND, lambda log: log.root(), lambda log: log.inclusion(0), lambda log: log.consistency(3)):
        refuses(log, act, "log.root")


def test_a_wrong_hash_inside_the_tree_gives_no_wrong_proof(tmp_path: Path) -> None:
    log = made(tmp_path / "log", entries(8))
    spoil(log.folder / "hashes", 2 * 32)  # the node over entries 0 and 1
    refuses(log, lambda log: log.inclusion(3), "log.inclusion")
    refuses(log, lambda log: log.root(2), "log.consistency")
    refuses(log, lambda log: log.consistency(2), "log.consistency")
    assert len(log.inclusion(5)) == 3


def test_an_entry_that_was_changed_is_not_given(tmp_path: Path) -> None:
    log = made(tmp_path / "log", entries(300))
    spoil(log.folder / "entries" / "00000000.jsonl", 3)
    for act in (lambda log: log.entry(0), lambda log: list(log.entries())):
        refuses(log, act, "log.changed")
    assert [log.entry(at) for at in (1, 256)] == [entries(2)[1], entries(257)[256]]


def test_an_entry_that_was_changed_with_its_hash_is_not_given(tmp_path: Path) -> None:
    log = made(tmp_path / "log", entries(300))
    path = log.folder / "entries" / "00000000.jsonl"
    lines = path.read_bytes().split(b"\n")
    path.write_bytes(b"\n".join([*lines[:2], b"another", *lines[3:]]))
    hashes = log.folder / "hashes"
    data, place = hashes.read_bytes(), 32 * stored_index(0, 2)
    hashes.write_bytes(data[:place] + leaf_hash(b"another") + data[place + 32 :])
    refuses(log, lambda log: log.entry(2), "log.inclusion")
    refuses(log, lambda log: list(log.entries()), "log.subtree")
    assert [log.entry(at) for at in (1, 256)] == [entries(2)[1], entries(257)[256]]


@pytest.mark.parametrize("left", [b"", b"one line\n", None])
def test_nothing_is_added_where_entries_are_missing(tmp_path: Path, left: bytes | None) -> None:
    log = made(tmp_path / "log", entries(260))
    (log.folder / "entries" / "00000001.jsonl").unlink()
    if left is not None:
        (log.folder / "entries" / "00000001.jsonl").write_bytes(left)
    for act in (APPEND, lambda log: log.entry(258), lambda log: log.unacknowledged, lambda log: log.warnings):
        refuses(log, act, "log.fewer")
    assert log.entry(255) == entries(256)[255]


def test_nothing_is_added_before_a_file_that_is_there_already(tmp_path: Path) -> None:
    log = made(tmp_path / "log", entries(5))
    (log.folder / "entries" / "00000001.jsonl").write_bytes(b"x\n")
    refuses(log, APPEND, "log.gap")


@pytest.mark.parametrize("name", ["checkpoint", "keys", "hashes", "entries/00000000.jsonl"])
@pytest.mark.parametrize("kind", ["link", "folder", "large"])
def test_only_ordinary_files_are_read(tmp_path: Path, name: str, kind: str) -> None:
    log = made(tmp_path / "log", entries(5))
    path = log.folder / name
    if kind == "large":
        with path.open("r+b") as file:
            file.truncate(300 * 1024 * 1024)
    else:
        path.rename(tmp_path / "away")
        path.symlink_to(tmp_path / "away") if kind == "link" else path.mkdir()
    if kind == "large" and name == "hashes":
        assert log.entry(0) == entries(1)[0]
        return
    with pytest.raises(AigaqError) as caught:
        Log.open(log.folder).entry(0)
    assert caught.value.code in {"log.file", "log.missing"}


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("checkpoint", b"", "note.form"),
        ("checkpoint", b"\xff\xfe", "note.form"),
        ("checkpoint", sign("text\n", SIGNER), "log.checkpoint"),
        ("checkpoint", sign(f"{ORIGIN}\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", STRANGER), "note.unknown"),
        ("checkpoint", None, "log.missing"),
        ("keys", b"", "log.keys"),
        ("keys", b"rubbish\n", "note.verifier"),
        ("keys", f"{STRANGER.verifier}\n".encode(), "note.unknown"),
        ("keys", None, "log.no-file"),
    ],
)
def test_a_log_opens_only_with_a_head_that_one_of_its_keys_signed(
    tmp_path: Path, name: str, data: bytes | None, code: str
) -> None:
    log = made(tmp_path / "log", entries(5))
    (log.folder / name).unlink()
    if data is not None:
        (log.folder / name).write_bytes(data)
    with pytest.raises((UnreadableInput, IntegrityFailure)) as caught:
        Log.open(log.folder)
    assert caught.value.code == code


def test_there_is_no_log_where_there_is_none(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(UnreadableInput) as caught:
            Log.open(folder)
        assert caught.value.code == "log.missing"


class Counting(Disk):
    """Counts the bytes that are written."""

    written = 0

    def put(self, handle: int, data: bytes, *, at: int) -> int:
        done = super().put(handle, data, at=at)
        self.written += done
        return done


def test_an_append_writes_little_however_long_the_log_is(tmp_path: Path) -> None:
    for size in (10, 100, 1000, 3000):
        disk = Counting()
        folder = made(tmp_path / f"{size}", entries(size)).folder
        Log.open(folder, disk=disk).append([b"x"], signer=SIGNER, clock=clock)
        assert disk.written <= 2 + 32 * (size.bit_length() + 1) + 300
