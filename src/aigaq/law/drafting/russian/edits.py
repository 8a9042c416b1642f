"""Russian edits: what a clause does to its targets, read to its last word."""

from __future__ import annotations

import re

from attrs import evolve

from aigaq.law.drafting.chain import goes_on, nested
from aigaq.law.drafting.clause import Clause
from aigaq.law.drafting.context import complete
from aigaq.law.drafting.grammar import Edit, LawName, Reading, throughout
from aigaq.law.drafting.instruction import Op, Place, Target
from aigaq.law.drafting.quotes import Q
from aigaq.law.drafting.russian.dates import DATE, date_of
from aigaq.law.drafting.russian.laws import INLINE, named
from aigaq.law.drafting.russian.targets import targets
from aigaq.law.drafting.russian.units import OTHER, read_units
from aigaq.law.drafting.russian.words import read_words

_BETWEEN = re.compile(r",? (?:и|а|а также) |, |; ?")
_GAP = re.compile(r" ?[,:]? ?")
_VERB_FIRST = re.compile(r"(?:исключить|признать утративш\w+ силу) (?=\S)")
_SUSPEND = re.compile(rf"приостановить (?:(?:до|по) (?P<date>{DATE}) )?действие ")
_SUSPENDED = re.compile(
    r"(?: (?:(?:настоящего|указанного|данного) )?(?:[Зз]акона|[Кк]одекса))?"
    rf"(?:,? (?:до|по) (?P<date>{DATE}))?"
    r"(?:,? установив,? что (?:в период|на период|на срок|до)[^:]{0,300}?"
    rf" действу[а-яё]+ в (?:следующей )?редакции:? ?{Q})?"
)
_LAW = r"(?:(?:настоящего |указанного |данного )?(?:[Зз]акона|[Кк]одекса))"
_EVERYWHERE = re.compile(
    rf"(?:по (?:всему )?тексту(?: {_LAW})?|в тексте {_LAW})(?!\w)(?! (?:стат|пункт|глав|раздел|част|подпункт|абзац))"
)
_EXCEPT = re.compile(r",? (?:за исключением|кроме) ")


def read_edit(clause: Clause) -> Reading | None:
    """Return what a clause says to do, or which list it opens; None when a word of it is not understood."""
    text = clause.text[:1].lower() + clause.text[1:]
    clause = evolve(clause, text=text)
    special = _suspended(clause) or _verb_first(clause)
    if special:
        return special
    found, at, every = _places(text)
    law = INLINE.match(text, at) if found and not every else None
    at = law.end() if law else at
    exception = _EXCEPT.match(text, at) if every else None
    excepted: tuple[Target, ...] = ()
    if exception:
        left_out = targets(text, exception.end())
        if left_out is None:
            return None
        excepted, at = left_out
    name = _law(law, clause)
    if at == len(text):
        return Reading(found, (), excepted, name) if found and clause.ends == ":" else None
    gap = _GAP.match(text, at) if found else None
    return _done(clause, gap.end() if gap else at, Reading(found, (), excepted, name))


def _done(clause: Clause, at: int, reading: Reading) -> Reading | None:
    """Return a reading with its edits."""
    every = any(target.place is Place.THROUGHOUT for target in reading.targets)
    edits = _edits(clause, at, reading.targets)
    if edits is None:
        return None
    done, late = edits
    if late and not (every and all(edit.op in (Op.REPLACE_WORDS, Op.DELETE_WORDS) for edit in done)):
        return None
    return evolve(
        reading, edits=tuple(throughout(edit, every=every) for edit in done), excepted=late or reading.excepted
    )


def _law(match: re.Match[str] | None, clause: Clause) -> LawName | None:
    return named(match["law"], clause) if match else None


def _places(text: str) -> tuple[tuple[Target, ...], int, bool]:
    """Return the targets of a clause, where they end, and whether the whole law is meant."""
    everywhere = _EVERYWHERE.match(text)
    if everywhere:
        return (Target((), Place.THROUGHOUT),), everywhere.end(), True
    found = None if OTHER.fullmatch(text) else targets(text)
    if found is None:
        return (), 0, False
    inner = (
        targets(text, found[1] + 1) if text.startswith(("в ", "во ")) and text[found[1] : found[1] + 1] == " " else None
    )
    if inner is None or _held(found[0]) or not nested(found[0], inner[0]):
        return (*found, False)
    return complete(found[0], inner[0]), inner[1], False


def _held(found: tuple[Target, ...]) -> bool:
    """Tell whether a place is none that holds units («в заголовке», «в тексте»)."""
    return any(target.place is not Place.WHOLE for target in found)


def _edits(clause: Clause, at: int, first: tuple[Target, ...]) -> tuple[list[Edit], tuple[Target, ...]] | None:
    """Return the edits of a clause, one after the other, and the places left out of all; None when a word is lost."""
    text, found = clause.text, list[Edit]()
    place: tuple[Target, ...] = ()
    while at < len(text):
        read = read_words(clause, at) or read_units(clause, at)
        if read is None:
            moved = goes_on(text, at, first=first, targets=targets, gap=_GAP) if found and first else None
            if moved is None:
                return None
            place, at = moved
            continue
        found += [evolve(edit, targets=edit.targets or place) for edit in read[0]]
        at = read[1]
        exception = _EXCEPT.match(text, at)
        left_out = targets(text, exception.end()) if exception else None
        if left_out and left_out[1] == len(text):
            return found, left_out[0]
        between = _BETWEEN.match(text, at)
        if between and between.end() < len(text):
            at = between.end()
        elif at < len(text):
            return None
    return (found, ()) if found else None


def _verb_first(clause: Clause) -> Reading | None:
    """Read «исключить пункт 5», «признать утратившими силу пункты 2 и 3»."""
    text = clause.text
    verb = _VERB_FIRST.match(text)
    found = targets(text, verb.end()) if verb else None
    law = INLINE.match(text, found[1]) if found else None
    if found is None or (law.end() if law else found[1]) != len(text):
        return None
    return Reading(found[0], (Edit(Op.REPEAL),), law=_law(law, clause))


def _suspended(clause: Clause) -> Reading | None:
    """Read «приостановить до … действие …, установив, что … действует в следующей редакции»."""
    text = clause.text
    verb = _SUSPEND.match(text)
    found = targets(text, verb.end()) if verb else None
    law = INLINE.match(text, found[1]) if found else None
    rest = _SUSPENDED.fullmatch(text, law.end() if law else found[1]) if found else None
    if verb is None or found is None or rest is None:
        return None
    day = verb["date"] or rest["date"]
    wording = clause.quotations[text.count(Q, 0, rest.start()) :]
    edit = Edit(Op.SUSPEND, wording, until=date_of(day) if day else None)
    return Reading(found[0], (edit,), law=_law(law, clause))
