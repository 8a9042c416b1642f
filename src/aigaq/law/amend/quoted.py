"""What an act quotes as units: read as a piece of law, and held against what the instruction names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aigaq.law.amend.node import Node
from aigaq.law.amend.outcome import Reason
from aigaq.law.amend.spot import Unresolved
from aigaq.law.drafting.instruction import Instruction, Quotation
from aigaq.law.structure.build import parse_fragment
from aigaq.law.structure.unit import HEADED, Kind, Tree, Unit
from aigaq.values import Language, Message

LOOSE = frozenset({Kind.ALINEA, Kind.INDENT, Kind.QUOTED, Kind.TABLE})
"""Kinds of unit that have no number."""

_BREAK = "\n\n"
_BROKEN = re.compile(r"\n[ \t]*\r?\n\s*")
"""Where a wording runs over two paragraphs of the act («…,» and «регистрируются …»): only a heading is made one."""


def units(instruction: Instruction, language: Language, *, between: str, index: int) -> list[Node]:
    """Return the units that an instruction quotes.

    An unnumbered paragraph after a numbered unit belongs to that unit: nothing else is quoted.

    Args:
        instruction: The instruction.
        language: Language of the law.
        between: What parts two paragraphs of the law.
        index: The instruction's place in the act.

    Raises:
        Unresolved: It quotes nothing, or the quoted text cannot be read as units.
    """
    if not instruction.quoted:
        hint = Message("the wording is not in the act: it may stand in an appendix")
        raise Unresolved(Reason.NO_WORDING, hint)
    found = [node for quotation in instruction.quoted for node in _block(quotation, language)]
    if not found:
        raise Unresolved(Reason.NO_WORDING, Message("the quoted wording is empty"))
    for node in found:
        spread(node, between)
        for part in node.walk():
            part.made = index
            part.touch(index)
    return found


def _block(quotation: Quotation, language: Language) -> list[Node]:
    text = quotation.text
    if not text.strip():
        return []
    tree = parse_fragment(text, language)
    _read_whole(tree)
    tops: list[Node] = []
    for node in graft(tree):
        host = _host(tops, node)
        if host is None:
            tops.append(node)
        else:
            node.parent = host
            host.children.append(node)
    return tops


def spread(node: Node, between: str) -> None:
    """Put what parts paragraphs between the units of a new unit."""
    for part in node.walk():
        part.tail = between
        if _BREAK in part.text:
            part.say(part.text.replace(_BREAK, between))


def graft(tree: Tree) -> list[Node]:
    """Return the units of a quoted text, ready to be put into a law; layout inside a wording is one space."""
    return [_grafted(unit, tree) for unit in tree.root.children]


def _grafted(unit: Unit, tree: Tree) -> Node:
    head = " ".join(tree.source.text[unit.start : unit.wording[0]].split())
    between = " " if unit.kind in HEADED else _BREAK
    text = between.join(" ".join(part.split()) for part in _BROKEN.split(unit.text))
    node = Node(unit.kind, unit.number, f"{head} " if head and text else head, text, "", repealed=unit.repealed)
    for child in unit.children:
        grown = _grafted(child, tree)
        grown.parent = node
        node.children.append(grown)
    return node


def _read_whole(tree: Tree) -> None:
    """Refuse a quoted text of which something would be lost: notes, which are no law, and paragraphs without a word."""
    text = tree.source.text
    for unit in tree.units:
        rest = text[unit.start if unit.kind is Kind.LAW else unit.wording[1] : unit.end]
        if any(sign.isalnum() for sign in rest):
            hint = Message("the quoted text holds an editorial note, which is no law")
            raise Unresolved(Reason.QUOTED_UNIT, hint)
        if unit.text and unit.kind not in HEADED and not any(sign.isalnum() for sign in unit.text):
            raise Unresolved(Reason.NO_WORDING, Message("the quoted wording is empty"))


def _host(tops: Sequence[Node], node: Node) -> Node | None:
    """Return the numbered unit that an unnumbered paragraph after it belongs to."""
    return tops[-1] if tops and node.kind in LOOSE and tops[-1].kind not in LOOSE else None


def plain(found: Sequence[Node]) -> bool:
    """Tell whether a quoted text is nothing but unnumbered paragraphs (with what hangs on them)."""
    return all(node.kind in LOOSE for node in found)


def paragraphs(found: Sequence[Node], *, count: int) -> list[Node]:
    """Return unnumbered paragraphs one by one where so many are named: each is one, whatever it seems to hang on."""
    every = [node for top in found for node in top.walk()]
    if len(found) == count or len(every) != count or not plain(every):
        return list(found)
    for node in every:
        node.children.clear()
        node.parent = None
    return every


def heading(found: Sequence[Node], node: Node) -> str:
    """Return a quoted heading, with or without the word and number of its unit.

    Raises:
        Unresolved: More than a heading is quoted, or the number is another one.
    """
    if len(found) != 1 or found[0].children:
        raise Unresolved(Reason.QUOTED_UNIT, Message("more than a heading is quoted"), near=node)
    quoted = found[0]
    if quoted.kind in HEADED and quoted.number != node.number:
        raise differs(quoted.number, node)
    return quoted.text if quoted.kind in HEADED else f"{quoted.head}{quoted.text}".strip()


def differs(number: str, near: Node | None) -> Unresolved:
    """Return the refusal of a quoted unit that is not the one the instruction names."""
    hint = Message("the quoted unit has the number {number}", number=number or "–")
    return Unresolved(Reason.QUOTED_UNIT, hint, near=near)
