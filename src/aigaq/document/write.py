"""Writing: a document in, the bytes of a file out, refused when they hold what nobody meant to say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module

from aigaq.document.model import Document
from aigaq.document.scan import scan
from aigaq.errors import Refused, UsageError

FORMATS = ("docx", "xlsx", "html", "csv")
"""File formats with a writer: the modules of this package with these names."""


def write(document: Document, format: str, *, forbidden: Iterable[str] = ()) -> bytes:
    """Return ``document`` as a file: same document, same bytes.

    Args:
        document: What to write.
        format: One of `FORMATS`.
        forbidden: Words that must not stand in the file unless the document itself says them: name of the
            user, of the machine, the folder of the inputs.

    Raises:
        UsageError: ``document.format`` when there is no such format.
        Refused: ``document.residue`` when the file holds a path, an author or a forbidden word.
    """
    if format not in FORMATS:
        raise UsageError(
            "document.format",
            "There is no format {format}.",
            hint="Choose among {formats}.",
            format=format,
            formats=", ".join(FORMATS),
        )
    writer: Callable[[Document], bytes] = import_module(f"aigaq.document.{format}").write
    data = writer(document)
    checked(data, format=format, forbidden=forbidden, meant=document.words())
    return data


def checked(data: bytes, *, format: str, forbidden: Iterable[str], meant: Iterable[str]) -> bytes:
    """Return ``data`` when a scan finds nothing in it that is not in ``meant``.

    Raises:
        Refused: ``document.residue``; what was found is not repeated in the message.
    """
    found = scan(data, forbidden=forbidden, meant=meant)
    if found:
        kinds: Mapping[str, None] = dict.fromkeys(f"{finding.kind} {finding.place}".strip() for finding in found)
        raise Refused(
            "document.residue",
            "The {format} file would hold something that does not belong in it: {kinds}.",
            hint="Nothing was written. Give names of files and terms without folders or names of people.",
            format=format,
            kinds=", ".join(kinds),
        )
    return data
