"""Blocks to drafts: where each paragraph hangs while the tree is being built."""

from __future__ import annotations

from attrs import define, field

from aigaq.law.structure.classify import Block, Role
from aigaq.law.structure.number import order
from aigaq.law.structure.unit import HEADED, Kind

ORDER = {
    kind: level
    for level, kind in enumerate(
        (
            Kind.LAW,
            Kind.APPENDIX,
            Kind.PART,
            Kind.SECTION,
            Kind.SUBSECTION,
            Kind.CHAPTER,
            Kind.PARAGRAPH,
            Kind.ARTICLE,
        )
    )
}
"""Headed kinds, outermost first: a heading closes everything that is not above it."""

_LANDMARKS = (Role.POINT, Role.SUBPOINT, Role.HEADING, Role.SIGNATURE)


@define(eq=False)
class Draft:
    """A unit while the tree is being built."""

    kind: Kind
    number: str = ""
    block: Block | None = None
    parent: Draft | None = None
    children: list[Draft] = field(factory=list)

    def add(self, child: Draft) -> Draft:
        """Hang ``child`` under this unit and return it."""
        child.parent = self
        self.children.append(child)
        return child


@define(eq=False)
class Cursor:
    """Where the next paragraph hangs."""

    headed: Draft
    point: Draft | None = None
    part: Draft | None = None
    subpoint: Draft | None = None
    subpart: Draft | None = None
    table: Draft | None = None
    last: Draft | None = None
    before: Block | None = None
    landmark: int = -1

    @property
    def host(self) -> Draft:
        """The innermost unit that takes an indent or a quotation."""
        return self.subpart or self.subpoint or self.part or self.point or self.headed

    def close(self, *names: str) -> None:
        """Forget the open units of these names."""
        for name in names:
            setattr(self, name, None)


def draft(blocks: list[Block], *, preamble: int, first: int) -> tuple[Draft, list[tuple[Block, Draft, Draft | None]]]:
    """Return the root of the drafted tree and every note with the units before and after it.

    Args:
        blocks: The paragraphs in order.
        preamble: Index of the first paragraph that is not front matter.
        first: Index of the first paragraph that opens a unit.
    """
    root = Draft(Kind.LAW)
    cursor = Cursor(root, last=root)
    notes: list[tuple[Block, Draft, Draft | None]] = []
    pending: list[Block] = []
    for at, block in enumerate(blocks):
        if block.role in (Role.NOTE, Role.ANNOUNCEMENT):
            assert cursor.last is not None
            pending.append(block)
            befores = cursor.last
            notes.append((block, befores, None))
            continue
        unit = (
            _front(root, block)
            if at < preamble
            else _preamble(root, block)
            if at < first
            else _place(cursor, blocks, at)
        )
        for index in range(len(notes) - len(pending), len(notes)):
            notes[index] = (notes[index][0], notes[index][1], unit)
        pending.clear()
        cursor.last = unit
        cursor.before = block
    return root, notes


def _front(root: Draft, block: Block) -> Draft:
    kind = Kind.CONTENTS if block.role is Role.CONTENTS else Kind.FRONT
    return root.add(Draft(kind, block=block))


def _preamble(root: Draft, block: Block) -> Draft:
    if block.role is Role.CONTENTS:
        return root.add(Draft(Kind.CONTENTS, block=block))
    last = root.children[-1] if root.children else None
    if last is None or last.kind is not Kind.PREAMBLE:
        last = root.add(Draft(Kind.PREAMBLE))
    return last.add(Draft(Kind.ALINEA, block=block))


def _place(cursor: Cursor, blocks: list[Block], at: int) -> Draft:
    """Hang one paragraph of the law proper and return its unit."""
    block = blocks[at]
    if block.role is not Role.ROW:
        cursor.close("table")
    match block.role:
        case Role.HEADING:
            return _heading(cursor, block)
        case Role.POINT:
            return _point(cursor, block)
        case Role.SUBPOINT:
            return _subpoint(cursor, block)
        case Role.QUOTED:
            return cursor.host.add(Draft(Kind.QUOTED, block=block))
        case Role.ROW:
            return _row(cursor, block)
        case Role.SIGNATURE:
            return _signature(cursor, block)
        case _:
            return _text(cursor, blocks, at)


