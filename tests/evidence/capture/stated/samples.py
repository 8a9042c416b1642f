"""Small documents that state things of themselves."""

from __future__ import annotations

import io
import json
import zipfile

CORE = """<?xml version="1.0" encoding="UTF-8"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>Салыстырма кесте</dc:title>
<dc:creator>Person A</dc:creator><cp:lastModifiedBy>Person B</cp:lastModifiedBy>
<dcterms:created xsi:type="dcterms:W3CDTF">2025-11-10T05:00:00Z</dcterms:created>
<dcterms:modified xsi:type="dcterms:W3CDTF">2025-11-14T05:00:00Z</dcterms:modified></cp:coreProperties>"""

MHTML = (
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/bill\r\n"
    b"Subject: =?utf-8?Q?=D0=97=D0=B0=D2=A3?=\r\nDate: Sun, 16 Nov 2025 15:15:00 +0500\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related; type="text/html"; boundary="----x----"\r\n\r\n\r\n'
    b"------x----\r\nContent-Type: text/html\r\nContent-Location: https://example.org/bill?id=1\r\n\r\n<html>1</html>\r\n"
)


def zipped(parts: dict[str, str | bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return packed.getvalue()


def office(core: str = CORE, main: str = "word/document.xml") -> bytes:
    return zipped({main: "<x/>", "docProps/core.xml": core})


def wacz() -> bytes:
    package = {"created": "2025-11-16T10:15:00Z", "title": "A bill", "mainPageUrl": "https://example.org/"}
    pages = [
        {"format": "json-pages-1.0", "id": "pages"},
        {"url": "https://example.org/bill", "ts": "2025-11-15T01:02:03Z", "title": "Bill"},
    ]
    lines = "".join(json.dumps(page) + "\n" for page in pages)
    return zipped({"datapackage.json": json.dumps(package), "pages/pages.jsonl": lines})


def pdf(
    info: str = "/Title (Bill) /Author (Person A) /CreationDate (D:20251112093000+05'00') /ModDate (D:2025)",
) -> bytes:
    """Return a PDF of one empty page with an information dictionary."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
        f"<< {info} >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer\n<< /Size 5 /Root 1 0 R /Info 4 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 5\n0000000000 65535 f \n{rows}{end}".encode()
