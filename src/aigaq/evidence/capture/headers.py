"""What the headers of a response say of its content: media type, file name, dates as stated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import Message
from typing import Final
from urllib.parse import unquote

from aigaq.evidence.capture.capture import Stated
from aigaq.evidence.capture.day import http_day
from aigaq.evidence.capture.exchange import Exchange
from aigaq.evidence.capture.plain import plain

_MEDIA: Final = re.compile(r"[a-z0-9!#$&^_.+-]{1,64}/[a-z0-9!#$&^_.+-]{1,64}")
_DATES: Final = ("last-modified", "date")


def media_of(exchange: Exchange) -> str:
    """Return the media type that the server states, without parameters; empty where it states none."""
    stated = exchange.header("content-type").partition(";")[0].strip().lower()
    return stated if _MEDIA.fullmatch(stated) else ""


def charset_of(exchange: Exchange) -> str:
    """Return the character set that the server states; empty where it states none."""
    found = re.search(r"charset\s*=\s*\"?([\w.:-]+)", exchange.header("content-type"), re.IGNORECASE | re.ASCII)
    return found[1].lower() if found else ""


def name_of(exchange: Exchange) -> str:
    """Return the file name as served (RFC 6266), or else the last part of the URL; bare, and never a path."""
    disposition = Message()
    disposition["Content-Disposition"] = plain(exchange.header("content-disposition"))
    served = disposition.get_filename() or ""
    return bare(served) or bare(unquote(exchange.url.target.partition("?")[0].rpartition("/")[2]))


def bare(name: str) -> str:
    r"""Return a file name without folders and signs that cannot be seen.

    >>> bare("../../C:\\x\\bill.pdf"), bare("..")
    ('bill.pdf', '')
    """
    last = re.split(r"[/\\]", plain(name))[-1].strip(" .")
    return last[:200]


def stated_by(exchange: Exchange) -> Iterator[Stated]:
    """Yield what the server states: dates, and when it asks to come back (RFC 9110, sections 8.8.2, 6.6.1, 10.2.3)."""
    for name in _DATES:
        if value := plain(exchange.header(name))[:200]:
            yield Stated(f"http:{name}", value, http_day(value))
    if value := plain(exchange.header("retry-after"))[:200]:
        yield Stated("http:retry-after", value, http_day(value))
