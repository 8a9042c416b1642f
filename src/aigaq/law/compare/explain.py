"""The ledger against the table: which change a note explains, and which note promises a change not to be seen.

Notes are matched by amending act and unit, never by their wording, which every collector writes anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve

from aigaq.law.compare.change import Change, LedgerCheck
from aigaq.law.structure.unit import Amendment, Tree

Entry = tuple[str, str]
_HOLDERS = ("art_", "preamble", "att_")


def explain(old: Tree, new: Tree, *, changes: Sequence[Change]) -> tuple[list[Change], LedgerCheck]:
    """Return the changes with the acts that explain them, and the check of the whole ledger."""
    was = {_entry(entry) for entry in old.ledger if not entry.announced}
    found = _once(entry for entry in new.ledger if not entry.announced and _entry(entry) not in was)
    older = [entry for entry in found if _missing_in(old, entry)]
    in_force = [entry for entry in found if not _missing_in(old, entry)]
    announced = _once(entry for entry in new.ledger if entry.announced)
    candidates = _by_place([*in_force, *_carried_out(old, new)])
    explained = [evolve(change, acts=_acts(change, candidates)) for change in changes]
    shown = {(entry.act, entry.target) for change in changes for entry in _concerned(change, candidates)}
    return explained, LedgerCheck(
        in_force=tuple(in_force),
        announced=tuple(announced),
        newly_announced=tuple(_not_in(announced, old)),
        explained=tuple(at for at, change in enumerate(explained) if change.acts),
        unexplained=tuple(at for at, change in enumerate(explained) if not change.acts),
        unfulfilled=tuple(entry for entry in in_force if (entry.act, entry.target) not in shown),
        older=tuple(older),
    )


def _by_place(entries: Sequence[Amendment]) -> dict[str, list[Amendment]]:
    """Return the entries by the article, or what stands for it, that they are about."""
    places: dict[str, list[Amendment]] = {}
    for entry in entries:
        places.setdefault(_article(entry.target), []).append(entry)
    return places


def _entry(entry: Amendment) -> Entry:
    """Return what identifies an entry across collectors: the act and the article, or what stands for it."""
    return entry.act, _article(entry.target)


def _article(eid: str) -> str:
    """Return the article, preamble or appendix of a unit; of a unit above them, the unit itself."""
    steps = eid.split("__")
    at = next((at for at, step in enumerate(steps) if step.startswith(_HOLDERS)), len(steps) - 1)
    return "__".join(steps[: at + 1])


def _once(entries: Iterable[Amendment]) -> list[Amendment]:
    found: dict[tuple[str, str], Amendment] = {}
    for entry in entries:
        found.setdefault((entry.act, entry.target), entry)
    return list(found.values())


def _missing_in(old: Tree, entry: Amendment) -> bool:
    """Tell whether a note on the whole law, or on its edge, is older than the old copy, which merely lacks it."""
    whole = not entry.target or entry.target.startswith(("toc", "front", "preamble"))
    return whole and entry.date is not None and old.not_before is not None and entry.date <= old.not_before


def _carried_out(old: Tree, new: Tree) -> list[Amendment]:
    """Return what the old notes announced and the new ones call in force."""
    still = {(entry.act, entry.target) for entry in new.ledger if entry.announced}
    now = {_entry(entry) for entry in new.ledger if not entry.announced}
    return [
        entry
        for entry in old.ledger
        if entry.announced and (entry.act, entry.target) not in still and _entry(entry) in now
    ]


def _not_in(announced: Sequence[Amendment], old: Tree) -> list[Amendment]:
    known = {(entry.act, entry.target) for entry in old.ledger if entry.announced}
    return [entry for entry in announced if (entry.act, entry.target) not in known]


def _acts(change: Change, places: Mapping[str, Sequence[Amendment]]) -> tuple[Amendment, ...]:
    """Return the acts that explain a change: those that name the very unit, else those that name what holds it."""
    concerned = _concerned(change, places)
    named = [entry for entry in concerned if entry.target in (*change.old_eids, *change.new_eids)]
    found: dict[str, Amendment] = {}
    for entry in named or concerned:
        found.setdefault(entry.act, evolve(entry, announced=False))
    return tuple(found.values())


def _concerned(change: Change, places: Mapping[str, Sequence[Amendment]]) -> list[Amendment]:
    """Return the entries about a unit of the change, or about what holds it or stands in it."""
    eids = (*change.old_eids, *change.new_eids)
    near = {_article(eid): None for eid in eids} | {above: None for above, _ in change.group}
    return [
        entry
        for place in near
        for entry in places.get(place, ())
        if any(_related(entry.target, eid) for eid in eids) or entry.target == place
    ]


def _related(target: str, eid: str) -> bool:
    """Tell whether one of two units is, or holds, the other."""
    return bool(target) and (target == eid or eid.startswith(f"{target}__") or target.startswith(f"{eid}__"))
