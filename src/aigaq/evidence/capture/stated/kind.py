"""What kind of document some bytes are, as their beginning shows; what a server or a name says comes second."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """Kinds of documents in which dates and titles are looked for."""

    HTML = "html"
    PDF = "pdf"
    ZIP = "zip"
    MHTML = "mhtml"
    WARC = "warc"
    OTHER = ""


MEDIA: Final = {
    Kind.HTML: "text/html",
    Kind.PDF: "application/pdf",
    Kind.ZIP: "application/zip",
    Kind.MHTML: "multipart/related",
    Kind.WARC: "application/warc",
    Kind.OTHER: "application/octet-stream",
}
"""The media type of a file of which nobody states one."""

HEAD: Final = 4096
"""So many first bytes show the kind."""

_PAGE: Final = re.compile(rb"\s*(?:<!--|<!doctype\s+html|<html|<head|<\?xml[^>]*>\s*<!doctype\s+html)", re.IGNORECASE)
_MAIL: Final = re.compile(rb"(?:^|\n)(?:MIME-Version|Snapshot-Content-Location)\s*:", re.IGNORECASE)
_RELATED: Final = re.compile(rb"\nContent-Type\s*:\s*multipart/related", re.IGNORECASE)
_PAGES: Final = frozenset({"text/html", "application/xhtml+xml"})


def kind_of(head: bytes, *, media: str = "", name: str = "") -> Kind:
    r"""Return the kind of a document.

    Args:
        head: Its first bytes, a few thousand of them.
        media: Media type as stated, if any.
        name: File name as given or served.

    >>> kind_of(b"%PDF-1.7", media="text/html"), kind_of(b"\n<!DOCTYPE html>"), kind_of(b"<p>1", media="text/html")
    (<Kind.PDF: 'pdf'>, <Kind.HTML: 'html'>, <Kind.HTML: 'html'>)
    """
    text = head.removeprefix(b"\xef\xbb\xbf")
    if b"%PDF-" in text[:1024]:
        return Kind.PDF
    if text.startswith(b"PK\x03\x04"):
        return Kind.ZIP
    if text.startswith(b"WARC/") or (text.startswith(b"\x1f\x8b") and name.lower().endswith(".warc.gz")):
        return Kind.WARC
    if _MAIL.search(text) and _RELATED.search(b"\n" + text):
        return Kind.MHTML
    if _PAGE.match(text) or media in _PAGES or (name.lower().endswith((".html", ".htm")) and b"<" in text):
        return Kind.HTML
    return Kind.OTHER


_ENDINGS: Final = {
    "csv": "text/csv",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "odt": "application/vnd.oasis.opendocument.text",
    "png": "image/png",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "rtf": "application/rtf",
    "txt": "text/plain",
    "wacz": "application/wacz",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def media_by(kind: Kind, *, name: str) -> str:
    """Return the media type of a file of which nobody states one: its beginning first, then its name.

    >>> media_by(Kind.ZIP, name="Bill.DOCX")[-25:], media_by(Kind.PDF, name="bill.docx")
    ('wordprocessingml.document', 'application/pdf')
    """
    if kind not in {Kind.ZIP, Kind.OTHER}:
        return MEDIA[kind]
    return _ENDINGS.get(name.rpartition(".")[2].lower(), MEDIA[kind])
