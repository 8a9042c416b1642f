"""An act and a law in, the law after the act out: consolidated text, outcomes, and which instruction made what."""

from __future__ import annotations

import hashlib

from attrs import evolve

from aigaq.errors import IntegrityFailure, Refused
from aigaq.law.amend.apply import Application, When
from aigaq.law.amend.names import law_of
from aigaq.law.amend.node import Law, grow
from aigaq.law.amend.outcome import Amended, Outcome, Status
from aigaq.law.drafting.instruction import Act, Target
from aigaq.law.source import Source
from aigaq.law.structure.build import parse
from aigaq.law.structure.unit import Tree
from aigaq.values import Message


def amend(act: Act, law: Tree, *, when: When = When()) -> Amended:
    """Return a law with an amending act applied to it.

    Instructions are carried out in the order of the act. Each succeeds exactly once where the act says, or it is
    unresolved with a reason and the law stays as it was.

    Args:
        act: The act.
        law: The law in force.
        when: The day for which the text is wanted.

    Raises:
        Refused: ``amend.languages``, ``amend.other-law``: the act and the law do not belong together.
        IntegrityFailure: ``amend.proof``: the consolidated text, parsed again, is not the law that was made.
    """
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
    grown = grow(law)
    application = Application(grown, act, when)
    outcomes: list[Outcome] = []
    for instruction in act.instructions:
        if instruction.law != index:
            outcomes.append(Outcome(instruction, Status.OTHER_LAW))
        elif instruction.targets == (Target(),) and not instruction.quoted and not instruction.find:
            remark = Message("the whole law is repealed; its text stays as it is")
            outcomes.append(Outcome(instruction, Status.NO_EFFECT, remarks=(remark,)))
        else:
            outcomes.append(application.one(instruction))
    new = rewritten(grown)
    return Amended(act, law, new, tuple(outcomes), touched(grown, new))


def rewritten(law: Law) -> Tree:
    """Return the amended law as a tree of its own text, which must hold the very paragraphs that were made.

    Raises:
        IntegrityFailure: It does not.
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
    made = [_line(node.number, node.key) for node in law.root.walk() if node.text or node.number]
    read = [_line(unit.number, unit.key) for unit in new.units if unit.text or unit.number]
    if made != read:
        at = next((at for at, (one, other) in enumerate(zip(made, read, strict=False)) if one != other), len(read))
        raise IntegrityFailure(
            "amend.proof",
            "The consolidated text, read again, is not the law that was made: paragraph {at} differs.",
            hint="Nothing was written. Please report this with both files, if they are public.",
            at=at + 1,
        )
    return evolve(new, title=old.title, edition=type(old.edition)(), numbered_part=old.numbered_part)


def _line(number: str, words: str) -> tuple[str, str]:
    return number, words


def touched(law: Law, new: Tree) -> dict[str, tuple[int, ...]]:
    """Return which instructions changed each unit: by the new law's identifiers, else by the old law's."""
    nodes = [node for node in law.root.walk() if node.text or node.number]
    units = [unit for unit in new.units if unit.text or unit.number]
    found = {unit.eid: tuple(node.by) for node, unit in zip(nodes, units, strict=True) if node.by}
    if law.root.by:
        found[""] = tuple(law.root.by)
    return found
