"""Two faults of copies that would hide a unit: a sentence broken over two paragraphs, a number without its mark.

Both are read as what they plainly are and both are reported; the text itself is never touched.
"""

from __future__ import annotations

import re

from aigaq.law.structure.classify import Block, Role
from aigaq.law.structure.number import follows, order
from aigaq.law.structure.unit import Kind
from aigaq.values import Message

_BARE_NUMBER = re.compile(r"(\d+(?:-\d+)*) (?=[^\W\d_])")
_LOOK_AHEAD = 200
_LONGEST_REST = 200
"""The rest of a heading that a copy broke over two paragraphs is no longer than this."""

_BODY = (Role.TEXT, Role.POINT, Role.SUBPOINT)
_KINDS = {Role.POINT: Kind.POINT, Role.SUBPOINT: Kind.SUBPOINT}


def mend(blocks: list[Block]) -> list[str]:
    """Join broken paragraphs and read numbers that lost their mark; return a warning for each."""
    return _join_broken(blocks) + _read_bare_numbers(blocks)


def _join_broken(blocks: list[Block]) -> list[str]:
    warnings: list[str] = []
    runs: list[list[Block]] = []
    for block in blocks:
        if runs and block.role is Role.TEXT and _continues(runs[-1], block):
            warnings.append(Message("a sentence is broken over two paragraphs at character {at}", at=block.start))
            runs[-1].append(block)
        else:
            runs.append([block])
    for first, *rest in runs:
        if rest:
            first.end = rest[-1].end
            first.folded = " ".join([first.folded, *(block.folded for block in rest)])
            first.key = " ".join([first.key, *(block.key for block in rest)])
    blocks[:] = [run[0] for run in runs]
    return warnings


def _continues(run: list[Block], block: Block) -> bool:
    """Tell whether a paragraph goes on with the one before it; with a heading only where it ends like a heading."""
    if run[0].role is Role.HEADING:
        return _goes_on(run[-1], block) and len(block.folded) <= _LONGEST_REST and block.folded[-1].isalpha()
    return run[0].role in _BODY and _goes_on(run[-1], block)


def _goes_on(before: Block, block: Block) -> bool:
    last, first = before.key[-1:], block.folded[:1]
    return (last.islower() or last == ",") and first.islower()


def _read_bare_numbers(blocks: list[Block]) -> list[str]:
    warnings: list[str] = []
    before: Block | None = None
    for at, block in enumerate(blocks):
        match = _BARE_NUMBER.match(block.folded) if block.role is Role.TEXT and before else None
        if match and before and _plainly(match, before) and _rises(blocks, at, match[1], before.role):
            warnings.append(
                Message("number {number} at character {at} has lost its mark", number=match[1], at=block.start)
            )
            block.role, block.kind, block.number = before.role, _KINDS[before.role], match[1]
            block.begins = block.start + match.end()
            block.key = block.folded[match.end() :]
        if block.role is Role.HEADING:
            before = None
        elif block.role in _KINDS:
            before = block
    return warnings


def _plainly(match: re.Match[str], before: Block) -> bool:
    """Tell whether a bare number is the very next one, before words that begin as such a unit begins."""
    letter = match.string[match.end()]
    return follows(match[1], before.number) and letter.isupper() == (before.role is Role.POINT)


def _rises(blocks: list[Block], at: int, number: str, role: Role) -> bool:
    """Tell whether the next number of the same rank, if there is one in this list, is higher."""
    for block in blocks[at + 1 : at + _LOOK_AHEAD]:
        if block.role is role:
            return order(block.number) > order(number) or order(block.number) == (1,)
        if block.role is Role.HEADING or (role is Role.SUBPOINT and block.role is Role.POINT):
            return True
    return True
