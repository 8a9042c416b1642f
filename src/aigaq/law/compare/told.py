"""What a row says: both wordings, the words between them, and how many came and went."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from attrs import frozen

from aigaq.law.compare.change import Op, Segment
from aigaq.law.compare.wording import count, law_text, mark, number_of_words, plain, quoted, segments, whole
from aigaq.law.structure.unit import HEADED, Tree, Unit


@frozen
class Told:
    """The wordings of one row.

    Args:
        old: Wording in force; "" when there is none.
        new: New wording; "" when there is none.
        words: Words out and words in.
        deleted: Words out, numbers of units not counted.
        inserted: Words in, likewise.
    """

    old: str
    new: str
    words: tuple[Segment, ...]
    deleted: int
    inserted: int


def pair(old: Unit, new: Unit, *, trees: tuple[Tree, Tree], wording: tuple[Segment, ...], renumbered: bool) -> Told:
    """Return what a row says of one unit that stands in both editions.

    Args:
        old: The unit in the old law.
        new: The unit in the new law.
        trees: The old law and the new one.
        wording: Words out and in; empty when the wording is the same.
        renumbered: Whether its number changed.
    """
    wording = wording or segments(plain(old.text), plain(new.text))
    shown = ((mark(trees[0], old), old), (mark(trees[1], new), new))
    marks = [f"{number} " if number and plain(unit.text) else number for number, unit in shown]
    number = whole(*marks) if renumbered else segments(*marks)
    deleted, inserted = count(wording)
    return Told(quoted(trees[0], old), quoted(trees[1], new), (*number, *wording), deleted, inserted)


def gone(unit: Unit, tree: Tree, *, partners: Mapping[str, Unit], left: str = "") -> Told:
    """Return what a row says of a unit that went with everything in it; ``left`` is the stub that stands there now."""
    lines = list(_lines(unit, tree, partners, top=unit))
    return Told(_text(lines), left, _segments(lines, Op.DELETE), _size(lines), 0)


def come(unit: Unit, tree: Tree, *, partners: Mapping[str, Unit], stood: str = "") -> Told:
    """Return what a row says of a unit that came with everything in it; ``stood`` is the stub that stood there."""
    lines = list(_lines(unit, tree, partners, top=unit))
    return Told(stood, _text(lines), _segments(lines, Op.INSERT), 0, _size(lines))


def moved(
    old: Unit, new: Unit, *, trees: tuple[Tree, Tree], forth: Mapping[str, Unit], back: Mapping[str, Unit]
) -> Told:
    """Return what a row says of a unit that moved with everything in it, words out and in included.

    Args:
        old: The unit in its old place.
        new: The unit in its new place.
        trees: The old law and the new one.
        forth: New partners of old units.
        back: Old partners of new units.
    """
    parts = []
    for part in new.walk():
        partner = back.get(part.eid)
        if partner is None:
            parts.append(_one_sided(part, trees[1], Op.INSERT))
        else:
            renumbered = (partner.number, partner.kind) != (part.number, part.kind)
            parts.append(pair(partner, part, trees=trees, wording=(), renumbered=renumbered))
    parts += [_one_sided(part, trees[0], Op.DELETE) for part in old.walk() if part.eid not in forth]
    return _stacked(parts)


def _one_sided(unit: Unit, tree: Tree, op: Op) -> Told:
    text, size = quoted(tree, unit), number_of_words(law_text(unit))
    if op is Op.DELETE:
        return Told(text, "", (Segment(op, text, ""),), size, 0)
    return Told("", text, (Segment(op, "", text),), 0, size)


def _stacked(parts: list[Told]) -> Told:
    """Return several paragraphs as one, each side with its own line ends."""
    words: list[Segment] = []
    old = new = ""
    for part in parts:
        ends = ("\n" if old and part.old else "", "\n" if new and part.new else "")
        if any(ends):
            words.append(Segment(Op.EQUAL if all(ends) else Op.DELETE if ends[0] else Op.INSERT, *ends))
        words += part.words
        old, new = old + ends[0] + part.old, new + ends[1] + part.new
    return Told(old, new, tuple(words), sum(part.deleted for part in parts), sum(part.inserted for part in parts))


@frozen
class _Line:
    """One paragraph of a unit that came or went; ``stays`` when it only moved in or out, or is a heading that stays."""

    text: str
    words: str
    stays: bool


def _lines(unit: Unit, tree: Tree, partners: Mapping[str, Unit], *, top: Unit) -> Iterator[_Line]:
    """Yield the paragraphs of a unit; articles that stood elsewhere before have rows of their own.

    What has a partner elsewhere has its own row, too; its words are quoted here, and counted there.
    """
    partner = partners.get(unit.eid)
    text = quoted(tree, unit)
    if text:
        yield _Line(text, law_text(unit), partner is not None and (unit is not top or partner.key == unit.key))
    for child in unit.children:
        if child.kind not in HEADED or child.eid not in partners:
            yield from _lines(child, tree, partners, top=top)


def _text(lines: list[_Line]) -> str:
    return "\n".join(line.text for line in lines)


def _size(lines: list[_Line]) -> int:
    return sum(number_of_words(line.words) for line in lines if not line.stays)


def _segments(lines: list[_Line], op: Op) -> tuple[Segment, ...]:
    """Return the words of one side; what only moved is marked equal, with nothing on the other side."""
    ended = [*(f"{line.text}\n" for line in lines[:-1]), *(line.text for line in lines[-1:])]
    runs = groupby(zip(lines, ended, strict=True), key=lambda pair: pair[0].stays)
    joined = [(Op.EQUAL if stays else op, "".join(text for _, text in run)) for stays, run in runs]
    return tuple(Segment(kind, text, "") if op is Op.DELETE else Segment(kind, "", text) for kind, text in joined)
