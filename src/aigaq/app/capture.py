"""What a person does to keep what others published: fetch pages, import files, pack all of it for others."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from attrs import frozen

from aigaq.app.register import LOG, Captured, Register, Settings
from aigaq.app.save import save_whole
from aigaq.errors import Refused, UsageError
from aigaq.evidence.capture import captures, check_file, entry, look, read_url, write_wacz
from aigaq.evidence.capture.terms import CLIENT
from aigaq.evidence.log import Log

SCHEMA: Final = "aigaq/captures"
VERSION: Final = "1"
"""Raised when a name goes or changes its meaning; new names may come without it."""

_NUMBERS: Final = re.compile(r"(\d{1,9})(?:\s*-\s*(\d{1,9}))?", re.ASCII)


def is_url(target: str) -> bool:
    """Tell whether a target is a URL, and not a file.

    >>> is_url("https://example.org/"), is_url("page.html")
    (True, False)
    """
    return "://" in target and not Path(target).exists()


def check_targets(targets: Iterable[str], *, settings: Settings, online: bool) -> None:
    """Check everything that can be told before the first capture, so that none is made in vain.

    Args:
        targets: URLs and files.
        settings: What ``dossier.toml`` says.
        online: Whether the person has allowed this time that pages are fetched.

    Raises:
        Refused: ``capture.offline``.
        UsageError: ``capture.url``.
        UnreadableInput: ``capture.file``.
    """
    for target in targets:
        if is_url(target):
            read_url(target)
            settings.check_online(online)
        else:
            check_file(Path(target))


def capture_each(register: Register, targets: Sequence[str]) -> Iterator[Captured]:
    """Capture one target after the other; each is in the log when it is yielded, whatever happens next."""
    for target in targets:
        yield register.fetch(target) if is_url(target) else register.take(Path(target))


def captured_data(settings: Settings, made: Iterable[Captured], *, left_over: Sequence[str]) -> Mapping[str, object]:
    """Return captures as plain values, for ``--json``; the schema is ``aigaq/captures``, version 1."""
    return {
        "schema": SCHEMA,
        "version": VERSION,
        "dossier": settings.id,
        "captures": [
            {"entry": each.number, "look": look(each.capture).value, "capture": json.loads(entry(each.capture))}
            for each in made
        ],
        "left_over": list(left_over),
    }


@frozen
class Packed:
    """A WACZ file that was written.

    Args:
        name: Its name.
        files: How many WARC files are in it.
        bytes: Its size.
        sha256: Its hash.
    """

    name: str
    files: int
    bytes: int
    sha256: str


def packed_data(settings: Settings, packed: Packed) -> Mapping[str, object]:
    """Return what was packed as plain values, for ``--json``; the schema is ``aigaq/packed``, version 1."""
    return {
        "schema": "aigaq/packed",
        "version": VERSION,
        "dossier": settings.id,
        "file": packed.name,
        "captures": packed.files,
        "bytes": packed.bytes,
        "sha256": packed.sha256,
    }


def pack_captures(dossier: Path, path: Path, *, numbers: Collection[range] = ()) -> Packed:
    """Write captures of a dossier into one WACZ file.

    Args:
        dossier: The dossier.
        path: Where to; a file that is there is replaced, once the new one is whole.
        numbers: Numbers of the entries to be packed; all when empty.

    Raises:
        Refused: ``capture.nothing`` when there is nothing to pack, ``save.failed`` when it cannot be written.
        UnreadableInput: The log is not there or cannot be read.
        IntegrityFailure: The log is damaged, or a capture is not what the log says.
    """
    entries = captures(Log.open(dossier / LOG).entries())
    found = [made for at, made in entries if not numbers or any(at in each for each in numbers)]
    if not any(made.warc for made in found):
        raise Refused(
            "capture.nothing",
            "There is no capture to pack.",
            hint="Capture a page or a file first; a look at which nothing came has no file.",
        )
    files = save_whole(path, lambda out: write_wacz(out, found, dossier=dossier, software=CLIENT))
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    return Packed(path.name, files, path.stat().st_size, sha256)


def entry_numbers(written: str) -> tuple[range, ...]:
    """Return the numbers that a person writes as ``3,5-9``.

    Raises:
        UsageError: ``capture.entries``.

    >>> entry_numbers("3,5-7")
    (range(3, 4), range(5, 8))
    """
    found = [_NUMBERS.fullmatch(part.strip()) for part in written.split(",")]
    ranges = [range(int(part[1]), int(part[2] or part[1]) + 1) for part in found if part]
    if len(ranges) < len(found) or not all(ranges):
        raise UsageError("capture.entries", "These are no numbers of entries.", hint="Write them as 3,5-9.")
    return tuple(ranges)
