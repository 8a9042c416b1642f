from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from aigaq.errors import UnreadableInput
from aigaq.evidence.log import Examined, Log, Signer, Verdict, examine, sign
from aigaq.evidence.log.stored import stored_index
from aigaq.values import PartialDate
from tests.evidence.log.sample import ORIGIN, SECOND, SIGNER, STRANGER, clock, contents, copied, entries, made

FIRST, SECOND_FILE = "entries/00000000.jsonl", "entries/00000001.jsonl"


def told(examined: Examined) -> list[tuple[str, str, tuple[int, int] | None]]:
    return [(fault.kind, fault.file, fault.entries) for fault in examined.faults]


def change(path: Path, at: int, *, bit: int = 0) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 1 << bit
    path.write_bytes(data)


def line(path: Path, number: int, new: bytes | None) -> None:
    """Put another line in the place of a line, or none."""
    lines = path.read_bytes().split(b"\n")
    lines[number : number + 1] = [] if new is None else [new]
    path.write_bytes(b"\n".join(lines))


@pytest.mark.parametrize("count", [0, 1, 2, 255, 256, 257, 700])
def test_a_log_that_nobody_touched_is_consistent(tmp_path: Path, count: int) -> None:
    log = made(tmp_path / "log", entries(count))
    before = contents(log.folder)
    examined = examine(log.folder)
    assert (examined.verdict, examined.faults, examined.warnings) == (Verdict.UNANCHORED, (), ())
    assert examined.checkpoint == log.checkpoint()
    assert str(examined.sentence).startswith("The log is consistent in itself; without a head kept elsewhere")
    assert contents(log.folder) == before


Damage = Callable[[Path], object]

