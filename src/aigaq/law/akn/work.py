"""What identifies an act of law: its date, its number, its title, and the address built from them."""

from __future__ import annotations

import datetime
import re
from typing import Final

from attrs import frozen

from aigaq.law.drafting.adoption import adoption
from aigaq.law.drafting.instruction import Act
from aigaq.law.structure.number import latin
from aigaq.law.structure.unit import Tree

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
    stated = adoption(tree)
    if stated:
        return Work(title, *stated, sha256=tree.source.sha256)
    return Work(title, named.date if named else None, sha256=tree.source.sha256)


def work_of_act(act: Act) -> Work:
    """Return what identifies the amending act."""
    return Work(act.title, act.date, latin(act.number), act.source.sha256)
