"""What lies in the folder of a log, and what of it does not belong there."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from aigaq.evidence.log import faults
from aigaq.evidence.log.faults import Fault
from aigaq.evidence.log.layout import CHECKPOINT, ENTRIES, GUESTS, HASHES, KEYS, LOCK, NEW, TORN
from aigaq.values import Message

_SHARD = re.compile(r"[0-9]{8}\.jsonl", re.ASCII)
_TORN = re.compile(r"[0-9]{8,}(-[0-9]+)?", re.ASCII)
_FILES = {CHECKPOINT, HASHES, KEYS, LOCK}
_UNFINISHED = {name + NEW for name in (CHECKPOINT, HASHES, KEYS)}


@frozen
class Inventory:
    """What a folder holds.

    Args:
        shards: Numbers of the files of entries, in order.
        faults: What does not belong there.
        warnings: What an interrupted append left.
    """

    shards: tuple[int, ...]
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]


def take_inventory(folder: Path) -> Inventory:
    """Return what lies in the folder of a log.

    Raises:
        OSError: The folder cannot be read.
    """
    names = sorted(_names(folder, ""))
    wrong = [faults.foreign(name) for name, kind in names if not _belongs(name, kind)]
    if os.path.lexists(folder / LOCK) and (folder / LOCK).lstat().st_size and (LOCK, stat.S_IFREG) in names:
        wrong.append(Fault("lock", LOCK, Message("it is always empty, and now it is not.")))
    shards = [int(Path(name).stem) for name, kind in names if _is(ENTRIES, _SHARD, name) and kind == stat.S_IFREG]
    return Inventory(tuple(shards), tuple(wrong), tuple(_left(names)))


def _names(folder: Path, inside: str) -> Iterator[tuple[str, int]]:
    """Yield the names in the folder and in those that are of the log, each with its kind of file."""
    for entry in (folder / inside).iterdir():
        name, kind = f"{inside}{entry.name}", stat.S_IFMT(entry.lstat().st_mode)
        yield name, kind
        if name in {ENTRIES, TORN} and kind == stat.S_IFDIR:
            yield from _names(folder, f"{name}/")


def _belongs(name: str, kind: int) -> bool:
    if name in GUESTS | {ENTRIES, TORN}:
        return kind == stat.S_IFDIR
    ours = name in _FILES | _UNFINISHED or _is(ENTRIES, _SHARD, name) or _is(TORN, _TORN, name)
    return ours and kind == stat.S_IFREG


def _left(names: list[tuple[str, int]]) -> Iterator[Fault]:
    for name, kind in names:
        if kind != stat.S_IFREG:
            continue
        if name in _UNFINISHED:
            yield Fault("unfinished", name, Message("a write was interrupted here; the next append clears it away."))
        elif _is(TORN, _TORN, name):
            yield Fault("set-aside", name, Message("an interrupted append left it; it is no entry of the log."))


def _is(folder: str, form: re.Pattern[str], name: str) -> bool:
    return name.startswith(f"{folder}/") and bool(form.fullmatch(name.removeprefix(f"{folder}/")))
