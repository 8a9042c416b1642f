"""What a capture holds, as words: a page through its elements, a document through the readers of the law."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit

from attrs import frozen

from aigaq.bill.watch.link import Link
from aigaq.bill.watch.page import read_page
from aigaq.bill.watch.watched import PageKind, Watched
from aigaq.errors import IntegrityFailure, Refused, UnreadableInput
from aigaq.evidence.capture import Capture
from aigaq.law.read import Format, detect, read_bytes
from aigaq.law.source import Source
from aigaq.values import Message

Contents = Callable[[Capture], bytes]
"""Gives the decoded content of a capture, checked against its hash."""

_NAMES: Final = {
    Format.PLAIN: "text",
    Format.MARKDOWN: "text",
    Format.HTML: "HTML",
    Format.DOCX: "DOCX",
    Format.PDF: "PDF",
    Format.RTF: "RTF",
}


@frozen
class Reading:
    """What a capture says.

    Args:
        format: ``"HTML"``, ``"PDF"``, ``"DOCX"``, ``"RTF"`` or ``"text"``; "" for anything else.
        text: Its words; None when they cannot be read.
        why: Why not.
        unlinked: Of a page, its words without those of links.
        aside: Of a page, the words of menus and hidden parts.
        links: Of a page, its links.
        source: The text as a reader of the law gives it; None where that was not asked for.
    """

    format: str = ""
    text: str | None = None
    why: Message | None = None
    unlinked: str = ""
    aside: str = ""
    links: tuple[Link, ...] = ()
    source: Source | None = None

    @property
    def documents(self) -> tuple[Link, ...]:
        """The links that lead to documents."""
        return tuple(link for link in self.links if link.document)


def read_capture(capture: Capture, contents: Contents, *, page: Watched) -> Reading:
    """Return what a capture says; what cannot be read says why, and raises nothing.

    Args:
        capture: The capture; something is held in it.
        contents: Gives its bytes.
        page: How the page is watched: which parts of it count.
    """
    try:
        return _read(contents(capture), capture, page)
    except (UnreadableInput, Refused, IntegrityFailure) as fault:
        return Reading(why=Message(fault.sentence, **fault.values))


def _read(data: bytes, capture: Capture, page: Watched) -> Reading:
    if not data:
        return Reading(why=Message("it has no bytes"))
    name = capture.name or urlsplit(capture.final).path.rpartition("/")[2] or (urlsplit(capture.final).hostname or "")
    format_ = detect(data, name=name)
    called = _NAMES[format_]
    try:
        if format_ is Format.HTML:
            return _page(data, capture, page, name)
        source = read_bytes(data, name=name)
    except (UnreadableInput, Refused) as fault:
        return Reading(called, why=Message(fault.sentence, **fault.values))
    return Reading(called, source.text, source=source)


def _page(data: bytes, capture: Capture, page: Watched, name: str) -> Reading:
    found = read_page(data, address=capture.final, select=page.select, ignore=page.ignore)
    if not found.selected:
        why = Message("the page has no part that «{select}» selects", select=page.select)
        return Reading("HTML", why=why, links=found.links)
    if not found.text:
        why = Message("the page has no words: a program in the browser may write them")
        return Reading("HTML", why=why, links=found.links)
    whole = page.kind is PageKind.DOCUMENT and not page.select and not page.ignore
    return Reading(
        "HTML", found.text, None, found.unlinked, found.aside, found.links, _source(data, name) if whole else None
    )


def _source(data: bytes, name: str) -> Source | None:
    try:
        return read_bytes(data, name=name)
    except (UnreadableInput, Refused):
        return None
