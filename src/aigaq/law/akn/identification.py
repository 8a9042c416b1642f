"""Who, what and when: the identification of a law as work, expression and manifestation (FRBR).

The schema demands a date at each of the three. What nobody states is not invented: the name of the date says what
it is, and where there is none at all the day `UNKNOWN` stands under the name ``unknown``.
"""

from __future__ import annotations

import datetime
from typing import Final

from attrs import frozen

from aigaq.law.akn.work import Work
from aigaq.law.akn.xml import NONE, Xml, block, element
from aigaq.values import Language

UNKNOWN: Final = datetime.date(1, 1, 1)
"""The day that stands where the schema demands one and nobody states any, always under the name ``unknown``."""

LANGUAGES: Final = {Language.RU: "rus", Language.KK: "kaz", Language.EN: "eng"}
"""Language codes of ISO 639-2, which the naming convention asks for."""

TOOL, STATE = "aigaq", "kz"
"""Identifiers of the two that are named as authors: this program for the file, the state for the law."""


@frozen
class Dated:
    """A date that a file states, and what it is.

    Args:
        date: The date.
        name: What it is: ``adoption``, ``edition``, ``notBefore``, ``entryIntoForce``, ``amendingAct``, ``unknown``.
    """

    date: datetime.date = UNKNOWN
    name: str = "unknown"


@frozen
class Identity:
    """What identifies the file.

    Args:
        work: The law.
        language: Language of its text.
        dated: Date of this edition of it.
    """

    work: Work
    language: Language
    dated: Dated

    @property
    def edition(self) -> str:
        """Address of this edition of the law, without a date where only a bound of it is known, or nothing."""
        at = f"@{self.dated.date.isoformat()}" if self.dated.name not in ("notBefore", "unknown") else ""
        return f"{self.work.address}/{LANGUAGES[self.language]}{at}"


def identification(identity: Identity, *, component: str = "main") -> Xml:
    """Return the identification of the law, or of one of its attachments.

    Args:
        identity: What identifies the law.
        component: Name of the part of the file: ``main``, or the identifier of an attachment.
    """
    work, edition = identity.work.address, identity.edition
    adopted = Dated(identity.work.date, "adoption") if identity.work.date else Dated()
    of_work = (
        element("FRBRcountry", {"value": "kz"}),
        *([element("FRBRnumber", {"value": identity.work.number})] if identity.work.number else []),
    )
    of_edition = (
        element("FRBRauthoritative", {"value": "false"}),
        element("FRBRlanguage", {"language": LANGUAGES[identity.language]}),
    )
    title = identity.work.title
    alias = element("FRBRalias", {"value": title, "name": "title"}) if title else NONE
    return block(
        "identification",
        {"source": f"#{TOOL}"},
        block("FRBRWork", None, *_core(work, component, adopted, author=STATE, alias=alias), *of_work),
        block("FRBRExpression", None, *_core(edition, component, identity.dated, author=TOOL), *of_edition),
        block(
            "FRBRManifestation",
            None,
            *_core(edition, component, identity.dated, author=TOOL, ending=".xml"),
            element("FRBRformat", {"value": "application/akn+xml"}),
        ),
    )


def _core(
    address: str, component: str, dated: Dated, *, author: str, alias: Xml = NONE, ending: str = ""
) -> tuple[Xml, ...]:
    """Return what all three have.

    The manifestation carries the date of the expression: the day on which a file is written is not the law's, and
    the same input has to give the same file.
    """
    return (
        element("FRBRthis", {"value": f"{address}/!{component}{ending}"}),
        element("FRBRuri", {"value": f"{address}{ending}"}),
        alias,
        element("FRBRdate", {"date": dated.date.isoformat(), "name": dated.name}),
        element("FRBRauthor", {"href": f"#{author}"}),
    )
