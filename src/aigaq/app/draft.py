"""What a person does with two editions: have the act drafted that makes one of the other."""

from __future__ import annotations

from aigaq.app.law import Step, quietly
from aigaq.errors import Refused
from aigaq.law.draft import Draft, draft
from aigaq.law.structure import Tree


def draft_act(old: Tree, new: Tree, *, rule: str = "", step: Step = quietly) -> Draft:
    """Return the amending act that makes the new edition of the old one, and what it does not make.

    Args:
        old: The law in force; its language is that of the act.
        new: The law as it shall be.
        rule: When the act enters into force, in the words of its language («со дня его первого официального
            опубликования»); "" for an act that does not say: no rule is invented.
        step: Told of each step.

    Raises:
        Refused: ``draft.nothing``, ``draft.languages``, ``draft.force``: there is nothing to say, or no language or
            rule to say it in.
    """
    step("draft")
    made = draft(old, new, rule=rule)
    if not made.changes:
        raise Refused(
            "draft.nothing",
            "{old} and {new} are the same law: there is nothing to amend.",
            hint="Differences of the copies are listed by: aigaq law compare",
            old=old.source.name,
            new=new.source.name,
        )
    return made
