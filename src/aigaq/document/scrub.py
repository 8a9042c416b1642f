"""Scrubbing: an Office file keeps its title and language, and nothing about who made it, when and with what.

Sources: ECMA-376 Part 2 (Open Packaging Conventions), clause 11, core properties; Part 1, clause 22.2,
extended properties.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

from aigaq.document.archive import pack, unpack

CORE = "docProps/core.xml"
APP = "docProps/app.xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def core(title: str, language: str) -> bytes:
    """Return core properties that state a title and a language and nothing else.

    >>> b"creator" in core("A table", "ru-RU")
    False
    """
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:language>{escape(language)}</dc:language></cp:coreProperties>"
    ).encode()


def app() -> bytes:
    """Return extended properties that state nothing."""
    return (
        f'{_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
    ).encode()


def scrub(data: bytes, *, title: str, language: str) -> bytes:
    """Return the Office file ``data`` with bare properties and without the times its members were written.

    Args:
        data: A DOCX or XLSX file.
        title: Title that its properties are to state.
        language: Language tag that its properties are to state, e.g. ``"kk-KZ"``.
    """
    bare = {CORE: core(title, language), APP: app()}
    return pack({name: bare.get(name, content) for name, content in unpack(data).items()})
