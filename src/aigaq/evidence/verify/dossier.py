"""A whole dossier, computed again without the network: its log, its captures, its stamps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from aigaq.errors import AigaqError
from aigaq.evidence.log.checkpoint import read_checkpoint
from aigaq.evidence.log.examine import examine
from aigaq.evidence.log.files import read_file
from aigaq.evidence.log.keyring import read_keys
from aigaq.evidence.log.keys import Verifier
from aigaq.evidence.log.layout import CHECKPOINT, KEYS, LARGEST_KEYS, PER_SHARD
from aigaq.evidence.log.note import LARGEST, read_note
from aigaq.evidence.log.shards import read_shard
from aigaq.evidence.log.verdict import Examined
from aigaq.evidence.stamp import Authority, Shelf
from aigaq.evidence.verify.files import Entry, Progress, check_files
from aigaq.evidence.verify.finding import LOG, Finding, is_litter, of_log
from aigaq.evidence.verify.stamps import check_stamps
from aigaq.evidence.verify.verified import Verified
from aigaq.values import Message


def verify(
    dossier: Path,
    *,
    kept: Sequence[bytes] = (),
    authorities: Sequence[Authority] = (),
    origin: str = "",
    progress: Progress = lambda done, of: None,
) -> Verified:
    """Compute everything in a dossier again and return what was found. Nothing is written, nobody is asked.

    Args:
        dossier: The folder of the dossier.
        kept: Heads of its log that somebody kept elsewhere, as they were kept.
        authorities: Root certificates of time stamping authorities that came from elsewhere than this dossier.
        origin: Name that the log of this dossier has; "" when that is not known.
        progress: Told how many entries are done, and of how many.

    Raises:
        UnreadableInput: ``log.folder`` when there is no log, ``note.form`` or ``log.checkpoint`` when what was kept
            is no head.
    """
    folder = dossier / LOG
    stamped = check_stamps(Shelf(folder), origin=_origin(folder), verifiers=_keys(folder), authorities=authorities)
    examined = examine(folder, kept=[*kept, *(anchor.note for anchor in stamped.anchors)])
    size = examined.checkpoint.size if examined.checkpoint else _lines(folder)
    files = check_files(dossier, _entries(folder, examined, size), size=size, progress=progress)
    findings = [*_other(folder, origin), *map(of_log, examined.faults), *stamped.findings, *files.findings]
    return Verified(
        checkpoint=examined.checkpoint,
        entries=size,
        captures=tuple(files.captures),
        files=files.files,
        others=tuple(files.others),
        findings=tuple(finding for finding in findings if not is_litter(finding)),
        warnings=(*filter(is_litter, findings), *map(of_log, examined.warnings), *stamped.warnings, *files.warnings),
        heads=examined.heads[: len(kept)],
        anchors=tuple(stamped.anchors),
        against=tuple(head for head in examined.heads[len(kept) :] if not head.confirmed),
    )


def _keys(folder: Path) -> tuple[Verifier, ...]:
    """Return the keys of the log; none where they cannot be read, which the examination of the log tells."""
    try:
        return read_keys(read_file(folder, KEYS, most=LARGEST_KEYS))
    except AigaqError:
        return ()


def _origin(folder: Path) -> str | None:
    """Return the name of the log; None where its head cannot be read, which the examination of the log tells."""
    try:
        return read_checkpoint(read_note(read_file(folder, CHECKPOINT, most=LARGEST)).text).origin
    except AigaqError:
        return None


def _other(folder: Path, origin: str) -> Iterator[Finding]:
    """Yield that the log is the one of another dossier, where it is."""
    named = _origin(folder)
    if origin and named is not None and named != origin:
        said = Message("it is the log {named}, and the dossier calls its log {origin}", named=named, origin=origin)
        yield Finding("log-origin", f"{LOG}/{CHECKPOINT}", said)


def _lines(folder: Path) -> int:
    """Return how many lines there are in a row, where no head says how many entries there are."""
    size = 0
    while size % PER_SHARD == 0 and (more := len(_shard(folder, size // PER_SHARD))):
        size += more
    return size


def _shard(folder: Path, number: int) -> Sequence[bytes]:
    try:
        return read_shard(folder, number).lines[:PER_SHARD]
    except AigaqError:
        return ()


def _entries(folder: Path, examined: Examined, size: int) -> Iterator[Entry]:
    """Yield the entries that are there, and whether the log finds nothing wrong with each."""
    spans = [fault.entries for fault in examined.faults if fault.entries and fault.kind.startswith("entry")]
    for first in range(0, size, PER_SHARD):
        for number, line in enumerate(_shard(folder, first // PER_SHARD)[: size - first], first):
            yield Entry(number, line, not any(start <= number <= end for start, end in spans))
