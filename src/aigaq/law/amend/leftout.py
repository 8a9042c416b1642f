"""What of an act is not in the consolidated text, as the table that stands above it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from aigaq.document.model import Cell, Column, Mark, Paragraph, Row, Run, Section, Style, Table
from aigaq.law.amend.outcome import Amended, Outcome, Status
from aigaq.law.amend.words import force_words, place_words, reason_words, status_words, unclaimed_words
from aigaq.law.drafting.instruction import Force, Unclaimed
from aigaq.law.structure.unit import Kind, Unit
from aigaq.locale import Translator
from aigaq.values import translated

LONGEST: Final = 400
"""Characters of the act that are shown here; the list of what is unresolved shows all of them."""

LEFT: Final = (Status.UNRESOLVED, Status.NOT_YET, Status.NO_EFFECT, Status.NOT_AT_HAND)
"""What became of instructions for this law that changed nothing in its text."""


def left_out(amended: Amended, _: Translator) -> tuple[Section, ...]:
    """Return the list of what was not applied and of what was not understood; nothing where there is neither."""
    rows = [_outcome(found, amended, _) for found in amended.outcomes if found.status in LEFT]
    rows += [_gap(gap, amended, _) for gap in amended.act.accounting.unclaimed]
    if not rows:
        return ()
    columns = (
        Column(_("In the act"), 20),
        Column(_("Unit of the law"), 17),
        Column(_("Why it is not in the text"), 30),
        Column(_("Words of the act"), 33, amended.act.language),
    )
    return (Section(_("What is not in this text"), (Table(columns, tuple(rows)),), "left-out"),)


def _outcome(outcome: Outcome, amended: Amended, _: Translator) -> Row:
    start, end = outcome.instruction.span
    words = amended.act.source.text[start:end]
    return Row(
        (
            _place(outcome.instruction.address, amended, start, _),
            tuple(_units(outcome, amended)),
            tuple(_why(outcome, amended, _)),
            (Paragraph.of(shortened(words)),),
        )
    )


def _gap(gap: Unclaimed, amended: Amended, _: Translator) -> Row:
    why = unclaimed_words(gap.reason, _)
    return Row(
        (
            _place("", amended, gap.start, _),
            (),
            (Paragraph.of(f"{why[:1].upper()}{why[1:]}."),),
            (Paragraph.of(shortened(gap.text)),),
        )
    )


def _place(address: str, amended: Amended, start: int, _: Translator) -> Cell:
    where = Paragraph.of(place_words(amended.act.source, start, _=_), style=Style.SMALL)
    return (Paragraph.of(address, Mark.STRONG), where) if address else (where,)


def _units(outcome: Outcome, amended: Amended) -> Iterator[Paragraph]:
    """Yield the units, each a link where the text has it."""
    for piece in {piece.eid: piece for piece in outcome.pieces}.values():
        unit = amended.new.by_eid.get(piece.eid)
        yield Paragraph((Run(piece.label, link=piece.eid if unit is not None and has_anchor(unit) else ""),))


def has_anchor(unit: Unit) -> bool:
    """Return True when a unit is a paragraph of its own in the consolidated text, so that links can lead to it."""
    return bool(unit.text or unit.number) and unit.kind not in (Kind.TABLE, Kind.ROW)


def _why(outcome: Outcome, amended: Amended, _: Translator) -> Iterator[Paragraph]:
    if outcome.reason is not None:
        yield Paragraph.of(reason_words(outcome.reason, _))
    else:
        said = status_words(outcome.status, _)
        yield Paragraph.of(f"{said[:1].upper()}{said[1:]}.")
    if outcome.status is Status.NOT_YET:
        own = outcome.instruction.force
        yield Paragraph.of(force_words(own if own != Force() else amended.act.force, _), style=Style.SMALL)
    if outcome.hint:
        yield Paragraph.of(translated(outcome.hint, _), style=Style.SMALL)


def shortened(text: str) -> str:
    """Return words on one line, cut after `LONGEST` characters, the cut marked.

    >>> shortened("one" + chr(10) + "two"), shortened("x" * 500)[-3:]
    ('one two', 'xx…')
    """
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"
