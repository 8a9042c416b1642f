"""What only the neighbours of a paragraph can tell: note bodies, quoted units, tables, the signature.

A note may run over several paragraphs (law-kz, traps 2 and 9), and what it quotes reads like law. A paragraph
is taken out of the law only when its own wording says that it belongs to a note; in doubt it stays law.
"""

from __future__ import annotations

import re

from aigaq.law.structure.classify import Block, Role
from aigaq.law.structure.forms import Forms
from aigaq.law.structure.forms.form import CLOSING_QUOTE
from aigaq.law.structure.mend import mend
from aigaq.law.structure.number import order
from aigaq.law.structure.unit import Kind
from aigaq.values import Message

_LONGEST_NOTE = 1500
_LONGEST_INSET = 60
_LONGEST_QUOTATION = 2000
_SIGNS = re.compile(r"(?:\w\. ?){1,2}\w[\w-]{1,30}$|Республики Казахстан$|Президенті?$|\([^()]{3,60}\)$")
_NOTES = (Role.NOTE, Role.ANNOUNCEMENT)


def resolve(blocks: list[Block], forms: Forms, *, tables: tuple[tuple[int, int], ...]) -> list[str]:
    """Set the roles that depend on neighbours; return warnings."""
    _tables(blocks, tables)
    _stub_headings(blocks, forms)
    _notes(blocks, forms)
    _signature(blocks)
    warnings = _quoted(blocks)
    return warnings + mend(blocks)


def _tables(blocks: list[Block], tables: tuple[tuple[int, int], ...]) -> None:
    """Give the paragraphs inside the file's tables the role of rows."""
    spans = iter(tables)
    span = next(spans, None)
    for block in blocks:
        while span and span[1] <= block.start:
            span = next(spans, None)
        if span and span[0] <= block.start < span[1]:
            block.role, block.kind, block.number = Role.ROW, None, ""
            block.begins, block.key = block.start, block.folded


def _stub_headings(blocks: list[Block], forms: Forms) -> None:
    """Make a bare «Статья 2 исключена Законом …» the article itself where nothing else is article 2."""
    there = {block.number for block in blocks if block.kind is Kind.ARTICLE}
    for block in blocks:
        match = forms.stub_heading.match(block.folded) if block.role is Role.NOTE else None
        if match and match["number"] not in there:
            block.role, block.kind, block.number = Role.HEADING, Kind.ARTICLE, match["number"]
            block.key = block.folded[match.start("stub") :]


def _notes(blocks: list[Block], forms: Forms) -> None:
    """Extend each note over the paragraphs that plainly belong to it."""
    at = 0
    while at < len(blocks):
        if blocks[at].role in _NOTES:
            end = _note_end(blocks, at, forms)
            for follower in blocks[at + 1 : end]:
                _join(blocks[at], follower)
            blocks[at].role = _note_role(blocks[at], forms)
            del blocks[at + 1 : end]
        at += 1


def _note_end(blocks: list[Block], at: int, forms: Forms) -> int:
    """Return the index after the last paragraph of the note that begins at ``at``.

    Every paragraph must say by its own words that it belongs to a note, or stand in a quotation that the note
    opens and closes; anything else is law.
    """
    end = at + 1
    head = blocks[at]
    open_ended = head.folded.endswith((":", ";", ",")) or _is_head(head, forms)
    while end < len(blocks) and (blocks[end].role not in (*_NOTES, Role.HEADING) or _is_body(blocks, end, at, forms)):
        follower = blocks[end]
        if blocks[end - 1].folded.endswith(":") and follower.role is Role.QUOTED:
            closed = _inset_end(blocks, end)
            if closed is None:
                break
            end, open_ended = closed, False
            continue
        if not ((open_ended and _continues(follower, forms)) or _announced(follower, forms, head)):
            break
        open_ended = follower.folded.endswith((":", ";", ","))
        end += 1
    return end


def _is_body(blocks: list[Block], end: int, at: int, forms: Forms) -> bool:
    """Tell whether a paragraph is the body of a note whose opening words stand alone before it."""
    folded = blocks[end].folded
    opens = forms.note.match(folded) or forms.announcement.match(folded)
    return end == at + 1 and blocks[end].role in _NOTES and not opens and _is_head(blocks[at], forms)


def _continues(block: Block, forms: Forms) -> bool:
    """Tell whether a paragraph continues a note by its words; a numbered one must announce a change."""
    folded = block.folded
    if block.role in (Role.POINT, Role.SUBPOINT):
        return bool(forms.announces.search(folded) and forms.act.search(folded))
    return bool(forms.act.search(folded) or forms.remark.match(folded) or forms.replacement.match(folded))


