"""Kazakh edits of whole units: restate, insert, append, repeal, suspend."""

from __future__ import annotations

import re

from aigaq.law.drafting.clause import Clause
from aigaq.law.drafting.grammar import Edit
from aigaq.law.drafting.insertion import appendix, behind, contents, note, quoted, ranged, row
from aigaq.law.drafting.instruction import Op
from aigaq.law.drafting.kazakh.dates import DATE, date_of
from aigaq.law.drafting.kazakh.targets import INSTRUMENTAL, LIST, NOUNS, SENTENCE, numbers_of, targets
from aigaq.law.drafting.quotes import Q

_END = "[а-яёәғқңөұүһі]*"
_BLOCKS = rf":? ?(?P<blocks>{Q}(?:[;,.]? ?{Q})*)"
_STOP = r"(?=$|,? (?:және|ал) |, |;)"
_NEW = r"(?:мынадай|келесі) мазмұндағы"
_RESTATE = re.compile(
    rf"(?:тиісінше )?(?:мынадай|жаңа|келесі) редакцияда (?:жазылсын|баяндалсын|жазылып){_BLOCKS}{_STOP}"
)
_ELSEWHERE = re.compile(r"осы .{3,120}қосымша(?:ға|сына) сәйкес (?:жаңа )?редакцияда жазылсын")
_UNIT = "|".join(f"(?P<{kind.name}>{words})" for kind, words in NOUNS) + rf"|(?P<SENTENCE>{SENTENCE})"
_INSERT = re.compile(
    rf"(?:(?P<after>[^:{Q}]{{3,90}}?) кейін )?{_NEW} (?:жаңа )?(?:(?P<list>{LIST})(?: ?- ?| ?))?(?:{_UNIT})"
    rf" толықтырылсын{_BLOCKS}{_STOP}"
)
_HEADINGS = re.compile(
    rf"{_NEW} (?P<rest>[^:{Q}]{{3,400}}?) тақыры(?:быменен|бымен|птарымен|птармен) толықтырылсын{_BLOCKS}{_STOP}"
)
_ROWS = re.compile(rf"{_NEW} жол(?:мен|дармен) толықтырылсын{_BLOCKS}{_STOP}")
_NOTE = re.compile(rf"{_NEW} ескертпе(?:мен|лермен) толықтырылсын{_BLOCKS}{_STOP}")
_APPENDED = re.compile(
    rf"осы [^:{Q}]{{3,120}}қосымшаға сәйкес (?:(?P<list>{LIST})-?)?қосымша(?:мен|лармен) толықтырылсын"
)
_REPEAL = re.compile(
    r"(?:алып тасталсын|алынып тасталсын|алып тасталып|алынып тасталып|күші жойылды деп танылсын"
    rf"|күші жойылған деп танылсын){_STOP}"
)
_LANGUAGE = "(?:мемлекеттік|қазақ)"
_CHANGED = r"(?:өзгеріс|толықтыру|өзгерту)[а-яёәғқңөұүһі]* енгізіл(?:еді|ді|сін)"
OTHER = re.compile(
    rf"(?:орыс тіліндегі мәтінге {_CHANGED}|орыс тілінде {_CHANGED}),?"
    rf" {_LANGUAGE} тіл(?:дегі|індегі) мәтін[а-яі]* өзгермейді"
    rf"|{_LANGUAGE} тіл(?:дегі|індегі) мәтін[а-яі]* өзгермейді"
)
"""«орыс тіліндегі мәтінге өзгеріс енгізіледі, мемлекеттік тілдегі мәтін өзгермейді»."""

_SUSPEND = re.compile(
    rf"(?:қолданыс(?:ы|тары)|қолданылуы) (?:(?P<date>{DATE}) дейін )?тоқтат(?:ыл|а т)[а-яё ]*(?:тұр|қой)[а-яі]*сын"
    r"(?:,? [^:]{0,300}?мынадай редакцияда (?:қолданыла|қолданылсын|әрекет ете|қолданыста бола)[а-яі]*"
    rf"(?: деп белгіленсін)?:? ?(?P<blocks>{Q}))?"
)


def read_units(clause: Clause, at: int) -> tuple[list[Edit], int] | None:
    """Return the edit of whole units that stands at an offset of a clause, and where it ends.

    Args:
        clause: The clause.
        at: Where it begins.
    """
    text = clause.text
    for pattern, op in (
        (_RESTATE, Op.RESTATE),
        (_ELSEWHERE, Op.RESTATE),
        (_REPEAL, Op.REPEAL),
        (OTHER, Op.OTHER_LANGUAGE),
    ):
        match = pattern.match(text, at)
        if match:
            return [Edit(op, quoted(clause, match))], match.end()
    insert, suspend = _INSERT.match(text, at), _SUSPEND.match(text, at)
    if insert:
        edit = _insertion(insert, clause)
        return ([edit], insert.end()) if edit else None
    if suspend and suspend["date"]:
        return [Edit(Op.SUSPEND, quoted(clause, suspend), until=date_of(suspend["date"]))], suspend.end()
    return _apart(text, at, clause)


def suspended(clause: Clause, at: int, *, day: str) -> Edit | None:
    """Read «… қолданысы тоқтатыла тұрсын» whose day was said before («2030 жылғы 1 қаңтарға дейін …»)."""
    match = _SUSPEND.fullmatch(clause.text, at)
    return Edit(Op.SUSPEND, quoted(clause, match), until=date_of(day)) if match and not match["date"] else None


def _insertion(match: re.Match[str], clause: Clause) -> Edit | None:
    kind = next((kind for kind, _ in NOUNS if match[kind.name]), None)
    word = match[kind.name if kind else "SENTENCE"]
    if not INSTRUMENTAL.search(word):
        return None
    numbers = ranged(numbers_of(match["list"])) if match["list"] else ()
    edit = Edit(Op.INSERT_UNIT if numbers else Op.APPEND_UNIT, quoted(clause, match), unit=kind, numbers=numbers)
    return behind(match["after"], edit, targets=targets) if match["after"] else edit


def _apart(text: str, at: int, clause: Clause) -> tuple[list[Edit], int] | None:
    """Read what is inserted that is no unit with a place of its own: headings, rows, a note, an appendix."""
    headings = _HEADINGS.match(text, at)
    if headings:
        edit = contents(headings["rest"], quoted(clause, headings), targets=targets)
        return ([edit], headings.end()) if edit else None
    rows, noted, appended = _ROWS.match(text, at), _NOTE.match(text, at), _APPENDED.match(text, at)
    if rows:
        return [row(quoted(clause, rows))], rows.end()
    if noted:
        return [note(quoted(clause, noted))], noted.end()
    if appended:
        return [appendix(numbers_of(appended["list"]) if appended["list"] else ())], appended.end()
    return None
