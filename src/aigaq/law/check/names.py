"""Names of units as people write them in a table: «подпункт 2) пункта 3 статьи 34», «34-баптың 3-тармағы».

A name is read from its words alone; whether a law has such a unit is asked later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final

from attrs import evolve, frozen

from aigaq.law.check.words import Ref, refs
from aigaq.law.structure.forms import FORMS
from aigaq.law.structure.number import plain
from aigaq.law.structure.unit import Kind
from aigaq.text.fold import fold
from aigaq.values import Language

RANK: Final = {
    Kind.APPENDIX: 1, Kind.PART: 2, Kind.SECTION: 3, Kind.SUBSECTION: 4, Kind.CHAPTER: 5, Kind.PARAGRAPH: 6,
    Kind.ARTICLE: 10, Kind.TABLE: 15, Kind.POINT: 20, Kind.ROW: 25, Kind.SUBPOINT: 30, Kind.INDENT: 50,
}  # fmt: skip
"""How far in a unit stands; a «часть» may stand on several levels and has no rank."""

WHOLE: Final = frozenset({Kind.ARTICLE, Kind.APPENDIX, Kind.PREAMBLE, Kind.FRONT})
"""A name that holds one of these needs nothing that was said before it."""
_HEADED = frozenset({Kind.PART, Kind.SECTION, Kind.SUBSECTION, Kind.CHAPTER, Kind.PARAGRAPH})
_ARROW = re.compile(r"\s*(?:→|->|=>)\s*")
_DOTS = re.compile(r"…|\.{3,}")
_RAISED = re.compile(r"(?<=\d)[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_OPENING = '"«“„'
_LONGEST_LINE = 1_000
MOST = 200
"""Units that one name may list."""


@frozen
class Step:
    """One step of a name: the kind of unit and its number; with ``through``, all up to that number."""

    kind: Kind
    number: str
    through: str = ""


@frozen
class Name:
    """The name of one unit, outermost step first.

    Args:
        steps: The steps; never empty.
        side: ``"old"`` or ``"new"`` for the two names of a unit that moved («п. 2 → п. 3»), else "".
    """

    steps: tuple[Step, ...]
    side: str = ""

    @property
    def whole(self) -> bool:
        """True when the name says in which article (or above) the unit stands."""
        return self.steps[0].kind in WHOLE or self.steps[0].kind in _HEADED

    @property
    def article(self) -> bool:
        """True when the name says in which article the unit stands."""
        return any(step.kind is Kind.ARTICLE for step in self.steps)

    def within(self, outer: Name) -> Name:
        """Return the name with what it leaves unsaid taken from ``outer``."""
        least = min((RANK[step.kind] for step in self.steps if step.kind in RANK), default=99)
        kinds = {step.kind for step in self.steps}
        above = [s for s in outer.steps if s.kind not in kinds and RANK.get(s.kind, 40) < least]
        return evolve(self, steps=(*above, *self.steps))


def names(text: str, language: Language, *, context: Name | None = None) -> tuple[Name, ...]:
    """Return the units that a text names, in order.

    Args:
        text: What stands in the column of units, or the heading of a group of rows.
        language: Language of the law.
        context: What holds where the text leaves the article unsaid.

    >>> [[(step.kind.value, step.number) for step in name.steps] for name in names("пп. 2) п. 3 ст. 34", Language.RU)]
    [[('article', '34'), ('point', '3'), ('subpoint', '2')]]
    """
    parts = [part for part in _ARROW.split(_plain(text)) if part]
    sides = ("old", "new") if len(parts) == 2 else ("",) * len(parts)
    found: list[Name] = []
    for part, side in zip(parts, sides, strict=True):
        chains = _chains(_refs(part, language))
        found += [evolve(name, side=side) for name in _complete(chains, context)]
    return tuple(dict.fromkeys(found))[:MOST]


def titled(text: str, language: Language) -> tuple[Name, ...]:
    r"""Return the articles, or the units above them, whose headings stand as lines in a wording.

    >>> [step.number for name in titled("Статья 34. …\n3. …", Language.RU) for step in name.steps]
    ['34']
    """
    found = [_heading_line(fold(line), language, elided=True) for line in text.split("\n") if len(line) < _LONGEST_LINE]
    return tuple(dict.fromkeys(Name((Step(ref.kind, *ref.numbers[0]),)) for ref in found if ref is not None))


def _plain(text: str) -> str:
    """Return the text with raised digits as numbers of inserted units («14¹» is «14-1»)."""
    return _RAISED.sub(lambda raised: "-" + raised[0].translate(_DIGITS), text)


def _refs(text: str, language: Language) -> list[Ref]:
    """Return what is named line by line; of a line that is the heading of an article, the article alone."""
    found: list[Ref] = []
    for line in text.split("\n"):
        if line.lstrip().startswith("▲"):
            continue
        headed = _heading_line(fold(line), language)
        found += [headed] if headed else refs(fold(line), language)
    return found


def _heading_line(line: str, language: Language, *, elided: bool = False) -> Ref | None:
    """Return the unit whose heading a line is; ``elided``: its words may be left out («Статья 34. …»)."""
    line = _DOTS.sub("", line).strip() if elided else line
    line = line.lstrip(_OPENING)
    for kind, pattern in FORMS[language].headings:
        match = pattern.match(line)
        if match is None:
            continue
        groups = match.groupdict()
        words = (groups.get("heading") or groups.get("worded") or "").strip()
        begins = next(iter(refs(words, language)), None)
        marked = bool(groups.get("worded")) or line[: len(line) - len(words)].rstrip().endswith((".", ":"))
        if (
            (words or elided)
            and (marked or elided)
            and not (begins and begins.start == 0 and begins.numbers != (("", ""),))
        ):
            number = groups.get("number") or groups.get("other") or ""
            return Ref(kind, ((plain(number, FORMS[language].ordinals), ""),), 0, title=True)
    return None


def _chains(found: Sequence[Ref]) -> list[list[Ref]]:
    """Return the references one name each: a kind that is named again, or a turn of direction, begins another."""
    chains: list[list[Ref]] = []
    for ref in found:
        if ref.title and any(_same(ref, other) for chain in chains for other in chain):
            continue
        if not chains or _breaks(chains[-1], ref):
            chains.append([])
        chains[-1].append(ref)
    return chains


def _same(ref: Ref, other: Ref) -> bool:
    return (ref.kind, ref.numbers) == (other.kind, other.numbers)


def _breaks(chain: Sequence[Ref], ref: Ref) -> bool:
    if any(other.kind is ref.kind for other in chain):
        return True
    inward = _inward(chain)
    ranks = [RANK[other.kind] for other in chain if other.kind in RANK]
    rank = RANK.get(ref.kind)
    if inward is False:
        return chain[-1].kind in WHOLE and (rank is None or rank > RANK[Kind.ARTICLE])
    return inward is True and rank is not None and bool(ranks) and rank < ranks[-1]


def _inward(chain: Sequence[Ref]) -> bool | None:
    """Return whether a chain is named from the outside in; None while that cannot be told."""
    ranks = [RANK[ref.kind] for ref in chain if ref.kind in RANK]
    if len(ranks) > 1:
        return ranks[0] < ranks[-1]
    if ranks and len(chain) > 1 and ranks[0] <= RANK[Kind.ARTICLE]:
        return chain[0].kind in RANK
    return None


def _complete(chains: Sequence[Sequence[Ref]], context: Name | None) -> Iterator[Name]:
    """Yield the names with the article that is said before them, after them, or over them."""
    made = [_names(chain) for chain in chains]
    for at, group in enumerate(made):
        for name in group:
            if name.whole:
                yield name
                continue
            outer = _before(made[:at], chains[:at]) or _after(made[at + 1 :]) or context
            whole = name.within(outer) if outer is not None else name
            yield whole.within(context) if context is not None and not whole.whole else whole


def _before(made: Sequence[Sequence[Name]], chains: Sequence[Sequence[Ref]]) -> Name | None:
    found = (group[0] for group, chain in zip(made[::-1], chains[::-1], strict=True) if _inward(chain) is not False)
    return next((name for name in found if name.whole), None)


def _after(made: Sequence[Sequence[Name]]) -> Name | None:
    return next((group[0] for group in made if group[0].whole), None)


def _names(chain: Sequence[Ref]) -> list[Name]:
    """Return the names of a chain: a list of numbers names as many units."""
    ordered = list(chain) if _inward(chain) is not False else list(chain)[::-1]
    ordered = sorted(ordered, key=lambda ref: ref.kind not in _HEADED and ref.kind is not Kind.APPENDIX)
    steps = [[Step(ref.kind, number, through) for number, through in ref.numbers] for ref in ordered]
    return [Name(found) for found, _ in zip(product(*steps), range(MOST), strict=False)]
