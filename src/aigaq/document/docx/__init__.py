"""DOCX (ECMA-376 Part 1, WordprocessingML): A4 landscape, heading rows that repeat, marks that print in black.

The file is written part by part, so nothing is in it that was not put there: no template, no author, no
revision numbers, no times.
"""

from __future__ import annotations

from aigaq.document.archive import pack
from aigaq.document.docx.body import body
from aigaq.document.docx.parts import (
    CONTENT_TYPES,
    DOCUMENT_RELATIONS,
    FONTS,
    RELATIONS,
    SETTINGS,
    footer,
    header,
)
from aigaq.document.docx.styles import styles
from aigaq.document.model import Document
from aigaq.document.scrub import APP, CORE, app, core
from aigaq.locale import tag


def write(document: Document) -> bytes:
    """Return ``document`` as a DOCX file."""
    language = tag(document.language)
    return pack(
        {
            "[Content_Types].xml": CONTENT_TYPES.encode(),
            "_rels/.rels": RELATIONS.encode(),
            "word/document.xml": body(document).encode(),
            "word/_rels/document.xml.rels": DOCUMENT_RELATIONS.encode(),
            "word/styles.xml": styles(language).encode(),
            "word/settings.xml": SETTINGS.format(language=language).encode(),
            "word/fontTable.xml": FONTS.encode(),
            "word/header1.xml": header(document).encode(),
            "word/footer1.xml": footer(document).encode(),
            CORE: core(document.title, language),
            APP: app(),
        }
    )