def _is_head(block: Block, forms: Forms) -> bool:
    """Tell whether a note is only its opening words («Примечание ИЗПИ!»)."""
    match = forms.announcement.match(block.folded) or forms.note.match(block.folded)
    return match is not None and not block.folded[match.end() :].strip(" !.:")


def _announced(block: Block, forms: Forms, head: Block) -> bool:
    """Tell whether a paragraph announces a change in the words of an editors' note."""
    if head.role is not Role.ANNOUNCEMENT or len(block.folded) > _LONGEST_NOTE:
        return False
    return bool(forms.announces.search(block.folded) and forms.act.search(block.folded))


def _inset_end(blocks: list[Block], at: int) -> int | None:
    """Return the index after the quotation in a note that opens at ``at``; None where its end is not plain.

    It closes in its own paragraph, or in a later one that holds no other quotation mark; what lies between
    holds none at all.
    """
    marks = blocks[at].folded.count('"')
    if marks % 2 == 0 and CLOSING_QUOTE.search(blocks[at].folded):
        return at + 1
    for end in range(at + 1, min(len(blocks), at + _LONGEST_INSET)):
        marks = blocks[end].folded.count('"')
        if marks:
            return end + 1 if marks == 1 and CLOSING_QUOTE.search(blocks[end].folded) else None
        if blocks[end].role in (Role.HEADING, *_NOTES):
            return None
    return None


def _join(note: Block, follower: Block) -> None:
    note.end = follower.end
    note.folded = f"{note.folded} {follower.folded}"
    note.key = note.folded


def _note_role(block: Block, forms: Forms) -> Role:
    return Role.ANNOUNCEMENT if block.role is Role.ANNOUNCEMENT or forms.announces.search(block.folded) else Role.NOTE


def _signature(blocks: list[Block]) -> None:
    """Keep a signature only at the end of the law or before its appendices; what follows it shortly is part of it."""
    last = _last_of_law(blocks)
    within = False
    for at, block in enumerate(blocks):
        if block.role is Role.SIGNATURE and at < last:
            block.role = Role.TEXT
        within = block.role is Role.SIGNATURE or (within and _may_sign(block))
        if within:
            block.role = Role.SIGNATURE


def _last_of_law(blocks: list[Block]) -> int:
    """Return the index of the last heading, point or subpoint before the first appendix."""
    last = -1
    for at, block in enumerate(blocks):
        if block.kind is Kind.APPENDIX:
            break
        if block.role in (Role.POINT, Role.SUBPOINT, Role.HEADING):
            last = at
    return last


def _may_sign(block: Block) -> bool:
    """Tell whether a paragraph after a signature belongs to it: a name, the rest of the office, a remark."""
    return block.role in (Role.TEXT, Role.SIGNATURE) and bool(_SIGNS.match(block.folded))


def _quoted(blocks: list[Block]) -> list[str]:
    """Mark every paragraph of a quoted unit, from its opening to its closing quotation mark."""
    warnings: list[str] = []
    at = 0
    while at < len(blocks):
        if blocks[at].role is Role.QUOTED:
            end = _quote_end(blocks, at)
            if end is None:
                end = _sequence_end(blocks, at)
                warnings.append(
                    Message(
                        "the quotation that opens at character {at} is not closed; it was taken to end at "
                        "character {end}, where the numbers of the law go on",
                        at=blocks[at].start,
                        end=blocks[end - 1].end,
                    )
                )
            for block in blocks[at:end]:
                if block.role not in _NOTES:
                    block.role, block.kind, block.number = Role.QUOTED, None, ""
                    block.begins, block.key = block.start, block.folded
            at = end
        else:
            at += 1
    return warnings


def _quote_end(blocks: list[Block], at: int) -> int | None:
    """Return the index after the paragraph that closes the quotation opened at ``at``; None when none does."""
    marks = 0
    for end in range(at, min(len(blocks), at + _LONGEST_QUOTATION)):
        block = blocks[end]
        if block.role is Role.HEADING:
            return None
        if block.role in _NOTES:
            continue
        marks += block.folded.count('"')
        if marks % 2 == 0 and CLOSING_QUOTE.search(block.folded):
            return end + 1
    return None


def _sequence_end(blocks: list[Block], at: int) -> int:
    """Return where an unclosed quotation ends by its numbers: where the points of the law go on.

    The points of the quoted unit rise; the first that does not, and that follows the point which quotes, is
    the law's own again.
    """
    host = next((block.number for block in reversed(blocks[:at]) if block.role is Role.POINT), "0")
    last: tuple[int, ...] = ()
    for end in range(at + 1, len(blocks)):
        block = blocks[end]
        if block.role in (Role.HEADING, Role.SIGNATURE):
            return end
        if block.role is Role.POINT:
            if order(block.number) <= last and order(block.number) > order(host):
                return end
            last = order(block.number)
    return len(blocks)
