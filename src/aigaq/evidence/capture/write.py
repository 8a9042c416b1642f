"""What goes into the WARC file of a capture: who wrote it, each hop as it went over the wire, what else is known."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from datetime import datetime
from typing import BinaryIO, Final

from aigaq.evidence.capture.capture import Reason
from aigaq.evidence.capture.exchange import Exchange
from aigaq.evidence.capture.terms import Terms
from aigaq.evidence.capture.warc import FIELDS, PEM_CHAIN, REQUEST, RESPONSE, Record, Writer, block, fields

_CONFORMS: Final = "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"
_INTERIM = re.compile(rb"HTTP/1\.[0-9] 1(?!01)[0-9]{2}[ \r\n](?:.*\n)*?\r?\n")
_CUT: Final = {
    Reason.TOO_LARGE: "length",
    Reason.TIMEOUT: "time",
    Reason.TOO_SLOW: "time",
    Reason.CLOSED: "disconnect",
    Reason.PROTOCOL: "unspecified",
}
"""Reasons of `WARC-Truncated` (WARC 1.1, section 5.13)."""


def write_fetched(out: BinaryIO, exchanges: Iterable[Exchange], *, terms: Terms) -> None:
    """Write the records of a look at a URL."""
    writer = Writer(out)
    for at, exchange in enumerate(exchanges):
        if at == 0:
            _write_info(writer, terms, at=exchange.started)
        _write_exchange(writer, exchange)


def write_taken(out: BinaryIO, file: BinaryIO, *, record: Record, terms: Terms) -> None:
    """Write the records of an imported file."""
    writer = Writer(out)
    _write_info(writer, terms, at=record.date)
    file.seek(0)
    writer.write(record)


def _write_info(writer: Writer, terms: Terms, *, at: datetime) -> None:
    info = fields(
        {"software": terms.client, "format": "WARC File Format 1.1", "conformsTo": _CONFORMS, "clock": terms.state()}
    )
    writer.write(Record(kind="warcinfo", date=at, media=FIELDS, block=block(info), length=len(info)))


def _write_exchange(writer: Writer, exchange: Exchange) -> None:
    """Write the response if any of it came, the request if any of it went, and what else is known."""
    name = ""
    if exchange.size:
        name = _write_response(writer, exchange)
    _write(writer, exchange, kind="request", media=REQUEST, data=exchange.sent, of=name)
    _write(writer, exchange, kind="metadata", media=FIELDS, data=_facts(exchange), of=name)
    if exchange.secured:
        _write(writer, exchange, kind="metadata", media=PEM_CHAIN, data=pem(exchange.secured.chain), of=name)


def _write_response(writer: Writer, exchange: Exchange) -> str:
    """Write the response; interim ones before it (RFC 9110, section 15.2) go into a record of their own."""
    start, name = interim(exchange.received), ""
    exchange.received.seek(0)
    before = exchange.received.read(start)
    if exchange.size > start:
        name = writer.write(
            Record(
                kind="response",
                date=exchange.started,
                media=RESPONSE,
                block=exchange.received,
                length=exchange.size - start,
                uri=exchange.url.text,
                headers={"WARC-IP-Address": exchange.address, "WARC-Truncated": _CUT.get(exchange.reason, "")},
            )
        )
    _write(writer, exchange, kind="metadata", media=RESPONSE, data=before, of=name)
    return name


def _write(writer: Writer, exchange: Exchange, *, kind: str, media: str, data: bytes, of: str) -> None:
    if not data:
        return
    writer.write(
        Record(
            kind=kind,
            date=exchange.started,
            media=media,
            block=block(data),
            length=len(data),
            uri=exchange.url.text,
            headers={"WARC-Concurrent-To": of},
        )
    )


def _facts(exchange: Exchange) -> bytes:
    tls = exchange.secured
    return fields(
        {
            "fault": exchange.reason.value,
            "fault-note": exchange.note,
            "tls-version": tls.version if tls else "",
            "tls-cipher": tls.cipher if tls else "",
            "tls-verified": ("yes" if tls.verified else "no") if tls else "",
        }
    )


def interim(received: BinaryIO) -> int:
    """Return how many bytes of interim responses (100 to 199, but 101) stand before the response itself."""
    received.seek(0)
    head, at = received.read(64 * 1024), 0
    while found := _INTERIM.match(head, at):
        at = found.end()
    return at


def pem(chain: Iterable[bytes]) -> bytes:
    """Return certificates as PEM (RFC 7468), in the order in which they were presented."""
    return b"".join(
        b"-----BEGIN CERTIFICATE-----\n" + _lines(base64.b64encode(der)) + b"-----END CERTIFICATE-----\n"
        for der in chain
    )


def _lines(text: bytes) -> bytes:
    return b"".join(text[at : at + 64] + b"\n" for at in range(0, len(text), 64))
