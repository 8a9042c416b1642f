"""What a drafting language must tell the reader of acts; a new language is a new module beside the others."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from enum import Enum

from attrs import frozen

from aigaq.law.drafting.clause import Clause, Markers
from aigaq.law.drafting.instruction import Claim, Force, Op, Place, Quotation, Side, Target
from aigaq.law.structure.unit import Kind
from aigaq.values import Language


class Listing(Enum):
    """Which list of laws is open: of laws to be amended, or of laws to be repealed."""

    NONE = "none"
    AMENDED = "amended"
    REPEALED = "repealed"


@frozen
class Edit:
    """One edit as a clause says it, its place in the act left out.

    Args:
        op: What it does.
        quoted: What it quotes.
        find: Words to be found.
        put: Words to be put in.
        side: Where they go.
        unit: Kind of the units it inserts.
        numbers: Their numbers; empty when they are appended.
        every: True when every occurrence is meant.
        forms: True when case forms are meant that are not listed.
        until: End of a suspension.
        targets: What it is about, where that is not what the clause begins with («…, пункт 3 исключить»).
    """

    op: Op
    quoted: tuple[Quotation, ...] = ()
    find: tuple[str, ...] = ()
    put: tuple[str, ...] = ()
    side: Side = Side.AFTER
    unit: Kind | None = None
    numbers: tuple[str, ...] = ()
    every: bool = False
    forms: bool = False
    until: datetime.date | None = None
    targets: tuple[Target, ...] = ()


@frozen
class LawName:
    """A clause that names the law, or laws, to be amended.

    Args:
        title: Title as quoted, or the name of a code; "" when a list of laws follows.
        date: Date of adoption.
        lists: True when a list of laws follows.
        repeals: True when the law itself is repealed, or the laws of the list that follows.
    """

    title: str = ""
    date: datetime.date | None = None
    lists: bool = False
    repeals: bool = False


@frozen
class Reading:
    """A clause that is understood to its last word.

    Args:
        targets: What it is about; empty when only what stands around it says so.
        edits: What it does; empty when it only opens a list («в статье 34:»).
        excepted: Places left out.
        law: The law that the clause itself names («статью 5 Закона … «О …» исключить»).
    """

    targets: tuple[Target, ...] = ()
    edits: tuple[Edit, ...] = ()
    excepted: tuple[Target, ...] = ()
    law: LawName | None = None


@frozen
class ForceReading:
    """A clause on entry into force.

    Args:
        force: The rule; None when only a list of exceptions follows or goes on.
        exceptions: Places of the act with rules of their own.
    """

    force: Force | None
    exceptions: tuple[tuple[tuple[Target, ...], Force], ...] = ()


@frozen
class Grammar:
    """One drafting language.

    Args:
        language: The language.
        marker: Reads the number of a clause.
        formula: Tells whether a clause is a title, a signature or another known formula that edits nothing.
        law: Reads a clause that names what is amended, and knows which list of laws is open.
        edit: Reads a clause that edits, or opens a list of edits.
        force: Reads a clause on entry into force; the flag says whether a list of exceptions is open.
        enters: Tells whether words are about entry into force, be they understood or not.
        swallows: Tells whether quoted words hold another edit of the act: a mark before it was lost.
        dated: Reads the date and the number of the act out of a line of its front or its signature.
        glued: Finds places where the copy has lost the space between two words of a formula.
        address: Names a place of the act, given the numbers of its article, point and subpoint, "" for none.
        stub: Words what is left of a repealed unit: its kind, date and number of the act.
    """

    language: Language
    marker: Markers
    formula: Callable[[Clause], Claim | None]
    law: Callable[[Clause, Listing], LawName | None]
    edit: Callable[[Clause], Reading | None]
    force: Callable[[Clause, bool], ForceReading | None]
    enters: Callable[[str], bool]
    swallows: Callable[[str], bool]
    dated: Callable[[str], tuple[datetime.date, str] | None]
    glued: Callable[[str], tuple[str, ...]]
    address: Callable[[Mapping[Kind, str]], str]
    stub: Callable[[Kind, datetime.date | None, str], str]


RANK = {
    kind: rank
    for rank, kind in enumerate(
        (
            Kind.LAW,
            Kind.APPENDIX,
            Kind.PART,
            Kind.SECTION,
            Kind.SUBSECTION,
            Kind.CHAPTER,
            Kind.PARAGRAPH,
            Kind.PREAMBLE,
            Kind.ARTICLE,
            Kind.POINT,
            Kind.ALINEA,
            Kind.SUBPOINT,
            Kind.INDENT,
            Kind.ROW,
        )
    )
}
"""Kinds that a target may name, outermost first."""


def share(targets: list[list[Target]], *, from_next: bool) -> tuple[Target, ...] | None:
    """Return the targets of a list, each with the outer steps that the drafter wrote only once.

    «подпункт 1) пункта 1 и пункт 2 статьи 5»: the article, written last, belongs to both. None when it is not
    certain whose unit is meant («статью 5, пункт 2»).

    Args:
        targets: The targets of each member of the list.
        from_next: True when shared steps stand in the member after (Russian), False when in the one before (Kazakh).
    """
    order = list(reversed(targets)) if from_next else list(targets)
    done: list[list[Target]] = []
    for members in order:
        model = done[-1][0] if done else None
        done.append([_filled(target, model) for target in members])
    found = reversed(done) if from_next else done
    return _headed([target for members in found for target in members]) if from_next else _flat(found)


def _flat(found: Iterable[list[Target]]) -> tuple[Target, ...]:
    return tuple(target for members in found for target in members)


def _headed(found: list[Target]) -> tuple[Target, ...] | None:
    """Return a list in which «в заголовке статьи 5, пунктах 1 и 2» names its article first."""
    heading: Target | None = None
    done: list[Target] = []
    for target in found:
        if not target.steps or RANK[target.steps[0].kind] > RANK[Kind.ARTICLE]:
            if heading is not None and heading.place is not Place.HEADING:
                return None
            done.append(_filled(target, heading) if target.steps else target)
            continue
        heading = target
        done.append(target)
    return tuple(done)


def _filled(target: Target, model: Target | None) -> Target:
    if model is None:
        return target
    own = RANK[target.steps[0].kind] if target.steps else RANK[Kind.POINT]
    outer = tuple(step for step in model.steps if RANK[step.kind] < own)
    return Target((*outer, *target.steps), target.place, target.sentence)


def inherit(first: tuple[Target, ...], own: tuple[Target, ...]) -> tuple[Target, ...] | None:
    """Return the places that a clause goes on to, with the outer steps that it said before.

    «в абзаце первом части второй статьи 5 …, в абзаце третьем …»: part and article belong to both. None when the
    first place was several places, so that it is not said which of them goes on.

    Args:
        first: What the clause began with.
        own: What it goes on to.
    """
    if not all(target.steps for target in own):
        return None
    outer = {target.steps[:-1] for target in first}
    if len(outer) != 1:
        return None
    model = Target(first[0].steps if len(first) == 1 else first[0].steps[:-1])
    return tuple(_filled(target, model) for target in own)
