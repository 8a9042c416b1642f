"""Kazakh edits: what a clause does to its targets, read to its last word."""

from __future__ import annotations

import re

from attrs import evolve

from aigaq.law.drafting.chain import goes_on, nested
from aigaq.law.drafting.clause import Clause
from aigaq.law.drafting.context import complete
from aigaq.law.drafting.grammar import Edit, LawName, Reading, throughout
from aigaq.law.drafting.instruction import Place, Target
from aigaq.law.drafting.kazakh.dates import DATE
from aigaq.law.drafting.kazakh.laws import INLINE, named
from aigaq.law.drafting.kazakh.targets import LOCATIVE, targets
from aigaq.law.drafting.kazakh.units import read_units, suspended
from aigaq.law.drafting.kazakh.words import read_words

_END = "[а-яёәғқңөұүһі]*"
_BETWEEN = re.compile(r",? (?:және|ал) |, |; ?")
_GAP = re.compile(r"\.? ?,? ?")
_EVERYWHERE = re.compile(rf"(?:(?:осы )?(?:заң|кодекс){_END} )?бүкіл мәтіні? ?бойынша,? ?", re.IGNORECASE)
_EXCEPT = re.compile(r"(?P<where>[^:]{3,400}?) қоспағанда,? ")
_TO_LAW = re.compile(r"^(?:аталған|көрсетілген) [Зз]аңға (?=\d[\d-]*-қосымша)")
_BEHIND = re.compile(r" кейін (?:мынадай|келесі) мазмұндағы ")
_UNTIL = re.compile(rf"(?P<date>{DATE}) дейін,? ")


def read_edit(clause: Clause) -> Reading | None:
    """Return what a clause says to do, or which list it opens; None when a word of it is not understood."""
    text = _TO_LAW.sub("", clause.text)
    clause = evolve(clause, text=text)
    law = INLINE.match(text)
    name = named(law["law"], clause) if law else None
    at = law.end() if law else 0
    until = _UNTIL.match(text, at)
    if until:
        return _suspended(clause, until, name)
    places = _places(text, at)
    if places is None:
        return None
    found, excepted, at = places
    if text[at:].strip(" ,") == "":
        return Reading(found, (), excepted, name) if found and clause.ends == ":" else None
    gap = _GAP.match(text, at) if found else None
    edits = _edits(clause, gap.end() if gap else at, found)
    if edits is None:
        return None
    every = any(target.place is Place.THROUGHOUT for target in found)
    return Reading(found, tuple(throughout(edit, every=every) for edit in edits), excepted, name)


def _places(text: str, at: int) -> tuple[tuple[Target, ...], tuple[Target, ...], int] | None:
    """Return the targets of a clause, the places left out, and where they end; None when those are not understood."""
    everywhere = _EVERYWHERE.match(text, at)
    first = None if everywhere else _EXCEPT.match(text, at)
    everywhere = _EVERYWHERE.match(text, first.end()) if first else everywhere
    if everywhere is None:
        return _nested(text, at)
    exception = first or _EXCEPT.match(text, everywhere.end())
    whole = (Target((), Place.THROUGHOUT),)
    if exception is None:
        return whole, (), everywhere.end()
    left_out = targets(exception["where"])
    if left_out is None or left_out[1] != len(exception["where"]):
        return None
    return whole, left_out[0], max(everywhere.end(), exception.end())


def _nested(text: str, at: int) -> tuple[tuple[Target, ...], tuple[Target, ...], int]:
    """Return the targets of a clause, the second one standing in the first («3-тармақта екінші бөлік …»)."""
    read = targets(text, at)
    if read is None or _BEHIND.match(text, read[1]):
        return (), (), at
    found, end = read
    inner = targets(text, end + 1) if LOCATIVE.search(text[at:end]) and text[end : end + 1] == " " else None
    holds = all(target.place in (Place.WHOLE, Place.CONTENTS) for target in found)
    if inner is None or not holds or not nested(found, inner[0]):
        return found, (), end
    return complete(found, inner[0]), (), inner[1]


def _edits(clause: Clause, at: int, first: tuple[Target, ...]) -> list[Edit] | None:
    """Return the edits of a clause, one after the other; None when something of it is no edit."""
    text, found = clause.text, list[Edit]()
    place: tuple[Target, ...] = ()
    while at < len(text):
        read = read_units(clause, at) or read_words(clause, at)
        if read is None:
            moved = goes_on(text, at, first=first, targets=targets, gap=_GAP) if found and first else None
            if moved is None:
                return None
            place, at = moved
            continue
        found += [evolve(edit, targets=edit.targets or place) for edit in read[0]]
        at = read[1]
        between = _BETWEEN.match(text, at)
        if between and between.end() < len(text):
            at = between.end()
        elif at < len(text):
            return None
    return found or None


def _suspended(clause: Clause, until: re.Match[str], name: LawName | None) -> Reading | None:
    """Read «2030 жылғы 1 қаңтарға дейін … қолданысы тоқтатыла тұрсын, …»."""
    text = clause.text
    law = INLINE.match(text, until.end()) if name is None else None
    found = targets(text, law.end() if law else until.end())
    edit = suspended(clause, found[1] + 1, day=until["date"]) if found else None
    if found is None or edit is None:
        return None
    return Reading(found[0], (edit,), law=named(law["law"], clause) if law else name)
