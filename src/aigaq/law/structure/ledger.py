"""What the editors' notes say: which act touched which unit, when, and from when on (the ledger).

Notes are written by hand and rewritten by every collector, so an entry keeps only what identifies it: the act,
the unit, what was done, and the words on entry into force (law-kz, traps 2, 3 and 9).
"""

from __future__ import annotations

import datetime
import re

from attrs import evolve, frozen

from aigaq.law.structure.classify import Block, Role
from aigaq.law.structure.draft import Draft
from aigaq.law.structure.forms import Forms
from aigaq.law.structure.freeze import Freezer
from aigaq.law.structure.number import latin
from aigaq.law.structure.target import OUTER, Names, Units, read_names, resolve
from aigaq.law.structure.unit import Action, Amendment, Note, Unit
from aigaq.text.fold import fold

_DATE = re.compile(r"(\d\d)\.(\d\d)\.(\d{4})|(\d{4})\.(\d\d)\.(\d\d)")
_FROM = re.compile(r"\bс (\d\d\.\d\d\.\d{4})|(\d\d\.\d\d\.\d{4}|\d{4}\.\d\d\.\d\d) бастап")

_LIST_LINK = 6
"""What joins two acts of a list («; от », «); ») says nothing of units or actions."""

_LONGEST_NAMING = 600
"""Words before an act in which units are sought."""

Placed = tuple[Block, Draft, Draft | None]


@frozen
class Entry:
    """One amending act as a note names it."""

    act: str
    date: datetime.date | None
    action: Action
    names: Names
    force: str


def read_ledger(placed: list[Placed], freezer: Freezer) -> tuple[tuple[Note, ...], tuple[Amendment, ...]]:
    """Return the notes, each attached to its unit, and what they and the stubs say about amendments.

    Args:
        placed: Each note with the drafts before and after it.
        freezer: The frozen tree.
    """
    notes: list[Note] = []
    ledger: list[Amendment] = []
    by_eid = Units(freezer.units)
    for block, before, after in placed:
        note, found = _note(block, _beside(block, before, after, freezer), freezer.forms, by_eid, index=len(notes))
        notes.append(note)
        ledger.extend(found)
    for unit in freezer.units:
        if unit.repealed and not unit.key:
            ledger.extend(_stub(unit, freezer.forms, index=len(notes)))
            notes.append(Note(*unit.wording, unit.eid, stub=True))
    return _in_order(notes, ledger)


def _in_order(notes: list[Note], ledger: list[Amendment]) -> tuple[tuple[Note, ...], tuple[Amendment, ...]]:
    """Return notes in the order of the text, and the ledger with their new places."""
    places = sorted(range(len(notes)), key=lambda at: notes[at].start)
    moved = {old: new for new, old in enumerate(places)}
    return tuple(notes[at] for at in places), tuple(evolve(entry, note=moved[entry.note]) for entry in ledger)


def _beside(block: Block, before: Draft, after: Draft | None, freezer: Freezer) -> Unit:
    """Return the unit a note stands at: an announcement precedes its unit, any other note follows it."""
    ahead = block.role is Role.ANNOUNCEMENT and after is not None
    return freezer.drafts[id(after if ahead and after is not None else before)]


def _note(block: Block, context: Unit, forms: Forms, by_eid: Units, *, index: int) -> tuple[Note, list[Amendment]]:
    announced = block.role is Role.ANNOUNCEMENT and bool(forms.announces.search(block.folded))
    found = []
    for entry in read_entries(block.folded, forms):
        for target in resolve(entry.names, context, by_eid=by_eid):
            found.append((_amendment(entry, target.eid, announced=announced, index=index), target.nearest))
    held = found[0][1] if found else resolve(Names(), context, by_eid=by_eid)[0].nearest
    return Note(block.start, block.end, held or context.eid, announces=announced), [entry for entry, _ in found]


def _stub(unit: Unit, forms: Forms, *, index: int) -> list[Amendment]:
    return [_amendment(entry, unit.eid, announced=False, index=index) for entry in read_entries(fold(unit.text), forms)]


def _amendment(entry: Entry, target: str, *, announced: bool, index: int) -> Amendment:
    return Amendment(
        act=entry.act,
        date=entry.date,
        action=entry.action,
        target=target,
        announced=announced,
        force=entry.force,
        force_date=force_date(entry.force),
        note=index,
    )


def read_entries(words: str, forms: Forms) -> list[Entry]:
    """Return the amending acts that the folded words of a note name.

    An act is a date with a number, or a date that the words introduce as the date of an act. Wording that
    names units or says what was done is carried from one act to the next until the note says otherwise.
    """
    entries: list[Entry] = []
    names, action, before = Names(), None, 0
    for match in forms.entry.finditer(words):
        if not match["number"] and not match["of"]:
            continue
        between = words[before : match.start()]
        before = match.end()
        if len(between) > _LIST_LINK:
            between = between[:_LONGEST_NAMING]
            names = _carry(names, read_names(between, forms), renames=bool(forms.renames.match(between)))
            action = _action(between, forms) or action
        entries.append(
            Entry(
                act=latin(match["number"] or _iso(match["date"]) or match["date"]),
                date=_day(match["date"]),
                action=action or Action.AMENDED,
                names=names,
                force=(match["force"] or "").strip("() "),
            )
        )
    return entries


def _carry(old: Names, new: Names, *, renames: bool) -> Names:
    """Return the units that the next act of a note is about.

    The first words of a note name them; later words do only where they begin by naming a unit, and what they
    leave unsaid (the article) is carried over.
    """
    if not (old.named or old.inserted):
        return new
    if not renames or not (new.named or new.inserted):
        return old
    kinds = {kind for kind, _ in new.named}
    held = () if kinds & OUTER else tuple(named for named in old.named if named[0] in OUTER)
    return Names((*held, *new.named), new.inserted)


def _action(words: str, forms: Forms) -> Action | None:
    return next((action for action, pattern in forms.actions if pattern.search(words)), None)


def force_date(words: str) -> datetime.date | None:
    """Return the day that words on entry into force name; None when they name an event or a rule.

    >>> force_date("вводится в действие с 01.02.2026")
    datetime.date(2026, 2, 1)
    >>> force_date("вводится в действие по истечении шестидесяти календарных дней")
    """
    match = _FROM.search(words)
    return _day(match[1] or match[2]) if match else None


def _day(words: str) -> datetime.date | None:
    iso = _iso(words)
    try:
        return datetime.date.fromisoformat(iso) if iso else None
    except ValueError:
        return None


def _iso(words: str) -> str | None:
    match = _DATE.match(words)
    if not match:
        return None
    return f"{match[3]}-{match[2]}-{match[1]}" if match[3] else f"{match[4]}-{match[5]}-{match[6]}"
