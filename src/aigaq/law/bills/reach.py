"""What of the law in force the instructions of a bill need, rewrite and put in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from attrs import define, field

from aigaq.law.amend.amend import Traced
from aigaq.law.amend.apply import Application, When
from aigaq.law.amend.node import Law, Node
from aigaq.law.amend.outcome import Outcome, Status
from aigaq.law.amend.search import matches
from aigaq.law.amend.sentence import sentence_span
from aigaq.law.amend.splice import end_of
from aigaq.law.amend.spot import Spot, Unresolved
from aigaq.law.drafting.instruction import Instruction, Op, Side, Target
from aigaq.law.structure.unit import Kind, Unit

WORDS = (Op.REPLACE_WORDS, Op.INSERT_WORDS, Op.DELETE_WORDS, Op.REPLACE_THROUGHOUT)
UNITS = (Op.INSERT_UNIT, Op.APPEND_UNIT)

Span = tuple[int, int, int]
"""Where words begin and end in a wording, and which instruction it is about; equal ends are a place between words."""


@define(eq=False)
class Reach:
    """What of the law in force one bill is about.

    Args:
        reads: Words that must stand there, by the unit.
        writes: Words that are changed, and places where words are put in, by the unit.
        edits: Units whose words are edited, or into which units are put, with the instructions.
        covers: Units that are restated or repealed, down to the last paragraph: the instructions, each with the unit
            that it names.
        adds: Units that are put in, by the identifier they get, with the instructions.
        whole: Instructions that repeal the whole law.
    """

    reads: dict[str, list[Span]] = field(factory=lambda: defaultdict(list))
    writes: dict[str, list[Span]] = field(factory=lambda: defaultdict(list))
    edits: dict[str, set[int]] = field(factory=lambda: defaultdict(set))
    covers: dict[str, set[tuple[int, str]]] = field(factory=lambda: defaultdict(set))
    adds: dict[str, set[int]] = field(factory=lambda: defaultdict(set))
    whole: set[int] = field(factory=set)


def reach(done: Traced, law: Law, *, when: When) -> Reach:
    """Return what of the law in force a bill is about, as far as it was applied.

    Args:
        done: The bill applied alone.
        law: The law in force, untouched.
        when: The day for which it was applied.
    """
    amended = done.amended
    application = Application(law, amended.act, when)
    found = Reach()
    for outcome in amended.outcomes:
        if _repeals_the_law(outcome):
            found.whole.add(outcome.instruction.index)
        if outcome.status is not Status.APPLIED:
            continue
        try:
            spots = application.spots(outcome.instruction)
            for spot in spots:
                _one(found, outcome.instruction, spot)
        except Unresolved:
            continue  # a place that the bill itself put in
    _added(found, done)
    return found


def _repeals_the_law(outcome: Outcome) -> bool:
    instruction = outcome.instruction
    whole = instruction.op is Op.REPEAL and instruction.targets == (Target(),)
    return whole and outcome.status is Status.NO_EFFECT


def _one(found: Reach, instruction: Instruction, spot: Spot) -> None:
    index = instruction.index
    if instruction.op in UNITS and instruction.unit is not None:
        return
    if instruction.op in WORDS or spot.sentence or instruction.op in UNITS:
        for node, read, write in _spans(instruction, spot):
            found.edits[node.eid].add(index)
            found.writes[node.eid].append((*write, index))
            if read:
                found.reads[node.eid].append((*read, index))
    elif instruction.op is not Op.SUSPEND or instruction.quoted:
        for node in spot.nodes():
            found.covers[node.eid].add((index, spot.node.eid))


_Places = tuple[Node, tuple[int, int] | None, tuple[int, int]]
"""A unit, the words that must stand in it, and the words or the place that are changed."""


def _spans(instruction: Instruction, spot: Spot) -> Iterator[_Places]:
    """Yield the words that an edit of words, or of one sentence, is about."""
    for node in spot.nodes():
        if not node.text or node.repealed:
            continue
        low, high = sentence_span(node.text, spot.sentence, near=node) if spot.sentence else (0, len(node.text))
        if instruction.op not in WORDS:
            yield node, None, (low, high) if spot.sentence else (high, high)
        elif not instruction.find:
            end = end_of(node.text[:high])
            yield node, None, (end, end)
        for words in instruction.find:
            for match in matches(node, words):
                if low <= match.start and match.end <= high:
                    yield node, (match.start, match.end), _written(instruction, match.start, match.end)


def _written(instruction: Instruction, start: int, end: int) -> tuple[int, int]:
    if instruction.op is not Op.INSERT_WORDS:
        return start, end
    return (start, start) if instruction.side is Side.BEFORE else (end, end)


def _added(found: Reach, done: Traced) -> None:
    """Note the units that insertions put in, and what they are put into."""
    amended, came = done.amended, done.came
    ops = {outcome.instruction.index: outcome.instruction for outcome in amended.outcomes}
    fresh: set[str] = set()
    for unit in amended.new.units:
        by = [at for at in amended.touched.get(unit.eid, ()) if unit.eid and ops[at].op in UNITS and ops[at].unit]
        if not by or not _is_new(unit, done):
            continue
        fresh.add(unit.eid)
        if unit.parent in fresh:
            continue
        found.adds[_name(unit, came)].update(by)
        host = _host(unit, done)
        if host:
            found.edits[host].update(by)


def _is_new(unit: Unit, done: Traced) -> bool:
    """Tell whether a unit did not stand in the law, or only its stub did."""
    if unit.eid not in done.came:
        return True
    before = done.amended.old.by_eid.get(done.came[unit.eid])
    return before is not None and before.repealed and not unit.repealed


def _name(unit: Unit, came: Mapping[str, str]) -> str:
    """Return the identifier of a new unit in the terms of the law in force."""
    step = unit.eid.rsplit("__", 1)[-1]
    above = came.get(unit.parent, unit.parent)
    return step if unit.kind is Kind.ARTICLE or not above else f"{above}__{step}"


def _host(unit: Unit, done: Traced) -> str:
    above = unit.parent
    while above and above not in done.came:
        above = done.amended.new.by_eid[above].parent
    return done.came.get(above, "")
