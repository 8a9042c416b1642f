"""A text to its unit tree.

Inside an article the units nest as Kazakh drafting nests them (Law on Legal Acts No. 480-V, art. 23): a point
is its own first part; a later unnumbered paragraph with a capital is the next part; subpoints hang on the part
before them; an unnumbered paragraph with a small letter is an indent of what stands above it.
"""

from __future__ import annotations

from datetime import date

from aigaq.law.source import Source
from aigaq.law.structure.classify import Block, classify, opens
from aigaq.law.structure.draft import draft
from aigaq.law.structure.forms import FORMS, Forms
from aigaq.law.structure.forms.form import closes
from aigaq.law.structure.freeze import Freezer
from aigaq.law.structure.front import edition, front_roles, language, title
from aigaq.law.structure.ledger import read_ledger
from aigaq.law.structure.neighbours import resolve
from aigaq.law.structure.paragraphs import Paragraph, paragraphs
from aigaq.law.structure.unit import Action, Amendment, Kind, Tree, Unit
from aigaq.text.fold import fold
from aigaq.values import Language


def parse(source: Source, *, in_language: Language | None = None) -> Tree:
    """Return the unit tree of a law.

    The own spans of the units tile the text: ``tree.source_text()`` is ``source.text`` again, always.

    Args:
        source: The file as read.
        in_language: Language of the text; read off its letters when None.
    """
    text = source.text
    spoken = in_language or language(text)
    forms = FORMS[spoken]
    blocks = _blocks(text, forms, printed=source.media == "application/pdf")
    warnings = resolve(blocks, forms, tables=source.tables)
    preamble, first = front_roles(blocks, forms)
    root, placed = draft(blocks, preamble=preamble, first=first)
    freezer = Freezer(text, forms)
    law = freezer.freeze(root)
    notes, ledger = read_ledger(placed, freezer)
    _mark_repealed(freezer.units, ledger)
    return Tree(
        source=source,
        language=spoken,
        root=law,
        units=tuple(freezer.units),
        notes=notes,
        ledger=ledger,
        title=title(blocks[:preamble], text),
        edition=edition(blocks[:first]),
        not_before=_not_before(ledger),
        numbered_part=_numbered_part(blocks, forms),
        warnings=(*source.warnings, *warnings, *freezer.warnings),
    )


def paragraph_spans(source: Source, language: Language) -> list[tuple[int, int]]:
    """Return the half-open spans of the paragraphs of a text."""
    parts = _paragraphs(source.text, FORMS[language], printed=source.media == "application/pdf")
    return [(part.start, part.end) for part in parts]


def parse_fragment(text: str, language: Language) -> Tree:
    """Return the units of a piece of a law: what an act quotes, or a unit by itself.

    Unlike a whole law it has no front matter and no preamble: its first paragraph is law.
    """
    source = Source("", "text/plain", "", text)
    forms = FORMS[language]
    blocks = _blocks(text, forms, printed=False)
    warnings = resolve(blocks, forms, tables=())
    root, _ = draft(blocks, preamble=0, first=0)
    freezer = Freezer(text, forms)
    law = freezer.freeze(root)
    return Tree(source, language, law, tuple(freezer.units), warnings=(*warnings, *freezer.warnings))


def _paragraphs(text: str, forms: Forms, *, printed: bool) -> list[Paragraph]:
    return paragraphs(
        text,
        lambda line: opens(line, forms),
        ends_appendix=lambda content: bool(forms.appendix_ends.search(fold(content))),
        ends_note=lambda content: closes(fold(content), forms),
        printed=printed,
    )


def _blocks(text: str, forms: Forms, *, printed: bool) -> list[Block]:
    return [classify(text, part, forms=forms) for part in _paragraphs(text, forms, printed=printed)]


def _mark_repealed(units: list[Unit], ledger: tuple[Amendment, ...]) -> None:
    """Mark headed units that are empty and that a note calls repealed: only their number is left in force."""
    gone = {entry.target for entry in ledger if entry.action is Action.REPEALED and not entry.announced}
    for unit in units:
        if unit.eid in gone and not unit.children and unit.kind in (Kind.ARTICLE, Kind.CHAPTER, Kind.PARAGRAPH):
            unit.repealed = True


def _not_before(ledger: tuple[Amendment, ...]) -> date | None:
    """Return the latest date of an act in force by the notes: a lower bound of the edition date, no more."""
    return max((entry.date for entry in ledger if entry.date and not entry.announced), default=None)


def _numbered_part(blocks: list[Block], forms: Forms) -> bool:
    """Tell whether this text calls «1.» a «часть», as codes do, by how it cites itself."""
    citing = [block.folded for block in blocks if forms.this_article in block.folded]
    parts = sum(1 for folded in citing if forms.numbered_part.search(folded))
    points = sum(1 for folded in citing if forms.numbered_point.search(folded))
    return parts > points
