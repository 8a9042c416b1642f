"""What both languages say of inserted units: their numbers, the unit they follow, lines of the contents."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aigaq.law.drafting.chain import Targets
from aigaq.law.drafting.clause import Clause
from aigaq.law.drafting.grammar import Edit
from aigaq.law.drafting.instruction import Op, Place, Quotation, Step, Target
from aigaq.law.drafting.quotes import Q
from aigaq.law.structure.number import follows
from aigaq.law.structure.unit import Kind

NOTE = Target((Step(Kind.INDENT, ""),), Place.NOTE)
"""The note of a unit."""


def quoted(clause: Clause, match: re.Match[str], *, group: str = "blocks") -> tuple[Quotation, ...]:
    """Return what a group of a pattern quotes.

    Args:
        clause: The clause.
        match: The match, in the text of the clause or of its copy with words put in.
        group: Name of the group.
    """
    if group not in match.re.groupindex or match[group] is None:
        return ()
    first = match.string.count(Q, 0, match.start(group))
    return clause.quotations[first : first + match[group].count(Q)]


def ranged(numbers: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Return numbers and ranges as an instruction carries them.

    >>> ranged([("2", "4"), ("6-1", "")])
    ('2-to-4', '6-1')
    """
    return tuple(number if not through else f"{number}-to-{through}" for number, through in numbers)


def behind(words: str, edit: Edit, *, targets: Targets) -> Edit | None:
    """Return an insertion behind a named unit; None when its own number says something else."""
    named = targets(words, 0)
    if named is None or named[1] != len(words) or len(named[0]) != 1 or named[0][0].place is not Place.WHOLE:
        return None
    last = named[0][0].steps[-1]
    if last.kind is not edit.unit or last.through or len(named[0][0].steps) > 1 or len(edit.quoted) != 1:
        return None
    if edit.numbers:
        return edit if len(edit.numbers) == 1 and follows(edit.numbers[0], last.number) else None
    if last.kind not in (Kind.INDENT, Kind.ALINEA) or not last.number.isdigit():
        return None
    return Edit(Op.INSERT_UNIT, edit.quoted, unit=edit.unit, numbers=(str(int(last.number) + 1),))


def contents(words: str, blocks: tuple[Quotation, ...], *, targets: Targets) -> Edit | None:
    """Return the insertion of headings into the contents («дополнить заголовками статей 5-1 и 5-2»).

    Args:
        words: The units whose headings they are, in whatever list.
        blocks: The headings.
        targets: Reads targets.
    """
    named = targets(words, 0)
    if named is None or named[1] != len(words) or any(len(target.steps) != 1 for target in named[0]):
        return None
    steps = [target.steps[0] for target in named[0]]
    kinds = {step.kind for step in steps}
    where = (Target((), Place.CONTENTS),)
    if len(kinds) > 1:
        return Edit(Op.APPEND_UNIT, blocks, unit=Kind.CONTENTS, targets=where)
    numbers = ranged([(step.number, step.through) for step in steps])
    return Edit(Op.INSERT_UNIT, blocks, unit=kinds.pop(), numbers=numbers, targets=where)


def appendix(numbers: Sequence[tuple[str, str]]) -> Edit:
    """Return the insertion of appendices whose wording stands elsewhere."""
    op = Op.INSERT_UNIT if numbers else Op.APPEND_UNIT
    return Edit(op, unit=Kind.APPENDIX, numbers=ranged(numbers))


def row(blocks: tuple[Quotation, ...]) -> Edit:
    """Return the insertion of rows of a table."""
    return Edit(Op.APPEND_UNIT, blocks, unit=Kind.ROW)


def note(blocks: tuple[Quotation, ...]) -> Edit:
    """Return the insertion of a note."""
    return Edit(Op.APPEND_UNIT, blocks, unit=Kind.INDENT, targets=(NOTE,))
