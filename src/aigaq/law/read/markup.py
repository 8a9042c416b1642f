"""A first look over the source of an HTML page, before a parser builds anything from it.

The parser is C code that cannot be interrupted and takes quadratic time on deep nesting, so the page is
measured first, in one pass: how many elements, how deep.
"""

from __future__ import annotations

import re

from aigaq.errors import UnreadableInput
from aigaq.law.read.encoding import Decoded, decode
from aigaq.law.read.limits import Budget

_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]{0,40})")
_MOST_ATTRIBUTES = 1000
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{4000,}")
_QUOTED_TAG = re.compile(r"<[a-zA-Z](?:[^=>]++|=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\s>\"'][^\s>]*+)?+)*+")
_VALUE = re.compile(r"=\s*(?:\"[^\"]*+\"|'[^']*+')")
_ROOTS = re.compile(r"<(?:body|html)[\s/>]", re.IGNORECASE)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
# Elements that close themselves when the next one of their kind begins, or when their parent ends.
_IMPLIED = frozenset("p li dt dd tr td th thead tbody tfoot option optgroup a nobr body html head".split())
_FOREIGN = frozenset(("svg", "math"))
_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([a-zA-Z0-9_:.\-]+)", re.IGNORECASE)
_NAMES = {"windows-1251": "cp1251", "cp-1251": "cp1251", "x-cp1251": "cp1251", "strk1048-2002": "kz1048"}


def decode_page(data: bytes, *, name: str) -> Decoded:
    """Return the text of a page: by its byte-order mark, its bytes, then its own ``<meta charset>``.

    Bytes that are valid UTF-8 are UTF-8 whatever the page says, because browsers save pages anew and leave
    the old declaration in place.

    Raises:
        UnreadableInput: ``read.encoding`` or ``read.binary``.
    """
    declared = _declared(data)
    if declared not in ("cp1251", "kz1048"):
        return decode(data, name=name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _as_declared(data, declared, name=name)
    if text.isascii():
        return Decoded(text, "utf-8")
    warning = f"It calls itself {declared}, but its bytes are UTF-8; read as UTF-8."
    return Decoded(text, "utf-8", (warning,))


def _declared(data: bytes) -> str | None:
    found = _CHARSET.search(data[:4096])
    said = found.group(1).decode("ascii").lower() if found else None
    return _NAMES.get(said, said) if said else None


def _as_declared(data: bytes, declared: str, *, name: str) -> Decoded:
    """Return the page in the declared encoding, or in KZ-1048 when it holds letters only that has."""
    found = decode(data, name=name)
    if found.encoding == declared or found.encoding not in ("cp1251", "kz1048"):
        return found
    if declared == "kz1048":
        return Decoded(data.decode("kz1048"), "kz1048")
    warning = "It calls itself windows-1251, but has bytes that are Kazakh letters in KZ-1048; read as that."
    return Decoded(found.text, found.encoding, (*found.warnings, warning))


def check_markup(page: str, *, budget: Budget) -> None:
    """Raise when a page has too many elements, or could nest them too deep.

    Depth is measured from above: an element that may stay open counts as open until its own end tag.

    Raises:
        UnreadableInput: ``read.too-complex``, ``read.too-deep`` or ``read.too-slow``.
    """
    budget.check_text(len(page))
    budget.check_elements(page.count("<") - page.count("</"), where="the page")
    _check_attributes(page, budget=budget)
    open_: dict[str, int] = {}
    depth, foreign = 0, 0
    for tag in _TAG.finditer(page):
        closing, name = tag.group(1), tag.group(2).lower()
        if name in _VOID or (name in _IMPLIED and not foreign):
            continue
        if name in _FOREIGN:
            foreign = max(0, foreign - 1) if closing else foreign + 1
        step = (-1 if open_.get(name, 0) else 0) if closing else 1
        open_[name] = open_.get(name, 0) + step
        depth += step
        if depth > budget.limits.max_depth:
            budget.check_depth(depth)


def _check_attributes(page: str, *, budget: Budget) -> None:
    """Raise ``read.too-complex`` when one tag has more than 1,000 attributes: they cost quadratic time."""
    tags = [tag for found in (_LONG_TAG, _QUOTED_TAG) for tag in found.finditer(page) if len(tag[0]) > 4000]
    counts = [len(_VALUE.sub(" ", tag[0]).split()) for tag in tags]
    roots = sum(1 for _ in _ROOTS.finditer(page))
    if max(counts, default=0) > _MOST_ATTRIBUTES or roots > _MOST_ATTRIBUTES:
        raise UnreadableInput(
            "read.too-complex",
            "A tag of {name} has more than {most} attributes, or repeats them.",
            hint="Save the text of the law alone, and try again.",
            name=budget.name,
            most=_MOST_ATTRIBUTES,
        )
