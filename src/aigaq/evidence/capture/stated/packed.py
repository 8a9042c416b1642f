"""What files inside a ZIP state: the core properties of Office documents, the data package of a WACZ file."""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Final

from aigaq.evidence.capture.day import iso_day
from aigaq.evidence.capture.stated.fault import Fault
from aigaq.evidence.capture.stated.found import Found

Row = tuple[str, str, str]

_FAULTS: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)
_MAINS: Final = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "ppt/presentation.xml": "pptx"}
_CORE: Final = "docProps/core.xml"
_PACKAGE: Final = "datapackage.json"
_PAGES: Final = "pages/pages.jsonl"
_MOST_PARTS: Final = 20_000
_LARGEST: Final = 4 * 1024 * 1024
_TERMS: Final = "{http://purl.org/dc/terms/}"
_DUBLIN: Final = "{http://purl.org/dc/elements/1.1/}"
_PROPERTIES: Final = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_DATES: Final = (
    (f"{_TERMS}created", "created"),
    (f"{_TERMS}modified", "modified"),
    (f"{_PROPERTIES}lastPrinted", "printed"),
)


def packed(data: bytes) -> Found:
    """Return what a ZIP file states, if it is an Office document or a WACZ file.

    Raises:
        Fault: ``damaged`` or ``too large``.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if len(names) > _MOST_PARTS:
                raise Fault("too large")
            office = next((kind for main, kind in _MAINS.items() if main in names), "")
            if office and _CORE in names:
                return _office(_part(archive, _CORE), office)
            if _PACKAGE in names:
                return _wacz(archive, names)
    except _FAULTS:
        raise Fault("damaged") from None
    return Found()


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return a part; never more of it than was declared and is allowed."""
    with archive.open(name) as part:
        data = part.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise Fault("too large")
    return data


def _office(data: bytes, kind: str) -> Found:
    from lxml import etree

    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise Fault("damaged")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise Fault("damaged") from None
    values = [(f"{kind}:{where}", root.findtext(tag) or "") for tag, where in _DATES]
    rows = [(where, value, iso_day(value)) for where, value in values]
    return Found.of(root.findtext(f"{_DUBLIN}title") or "", rows)


def _wacz(archive: zipfile.ZipFile, names: set[str]) -> Found:
    package = _object(_part(archive, _PACKAGE))
    rows = [(f"wacz:{key}", _text(package, key)) for key in ("created", "modified", "mainPageDate", "mainPageUrl")]
    dated = [(where, value, iso_day(value)) for where, value in rows]
    pages = _pages(_part(archive, _PAGES)) if _PAGES in names else iter(())
    return Found.of(_text(package, "title"), [*dated, *pages])


def _pages(data: bytes) -> Iterator[Row]:
    """Yield the pages that a WACZ file lists: when, where, and under which title."""
    for line in data.splitlines():
        page = _object(line)
        if url := _text(page, "url"):
            when = _text(page, "ts")
            yield "wacz:page", f"{when} {url} {_text(page, 'title')}".strip(), iso_day(when)


def _object(data: bytes) -> Mapping[str, object]:
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _text(value: Mapping[str, object], key: str) -> str:
    found = value.get(key, "")
    return found if isinstance(found, str) else ""
