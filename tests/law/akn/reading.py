"""Reading a written file again: elements, words, identifiers."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from aigaq.law.akn import NAMESPACE, OWN
from aigaq.law.structure import Tree

Element = etree._Element


def read(data: bytes) -> Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def named(root: Element, name: str) -> list[Element]:
    return list(root.iter(f"{{{NAMESPACE}}}{name}"))


def own(root: Element, name: str) -> list[Element]:
    return list(root.iter(f"{{{OWN}}}{name}"))


def local(element: Element) -> str:
    return etree.QName(element).localname


def by_eid(root: Element, eid: str) -> Element:
    (found,) = (each for each in root.iter("*") if each.get("eId") == eid)
    return found


def told(element: Element) -> str:
    """Return all words in an element."""
    return "".join(str(words) for words in element.itertext())


def eids(root: Element) -> list[str]:
    """Return the identifiers of the law itself in order, metadata left out."""
    return [found.get("eId", "") for found in _text(root) if found.get("eId")]


def words(root: Element) -> str:
    """Return everything that stands in the law itself, without white space."""
    return bare("".join(piece for found in _text(root) for piece in (found.text or "", *(c.tail or "" for c in found))))


def law_words(tree: Tree) -> str:
    """Return the numbers and wordings of a law, without white space."""
    text = tree.source.text
    return bare("".join(text[unit.start : unit.wording[1]] for unit in tree.units))


def bare(text: str) -> str:
    return "".join(text.split())


def _text(root: Element) -> Iterator[Element]:
    for child in root:
        if local(child) != "meta":
            yield child
            yield from _text(child)
