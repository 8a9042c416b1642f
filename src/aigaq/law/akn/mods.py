"""What an act changed, as modifications: one for each instruction that was applied and each unit it touched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from attrs import frozen

from aigaq.law.akn.identification import TOOL
from aigaq.law.akn.timeline import Period
from aigaq.law.akn.view import View
from aigaq.law.akn.xml import NONE, Xml, block, element, told
from aigaq.law.amend.outcome import Amended, Outcome, Piece, Status
from aigaq.law.drafting.instruction import Force, Instruction, Op
from aigaq.law.structure.unit import Unit

TYPES: Final = {
    Op.RESTATE: "substitution",
    Op.INSERT_UNIT: "insertion",
    Op.APPEND_UNIT: "insertion",
    Op.REPLACE_WORDS: "substitution",
    Op.INSERT_WORDS: "insertion",
    Op.DELETE_WORDS: "repeal",
    Op.REPEAL: "repeal",
    Op.REPLACE_THROUGHOUT: "substitution",
    Op.SUSPEND: "substitution",
    Op.OTHER_LANGUAGE: "substitution",
}
"""What the standard calls each kind of instruction; nothing that Kazakh drafting has is a renumbering."""

WORD_OPS: Final = frozenset({Op.INSERT_WORDS, Op.DELETE_WORDS, Op.REPLACE_WORDS, Op.REPLACE_THROUGHOUT})


@frozen
class Touch:
    """An instruction and one unit that it touched.

    Args:
        outcome: What became of the instruction.
        eid: The unit, in the new law where it is there, else in the old one.
        piece: Its words before and after, where they are known.
    """

    outcome: Outcome
    eid: str
    piece: Piece | None = None


def touches(amended: Amended) -> Iterator[Touch]:
    """Yield every applied instruction with every unit that it touched, in the order of the act and of the law.

    Words that belong to a unit which now bears another identifier are given to the unit that holds them; where none
    does, they stand with the nearest unit around it.
    """
    by_index = _by_index(amended)
    for outcome in amended.outcomes:
        if outcome.status is not Status.APPLIED:
            continue
        eids = by_index.get(outcome.instruction.index, [])
        pieces = {piece.eid: piece for piece in outcome.pieces}
        homes = {eid: eid for eid in eids if eid in pieces}
        homes |= _by_words([eid for eid in eids if eid not in homes], pieces, homes, amended)
        lost = [(_around(eid, amended), piece) for eid, piece in pieces.items() if eid not in homes.values()]
        told = {eid for eid, _piece in lost}
        yield from (
            Touch(outcome, eid, pieces.get(homes.get(eid, ""))) for eid in eids if eid in homes or eid not in told
        )
        yield from (Touch(outcome, eid, piece) for eid, piece in lost)


def force_of(instruction: Instruction, amended: Amended) -> Force:
    """Return when an instruction enters into force: by itself, else with its act."""
    return instruction.force if instruction.force != Force() else amended.act.force


def period_of(instruction: Instruction, amended: Amended) -> Period | None:
    """Return the period in which an instruction is in force; None where its first day is not known."""
    force = force_of(instruction, amended)
    return Period(force.date, instruction.until or force.until) if force.date else None


def modifications(amended: Amended, *, view: View, periods: Mapping[Period, str], act: str) -> Xml:
    """Return what the act changed; nothing where nothing was applied.

    Args:
        amended: The law with the act applied to it.
        view: The new law.
        periods: Identifiers of the periods.
        act: Address of the act.
    """
    found = [
        _modification(touch, f"mod_{at}", amended=amended, view=view, periods=periods, act=act)
        for at, touch in enumerate(touches(amended), 1)
    ]
    return block("analysis", {"source": f"#{TOOL}"}, block("passiveModifications", None, *found)) if found else NONE


def span_of(act: str, span: tuple[int, int]) -> str:
    """Return the address of a stretch of the act's text: its characters as RFC 5147 counts them."""
    return f"{act}#char={span[0]},{span[1]}"


