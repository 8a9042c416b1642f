"""Kazakh rules on entry into force: of the act, and of places of it."""

from __future__ import annotations

import re

from attrs import evolve

from aigaq.law.drafting.clause import Clause
from aigaq.law.drafting.grammar import ForceReading
from aigaq.law.drafting.instruction import Force, Target
from aigaq.law.drafting.kazakh.dates import DATE, RULE, date_of, force_of
from aigaq.law.drafting.kazakh.targets import targets

_ENTERS = re.compile(
    r"(?:(?P<early>.+?) қоспағанда,? )?[Оо]сы (?:Конституциялық )?(?:[Зз]аң|Кодекс)(?:,? (?P<before>.+?) қоспағанда)?"
    rf",? (?P<rule>{RULE}) (?:қолданысқа енгізіледі|күшіне енеді)(?: және ресми жариялануға (?:тиіс|жатады))?"
    r"(?P<rest>,? (?:мыналарды|мыналардан) қоспағанда)?"
)
_OPENS = re.compile(r"Осы (?:Конституциялық )?(?:[Зз]аң|Кодекс)(?:,? (?:мыналарды|мыналар))?")
_CLOSES = re.compile(rf"(?P<last>.+?) қоспағанда,? (?P<rule>{RULE}) қолданысқа енгізіледі")
_OWN = re.compile(
    rf"(?P<rule>{RULE}) қолданысқа енгізілетін(?: және (?P<until>{DATE}) дейін (?:қолданылатын|қолданыста болатын))? "
)
_SELF = re.compile(r"(?<!\w)[Оо]сы (?:Конституциялық )?(?:[Зз]аңның|[Кк]одекстің) ")
_SET = re.compile(r" деп белгіленсін$")
_PLACE_ENTERS = re.compile(rf",? (?P<rule>{RULE}) қолданысқа енгізіледі")
_PLACE_ENDS = re.compile(rf",? (?P<date>{DATE}) дейін (?:қолданылады|қолданыста болады)")
_PLACE_REACHES = re.compile(
    rf"(?:ның|нің)? (?:қолданысы|күші)? ?(?P<date>{DATE}) бастап туындаған (?:құқықтық )?қатынастарға"
    r" (?:қолданылады|таралады)"
)
_NEXT = re.compile(r",? (?:және|сондай-ақ) |, |; ?")


def enters(text: str) -> bool:
    """Tell whether words are about entry into force, be they understood or not.

    >>> enters("3-бап. Бесінші абзац ерекше тәртіппен қолданысқа енгізіледі")
    True
    """
    return bool(re.search(r"қолданысқа енгізіл|күшіне енеді|дейін қолданылады", text))


def read_force(clause: Clause, listing: bool) -> ForceReading | None:
    """Return what a clause says on entry into force.

    Args:
        clause: The clause.
        listing: True inside a list of exceptions.
    """
    text = clause.text
    whole = _ENTERS.fullmatch(text)
    if whole:
        words = whole["early"] or whole["before"]
        exceptions = _exceptions(words) if words else ()
        if exceptions is None or (whole["rest"] and clause.ends != ":") or (whole["early"] and whole["before"]):
            return None
        return ForceReading(force_of(whole["rule"]), exceptions)
    if _OPENS.fullmatch(text) and clause.ends == ":":
        return ForceReading(None)
    closes = _CLOSES.fullmatch(text) if listing else None
    if closes:
        exceptions = _exceptions(closes["last"])
        return ForceReading(force_of(closes["rule"]), exceptions) if exceptions else None
    own = _place(text) or (_exceptions(text) if listing else None)
    return ForceReading(None, own) if own else None


def _place(text: str) -> tuple[tuple[tuple[Target, ...], Force], ...] | None:
    """Read «Осы Заңның 1-бабының 2-тармағы … бастап қолданысқа енгізіледі», «… дейін қолданылады»."""
    said = _SET.search(text)
    if said is None and not _SELF.match(text):
        return None
    words = _SELF.sub("", text[: said.start()] if said else text)
    named = targets(words)
    if named is None or not all(target.steps for target in named[0]):
        return None
    rest = words[named[1] :]
    enter, ends = _PLACE_ENTERS.fullmatch(rest), _PLACE_ENDS.fullmatch(rest)
    reaches = _PLACE_REACHES.fullmatch(rest)
    if enter:
        return ((named[0], force_of(enter["rule"])),)
    if ends:
        return ((named[0], Force(words=text, until=date_of(ends["date"]))),)
    return ((named[0], Force(words=text, since=date_of(reaches["date"]))),) if reaches else None


def _exceptions(text: str) -> tuple[tuple[tuple[Target, ...], Force], ...] | None:
    """Read «2027 жылғы 1 қаңтардан бастап қолданысқа енгізілетін 1-баптың 5-тармағын», one or several."""
    found: list[tuple[tuple[Target, ...], Force]] = []
    text, at = _SELF.sub("", text), 0
    while at < len(text):
        own = _OWN.match(text, at)
        named = targets(text, own.end()) if own else None
        if own is None or named is None:
            return None
        rule = force_of(own["rule"])
        found.append((named[0], evolve(rule, until=date_of(own["until"])) if own["until"] else rule))
        at = named[1]
        gap = _NEXT.match(text, at)
        at = gap.end() if gap else at
        if gap is None and at < len(text):
            return None
    return tuple(found)
