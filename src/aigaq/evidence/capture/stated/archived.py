"""What an imported WARC file states: which URLs it holds, and when they were fetched by whoever wrote it."""

from __future__ import annotations

import io
from typing import Final

from aigaq.evidence.capture.day import iso_day
from aigaq.evidence.capture.stated.fault import Fault
from aigaq.evidence.capture.stated.found import Found
from aigaq.evidence.capture.warc import records

_KINDS: Final = frozenset({"response", "resource", "revisit", "conversion"})


def archived(data: bytes) -> Found:
    """Return what a WARC file states.

    Raises:
        Fault: ``damaged``, when not even its first record can be read.
    """
    rows = []
    seen = 0
    try:
        for record in records(io.BytesIO(data)):
            seen += 1
            headers = record.rec_headers
            if record.rec_type in _KINDS:
                date, url = headers.get_header("WARC-Date") or "", headers.get_header("WARC-Target-URI") or ""
                rows.append((f"warc:{record.rec_type}", f"{date} {url}", iso_day(date)))
    except ValueError:
        if not seen:
            raise Fault("damaged") from None
        rows.insert(0, ("warc:unread", "damaged", ""))
    return Found.of("", rows)
