"""HTML as the Kazakh legal databases serve it, and pages saved from them by a browser.

The official database puts an act into ``div.container_gamma.text`` (inside it one ``article``), its title
and its line of particulars into ``div.container_alpha.slogan``; other pages have an ``article``, a ``main``
or only a body. What is left out (scripts, menus, hidden parts) is counted in a warning.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from aigaq.law.read.blocks import Block, compose
from aigaq.law.read.elements import Elements
from aigaq.law.read.limits import Budget
from aigaq.law.read.markup import check_markup, decode_page
from aigaq.law.read.plain import require_text
from aigaq.law.source import Source

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_OFFICIAL = "div.container_gamma.text"
_BODIES = ("article", "main", "[role=main]")


def read_html(data: bytes, *, budget: Budget) -> Source:
    """Return the text of the law on a page; places are paragraphs.

    Raises:
        UnreadableInput: ``read.encoding``, ``read.binary``, ``read.too-deep``, ``read.too-complex``,
            ``read.too-long`` or ``read.no-text``.
    """
    from selectolax.lexbor import LexborHTMLParser

    decoded = decode_page(data, name=budget.name)
    check_markup(decoded.text, budget=budget)
    page = LexborHTMLParser(decoded.text.removeprefix("\ufeff"))
    budget.check_time("the page's elements")
    dropped: Counter[str] = Counter()
    blocks, outside = _law(page, budget=budget, dropped=dropped)
    composed = compose(blocks, unit="paragraph")
    require_text(composed.text, name=budget.name)
    return Source(
        name=budget.name,
        media="text/html",
        sha256=hashlib.sha256(data).hexdigest(),
        text=composed.text,
        places=composed.places,
        tables=composed.tables,
        warnings=(*decoded.warnings, *_warnings(dropped, outside=outside)),
    )


def _law(page: LexborHTMLParser, *, budget: Budget, dropped: Counter[str]) -> tuple[list[Block], int]:
    """Return the blocks of the law, and how many characters of the page stand outside of them.

    The official container is trusted; another one only when it holds at least half of the page's text.
    """
    body = page.body
    if body is None:
        return [], 0
    for selector in (_OFFICIAL, *_BODIES):
        if not (roots := _with_title(page, _outermost(page.css(selector)))):
            continue
        inside, outside = Elements(budget=budget, dropped=Counter()), _rest(body, roots, budget=budget)
        for root in roots:
            inside.walk(root)
        size = _size(inside.blocks)
        if size and (selector == _OFFICIAL or size >= _size(outside.blocks)):
            dropped.update(inside.dropped + outside.dropped)
            return inside.blocks, _size(outside.blocks)
    everything = Elements(budget=budget, dropped=dropped)
    everything.walk(body)
    return everything.blocks, 0


def _rest(body: LexborNode, roots: Iterable[LexborNode], *, budget: Budget) -> Elements:
    """Return what stands on the page outside of ``roots``."""
    rest = Elements(budget=budget, dropped=Counter(), skip={root.mem_id for root in roots})
    rest.walk(body)
    return rest


def _size(blocks: Iterable[Block]) -> int:
    return sum(len(block.text) for block in blocks)


def _outermost(nodes: list[LexborNode]) -> list[LexborNode]:
    """Return the nodes that do not stand inside another of them."""
    ids = {node.mem_id for node in nodes}
    return [node for node in nodes if not _inside(node, ids)]


def _inside(node: LexborNode, ids: set[int]) -> bool:
    parent = node.parent
    while parent is not None and parent.mem_id not in ids:
        parent = parent.parent
    return parent is not None


def _with_title(page: LexborHTMLParser, roots: list[LexborNode]) -> list[LexborNode]:
    """Return the roots, before them the title that stands outside of them: a slogan, or the only ``h1``."""
    ids = {node.mem_id for node in roots}
    slogan = page.css("div.container_alpha.slogan")[:1]
    headings = page.css("h1")
    title = slogan or (headings if len(headings) == 1 else [])
    return [*(node for node in title if not _inside(node, ids)), *roots] if roots else []


def _warnings(dropped: Counter[str], *, outside: int) -> list[str]:
    """Return one sentence for each kind of thing that is not in the text as it was on the page."""
    sentences = []
    if raised := dropped.pop("superscript", 0):
        sentences.append(f"{raised} raised numbers were written as superscript digits.")
    if items := dropped.pop("numbered item", 0):
        sentences.append(f"The numbers of {items} list items come from the page's automatic numbering.")
    if dropped:
        parts = ", ".join(f"{count} {what}" for what, count in sorted(dropped.items()))
        sentences.append(f"Left out of the page: {parts}.")
    if outside:
        sentences.append(f"{outside} characters of the page outside the law's text were left out.")
    return sentences
