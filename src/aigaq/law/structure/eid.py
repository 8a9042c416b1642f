"""Identifiers after the Akoma Ntoso Naming Convention 1.0 (OASIS, 2019): ``art_28__para_3__al_2``.

Headed units above the article carry their parents (``sec_2__chp_3``), articles do not (their numbers run
through the act), and what stands in an article carries the article. The first part of a point is the point
itself, so parts and indents inside a point are numbered from 2, as Kazakh drafting counts them; what hangs on
a first part carries the point only, so that adding a second part changes no identifier.
"""

from __future__ import annotations

from aigaq.law.structure.unit import Kind

PREFIX = {
    Kind.FRONT: "front",
    Kind.CONTENTS: "toc",
    Kind.PREAMBLE: "preamble",
    Kind.PART: "part",
    Kind.SECTION: "sec",
    Kind.SUBSECTION: "subsec",
    Kind.CHAPTER: "chp",
    Kind.PARAGRAPH: "subchp",
    Kind.ARTICLE: "art",
    Kind.POINT: "para",
    Kind.SUBPOINT: "subpara",
    Kind.ALINEA: "al",
    Kind.INDENT: "indent",
    Kind.QUOTED: "qstr",
    Kind.TABLE: "table",
    Kind.ROW: "tr",
    Kind.SIGNATURE: "signature",
    Kind.APPENDIX: "att",
}

UNNUMBERED = frozenset({Kind.PREAMBLE, Kind.SIGNATURE})


def fragment(kind: Kind, number: str, *, ordinal: int) -> str:
    """Return the last step of an identifier.

    Args:
        kind: Kind of the unit.
        number: Its number in the text, or "".
        ordinal: Its place among its unnumbered siblings of this kind.

    >>> fragment(Kind.POINT, "3-1", ordinal=0), fragment(Kind.ALINEA, "", ordinal=2)
    ('para_3-1', 'al_2')
    """
    if number:
        return f"{PREFIX[kind]}_{number}"
    return PREFIX[kind] if kind in UNNUMBERED and ordinal == 1 else f"{PREFIX[kind]}_{ordinal}"
