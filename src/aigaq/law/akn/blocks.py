"""Units outside the body as blocks: front matter, preamble, signature."""

from __future__ import annotations

from aigaq.law.akn.body import table
from aigaq.law.akn.view import View
from aigaq.law.akn.xml import Xml, block, element, paragraph, words
from aigaq.law.structure.unit import Kind, Unit


def blocks(unit: Unit, view: View) -> Xml:
    """Return a unit with everything in it as blocks, which the hierarchy of the body is not allowed in."""
    attributes = view.attributes(unit)
    if unit.kind is Kind.TABLE:
        return table(unit, view)
    number = view.number(unit)
    if unit.children or number:
        head = [element("num", None, words(number))] if number else []
        lead = [paragraph(unit.text)] if unit.text or not unit.children else []
        return block("blockContainer", attributes, *head, *lead, *(blocks(child, view) for child in unit.children))
    if unit.kind is Kind.SIGNATURE:
        return element("p", attributes, element("signature", None, words(unit.text)))
    if unit.kind is Kind.CONTENTS:
        return element("block", {"name": "contents", **attributes}, words(unit.text))
    if unit.kind is Kind.FRONT and " ".join(unit.text.split()) == view.tree.title.value:
        return block("longTitle", attributes, element("p", None, element("docTitle", None, words(unit.text))))
    return paragraph(unit.text, attributes)
