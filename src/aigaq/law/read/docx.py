"""DOCX: paragraphs and tables in the order of the document, with Word's automatic numbers put back.

Read straight from the package (ECMA-376), because a hostile package must be stopped before a library
builds an object of every part. Tracked insertions and deletions make the text ambiguous and are refused.
"""

from __future__ import annotations

import hashlib
import posixpath
from collections import Counter as Tally
from typing import TYPE_CHECKING

from aigaq.errors import Refused, UnreadableInput
from aigaq.law.read.archive import Archive, damaged
from aigaq.law.read.blocks import Block, compose
from aigaq.law.read.detect import Format
from aigaq.law.read.limits import Budget
from aigaq.law.read.numbering import Counter, get, read_lists
from aigaq.law.read.plain import require_text
from aigaq.law.read.story import Story
from aigaq.law.read.styles import read_styles
from aigaq.law.source import Source

if TYPE_CHECKING:
    from lxml import etree

_TRACKED = frozenset("ins del moveFrom moveTo cellIns cellDel cellMerge".split())
_NOTES = (("footnote", "footnotes"), ("endnote", "endnotes"), ("comment", "comments"))


def read_docx(data: bytes, *, budget: Budget) -> Source:
    """Return the text of a DOCX; places are paragraphs, counted with those in tables and the empty ones.

    Raises:
        UnreadableInput: ``read.damaged``, ``read.encrypted``, ``read.bomb``, ``read.entities``,
            ``read.format``, ``read.too-long``, ``read.too-complex``, ``read.too-slow`` or ``read.no-text``.
        Refused: ``read.tracked-changes`` or ``read.numbering``.
    """
    archive = Archive(data, budget=budget)
    parts = package_parts(archive, name=budget.name)
    document = archive.xml(parts["officeDocument"])
    refuse_tracked(document, name=budget.name)
    styles = read_styles(part_if_there(archive, parts, kind="styles"))
    lists = read_lists(part_if_there(archive, parts, kind="numbering"), style_lists=styles.lists)
    story = Story(styles=styles, counter=Counter(lists), budget=budget)
    heads = (document.iter("{*}headerReference"), document.iter("{*}footerReference"))
    story.tally["running head"] = sum(1 for references in heads for _ in references)
    body = document.find("{*}body")
    blocks: list[Block] = [] if body is None else story.read(body)
    composed = compose(blocks, unit="paragraph")
    budget.check_text(len(composed.text))
    require_text(composed.text, name=budget.name)
    return Source(
        name=budget.name,
        media=Format.DOCX.value,
        sha256=hashlib.sha256(data).hexdigest(),
        text=composed.text,
        places=composed.places,
        tables=composed.tables,
        warnings=tuple(left_out(story.tally)),
    )


def package_parts(archive: Archive, *, name: str) -> dict[str, str]:
    """Return the paths of the main document, its styles and its numbering, by kind of relationship."""
    if "_rels/.rels" not in archive and "[Content_Types].xml" not in archive:
        raise UnreadableInput(
            "read.format",
            "{name} is a {kind}.",
            hint="Unpack it and give the file inside.",
            name=name,
            kind="ZIP archive, but no DOCX",
        )
    main = _related(archive, "").get("officeDocument", "word/document.xml")
    if main not in archive:
        raise damaged(name, f"its main part {main} is not there")
    if not main.endswith(".xml"):
        raise damaged(name, f"its main part {main} is no XML")
    return {**_related(archive, main), "officeDocument": main}


def _related(archive: Archive, part: str) -> dict[str, str]:
    """Return the targets of the relationships of ``part`` inside the package, by their kind."""
    folder, file = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", file + ".rels")
    if relations not in archive:
        return {}
    found: dict[str, str] = {}
    for relation in archive.xml(relations).iterchildren("{*}Relationship"):
        if get(relation, "TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, get(relation, "Target")))
            found.setdefault(get(relation, "Type").rpartition("/")[2], target.lstrip("/"))
    return found


def part_if_there(archive: Archive, parts: dict[str, str], *, kind: str) -> etree._Element | None:
    """Return a part of the package, parsed; None when it has none of this kind."""
    return archive.xml(parts[kind]) if parts.get(kind, "") in archive else None


def refuse_tracked(document: etree._Element, *, name: str) -> None:
    """Raise when there are tracked insertions, deletions or moves."""
    count = sum(1 for mark in _TRACKED for _ in document.iter("{*}" + mark))
    if count:
        raise Refused(
            "read.tracked-changes",
            "{name} has {count} tracked changes, so it holds two texts and not one.",
            hint="Accept or reject all changes in Word (Review), and give the saved copy.",
            name=name,
            count=count,
        )


def left_out(tally: Tally[str]) -> list[str]:
    """Return one sentence for each kind of thing that could not be carried over."""
    return [text.format(tally[what]) for what, text in _SENTENCES.items() if tally[what]]


_SENTENCES = {
    "footnote": "{} footnotes are not in the text.",
    "endnote": "{} endnotes are not in the text.",
    "comment": "{} comments are not in the text.",
    "text box": "{} text boxes are not in the text; look whether they hold law.",
    "picture": "{} pictures or drawings are not in the text.",
    "object": "{} embedded objects are not in the text.",
    "formula": "{} formulas are not in the text.",
    "running head": "{} running heads or feet are not in the text.",
    "hidden": "{} pieces of hidden text were left out.",
    "embedded document": "{} embedded documents are not in the text; look whether they hold law.",
    "symbol": "{} symbols of a special font could not be named and stand as U+FFFD.",
    "superscript": "{} raised numbers were written as superscript digits.",
    "numbered": "The numbers of {} paragraphs come from Word's automatic numbering.",
}
