"""What kind of file it is: by its first bytes and its structure, by its extension only to break a tie."""

from __future__ import annotations

import re
from enum import Enum

from aigaq.errors import UnreadableInput


class Format(Enum):
    """A format that can be read; the value is its media type."""

    PLAIN = "text/plain"
    MARKDOWN = "text/markdown"
    HTML = "text/html"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    PDF = "application/pdf"
    RTF = "application/rtf"


_PICTURES = (
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"GIF8", "GIF"),
    (b"AT&TFORM", "DjVu"),
)
_ARCHIVES = (
    (b"7z\xbc\xaf\x27\x1c", "7-Zip archive"),
    (b"Rar!\x1a\x07", "RAR archive"),
    (b"\x1f\x8b", "GZIP archive"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 4096
_BLANKS = b"\xef\xbb\xbf\xff\xfe \t\r\n\f\v"
_HTML = re.compile(
    rb"(?:<\?xml[^>]{0,400}\?>\s*|<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|article|div|p|h[1-6]|table|font|center)[\s/>]",
    re.IGNORECASE | re.DOTALL,
)
_MHTML = re.compile(rb"^(?:mime-version|from|content-type):.*?multipart/related", re.IGNORECASE | re.DOTALL)


def detect(data: bytes, *, name: str) -> Format:
    """Return the format of ``data``.

    Args:
        data: The bytes of the file, not empty.
        name: Its name; the extension decides only between plain text, Markdown and a page without a head.

    Raises:
        UnreadableInput: ``read.picture``, ``read.encrypted``, ``read.old-doc`` or ``read.format``.

    >>> detect(b"%PDF-1.7", name="bill.docx")
    <Format.PDF: 'application/pdf'>
    """
    _refuse_known(data, name=name)
    head = data[:_HEAD].lstrip(_BLANKS)
    if data.startswith(b"PK"):
        return _zip(data, name=name)
    if head.startswith(b"%PDF-") or (name.lower().endswith(".pdf") and b"%PDF-" in data[:1024]):
        return Format.PDF
    if head.startswith(b"{\\rtf"):
        return Format.RTF
    return _text(data[:_HEAD], name=name)


def _refuse_known(data: bytes, *, name: str) -> None:
    """Raise for formats that are known and are not read."""
    for magic, kind in _PICTURES:
        if data.startswith(magic):
            raise UnreadableInput(
                "read.picture",
                "{name} is a picture ({kind}); there is no text in it.",
                hint="Run text recognition (OCR) with Russian and Kazakh, check the result, and give that.",
                name=name,
                kind=kind,
            )
    for magic, kind in _ARCHIVES:
        if data.startswith(magic):
            raise _unknown(name, kind=kind, hint="Unpack it and give the file inside.")
    if data.startswith(_OLE):
        raise _ole(data, name=name)


def _unknown(name: str, *, kind: str, hint: str) -> UnreadableInput:
    return UnreadableInput("read.format", "{name} is a {kind}.", hint=hint, name=name, kind=kind)


def _ole(data: bytes, *, name: str) -> UnreadableInput:
    """Return the error for a compound file: an encrypted DOCX, an old DOC, or something else."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return encrypted(name)
    if "WordDocument".encode("utf-16-le") in data:
        return UnreadableInput(
            "read.old-doc",
            "{name} is in the old Word format (DOC).",
            hint="Open it in Word or LibreOffice and save it as DOCX.",
            name=name,
        )
    return _unknown(name, kind="compound file of an old Office program", hint="Save it as DOCX.")


def encrypted(name: str) -> UnreadableInput:
    """Return the error for a file that needs a password."""
    return UnreadableInput(
        "read.encrypted",
        "{name} is encrypted.",
        hint="Open it with its password and save a copy without one.",
        name=name,
    )


def _zip(data: bytes, *, name: str) -> Format:
    """Return DOCX for a ZIP that can be one; the reader checks the rest."""
    if b"opendocument" in data[:200]:
        raise _unknown(name, kind="OpenDocument file", hint="Save it as DOCX.")
    for folder, kind in ((b"xl/", "spreadsheet"), (b"ppt/", "presentation")):
        if folder + b"workbook" in data or folder + b"presentation" in data:
            raise _unknown(name, kind=kind, hint="Give the law as TXT, HTML, DOCX, RTF or PDF.")
    return Format.DOCX


def _text(head: bytes, *, name: str) -> Format:
    """Tell a page, Markdown and plain text apart."""
    bare = head.replace(b"\x00", b"").lstrip(_BLANKS)
    extension = name.lower().rpartition(".")[2]
    if _MHTML.match(bare):
        raise _unknown(
            name, kind="web archive (MHTML)", hint='Save the page again as "Web page, HTML only" or as DOCX.'
        )
    if b"<?mso-application" in bare or b"schemas.microsoft.com/office/2006/xmlPackage" in bare:
        raise _unknown(name, kind="Word file in XML form", hint="Open it in Word and save it as DOCX.")
    if _HTML.match(bare) or (extension in ("html", "htm", "xhtml") and re.search(rb"<[a-zA-Z!/]", bare)):
        return Format.HTML
    return Format.MARKDOWN if extension in ("md", "markdown") else Format.PLAIN
