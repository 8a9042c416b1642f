"""An observation: what differs between two looks at one address, each named by its entry in the log."""

from __future__ import annotations

import hashlib
import json
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from attrs import frozen

from aigaq.evidence.capture import Capture, entry
from aigaq.evidence.log.merkle import leaf_hash
from aigaq.locale import Translator, say
from aigaq.values import Message


class Code(StrEnum):
    """What was observed; the words are in ``docs/reference/json.md``."""

    FIRST_LOOK = "first-look"
    ABSENT = "absent"
    UNCHANGED = "unchanged"
    NEW_DOCUMENT = "new-document"
    NEW_LINK = "new-link"
    VANISHED_DOCUMENT = "vanished-document"
    VANISHED_LINK = "vanished-link"
    RENAMED = "renamed"
    RETITLED = "retitled"
    TEXT_CHANGED = "text-changed"
    SILENT_EDIT = "silent-edit"
    DATE_CHANGED = "date-changed"
    DATE_IMPOSSIBLE = "date-impossible"
    TYPE_CHANGED = "type-changed"
    REDIRECTED = "redirected"
    LAYOUT_ONLY = "layout-only"
    COULD_NOT_COMPARE = "could-not-compare"
    CAME_BACK = "came-back"
    COULD_NOT_LOOK = "could-not-look"


QUIET: Final = frozenset({Code.FIRST_LOOK, Code.UNCHANGED, Code.LAYOUT_ONLY})
"""What is counted, and is no news."""


@frozen
class Evidence:
    """An entry of the log.

    Args:
        entry: Its number.
        leaf: The hash of the entry as a leaf of the log's tree (RFC 9162, 2.1.1), in hexadecimal.
        sha256: The hash of the content that it holds; "" when it holds none.
        time: When the look ended, by the clock of the machine that looked.
    """

    entry: int
    leaf: str
    sha256: str
    time: datetime


def evidence(at: int, capture: Capture) -> Evidence:
    """Return the evidence that the capture with this number in the log is."""
    return Evidence(at, leaf_hash(entry(capture)).hex(), capture.sha256, capture.ended)


@frozen
class Rewording:
    """Words taken out and words put in at one place of a text.

    Args:
        out: The words that were there; "" for none.
        put: The words that are there now; "" for none.
        after: The words before that place.
    """

    out: str
    put: str
    after: str = ""


@frozen
class UnitChange:
    """A change of one unit of a law or bill.

    Args:
        kind: ``reworded``, ``inserted``, ``repealed``, ``renumbered``, ``moved``, ``split`` or ``merged``.
        eid: Its identifier.
        label: How a lawyer names it.
        words: What was taken out of it and put in.
    """

    kind: str
    eid: str
    label: str
    words: tuple[Rewording, ...]


@frozen
class DateChange:
    """A date that page or server state.

    Args:
        where: Where it stands: ``http:last-modified``, ``html:meta:…``, ``text``.
        old: What stood there; "" for nothing.
        new: What stands there now; "" for nothing.
        day: The day that the new one names, where it names one.
    """

    where: str
    old: str
    new: str
    day: date | None = None


@frozen(kw_only=True)
class Observation:
    """What differs between two looks.

    Args:
        code: What was observed.
        page: Address of the page that is watched.
        url: Address that the observation is about: the page itself, or a document it links to.
        said: The sentence.
        remarks: What else is to be said.
        before: The earlier look that the later one was compared with; None when there was none.
        after: The later look.
        title: The title, or the words of the link.
        was: The earlier title, address or type, where it is another.
        document: The kind of document that the title names; "" when it names none that is known.
        awaited: Whether the person waits for a document of that kind.
        words: Words taken out and put in.
        units: The same by units of the law.
        dates: Dates that are stated, and changed or cannot be true.
    """

    code: Code
    page: str
    url: str
    said: Message
    remarks: tuple[Message, ...] = ()
    before: Evidence | None
    after: Evidence
    title: str = ""
    was: str = ""
    document: str = ""
    awaited: bool = False
    words: tuple[Rewording, ...] = ()
    units: tuple[UnitChange, ...] = ()
    dates: tuple[DateChange, ...] = ()

    @property
    def news(self) -> bool:
        """True unless it is only counted."""
        return self.code not in QUIET

    @property
    def id(self) -> str:
        """A name that depends on what was observed alone: the same log gives the same names."""
        leaves = [look.leaf if look else "" for look in (self.before, self.after)]
        dates = [[change.where, change.old, change.new] for change in self.dates]
        parts = [self.code.value, self.page, self.url, self.was, leaves, dates]
        return f"urn:sha256:{hashlib.sha256(json.dumps(parts).encode()).hexdigest()}"

    def text(self, _: Translator) -> str:
        """Return the sentence with its remarks, in the language of ``_``."""
        return "; ".join(say(part, _) for part in (self.said, *self.remarks))
