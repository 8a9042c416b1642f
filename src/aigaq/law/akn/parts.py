"""The parts of a law as Akoma Ntoso divides it: preface, preamble, body, conclusions, attachments."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import takewhile

from attrs import frozen

from aigaq.law.akn.blocks import blocks
from aigaq.law.akn.body import hierarchy
from aigaq.law.akn.ids import BODY
from aigaq.law.akn.view import View
from aigaq.law.akn.xml import NONE, Xml, block, element, paragraph, words
from aigaq.law.structure.unit import Kind, Unit

_FRONT = frozenset({Kind.FRONT, Kind.CONTENTS})


@frozen
class Appendix:
    """An appendix and what stands after it, outside every appendix: a signature, as a rule nothing."""

    unit: Unit
    after: tuple[Unit, ...]


@frozen
class Parts:
    """The units directly in a law, divided; joined again they are all of them, in order."""

    preface: tuple[Unit, ...]
    preamble: tuple[Unit, ...]
    body: tuple[Unit, ...]
    conclusions: tuple[Unit, ...]
    appendices: tuple[Appendix, ...]


def divide(units: Sequence[Unit]) -> Parts:
    """Return the parts that the units directly in a law belong to; no unit changes its place in the order."""
    preface, rest = _while(units, _FRONT)
    opens = bool(rest) and rest[0].kind is Kind.PREAMBLE
    preamble, rest = _while(rest, {Kind.PREAMBLE, *_FRONT}) if opens else ((), rest)
    body, rest = _while(rest, frozenset(Kind) - {Kind.SIGNATURE, Kind.APPENDIX})
    conclusions, rest = _while(rest, frozenset(Kind) - {Kind.APPENDIX})
    appendices = []
    while rest:
        after, rest_after = _while(rest[1:], frozenset(Kind) - {Kind.APPENDIX})
        appendices.append(Appendix(rest[0], after))
        rest = rest_after
    return Parts(preface, preamble, body, conclusions, tuple(appendices))


def text_parts(parts: Parts, view: View) -> list[Xml]:
    """Return preface, preamble, body and conclusions; those that the law does not have are left out.

    The body is the only one that the schema demands: where nothing was read as law, it says so.
    """
    body = [hierarchy(unit, view) for unit in parts.body] or [
        element("hcontainer", {"name": "empty", "status": "undefined"})
    ]
    return [
        _part("preface", parts.preface, view),
        _preamble(parts.preamble, view),
        block("body", {"eId": BODY}, *body),
        _part("conclusions", parts.conclusions, view),
    ]


def attachment(appendix: Appendix, *, meta: Xml, view: View) -> Xml:
    """Return an appendix as a document of its own, as the schema demands.

    Args:
        appendix: The appendix.
        meta: Its metadata.
        view: The law.
    """
    unit = appendix.unit
    number = view.number(unit)
    head = [element("num", None, words(number))] if number else []
    heading = element("heading", None, words(unit.text))
    main = [hierarchy(child, view) for child in unit.children] or [element("p")]
    after = _part("conclusions", appendix.after, view)
    document = block("doc", {"name": "appendix"}, meta, block("mainBody", None, *main), after)
    return block("attachment", view.attributes(unit), *head, heading, document)


def _while(units: Sequence[Unit], kinds: Container[Kind]) -> tuple[tuple[Unit, ...], Sequence[Unit]]:
    taken = tuple(takewhile(lambda unit: unit.kind in kinds, units))
    return taken, units[len(taken) :]


def _part(name: str, units: Sequence[Unit], view: View) -> Xml:
    return block(name, None, *(blocks(unit, view) for unit in units)) if units else NONE


def _preamble(units: Sequence[Unit], view: View) -> Xml:
    """Return the preamble: its first unit is the element itself, what was read after it stands in it."""
    if not units:
        return NONE
    first = units[0]
    lead = paragraph(first.text) if first.text else NONE
    inner = (*first.children, *units[1:])
    return block("preamble", view.attributes(first), lead, *(blocks(unit, view) for unit in inner))
