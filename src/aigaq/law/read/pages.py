"""The pages of a PDF as lines: a child process of its own, because PDFium is C code.

PDFium cannot be interrupted, and small hostile files keep it busy for hours or use up all memory. So the
reader starts this module as a child with the file on standard input, gets JSON on standard output, and
ends the child when its time is up. The child opens no file and no network connection.
"""

from __future__ import annotations

import ctypes
import json
import re
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from aigaq.law.read.blocks import superscript

if TYPE_CHECKING:
    import pypdfium2  # type: ignore[import-untyped]

# A line ends at CR LF, or after U+FFFE, which PDFium puts in the place of a hyphen at a line end.
_LINE = re.compile("[^\r\ufffe]*(?:\r\n|\r|\ufffe)|[^\r\ufffe]+")
_AFTER_WORD = re.compile(r"(?<=\S)[0-9]+")
_SMALLER = 0.85
_HIGHER = 0.1
_PASSWORD = 4
_SECURITY = 5


def main(arguments: list[str], data: bytes) -> str:
    """Return the answer to the reader as JSON.

    Args:
        arguments: Most pages, most characters, most bytes of memory.
        data: The bytes of the PDF.

    Returns:
        An object with ``fault`` and ``where``, or with ``pages``, ``pictures`` (numbers of pages that are
        pictures) and ``lines``: text, page, left, right and base, in points.
    """
    most_pages, most_text, memory = map(int, arguments)
    _bound_memory(memory)
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        locked = getattr(fault, "err_code", None) in (_PASSWORD, _SECURITY)
        return _fault("encrypted" if locked else "damaged")
    if len(document) > most_pages:
        return _fault("pages", len(document))
    return _read(document, most_text)


def _fault(fault: str, where: int = 0) -> str:
    return json.dumps({"fault": fault, "where": where})


def _bound_memory(most: int) -> None:
    """Bound the memory of this process, on systems that can."""
    try:
        import resource
    except ImportError:
        return
    try:
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    except (ValueError, OSError):
        return


def _read(document: pypdfium2.PdfDocument, most_text: int) -> str:
    import pypdfium2

    lines: list[tuple[str, int, float, float, float]] = []
    pictures: list[int] = []
    for number in range(1, len(document) + 1):
        try:
            page = document[number - 1]
            text_page = page.get_textpage()
        except pypdfium2.PdfiumError:
            return _fault("page", number)
        most_text -= text_page.count_chars()
        if most_text < 0:
            return _fault("text", number)
        found = list(_lines(text_page, number))
        lines += found
        if not found and _is_picture(page):
            pictures.append(number)
        text_page.close()
        page.close()
    return json.dumps({"pages": len(document), "pictures": pictures, "lines": lines})


def _lines(text_page: pypdfium2.PdfTextPage, page: int) -> Iterator[tuple[str, int, float, float, float]]:
    """Yield the lines of a page in the order of the file, with the place of their first and last letters."""
    from pypdfium2 import raw

    at = 0
    for text in _LINE.findall(text_page.get_text_range(errors="replace")):
        bare = text.strip()
        if bare:
            start = at + len(text) - len(text.lstrip())
            first = raw.FPDFText_GetCharIndexFromTextIndex(text_page, start)
            last = raw.FPDFText_GetCharIndexFromTextIndex(text_page, start + _units(bare) - 1)
            left, base, _, _ = text_page.get_charbox(max(0, first), loose=True)
            right = text_page.get_charbox(max(0, last), loose=True)[2]
            bare = _with_superscripts(text_page, bare, start)
            yield bare, page, round(left, 1), round(right, 1), round(base, 1)
        at += _units(text)


def _with_superscripts(text_page: pypdfium2.PdfTextPage, text: str, start: int) -> str:
    """Return a line with its raised digits as superscript characters, so that 14 with a raised 1 is not 141.

    A digit is raised when it is smaller than the character before it and stands higher.
    """
    out = list(text)
    for found in _AFTER_WORD.finditer(text):
        size, base = _size_and_base(text_page, start + found.start() - 1)
        for at in range(found.start(), found.end()):
            own_size, own_base = _size_and_base(text_page, start + at)
            if own_size < _SMALLER * size and own_base > base + _HIGHER * size:
                out[at] = superscript(text[at])
            else:
                size, base = own_size, own_base
    return "".join(out)


def _size_and_base(text_page: pypdfium2.PdfTextPage, at: int) -> tuple[float, float]:
    """Return the height of a character and its baseline, in points."""
    from pypdfium2 import raw

    index = max(0, raw.FPDFText_GetCharIndexFromTextIndex(text_page, at))
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text_page, index, x, y)
    _, bottom, _, top = text_page.get_charbox(index, loose=True)
    return top - bottom, y.value


def _units(text: str) -> int:
    """Return the length of ``text`` in UTF-16 units, in which PDFium counts."""
    return len(text) + sum(1 for character in text if character > "\uffff")


def _is_picture(page: pypdfium2.PdfPage) -> bool:
    """Tell whether a picture covers at least half of a page."""
    from pypdfium2 import raw

    width, height = page.get_size()
    for picture in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=2):
        left, bottom, right, top = picture.get_bounds()
        if (right - left) * (top - bottom) * 2 >= width * height:
            return True
    return False


if __name__ == "__main__":
    sys.stdout.buffer.write(main(sys.argv[1:], sys.stdin.buffer.read()).encode())
