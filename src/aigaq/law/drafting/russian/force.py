"""Russian rules on entry into force: of the act, and of places of it."""

from __future__ import annotations

import re

from attrs import evolve

from aigaq.law.drafting.clause import Clause
from aigaq.law.drafting.grammar import ForceReading
from aigaq.law.drafting.instruction import Force, Target
from aigaq.law.drafting.russian.dates import DATE, RULE, date_of, force_of
from aigaq.law.drafting.russian.targets import targets

_VERB = r"(?:ввод[ия]тся в действие|вступа[ею]т в силу)"
_ENTERS = re.compile(
    rf"(?:Настоящий (?:Конституционный )?[Зз]акон|Настоящий Кодекс|Он) {_VERB} (?P<rule>{RULE})"
    r"(?: и подлежит (?:обязательному )?официальному опубликованию)?"
    r"(?P<rest>,? (?:за исключением|кроме)(?P<list>.*))?"
)
_OWN_RULE = re.compile(rf",? ?(?:котор\w+ {_VERB}|вводим\w+ в действие) (?P<rule>{RULE})")
_PLACE_ENTERS = re.compile(rf" {_VERB} (?P<rule>{RULE})")
_PLACE_ENDS = re.compile(rf"(?: вводится в действие (?P<rule>{RULE}))?(?: и)? действу[ею]т (?:по|до) (?P<date>{DATE})")
_PLACE_REACHES = re.compile(
    rf"распространя[ею]тся на (?:правоотношения|отношения), возникшие (?:с|до) (?P<date>{DATE})(?P<late>)"
)
_LATE = re.compile(rf", и действует до {DATE}$")
"""Behind a list of exceptions: it may be said of the last of them, or of the act."""

_SELF = re.compile(r" настоящего (?:Конституционного )?(?:[Зз]акона|[Кк]одекса)")
_SET = re.compile(r"[Уу]становить, что ")
_ACTION = re.compile(r"[Дд]ействие ")
_NEXT = re.compile(r"(?:,? (?:и|а также) |, |; ?)")


def enters(text: str) -> bool:
    """Tell whether words are about entry into force, be they understood or not.

    >>> enters("Статья 3. Абзац пятый вводится в действие в особом порядке")
    True
    """
    return bool(re.search(r"вводится в действие|вводятся в действие|вступа[ею]т в силу|действу[ею]т до \d", text))


def read_force(clause: Clause, listing: bool) -> ForceReading | None:
    """Return what a clause says on entry into force.

    Args:
        clause: The clause.
        listing: True inside a list of exceptions.
    """
    whole = _ENTERS.fullmatch(clause.text)
    if whole:
        rest = (whole["list"] or "").strip(" :")
        exceptions = _exceptions(rest) if rest else ()
        if exceptions is None or (whole["rest"] and not rest and clause.ends != ":"):
            return None
        return None if _LATE.search(rest) else ForceReading(force_of(whole["rule"]), exceptions)
    own = _place(clause.text)
    if own is None and listing:
        own = _exceptions(clause.text)
    return ForceReading(None, own) if own else None


def _place(text: str) -> tuple[tuple[tuple[Target, ...], Force], ...] | None:
    """Read «Пункт 2 статьи 1 настоящего Закона вводится в действие с …», «… действует до …»."""
    said = _SET.match(text) or _ACTION.match(text)
    if said is None and not _SELF.search(text):
        return None
    words = _SELF.sub("", text[said.end() if said else 0 :])
    named = targets(words[:1].lower() + words[1:])
    if named is None or not all(target.steps for target in named[0]):
        return None
    rest = words[named[1] :]
    enters, ends = _PLACE_ENTERS.fullmatch(rest), _PLACE_ENDS.fullmatch(rest)
    reaches = _PLACE_REACHES.fullmatch(rest.strip())
    if enters:
        return ((named[0], force_of(enters["rule"])),)
    if ends:
        rule = force_of(ends["rule"]) if ends["rule"] else Force(words=text)
        return ((named[0], evolve(rule, until=date_of(ends["date"]))),)
    if reaches and "возникшие с" in rest:
        return ((named[0], Force(words=text, since=date_of(reaches["date"]))),)
    return None


def _exceptions(text: str) -> tuple[tuple[tuple[Target, ...], Force], ...] | None:
    found: list[tuple[tuple[Target, ...], Force]] = []
    text, at = _SELF.sub("", text), 0
    while at < len(text):
        named = targets(text, at)
        rule = _OWN_RULE.match(text, named[1]) if named else None
        if named is None or rule is None:
            return None
        found.append((named[0], force_of(rule["rule"])))
        at = rule.end()
        gap = _NEXT.match(text, at)
        at = gap.end() if gap else at
        if gap is None and at < len(text):
            return None
    return tuple(found)
