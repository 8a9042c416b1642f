"""A page as people see it: the words of its main part, those of menus and hidden parts, its links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from attrs import define, field, frozen

from aigaq.bill.watch.link import Link, resolve, shows_document
from aigaq.law.read.limits import LIMITS, Budget, Limits
from aigaq.law.read.markup import check_markup, decode_page

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

MOST_LINKS: Final = 20_000
"""Links of a page that are read."""

_LONGEST_ROW: Final = 400
_NO_WORDS: Final = frozenset("script style template head title svg math".split())
_ASIDE: Final = frozenset("nav noscript button select textarea option".split())
_CHROME: Final = frozenset("header footer aside".split())
_ROWS: Final = frozenset("tr li dd p article section div td".split())
_INLINE: Final = frozenset(
    "a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q s samp small span strong sub sup time u var wbr "
    "label nobr tt big strike".split()
)
_LINKING: Final = {"a": "href", "area": "href", "iframe": "src", "embed": "src", "object": "data"}
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@frozen
class Page:
    """A page.

    Args:
        title: What its ``<title>`` says.
        text: The words of the main part, one line a block.
        unlinked: The same without the words of links.
        aside: The words of menus, headers, footers and hidden parts.
        links: Its links in order, each address once.
        selected: False when the page has no part that was to be selected.
    """

    title: str
    text: str
    unlinked: str
    aside: str
    links: tuple[Link, ...]
    selected: bool = True


def is_selector(selector: str) -> bool:
    """Return whether something is a CSS selector.

    >>> is_selector("div.news > p"), is_selector("div[")
    (True, False)
    """
    from selectolax.lexbor import LexborHTMLParser, SelectolaxError

    try:
        LexborHTMLParser("<p></p>").css(selector)
    except SelectolaxError:
        return False
    return True


def read_page(
    data: bytes, *, address: str, select: str = "", ignore: Sequence[str] = (), limits: Limits = LIMITS
) -> Page:
    """Return what a page says.

    Args:
        data: Its bytes.
        address: Where it was found; links are resolved against it, or against its ``<base>``.
        select: CSS selector of the part to read.
        ignore: CSS selectors of parts to leave out.
        limits: Bounds on size, nesting and time.

    Raises:
        UnreadableInput: ``read.encoding``, ``read.binary``, ``read.too-deep``, ``read.too-complex``, ``read.too-long``.
    """
    from selectolax.lexbor import LexborHTMLParser

    budget = Budget.start(urlsplit(address).hostname or "", limits=limits)
    decoded = decode_page(data, name=budget.name)
    check_markup(decoded.text, budget=budget)
    tree = LexborHTMLParser(decoded.text.removeprefix("\ufeff"))
    skip = {node.mem_id for selector in ignore if selector for node in tree.css(selector)}
    roots = _roots(tree, select)
    walk = _Walk(_base(tree, address), skip, budget)
    for root in roots:
        walk.down(root)
    title = next((node.text() for node in tree.css("title")), "")
    return walk.page(" ".join(title.split()), selected=bool(roots) or not select)


def _roots(tree: LexborHTMLParser, select: str) -> list[LexborNode]:
    if not select:
        return [tree.body] if tree.body is not None else []
    nodes = tree.css(select)
    ids = {node.mem_id for node in nodes}
    return [node for node in nodes if not any(above.mem_id in ids for above in _above(node))]


def _above(node: LexborNode) -> Iterator[LexborNode]:
    parent = node.parent
    while parent is not None:
        yield parent
        parent = parent.parent


def _base(tree: LexborHTMLParser, address: str) -> str:
    bases = [node.attributes.get("href") or "" for node in tree.css("base[href]")]
    return (resolve(address, bases[0]) if bases else "") or address


@define(eq=False)
class _Open:
    """A link whose words are being gathered."""

    address: str
    words: list[str]
    beside: str
    document: bool
    main: bool


@define(eq=False)
class _Walk:
    """Gathers words and links in the order of the document, without recursion."""

    base: str
    skip: set[int]
    budget: Budget
    main: list[str] = field(factory=list)
    unlinked: list[str] = field(factory=list)
    aside: list[str] = field(factory=list)
    found: list[_Open] = field(factory=list)

    def down(self, root: LexborNode) -> None:
        """Take in ``root`` and all it holds."""
        stack: list[tuple[LexborNode | None, bool, _Open | None]] = [(root, False, None)]
        seen = 0
        while stack:
            node, aside, link = stack.pop()
            seen += 1
            if seen % 5000 == 0:
                self.budget.check_time("the page's elements")
            if node is None:
                self._words("\n", aside, link)
            elif node.is_text_node:
                self._words((node.text_content or "").replace("\n", " ").replace("\r", " "), aside, link)
            elif node.is_element_node and node.mem_id not in self.skip and node.tag not in _NO_WORDS:
                stack += self._enter(node, aside or _is_aside(node), link)

    def _enter(
        self, node: LexborNode, aside: bool, link: _Open | None
    ) -> Iterable[tuple[LexborNode | None, bool, _Open | None]]:
        tag = node.tag or ""
        if tag in _LINKING:
            link = self._link(node, tag, aside=aside) or link
        inner: list[tuple[LexborNode | None, bool, _Open | None]] = [
            (child, aside, link) for child in node.iter(include_text=True)
        ]
        if tag not in _INLINE:
            self._words("\n", aside, link)
            inner.append((None, aside, link))
        return reversed(inner)

    def _words(self, text: str, aside: bool, link: _Open | None) -> None:
        (self.aside if aside else self.main).append(text)
        if link is not None:
            link.words.append(text)
        elif not aside:
            self.unlinked.append(text)

    def _link(self, node: LexborNode, tag: str, *, aside: bool) -> _Open | None:
        address = resolve(self.base, node.attributes.get(_LINKING[tag]) or "")
        if not address or len(self.found) >= MOST_LINKS:
            return None
        kind = (node.attributes.get("type") or "").lower()
        shown = "download" in node.attributes or (kind.startswith("application/") and "html" not in kind)
        self.found.append(_Open(address, [], _row(node), shown, not aside))
        return self.found[-1]

    def page(self, title: str, *, selected: bool) -> Page:
        """Return the page; one that is all menu has its words in the main part."""
        main, aside = _lines(self.main), _lines(self.aside)
        if not main:
            main, aside = aside, ""
        return Page(title, main, _lines(self.unlinked), aside, tuple(_links(self.found)), selected)


def _is_aside(node: LexborNode) -> bool:
    tag, attributes = node.tag or "", node.attributes
    if tag in _ASIDE or attributes.get("role") == "navigation" or "hidden" in attributes:
        return True
    if tag in _CHROME and node.parent is not None and node.parent.tag in ("body", "div"):
        return True
    return bool(_HIDDEN.search(attributes.get("style") or ""))


def _row(node: LexborNode) -> str:
    """Return the words of the row, item or paragraph that a node stands in; "" when that is no short one."""
    row = next((above for above in _above(node) if above.tag in _ROWS), None)
    words = " ".join(row.text(separator=" ").split()) if row is not None else ""
    return words if len(words) <= _LONGEST_ROW else ""


def _links(found: Iterable[_Open]) -> Iterator[Link]:
    """Yield each address once, with the words of all its links."""
    by_address: dict[str, list[_Open]] = {}
    for link in found:
        by_address.setdefault(link.address, []).append(link)
    for address, links in by_address.items():
        texts = dict.fromkeys(" ".join("".join(link.words).split()) for link in links)
        text = " / ".join(words for words in texts if words)
        document = any(link.document for link in links) or shows_document(address, text=text)
        yield Link(address, text, links[0].beside, document, any(link.main for link in links))


def _lines(pieces: Iterable[str]) -> str:
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)
