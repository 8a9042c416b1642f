"""PDF: pages, page numbers, scans, locks, and files that PDFium chokes on."""

from __future__ import annotations

import zlib

import pytest

from aigaq.errors import UnreadableInput
from aigaq.law.read import Limits, read_bytes
from tests.law.read.samples import Placed, pdf_bytes, pdf_objects

CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"


IMAGE_OBJECT = (
    b"<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>"
    b"stream\nx\nendstream"
)


def document(pages: int) -> bytes:
    made: list[list[Placed]] = []
    for n in range(1, pages + 1):
        text = [(90.0, 740.0, f"{n}) абзац вымышленного закона, который длинный"), (60.0, 726.0, f"{'и ' * n}конец")]
        made.append([(60.0, 800.0, "ВЫМЫСЕЛ"), *text, (290.0, 30.0, f"– {n} –")])
    return pdf_bytes(made)


def one_page(content: bytes, *, packing: bytes = b"/FlateDecode", more: bytes = b"") -> bytes:
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    return pdf_objects(
        [
            CATALOG,
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 %b>>%b>>/Contents 4 0 R>>"
            % (font, more),
            b"<</Length %d/Filter%b>>stream\n%b\nendstream" % (len(content), packing, content),
            IMAGE_OBJECT,
        ]
    )


def test_pages_are_places_and_heads_are_left_out() -> None:
    source = read_bytes(document(4), name="law.pdf")
    expected = [f"{n}) абзац вымышленного закона, который длинный\n{'и ' * n}конец" for n in range(1, 5)]
    assert source.text == "\n\n".join(expected) + "\n"
    assert source.warnings == (
        "A running head on 4 of 4 pages was left out.",
        "A page number on 4 of 4 pages was left out.",
    )
    for n in range(1, 5):
        place = source.place(source.text.index(f"{n}) абзац"))
        assert place is not None and (place.unit, place.number) == ("page", n)


def test_kazakh_letters_and_a_number_at_a_line_end() -> None:
    source = read_bytes(pdf_bytes([[(60, 700, "Қазақ әөү № 14-"), (60, 686, "1 «бап»")]]), name="law.pdf")
    assert source.text == "Қазақ әөү № 14-\n1 «бап»\n"


def test_raised_digits_are_not_glued_to_the_number() -> None:
    content = b"BT /F1 12 Tf 60 700 Td (Art 14) Tj /F1 7 Tf 4 Ts (1) Tj /F1 12 Tf 0 Ts (. m2 3) Tj ET"
    source = read_bytes(one_page(zlib.compress(content)), name="law.pdf")
    assert source.text == "Art 14¹. m2 3\n"
    assert source.warnings == ("1 raised digits were written as superscript digits.",)


def locked() -> bytes:
    """Return a PDF whose password nobody knows."""
    lock = b"/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O<%b>/U<%b>>>/ID[<00><00>]" % (b"ab" * 32, b"cd" * 32)
    return document(1).replace(b"/Root 1 0 R", b"/Root 1 0 R" + lock)


IMAGE = b"/XObject<</I 5 0 R>>"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (one_page(zlib.compress(b"595 0 0 842 0 0 cm /I Do"), more=IMAGE), "read.scan"),
        (one_page(zlib.compress(b" ")), "read.scan"),
        (pdf_bytes([[(60, 700, "\ue000\ue001 ая")]]), "read.no-mapping"),
        (locked(), "read.encrypted"),
        (document(1)[:700], "read.damaged"),
        (b"%PDF-1.4\nnothing", "read.damaged"),
        (pdf_objects([CATALOG, b"<</Type/Pages/Count 2/Kids[2 0 R 2 0 R]>>"]), "read.damaged"),
        (pdf_objects([CATALOG, b"<</Type/Pages/Count 1000000/Kids[2 0 R]>>"]), "read.too-many-pages"),
        (one_page(zlib.compress(b" " * 30_000_000)), "read.bomb"),
        (one_page(zlib.compress(b"q " * 10_000_000)), "read.bomb"),
        (one_page(zlib.compress(zlib.compress(b" " * 9_000_000)), packing=b"[/FlateDecode/Fl]"), "read.bomb"),
        (one_page(b"q " * 9_000_000, packing=b"[]"), "read.bomb"),
    ],
)
def test_what_cannot_be_read(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_bytes(data, name="law.pdf")
    assert caught.value.code == code
    assert caught.value.hint_text()


def test_a_scanned_page_between_others_is_named() -> None:
    text = b"BT /F1 12 Tf 60 700 Td (Law) Tj ET"
    pages = [text, b"595 0 0 842 0 0 cm /I Do", text]
    objects = [CATALOG, b"<</Type/Pages/Count 3/Kids[4 0 R 6 0 R 8 0 R]>>", IMAGE_OBJECT]
    for n, content in enumerate(pages):
        resources = b"<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>/XObject<</I 3 0 R>>>>"
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources%b/Contents %d 0 R>>" % (resources, 5 + 2 * n)
        )
        objects.append(b"<</Length %d>>stream\n%b\nendstream" % (len(content), content))
    with pytest.raises(UnreadableInput, match="page 2 of 3 has no text layer"):
        read_bytes(pdf_objects(objects), name="law.pdf")


def test_a_file_that_keeps_pdfium_busy_is_stopped() -> None:
    data = b"%PDF-1.4\n" + b"1 0 obj <</Filter/FlateDecode>>stream\n" * 10_000
    with pytest.raises(UnreadableInput) as caught:
        read_bytes(data, name="law.pdf", limits=Limits(max_seconds=1))
    assert caught.value.code == "read.too-slow"


@pytest.mark.parametrize(("pages", "code"), [(1, "read.too-long"), (4, "read.too-many-pages")])
def test_limits(pages: int, code: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_bytes(document(pages), name="law.pdf", limits=Limits(max_pages=3, max_text=40))
    assert caught.value.code == code
