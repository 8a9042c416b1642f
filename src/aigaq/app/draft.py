"""What a person does with two editions: have the act drafted that makes one of the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from aigaq.app.law import VERSION, Step, quietly
from aigaq.errors import Refused
from aigaq.law.draft import Draft, draft
from aigaq.law.draft.wish import Item
from aigaq.law.structure import Tree
from aigaq.law.structure.label import label_of

SCHEMA: Final = "aigaq/draft"
SCHEMA_VERSION: Final = "1"


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


def as_data(done: Draft, old: Tree, *, new: Tree) -> Mapping[str, object]:
    """Return a drafted act with what it covers as plain values; the schema is in docs/reference/json.md."""
    return {
        "schema": SCHEMA,
        "version": SCHEMA_VERSION,
        "tool": {"name": "aigaq", "version": VERSION},
        "official": False,
        "inputs": [{"role": role, "sha256": tree.source.sha256} for role, tree in (("old", old), ("new", new))],
        "language": done.language.value,
        "text": done.text,
        "exact": done.exact,
        "instructions": [value for item in done.items for value in _wishes(item, old)],
        "changes": [change.eid for change in done.changes],
        "refused": [
            {"eid": refusal.eid, "label": refusal.label, "cause": refusal.cause.value} for refusal in done.refused
        ],
        "left": [{"eid": change.eid, "label": change.label} for change in done.left],
        "copies": [{"reason": copy.reason, "label": copy.label} for copy in done.copies],
        "remarks": list(done.remarks),
    }


def _wishes(item: Item, old: Tree) -> list[Mapping[str, object]]:
    return [
        {
            "unit": item.eid,
            "label": item.label or label_of(old, item.eid),
            "op": wish.op.value,
            "place": wish.place.value,
            "find": wish.find,
            "put": wish.put,
            "numbers": list(wish.numbers),
            "quoted": wish.quoted,
        }
        for wish in item.wishes
    ]
