"""Lines to paragraphs: a line is not a paragraph (law-kz, trap 10).

Copies of the official database break a line at every hyperlink, so a single line end continues a paragraph
unless the next line is indented or opens a headed unit or a note. Other files write one paragraph a line and
leave no blank lines; then a line end separates, unless the next line plainly continues a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from aigaq.text.fold import INVISIBLE

LINE = re.compile(r"[^\r\n]+")
LAYOUT = INVISIBLE + "".join(chr(code) for code in range(0x3001) if chr(code).isspace())
"""Signs that lay a text out and say nothing: white space of every width, marks that cannot be seen."""

_LONGEST_HEADING = 1000
EMPTY = re.compile(r"\n\r?\n|\r\r")
THIN = re.compile(r"(?<=[\r\n])[ \t\xa0](?=[\r\n])")
_NUMBERED = re.compile(r"\d+(?:-\d+)*[.)]\s")
_CONTINUES = re.compile(r"[a-zа-яёәғқңөұүһі№N,;:.)(–—-]")
_ABBREVIATED = re.compile(r"\b[а-яё]{1,3}\.$")
_DASH = re.compile(r"\s[–—-]$")
"""What ends the paragraph before a sanction («…, –», and the next one: «влечет штраф»), where no line is broken."""

_MARKDOWN = re.compile(r"#{1,6}[ \t]+(?:\d+\.[ \t]+(?=Закон\b))?|>[ \t]?")


class Line(NamedTuple):
    """One line: where its content begins and ends, how far it is indented, whether a blank line stands before."""

    start: int
    end: int
    indent: int
    after_blank: bool


class Paragraph(NamedTuple):
    """One paragraph of the text: half-open span of its content, layout around it not counted."""

    start: int
    end: int


Opens = Callable[[str], "str | None"]


def lines(text: str) -> Iterator[Line]:
    """Yield the lines of ``text`` that hold anything.

    A line with nothing but a space in a text that parts its paragraphs by empty lines is what stood between two
    hyperlinks, not a blank line.
    """
    thin = len(THIN.findall(text))
    between_links = 0 < 3 * thin < len(EMPTY.findall(text))
    before, blank = 0, True
    for match in LINE.finditer(text):
        content = match[0].strip(LAYOUT)
        start, end = match.span()
        blank = blank or max(text.count("\n", before, start), text.count("\r", before, start)) > 1
        before = end
        if content:
            indent = len(match[0]) - len(match[0].lstrip(LAYOUT))
            yield Line(start + indent, start + indent + len(content), indent, blank)
        blank = not content and not (between_links and not blank and end - start == 1)


def one_a_line(text: str, found: list[Line]) -> bool:
    """Tell whether ``text`` writes one paragraph a line, judged by all of its unseparated line ends."""
    tight = [at for at, line in enumerate(found) if not line.after_blank and line.indent < 2]
    if not tight:
        return False
    ended = sum(
        1 for at in tight if at and text[found[at - 1].end - 1] in ".;:" and _NUMBERED.match(text, found[at].start)
    )
    return len(found) - len(tight) - 1 < 0.1 * len(tight) or ended >= 0.15 * len(tight)


def paragraphs(
    text: str,
    opens: Opens,
    *,
    ends_appendix: Callable[[str], bool],
    ends_note: Callable[[str], bool] = lambda content: False,
    printed: bool = False,
) -> list[Paragraph]:
    """Return the paragraphs of ``text``.

    Args:
        text: The whole text.
        opens: Tells what a line opens: ``"heading"``, ``"note"``, ``"appendix"``, ``"signature"``, ``"front"``
            (the line of adoption, which only counts before the first heading), or None.
        ends_appendix: Tells whether the heading of an appendix is complete.
        ends_note: Tells whether a note is complete: the next line with a capital is law again.
        printed: Whether the lines are those of a printed page, where a number after the end of a sentence opens
            a paragraph even without a gap.
    """
    found = list(lines(text))
    rules = _Rules(text, one_a_line(text, found), printed, ends_appendix, ends_note)
    result: list[_Open] = []
    headed = False
    for line in found:
        mark = _MARKDOWN.match(text, line.start, line.end)
        start = mark.end() if mark else line.start
        here = opens(text[start : line.end])
        here = None if here == "front" and headed else here
        headed = headed or here == "heading"
        tabbed = text.find("\t", start, line.end) >= 0
        if not result or tabbed or _separates(rules, line, result[-1], here=here):
            result.append(_Open(start, line.end, here, tabbed))
        else:
            result[-1] = result[-1]._replace(end=line.end)
    return [Paragraph(part.start, part.end) for part in result if part.start < part.end]


class _Open(NamedTuple):
    """A paragraph to which lines may still be added: what it opens, whether it is a row of a table."""

    start: int
    end: int
    opened: str | None
    tabbed: bool


class _Rules(NamedTuple):
    """What decides about a line end in one text."""

    text: str
    by_line: bool
    printed: bool
    ends_appendix: Callable[[str], bool]
    ends_note: Callable[[str], bool]


def _separates(rules: _Rules, line: Line, last: _Open, *, here: str | None) -> bool:
    """Tell whether ``line`` opens a paragraph, ``here`` being what its words open."""
    text = rules.text
    if line.after_blank or line.indent >= 2 or last.tabbed or here in ("heading", "note", "front"):
        return True
    ended = text[last.end - 1]
    if here in ("signature", "appendix"):
        return ended in '.;:)»"'
    long = last.end - last.start > _LONGEST_HEADING
    if last.opened == "appendix":
        return long or rules.ends_appendix(text[last.start : last.end])
    law_again = last.opened == "note" and ended == "." and not _CONTINUES.match(text, line.start)
    if law_again and rules.ends_note(text[last.start : last.end]):
        return True
    if rules.printed and ended in ".;:" and _NUMBERED.match(text, line.start):
        return not _ABBREVIATED.search(text, last.end - 6, last.end)
    if not rules.by_line:
        return False
    if last.opened == "heading":
        return long or not text[last.start : line.end].isupper()
    return (
        ended in ".;:!?"
        or _DASH.search(text, last.end - 2, last.end) is not None
        or not _CONTINUES.match(text, line.start)
    )
