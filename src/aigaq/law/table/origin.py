"""Where the new text of a table comes from when it is no file: acts applied to the text in force."""

from __future__ import annotations

from attrs import frozen

from aigaq.document.model import Cell, Section


@frozen
class Origin:
    """What the opening says instead of naming a new text, and what stands before the table.

    Args:
        facts: Names with what is known of them: the acts, what was applied, what was not.
        sections: What a reader must see first: what could not be applied with certainty.
    """

    facts: tuple[tuple[str, Cell], ...]
    sections: tuple[Section, ...] = ()
