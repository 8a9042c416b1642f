"""An amending act to its instructions, with every character accounted for."""

from __future__ import annotations

from aigaq.errors import Refused
from aigaq.law.drafting.instruction import Act
from aigaq.law.drafting.languages import GRAMMARS
from aigaq.law.drafting.quotes import MARKS, prose
from aigaq.law.drafting.reader import Reader, crowded
from aigaq.law.source import Source
from aigaq.law.structure.build import paragraph_spans
from aigaq.law.structure.front import language
from aigaq.values import Language

LONGEST = 4_000_000
"""Characters of the longest act that is read; the longest real ones have a quarter of that."""

MOST_PARAGRAPHS = 200_000
"""Paragraphs of the longest act that is read."""

MOST_MARKS = 200_000
"""Quotation marks of the longest act that is read."""


def read_act(source: Source, *, in_language: Language | None = None) -> Act:
    """Return what an amending act says to do.

    Nothing is guessed: a clause is read to its last word, or it is listed as unclaimed.

    Args:
        source: The file as read.
        in_language: Language of the act; read off its letters when None.

    Raises:
        Refused: ``act.too-long``, ``act.too-many``: it is longer than any act is.
    """
    if len(source.text) > LONGEST:
        raise Refused(
            "act.too-long",
            "{name} has {n} characters; an act of more than {most} is not read.",
            hint="Is it an amending act? Give the act alone, without the laws it amends.",
            name=source.name,
            n=len(source.text),
            most=LONGEST,
        )
    spoken = in_language or language(source.text)
    spans = paragraph_spans(source, spoken)
    if len(spans) > MOST_PARAGRAPHS or sum(map(source.text.count, MARKS)) > MOST_MARKS:
        raise crowded(source)
    return Reader(source, GRAMMARS[spoken], prose(source.text, spans), [start for start, _ in spans]).read()
