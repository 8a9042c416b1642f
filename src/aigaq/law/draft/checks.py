"""Whether an act, and every unit in it, says what was meant: checked by reading it again."""

from __future__ import annotations

from collections.abc import Sequence

from aigaq.law.draft.trial import Trial, lines, paragraphs_of, walk_body
from aigaq.law.draft.wish import Cause, Item, Wish
from aigaq.law.draft.wording import quoted
from aigaq.law.drafting.instruction import Act
from aigaq.law.structure.build import parse_fragment
from aigaq.law.structure.unit import Kind, Tree, Unit


def misread(act: Act, wishes: Sequence[tuple[Item, Wish]]) -> str | None:
    """Return the unit at which the act, read again, says something else than was meant; None where it says it all."""
    if act.accounting.unclaimed and not act.instructions:
        return wishes[0][0].eid
    for at, (item, wish) in enumerate(wishes):
        if at >= len(act.instructions) or not wish.is_said_by(act.instructions[at]):
            return item.eid
    return (
        wishes[-1][0].eid if len(act.instructions) != len(wishes) or act.accounting.unclaimed or act.damaged else None
    )


def same_law(old: Unit, new: Unit) -> bool:
    """Tell whether a headed unit says the same in both laws, what is headed in it left out."""
    return lines(walk_body(old)) == lines(walk_body(new))


def cause(old: Unit, new: Unit, *, named: bool, tree: Tree) -> Cause:
    """Return why what stands in a headed unit cannot be drafted.

    Args:
        old: The unit in the old law.
        new: The unit in the new law.
        named: Whether a name names it and nothing else.
        tree: The new law.
    """
    if not named:
        return Cause.TWICE
    if not quoted(paragraphs_of([new], tree)):
        return Cause.QUOTES
    if old.kind is Kind.LAW:
        return Cause.LOOSE
    if old.kind is Kind.PART:
        return Cause.NO_WORD
    if any(part.kind is Kind.ROW for unit in (old, new) for part in walk_body(unit)):
        return Cause.TABLE
    return Cause.PREAMBLE if old.kind is Kind.PREAMBLE else Cause.NOT_EXACT


def reads(trial: Trial, new: Tree, *, unit: Unit) -> bool:
    """Tell whether the edited unit, parsed again, is built like the unit of the new law."""
    if unit.kind is not Kind.ARTICLE:
        return True
    wanted = _built(unit)
    text = paragraphs_of([unit], new, stubs=True).replace("\n", "\n\n")
    if _built(parse_fragment(text, new.language).root)[1:] != wanted:
        return True
    return _built(parse_fragment(trial.law.write(), new.language).root)[1:] == wanted


def _built(unit: Unit) -> list[tuple[Kind, str, str]]:
    return [
        (part.kind, part.number, part.key)
        for part in unit.walk()
        if not (part.repealed and not part.children) and (part.key or part.number or part.kind is Kind.LAW)
    ]
