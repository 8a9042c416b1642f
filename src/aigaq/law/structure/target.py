"""The unit that a note names, found from the place where the note stands."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import frozen

from aigaq.law.structure.eid import PREFIX
from aigaq.law.structure.forms import Forms
from aigaq.law.structure.forms.form import Reference
from aigaq.law.structure.number import ordinal, plain
from aigaq.law.structure.unit import Kind, Unit

_SEPARATOR = re.compile(r"\)?(?:, ?| и | және )")
_ABOVE = (Kind.PARAGRAPH, Kind.CHAPTER, Kind.SECTION)
OUTER = frozenset({Kind.ARTICLE, Kind.PREAMBLE, Kind.APPENDIX, *_ABOVE})
"""Kinds that place what is named with them."""
_WITHIN = (Kind.POINT, Kind.ALINEA, Kind.SUBPOINT, Kind.INDENT)


class Units(dict[str, Unit]):
    """Units by eId, and the eId of each last step («chp_5»), which a note gives without what it stands in."""

    def __init__(self, units: Iterable[Unit]) -> None:
        super().__init__((unit.eid, unit) for unit in units)
        self.steps: dict[str, str] = {}
        for eid in self:
            self.steps.setdefault(eid.rsplit("__", 1)[-1], eid)


Named = tuple[tuple[Kind, tuple[str, ...]], ...]


@frozen
class Names:
    """Units named in a note: those that were there, and the ones inserted into them."""

    named: Named = ()
    inserted: Named = ()


@frozen
class Target:
    """A named unit.

    Args:
        eid: Its identifier, whether or not it stands in this text.
        nearest: The innermost unit of this text that is it or holds it.
    """

    eid: str
    nearest: str


def read_names(words: str, forms: Forms) -> Names:
    """Return the units that the words of a note name.

    Args:
        words: Folded words of the note, up to the first amending act.
        forms: Patterns of the language.
    """
    inserted = []
    for reference in forms.inserted:
        match = reference.pattern.search(words)
        if match:
            inserted.append((reference.kind, _numbers(match[1], forms)))
            words = words[: match.start()] + words[match.end() :]
    named = [_read(reference, words, forms) for reference in forms.references]
    return Names(tuple(found for found in named if found), tuple(inserted))


def _read(reference: Reference, words: str, forms: Forms) -> tuple[Kind, tuple[str, ...]] | None:
    match = reference.pattern.search(words)
    return (reference.kind, _numbers(match[1], forms)) if match else None


def _numbers(words: str, forms: Forms) -> tuple[str, ...]:
    numbers = []
    for word in _SEPARATOR.split(words):
        place = None if word[:1].isdigit() else ordinal(word, forms.ordinals)
        numbers.append(str(place) if place else plain(word.strip(") "), forms.ordinals))
    return tuple(numbers)


def resolve(names: Names, context: Unit, *, by_eid: Units) -> list[Target]:
    """Return the units that ``names`` mean at ``context``; the place itself when they name none."""
    base = _base(dict(names.named), context, by_eid)
    if not names.inserted:
        return [Target(eid, _nearest(eid, by_eid)) for eid in base]
    kind, numbers = names.inserted[-1]
    return [
        Target(eid, _nearest(eid, by_eid)) for eid in (_inside(base[0], kind, number, by_eid) for number in numbers)
    ]


def _base(named: dict[Kind, tuple[str, ...]], context: Unit, by_eid: Units) -> list[str]:
    if Kind.PREAMBLE in named:
        return ["preamble"]
    if Kind.APPENDIX in named:
        return [f"att_{named[Kind.APPENDIX][0] or 1}"]
    if Kind.ARTICLE in named:
        eids = [f"art_{number}" for number in named[Kind.ARTICLE]]
    elif not any(kind in named for kind in _WITHIN):
        return [_headed(named, by_eid) or _holder(context, by_eid)]
    else:
        eids = [_start(named, context, by_eid)]
    for kind in _WITHIN:
        if kind in named:
            eids = [_inside(eids[0], kind, number, by_eid) for number in named[kind]]
    return eids


def _headed(named: dict[Kind, tuple[str, ...]], by_eid: Units) -> str | None:
    """Return the identifier of a section, chapter or § by its number, wherever it stands."""
    for kind in _ABOVE:
        if kind in named:
            step = f"{PREFIX[kind]}_{named[kind][0]}"
            return by_eid.steps.get(step, step)
    return None


def _start(named: dict[Kind, tuple[str, ...]], context: Unit, by_eid: Units) -> str:
    """Return what a reference without an article starts from: the article, or the point, of the place."""
    chain = [context, *_above(context, by_eid)]
    article = next((unit.eid for unit in chain if unit.kind is Kind.ARTICLE), context.eid)
    if Kind.POINT in named:
        return article
    if Kind.ALINEA in named or Kind.SUBPOINT in named:
        return next((unit.eid for unit in chain if unit.kind is Kind.POINT), article)
    held = next((unit for unit in chain if unit.kind not in (Kind.INDENT, Kind.QUOTED)), context)
    return held.eid


def _inside(base: str, kind: Kind, number: str, by_eid: Units) -> str:
    """Return the identifier of a unit inside ``base``, in the spelling that this text has."""
    if kind is Kind.ALINEA and f"{base}__para_{number}" in by_eid and f"{base}__al_{number}" not in by_eid:
        return f"{base}__para_{number}"
    if number == "1" and kind in (Kind.ALINEA, Kind.INDENT):
        return f"{base}__al_1" if f"{base}__al_1" in by_eid else base
    if kind is Kind.INDENT and f"{base}__qstr_{number}" in by_eid:
        return f"{base}__qstr_{number}"
    if kind is Kind.CHAPTER or kind is Kind.ARTICLE:
        step = f"{PREFIX[kind]}_{number}"
        return by_eid.steps.get(step, step)
    return f"{base}__{PREFIX[kind]}_{number}"


def _above(unit: Unit, by_eid: Units) -> list[Unit]:
    chain = []
    while unit.parent:
        unit = by_eid[unit.parent]
        chain.append(unit)
    return chain


def _holder(context: Unit, by_eid: Units) -> str:
    """Return the article, or the headed unit, that the place stands in."""
    chain = [context, *_above(context, by_eid)]
    return next((unit.eid for unit in chain if unit.kind is Kind.ARTICLE), chain[0].eid)


def _nearest(eid: str, by_eid: Units) -> str:
    steps = eid.split("__")
    while steps and "__".join(steps) not in by_eid:
        steps.pop()
    return "__".join(steps)
