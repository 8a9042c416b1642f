r"""From the lines of printed pages to paragraphs, by where the lines stand.

A line opens a paragraph when it starts further right than the body of its page, or after a larger gap, or
when its first word would still have fitted on the line before; centred lines that follow each other belong
together. Lines within a paragraph stay
separated by ``"\n"``.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from attrs import evolve, frozen

from aigaq.law.read.blocks import Block

BROKEN_WORD = "\ufffe"
_DIGITS = re.compile(r"[0-9]{1,9}")
_SHORT = 14
_TOLERANCE = 3.0
_INDENT = 6.0
_CENTRED = 6.0
_GAP = 1.45
_NEAR = 8.0
_BLANK = 1.5
_WIDER = 10
_FITS = 1.3
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BREAK = re.compile(r"([^\W\d_]+)\ufffe\n([^\W\d_]+)")


@frozen
class Line:
    """One printed line, in points from the lower left corner of its page.

    Args:
        text: Its text.
        page: Number of its page, from 1.
        left: Where it begins.
        right: Where it ends.
        base: Its baseline.
    """

    text: str
    page: int
    left: float
    right: float
    base: float


@frozen
class Repeated:
    """What stood at the same place of most pages, e.g. a page number."""

    kind: str
    pages: int


def mend(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with those put together that PDFium cut at a raised character.

    The second part stands at the same height and begins where the first one ends.
    """
    mended: list[Line] = []
    for line in lines:
        before = mended[-1] if mended else None
        gap = line.left - before.right if before else 0.0
        if before and line.page == before.page and abs(line.base - before.base) < 1 and -1 < gap < _NEAR:
            text = before.text + (" " if gap > _BLANK else "") + line.text
            mended[-1] = evolve(before, text=text, right=line.right)
        else:
            mended.append(line)
    return mended


def drop_repeated(lines: Sequence[Line], *, pages: int) -> tuple[list[Line], list[Repeated]]:
    """Return the lines without running heads and page numbers, and what those were.

    Only the highest and lowest line of a page is looked at, and once more after that. Left out is what
    stands at the same height on more than half of at least three pages and either says exactly the same,
    or is a short line in which one number grows with the page.
    """
    kept = list(lines)
    repeated: list[Repeated] = []
    for _ in range(2):
        groups: dict[tuple[str, int], list[Line]] = defaultdict(list)
        for line in (line for page in _pages(kept) for line in _edges(page)):
            groups[_DIGITS.sub("#", line.text), round(line.base / _TOLERANCE)].append(line)
        found = {key: group for key, group in groups.items() if _repeats(group, pages=pages)}
        if not found:
            break
        repeated += [Repeated(_kind(group), len(group)) for group in found.values()]
        out = {id(line) for group in found.values() for line in group}
        kept = [line for line in kept if id(line) not in out]
    return kept, repeated


def _repeats(group: Sequence[Line], *, pages: int) -> bool:
    if len(group) < 3 or 2 * len(group) <= pages:
        return False
    return len({line.text for line in group}) == 1 or _kind(group) == "page number"


def _kind(group: Sequence[Line]) -> str:
    """Return "page number" when a number in the lines grows with the page, else "running head"."""
    numbers = [[int(n) - line.page for n in _DIGITS.findall(line.text)[:5]] for line in group]
    grows = any(len(set(column)) == 1 for column in zip(*numbers, strict=False))
    short = all(len("".join(_DIGITS.sub("", line.text).split())) <= _SHORT for line in group)
    return "page number" if grows and short else "running head"


def _pages(lines: Iterable[Line]) -> list[list[Line]]:
    pages: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line)
    return list(pages.values())


def _edges(page: list[Line]) -> list[Line]:
    """Return the highest and the lowest lines of a page."""
    highest = max(page, key=lambda line: line.base)
    lowest = min(page, key=lambda line: line.base)
    return [highest] if highest is lowest else [highest, lowest]


def paragraphs(lines: Sequence[Line]) -> list[Block]:
    """Return the paragraphs; one that runs over a page break belongs to the page it begins on."""
    if not lines:
        return []
    step = _usual_step(lines)
    margins = {page[0].page: _margins(page) for page in _pages(lines)}
    open_: list[Line] = []
    blocks: list[Block] = []
    for line in lines:
        if open_ and _opens(line, open_[-1], margins=margins, step=step):
            blocks.append(_block(open_))
            open_ = []
        open_.append(line)
    return [*blocks, _block(open_)]