def _heading(cursor: Cursor, block: Block) -> Draft:
    assert block.kind is not None
    above = cursor.headed
    while above.parent is not None and ORDER[above.kind] >= ORDER[block.kind]:
        above = above.parent
    cursor.headed = above.add(Draft(block.kind, block.number, block))
    cursor.close("point", "part", "subpoint", "subpart")
    return cursor.headed


def _point(cursor: Cursor, block: Block) -> Draft:
    cursor.close("part", "subpoint", "subpart")
    cursor.point = cursor.headed.add(Draft(Kind.POINT, _number(block), block))
    return cursor.point


def _subpoint(cursor: Cursor, block: Block) -> Draft:
    cursor.close("subpart")
    host = cursor.part or cursor.point or cursor.headed
    cursor.subpoint = host.add(Draft(Kind.SUBPOINT, _number(block), block))
    return cursor.subpoint


def _number(block: Block) -> str:
    return f"{block.number}-to-{block.through}" if block.through else block.number


def _row(cursor: Cursor, block: Block) -> Draft:
    if cursor.table is None:
        cursor.table = cursor.host.add(Draft(Kind.TABLE))
    return cursor.table.add(Draft(Kind.ROW, block=block))


def _signature(cursor: Cursor, block: Block) -> Draft:
    root = cursor.headed
    while root.parent is not None:
        root = root.parent
    cursor.headed = root
    cursor.close("point", "part", "subpoint", "subpart")
    return root.add(Draft(Kind.SIGNATURE, block=block))


def _text(cursor: Cursor, blocks: list[Block], at: int) -> Draft:
    """Hang an unnumbered paragraph: a part begins with a capital, an indent does not (law-kz, Units)."""
    block = blocks[at]
    if _is_indent(cursor, block):
        return cursor.host.add(Draft(Kind.INDENT, block=block))
    if cursor.subpoint is not None and _list_goes_on(cursor, blocks, at):
        cursor.subpart = cursor.subpoint.add(Draft(Kind.ALINEA, block=block))
        return cursor.subpart
    cursor.close("subpoint", "subpart")
    cursor.part = (cursor.point or cursor.headed).add(Draft(Kind.ALINEA, block=block))
    return cursor.part


def _is_indent(cursor: Cursor, block: Block) -> bool:
    if cursor.host.kind in HEADED or cursor.host.kind is Kind.LAW:
        return False
    letter = next((letter for letter in block.folded if letter.isalpha()), "")
    if letter.islower():
        return True
    before = cursor.before.folded[-1:] if cursor.before else ""
    if cursor.last is cursor.host:
        return before == ":" and block.folded.endswith(";")
    return before == ";" and cursor.last is not None and cursor.last.kind is Kind.INDENT


def _list_goes_on(cursor: Cursor, blocks: list[Block], at: int) -> bool:
    """Tell whether the list of the open subpoint continues after this paragraph, which then belongs to it."""
    assert cursor.subpoint is not None
    after = _next_landmark(cursor, blocks, at)
    if after is None or after.role is not Role.SUBPOINT:
        return False
    return order(after.number) > order(cursor.subpoint.number) and order(after.number) != (1,)


def _next_landmark(cursor: Cursor, blocks: list[Block], at: int) -> Block | None:
    """Return the next numbered or headed paragraph; the search is remembered, so that all of them cost one pass."""
    if cursor.landmark <= at:
        cursor.landmark = next(
            (after for after in range(at + 1, len(blocks)) if blocks[after].role in _LANDMARKS), len(blocks)
        )
    return blocks[cursor.landmark] if cursor.landmark < len(blocks) else None
