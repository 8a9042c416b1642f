"""Restating: «изложить в следующей редакции», «мынадай редакцияда жазылсын»."""

from __future__ import annotations

from collections.abc import Sequence

from aigaq.law.amend.node import Law, Node
from aigaq.law.amend.outcome import Reason
from aigaq.law.amend.quoted import LOOSE, differs, heading, paragraphs, plain, spread, units
from aigaq.law.amend.sentence import ended, sentence_span, sentence_starts
from aigaq.law.amend.splice import replaced
from aigaq.law.amend.spot import Spot, Unresolved, first_part
from aigaq.law.drafting.instruction import Instruction, Place
from aigaq.law.structure.key import key
from aigaq.law.structure.unit import HEADED, Kind
from aigaq.values import Message


def restate(law: Law, instruction: Instruction, *, spots: Sequence[Spot]) -> list[Node]:
    """Give the named units their new wording and return what stands in their place.

    Raises:
        Unresolved: The quoted text does not fit the units.
    """
    for spot in spots:
        _free(spot, instruction, law=law)
    found = units(instruction, law.tree.language, between=law.between, index=instruction.index)
    places = {target.place for target in instruction.targets}
    if len(places) > 1:
        hint = Message("units and parts of units are restated by one instruction")
        raise Unresolved(Reason.TARGET_AMBIGUOUS, hint, near=spots[0].node)
    if places == {Place.HEADING}:
        return _headings(instruction, spots, found)
    if spots[0].sentence:
        return _sentence(law, instruction, spots, found)
    if len(spots) > 1 or not plain(found):
        return _several(law, instruction, spots, found)
    return _loose(law, instruction, spots[0], found)


def _free(spot: Spot, instruction: Instruction, *, law: Law) -> None:
    """Refuse a unit of which another instruction of the act wrote something, or that is repealed."""
    node = spot.node
    made = writer(spot, instruction, law=law)
    if made is not None:
        hint = Message("instruction {n} of the act wrote this unit", n=made + 1)
        raise Unresolved(Reason.CONFLICT, hint, near=node)
    if node.repealed:
        hint = Message("only the stub of a repealed unit is left")
        raise Unresolved(Reason.REPEALED, hint, near=node)


def writer(spot: Spot, instruction: Instruction, *, law: Law) -> int | None:
    """Return which other instruction of the act wrote something of a place; None when none did."""
    own = {instruction.index, *law.everywhere}
    if spot.sentence and spot.node.made is None:
        start, end = sentence_span(spot.node.text, spot.sentence, near=spot.node)
        others = (by for first, last, by in spot.node.put if first < end and start < last and by not in own)
        return next(others, None)
    for node in spot.nodes():
        made = [node.made] if node.made is not None else []
        by = [*made, *(by for _, _, by in node.put), *([] if spot.own else node.by)]
        other = next((index for index in by if index not in own), None)
        if other is not None:
            return other
    return None


def _stands(near: Node) -> Unresolved:
    return Unresolved(Reason.ALREADY_APPLIED, Message("the new wording stands there already"), near=near)


def _wordings(node: Node, inside: Sequence[Node]) -> list[str]:
    """Return the keys of a unit's own wording and of what stands in it, for telling whether two say the same."""
    own = key(node.text if node.kind not in LOOSE else f"{node.head}{node.text}")
    return [own, *(key(part.wording()) for part in inside)]


def _headings(instruction: Instruction, spots: Sequence[Spot], found: Sequence[Node]) -> list[Node]:
    if len(found) != len(spots):
        raise Unresolved(Reason.QUOTED_UNIT, Message("more than a heading is quoted"), near=spots[0].node)
    texts = [heading([quoted], spot.node) for spot, quoted in zip(spots, found, strict=True)]
    if all(key(spot.node.text) == key(text) for spot, text in zip(spots, texts, strict=True)):
        raise _stands(spots[0].node)
    for spot, text in zip(spots, texts, strict=True):
        replaced(spot.node, (0, len(spot.node.text)), words=text, index=instruction.index)
    return [spot.node for spot in spots]


def _sentence(law: Law, instruction: Instruction, spots: Sequence[Spot], found: Sequence[Node]) -> list[Node]:
    if len(spots) != 1 or len(found) != 1 or found[0].children:
        raise Unresolved(Reason.QUOTED_UNIT, Message("more than one sentence is quoted"), near=spots[0].node)
    node = spots[0].node
    span = sentence_span(node.text, spots[0].sentence, near=node)
    words = f"{found[0].head}{found[0].text}"
    if key(node.text[slice(*span)]) == key(words):
        raise _stands(node)
    several = len(sentence_starts(words, near=node)) > 1
    if found[0].text[-1:] != node.text[span[1] - 1]:
        ended(node, node.text[: span[1]])
    replaced(node, span, words=words, index=instruction.index)
    if several:
        law.recount(node.recounted, spots[0].sentence + 1, by=instruction.index)
    return [node]


