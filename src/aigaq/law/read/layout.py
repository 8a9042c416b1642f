"""From the lines of printed pages to paragraphs, by where the lines stand.

A line opens a paragraph when it starts further right than the body of its page, or after a larger gap, or
when it is centred and the line before is not (or the other way round). Lines within a paragraph stay
separated by ``"\\n"``.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from attrs import evolve, frozen

from aigaq.law.read.blocks import Block

BROKEN_WORD = "\ufffe"
_DIGITS = re.compile(r"\d+")
_EDGE = 2
_TOLERANCE = 3.0
_INDENT = 6.0
_CENTRED = 6.0
_GAP = 1.45
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BREAK = re.compile(r"([^\W\d_]+)\ufffe([^\W\d_]+)")


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


def drop_repeated(lines: Sequence[Line], *, pages: int) -> tuple[list[Line], list[Repeated]]:
    """Return the lines without running heads and page numbers, and what those were.

    Only the first and last two lines of a page are looked at. Left out is what says the same (digits apart)
    at the same height on more than half of at least three pages; digits alone must also differ from page
    to page, as page numbers do.
    """
    edges = [line for page in _pages(lines) for line in _edges(page)]
    groups: dict[tuple[str, int], list[Line]] = defaultdict(list)
    for line in edges:
        groups[_DIGITS.sub("#", line.text.strip()), round(line.base / _TOLERANCE)].append(line)
    repeated = [found for key, found in groups.items() if _repeats(key[0], found, pages=pages)]
    out = {id(line) for found in repeated for line in found}
    kinds = [Repeated("page number" if _is_number(f[0].text) else "running head", len(f)) for f in repeated]
    return [line for line in lines if id(line) not in out], kinds


def _repeats(text: str, found: Sequence[Line], *, pages: int) -> bool:
    on_pages = {line.page for line in found}
    if len(on_pages) < 3 or 2 * len(on_pages) <= pages:
        return False
    return not _is_number(text.replace("#", "1")) or len({line.text for line in found}) == len(found)


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"\W*\d+\W*", text))


def _pages(lines: Iterable[Line]) -> list[list[Line]]:
    pages: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line)
    return list(pages.values())


def _edges(page: list[Line]) -> list[Line]:
    """Return the highest and the lowest lines of a page."""
    by_height = sorted(page, key=lambda line: -line.base)
    return by_height[:_EDGE] + by_height[max(_EDGE, len(by_height) - _EDGE) :]


def paragraphs(lines: Sequence[Line]) -> list[Block]:
    """Return the paragraphs of the lines; one that runs over a page break belongs to the page it begins on."""
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
    steps = Counter(
        round(a.base - b.base) for a, b in zip(lines, lines[1:], strict=False) if a.page == b.page and a.base > b.base
    )
    return float(steps.most_common(1)[0][0]) if steps else 0.0


def _margins(page: Sequence[Line]) -> tuple[float, float]:
    """Return where the body of a page begins and ends: the leftmost common start, the rightmost end."""
    starts = Counter(round(line.left / 2) * 2 for line in page)
    common = [start for start, count in starts.items() if count >= max(2, len(page) // 10)]
    return float(min(common or starts)), max(line.right for line in page)


def _opens(line: Line, before: Line, *, margins: dict[int, tuple[float, float]], step: float) -> bool:
    """Tell whether a new paragraph begins with ``line``."""
    centred = _is_centred(line, margins[line.page])
    if centred != _is_centred(before, margins[before.page]):
        return True
    if line.page == before.page and before.base - line.base > _GAP * step:
        return True
    return not centred and line.left > margins[line.page][0] + _INDENT


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
    where the word stands there with the hyphen, the hyphen stays; where it stands there in one piece, or
    both halves joined do, it goes. Else hyphen and line end stay as printed. A hyphen beside a digit
    (``14-`` at a line end) is never touched.
    """
    known = {word.lower() for block in blocks for word in _WORD.findall(block.text)}
    undecided = 0

    def join(found: re.Match[str]) -> str:
        nonlocal undecided
        first, second = found.groups()
        if f"{first}-{second}".lower() in known:
            return f"{first}-{second}"
        if f"{first}{second}".lower() in known:
            return f"{first}{second}"
        undecided += 1
        return f"{first}-\n{second}"

    joined = [evolve(block, text=_BREAK.sub(join, block.text)) for block in blocks]
    return [evolve(block, text=block.text.replace(BROKEN_WORD, "-\n")) for block in joined], undecided
