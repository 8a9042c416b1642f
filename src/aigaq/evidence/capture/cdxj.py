"""The index of archived records: CDXJ, a line each, sorted, so that a reader finds a page without reading all files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO, Final
from urllib.parse import urlsplit

from attrs import frozen

from aigaq.evidence.capture.url import PORTS

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_KINDS: Final = frozenset({"response", "resource"})


@frozen(order=True)
class Line:
    """One line of the index.

    Args:
        key: The URL in the order in which archives sort.
        stamp: When it was fetched: fourteen digits.
        url: What was fetched.
        date: The same moment as WARC writes it.
        data: What else the line holds, as JSON.
    """

    key: str
    stamp: str
    url: str
    date: str
    data: str

    def __str__(self) -> str:
        return f"{self.key} {self.stamp} {self.data}\n"


def index(file: BinaryIO, *, name: str) -> Iterator[Line]:
    """Yield a line for each response and each imported file in a WARC file.

    Args:
        file: The WARC file.
        name: Its name, as the index gives it.
    """
    from warcio.archiveiterator import ArchiveIterator

    reader = ArchiveIterator(file)
    for record in reader:
        if record.rec_type in _KINDS:
            offset, status, media = reader.get_record_offset(), _status(record), _media(record)
            headers = record.rec_headers
            url, date = headers.get_header("WARC-Target-URI"), headers.get_header("WARC-Date")
            values = {
                "url": url,
                "mime": media,
                "status": status,
                "digest": headers.get_header("WARC-Payload-Digest"),
                "length": str(reader.get_record_length()),
                "offset": str(offset),
                "filename": name,
            }
            data = json.dumps({key: value for key, value in values.items() if value}, ensure_ascii=False)
            yield Line(surt(url), re.sub(r"[^0-9]", "", date), url, date, data)


def surt(url: str) -> str:
    """Return a URL as archives sort it: the host from its end, small letters, the query in order.

    >>> surt("https://www.Example.org:8443/A/?b=2&a=1")
    'org,example:8443)/a?a=1&b=2'
    """
    parts = urlsplit(url)
    if parts.scheme not in PORTS:
        return url
    host = re.sub(r"^www\d*\.", "", parts.hostname or "").split(".")
    port = "" if parts.port in {None, PORTS[parts.scheme]} else f":{parts.port}"
    path = parts.path.lower().rstrip("/") or "/"
    query = "&".join(sorted(parts.query.lower().split("&")))
    return f"{','.join(reversed(host))}{port}){path}{'?' + query if query else ''}"


def _status(record: ArcWarcRecord) -> str:
    return record.http_headers.get_statuscode() if record.http_headers else ""


def _media(record: ArcWarcRecord) -> str:
    if record.http_headers is None:
        return record.rec_headers.get_header("Content-Type") or ""
    return (record.http_headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()
