"""The parts of a DOCX beside its body: content types, relations, settings, fonts, head and foot of the page."""

from __future__ import annotations

import re
from typing import Final
from xml.sax.saxutils import escape

from aigaq.document.model import Document
from aigaq.locale import translator

XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/"

CONTENT_TYPES: Final = (
    f'{XML}<Types xmlns="{_PACKAGE}content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_TYPE}{kind}+xml"/>'
        for part, kind in (
            ("document", "document.main"),
            ("styles", "styles"),
            ("settings", "settings"),
            ("fontTable", "fontTable"),
            ("header1", "header"),
            ("footer1", "footer"),
        )
    )
    + '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    '<Override PartName="/docProps/app.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>'
)

RELATIONS: Final = (
    f'{XML}<Relationships xmlns="{_PACKAGE}relationships">'
    f'<Relationship Id="rId1" Type="{_RELATION}officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}relationships/metadata/core-properties" '
    'Target="docProps/core.xml"/>'
    f'<Relationship Id="rId3" Type="{_RELATION}extended-properties" Target="docProps/app.xml"/>'
    "</Relationships>"
)

DOCUMENT_RELATIONS: Final = (
    f'{XML}<Relationships xmlns="{_PACKAGE}relationships">'
    + "".join(
        f'<Relationship Id="rId{at}" Type="{_RELATION}{kind}" Target="{part}.xml"/>'
        for at, (kind, part) in enumerate(
            (
                ("styles", "styles"),
                ("settings", "settings"),
                ("fontTable", "fontTable"),
                ("header", "header1"),
                ("footer", "footer1"),
            ),
            1,
        )
    )
    + "</Relationships>"
)
HEADER, FOOTER = "rId4", "rId5"

SETTINGS: Final = (
    f'{XML}<w:settings {NAMES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="{language}"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
)

FONTS: Final = (
    f'{XML}<w:fonts {NAMES}><w:font w:name="Times New Roman"><w:altName w:val="Liberation Serif"/>'
    '<w:panose1 w:val="02020603050405020304"/><w:charset w:val="CC"/><w:family w:val="roman"/>'
    '<w:pitch w:val="variable"/></w:font></w:fonts>'
)
"""The font of Kazakh official documents; Liberation Serif has the same widths and all Kazakh letters."""

_INVALID: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """Return ``text`` for XML 1.0: marks escaped, and what no XML may hold shown as U+FFFD."""
    return escape(_INVALID.sub("\ufffd", text))


def header(document: Document) -> str:
    """Return the head of every page: the short title."""
    title = clean(document.running or document.title)
    return (
        f'{XML}<w:hdr {NAMES}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{title}</w:t></w:r></w:p></w:hdr>'
    )


def footer(document: Document) -> str:
    """Return the foot of every page: page X of Y."""
    _ = translator(document.language)
    pieces = re.split(r"(\{pages?\})", _("Page {page} of {pages}"))
    runs = "".join(_field(piece) if piece.startswith("{") else _words(piece) for piece in pieces if piece)
    return f'{XML}<w:ftr {NAMES}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{runs}</w:p></w:ftr>'


def _field(piece: str) -> str:
    name = "NUMPAGES" if piece == "{pages}" else "PAGE"
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _words(piece: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{clean(piece)}</w:t></w:r>'
