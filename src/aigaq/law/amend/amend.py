"""An act and a law in, the law after the act out: consolidated text, outcomes, and which instruction made what."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping

from attrs import evolve, frozen

from aigaq.errors import IntegrityFailure, Refused
from aigaq.law.amend.apply import EVERYTHING, Application, When
from aigaq.law.amend.grow import grow
from aigaq.law.amend.names import law_of
from aigaq.law.amend.node import Law
from aigaq.law.amend.outcome import Amended, Outcome, Reason, Status
from aigaq.law.drafting.instruction import Act, Op, Target
from aigaq.law.source import Source
from aigaq.law.structure.build import parse
from aigaq.law.structure.unit import Kind, Stated, Tree
from aigaq.values import Message


def amend(act: Act, law: Tree, *, when: When = EVERYTHING, contradicted: Collection[int] = ()) -> Amended:
    """Return a law with an amending act applied to it.

    Instructions are carried out in the order of the act. Each succeeds exactly once where the act says, or it is
    unresolved with a reason and the law stays as it was.

    Args:
        act: The act.
        law: The law in force.
        when: The day for which the text is wanted.
        contradicted: Instructions that the act in the other language contradicts: they are not carried out. A mapping
            says of each how (`aigaq.law.pair.contradicted`).

    Raises:
        Refused: ``amend.languages``, ``amend.other-law``: the act and the law do not belong together.
        IntegrityFailure: ``amend.proof``: the consolidated text, parsed again, is not the law that was made.
    """
    return traced(act, law, when=when, contradicted=contradicted).amended


@frozen
class Traced:
    """A law with an act applied to it, its units known again.

    Args:
        amended: What came of it.
        came: For each unit of the new law that stood in the old one, be it only by its number: its identifier there.
        made: Units of the new law that an instruction wrote from beginning to end, or repealed.
    """

    amended: Amended
    came: Mapping[str, str]
    made: frozenset[str]


def traced(act: Act, law: Tree, *, when: When, contradicted: Collection[int] = ()) -> Traced:
    """Return what `amend` does, and which unit of the new law is which one of the old; see there."""
    if act.language is not law.language:
        raise Refused(
            "amend.languages",
            "The act {act} is in {one} and the law {law} in {other}.",
            hint="Give the act and the law in the same language.",
            act=act.source.name,
            law=law.source.name,
            one=act.language.value,
            other=law.language.value,
        )
    index = law_of(act, law)
    misread: set[int] = set()
    while True:
        grown = grow(law)
        outcomes = _outcomes(grown, act, index, when=when, refused={**_refusals(contradicted), **_misread(misread)})
        try:
            new = rewritten(grown)
        except Misread as fault:
            if fault.by is None or fault.by in misread or len(misread) >= _ROUNDS:
                raise _unproved(fault) from None
            misread.add(fault.by)
            continue
        return _traced(Amended(act, law, new, tuple(outcomes), touched(grown, new)), grown)


_ROUNDS = 20
"""So many instructions whose text reads otherwise in its place are set aside, one a round."""

_Refusals = dict[int, tuple[Reason, str]]


def _refusals(contradicted: Collection[int]) -> _Refusals:
    hint = Message("the act in the other language says something else")
    hints = contradicted if isinstance(contradicted, Mapping) else {}
    return {index: (Reason.OTHER_LANGUAGE, hints.get(index, hint)) for index in contradicted}


def _misread(misread: Collection[int]) -> _Refusals:
    hint = Message("written into the law, the quoted paragraphs would be read otherwise than they are quoted")
    return dict.fromkeys(misread, (Reason.QUOTED_UNIT, hint))


def _outcomes(law: Law, act: Act, index: int, *, when: When, refused: _Refusals) -> list[Outcome]:
    """Carry out the instructions for one law, in the order of the act."""
    application = Application(law, act, when)
    outcomes = []
    for instruction in act.instructions:
        if instruction.law != index:
            outcomes.append(Outcome(instruction, Status.OTHER_LAW))
        elif instruction.index in refused:
            outcomes.append(Outcome(instruction, Status.UNRESOLVED, *refused[instruction.index]))
        elif instruction.op is Op.REPEAL and instruction.targets == (Target(),):
            remark = Message("the whole law is repealed; its text stays as it is")
            outcomes.append(Outcome(instruction, Status.NO_EFFECT, remarks=(remark,)))
        else:
            outcomes.append(application.one(instruction))
    return outcomes


class Misread(Exception):
    """The amended text, read again, is not the law that was made.

    Args:
        at: The first paragraph that differs, from 1.
        by: The instruction that changed it, or the paragraph nearest before it.
    """

    def __init__(self, at: int, by: int | None) -> None:
        self.at, self.by = at, by
        super().__init__(at)


def _unproved(fault: Misread) -> IntegrityFailure:
    return IntegrityFailure(
        "amend.proof",
        "The consolidated text, read again, is not the law that was made: paragraph {at} differs.",
        hint="Nothing was written. Please report this with both files, if they are public.",
        at=fault.at,
    )


def rewritten(law: Law) -> Tree:
    """Return the amended law as a tree of its own text, which must hold the very paragraphs that were made.

    Raises:
        Misread: It does not.
    """
    text = law.write()
    old = law.tree
    source = Source(
        name=old.source.name,
        media="text/plain",
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        text=text,
    )
    new = parse(source, in_language=old.language)
    nodes = [node for node in law.root.walk() if node.text or node.number]
    made = [(node.kind, node.number, node.key) for node in nodes]
    read = [(unit.kind, unit.number, unit.key) for unit in new.units if unit.text or unit.number]
    if made != read:
        pairs = zip(made, read, strict=False)
        at = next((at for at, (one, other) in enumerate(pairs) if one != other), min(len(read), len(made)))
        near = (node.by[-1] for node in reversed(nodes[: at + 2]) if node.by)
        raise Misread(at + 1, next(near, None))
    renamed = any(node.kind is Kind.FRONT and node.by for node in nodes) and new.title.value
    return evolve(new, title=new.title if renamed else old.title, edition=Stated(), numbered_part=old.numbered_part)


def touched(law: Law, new: Tree) -> dict[str, tuple[int, ...]]:
    """Return which instructions changed each unit: by the new law's identifiers, else by the old law's."""
    nodes = [node for node in law.root.walk() if node.text or node.number]
    units = [unit for unit in new.units if unit.text or unit.number]
    found = {unit.eid: tuple(node.by) for node, unit in zip(nodes, units, strict=True) if node.by}
    if law.root.by:
        found[""] = tuple(law.root.by)
    return found


def _traced(amended: Amended, law: Law) -> Traced:
    nodes = [node for node in law.root.walk() if node.text or node.number]
    units = [unit for unit in amended.new.units if unit.text or unit.number]
    pairs = list(zip(nodes, units, strict=True))
    came = {unit.eid: node.eid for node, unit in pairs if node.eid}
    return Traced(amended, came, frozenset(unit.eid for node, unit in pairs if node.made is not None))