def _by_index(amended: Amended) -> dict[int, list[str]]:
    """Return the units that each instruction touched, in the order of the new law, then of the old one.

    What went with the unit that it stood in is that unit's change, not one of its own.
    """
    touched = amended.touched
    found: dict[int, list[str]] = {}
    for unit in amended.new.units:
        for index in touched.get(unit.eid, ()):
            found.setdefault(index, []).append(unit.eid)
    for unit in amended.old.units:
        if unit.eid not in amended.new.by_eid:
            for index in touched.get(unit.eid, ()):
                if index not in touched.get(unit.parent, ()):
                    found.setdefault(index, []).append(unit.eid)
    return found


def _by_words(
    eids: Iterable[str], pieces: Mapping[str, Piece], homes: Mapping[str, str], amended: Amended
) -> dict[str, str]:
    """Return for each of these units the one piece whose words after the change are its words."""
    free = {_bare(piece.after): eid for eid, piece in pieces.items() if piece.after and eid not in homes}
    found: dict[str, str] = {}
    for eid in eids:
        unit = amended.new.by_eid.get(eid)
        told_by = free.pop(_bare(_lines(unit, amended.new.source.text)), None) if unit is not None and free else None
        if told_by is not None:
            found[eid] = told_by
    return found


def _lines(unit: Unit, text: str) -> str:
    """Return number and wording of a unit and of all in it."""
    return "\n".join(text[inner.start : inner.wording[1]] for inner in unit.walk())


def _bare(text: str) -> str:
    return "".join(text.split())


def _around(eid: str, amended: Amended) -> str:
    """Return what is there of that around a unit which is gone; another unit may bear its identifier now."""
    eid = eid.rpartition("__")[0]
    while eid and eid not in amended.new.by_eid:
        eid = eid.rpartition("__")[0]
    return eid


def _modification(
    touch: Touch, name: str, *, amended: Amended, view: View, periods: Mapping[Period, str], act: str
) -> Xml:
    instruction = touch.outcome.instruction
    source = {"href": span_of(act, instruction.span)}
    common = (
        element("source", source, told(instruction.address)),
        element("destination", {"href": view.place(touch.eid)}),
        _when(instruction, amended, periods),
    )
    piece = touch.piece
    if instruction.op is Op.SUSPEND and (piece is None or piece.before == piece.after):
        return block("efficacyMod", {"type": "inapplication", "eId": name}, *common)
    old = new = NONE
    if piece is not None and piece.before and piece.before != piece.after:
        old = element("old", {"eId": f"{name}_old", "href": f"#{name}_new" if piece.after else ""}, told(piece.before))
    if piece is not None and piece.after and piece.before != piece.after:
        new = element("new", {"eId": f"{name}_new", "href": view.place(touch.eid)}, told(piece.after))
    return block("textualMod", {"type": _type(touch, amended), "eId": name}, *common, old, new)


def _type(touch: Touch, amended: Amended) -> str:
    """Return the type of a modification: by the words before and after where they are known, else by what was told."""
    op = touch.outcome.instruction.op
    unit, before = amended.new.by_eid.get(touch.eid), amended.old.by_eid.get(touch.eid)
    if op in WORD_OPS:
        return TYPES[op]
    if unit is None or (unit.repealed and not (before is not None and before.repealed)):
        return "repeal"
    if touch.piece is not None and not touch.piece.before:
        return "insertion"
    if op is Op.RESTATE and before is None:
        return "insertion"
    return TYPES[op]


def _when(instruction: Instruction, amended: Amended, periods: Mapping[Period, str]) -> Xml:
    """Return when a modification is in force: its period, or the words of the act where no day is known."""
    period, words = period_of(instruction, amended), force_of(instruction, amended).words
    name = "efficacy" if instruction.op is Op.SUSPEND else "force"
    if period is not None:
        return element(name, {"period": f"#{periods[period]}"}, told(words))
    return element(name, None, told(words)) if words else NONE
