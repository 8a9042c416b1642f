"""Two editions in, the amending act out that makes the new one of the old one; tried before it is handed over."""

from __future__ import annotations

from attrs import frozen

from aigaq.errors import Refused
from aigaq.law.compare.change import Change, CopyDifference
from aigaq.law.compare.compare import find
from aigaq.law.draft.drafter import Drafter
from aigaq.law.draft.languages import WORDINGS
from aigaq.law.draft.wish import Item, Refusal
from aigaq.law.draft.wording import Named
from aigaq.law.drafting.read import read_act
from aigaq.law.source import Source
from aigaq.law.structure.unit import Kind, Tree
from aigaq.values import Language, Message


@frozen
class Draft:
    """An amending act as drafted, with what it is worth.

    Args:
        text: The act; "" where there is nothing to say.
        language: Its language.
        items: What it says, unit by unit.
        refused: What of the new law it does not make, each with the reason.
        changes: The changes between the two editions.
        copies: Differences of the copies, which are no law and for which the act says nothing.
        left: Changes that are still there when the act is applied; empty where it is exact.
        remarks: What the person should know.
    """

    text: str
    language: Language
    items: tuple[Item, ...] = ()
    refused: tuple[Refusal, ...] = ()
    changes: tuple[Change, ...] = ()
    copies: tuple[CopyDifference, ...] = ()
    left: tuple[Change, ...] = ()
    remarks: tuple[Message, ...] = ()

    @property
    def exact(self) -> bool:
        """True when the act, applied to the old edition, gives the law of the new one."""
        return not self.left and not self.refused


def draft(old: Tree, new: Tree, *, rule: str = "") -> Draft:
    """Return the act that makes the new edition of the old one.

    It is read again and applied to the old edition; where the result is not the law of the new edition, the unit is
    drafted again with a coarser technique, and what still differs is refused by name.

    Args:
        old: The law in force.
        new: The law as it shall be.
        rule: When the act enters into force, in the words of its language; "" for an act that does not say.

    Raises:
        Refused: ``draft.languages``, ``draft.force``.
    """
    _together(old, new, rule)
    found = find(old, new)
    named, remarks = _named(old)
    if not found.changes:
        return Draft("", old.language, copies=found.copies, remarks=remarks)
    drafter = Drafter(old, new, named, rule)
    drafter.run()
    return Draft(
        drafter.text,
        old.language,
        tuple(drafter.items),
        tuple(drafter.refused),
        found.changes,
        found.copies,
        drafter.left,
        remarks,
    )


def _together(old: Tree, new: Tree, rule: str) -> None:
    if old.language is not new.language:
        raise Refused(
            "draft.languages",
            "{one} and {other} are in two languages.",
            hint="Give two editions in the same language.",
            one=old.source.name,
            other=new.source.name,
        )
    if rule:
        text = WORDINGS[old.language].force(2, rule)
        act = read_act(Source("", "text/plain", "", text), in_language=old.language)
        if act.accounting.unclaimed or not act.force.words:
            raise Refused(
                "draft.force",
                "The rule on entry into force is not one that this program reads: {rule}.",
                hint="Word it as laws do, or leave it out.",
                rule=rule,
            )


def _named(old: Tree) -> tuple[Named, tuple[Message, ...]]:
    """Return the law as its own text names it, and what its text does not say."""
    front = [unit.text for unit in old.root.children if unit.kind is Kind.FRONT]
    kind, date = WORDINGS[old.language].law(front)
    remarks = []
    if not old.title.value:
        remarks.append(Message("the old text does not state the title of the law: the act does not name it"))
    if date is None:
        remarks.append(Message("the old text does not state the day of adoption: the act leaves it out"))
    return Named(old.title.value or "", kind, date), tuple(remarks)
