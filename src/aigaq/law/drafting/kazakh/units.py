"""Kazakh edits of whole units: restate, insert, append, repeal, suspend."""

from __future__ import annotations

import re

from aigaq.law.drafting.clause import Clause
from aigaq.law.drafting.grammar import Edit
from aigaq.law.drafting.instruction import Op, Place, Quotation, Step, Target
from aigaq.law.drafting.kazakh.dates import DATE, date_of
from aigaq.law.drafting.kazakh.targets import INSTRUMENTAL, LIST, NOUNS, SENTENCE, numbers_of, targets
from aigaq.law.drafting.quotes import Q
from aigaq.law.structure.number import follows
from aigaq.law.structure.unit import Kind

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
NOTE = Target((Step(Kind.INDENT, ""),), Place.NOTE)
"""The note of a unit."""


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
            return [Edit(op, _quoted(match, clause))], match.end()
    insert, suspend = _INSERT.match(text, at), _SUSPEND.match(text, at)
    if insert:
        edit = _insertion(insert, clause)
        return ([edit], insert.end()) if edit else None
    if suspend and suspend["date"]:
        return [Edit(Op.SUSPEND, _quoted(suspend, clause), until=date_of(suspend["date"]))], suspend.end()
    return _apart(text, at, clause)


def suspended(clause: Clause, at: int, *, day: str) -> Edit | None:
    """Read «… қолданысы тоқтатыла тұрсын» whose day was said before («2030 жылғы 1 қаңтарға дейін …»)."""
    match = _SUSPEND.fullmatch(clause.text, at)
    return Edit(Op.SUSPEND, _quoted(match, clause), until=date_of(day)) if match and not match["date"] else None


def _insertion(match: re.Match[str], clause: Clause) -> Edit | None:
    kind = next((kind for kind, _ in NOUNS if match[kind.name]), None)
    word = match[kind.name if kind else "SENTENCE"]
    if not INSTRUMENTAL.search(word):
        return None
    pairs = numbers_of(match["list"]) if match["list"] else []
    numbers = tuple(number if not through else f"{number}-to-{through}" for number, through in pairs)
    edit = Edit(Op.INSERT_UNIT if numbers else Op.APPEND_UNIT, _quoted(match, clause), unit=kind, numbers=numbers)
    return _behind(match["after"], edit) if match["after"] else edit


def _behind(words: str, edit: Edit) -> Edit | None:
    """Return an insertion behind a named unit; None when its own number says something else."""
    named = targets(words)
    if named is None or named[1] != len(words) or len(named[0]) != 1 or named[0][0].place is not Place.WHOLE:
        return None
    last = named[0][0].steps[-1]
    if last.kind is not edit.unit or last.through or len(named[0][0].steps) > 1 or len(edit.quoted) != 1:
        return None
    if edit.numbers:
        return edit if len(edit.numbers) == 1 and follows(edit.numbers[0], last.number) else None
    if last.kind not in (Kind.INDENT, Kind.ALINEA) or not last.number.isdigit():
        return None
    return Edit(Op.INSERT_UNIT, edit.quoted, unit=edit.unit, numbers=(str(int(last.number) + 1),))


def _apart(text: str, at: int, clause: Clause) -> tuple[list[Edit], int] | None:
    """Read what is inserted that is no unit with a place of its own: headings, rows, a note, an appendix."""
    headings = _HEADINGS.match(text, at)
    if headings:
        edit = _contents(headings, clause)
        return ([edit], headings.end()) if edit else None
    row, note, appended = _ROWS.match(text, at), _NOTE.match(text, at), _APPENDED.match(text, at)
    if row:
        return [Edit(Op.APPEND_UNIT, _quoted(row, clause), unit=Kind.ROW)], row.end()
    if note:
        return [Edit(Op.APPEND_UNIT, _quoted(note, clause), unit=Kind.INDENT, targets=(NOTE,))], note.end()
    if appended:
        numbers = tuple(number for number, _ in numbers_of(appended["list"])) if appended["list"] else ()
        op = Op.INSERT_UNIT if numbers else Op.APPEND_UNIT
        return [Edit(op, unit=Kind.APPENDIX, numbers=numbers)], appended.end()
    return None


def _contents(match: re.Match[str], clause: Clause) -> Edit | None:
    """Read «5-1 және 5-2-баптардың тақырыптарымен толықтырылсын»: lines of the contents, in whatever list."""
    named = targets(match["rest"])
    if named is None or named[1] != len(match["rest"]) or any(len(target.steps) != 1 for target in named[0]):
        return None
    steps = [target.steps[0] for target in named[0]]
    kinds = {step.kind for step in steps}
    where = (Target((), Place.CONTENTS),)
    if len(kinds) > 1:
        return Edit(Op.APPEND_UNIT, _quoted(match, clause), unit=Kind.CONTENTS, targets=where)
    numbers = tuple(step.number if not step.through else f"{step.number}-to-{step.through}" for step in steps)
    return Edit(Op.INSERT_UNIT, _quoted(match, clause), unit=kinds.pop(), numbers=numbers, targets=where)


def _quoted(match: re.Match[str], clause: Clause) -> tuple[Quotation, ...]:
    if "blocks" not in match.re.groupindex or match["blocks"] is None:
        return ()
    first = clause.text.count(Q, 0, match.start("blocks"))
    return clause.quotations[first : first + match["blocks"].count(Q)]
