"""The captures of a dossier held against the entries of its log: every file is the one that was logged."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path

from attrs import define, field, frozen

from aigaq.errors import IntegrityFailure, UnreadableInput
from aigaq.evidence.capture import Capture, How, Outcome, content, is_capture, read_entry
from aigaq.evidence.capture.content import open_checked
from aigaq.evidence.capture.keep import CAPTURES, PART
from aigaq.evidence.log.layout import PER_SHARD, shard_name
from aigaq.evidence.verify.finding import LOG, OF_SYSTEMS, Finding
from aigaq.evidence.verify.records import MOST, answered, imported
from aigaq.locale import N_
from aigaq.values import Message

Progress = Callable[[int, int], None]
"""Told how many entries are done, and of how many."""

_BROKEN = (ValueError, EOFError, OSError, zlib.error)
_LOST = N_("it is missing; entry {number} of the log names it.")
_CHANGED = N_("it is not the file that entry {number} of the log names.")
_LINKED = N_("it is a link, and entry {number} of the log names a file.")
_RECORDS = N_("its records are not what they say of themselves; entry {number} of the log names it.")
_CONTENT = N_("its content is not the one that entry {number} of the log names.")
_BARE = N_("No. {number}: it says that something was kept, and names no file or no content.")
_TWICE = N_("entries {first} and {number} of the log name it both.")
_WHOLE = N_("it holds a complete answer, and entry {number} of the log says that none was received.")
_UNFINISHED = N_("an interrupted capture left it; it can be deleted.")
_STRAY = N_("no entry of the log names it: an interrupted capture left it, or it was put there. It proves nothing.")


@frozen
class Entry:
    """An entry as it stands in the log.

    Args:
        number: Its number.
        data: Its bytes.
        sound: False where the log finds something wrong with it; then it is told there, and not again here.
    """

    number: int
    data: bytes
    sound: bool


@define
class Files:
    """What was found in the folder of the captures.

    Args:
        findings: Everything that is wrong.
        warnings: What an interrupted capture left.
        captures: Numbers of the entries that are captures.
        others: Numbers of the entries of other kinds, which are not looked into.
        files: How many files the entries name.
    """

    findings: list[Finding] = field(factory=list)
    warnings: list[Finding] = field(factory=list)
    captures: list[int] = field(factory=list)
    others: list[int] = field(factory=list)
    files: int = 0


def check_files(
    dossier: Path, entries: Iterable[Entry], *, size: int, progress: Progress = lambda done, all: None
) -> Files:
    """Hold every capture against its entry, one at a time, and look for files that no entry names.

    Args:
        dossier: The folder of the dossier.
        entries: The entries of the log.
        size: Number of all entries.
        progress: Told how far it is.
    """
    found = Files()
    named: dict[str, int] = {}
    for entry in entries:
        capture = _read(entry, found)
        if capture and entry.sound:
            found.findings += _of_claim(entry.number, capture, named)
        if capture and capture.warc:
            named.setdefault(capture.warc.file, entry.number)
            found.findings += _of_capture(dossier, entry.number, capture) if entry.sound else ()
        progress(entry.number + 1, size)
    found.files = len(named)
    _check_strays(dossier, named.keys(), found)
    return found


def _of_claim(number: int, capture: Capture, named: Mapping[str, int]) -> Iterator[Finding]:
    """Yield what is wrong with an entry by itself: it keeps nothing of what it says was kept, or another's file."""
    if capture.outcome is not Outcome.FAILED and not (capture.warc and capture.sha256):
        file = f"{LOG}/{shard_name(number // PER_SHARD)}"
        yield Finding("entry-bare", file, Message(_BARE, number=str(number)), (number, number))
    if capture.warc and capture.warc.file in named:
        said = Message(_TWICE, first=str(named[capture.warc.file]), number=str(number))
        yield Finding("capture-twice", capture.warc.file, said, (number, number))


def _read(entry: Entry, found: Files) -> Capture | None:
    if not is_capture(entry.data):
        found.others.append(entry.number)
        return None
    try:
        capture = read_entry(entry.data)
    except UnreadableInput:
        if entry.sound:
            said = Message("No. {n}: it says that it is a capture, and cannot be read as one.", n=str(entry.number))
            file = f"{LOG}/{shard_name(entry.number // PER_SHARD)}"
            found.findings.append(Finding("entry-unreadable", file, said, (entry.number, entry.number)))
        return None
    found.captures.append(entry.number)
    return capture


def _of_capture(dossier: Path, number: int, capture: Capture) -> Iterator[Finding]:
    """Yield what is wrong with the file of a capture: the file itself, its records, its content."""
    assert capture.warc is not None
    linked = _linked(dossier, capture.warc.file)
    wrong = ("capture-link", _LINKED) if linked else _fault(dossier, capture)
    if wrong:
        kind, template = wrong
        yield Finding(kind, capture.warc.file, Message(template, number=str(number)), (number, number))


def _linked(dossier: Path, file: str) -> bool:
    """Return True if a file, or a folder on the way to it, is a link: it would not be in a copy of the dossier."""
    path = dossier.joinpath(*file.split("/"))
    return any(part.is_symlink() for part in (path, *path.parents) if part.is_relative_to(dossier) and part != dossier)


def _fault(dossier: Path, capture: Capture) -> tuple[str, str] | None:
    assert capture.warc is not None
    try:
        with open_checked(dossier, capture.warc) as file:
            inside = imported(file)
            file.seek(0)
            hidden = capture.outcome is Outcome.FAILED and answered(file)
    except IntegrityFailure as fault:
        return ("capture-missing", _LOST) if fault.code == "capture.lost" else ("capture-changed", _CHANGED)
    except _BROKEN:
        return "capture-records", _RECORDS
    if hidden:
        return "capture-answered", _WHOLE
    return None if _is_content(dossier, capture, inside) else ("capture-content", _CONTENT)


def _is_content(dossier: Path, capture: Capture, inside: tuple[str, int]) -> bool:
    """Return True if the content is the one that the entry names; that of an imported file is the file itself."""
    if not capture.sha256 or capture.how is How.IMPORTED:
        return inside == (capture.sha256, capture.bytes if capture.sha256 else 0)
    try:
        if capture.bytes <= MOST:
            content(dossier, capture)
            return True
    except (IntegrityFailure, *_BROKEN):
        pass
    return False


def _check_strays(dossier: Path, named: Collection[str], found: Files) -> None:
    """Note what lies in the folder of the captures and is named by no entry."""
    for file in _names(dossier):
        name = file.rpartition("/")[2]
        if file in named or name in OF_SYSTEMS:
            continue
        if name.startswith(".") and name.endswith(PART):
            found.warnings.append(Finding("capture-unfinished", file, Message(_UNFINISHED)))
        else:
            found.findings.append(Finding("capture-stray", file, Message(_STRAY), grave=False))


def _names(dossier: Path) -> list[str]:
    """Return the names of all files in the folder of the captures, and of links; they are not followed."""
    found = []
    for path, folders, files in os.walk(dossier / CAPTURES):
        links = [name for name in folders if (Path(path) / name).is_symlink()]
        found += [(Path(path) / name).relative_to(dossier).as_posix() for name in (*files, *links)]
    return sorted(found)
