"""Inserting and appending units: «дополнить … следующего содержания», «мынадай мазмұндағы … толықтырылсын»."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from aigaq.law.amend.find import indents_of, interrupted, parts_of, uncounted
from aigaq.law.amend.node import Law, Node, order
from aigaq.law.amend.outcome import Reason
from aigaq.law.amend.quoted import LOOSE, differs, paragraphs, plain, units
from aigaq.law.amend.sentence import ended, place_of
from aigaq.law.amend.splice import inserted
from aigaq.law.amend.spot import Spot, Unresolved
from aigaq.law.drafting.instruction import Instruction, Op
from aigaq.law.structure.key import key
from aigaq.law.structure.unit import HEADED, Kind
from aigaq.values import Message

MOST_BESIDE = 3_000
"""A unit takes in so many others; the longest code has about 1,100 articles."""


def insert(law: Law, instruction: Instruction, *, spots: Sequence[Spot]) -> list[Node]:
    """Put the quoted units where the instruction says and return them.

    Raises:
        Unresolved: It is not certain what goes where.
    """
    if len(spots) != 1:
        hint = Message("{n} places are named for one insertion", n=len(spots))
        raise Unresolved(Reason.TARGET_AMBIGUOUS, hint)
    spot = spots[0]
    _free(spot.node, instruction)
    found = units(instruction, law.tree.language, between=law.between, index=instruction.index)
    if instruction.unit is None:
        return [_sentence(law, instruction, spot, found)]
    if plain(found):
        return _unnumbered(law, instruction, spot, found)
    _as_named(instruction, found, spot.node)
    return [_numbered(law, instruction, spot, unit) for unit in found]


def _free(node: Node, instruction: Instruction) -> None:
    """Refuse to insert into a unit that another instruction wrote, or that is repealed."""
    if node.made is not None and node.made != instruction.index:
        hint = Message("instruction {n} of the act wrote this unit", n=node.made + 1)
        raise Unresolved(Reason.CONFLICT, hint, near=node)
    if node.repealed:
        raise Unresolved(Reason.REPEALED, Message("only the stub of a repealed unit is left"), near=node)


def _as_named(instruction: Instruction, found: Sequence[Node], near: Node) -> None:
    """Hold the quoted units against the kind and the numbers that the instruction names."""
    kinds = {node.kind for node in found}
    wanted = {instruction.unit}
    if instruction.unit is Kind.ALINEA:
        wanted.add(Kind.POINT)
    if len(kinds) != 1 or not kinds <= wanted:
        raise differs(found[0].number, near)
    numbers = [number for item in instruction.numbers for number in _expanded(item, found)]
    if instruction.numbers and [node.number for node in found] != numbers:
        hint = Message(
            "the numbers {named} are named and {quoted} are quoted",
            named=", ".join(numbers),
            quoted=", ".join(node.number for node in found),
        )
        raise Unresolved(Reason.QUOTED_UNIT, hint, near=near)


def _expanded(item: str, found: Sequence[Node]) -> list[str]:
    """Return the numbers of a range, as they are quoted."""
    first, _, last = item.partition("-to-")
    numbers = [node.number for node in found if last and order(first) <= order(node.number) <= order(last)]
    if not last or numbers[:1] != [first] or numbers[-1:] != [last]:
        return [first, last] if last else [item]
    return numbers


def _numbered(law: Law, instruction: Instruction, spot: Spot, new: Node) -> Node:
    host = _host(law, spot, new)
    if len(host.children) >= MOST_BESIDE:
        hint = Message("more units stand side by side than in any law")
        raise Unresolved(Reason.TOO_MANY, hint)
    same = next((child for child in host.children if (child.kind, child.number) == (new.kind, new.number)), None)
    if same is None and new.kind in HEADED:
        same = next(iter(law.named.get((new.kind, new.number), ())), None) if new.kind is Kind.ARTICLE else None
    if same is not None and same.repealed and same.made is None:
        new.eid = same.eid
        law.replace(same, [new])
        return new
    if same is not None:
        raise _taken(same, new)
    siblings = [child for child in host.children if child.kind is new.kind]
    _fits(new, siblings)
    if not siblings and not _begins(new, host):
        hint = Message("there is no unit of this kind there, beside which it could stand")
        raise Unresolved(Reason.TARGET_NOT_FOUND, hint, near=host)
    at = _place_of(host.children, new.kind, number=new.number)
    if not siblings:
        at = _behind_opening(host, new)
    law.insert(new, host, at=at)
    new.touch(instruction.index)
    return new


def _place_of(siblings: Sequence[Node], kind: Kind, *, number: str) -> int:
    """Return where among siblings a unit of this number stands: behind the last lower number, else before a higher."""
    same = [(index, order(sibling.number)) for index, sibling in enumerate(siblings) if sibling.kind is kind]
    lower = [index for index, place in same if place < order(number)]
    return max(lower) + 1 if lower else min((index for index, _ in same), default=len(siblings))


def _fits(new: Node, siblings: Sequence[Node]) -> None:
    """Refuse a number that a common stub covers, or that cannot be put in order with those that are there."""
    for sibling in siblings:
        first = sibling.number.partition("-to-")[0]
        if first != sibling.number and order(first) <= order(new.number) <= order(sibling.number):
            hint = Message("only the stub of a repealed unit is left")
            raise Unresolved(Reason.NUMBER_TAKEN, hint, near=sibling)
        if bool(order(sibling.number)) is not bool(order(new.number)):
            hint = Message("it is not certain where the number {number} goes", number=new.number or "–")
            raise Unresolved(Reason.TARGET_AMBIGUOUS, hint, near=sibling)


def _begins(new: Node, host: Node) -> bool:
    """Tell whether a unit may be the first of its kind there: number one, with nothing there that it could part."""
    if host.kind in HEADED:
        return new.kind is Kind.ARTICLE or (order(new.number) == (1,) and not host.children)
    return order(new.number) == (1,)


def _behind_opening(host: Node, new: Node) -> int:
    """Return where the first unit of its kind goes: subpoints behind the indents, anything else at the end."""
    if new.kind is Kind.SUBPOINT:
        stop = (at for at, child in enumerate(host.children) if child.kind is Kind.ALINEA)
        return next(stop, len(host.children))
    return len(host.children) if new.kind not in (Kind.ARTICLE,) else 0


def _taken(same: Node, new: Node) -> Unresolved:
    if same.made is not None:
        hint = Message("instruction {n} of the act wrote a unit of this number", n=same.made + 1)
        return Unresolved(Reason.CONFLICT, hint, near=same)
    if same.wording() == new.wording():
        return Unresolved(Reason.ALREADY_APPLIED, Message("the new unit stands there already"), near=same)
    return Unresolved(Reason.NUMBER_TAKEN, Message("a unit of this number stands there already"), near=same)


def _host(law: Law, spot: Spot, new: Node) -> Node:
    """Return the unit that the new one goes into."""
    node = spot.node
    if new.kind is Kind.SUBPOINT:
        return _list_of(spot)
    if new.kind in HEADED and node.kind is Kind.LAW:
        return _beside(law, new)
    if node.kind is Kind.LAW:
        return node
    if new.kind is Kind.ARTICLE and node.kind not in HEADED:
        raise differs(new.number, node)
    return _beside(law, new, within=node) if new.kind in HEADED else node


def _beside(law: Law, new: Node, within: Node | None = None) -> Node:
    """Return what holds the headed unit that the new one follows by its number."""
    every = [node for (kind, _), nodes in law.named.items() if kind is new.kind for node in nodes]
    if within is not None:
        every = [node for node in every if any(above is within for above in node.above)]
        if not every:
            return within
    else:
        every = [node for node in every if not any(above.kind is Kind.APPENDIX for above in node.above)]
    mine = order(new.number)
    lower = [(place, node) for node in every if (place := order(node.number)) < mine]
    if not lower:
        if every and within is not None and every[0].parent is not None:
            return every[0].parent
        hint = Message("there is no unit of this kind there, beside which it could stand")
        raise Unresolved(Reason.TARGET_NOT_FOUND, hint)
    last, nearest = max(lower, key=lambda each: each[0])
    tied = [node for place, node in lower if place == last]
    if len(tied) > 1:
        hint = Message("{n} units of this number stand there", n=len(tied))
        raise Unresolved(Reason.TARGET_AMBIGUOUS, hint)
    assert nearest.parent is not None
    return nearest.parent


def _list_of(spot: Spot) -> Node:
    """Return the part of a unit whose list takes a subpoint: the only one that has subpoints."""
    node = spot.node
    lists = [node] if any(child.kind is Kind.SUBPOINT for child in node.children) else []
    if not spot.first:
        parts = (child for child in node.children if child.kind is Kind.ALINEA)
        lists += [part for part in parts if any(child.kind is Kind.SUBPOINT for child in part.children)]
    if len(lists) > 1:
        hint = Message("{n} lists stand there", n=len(lists))
        raise Unresolved(Reason.TARGET_AMBIGUOUS, hint, near=node)
    return lists[0] if lists else node


def _unnumbered(law: Law, instruction: Instruction, spot: Spot, found: list[Node]) -> list[Node]:
    """Insert parts or indents by their places, or append them."""
    kind = instruction.unit
    if kind not in (Kind.ALINEA, Kind.INDENT):
        raise differs("", spot.node)
    if instruction.op is Op.APPEND_UNIT:
        if len(found) != 1:
            raise _count(1, found, spot.node)
        listed = _listed(spot, kind)
        if listed and listed[-1].node.wording() == found[0].wording():
            raise Unresolved(Reason.ALREADY_APPLIED, Message("the new unit stands there already"), near=spot.node)
        numbers = [len(listed) + 1]
    else:
        numbers = [int(number) for number in instruction.numbers if number.isdigit()]
        found = paragraphs(found, count=len(numbers))
    if len(numbers) != len(found) or any(after != before + 1 for before, after in pairwise(numbers)):
        raise _count(len(numbers), found, spot.node)
    for number, new in zip(numbers, found, strict=True):
        _put_at(law, spot, kind, number, new, index=instruction.index)
    return found


def _listed(spot: Spot, kind: Kind) -> list[Spot]:
    return parts_of(spot) if kind is Kind.ALINEA else indents_of(spot)


def _put_at(law: Law, spot: Spot, kind: Kind, number: int, new: Node, *, index: int) -> None:
    """Make a paragraph number ``number`` of its unit; those from there on are counted one higher."""
    listed = _listed(spot, kind)
    if kind is Kind.INDENT and interrupted(spot):
        raise uncounted(spot.node)
    if not 1 < number <= len(listed) + 1:
        hint = Message("it would be paragraph {number}, and there are {n}", number=number, n=len(listed))
        raise Unresolved(Reason.TARGET_NOT_FOUND, hint, near=spot.node)
    before = listed[number - 2]
    if number <= len(listed) and listed[number - 1].node.wording() == new.wording():
        raise Unresolved(Reason.ALREADY_APPLIED, Message("the new unit stands there already"), near=spot.node)
    node = before.node
    if kind is Kind.ALINEA:
        new.kind = Kind.ALINEA
        parent, at = _after_part(before)
    elif before.own and not (node.kind is Kind.ALINEA and not node.children and number > 2):
        new.kind = Kind.INDENT
        parent, at = node, 0
    else:
        assert node.parent is not None
        new.kind = node.kind
        parent, at = node.parent, node.parent.children.index(node) + 1
    law.insert(new, parent, at=at)
    law.recount(parent.shifted, at, by=index)


def _after_part(before: Spot) -> tuple[Node, int]:
    """Return where a part goes behind another one: behind everything that hangs on it."""
    node = before.node
    if node.kind is Kind.ALINEA:
        assert node.parent is not None
        return node.parent, node.parent.children.index(node) + 1
    stop = next((at for at, child in enumerate(node.children) if child.kind is Kind.ALINEA), len(node.children))
    return node, stop


def _count(named: int, found: Sequence[Node], near: Node) -> Unresolved:
    hint = Message("{n} units are named and {m} are quoted", n=named, m=len(found))
    return Unresolved(Reason.QUOTED_UNIT, hint, near=near)


def _sentence(law: Law, instruction: Instruction, spot: Spot, found: Sequence[Node]) -> Node:
    """Put sentences into a unit of one paragraph: where their numbers say, else at its end."""
    nodes = [node for node in spot.nodes() if node.text and not node.repealed and node.kind not in HEADED]
    if len(nodes) != 1 or len(found) != 1 or found[0].kind not in LOOSE or found[0].children:
        hint = Message("it is not said at the end of which paragraph the sentence goes")
        raise Unresolved(Reason.TARGET_AMBIGUOUS, hint, near=spot.node)
    [node], text = nodes, f"{found[0].head}{found[0].text}"
    at = place_of(node.text, instruction.numbers, words=text, near=node)
    if key(node.text).endswith(key(text)) or (instruction.numbers and key(node.text[at:]).startswith(key(text))):
        raise Unresolved(Reason.ALREADY_APPLIED, Message("the new words stand there already"), near=node)
    ended(node, node.text[:at])
    inserted(node, at, words=text, index=instruction.index)
    for number in instruction.numbers[:1]:
        law.recount(node.recounted, int(number), by=instruction.index)
    return node
