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
from aigaq.errors import AigaqError, Refused, UnreadableInput, UsageError
from aigaq.evidence.capture import captures, check_file, entry, look, read_url, write_wacz
from aigaq.evidence.capture.terms import CLIENT
from aigaq.evidence.log import Log

SCHEMA: Final = "aigaq/captures"
VERSION: Final = "1"
"""Raised when a name goes or changes its meaning; new names may come without it."""

_OF_TARGET: Final = frozenset({"capture.file", "capture.file-too-large"})
"""Faults of a file that may show only while it is read."""

_NUMBERS: Final = re.compile(r"(\d{1,9})(?:\s*-\s*(\d{1,9}))?", re.ASCII)


def is_url(target: str) -> bool:
    """Tell whether a target is a URL, and not a file.

    >>> is_url("https://example.org/"), is_url("page.html")
    (True, False)
    """
    return "://" in target and not Path(target).exists()


@frozen
class Failed:
    """A target that cannot be captured; the others are captured all the same.

    Args:
        at: Its place among the targets, from 0.
        fault: What is wrong with it.
    """

    at: int
    fault: AigaqError


def check_targets(targets: Sequence[str], *, settings: Settings, online: bool) -> list[Failed]:
    """Return every target that cannot be captured, as far as that can be told before the first capture.

    Args:
        targets: URLs and files.
        settings: What ``dossier.toml`` says.
        online: Whether the person has allowed this time that pages are fetched.

    Raises:
        Refused: ``capture.offline``: that is no fault of a target, so nothing is captured until the person decides.
    """
    failed = []
    for at, target in enumerate(targets):
        try:
            read_url(target) if is_url(target) else check_file(Path(target))
        except (UsageError, UnreadableInput) as fault:
            failed.append(Failed(at, fault))
        else:
            settings.check_online(online or not is_url(target))
    return failed


def capture_each(
    register: Register, targets: Sequence[str], *, failed: Iterable[Failed] = ()
) -> Iterator[Captured | Failed]:
    """Capture one target after the other; each is in the log when it is yielded, whatever happens next.

    Args:
        register: Where they go.
        targets: URLs and files.
        failed: Those of them that are passed over, since they are known to fail.
    """
    over = {each.at for each in failed}
    for at, target in enumerate(targets):
        if at not in over:
            try:
                yield register.fetch(target) if is_url(target) else register.take(Path(target))
            except UnreadableInput as fault:
                if fault.code not in _OF_TARGET:
                    raise
                yield Failed(at, fault)


def captured_data(
    settings: Settings, made: Iterable[Captured], *, failed: Iterable[Failed] = (), left_over: Sequence[str]
) -> Mapping[str, object]:
    """Return captures as plain values, for ``--json``; the schema is ``aigaq/captures``, version 1."""
    return {
        "schema": SCHEMA,
        "version": VERSION,
        "dossier": settings.id,
        "captures": [
            {"entry": each.number, "look": look(each.capture).value, "capture": json.loads(entry(each.capture))}
            for each in made
        ],
        "failed": [{"target": it.at + 1, "code": it.fault.code, "sentence": str(it.fault)} for it in failed],
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
        path: Where to; no file of that name may be there.
        numbers: Numbers of the entries to be packed; all when empty.

    Raises:
        Refused: ``capture.nothing`` when there is nothing to pack, ``save.exists`` when the file is there,
            ``save.failed`` when it cannot be written.
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
