"""The one door to all readers."""

from __future__ import annotations

import stat
import time
from pathlib import Path

from attrs import evolve

from aigaq.errors import UnreadableInput
from aigaq.law.read.detect import Format, detect
from aigaq.law.read.limits import LIMITS, Budget, Clock, Limits
from aigaq.law.source import Source
from aigaq.values import Message, why

_USUAL = {
    Format.HTML: (".html", ".htm", ".xhtml"),
    Format.DOCX: (".docx", ".docm", ".dotx"),
    Format.PDF: (".pdf",),
    Format.RTF: (".rtf",),
}
_OTHERS = (*(extension for usual in _USUAL.values() for extension in usual), ".doc")


def read(path: Path, *, limits: Limits = LIMITS, clock: Clock = time.monotonic) -> Source:
    """Return the text of the file at ``path``.

    Args:
        path: A TXT, MD, HTML, DOCX, PDF or RTF file; what it is shows in its bytes, not in its name.
        limits: Bounds on size, time and nesting.
        clock: Seconds since some moment, for the bound on time.

    Raises:
        UnreadableInput: The file is not there, cannot be opened, is no text of a known format, is damaged,
            encrypted or a scan, or goes beyond the limits.
        Refused: Its text would be ambiguous: tracked changes, or numbering that cannot be rebuilt exactly.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise _not_a_file(path)
        Budget.start(path.name, limits=limits, clock=clock).check_bytes(status.st_size)
        with path.open("rb") as file:
            data = file.read(limits.max_bytes + 1)
    except FileNotFoundError:
        raise UnreadableInput(
            "read.missing",
            "There is no file {name}.",
            hint="Check the path and its spelling.",
            name=path.name,
        ) from None
    except (OSError, ValueError) as fault:
        raise _cannot_open(path, fault) from None
    return read_bytes(data, name=path.name, limits=limits, clock=clock)


def _not_a_file(path: Path) -> UnreadableInput:
    return UnreadableInput(
        "read.not-a-file",
        "{name} is a folder or a device, not a file.",
        hint="Give the file itself.",
        name=path.name or str(path),
    )


def _cannot_open(path: Path, fault: Exception) -> UnreadableInput:
    reason = why(fault) if isinstance(fault, OSError) else Message("its name is not valid")
    return UnreadableInput(
        "read.permission",
        "{name} cannot be opened: {reason}.",
        hint="Check who may read it, or copy it to another folder.",
        name=path.name,
        reason=reason,
    )


def read_bytes(data: bytes, *, name: str, limits: Limits = LIMITS, clock: Clock = time.monotonic) -> Source:
    """Return the text of a file given as its bytes.

    Args:
        data: The bytes.
        name: File name without its folder: for error sentences, and its extension to break a tie.
        limits: Bounds on size, time and nesting.
        clock: Seconds since some moment, for the bound on time.

    Raises:
        UnreadableInput: See ``read``.
        Refused: See ``read``.
    """
    budget = Budget.start(name, limits=limits, clock=clock)
    budget.check_bytes(len(data))
    kind = detect(data, name=name)
    source = _read(data, kind, budget=budget)
    warning = _misnamed(name, kind)
    return evolve(source, warnings=(*source.warnings, warning)) if warning else source


def _read(data: bytes, kind: Format, *, budget: Budget) -> Source:
    """Hand ``data`` to the reader of its format; heavy libraries are imported only there."""
    if kind is Format.HTML:
        from aigaq.law.read.html import read_html

        return read_html(data, budget=budget)
    if kind is Format.DOCX:
        from aigaq.law.read.docx import read_docx

        return read_docx(data, budget=budget)
    if kind is Format.PDF:
        from aigaq.law.read.pdf import read_pdf

        return read_pdf(data, budget=budget)
    if kind is Format.RTF:
        from aigaq.law.read.rtf import read_rtf

        return read_rtf(data, budget=budget)
    from aigaq.law.read.plain import read_plain

    return read_plain(data, budget=budget, media=kind.value)


def _misnamed(name: str, kind: Format) -> str | None:
    """Return a warning when the extension says one format and the bytes another."""
    extension = "." + name.lower().rpartition(".")[2]
    if extension not in _OTHERS or extension in _USUAL.get(kind, ()):
        return None
    return f"Its name ends in {extension}, but it is {kind.name} by its contents and was read as that."
