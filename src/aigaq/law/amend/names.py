"""Which of the laws that an act amends a given text is."""

from __future__ import annotations

import re

from aigaq.errors import Refused
from aigaq.law.drafting.instruction import Act, AmendedLaw
from aigaq.law.structure.unit import Kind, Tree
from aigaq.text.fold import fold
from aigaq.text.stems import stems
from aigaq.values import Language

_WORD = re.compile(r"[^\W\d_]{3,}")
_ENOUGH = 0.8
"""Share of the words of the shorter title that must stand in the longer one, in any form."""


def law_of(act: Act, law: Tree) -> int:
    """Return the index of the amended law that ``law`` is.

    A title that neither states is no obstacle where only one law is amended: the person says that it is this one.

    Raises:
        Refused: ``amend.other-law`` when the act amends no law of this title, ``amend.which-law`` when the text states
            no title and the act amends several laws.
    """
    if not act.laws:
        return 0
    title = law.title.value
    if title is None:
        if len(act.laws) == 1:
            return 0
        raise Refused(
            "amend.which-law",
            "The act amends {n} laws, and {law} does not state its title.",
            hint="Give the title with --title.",
            n=len(act.laws),
            law=law.source.name,
        )
    scored = [(_likeness(named, title, law), -at) for at, named in enumerate(act.laws)]
    best, at = max(scored)
    if best < _ENOUGH:
        raise Refused(
            "amend.other-law",
            "The act amends «{named}», and {law} is «{title}».",
            hint="Give the law that the act amends, or its title with --title.",
            named="», «".join(named.title for named in act.laws[:5]),
            law=law.source.name,
            title=title,
        )
    return -at


def _likeness(named: AmendedLaw, title: str, law: Tree) -> float:
    """Return how much two titles agree, from 0 to 1; a law whose title the act does not give agrees with any."""
    if not named.title:
        return 1.0
    ours, theirs = _stems(named.title, law.language), _stems(title, law.language)
    shorter, longer = sorted((ours, theirs), key=len)
    if not shorter:
        return 0.0
    return sum(1 for word in shorter if any(word & other for other in longer)) / len(shorter)


def _stems(title: str, language: Language) -> list[frozenset[str]]:
    spoken = "kk" if language is Language.KK else "ru"
    skipped = {"республики", "казахстан", "қазақстан", "республикасы", "республикасының"}
    words = [word.lower() for word in _WORD.findall(fold(title)) if word.lower() not in skipped]
    return [stems(word, spoken) for word in words]


def is_whole(tree: Tree) -> bool:
    """Tell whether a text is a law and not a fragment: it has articles."""
    return any(unit.kind is Kind.ARTICLE for unit in tree.units)
