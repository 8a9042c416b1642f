"""Which column of a table is which, by its headings, and the cells of a row put under them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import frozen

from aigaq.errors import Refused
from aigaq.law.check.grid import Box, Line
from aigaq.law.check.known import Known

_LONGEST_HEADING = 300
"""Characters; a cell with more is no heading of a column."""
_MOSTLY = 0.7
"""Share of a cell that must lie under one column, where the cells do not stand exactly under the headings."""


@frozen
class Columns:
    """The columns of a table.

    Args:
        roles: What each column holds, with its span in the grid; ``""`` for columns of no interest.
    """

    roles: tuple[tuple[str, int, int], ...]

    @property
    def width(self) -> int:
        """Number of columns."""
        return len(self.roles)

    @property
    def end(self) -> int:
        """The column of the grid after the last one."""
        return max(end for _, _, end in self.roles)

    def span(self, role: str) -> tuple[int, int] | None:
        """Return the columns of the grid that ``role`` takes; None when the table has no such column."""
        return next(((start, end) for found, start, end in self.roles if found == role), None)


@frozen
class Cells:
    """The cells of one row under the headings.

    Args:
        boxes: The cells by what they hold.
        certain: False when a cell may belong to more than one column.
    """

    boxes: Mapping[str, Box]
    certain: bool = True

    def text(self, role: str) -> str:
        """Return the text of a cell; "" when there is none."""
        box = self.boxes.get(role)
        return box.text.strip() if box else ""

    def above(self, role: str) -> bool:
        """Tell whether a cell goes on from the row above."""
        box = self.boxes.get(role)
        return bool(box and box.above)


def columns(line: Line, words: Known, *, name: str) -> Columns | None:
    """Return the columns that a row of headings names; None when it is no such row.

    Raises:
        Refused: ``check.columns`` when two columns of wordings have the same meaning.
    """
    texts = [box.text for box in line.boxes]
    if sum(bool(text.strip()) for text in texts) < 2 or any(len(text) > _LONGEST_HEADING for text in texts):
        return None
    roles = [(words.role(box.text) if box.text.strip() else "", box.start, box.end) for box in line.boxes]
    named = [role for role, _, _ in roles]
    if not {"old", "new"} <= set(named):
        return None
    for role in ("old", "new", "unit"):
        if named.count(role) > 1:
            raise Refused(
                "check.columns",
                "Two columns of a table in {name} have headings of the same meaning, so which one counts is not known.",
                hint="Take one of them out of a copy, or put the headings into [table.known] of a profile.",
                name=name,
            )
    return Columns(tuple(roles))


def cells(line: Line, found: Columns) -> Cells:
    """Return the cells of a row by what they hold: exactly under the headings, else one by one, else by overlap."""
    boxes = line.boxes
    spans = [(start, end) for _, start, end in found.roles]
    exact = [(box.start, box.end) for box in boxes] == spans[: len(boxes)]
    if exact or len(boxes) == found.width:
        return Cells({role: box for (role, _, _), box in zip(found.roles, boxes, strict=False) if role})
    under: dict[str, Box] = {}
    certain = True
    for box in boxes:
        role, share = _under(box, found)
        filled = bool(box.text.strip()) or box.above
        certain = certain and not (filled and (share < _MOSTLY or role in under))
        if role and role not in under:
            under[role] = box
    return Cells(under, certain)


def _under(box: Box, found: Columns) -> tuple[str, float]:
    """Return the column that a cell lies under most, and how much of the cell that is."""
    width = max(1, box.end - box.start)
    shares = [(max(0, min(box.end, end) - max(box.start, start)) / width, role) for role, start, end in found.roles]
    share, role = max(shares, key=lambda pair: pair[0])
    return role, share


def numbering(line: Line) -> bool:
    """Tell whether a row only numbers the columns («1 2 3 4 5»)."""
    texts = [box.text.strip(" .()") for box in line.boxes if box.text.strip()]
    return len(texts) > 2 and texts == [str(at) for at in range(1, len(texts) + 1)]


def heading(line: Line, found: Columns) -> str:
    """Return the heading that a row is: one cell over both wordings, or the only words before them; else ""."""
    filled = [box for box in line.boxes if box.text.strip()]
    if len(filled) != 1 or any(box.above for box in line.boxes):
        return ""
    box = filled[0]
    old, new = found.span("old"), found.span("new")
    assert old is not None
    assert new is not None
    over = box.start <= old[0] and new[1] <= box.end
    before = box.start < min(old[0], new[0])
    return box.text.strip() if over or before else ""


def fits(lines: Sequence[Line], found: Columns) -> bool:
    """Tell whether a table without headings can go on with the columns of the table before it."""
    filled = [line for line in lines if any(box.text.strip() for box in line.boxes)]
    full = [line for line in filled if len(line.boxes) == found.width]
    return bool(full) and all(line.boxes[-1].end == found.end or len(line.boxes) == found.width for line in filled)
