"""What a comparative table says of the acts that made the new text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aigaq.document.model import Cell, Column, Mark, Paragraph, Row, Run, Section, Style, Table
from aigaq.law.amend.outcome import Amended, Outcome, Status
from aigaq.law.amend.words import force_words, place_words, reason_words, unclaimed_words, verdict
from aigaq.law.drafting.instruction import Instruction, Unclaimed
from aigaq.law.table.origin import Origin
from aigaq.locale import Translator
from aigaq.values import translated

_LONGEST = 600
"""Characters of an instruction that a cell quotes."""


def origin(found: Sequence[Amended], _: Translator) -> Origin:
    """Return what stands in the head of a table, and before it: the acts, and what was not applied."""
    facts = [(_("Amending act"), act_cell(amended, _)) for amended in found]
    rows = [row for amended in found for row in _rows(amended, several=len(found) > 1, _=_)]
    if not rows:
        return Origin(tuple(facts))
    columns = (
        Column(_("Where in the act"), 16, found[0].act.language),
        Column(_("Words of the act"), 40, found[0].act.language),
        Column(_("Why it was not applied"), 44),
    )
    warning = Paragraph.of(
        _("The table below does not show what these words of the act would change. Read them beside it."),
        style=Style.WARNING,
    )
    title = _("Not applied: it could not be done with certainty")
    return Origin(
        tuple(facts), (Section(title, (warning, Table(columns, tuple(rows))), "unresolved", _("Not applied")),)
    )


def act_cell(amended: Amended, _: Translator) -> Cell:
    """Return what identifies an act, and how much of it was applied."""
    act = amended.act
    lines = [Paragraph((Run(act.title or act.source.name, Mark.STRONG),))]
    lines.append(Paragraph((Run("SHA-256 "), Run(act.source.sha256, Mark.CODE))))
    lines.append(Paragraph.of(verdict(amended, _)))
    words = force_words(act.force, _)
    if words:
        lines.append(Paragraph.of(words[:1].upper() + words[1:] + "."))
    return tuple(lines)


def made_by(instruction: Instruction, *, bill: str, _: Translator) -> str:
    """Return how the justification of a row names the instruction that makes it.

    Args:
        instruction: The instruction.
        bill: How its act is named where there are several; "" for the only one.
        _: Translator into the reader's language.
    """
    where = instruction.address or _("instruction {n}").format(n=instruction.index + 1)
    named = f"{bill}: {where}" if bill else _("{where} of the act").format(where=where)
    words = force_words(instruction.force, _)
    return f"{named}; {words}" if words else named


def _rows(amended: Amended, *, several: bool, _: Translator) -> Iterator[Row]:
    bill = amended.act.title if several else ""
    for outcome in amended.outcomes:
        if outcome.status is Status.UNRESOLVED:
            yield _refused(outcome, amended, bill, _)
    for gap in amended.act.accounting.unclaimed:
        yield _gap(gap, amended, bill, _)


def _refused(outcome: Outcome, amended: Amended, bill: str, _: Translator) -> Row:
    start, end = outcome.instruction.span
    where = [Paragraph.of(name, Mark.STRONG) for name in (bill, outcome.instruction.address) if name]
    where += [Paragraph.of(piece.label, style=Style.SMALL) for piece in outcome.pieces if piece.label]
    why = [Paragraph.of(reason_words(outcome.reason, _))] if outcome.reason else []
    hint = translated(outcome.hint, _)
    why += [Paragraph.of(f"{hint[:1].upper()}{hint[1:]}.", style=Style.SMALL)] if hint else []
    return Row((tuple(where), (_quoted(amended.act.source.text[start:end]),), tuple(why)))


def _gap(gap: Unclaimed, amended: Amended, bill: str, _: Translator) -> Row:
    where = [Paragraph.of(bill, Mark.STRONG)] if bill else []
    where.append(Paragraph.of(place_words(amended.act.source, gap.start, _=_)))
    words = unclaimed_words(gap.reason, _)
    why = Paragraph.of(f"{words[:1].upper()}{words[1:]}.")
    return Row((tuple(where), (_quoted(gap.text),), (why,)))


def _quoted(words: str) -> Paragraph:
    line = " ".join(words.split())
    return Paragraph.of(line if len(line) <= _LONGEST else f"{line[:_LONGEST]} …")
