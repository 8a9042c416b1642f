"""What was observed as a feed that every feed reader reads (Atom, RFC 4287)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from html import escape
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from aigaq.bill.watch.calendar import to_the_day
from aigaq.bill.watch.json import instant
from aigaq.bill.watch.observation import Observation, Rewording
from aigaq.bill.watch.words import CODES
from aigaq.locale import Translator, say, tag
from aigaq.values import Message

if TYPE_CHECKING:
    from aigaq.bill.deadlines import Deadline

ATOM: Final = "http://www.w3.org/2005/Atom"
MOST: Final = 1000
"""Entries of a feed; the newest ones."""

NEVER: Final = datetime(1970, 1, 1, tzinfo=UTC)
"""The time of a feed before anything was looked at: an Atom feed needs one."""

_SHOWN: Final = 40
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def feed(
    observations: Sequence[Observation],
    *,
    dossier: str,
    title: str,
    first: datetime = NEVER,
    deadlines: Iterable[Deadline] = (),
    _: Translator,
) -> bytes:
    """Return the feed; the same observations give the same bytes.

    Args:
        observations: What was observed, in the order of the log; what is only counted stays out.
        dossier: The id of the dossier; the name of the feed depends on it.
        title: Title of the bill.
        first: When the dossier's first look ended, which is the time of entries about deadlines.
        deadlines: Deadlines; those whose day is not known to the day stand here as text.
        _: Translates.
    """
    news = [told for told in observations if told.news][-MOST:]
    root = Element("feed", {"xmlns": ATOM, "xml:lang": tag(_.language)})
    _text(root, "id", _name("feed", dossier))
    _text(root, "title", f"{title} – {_('pages watched')}" if title else _("pages watched"))
    _text(root, "updated", instant(max([first, *(told.after.time for told in news)])))
    _text(SubElement(root, "author"), "name", "aigaq")
    for told in reversed(news):
        root.append(_entry(told, _))
    for due in deadlines:
        if not to_the_day(due):
            root.append(_deadline(due, dossier, first, _))
    indent(root)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode").encode() + b"\n"


def _entry(told: Observation, _: Translator) -> Element:
    entry = Element("entry")
    _text(entry, "id", told.id)
    _text(entry, "title", f"{_(CODES[told.code])}: {told.title or told.url}")
    _text(entry, "updated", instant(told.after.time))
    SubElement(entry, "link", {"rel": "alternate", "href": _clean(told.url)})
    SubElement(entry, "category", {"term": told.code.value})
    _text(entry, "content", "".join(_content(told, _)), type="html")
    return entry


def _content(told: Observation, _: Translator) -> Iterator[str]:
    yield f"<p>{escape(told.text(_))}</p>"
    for unit in told.units[:_SHOWN]:
        yield f"<p>{escape(unit.label)}</p>{_words(unit.words)}"
    yield "" if told.units else _words(told.words)
    left = len(told.units or told.words) - _SHOWN
    yield f"<p>{escape(_('places not shown here: {n}').format(n=left))}</p>" if left > 0 else ""
    looks = [look for look in (told.before, told.after) if look is not None]
    proof = "; ".join(f"{look.entry}, {instant(look.time)}, SHA-256 {look.sha256 or '–'}" for look in looks)
    yield f"<p>{escape(_('entries of the log: {entries}').format(entries=proof))}</p>"


def _words(words: Sequence[Rewording]) -> str:
    rows = "".join(
        f"<li>… {escape(place.after)} <del>{escape(place.out)}</del> <ins>{escape(place.put)}</ins></li>"
        for place in words[:_SHOWN]
    )
    return f"<ul>{rows}</ul>" if rows else ""


def _deadline(due: Deadline, dossier: str, first: datetime, _: Translator) -> Element:
    said = (say(Message("due: {day}", day=due.day), _), say(due.why, _), due.cite.text(_.language))
    entry = Element("entry")
    _text(entry, "id", _name("deadline", dossier, due.id, str(due.day)))
    _text(entry, "title", say(due.title, _))
    _text(entry, "updated", instant(first))
    _text(entry, "content", "".join(f"<p>{escape(part)}</p>" for part in said), type="html")
    return entry


def _text(parent: Element, name: str, text: str, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = _clean(text)


def _clean(text: str) -> str:
    """Return a text in which everything that XML cannot hold (XML 1.0, 2.2) is the replacement character."""
    return _NOT_XML.sub("\ufffd", text)


def _name(*parts: str) -> str:
    return f"urn:sha256:{hashlib.sha256(chr(10).join(parts).encode()).hexdigest()}"
