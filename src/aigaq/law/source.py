"""What a reader gives: the whole text of a file, its hash, and a way back to page or paragraph."""

from __future__ import annotations

from bisect import bisect_right

from attrs import frozen


@frozen
class Place:
    """Where in the file a stretch of the text came from.

    Args:
        start: Offset in the text of the first character that came from here.
        unit: ``"page"`` or ``"paragraph"``.
        number: Its number in the file, from 1.
    """

    start: int
    unit: str
    number: int


@frozen
class Source:
    """A file as read: nothing added, nothing taken away.

    Args:
        name: File name without its folder. Never evidence of a title or a date.
        media: Media type, e.g. ``"text/plain"``.
        sha256: Hex digest of the file's bytes.
        text: All of the text. A byte-order mark is kept as U+FEFF, line ends as they were.
        encoding: Codec that turned the bytes into ``text``; None for DOCX, PDF and the like.
        places: Where each stretch of ``text`` came from, in order of ``start``; empty for plain text.
        tables: Half-open spans of ``text`` that were tables in the file.
        warnings: Sentences about what could not be carried over (pictures, footnotes, text boxes).
    """

    name: str
    media: str
    sha256: str
    text: str
    encoding: str | None = None
    places: tuple[Place, ...] = ()
    tables: tuple[tuple[int, int], ...] = ()
    warnings: tuple[str, ...] = ()

    def raw(self) -> bytes:
        """Return the file's bytes again (text formats), or the extracted text as UTF-8 (the others)."""
        return self.text.encode(self.encoding or "utf-8")

    def place(self, offset: int) -> Place | None:
        """Return where the character at ``offset`` came from, or None for plain text."""
        at = bisect_right(self.places, offset, key=lambda place: place.start)
        return self.places[at - 1] if at else None
