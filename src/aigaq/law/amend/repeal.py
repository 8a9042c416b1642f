"""Repealing units: a numbered one keeps its number with a stub, another one leaves no trace."""

from __future__ import annotations

from collections.abc import Sequence

from aigaq.law.amend.node import Law, Node
from aigaq.law.amend.outcome import Reason
from aigaq.law.amend.restate import writer
from aigaq.law.amend.sentence import ended, sentence_span
from aigaq.law.amend.splice import deleted
from aigaq.law.amend.spot import Spot, Unresolved
from aigaq.law.drafting.instruction import Act, Instruction
from aigaq.law.drafting.languages import GRAMMARS
from aigaq.law.structure.unit import HEADED, Kind
from aigaq.values import Message


def repeal(law: Law, instruction: Instruction, *, act: Act, spots: Sequence[Spot]) -> list[Node]:
    """Take the named units out and return what is left of them; nothing where nothing is.

    Raises:
        Unresolved: It is not certain what is taken out.
    """
    for spot in spots:
        _free(spot, instruction, law=law)
    left: list[Node] = []
    for spot in sorted(spots, key=lambda spot: not spot.sentence):
        node = spot.node
        if spot.sentence:
            span = sentence_span(node.text, spot.sentence, near=node)
            ended(node, node.text[: span[1]])
            deleted(node, span, index=instruction.index)
            law.recount(node.recounted, spot.sentence, by=instruction.index)
            left.append(node)
        elif node.number and node.kind is not Kind.TABLE:
            _leave_stub(law, act, node, index=instruction.index)
            left.append(node)
        else:
            _without_trace(law, node, index=instruction.index)
    return left


def _free(spot: Spot, instruction: Instruction, *, law: Law) -> None:
    node = spot.node
    if node.kind is Kind.LAW:
        raise Unresolved(Reason.TARGET_AMBIGUOUS, Message("the whole law is named"))
    if node.repealed and node.made is None:
        hint = Message("only the stub of a repealed unit is left")
        raise Unresolved(Reason.ALREADY_APPLIED, hint, near=node)
    made = writer(spot, instruction, law=law)
    if made is not None:
        hint = Message("instruction {n} of the act wrote this unit", n=made + 1)
        raise Unresolved(Reason.CONFLICT, hint, near=node)
    if (spot.own or spot.first) and not spot.sentence and (node.number or node.children):
        hint = Message("the opening words of a unit cannot be taken out without what hangs on them")
        raise Unresolved(Reason.TARGET_AMBIGUOUS, hint, near=node)
    if spot.inner:
        raise Unresolved(Reason.TARGET_AMBIGUOUS, Message("a text without its heading is named"), near=node)


def _leave_stub(law: Law, act: Act, node: Node, *, index: int) -> None:
    ends = node.last.text.rstrip()[-1:] if node.kind is Kind.SUBPOINT else "."
    law.empty(node)
    words = GRAMMARS[act.language].stub(node.kind, act.date, act.number)
    node.say(words + (ends if ends in ";." else ""))
    node.head = _head(node)
    node.repealed, node.made, node.put = True, index, []
    node.touch(index)


def _head(node: Node) -> str:
    """Return the number of a unit with the point and the space after it that a heading without words may lack."""
    head = node.head.rstrip()
    bare = node.kind in HEADED and head[-1:].isalnum()
    return f"{head}. " if bare else node.head if node.head[-1:].isspace() or not head else f"{node.head} "


def _without_trace(law: Law, node: Node, *, index: int) -> None:
    parent = node.parent
    at = parent.children.index(node) if parent is not None else 0
    law.remove(node)
    if parent is not None:
        parent.touch(index)
        law.recount(parent.shifted, at, by=index)
