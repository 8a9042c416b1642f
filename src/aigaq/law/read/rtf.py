"""RTF: read token by token in linear time, with the code page of each font.

Only what belongs to the body is text; list numbers are taken from the ``listtext`` that Word and
LibreOffice write beside every numbered paragraph.
"""

from __future__ import annotations

import hashlib

from aigaq.law.read.blocks import compose
from aigaq.law.read.groups import Groups
from aigaq.law.read.limits import Budget
from aigaq.law.read.plain import require_text
from aigaq.law.source import Source

_SENTENCES = {
    "picture": "{} pictures are not in the text.",
    "footnote": "{} footnotes or endnotes are not in the text.",
    "comment": "{} comments are not in the text.",
    "object": "{} embedded objects are not in the text.",
    "shape": "{} shapes or text boxes are not in the text; look whether they hold law.",
    "formula": "{} formulas are not in the text.",
    "running head": "{} running heads or feet are not in the text.",
    "hidden": "{} pieces of hidden text were left out.",
    "symbol": "{} symbols of a special font could not be named and stand as U+FFFD.",
    "superscript": "{} raised numbers were written as superscript digits.",
}


def read_rtf(data: bytes, *, budget: Budget) -> Source:
    """Return the text of an RTF file; places are paragraphs.

    Raises:
        UnreadableInput: ``read.too-long``, ``read.too-deep``, ``read.too-slow``, ``read.encoding``,
            ``read.damaged`` or ``read.no-text``.
        Refused: ``read.tracked-changes`` or ``read.numbering``.
    """
    budget.check_text(len(data))
    reader = Groups(budget)
    reader.read(data)
    composed = compose(reader.rows.blocks, unit="paragraph")
    require_text(composed.text, name=budget.name)
    return Source(
        name=budget.name,
        media="application/rtf",
        sha256=hashlib.sha256(data).hexdigest(),
        text=composed.text,
        places=composed.places,
        tables=composed.tables,
        warnings=tuple(text.format(reader.tally[w]) for w, text in _SENTENCES.items() if reader.tally[w]),
    )
