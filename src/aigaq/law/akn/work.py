"""What identifies an act of law: its date, its number, its title, and the address built from them."""

from __future__ import annotations

import datetime
import re
from typing import Final

from attrs import frozen

from aigaq.law.drafting.instruction import Act
from aigaq.law.drafting.kazakh import dates as kazakh
from aigaq.law.drafting.russian import dates as russian
from aigaq.law.structure.number import latin
from aigaq.law.structure.unit import Kind, Tree
from aigaq.text.fold import fold

_ADOPTED: Final = re.compile(r"\bот \d{1,2} [а-я]+ \d{4}\b[^№]{0,12}№|^[^№]{0,60}\d{4} жыл\w+ \d{1,2} \w+[^№]{0,12}№")
"""A line of adoption: «… от 6 апреля 2016 года № …», «… 2016 жылғы 6 сәуірдегі № …»."""

_NUMBER: Final = re.compile(r"№ ?([\w-]+)")
_UNSAFE: Final = re.compile(r"[^\w.-]+")


@frozen
class Work:
    """An act of law, whatever edition of it.

    Args:
        title: Its title; "" when nobody states it.
        date: Date of its adoption; None when nobody states it.
        number: Its number (``"480-V"``); "" when nobody states it.
        sha256: Hash of a file of it: what identifies it where nothing better is known.
    """

    title: str = ""
    date: datetime.date | None = None
    number: str = ""
    sha256: str = ""

    @property
    def address(self) -> str:
        """Its address after the Akoma Ntoso Naming Convention; what is unknown is left out.

        >>> Work(date=datetime.date(2016, 4, 6), number="480-V").address, Work(sha256="ab" * 32).address
        ('/akn/kz/act/2016-04-06/480-V', '/akn/kz/act/sha256-abababababababab')
        """
        known = [self.date.isoformat()] if self.date else []
        known += [_UNSAFE.sub("-", self.number)] if self.number else []
        return "/".join(["/akn/kz/act", *(known or [f"sha256-{self.sha256[:16]}"])])


def work_of_law(tree: Tree, *, act: Act | None = None, law: int | None = None) -> Work:
    """Return what identifies a law: its own front matter first, then the act that amends it.

    Args:
        tree: The law.
        act: The act that amends it.
        law: Its index in ``act.laws``.
    """
    named = act.laws[law] if act is not None and law is not None and law < len(act.laws) else None
    title = tree.title.value or (named.title if named else "")
    for unit in tree.units:
        stated = _stated(unit.text) if unit.kind is Kind.FRONT else None
        if stated:
            return Work(title, *stated, sha256=tree.source.sha256)
    return Work(title, named.date if named else None, sha256=tree.source.sha256)


def work_of_act(act: Act) -> Work:
    """Return what identifies the amending act."""
    return Work(act.title, act.date, latin(act.number), act.source.sha256)


def _stated(words: str) -> tuple[datetime.date, str] | None:
    """Return the date and the number that a line of adoption states; None when it is no such line."""
    folded = fold(words)
    adopted = _ADOPTED.search(folded)
    number = _NUMBER.search(folded, adopted.end() - 1) if adopted else None
    if adopted is None or number is None:
        return None
    date = russian.date_of(adopted[0]) or kazakh.date_of(adopted[0])
    return (date, latin(number[1])) if date else None