DAMAGE: dict[str, tuple[Damage, list[tuple[str, str, tuple[int, int] | None]]]] = {
    "an entry changed": (lambda log: change(log / FIRST, 2), [("entry-changed", FIRST, (0, 0))]),
    "an entry far behind changed": (
        lambda log: change(log / SECOND_FILE, 40),
        [("entry-changed", SECOND_FILE, (257, 257))],
    ),
    "two entries changed": (
        lambda log: (line(log / FIRST, 7, b"x"), line(log / SECOND_FILE, 1, b"y")),
        [("entry-changed", FIRST, (7, 7)), ("entry-changed", SECOND_FILE, (257, 257))],
    ),
    "two entries swapped": (
        lambda log: (line(log / FIRST, 7, entries(9)[8]), line(log / FIRST, 8, entries(9)[7])),
        [("entry-changed", FIRST, (7, 8))],
    ),
    "an entry emptied": (lambda log: line(log / FIRST, 7, b""), [("entry-changed", FIRST, (7, 7))]),
    "an entry taken out": (
        lambda log: line(log / FIRST, 250, None),
        [("entry-missing", FIRST, (255, 255)), ("entry-changed", FIRST, (250, 254))],
    ),
    "an entry put in": (
        lambda log: line(log / FIRST, 254, b"x\n" + entries(255)[254]),
        [("entries-rest", FIRST, None), ("entry-changed", FIRST, (254, 255))],
    ),
    "the last entry taken out": (
        lambda log: line(log / SECOND_FILE, 3, None),
        [("entry-missing", SECOND_FILE, (259, 259))],
    ),
    "the last newline taken out": (
        lambda log: (log / SECOND_FILE).write_bytes((log / SECOND_FILE).read_bytes()[:-1]),
        [("entries-rest", SECOND_FILE, None), ("entry-missing", SECOND_FILE, (259, 259))],
    ),
    "a file of entries missing": (lambda log: (log / FIRST).unlink(), [("entry-missing", FIRST, (0, 255))]),
    "the last file missing": (lambda log: (log / SECOND_FILE).unlink(), [("entry-missing", SECOND_FILE, (256, 259))]),
    "all files missing": (
        lambda log: ((log / FIRST).unlink(), (log / SECOND_FILE).unlink()),
        [("entry-missing", "entries", (0, 259))],
    ),
    "all entries missing": (lambda log: shutil.rmtree(log / "entries"), [("entry-missing", "entries", (0, 259))]),
    "entries and hashes missing": (
        lambda log: (shutil.rmtree(log / "entries"), (log / "hashes").unlink()),
        [("unreadable", "hashes", None), ("entry-missing", "entries", (0, 259))],
    ),
    "a file emptied": (lambda log: (log / FIRST).write_bytes(b""), [("entry-missing", FIRST, (0, 255))]),
    "a full file goes on": (
        lambda log: (log / FIRST).write_bytes((log / FIRST).read_bytes() + b"rest"),
        [("entries-rest", FIRST, None)],
    ),
    "a file of entries too many": (
        lambda log: (log / "entries" / "00000002.jsonl").write_bytes(b"x\n"),
        [("foreign", "entries/00000002.jsonl", None)],
    ),
    "a file of entries far away": (
        lambda log: (log / "entries" / "99999999.jsonl").write_bytes(b"x\n"),
        [("foreign", "entries/99999999.jsonl", None)],
    ),
    "a link for a file": (
        lambda log: ((log / FIRST).rename(log.parent / "away"), (log / FIRST).symlink_to(log.parent / "away")),
        [("foreign", FIRST, None), ("entry-missing", FIRST, (0, 255))],
    ),
    "a hash of an entry changed": (
        lambda log: change(log / "hashes", 32 * stored_index(0, 9)),
        [("hash-changed", "hashes", None)],
    ),
    "a hash of a node changed": (
        lambda log: change(log / "hashes", 32 * stored_index(3, 1)),
        [("hash-changed", "hashes", None)],
    ),
    "hashes cut": (
        lambda log: os.truncate(log / "hashes", 32 * 40 + 5),
        [("hashes-short", "hashes", None)],
    ),
    "hashes missing": (lambda log: (log / "hashes").unlink(), [("unreadable", "hashes", None)]),
    "hashes go on": (
        lambda log: (log / "hashes").write_bytes((log / "hashes").read_bytes() + b"r"),
        [("hashes-rest", "hashes", None)],
    ),
    "an entry and a hash of another entry": (
        lambda log: (change(log / FIRST, 2), change(log / "hashes", 32 * stored_index(0, 257))),
        [
            ("entry-differs", FIRST, (0, 0)),
            ("entry-differs", SECOND_FILE, (257, 257)),
            ("hash-changed", "hashes", None),  # the two nodes above entry 257
            ("hash-changed", "hashes", None),
            ("root", "checkpoint", None),
        ],
    ),
    "an entry and a node above it": (
        lambda log: (change(log / FIRST, 2), change(log / "hashes", 32 * stored_index(1, 0))),
        [("entry-changed", FIRST, (0, 0)), ("hash-changed", "hashes", None)],
    ),
    "an entry changed with its hashes": (
        lambda log: remade(log, [b"x", *entries(260)[1:]]),
        [("root", "checkpoint", None)],
    ),
    "no checkpoint": (lambda log: (log / "checkpoint").unlink(), [("unreadable", "checkpoint", None)]),
    "another signature": (
        lambda log: forge(log, SECOND),
        [("unknown-key", "checkpoint", None)],
    ),
    "two signatures, one of a stranger": (
        lambda log: forge(log, SIGNER, STRANGER),
        [("unknown-key", "checkpoint", None)],
    ),
    "no keys": (lambda log: (log / "keys").unlink(), [("unreadable", "keys", None)]),
    "other keys": (
        lambda log: (log / "keys").write_text(f"{SECOND.verifier}\n"),
        [("unknown-key", "checkpoint", None)],
    ),
    "a lock with something in it": (lambda log: (log / "lock").write_bytes(b"x"), [("lock", "lock", None)]),
    "a file that does not belong there": (lambda log: (log / "notes.txt").touch(), [("foreign", "notes.txt", None)]),
    "a folder that does not belong there": (lambda log: (log / "more").mkdir(), [("foreign", "more", None)]),
    "a file among the entries": (
        lambda log: (log / "entries" / "00000000.jsonl~").touch(),
        [("foreign", "entries/00000000.jsonl~", None)],
    ),
    "a file among what was set aside": (
        lambda log: ((log / "torn").mkdir(), (log / "torn" / "x").touch()),
        [("foreign", "torn/x", None)],
    ),
    "a pipe": (
        lambda log: ((log / "hashes").unlink(), os.mkfifo(log / "hashes")),
        [
            ("foreign", "hashes", None),
            ("unreadable", "hashes", None),
        ],
    ),
    "everything at once": (
        lambda log: (
            change(log / FIRST, 2),
            (log / "keys").unlink(),
            (log / "notes.txt").touch(),
            os.truncate(log / "hashes", 32 * 40),
        ),
        [
            ("foreign", "notes.txt", None),
            ("unreadable", "keys", None),
            ("entry-differs", FIRST, (0, 0)),
            ("root", "checkpoint", None),
            ("hashes-short", "hashes", None),
        ],
    ),
}


def forge(log: Path, *signers: Signer) -> None:
    (log / "checkpoint").write_bytes(sign(Log.open(log).checkpoint().text, *signers))


