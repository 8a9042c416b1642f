"""Dates and title of a page: meta elements, ``time`` elements, JSON-LD, and the notes that programs leave on saving."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from aigaq.evidence.capture.day import iso_day
from aigaq.evidence.capture.stated.found import Found

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

Row = tuple[str, str, str]

_DATED: Final = re.compile(
    r"(?:article:|og:)?(?:published|modified|updated)_time"
    r"|(?:dc|dcterms)\.(?:date(?:\.\w+)?|issued|created|modified|available|valid)"
    r"|date|pubdate|publish-?date|last-modified|date(?:published|modified|created)|uploaddate",
    re.IGNORECASE,
)
_NAMES: Final = ("property", "name", "itemprop", "http-equiv")
_LINKED: Final = ("datePublished", "dateModified", "dateCreated", "uploadDate")
_SAVED_FROM: Final = re.compile(r"<!-- saved from url=\(\d{4}\)(\S{1,500}) -->")
_SINGLE_FILE: Final = re.compile(r"Page saved with SingleFile\s+url: (\S{1,500})\s+saved date: ([^\n]{1,100})")
_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_HEAD: Final = 4096
_SCRIPT: Final = 256 * 1024
_SCRIPTS: Final = 8


def html(data: bytes, *, charset: str = "") -> Found:
    """Return what a page states.

    Args:
        data: Its bytes.
        charset: Character set as the server states it.
    """
    from selectolax.lexbor import LexborHTMLParser

    text = _decoded(data, charset)
    page = LexborHTMLParser(text)
    title = page.css_first("title")
    rows = [*_saved(text[:_HEAD]), *_meta(page), *_times(page), *_linked(page)]
    return Found.of(title.text() if title else "", rows)


def _decoded(data: bytes, charset: str) -> str:
    """Return the text of a page; letters of which the encoding is not known are replaced, dates never are."""
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(name, "replace")
    found = _CHARSET.search(data[:_HEAD])
    for name in (charset, found[1].decode("ascii", "replace") if found else "", "utf-8"):
        with suppress(LookupError, ValueError):
            return data.decode(name, "replace")
    return data.decode("ascii", "replace")


def _saved(head: str) -> Iterator[Row]:
    if found := _SAVED_FROM.search(head):
        yield "html:saved-from", found[1], ""
    if found := _SINGLE_FILE.search(head):
        yield "html:saved-from", found[1], ""
        yield "html:saved", found[2], iso_day(found[2])


def _meta(page: LexborHTMLParser) -> Iterator[Row]:
    for node in page.css("meta[content]"):
        name = next((value for key in _NAMES if (value := node.attributes.get(key))), "")
        if _DATED.fullmatch(name.strip()):
            yield _row(f"html:meta:{name.strip().lower()}", node, "content")


def _times(page: LexborHTMLParser) -> Iterator[Row]:
    for node in page.css("time[datetime]"):
        yield _row("html:time", node, "datetime")


def _row(where: str, node: LexborNode, key: str) -> Row:
    value = node.attributes.get(key) or ""
    return where, value, iso_day(value)


def _linked(page: LexborHTMLParser) -> Iterator[Row]:
    for node in page.css('script[type="application/ld+json"]')[:_SCRIPTS]:
        text = node.text()
        if len(text) > _SCRIPT:
            continue
        try:
            value: object = json.loads(text)
        except (ValueError, RecursionError):
            continue
        for name, date in _dates(value, depth=8):
            yield f"html:ld+json:{name.lower()}", date, iso_day(date)


def _dates(value: object, *, depth: int) -> Iterator[tuple[str, str]]:
    if depth and isinstance(value, list):
        for item in value:
            yield from _dates(item, depth=depth - 1)
    elif depth and isinstance(value, Mapping):
        for name, item in value.items():
            if name in _LINKED and isinstance(item, str):
                yield name, item
            else:
                yield from _dates(item, depth=depth - 1)
