"""Elements of XML: every word escaped, every element closed, the same input giving the same text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NewType

from aigaq.document.docx.parts import clean

Xml = NewType("Xml", str)
"""Text that is XML already: only `words` and the functions that build elements make it."""

NONE: Final = Xml("")
"""Nothing at all."""
NAMESPACE: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
"""The namespace of Akoma Ntoso 1.0, whose schema is version 3.0."""
HTML: Final = "http://www.w3.org/1999/xhtml"
"""Words stand in metadata as XHTML: the schema takes no words of its own there."""
OWN: Final = "urn:aigaq:akn:1"
"""What no standard has an element for: hashes, and what could not be applied."""

_LAYOUT: Final = re.compile(r"[ \t\r\n\f\v\x85\u2028\u2029]+")

Attributes = Mapping[str, str]


def flat(text: str) -> str:
    r"""Return ``text`` on one line; spaces that must not break stay what they are.

    >>> flat(" No.\u00a05\n of the  list ")
    'No.\xa05 of the list'
    """
    return _LAYOUT.sub(" ", text).strip(" ")


def words(text: str) -> Xml:
    r"""Return words for XML: on one line, escaped, a sign that no XML may hold shown as U+FFFD.

    >>> words("a < b\x00\n& c")
    'a &lt; b\ufffd &amp; c'
    """
    return Xml(clean(flat(text)))


def element(name: str, attributes: Attributes | None = None, *content: Xml) -> Xml:
    """Return an element; attributes that are empty are left out.

    >>> element("p", {"eId": "a", "class": ""}, words("x & y"))
    '<p eId="a">x &amp; y</p>'
    """
    given = "".join(f' {key}="{_value(value)}"' for key, value in (attributes or {}).items() if value)
    inner = "".join(content)
    return Xml(f"<{name}{given}>{inner}</{name}>" if inner else f"<{name}{given}/>")


def block(name: str, attributes: Attributes | None = None, *content: Xml) -> Xml:
    """Return an element that holds elements only, each on a line of its own; empty ones are left out."""
    inner = [Xml(f"\n{piece}") for piece in content if piece]
    return element(name, attributes, *inner, *([Xml("\n")] if inner else []))


def paragraph(text: str, attributes: Attributes | None = None) -> Xml:
    """Return a paragraph of words."""
    return element("p", attributes, words(text))


def told(text: str) -> Xml:
    """Return words for a place in the metadata: one XHTML paragraph for each line."""
    lines = (line for line in text.split("\n") if line.strip())
    return Xml("".join(element("html:p", None, words(line)) for line in lines))


def _value(value: str) -> str:
    return words(value).replace('"', "&quot;")