def remade(log: Path, added: list[bytes]) -> None:
    """Put other entries and the hashes that follow from them into a log, and leave its checkpoint."""
    other = made(log.parent / "other", added).folder
    for name in (FIRST, SECOND_FILE, "hashes"):
        (log / name).write_bytes((other / name).read_bytes())


@pytest.mark.parametrize("name", DAMAGE)
def test_damage_is_found_and_named(tmp_path: Path, name: str) -> None:
    log = made(tmp_path / "log", entries(260)).folder
    damage, wanted = DAMAGE[name]
    damage(log)
    examined = examine(log)
    assert told(examined) == wanted
    assert examined.verdict is Verdict.DAMAGED
    assert str(examined.sentence) == f"The log is damaged; faults found: {len(wanted)}."
    assert all(fault.text().startswith(f"{fault.file}: ") for fault in examined.faults)


def test_a_checkpoint_of_a_size_that_no_disk_holds_does_no_harm(tmp_path: Path) -> None:
    log = made(tmp_path / "log", entries(3)).folder
    text = f"{ORIGIN}\n{10**18}\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
    (log / "checkpoint").write_bytes(sign(text, SIGNER))
    assert ("entry-missing", "entries", (3, 10**18 - 1)) in told(examine(log))


def test_a_faulty_entry_is_named_by_its_sentence(tmp_path: Path) -> None:
    log = made(tmp_path / "log", entries(260)).folder
    line(log / SECOND_FILE, 2, b"another")
    assert [fault.text() for fault in examine(log).faults] == [
        "entries/00000001.jsonl: No. 258: the entry is not the one that was added."
    ]


def test_what_an_interrupted_append_leaves_is_told_and_is_no_damage(tmp_path: Path) -> None:
    log = made(tmp_path / "log", entries(3)).folder
    with (log / FIRST).open("ab") as file:
        file.write(b"whole\nalso whole\ntorn")
    for name in ("checkpoint.new", "hashes.new"):
        (log / name).write_bytes(b"half")
    examined = examine(log)
    assert (examined.verdict, examined.faults) == (Verdict.UNANCHORED, ())
    assert [(warning.kind, warning.file) for warning in examined.warnings] == [
        ("unfinished", "checkpoint.new"),
        ("unfinished", "hashes.new"),
        ("unacknowledged", "entries"),
        ("torn", FIRST),
    ]
    Log.open(log).append([b"next"], signer=SIGNER, clock=clock)
    examined = examine(log)
    assert (examined.verdict, examined.faults) == (Verdict.UNANCHORED, ())
    assert [(warning.kind, warning.file) for warning in examined.warnings] == [("set-aside", "torn/00000003")]
    assert Log.open(log).size == 4


def test_the_hashes_of_entries_that_were_never_acknowledged_may_be_there_in_part(tmp_path: Path) -> None:
    whole = made(tmp_path / "log", entries(5), entries(3, first=5)).folder
    older = (made(tmp_path / "older", entries(5)).folder / "checkpoint").read_bytes()
    hashes = (whole / "hashes").read_bytes()
    (whole / "checkpoint").write_bytes(older)
    for length in range(8 * 32, len(hashes) + 1):
        (whole / "hashes").write_bytes(hashes[:length])
        assert examine(whole).faults == ()
    (whole / "hashes").write_bytes(hashes[:-1] + bytes([hashes[-1] ^ 1]))
    assert told(examine(whole)) == [("hashes-rest", "hashes", None)]


def test_an_older_state_put_back_whole_contradicts_a_head_kept_elsewhere(tmp_path: Path) -> None:
    log = made(tmp_path / "log", entries(300))
    old = copied(log.folder, tmp_path / "old")
    log.append(entries(7, first=300), signer=SIGNER, clock=clock)
    kept = log.note
    assert examine(log.folder, kept=[kept]).verdict is Verdict.WITH_HEAD
    assert examine(old).verdict is Verdict.UNANCHORED
    examined = examine(old, kept=[kept])
    assert (examined.verdict, examined.faults) == (Verdict.CONTRADICTS, ())
    assert str(examined.sentence) == "The log contradicts the head 307 of 2025-11-16 that was kept elsewhere."
    assert str(examined.heads[0].message) == (
        "The log has 300 entries now, and had 307: entries were taken away, or an older copy was put back."
    )


def test_a_log_made_anew_with_the_same_key_contradicts_a_head_kept_elsewhere(tmp_path: Path) -> None:
    kept = made(tmp_path / "log", entries(20)).note
    other = made(tmp_path / "other", [*entries(10), b"another", *entries(9, first=11)], entries(5, first=20)).folder
    assert examine(other).verdict is Verdict.UNANCHORED
    examined = examine(other, kept=[kept])
    assert examined.verdict is Verdict.CONTRADICTS
    assert str(examined.heads[0].message) == "The first 20 entries are not those that the kept head was signed for."


