"""Which of the laws that an act amends a given text is."""

from __future__ import annotations

import re

from aigaq.errors import Refused
from aigaq.law.drafting.adoption import adoption
from aigaq.law.drafting.instruction import Act, AmendedLaw
from aigaq.law.structure.unit import Tree
from aigaq.text.fold import fold
from aigaq.text.stems import stems
from aigaq.values import Language

_WORD = re.compile(r"[^\W\d_]{3,}")
_SKIPPED = re.compile(r"республик[иае]|казахстан[ае]?|қазақстан|республикасы[а-яі]{0,5}")
"""The name of the country, which one copy of a title has and another has not."""

_ENOUGH = 0.8
"""Share of the words of the longer title that must stand in the shorter one, in any form."""

_RENAMED = 0.3
"""So much is enough where the law states the very day of adoption that the act names: it may have been renamed."""


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
    scored = [_likeness(named, title, law) for named in act.laws]
    best = max(scored)
    if best >= _ENOUGH and scored.count(best) > 1:
        raise _several(scored.count(best), law)
    if best < _ENOUGH:
        raise Refused(
            "amend.other-law",
            "The act amends «{named}», and {law} is «{title}».",
            hint="Give the law that the act amends, or its title with --title.",
            named="», «".join(named.title for named in act.laws[:5]),
            law=law.source.name,
            title=title,
        )
    return scored.index(best)


def _several(number: int, law: Tree) -> Refused:
    return Refused(
        "amend.which-law",
        "The act amends {n} laws whose titles agree with that of {law}.",
        hint="Give the title with --title, as the act writes it.",
        n=number,
        law=law.source.name,
    )


def _likeness(named: AmendedLaw, title: str, law: Tree) -> float:
    """Return how much two titles agree, from 0 to 1; one that the act does not give agrees if nothing better does."""
    if not named.title:
        return _ENOUGH
    ours, theirs = _stems(named.title, law.language), _stems(title, law.language)
    shorter, longer = sorted((ours, theirs), key=len)
    if not shorter:
        return 0.0
    share = sum(1 for word in longer if any(word & other for other in shorter)) / len(longer)
    stated = adoption(law)
    same_day = stated is not None and stated[0] == named.date
    return max(share, _ENOUGH) if same_day and share >= _RENAMED else share


def _stems(title: str, language: Language) -> list[frozenset[str]]:
    spoken = "kk" if language is Language.KK else "ru"
    words = [word for word in _WORD.findall(fold(title).lower()) if not _SKIPPED.fullmatch(word)]
    return [stems(word, spoken) for word in words]
