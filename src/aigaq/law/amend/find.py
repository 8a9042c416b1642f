"""Targets to units: the place that an instruction names, found or refused with the reason."""

from __future__ import annotations

from collections.abc import Sequence

from aigaq.law.amend.node import Law, Node
from aigaq.law.amend.outcome import Reason
from aigaq.law.amend.spot import Spot, Unresolved, first_part
from aigaq.law.drafting.instruction import Place, Step, Target
from aigaq.law.structure.number import order
from aigaq.law.structure.unit import HEADED, Kind
from aigaq.values import Message

_NUMBERED = (Kind.POINT, Kind.SUBPOINT)
_LOOSE = (Kind.ALINEA, Kind.INDENT, Kind.QUOTED)


def find(law: Law, target: Target, *, partial: bool = False) -> list[Spot]:
    """Return the places that a target names, in the order of the text.

    Args:
        law: The law.
        target: The target.
        partial: True when the law is only a fragment: outer steps that it does not hold are taken as its place.

    Raises:
        Unresolved: It is not there, or more than one unit may be meant.
    """
    spots, entered = [Spot(law.root)], False
    for at, step in enumerate(target.steps):
        found = [spot for host in spots for spot in _inside(law, host, step)]
        if not found and partial and not entered and _is_outer(law, target.steps, at):
            continue
        if not found:
            raise _missing(law, spots[0].node, step)
        spots, entered = found, True
    return [_placed(law, spot, target) for spot in spots]


def _is_outer(law: Law, steps: Sequence[Step], at: int) -> bool:
    """Tell whether a fragment may stand inside a unit that it does not show."""
    kind = steps[at].kind
    shown = {node.kind for node in law.root.walk()}
    if kind in _LOOSE:
        return at < len(steps) - 1
    return kind not in shown


def _placed(law: Law, spot: Spot, target: Target) -> Spot:
    node = spot.node
    match target.place:
        case Place.HEADING:
            if node.kind is Kind.LAW:
                return Spot(_title(law), own=True)
            if node.kind not in HEADED:
                hint = Message("the unit has no heading")
                raise Unresolved(Reason.TARGET_NOT_FOUND, hint, near=node)
            return Spot(node, own=True)
        case Place.TEXT:
            return Spot(node, inner=node.kind in HEADED)
        case Place.CONTENTS:
            contents = [found for found in law.root.children if found.kind is Kind.CONTENTS]
            if len(contents) != 1 or not contents[0].children:
                hint = Message("this copy of the law holds no table of contents")
                raise Unresolved(Reason.TARGET_NOT_FOUND, hint)
            return Spot(contents[0])
        case Place.SENTENCE:
            paragraph = _paragraph(spot)
            moved = [by for number, by in paragraph.recounted if number <= target.sentence]
            if moved:
                raise _moved(moved[0], paragraph)
            return Spot(paragraph, own=True, sentence=target.sentence)
    return spot


def _paragraph(spot: Spot) -> Node:
    """Return the one paragraph whose sentences are counted."""
    node = spot.node
    if node.kind in HEADED or node.kind is Kind.PREAMBLE:
        inside = [child for child in node.children if not child.note]
        node = inside[0] if len(inside) == 1 else node
    if node.kind in HEADED or not node.text or first_part(node):
        hint = Message("the unit has several paragraphs: it is not said in which the sentence stands")
        raise Unresolved(Reason.TARGET_AMBIGUOUS, hint, near=spot.node)
    return node


def _title(law: Law) -> Node:
    """Return the paragraph of the front that is the title of the law."""
    stated = " ".join((law.tree.title.value or "").split())
    fronts = [node for node in law.root.children if node.kind is Kind.FRONT]
    found = next((node for node in fronts if stated and " ".join(node.text.split()) == stated), None)
    if found is None:
        raise Unresolved(Reason.TARGET_NOT_FOUND, Message("this copy of the law does not show its title"))
    return found


