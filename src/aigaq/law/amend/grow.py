"""A law that was read, made ready to be amended; written down unchanged it is its text again."""

from __future__ import annotations

import re

from aigaq.law.amend.layout import between, noted
from aigaq.law.amend.node import Law, Node
from aigaq.law.drafting.languages import GRAMMARS
from aigaq.law.structure.unit import Kind, Tree


def grow(tree: Tree) -> Law:
    """Return a law that can be amended; written down unchanged it is the text of ``tree`` again."""
    text = tree.source.text
    nodes: dict[str, Node] = {}
    for unit in tree.units:
        start, end = unit.wording
        head = text[unit.start : start] if unit.kind is not Kind.LAW else ""
        body = text[start:end]
        tail = text[end : unit.end] if unit.kind is not Kind.LAW else text[unit.start : unit.end]
        node = Node(unit.kind, unit.number, head, body, tail, unit.eid, repealed=unit.repealed)
        node._key = unit.key
        node.parent = nodes.get(unit.parent) if unit.kind is not Kind.LAW else None
        if node.parent is not None:
            node.parent.children.append(node)
        nodes[unit.eid] = node
    law = Law(nodes[""], tree, between(tree), above=between(tree, headed=True))
    law.register(law.root)
    for eid, about in noted(tree).items():
        nodes[eid].noted = about
    if tree.language in GRAMMARS:
        for node in list(law.root.walk()):
            if node.kind is Kind.ARTICLE:
                _set_apart(node, GRAMMARS[tree.language].note)
    return law


def _set_apart(article: Node, begins: re.Pattern[str]) -> None:
    """Let the note that ends an article stand in the article itself, not in its last part."""
    host = article
    while host.children:
        starts = (at for at, child in enumerate(host.children) if not child.number and begins.match(child.text))
        at = next(starts, len(host.children))
        found = host.children[at:]
        if found and all(child.kind in (Kind.ALINEA, Kind.INDENT) for child in found):
            del host.children[at:]
            article.children += found
            for child in found:
                child.parent, child.note = article, True
            return
        host = host.children[-1]