@pytest.mark.parametrize(
    ("key", "origin", "sentence"),
    [
        (STRANGER, ORIGIN, f"No known key signed the note; it names {ORIGIN}+{STRANGER.id.hex()}."),
        (
            Signer("dossier/ffffffffffffffff", bytes(32)),
            "dossier/ffffffffffffffff",
            f"The kept head is of the log dossier/ffffffffffffffff, and this one is {ORIGIN}.",
        ),
    ],
    ids=["a stranger's key", "another log"],
)
def test_a_head_that_is_not_of_this_log_confirms_nothing(
    tmp_path: Path, key: Signer, origin: str, sentence: str
) -> None:
    log = made(tmp_path / "log", entries(20))
    kept = sign(log.checkpoint().text.replace(ORIGIN, origin), key)
    examined = examine(log.folder, kept=[kept])
    assert examined.verdict is Verdict.CONTRADICTS
    assert str(examined.heads[0].message) == sentence


def test_the_verdict_rests_on_the_largest_head_and_on_one_that_contradicts_first(tmp_path: Path) -> None:
    log = made(tmp_path / "log")
    kept = []
    for at in range(4):
        log.append(entries(5, first=5 * at), signer=SIGNER, clock=clock)
        kept.append(log.note)
    examined = examine(log.folder, kept=kept)
    assert examined.head is not None and examined.head.size == 20
    assert [head.confirmed for head in examined.heads] == [True] * 4
    assert str(examined.sentence) == "The log is consistent with the head 20 of 2025-11-16 that was kept elsewhere."
    wrong = made(tmp_path / "other", [b"x", *entries(6)]).note
    examined = examine(log.folder, kept=[kept[3], wrong, kept[0]])
    assert examined.verdict is Verdict.CONTRADICTS
    assert [head.confirmed for head in examined.heads] == [True, False, True]
    assert examined.head is not None and examined.head.size == 7


def test_a_head_without_a_time_has_no_date(tmp_path: Path) -> None:
    log = Log.create(tmp_path / "log", origin=ORIGIN, signer=SIGNER)
    head = log.note
    log.append(entries(2), signer=SIGNER, clock=clock)
    examined = examine(log.folder, kept=[head])
    assert examined.head is not None and examined.head.date == PartialDate()
    assert str(examined.sentence) == "The log is consistent with the head 0 that was kept elsewhere."


def test_damage_comes_before_all_heads(tmp_path: Path) -> None:
    log = made(tmp_path / "log", entries(20))
    kept = log.note
    line(log.folder / FIRST, 15, b"x")
    examined = examine(log.folder, kept=[kept])
    assert examined.verdict is Verdict.DAMAGED
    assert [head.confirmed for head in examined.heads] == [False]


def test_an_older_head_is_still_confirmed_where_later_entries_are_damaged(tmp_path: Path) -> None:
    log = made(tmp_path / "log", entries(10))
    kept = log.note
    log.append(entries(10, first=10), signer=SIGNER, clock=clock)
    line(log.folder / FIRST, 15, b"x")
    assert [head.confirmed for head in examine(log.folder, kept=[kept]).heads] == [True]


def test_a_head_cannot_be_confirmed_by_entries_that_cannot_be_read(tmp_path: Path) -> None:
    log = made(tmp_path / "log", entries(10))
    kept = log.note
    for name in (FIRST, "hashes"):
        (log.folder / name).unlink()
    [head] = examine(log.folder, kept=[kept]).heads
    assert (head.confirmed, str(head.message)) == (
        False,
        "The first 10 entries cannot be read, so nothing confirms them.",
    )


@pytest.mark.parametrize("kept", [b"", b"rubbish", sign("no checkpoint\n", SIGNER)])
def test_what_was_kept_must_be_a_head(tmp_path: Path, kept: bytes) -> None:
    log = made(tmp_path / "log", entries(10))
    with pytest.raises(UnreadableInput):
        examine(log.folder, kept=[kept])


@pytest.mark.parametrize("name", ["nowhere", "file"])
def test_a_folder_that_cannot_be_looked_into_is_not_called_damaged(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UnreadableInput) as caught:
        examine(tmp_path / name)
    assert caught.value.code == "log.folder"


def test_the_folders_of_time_stamps_are_none_of_its_business(tmp_path: Path) -> None:
    log = made(tmp_path / "log", entries(1)).folder
    for name in ("stamps", "authorities"):
        (log / name).mkdir()
        (log / name / "anything").touch()
    assert examine(log).faults == ()
