"""The examination of a log: everything is computed again, and everything that is wrong is told."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import ExitStack
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from aigaq.errors import AigaqError, IntegrityFailure, UnreadableInput
from aigaq.evidence.log import faults
from aigaq.evidence.log.checkpoint import Checkpoint, read_checkpoint
from aigaq.evidence.log.faults import Fault
from aigaq.evidence.log.files import open_file, read_file
from aigaq.evidence.log.heads import Kept, hold_against, read_kept
from aigaq.evidence.log.inventory import Inventory, take_inventory
from aigaq.evidence.log.keyring import read_keys
from aigaq.evidence.log.layout import CHECKPOINT, HASHES, KEYS, LARGEST_KEYS, PER_SHARD
from aigaq.evidence.log.leaves import Leaves
from aigaq.evidence.log.lock import undisturbed
from aigaq.evidence.log.note import LARGEST, Note, Verifier, read_note
from aigaq.evidence.log.shards import read_shard
from aigaq.evidence.log.verdict import Examined
from aigaq.evidence.log.walk import Walk, covered
from aigaq.values import why


def examine(folder: Path, *, kept: Sequence[bytes] = ()) -> Examined:
    """Compute a log again from its entries and return everything that is wrong with it.

    Nothing is written. The files are read whole, one file of entries in memory at a time.

    Args:
        folder: The folder of the log.
        kept: Heads that somebody kept elsewhere: signed notes as ``Log.note`` gives them. Without one, a log that was
            put back to an older state, or made anew by whoever has a key, looks consistent.

    Raises:
        UnreadableInput: ``log.missing`` when the folder cannot be looked into, ``note.form`` or ``log.checkpoint``
            when what was kept is no head of a log.
        Refused: ``log.busy`` when somebody is adding to the log and does not come to an end.
    """
    known = [read_kept(data) for data in kept]
    with undisturbed(folder):
        return _examine(folder, known)


def _examine(folder: Path, known: Sequence[Kept]) -> Examined:
    inventory = _inventory(folder)
    found = list(inventory.faults)
    verifiers = _keys(folder, found)
    own = _checkpoint(folder, verifiers, found)
    size = own.size if own else _complete(folder, inventory.shards)
    with ExitStack() as stack:
        hashes = _hashes(folder, found, stack)
        length = os.fstat(hashes.fileno()).st_size if hashes else 0
        leaves = Leaves(folder, shards=inventory.shards, size=size, known=covered(length))
        walk = Walk(hashes or BytesIO(), size=size, wanted={head.checkpoint.size for head in known})
        walk.over(leaves)
        found += leaves.faults
        found += walk.faults(own.root if own else None)
        found += walk.length_faults(length) if hashes else []
    heads = tuple(hold_against(head, own, verifiers=verifiers or (), roots=walk.roots) for head in known)
    return Examined(own, tuple(found), (*inventory.warnings, *leaves.warnings), heads)


def _inventory(folder: Path) -> Inventory:
    try:
        return take_inventory(folder)
    except OSError as fault:
        raise UnreadableInput(
            "log.folder",
            "The folder of the log cannot be looked into: {reason}.",
            hint="Name the folder of the dossier.",
            reason=why(fault),
        ) from None


def _keys(folder: Path, found: list[Fault]) -> tuple[Verifier, ...] | None:
    try:
        return read_keys(read_file(folder, KEYS, most=LARGEST_KEYS))
    except AigaqError as error:
        found.append(faults.unreadable(KEYS, error))
        return None


def _checkpoint(folder: Path, verifiers: tuple[Verifier, ...] | None, found: list[Fault]) -> Checkpoint | None:
    """Return the head of the log, and note what is wrong with it and with each of its signatures."""
    try:
        note = read_note(read_file(folder, CHECKPOINT, most=LARGEST))
        if verifiers is not None:
            found += _signature_faults(note, verifiers)
        return read_checkpoint(note.text)
    except AigaqError as error:
        found.append(faults.unreadable(CHECKPOINT, error))
        return None


def _signature_faults(note: Note, verifiers: Sequence[Verifier]) -> list[Fault]:
    found = []
    for signature in note.signatures:
        verifier = signature.by(verifiers)
        if verifier is None:
            found.append(faults.unknown_key(signature.key))
            continue
        try:
            verifier.check(note.text.encode(), signature.data)
        except IntegrityFailure:
            found.append(faults.signature(signature.name))
    return found


def _complete(folder: Path, shards: Sequence[int]) -> int:
    """Return how many entries there are in a row from the first on, where no checkpoint says how many there were."""
    size = 0
    for place, number in enumerate(shards):
        if number != place or size != place * PER_SHARD:
            break
        try:
            size += min(len(read_shard(folder, number).lines), PER_SHARD)
        except AigaqError:
            break
    return size


def _hashes(folder: Path, found: list[Fault], stack: ExitStack) -> BinaryIO | None:
    try:
        return stack.enter_context(open_file(folder, HASHES))
    except AigaqError as error:
        found.append(faults.unreadable(HASHES, error))
        return None