def _several(law: Law, instruction: Instruction, spots: Sequence[Spot], found: Sequence[Node]) -> list[Node]:
    """Restate units by their numbers, or one by one in their order where they have none."""
    found = paragraphs(found, count=len(spots))
    if len(found) != len(spots):
        hint = Message("{n} units are named and {m} are quoted", n=len(spots), m=len(found))
        raise Unresolved(Reason.QUOTED_UNIT, hint, near=spots[0].node)
    for spot, quoted in zip(spots, found, strict=True):
        node = spot.node
        if quoted.kind not in LOOSE and (quoted.kind, quoted.number) != (node.kind, node.number):
            raise differs(quoted.number, node)
        if quoted.kind in LOOSE and node.kind not in LOOSE and not (spot.own or spot.first):
            raise differs("", node)
        if spot.own and quoted.children:
            raise Unresolved(Reason.QUOTED_UNIT, Message("more than one paragraph is quoted"), near=node)
    if all(key(spot.node.wording()) == key(quoted.wording()) for spot, quoted in zip(spots, found, strict=True)):
        raise _stands(spots[0].node)
    done = []
    for spot, quoted in zip(spots, found, strict=True):
        if spot.own or spot.first:
            done.append(_opening(law, spot, quoted, instruction.index))
        else:
            _take_over(spot.node, quoted)
            law.replace(spot.node, [quoted])
            done.append(quoted)
    return done


def _take_over(node: Node, quoted: Node) -> None:
    """Let the new unit stand for the old one: by name, and by kind where it has no number."""
    quoted.eid, quoted.note = node.eid, node.note
    if quoted.kind in LOOSE and node.kind in LOOSE:
        quoted.kind = node.kind


def _loose(law: Law, instruction: Instruction, spot: Spot, found: Sequence[Node]) -> list[Node]:
    """Restate a unit without a number by paragraphs without numbers."""
    node = spot.node
    if spot.own or spot.first:
        if len(found) != 1:
            raise Unresolved(Reason.QUOTED_UNIT, Message("more than one paragraph is quoted"), near=node)
        return [_opening(law, spot, found[0], instruction.index)]
    if node.kind is Kind.PREAMBLE or spot.inner:
        return _body(law, node, found)
    if node.kind not in LOOSE:
        raise differs("", node)
    if (len(found) > 1 or found[0].children) and node.kind is not Kind.ALINEA:
        raise Unresolved(Reason.QUOTED_UNIT, Message("more than one paragraph is quoted"), near=node)
    if node.wording() == "\n".join(unit.wording() for unit in found):
        raise _stands(node)
    _take_over(node, found[0])
    if len(found) > 1 and node.parent is not None:
        law.recount(node.parent.shifted, node.parent.children.index(node) + 1, by=instruction.index)
    law.replace(node, found)
    return list(found)


def _body(law: Law, node: Node, found: Sequence[Node]) -> list[Node]:
    """Restate everything in a unit but its heading."""
    tail = node.last.tail
    inside = [child for child in node.children if child.kind not in HEADED]
    if len(inside) != len(node.children):
        raise Unresolved(Reason.TARGET_AMBIGUOUS, Message("the unit holds headed units"), near=node)
    if any(child.note for child in inside):
        raise Unresolved(Reason.TARGET_AMBIGUOUS, Message("the unit holds a note"), near=node)
    if not node.children:
        raise Unresolved(Reason.TARGET_NOT_FOUND, Message("there is no unit of this kind there"), near=node)
    if [key(child.wording()) for child in node.children] == [key(unit.wording()) for unit in found]:
        raise _stands(node)
    found[0].eid = node.children[0].eid
    node.children[:] = list(found)
    for unit in found:
        unit.parent = node
        spread(unit, law.between)
    node.last.tail = tail
    node.touch(found[0].by[0])
    return [node]


def _opening(law: Law, spot: Spot, quoted: Node, index: int) -> Node:
    """Restate the opening words of a unit, or its first part with what hangs on it."""
    node = spot.node
    if quoted.kind not in LOOSE and (quoted.kind, quoted.number) != (node.kind, node.number):
        raise differs(quoted.number, node)
    old = first_part(node) if spot.first else []
    if spot.own and quoted.children:
        raise Unresolved(Reason.QUOTED_UNIT, Message("more than one paragraph is quoted"), near=node)
    if _wordings(node, old) == _wordings(quoted, quoted.children):
        raise _stands(node)
    tail = old[-1].last.tail if old else ""
    for child in old:
        law.forget(child)
    node.children[: len(old)] = quoted.children
    for child in quoted.children:
        child.parent = node
    if quoted.children:
        quoted.children[-1].last.tail = tail or node.tail
        node.tail = law.between
    elif old:
        node.tail = tail
    text = quoted.text if quoted.kind not in LOOSE else f"{quoted.head}{quoted.text}"
    node.say(text)
    node.put = [(0, len(text), index)]
    node.touch(index)
    return node