def _inside(law: Law, host: Spot, step: Step) -> list[Spot]:
    """Return the places inside ``host`` that one step names; more than one only for a range."""
    node = host.node
    if step.kind is Kind.PREAMBLE:
        return [Spot(found) for found in law.root.children if found.kind is Kind.PREAMBLE]
    if step.kind in HEADED:
        return _one(_headed(law, node, step), node, step)
    if step.kind in _NUMBERED:
        return _one(_numbered(host, step), node, step)
    return _loose(law, host, step)


def _headed(law: Law, host: Node, step: Step) -> list[Node]:
    if step.through:
        every = [found for (kind, _), nodes in law.named.items() if kind is step.kind for found in nodes]
        return _range([found for found in every if _stands_in(found, host)], step)
    known = law.named.get((step.kind, step.number), [])
    if step.kind is Kind.APPENDIX and not known and step.number in ("", "1"):
        known = [node for (kind, _), nodes in law.named.items() if kind is Kind.APPENDIX for node in nodes]
    found = [node for node in known if _stands_in(node, host)]
    if host.kind is Kind.LAW and step.kind is Kind.ARTICLE and len(found) > 1:
        found = [node for node in found if not any(above.kind is Kind.APPENDIX for above in node.above)] or found
    return found


def _stands_in(node: Node, host: Node) -> bool:
    return host.kind is Kind.LAW or any(above is host for above in node.above)


def _numbered(host: Spot, step: Step) -> list[Node]:
    """Return points or subpoints of a unit; a subpoint hangs on any of its parts."""
    children = first_part(host.node) if host.first else host.node.children
    if step.kind is Kind.SUBPOINT:
        parts = [child for child in children if child.kind is Kind.ALINEA]
        children = [*children, *(inner for part in parts for inner in part.children)]
    if host.node.kind is Kind.LAW:
        children = [node for node in host.node.walk() if node.kind is step.kind and _top(node, step.kind)]
    same = [child for child in children if child.kind is step.kind]
    return _range(same, step) if step.through else [child for child in same if child.number == step.number]


def _top(node: Node, kind: Kind) -> bool:
    return not any(above.kind in (kind, Kind.ARTICLE) for above in node.above)


def _range(nodes: Sequence[Node], step: Step) -> list[Node]:
    found = [node for node in nodes if order(step.number) <= order(node.number) <= order(step.through)]
    found.sort(key=lambda node: order(node.number))
    numbers = {node.number for node in found}
    return found if {step.number, step.through} <= numbers else []


def _one(found: Sequence[Node], host: Node, step: Step) -> list[Spot]:
    if len(found) > 1 and not step.through:
        hint = Message("{n} units of this number stand there", n=len(found))
        raise Unresolved(Reason.TARGET_AMBIGUOUS, hint, near=host)
    return [Spot(node) for node in found]


def _loose(law: Law, host: Spot, step: Step) -> list[Spot]:
    """Return parts or indents, which are counted in words: the unit itself is its own first one."""
    if not step.number:
        notes = [child for child in host.node.children if child.note]
        return [Spot(notes[0])] if len(notes) == 1 else []
    first = int(step.number) if step.number.isdigit() else 0
    last = int(step.through) if step.through.isdigit() else first
    points = [child for child in host.node.children if child.kind is Kind.POINT]
    if step.kind is Kind.ALINEA and points:
        return _numbered_parts(law, host, step, points)
    listed = parts_of(host) if step.kind is Kind.ALINEA else indents_of(host)
    if step.kind is Kind.INDENT and last > 1 and interrupted(host):
        raise uncounted(host.node)
    found = listed[first - 1 : last] if 0 < first <= last <= len(listed) else []
    _unshifted(host, found)
    return found


def _unshifted(host: Spot, found: Sequence[Spot]) -> None:
    """Refuse a paragraph before which the act took out or put in another: it may be counted as before, or as now."""
    parts = [child for child in host.node.children if child.shifted]
    shifts = [shift for node in (host.node, *parts) for shift in node.shifted] if not found else []
    for node in (spot.node for spot in found):
        above = node.parent
        if node is not host.node and above is not None:
            shifts += [(at, by) for at, by in above.shifted if at <= above.children.index(node)]
    if shifts:
        raise _moved(shifts[0][1], host.node)


