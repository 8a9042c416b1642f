"""Words out and words in: the difference of two wordings, each side quoting its own original."""

from __future__ import annotations

from collections.abc import Iterable

from aigaq.law.compare.change import Op, Segment
from aigaq.law.structure.key import cells
from aigaq.law.structure.unit import Tree, Unit
from aigaq.text.align import equal_runs
from aigaq.text.tokens import Word, token_keys, words


def plain(text: str) -> str:
    """Return ``text`` in one line: only its layout is dropped, every character of the wording stays."""
    return " ".join(cells(text).split())


def mark(tree: Tree, unit: Unit) -> str:
    """Return the number of ``unit`` as it stands in the text («Статья 28.», «3-1)»); "" when it has none."""
    return plain(tree.source.text[unit.start : unit.wording[0]])


def quoted(tree: Tree, unit: Unit) -> str:
    """Return number and wording of ``unit`` in one line, as a lawyer quotes it."""
    return f"{mark(tree, unit)} {plain(unit.text)}".strip()


def law_text(unit: Unit) -> str:
    """Return the wording of a unit in one line; a repeal stub is a note, so it has none."""
    return plain(unit.text) if unit.key else ""


def segments(old: str, new: str) -> tuple[Segment, ...]:
    """Return the smallest word-level edit from ``old`` to ``new``; joined, either side is its text again.

    >>> [(segment.op.value, segment.old, segment.new) for segment in segments("два  дня", "три дня")]
    [('delete', 'два  ', ''), ('insert', '', 'три '), ('equal', 'дня', 'дня')]
    """
    old_words, new_words = words(old), words(new)
    runs = equal_runs([word.key for word in old_words], [word.key for word in new_words])
    found: list[Segment] = []
    at_old = at_new = 0
    for old_start, old_end, new_start, new_end in [
        *runs,
        (len(old_words), len(old_words), len(new_words), len(new_words)),
    ]:
        deleted = _cut(old, old_words, at_old, old_start)
        inserted = _cut(new, new_words, at_new, new_start)
        found += [Segment(Op.DELETE, deleted, "")] * bool(deleted)
        found += [Segment(Op.INSERT, "", inserted)] * bool(inserted)
        if old_end > old_start:
            equal = _cut(old, old_words, old_start, old_end), _cut(new, new_words, new_start, new_end)
            found.append(Segment(Op.EQUAL, *equal))
        at_old, at_new = old_end, new_end
    return tuple(found)


def whole(old: str, new: str) -> tuple[Segment, ...]:
    """Return the edit that takes all of ``old`` out and puts all of ``new`` in."""
    return (*[Segment(Op.DELETE, old, "")] * bool(old), *[Segment(Op.INSERT, "", new)] * bool(new))


def count(found: Iterable[Segment]) -> tuple[int, int]:
    """Return how many words were deleted and inserted; punctuation marks are not words."""
    deleted = inserted = 0
    for segment in found:
        if segment.op is Op.DELETE:
            deleted += number_of_words(segment.old)
        elif segment.op is Op.INSERT:
            inserted += number_of_words(segment.new)
    return deleted, inserted


def number_of_words(text: str) -> int:
    """Return the number of words of ``text``, numbers counted, punctuation not."""
    return sum(1 for token in token_keys(text) if token[0].isalnum())


def _cut(text: str, found: list[Word], start: int, end: int) -> str:
    """Return the text of tokens ``start`` to ``end`` with the white space that follows them."""
    if start == end:
        return ""
    last = found[end].start if end < len(found) else len(text)
    return text[found[start].start : last]
