"""Edits «по всему тексту», «бүкіл мәтін бойынша»: which occurrences in a unit are meant, and which are left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from aigaq.law.amend.node import Node
from aigaq.law.amend.search import Match, matches, sought
from aigaq.law.drafting.instruction import Instruction, Op, Side


@frozen
class Places:
    """Occurrences of words in one unit.

    Args:
        node: The unit.
        chosen: Those that are meant, in order, each with the words as quoted and what is put in.
        others: How many stand in what another instruction of the act wrote.
        ready: How many stand in the new words, which are there already.
    """

    node: Node
    chosen: tuple[tuple[Match, str, str], ...] = ()
    others: int = 0
    ready: int = 0


def places(node: Node, pairs: Sequence[tuple[str, str]], *, instruction: Instruction) -> Places:
    """Return the occurrences in a unit of every pair's words; where two overlap the pair that comes first has it.

    All are found in the wording as it is now: what one pair puts in is never found by another.

    Args:
        node: The unit.
        pairs: What is found and what takes its place, longest words first.
        instruction: The instruction.
    """
    if not any(sought(find) in node.key for find, _ in pairs):
        return Places(node)
    taken = bytearray(len(node.text))
    theirs = bytearray(len(node.text))
    for start, end, _ in node.put:
        theirs[start:end] = b"\1" * (end - start)
    chosen, others, ready = [], 0, 0
    for find, put in pairs:
        done = bytearray(len(node.text))
        for start, end in _done(node, find, put, instruction):
            done[start:end] = b"\1" * (end - start)
        for match in matches(node, find):
            span = slice(match.start, match.end)
            if node.made is not None or any(theirs[span]):
                others += 1
            elif any(done[span]):
                ready += 1
            elif not any(taken[span]):
                chosen.append((match, find, put))
                taken[span] = b"\1" * (match.end - match.start)
    return Places(node, tuple(sorted(chosen, key=lambda each: each[0].start)), others, ready)


def _done(node: Node, find: str, put: str, instruction: Instruction) -> Iterator[tuple[int, int]]:
    """Yield the places where the edit was made before: the new words stand around, or beside, the old ones."""
    if instruction.op is Op.INSERT_WORDS:
        both = f"{put} {find}" if instruction.side is Side.BEFORE else f"{find} {put}"
        yield from ((match.start, match.end) for match in matches(node, both))
    elif put and sought(find) in sought(put):
        yield from ((match.start, match.end) for match in matches(node, put))
