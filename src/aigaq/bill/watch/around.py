"""What stands around the words: the title, the type of file, the address that answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from aigaq.bill.watch.observation import Code, Observation
from aigaq.bill.watch.pair import Pair
from aigaq.values import Message

_SESSION: Final = re.compile(r";jsessionid=[^/?]*", re.IGNORECASE)


def around_changes(pair: Pair) -> Iterator[Observation]:
    """Yield what changed around the words."""
    old, new = pair.old.capture, pair.new.capture
    if old.title != new.title and old.title and new.title and not pair.same_bytes:
        said = Message("the title is «{new}» now, not «{old}»", new=new.title, old=old.title)
        yield pair.observe(Code.RETITLED, said, was=old.title)
    was, now = kind(pair.before.format, old.media), kind(pair.after.format, new.media)
    if was != now and not pair.same_bytes:
        said = Message("it is another type of file now: {new}, not {old}", new=now, old=was)
        yield pair.observe(Code.TYPE_CHANGED, said, was=was)
    if place(old.final) != place(new.final):
        said = Message("the address leads to {new} now, not to {old}", new=new.final, old=old.final)
        yield pair.observe(Code.REDIRECTED, said, was=old.final)


def kind(format_: str, media: str) -> str:
    """Return the type of a file, by its first bytes where they tell, else as the server states it."""
    return format_ or media.partition(";")[0].strip().lower() or "?"


def place(address: str) -> str:
    """Return host and path of an address, without the number of a session and without its query.

    >>> place("https://a.example/b;jsessionid=7?c=1")
    'https://a.example/b'
    """
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}{_SESSION.sub('', parts.path)}"
