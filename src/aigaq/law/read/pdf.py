"""PDF with a text layer: pages to lines to paragraphs. Places are pages.

PDFium reads the text. Pictures of text are refused with a hint, and so is a text layer that maps to no
known characters, because both would give a wrong text without a sign of it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from aigaq.errors import UnreadableInput
from aigaq.law.read.archive import damaged
from aigaq.law.read.blocks import Block, compose
from aigaq.law.read.detect import encrypted
from aigaq.law.read.layout import Line, Repeated, drop_repeated, join_words, overlapping, paragraphs
from aigaq.law.read.limits import Budget
from aigaq.law.read.plain import require_text
from aigaq.law.read.streams import check_streams
from aigaq.law.source import Source

if TYPE_CHECKING:
    import pypdfium2

_PASSWORD = 4
_SECURITY = 5


def read_pdf(data: bytes, *, budget: Budget) -> Source:
    """Return the text of a PDF.

    Raises:
        UnreadableInput: ``read.damaged``, ``read.encrypted``, ``read.too-many-pages``, ``read.scan``,
            ``read.no-mapping``, ``read.bomb``, ``read.too-long`` or ``read.too-slow``.
    """
    check_streams(data, budget=budget)
    lines, pages, mixed = _all_lines(data, budget=budget)
    _refuse_unmapped(lines, name=budget.name)
    kept, repeated = drop_repeated(lines, pages=pages)
    blocks, undecided = join_words(paragraphs(kept))
    composed = compose(blocks, unit="page")
    require_text(composed.text, name=budget.name)
    return Source(
        name=budget.name,
        media="application/pdf",
        sha256=hashlib.sha256(data).hexdigest(),
        text=composed.text,
        places=composed.places,
        warnings=tuple(_warnings(repeated, pages=pages, undecided=undecided, beside=mixed)),
    )


def _all_lines(data: bytes, *, budget: Budget) -> tuple[list[Line], int, bool]:
    """Return the lines of all pages, the number of pages, and whether many lines stand side by side."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        raise _cannot_open(fault, budget.name) from fault
    try:
        return _lines_of(document, budget=budget)
    finally:
        document.close()


def _cannot_open(fault: Exception, name: str) -> UnreadableInput:
    if getattr(fault, "err_code", None) in (_PASSWORD, _SECURITY) or "password" in str(fault).lower():
        return encrypted(name)
    return damaged(name, "it is cut off, or no PDF")


def _lines_of(document: pypdfium2.PdfDocument, *, budget: Budget) -> tuple[list[Line], int, bool]:
    """Return the lines of all pages; raise for too many pages, too much text, and pages that are pictures."""
    pages = len(document)
    _check_pages(pages, budget=budget)
    lines: list[Line] = []
    pictures: list[int] = []
    size = 0
    for number in range(1, pages + 1):
        budget.check_time(f"page {number}")
        found, picture = _page(document, number, budget=budget)
        size += sum(len(line.text) for line in found)
        budget.check_text(size)
        lines.extend(found)
        if picture and not found:
            pictures.append(number)
    if pictures or not lines:
        raise _scan(budget.name, pictures, pages=pages)
    return lines, pages, 5 * overlapping(lines) > len(lines)


def _check_pages(pages: int, *, budget: Budget) -> None:
    if pages == 0:
        raise damaged(budget.name, "it has no pages")
    if pages > budget.limits.max_pages:
        raise UnreadableInput(
            "read.too-many-pages",
            "{name} has {pages} pages; at most {most} are read.",
            hint="Split the file: one law, one file.",
            name=budget.name,
            pages=pages,
            most=budget.limits.max_pages,
        )


def _page(document: pypdfium2.PdfDocument, number: int, *, budget: Budget) -> tuple[list[Line], bool]:
    """Return the lines of a page, and whether a picture covers at least half of it."""
    import pypdfium2

    try:
        page = document[number - 1]
        text_page = page.get_textpage()
        budget.check_text(text_page.count_chars())
        lines = list(_lines(text_page, number))
        return lines, not lines and _is_picture(page)
    except pypdfium2.PdfiumError as fault:
        raise damaged(budget.name, f"page {number} cannot be read") from fault


def _lines(text_page: pypdfium2.PdfTextPage, page: int) -> Iterator[Line]:
    """Yield the lines of a page in the order of the file, with the place of their first and last letters."""
    from pypdfium2 import raw

    at = 0
    for text in text_page.get_text_range(errors="replace").split("\r\n"):
        bare = text.strip()
        if bare:
            start = at + len(text) - len(text.lstrip())
            first = raw.FPDFText_GetCharIndexFromTextIndex(text_page, start)
            last = raw.FPDFText_GetCharIndexFromTextIndex(text_page, start + _units(bare) - 1)
            left, bottom, _, _ = text_page.get_charbox(max(0, first), loose=True)
            yield Line(bare, page, left, _right(text_page, bare, last), bottom)
        at += _units(text) + 2


def _right(text_page: pypdfium2.PdfTextPage, text: str, last: int) -> float:
    return float(text_page.get_charbox(max(0, last), loose=True)[2])


def _units(text: str) -> int:
    """Return the length of ``text`` in UTF-16 units, in which PDFium counts."""
    return len(text) + sum(1 for character in text if character > "\uffff")


def _is_picture(page: pypdfium2.PdfPage) -> bool:
    from pypdfium2 import raw

    width, height = page.get_size()
    for picture in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=2):
        left, bottom, right, top = picture.get_bounds()
        if (right - left) * (top - bottom) * 2 >= width * height:
            return True
    return False


def _scan(name: str, pictures: list[int], *, pages: int) -> UnreadableInput:
    some = bool(pictures) and len(pictures) < pages
    shown = ", ".join(map(str, pictures[:10])) + (" …" if len(pictures) > 10 else "")
    return UnreadableInput(
        "read.scan",
        "{name} is a scan: {which} text layer.",
        hint="Run text recognition (OCR) with Russian and Kazakh, check the result, and give that.",
        name=name,
        which=f"page {shown} of {pages} has no" if some else f"none of its {pages} pages has a",
    )


def _refuse_unmapped(lines: list[Line], *, name: str) -> None:
    """Raise when more than one character in twenty maps to nothing."""
    text = "".join(line.text for line in lines)
    lost = sum(1 for c in text if c == "\ufffd" or "\ue000" <= c <= "\uf8ff" or c < " " and c not in "\t\n")
    if 20 * lost > len(text):
        raise UnreadableInput(
            "read.no-mapping",
            "{name} has a text layer, but {lost} of its {all} characters map to no letter.",
            hint="Run text recognition (OCR) on it, or ask for the DOCX.",
            name=name,
            lost=lost,
            all=len(text),
        )


def _warnings(repeated: list[Repeated], *, pages: int, undecided: int, beside: bool) -> Iterator[str]:
    """Yield one sentence for what was left out or is uncertain."""
    for found in repeated:
        yield f"A {found.kind} on {found.pages} of {pages} pages was left out."
    if undecided:
        yield f"{undecided} words are broken at a line end by a hyphen that may belong to them; left as printed."
    if beside:
        yield "Many lines stand side by side, as in columns or tables: check the order of the text."