def _block(lines: Sequence[Line]) -> Block:
    return Block("\n".join(line.text.strip() for line in lines), lines[0].page)


def _usual_step(lines: Sequence[Line]) -> float:
    """Return the most common distance between lines, in points; 0 when there is none."""
    steps = Counter(round(a.base - b.base) for a, b in pairwise(lines) if a.page == b.page and a.base > b.base)
    return float(steps.most_common(1)[0][0]) if steps else 0.0


def _margins(page: Sequence[Line]) -> tuple[float, float]:
    """Return where the body of a page begins and ends: at most a tenth of its lines run further."""
    starts = Counter(round(line.left / 2) * 2 for line in page)
    common = [start for start, count in starts.items() if count >= max(1, len(page) // 20)]
    ends = sorted((line.right for line in page), reverse=True)
    return float(min(common or starts)), ends[len(ends) // _WIDER]


def _opens(line: Line, before: Line, *, margins: dict[int, tuple[float, float]], step: float) -> bool:
    """Tell whether a new paragraph begins with ``line``."""
    left, _ = margins[line.page]
    if line.page == before.page and before.base - line.base > _GAP * step:
        return True
    if _both_centred(line, before, margins=margins):
        return False
    return line.left > left + _INDENT or _would_fit(line, before, right=margins[before.page][1])


def _both_centred(line: Line, before: Line, *, margins: dict[int, tuple[float, float]]) -> bool:
    """Tell whether both lines are centred; first lines of two paragraphs begin at the same place instead."""
    centred = all(_is_centred(each, margins[each.page]) for each in (line, before))
    return centred and abs(line.left - before.left) > _TOLERANCE


def _would_fit(line: Line, before: Line, *, right: float) -> bool:
    """Tell whether the first word of ``line`` would have fitted on the line before, with room to spare."""
    letter = (line.right - line.left) / len(line.text)
    word = line.text.split(maxsplit=1)[0]
    return before.right + _FITS * letter * (len(word) + 1) < right


def _is_centred(line: Line, margins: tuple[float, float]) -> bool:
    left, right = line.left - margins[0], margins[1] - line.right
    return left > 3 * _INDENT and abs(left - right) < _CENTRED


def overlapping(lines: Sequence[Line]) -> int:
    """Return how many lines stand beside another one, as in columns and tables."""
    count = 0
    for page in _pages(lines):
        heights = Counter(round(line.base) for line in page)
        count += sum(number for number in heights.values() if number > 1)
    return count


def join_words(blocks: Sequence[Block]) -> tuple[list[Block], int]:
    """Return the blocks with words broken at a line end made whole, and how many could not be decided.

    A PDF does not say whether a hyphen at a line end belongs to the word. The rest of the text decides:
    where the word stands there with the hyphen, the hyphen stays; where it stands there in one piece, the
    hyphen goes. Where neither does, the hyphen stays if other words show that hyphens at line ends belong
    to words here and none shows that words are divided; else hyphen and line end stay as printed.
    A hyphen beside a digit (``14-`` at a line end) is never touched.
    """
    known = {word.lower() for block in blocks for word in _WORD.findall(block.text)}
    broken = [found.groups() for block in blocks for found in _BREAK.finditer(block.text)]
    own = sum(_hyphenated(pair) in known for pair in broken)
    divided = sum(_hyphenated(pair) not in known and "".join(pair).lower() in known for pair in broken)
    rest = "-" if own and not divided else "-\n"

    def join(found: re.Match[str]) -> str:
        first, second = found.groups()
        if _hyphenated((first, second)) in known:
            return f"{first}-{second}"
        return f"{first}{second}" if f"{first}{second}".lower() in known else f"{first}{rest}{second}"

    joined = [evolve(block, text=_BREAK.sub(join, block.text).replace(BROKEN_WORD, "-")) for block in blocks]
    return joined, 0 if rest == "-" else len(broken) - own - divided


def _hyphenated(pair: tuple[str, ...]) -> str:
    return "-".join(pair).lower()
