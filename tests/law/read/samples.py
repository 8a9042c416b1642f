"""Files made for these tests, in every format, from one fictional law. No sentence of it is real."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from html import escape

import docx

LAW_RU = (
    "О вымышленных библиотеках",
    "Глава 1. ОБЩИЕ ПОЛОЖЕНИЯ",
    "Статья 1. Основные понятия",
    "1. В настоящем вымышленном Законе используются понятия:",
    "1) библиотека – дом, где хранят «книги» № 5;",
    "2) читатель – тот, кто их читает.",
    "Статья 14-1. Срок выдачи",
    "1. Книгу выдают на 10 дней.",
)
LAW_KK = (
    "Ойдан шығарылған кітапханалар туралы",
    "1-тарау. ЖАЛПЫ ЕРЕЖЕЛЕР",
    "1-бап. Негізгі ұғымдар",
    "1. Осы ойдан шығарылған Заңда мынадай ұғымдар пайдаланылады:",
    "1) кітапхана – «кітаптар» сақталатын үй;",
    "2) оқырман – оларды оқитын адам, өзге де көңіл бөлуші һәм қонақ.",
    "14-1-бап. Беру мерзімі",
    "1. Кітап 10 күнге беріледі.",
)
LAWS = {"ru": LAW_RU, "kk": LAW_KK}


def docx_bytes(document: object) -> bytes:
    stream = io.BytesIO()
    document.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()


def docx_law(paragraphs: Iterable[str]) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return docx_bytes(document)


def package(body: str, *, numbering: str = "", styles: str = "", head: str = "") -> bytes:
    """Return a DOCX written by hand around ``body``."""
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    space = f'xmlns:w="{w}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{rels}"><Relationship Id="a" Type="{kind}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{rels}"><Relationship Id="a" '
        f'Type="{kind}/numbering" Target="numbering.xml"/><Relationship Id="b" Type="{kind}/styles" '
        'Target="styles.xml"/></Relationships>',
        "word/document.xml": f"{head}<w:document {space}><w:body>{body}</w:body></w:document>",
        "word/numbering.xml": f"<w:numbering {space}>{numbering}</w:numbering>",
        "word/styles.xml": f"<w:styles {space}>{styles}</w:styles>",
    }
    return zipped(parts)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()


def html_law(paragraphs: Iterable[str]) -> bytes:
    """Return a page in the manner of the official database."""
    first, *rest = paragraphs
    body = "\n".join(f'<p id="z{n}">&nbsp;&nbsp;&nbsp; {escape(text)}</p>' for n, text in enumerate(rest))
    return (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>Вымысел</title><script>var a = 1;</script>'
        '</head><body><div class="menu"><a href="/">Главная</a></div>'
        f'<div class="container_alpha slogan"><h1>{escape(first)}</h1></div>'
        f'<div class="container_gamma text text_upd"><article>{body}</article></div></body></html>'
    ).encode()


def rtf_law(paragraphs: Iterable[str]) -> bytes:
    r"""Return an RTF in Windows-1251 with ``\u`` for letters that it lacks."""
    text = "".join(f"\\pard\\plain\\f0 {_rtf(paragraph)}\\par\r\n" for paragraph in paragraphs)
    head = "{\\rtf1\\ansi\\ansicpg1251\\deff0{\\fonttbl{\\f0\\fnil\\fcharset204 Times New Roman;}}\r\n"
    return (head + text + "}").encode("ascii")


def _rtf(text: str) -> str:
    out = []
    for character in text:
        raw = character.encode("cp1251", "ignore")
        if character in "\\{}":
            out.append("\\" + character)
        elif character.isascii():
            out.append(character)
        else:
            out.append(f"\\'{raw[0]:02x}" if raw else f"\\u{ord(character)}\\'3f")
    return "".join(out)


WIDTHS = f"/FirstChar 0/LastChar 255/Widths[{' '.join(['500'] * 256)}]"
PAGE = "/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>"
Placed = tuple[float, float, str]


def pdf_bytes(pages: Sequence[Sequence[Placed]]) -> bytes:
    """Return a PDF with text at places (x, y), by a font without a file and a map to Unicode."""
    letters = sorted({c for page in pages for _, _, text in page for c in text})
    code = {letter: 33 + n for n, letter in enumerate(letters)}
    pairs = [f"<{code[c]:02X}> <{c.encode('utf-16-be').hex().upper()}>" for c in letters]
    chunks = [pairs[n : n + 100] for n in range(0, len(pairs), 100)]
    maps = "\n".join(f"{len(c)} beginbfchar\n" + "\n".join(c) + "\nendbfchar" for c in chunks)
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <FF> endcodespacerange\n{maps}\nendcmap end end"
    )
    kids = " ".join(f"{5 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>",
        f"<</Type/Font/Subtype/Type1/BaseFont/Helvetica{WIDTHS}/ToUnicode 4 0 R>>",
        f"<</Length {len(cmap)}>>stream\n{cmap}\nendstream",
    ]
    for n, page in enumerate(pages):
        lines = (f"1 0 0 1 {x} {y} Tm <{''.join(f'{code[c]:02X}' for c in text)}> Tj" for x, y, text in page)
        content = "BT /F1 12 Tf\n" + "\n".join(lines) + "\nET"
        objects += [
            f"<</Type/Page/Parent 2 0 R{PAGE}/Contents {6 + 2 * n} 0 R>>",
            f"<</Length {len(content)}>>stream\n{content}\nendstream",
        ]
    return pdf_objects([text.encode("latin-1") for text in objects])


def pdf_objects(objects: Sequence[bytes]) -> bytes:
    """Return a PDF of objects, the first being the catalog."""
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
    return out + table + trailer


def pdf_law(paragraphs: Iterable[str]) -> bytes:
    """Return pages of indented paragraphs, each broken into lines of at most 60 letters."""
    placed: list[Placed] = []
    y = 780.0
    for paragraph in paragraphs:
        for n, line in enumerate(_wrapped(paragraph)):
            placed.append((60.0 if n else 90.0, y, line))
            y -= 14
    return pdf_bytes([placed])


def _wrapped(text: str) -> list[str]:
    lines = [""]
    for word in text.split(" "):
        if len(lines[-1]) + len(word) > 50:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
