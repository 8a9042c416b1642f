"""The canonical bytes of a capture, which are an entry of the log: JSON, sorted names, no space, one line, UTF-8."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Final

from aigaq.errors import UnreadableInput
from aigaq.evidence.capture.capture import (
    FORMAT,
    VERSION,
    Capture,
    Hop,
    How,
    Outcome,
    Reason,
    Stated,
    Tls,
    Warc,
)

INSTANT: Final = "%Y-%m-%dT%H:%M:%SZ"
"""How a moment is written: UTC, whole seconds (a profile of RFC 3339)."""

_MOST = 1024 * 1024


def entry(capture: Capture) -> bytes:
    """Return the canonical bytes of a capture; `read_entry` gives it back."""
    value: dict[str, object] = {
        "format": FORMAT,
        "version": VERSION,
        "asked": capture.asked,
        "how": capture.how.value,
        "outcome": capture.outcome.value,
        "reason": capture.reason.value,
        "status": capture.status,
        "final": capture.final,
        "hops": [{"url": hop.url, "status": hop.status} for hop in capture.hops],
        "started": capture.started.strftime(INSTANT),
        "ended": capture.ended.strftime(INSTANT),
        "clock": capture.clock,
        "client": capture.client,
        "media": capture.media,
        "name": capture.name,
        "bytes": capture.bytes,
        "sha256": capture.sha256,
        "title": capture.title,
        "warc": _warc(capture.warc),
        "stated": [{"where": it.where, "value": it.value, "date": it.date} for it in capture.stated],
        "tls": _tls(capture.tls),
    }
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def read_entry(data: bytes) -> Capture:
    """Return the capture that `entry` wrote.

    Raises:
        UnreadableInput: ``capture.entry``, when the bytes are not exactly what `entry` writes.
    """
    try:
        if len(data) > _MOST:
            raise ValueError("too long")
        capture = _capture(json.loads(data))
        same = entry(capture) == data
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, OverflowError):
        same = False
    if not same:
        raise UnreadableInput(
            "capture.entry",
            "An entry of the log is no capture as this version writes it.",
            hint="Check the log with aigaq evidence verify; an entry of a newer version needs a newer aigaq.",
        )
    return capture


def captures(entries: Iterable[bytes]) -> Iterator[tuple[int, Capture]]:
    """Yield each capture of a log with its number; entries of other formats are passed over.

    Raises:
        UnreadableInput: An entry says that it is a capture, and is none.
    """
    for at, data in enumerate(entries):
        if is_capture(data):
            yield at, read_entry(data)


def is_capture(data: bytes) -> bool:
    """Tell whether an entry says of itself that it is a capture."""
    return f'"format":"{FORMAT}"'.encode() in data


def _warc(warc: Warc | None) -> object:
    return {"file": warc.file, "sha256": warc.sha256, "bytes": warc.bytes} if warc else None


def _tls(tls: Tls | None) -> object:
    if tls is None:
        return None
    return {"version": tls.version, "cipher": tls.cipher, "chain": list(tls.chain), "verified": tls.verified}


def _capture(value: Mapping[str, object]) -> Capture:
    warc, tls = value["warc"], value["tls"]
    return Capture(
        asked=_text(value["asked"]),
        how=How(_text(value["how"])),
        outcome=Outcome(_text(value["outcome"])),
        reason=Reason(_text(value["reason"])),
        status=_status(value["status"]),
        final=_text(value["final"]),
        hops=tuple(Hop(_text(hop["url"]), _status(hop["status"])) for hop in _rows(value["hops"])),
        started=_instant(value["started"]),
        ended=_instant(value["ended"]),
        clock=_text(value["clock"]),
        client=_text(value["client"]),
        media=_text(value["media"]),
        name=_text(value["name"]),
        bytes=_number(value["bytes"]),
        sha256=_text(value["sha256"]),
        title=_text(value["title"]),
        warc=None if warc is None else _warc_of(_row(warc)),
        stated=tuple(
            Stated(_text(it["where"]), _text(it["value"]), _text(it["date"])) for it in _rows(value["stated"])
        ),
        tls=None if tls is None else _tls_of(_row(tls)),
    )


def _warc_of(row: Mapping[str, object]) -> Warc:
    return Warc(_text(row["file"]), _text(row["sha256"]), _number(row["bytes"]))


def _tls_of(row: Mapping[str, object]) -> Tls:
    chain = row["chain"]
    if not isinstance(chain, list) or not isinstance(row["verified"], bool):
        raise TypeError("a chain is a list")
    return Tls(_text(row["version"]), _text(row["cipher"]), tuple(map(_text, chain)), row["verified"])


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a text was expected")
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError("a number was expected")
    return value


def _status(value: object) -> int | None:
    return None if value is None else _number(value)


def _instant(value: object) -> datetime:
    return datetime.fromisoformat(_text(value)).astimezone(UTC)


def _row(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise TypeError("an object was expected")
    return value


def _rows(value: object) -> Iterator[Mapping[str, object]]:
    if not isinstance(value, list):
        raise TypeError("a list was expected")
    return map(_row, value)
