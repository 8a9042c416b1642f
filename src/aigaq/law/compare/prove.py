"""The proof: the old law, edited by what the comparison reports, must be the new law exactly.

The edits are applied to a copy of the old tree by their names alone, each at most once; the words they carry must
be there to be taken out. The result is compared with the new tree line by line. A parser that dropped text could
not be caught this way, so the text of both files is accounted for first: every character belongs to a number, a
wording, a note or layout.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field

from aigaq.law.compare.change import Change, ChangeKind, CopyDifference
from aigaq.law.compare.edit import Edit, EditKind
from aigaq.law.structure.key import key
from aigaq.law.structure.paragraphs import LAYOUT
from aigaq.law.structure.unit import HEADED, Kind, Tree, Unit
from aigaq.text.fold import fold

Line = tuple[int, Kind, str, str]
_BESIDE = ("figures", "marker")
_WHOLE = (ChangeKind.INSERTED, ChangeKind.REPEALED, ChangeKind.MOVED)


@define(eq=False)
class Node:
    """A unit of the law being edited."""

    name: str
    kind: Kind
    number: str
    key: str
    parent: Node | None = None
    children: list[Node] = field(factory=list)


def first_difference(old: Tree, new: Tree, *, edits: Sequence[Edit]) -> str:
    """Return where old text + edits and new text part; "" when they are the same."""
    for tree in (old, new):
        lost = unaccounted(tree)
        if lost:
            return f"character {lost[0]} of {tree.source.name} belongs to no unit and to no note"
    try:
        rebuilt = lines(apply(old, edits))
    except ValueError as fault:
        return str(fault)
    wanted = _lines_of(new)
    for at, (ours, theirs) in enumerate(zip(rebuilt, wanted, strict=False)):
        if ours != theirs:
            return f"line {at + 1}: {ours[1].value} {ours[2]} where {theirs[1].value} {theirs[2]} should stand"
    return "" if len(rebuilt) == len(wanted) else f"{len(rebuilt)} lines where {len(wanted)} should stand"


def untold(
    edits: Sequence[Edit], rows: Sequence[Change], *, copies: Sequence[CopyDifference], trees: tuple[Tree, Tree]
) -> str:
    """Return an edit that no row tells; "" when every one has its row, or its difference of the copies.

    A row of a unit that came, went or moved tells everything in it; any other row tells its own units only.
    """
    told = {"old:", "new:"}
    found = [(row.old_eids, row.new_eids, row.kind in _WHOLE) for row in rows]
    found += [(copy.old_eids, copy.new_eids, copy.reason not in _BESIDE) for copy in copies if copy.reason != "note"]
    for old_eids, new_eids, whole in found:
        for side, tree, eids in (("old:", trees[0], old_eids), ("new:", trees[1], new_eids)):
            for eid in eids:
                inside = tree.by_eid[eid].walk() if whole else (tree.by_eid[eid],)
                told.update(f"{side}{part.eid}" for part in inside)
    for edit in edits:
        names = [f"{side}{unit.eid}" for side, unit in (("old:", edit.old), ("new:", edit.new)) if unit is not None]
        if edit.kind is EditKind.MOVE and _unit(edit.new).kind in HEADED:
            names += [f"old:{_unit(edit.old).parent}", f"new:{_unit(edit.new).parent}"]
        if told.isdisjoint(names):
            return f"no row tells the edit of {names[0]}"
    return ""


def unaccounted(tree: Tree) -> list[int]:
    """Return the offsets of characters that are neither number, nor wording, nor note, nor layout.

    The own spans of the units must follow each other without a gap, and each key must be that of its wording.
    """
    text, notes = tree.source.text, iter(note for note in tree.notes if not note.stub)
    note = next(notes, None)
    lost = []
    ended = 0
    for unit in tree.units:
        if unit.start != ended or ((unit.key or not unit.repealed) and unit.key != key(unit.text)):
            lost.append(min(unit.start, ended))
        ended = unit.end
        at = unit.wording[1]
        head = text[unit.start : unit.wording[0]] if unit.kind is not Kind.LAW else ""
        if fold(head) and not _is_mark(fold(head), unit):
            lost.append(unit.start)
        while note is not None and note.start < unit.end:
            if text[at : note.start].strip(_LAYOUT):
                lost.append(at)
            at = note.end
            note = next(notes, None)
        if text[at : unit.end].strip(_LAYOUT):
            lost.append(at)
    return lost if ended == len(text) else [*lost, ended]


_LAYOUT = LAYOUT + "#>"


def _is_mark(head: str, unit: Unit) -> bool:
    """Tell whether what stands before the wording is the number of the unit and its word («Статья», «-бап»)."""
    return len(head) <= 40 and bool(unit.number or unit.kind is Kind.PART)


def apply(old: Tree, edits: Sequence[Edit]) -> Node:
    """Return the old law with ``edits`` applied.

    Raises:
        ValueError: An edit names a unit that is not there, or takes out words that are not there.
    """
    nodes = _nodes(old)
    for edit in edits:
        if edit.kind in (EditKind.REWORD, EditKind.RENUMBER):
            _change(_find(nodes, f"old:{_unit(edit.old).eid}"), edit)
    for edit in edits:
        if edit.kind in (EditKind.DELETE, EditKind.MOVE):
            node = _find(nodes, f"old:{_unit(edit.old).eid}")
            if node.parent is not None:
                node.parent.children.remove(node)
    for edit in edits:
        if edit.kind in (EditKind.INSERT, EditKind.MOVE):
            _attach(nodes, edit)
    return nodes["old:"]


def _unit(unit: Unit | None) -> Unit:
    if unit is None:
        raise ValueError("an edit names no unit")
    return unit


def _find(nodes: dict[str, Node], name: str) -> Node:
    if name not in nodes:
        raise ValueError(f"{name} is not there")
    return nodes[name]


def _nodes(tree: Tree) -> dict[str, Node]:
    nodes: dict[str, Node] = {}
    for unit in tree.units:
        node = Node(f"old:{unit.eid}", unit.kind, unit.number, unit.key)
        if unit.kind is not Kind.LAW:
            node.parent = nodes[f"old:{unit.parent}"]
            node.parent.children.append(node)
        nodes[node.name] = node
    return nodes


def _change(node: Node, edit: Edit) -> None:
    new = _unit(edit.new)
    if edit.kind is EditKind.RENUMBER:
        node.kind, node.number = new.kind, new.number
        return
    if key("".join(segment.old for segment in edit.words)) != node.key:
        raise ValueError(f"{node.name} does not hold the words to be taken out")
    node.key = key("".join(segment.new for segment in edit.words))


def _attach(nodes: dict[str, Node], edit: Edit) -> None:
    new = _unit(edit.new)
    if edit.kind is EditKind.MOVE:
        node = _find(nodes, f"old:{_unit(edit.old).eid}")
    else:
        wording = key("".join(segment.new for segment in edit.words))
        node = nodes[f"new:{new.eid}"] = Node(f"new:{new.eid}", new.kind, new.number, wording)
    parent = _find(nodes, edit.parent)
    place = parent.children.index(_find(nodes, edit.after)) + 1 if edit.after else 0
    parent.children.insert(place, node)
    node.parent = parent


def lines(root: Node) -> list[Line]:
    """Return the law as lines of depth, kind, number and key, in the order of the text."""
    found: list[Line] = []
    stack = [(root, 0)]
    while stack:
        node, depth = stack.pop()
        found.append((depth, node.kind, node.number, node.key))
        stack.extend((child, depth + 1) for child in reversed(node.children))
    return found


def _lines_of(tree: Tree) -> list[Line]:
    depth = {"": 0}
    found = []
    for unit in tree.units:
        level = 0 if unit.kind is Kind.LAW else depth[unit.parent] + 1
        depth[unit.eid] = level
        found.append((level, unit.kind, unit.number, unit.key))
    return found
