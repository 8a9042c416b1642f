"""Lists of targets: which unit may hold which, and the outer steps that a drafter writes only once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from aigaq.law.drafting.instruction import Place, Target
from aigaq.law.structure.unit import Kind

Targets = Callable[[str, int], tuple[tuple[Target, ...], int] | None]
"""Reads the targets at a place of a text, and where they end."""

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

_MOST = 400
"""A list of more targets is none."""


def holds(outer: Kind, inner: Kind) -> bool:
    """Tell whether a unit may stand in another kind of unit; a subpoint has parts of its own."""
    return RANK[outer] < RANK[inner] or (outer is Kind.SUBPOINT and inner is Kind.ALINEA)


def nested(outer: Iterable[Target], inner: Iterable[Target]) -> bool:
    """Tell whether places may stand in others: each of them is of a lower rank than every one of these."""
    hosts = [target.steps[-1].kind for target in outer if target.steps]
    first = [target.steps[0].kind for target in inner if target.steps]
    return all(holds(host, kind) for host in hosts for kind in first)


def one(numbers: Sequence[tuple[str, str]]) -> bool:
    """Tell whether numbers are one ordinal, which a sentence must have: no list, no range, nothing but a number."""
    return len(numbers) == 1 and not numbers[0][1] and numbers[0][0].isdigit()


def listed(
    text: str,
    at: int,
    *,
    member: Callable[[str, int], tuple[list[Target], int] | None],
    separator: re.Pattern[str],
    from_next: bool,
) -> tuple[tuple[Target, ...], int] | None:
    """Return the targets that a list names, and where it ends; None when it names none.

    Args:
        text: The text.
        at: Where the list begins.
        member: Reads one member of it.
        separator: What stands between two members.
        from_next: Where shared steps stand, as `share` takes it.
    """
    members: list[list[Target]] = []
    end = at
    while (found := member(text, at)) is not None:
        members.append(found[0])
        end = found[1]
        between = separator.match(text, end)
        if between is None or sum(map(len, members)) > _MOST:
            break
        at = between.end()
    if not members or sum(map(len, members)) > _MOST:
        return None
    shared = share(members, from_next=from_next)
    return (shared, end) if shared else None


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
        beside = Target(model.steps[:-1]) if model else None
        done.append([_filled(target, beside if target.steps else model) for target in members])
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


def goes_on(
    text: str, at: int, *, first: tuple[Target, ...], targets: Targets, gap: re.Pattern[str]
) -> tuple[tuple[Target, ...], int] | None:
    """Return the place that the next edit of a clause names, with the outer steps that it leaves unsaid.

    Args:
        text: The clause.
        at: Where the next edit begins.
        first: What the clause began with.
        targets: Reads targets.
        gap: What may stand between a place and what is done there.
    """
    place = targets(text, at)
    if place is None or place[1] >= len(text) or any(target.place is Place.THROUGHOUT for target in place[0]):
        return None
    whole = inherit(first, place[0])
    between = gap.match(text, place[1])
    return (whole, between.end() if between else place[1]) if whole else None
