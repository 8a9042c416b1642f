"""What a drafting language must tell the writer of acts; a new language is a new module beside the others."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

from attrs import frozen

from aigaq.law.draft.wish import Wish
from aigaq.law.drafting.instruction import Step
from aigaq.law.drafting.quotes import prose
from aigaq.values import Language

PARAGRAPH = "\n\n"
"""What parts two paragraphs of an act."""

_MARKS = ("«»", '""', "“”")


@frozen
class Amends:
    """Whether an act changes, adds, or does both."""

    changes: bool
    adds: bool


@frozen
class Named:
    """The law that an act amends.

    Args:
        title: Its title; "" when its text states none.
        kind: What it is, in words («Кодекс»); "" when its text does not say.
        date: Day of its adoption; None when its text does not say.
    """

    title: str = ""
    kind: str = ""
    date: datetime.date | None = None


@frozen
class Wording:
    """How one drafting language words an act.

    Args:
        language: The language.
        clause: Words one edit, or several of one place, without the mark that ends it.
        opens: Words the place that a list of edits is about («в статье 5»).
        front: The lines above the first article: the mark of a draft, the kind of act, the title.
        amending: The first article up to its list.
        force: The article on entry into force, given its number and the rule.
        law: Reads kind and date of a law off the lines of its front.
    """

    language: Language
    clause: Callable[[Sequence[Wish]], str]
    opens: Callable[[tuple[Step, ...]], str]
    front: Callable[[Named, Amends], tuple[str, ...]]
    amending: Callable[[Named, Amends], str]
    force: Callable[[int, str], str]
    law: Callable[[Sequence[str]], tuple[str, datetime.date | None]]


def quoted(text: str) -> str:
    """Return words in quotation marks that close where they should, whatever marks stand in them.

    >>> quoted("закон"), quoted('закон "О книге"')
    ('«закон»', '«закон "О книге"»')
    """
    paragraphs = [" ".join(line.split()) for line in text.split("\n")]
    inside = PARAGRAPH.join(line for line in paragraphs if line)
    return next((marked for marked in (f"{two[0]}{inside}{two[1]}" for two in _MARKS) if _closes(marked, inside)), "")


def _closes(marked: str, inside: str) -> bool:
    spans, at = [], 0
    for line in marked.split(PARAGRAPH):
        spans.append((at, at + len(line)))
        at += len(line) + len(PARAGRAPH)
    found = prose(marked, spans)
    return len(found.quotations) == 1 and not found.unclosed and found.quotations[0].text == inside
