"""Making a bundle: everything that a third party needs to check some captures, in one ZIP archive.

::

README.txt                                what it is and how to check it, in English, Russian and Kazakh
verify.py                                 the check, in one file
SHA256SUMS                                the hash of every other file
captures/2025-11/….warc.gz                the captures as they lie in the dossier
content/00000012.html                     what was received, decoded
entries/00000012.json                     the entry of the log, byte for byte
proofs/00000012.tlog-proof                that it is in the log (C2SP tlog-proof)
proofs/00000013-00000020.consistency      that the log goes on from a stamped checkpoint (body of C2SP tlog-witness)
log/checkpoint  log/keys  log/stamps/…  log/authorities/…    as in the dossier
"""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from attrs import frozen

from aigaq.evidence.bundle.readme import readme
from aigaq.evidence.bundle.standalone import script
from aigaq.evidence.bundle.zip import File, pack
from aigaq.evidence.capture import Capture, content, read_entry
from aigaq.evidence.capture.content import open_checked
from aigaq.evidence.log import Log, check_consistency
from aigaq.evidence.log.base64 import to_base64
from aigaq.evidence.log.keyring import write_keys
from aigaq.evidence.stamp import Shelf
from aigaq.evidence.verify.stamps import Anchor, check_stamps

LOG = "log"
SUFFIXES = frozenset(
    f".{name}" for name in "html htm pdf doc docx odt rtf txt csv xls xlsx json xml png jpg jpeg gif svg zip".split()
)
"""How the name of a content may end; any other ends with ``.bin``, which no system runs."""


@frozen
class Bundle:
    """What is in a bundle.

    Args:
        entries: Numbers of the entries.
        stamps: The stamps that cover one of them at least.
        files: Names of all files.
        script: SHA-256 of ``verify.py``, which tells one from the project from any other.
    """

    entries: tuple[int, ...]
    stamps: tuple[Anchor, ...]
    files: tuple[str, ...]
    script: str


def write_bundle(out: BinaryIO, dossier: Path, *, numbers: Iterable[int]) -> Bundle:
    """Write the bundle of some captures; the same dossier gives the same bytes.

    Args:
        out: Where to; it can seek.
        dossier: The folder of the dossier.
        numbers: Numbers of entries that are captures.

    Raises:
        UsageError: ``log.range`` when there is no such entry.
        UnreadableInput: The log cannot be read, or an entry is no capture.
        IntegrityFailure: The log, a capture or a stamped checkpoint is not what it should be.
    """
    log = Log.open(dossier / LOG)
    entries = {number: log.entry(number) for number in sorted(set(numbers))}
    captures = {number: read_entry(data) for number, data in entries.items()}
    stamps = _covering(dossier / LOG, log, captures)
    files = [
        *(file for number, data in entries.items() for file in _of_entry(log, number, data)),
        *(file for number, capture in captures.items() for file in _of_capture(dossier, number, capture)),
        *_of_log(log),
        *_of_stamps(Shelf(dossier / LOG), log, stamps),
    ]
    top = [File("README.txt", readme(log.origin, captures)), File("verify.py", script())]
    packed = pack(out, [*top, *sorted(files, key=lambda file: file.name)])
    return Bundle(tuple(entries), tuple(stamps), packed, hashlib.sha256(script()).hexdigest())


def _of_entry(log: Log, number: int, data: bytes) -> Iterator[File]:
    """Yield an entry and the proof that it is in the log."""
    hashes = "".join(f"{to_base64(each)}\n" for each in log.inclusion(number))
    proof = f"c2sp.org/tlog-proof@v1\nindex {number}\n{hashes}\n".encode() + log.note
    yield File(f"entries/{number:08}.json", data)
    yield File(f"proofs/{number:08}.tlog-proof", proof)


def _of_capture(dossier: Path, number: int, capture: Capture) -> Iterator[File]:
    """Yield the file of a capture, checked, and what was received."""
    if capture.warc:
        open_checked(dossier, capture.warc).close()
        yield File(capture.warc.file, dossier / capture.warc.file)
        if capture.sha256:
            yield File(f"content/{number:08}{_suffix(capture)}", content(dossier, capture))


def _suffix(capture: Capture) -> str:
    """Return how the name of the content ends: as that of the file, else as is usual for its media type."""
    own = Path(capture.name).suffix.lower()
    usual = mimetypes.guess_extension(capture.media.partition(";")[0].strip().lower(), strict=True)
    return next((suffix for suffix in (own, usual) if suffix in SUFFIXES), ".bin")


def _of_log(log: Log) -> Iterator[File]:
    yield File(f"{LOG}/checkpoint", log.note)
    yield File(f"{LOG}/keys", write_keys(log.verifiers))


def _covering(folder: Path, log: Log, numbers: Iterable[int]) -> list[Anchor]:
    """Return for each authority the earliest stamp on each of the entries."""
    anchors = check_stamps(Shelf(folder), origin=log.origin, verifiers=log.verifiers).anchors
    best: dict[tuple[int, str], Anchor] = {}
    for anchor in sorted(anchors, key=lambda anchor: anchor.stamp.latest):
        for number in numbers:
            if number < anchor.kept.size <= log.size:
                best.setdefault((number, anchor.kept.name), anchor)
    return list({anchor.kept: anchor for anchor in best.values()}.values())


def _of_stamps(shelf: Shelf, log: Log, stamps: Sequence[Anchor]) -> Iterator[File]:
    """Yield stamps with all that belongs to them, and the proofs that the log goes on from there."""
    names = {name for one in stamps for name in (one.kept.file, one.kept.checkpoint, one.kept.authority)}
    names |= {one.kept.request for one in stamps if shelf.has(one.kept.request)}
    for name in names:
        yield File(f"{LOG}/{name}", shelf.read(name))
    for head in {one.kept.size: one.checkpoint for one in stamps}.values():
        proof = log.consistency(head.size)
        check_consistency(old=head.size, new=log.size, old_root=head.root, new_root=log.root(), proof=proof)
        if head.size < log.size:
            hashes = "".join(f"{to_base64(each)}\n" for each in proof)
            data = f"old {head.size}\n{hashes}\n".encode() + log.note
            yield File(f"proofs/{head.size:08}-{log.size:08}.consistency", data)
