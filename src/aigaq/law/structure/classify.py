"""What each paragraph is, before any tree is built: heading, point, note, table row, plain text."""

from __future__ import annotations

import re
from enum import Enum, auto

from attrs import define

from aigaq.law.structure.forms import Forms
from aigaq.law.structure.forms.form import POINT, QUOTED_UNIT, SUBPOINT, closes
from aigaq.law.structure.paragraphs import Paragraph
from aigaq.law.structure.unit import Kind
from aigaq.text.fold import fold
from aigaq.text.normalise import normalise


class Role(Enum):
    """What a paragraph is."""

    HEADING = auto()
    POINT = auto()
    SUBPOINT = auto()
    TEXT = auto()
    QUOTED = auto()
    ROW = auto()
    NOTE = auto()
    ANNOUNCEMENT = auto()
    CONTENTS = auto()
    SIGNATURE = auto()


@define(eq=False)
class Block:
    """One paragraph with what it is.

    Args:
        start: Offset of its first character.
        end: Offset after its last character.
        role: What it is.
        folded: Its folded text.
        kind: Kind of the unit it opens, if any.
        number: Number of that unit, folded.
        through: Last number of a range («9. - 10. Исключены»).
        begins: Offset of the wording, after the number.
        key: Folded wording.
    """

    start: int
    end: int
    role: Role
    folded: str
    kind: Kind | None = None
    number: str = ""
    through: str = ""
    begins: int = 0
    key: str = ""


def opens(content: str, forms: Forms) -> str | None:
    """Tell what a line opens, for ``paragraphs``."""
    if not forms.may_open.match(content):
        return None
    folded = fold(content)
    if forms.note.match(folded) or forms.announcement.match(folded):
        return "note"
    if heading(folded, forms):
        return "heading"
    if forms.adoption.match(folded):
        return "front"
    if forms.signature.match(folded):
        return "signature"
    return "appendix" if forms.appendix_line.match(folded) else None


def heading(folded: str, forms: Forms) -> tuple[Kind, re.Match[str]] | None:
    """Return the kind of the headed unit that ``folded`` opens and the match that says so."""
    for kind, pattern in forms.headings:
        match = pattern.match(folded)
        if match:
            return kind, match
    match = forms.bare_parts.match(folded)
    return (Kind.PART, match) if match else None


def classify(text: str, paragraph: Paragraph, *, forms: Forms) -> Block:
    """Return what one paragraph is, by itself; ``notes`` then looks at its neighbours."""
    content = text[paragraph.start : paragraph.end]
    folded = fold(content)
    block = Block(paragraph.start, paragraph.end, Role.TEXT, folded, begins=paragraph.start, key=folded)
    first = folded[:1]
    if first.isdigit():
        _numbered(block, content, forms)
    elif forms.may_open.match(content):
        _worded(block, content, forms)
    elif QUOTED_UNIT.match(folded):
        block.role = Role.QUOTED
    if block.role is Role.TEXT and "\t" in content:
        block.role = Role.ROW
    return block


def _numbered(block: Block, content: str, forms: Forms) -> None:
    match = SUBPOINT.match(block.folded)
    if match:
        _mark(block, content, Role.SUBPOINT, Kind.SUBPOINT, match)
        return
    match = POINT.match(block.folded)
    if match:
        _mark(block, content, Role.POINT, Kind.POINT, match)
    elif forms.may_open.match(content):
        _worded(block, content, forms)


def _mark(block: Block, content: str, role: Role, kind: Kind, match: re.Match[str]) -> None:
    block.role, block.kind = role, kind
    block.number, block.through = match[1], match[2] or ""
    _wording(block, content, match.end())


def _worded(block: Block, content: str, forms: Forms) -> None:
    folded = block.folded
    if forms.note.match(folded) or (forms.bare_note.match(folded) and closes(folded, forms)):
        block.role = Role.ANNOUNCEMENT if forms.announces.search(folded) else Role.NOTE
    elif forms.announcement.match(folded):
        block.role = Role.ANNOUNCEMENT
    elif forms.contents.match(folded):
        block.role = Role.CONTENTS
    elif forms.signature.match(folded):
        block.role = Role.SIGNATURE
    else:
        _headed(block, content, forms)


def _headed(block: Block, content: str, forms: Forms) -> None:
    found = heading(block.folded, forms)
    if found:
        kind, match = found
        groups = match.groupdict()
        block.role, block.kind = Role.HEADING, kind
        block.number = groups.get("number") or groups.get("other") or ""
        name = next((group for group in ("heading", "worded", "bare") if groups.get(group)), None)
        _wording(block, content, match.start(name) if name else match.end() if block.number else 0)
        return
    appendix = forms.appendix.match(block.folded)
    if appendix:
        block.role, block.kind, block.number = Role.HEADING, Kind.APPENDIX, appendix["number"] or ""


def _wording(block: Block, content: str, folded_at: int) -> None:
    """Set where the wording begins, given how much of the folded text the number takes."""
    block.key = block.folded[folded_at:].lstrip()
    folded_at = len(block.folded) - len(block.key)
    if not block.key:
        block.begins = block.end
    elif fold(content[:folded_at]) == block.folded[:folded_at].rstrip() and not content[folded_at].isspace():
        block.begins = block.start + folded_at
    else:
        block.begins = block.start + normalise(content).span(folded_at, folded_at + 1)[0]