def _moved(by: int, near: Node) -> Unresolved:
    hint = Message(
        "instruction {n} of the act took out or put in something before it: it is not certain how to count", n=by + 1
    )
    return Unresolved(Reason.CONFLICT, hint, near=near)


def _numbered_parts(law: Law, host: Spot, step: Step, points: Sequence[Node]) -> list[Spot]:
    """Return what codes call parts: numbered units, which are named by their numbers, not counted."""
    if any(child.kind is Kind.ALINEA and not child.note for child in host.node.children):
        hint = Message("it is not certain which of them is called a part: some have numbers and some have none")
        raise Unresolved(Reason.TARGET_AMBIGUOUS, hint, near=host.node)
    found = _range(points, step) if step.through else [node for node in points if node.number == step.number]
    return _one(found, host.node, step)


def interrupted(host: Spot) -> bool:
    """Tell whether numbered units stand among the paragraphs of a unit: it is not plain how these are counted."""
    node = host.node
    first = next((child for child in node.children if child.kind is Kind.ALINEA), node) if node.kind in HEADED else node
    return any(child.kind in _NUMBERED for child in first_part(first))


def uncounted(near: Node) -> Unresolved:
    """Return the refusal of a paragraph that is counted where numbered units stand between paragraphs."""
    hint = Message("numbered units stand between its paragraphs: it is not certain how they are counted")
    return Unresolved(Reason.TARGET_AMBIGUOUS, hint, near=near)


def parts_of(host: Spot) -> list[Spot]:
    """Return the parts (части) of a unit, the first one being the unit itself where it has a wording of its own."""
    node = host.node
    parts = [Spot(child) for child in node.children if child.kind is Kind.ALINEA and not child.note]
    if node.kind in HEADED or node.kind in (Kind.LAW, Kind.PREAMBLE):
        return parts
    return [Spot(node, first=bool(parts)), *parts]


def indents_of(host: Spot) -> list[Spot]:
    """Return the paragraphs (абзацы) of a unit: its opening words first, then every unnumbered paragraph in it.

    Where its first part has indents only those are counted; where it has none, its parts are what old acts call so.
    """
    node = host.node
    if node.kind in HEADED or node.kind in (Kind.LAW, Kind.PREAMBLE):
        parts = [child for child in node.children if child.kind in _LOOSE and not child.note]
        if not parts:
            return []
        opening = [child for child in parts[0].children if child.kind in _LOOSE]
        return [Spot(parts[0], own=True), *map(Spot, opening)] if opening else _flat(parts)
    inside = [child for child in first_part(node) if child.kind in _LOOSE]
    if inside:
        return [Spot(node, own=True), *map(Spot, inside)]
    return [Spot(node, own=True), *(Spot(child, own=True) for child in node.children if child.kind is Kind.ALINEA)]


def _flat(parts: Sequence[Node]) -> list[Spot]:
    return [Spot(part, own=bool(part.children)) for part in parts]


def _missing(law: Law, host: Node, step: Step) -> Unresolved:
    near = host if host.kind is not Kind.LAW else None
    if not step.number and step.kind is Kind.INDENT:
        hint = Message("notes are not told apart from what they explain")
        return Unresolved(Reason.TARGET_NOT_FOUND, hint, near=near)
    if step.kind in (*HEADED, *_NUMBERED):
        pool = law.named if step.kind in HEADED else None
        numbers = (
            [number for kind, number in pool if kind is step.kind and pool[kind, number]]
            if pool is not None
            else [child.number for child in host.children if child.kind is step.kind]
        )
        if numbers:
            last = max(numbers, key=order)
            hint = Message("there is no number {number} there; the last one is {last}", number=step.number, last=last)
            return Unresolved(Reason.TARGET_NOT_FOUND, hint, near=near)
        return Unresolved(Reason.TARGET_NOT_FOUND, Message("there is no unit of this kind there"), near=near)
    count = len(parts_of(Spot(host)) if step.kind is Kind.ALINEA else indents_of(Spot(host)))
    hint = Message("paragraph {number} is named, and there are {n}", number=step.number or "?", n=count)
    return Unresolved(Reason.TARGET_NOT_FOUND, hint, near=near)
