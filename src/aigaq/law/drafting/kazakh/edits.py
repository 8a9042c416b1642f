"""Kazakh edits: what a clause does to its targets, read to its last word.

The verb comes last and governs phrases before it: «A» деген сөздер (what), «B» деген сөздермен (with what), «C» деген
сөзден кейін (after what). So a clause is read as phrases and verbs, and a verb takes the phrases before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve, frozen

from aigaq.law.drafting.clause import Clause
from aigaq.law.drafting.grammar import Edit, Reading
from aigaq.law.drafting.instruction import Op, Place, Quotation, Side, Target
from aigaq.law.drafting.kazakh.dates import DATE, date_of
from aigaq.law.drafting.kazakh.targets import INSTRUMENTAL, LIST, NOUNS, SENTENCE, numbers_of, targets
from aigaq.law.drafting.quotes import Q

_END = "[а-яёәғқңөұүһі]*"
_LIST = rf"{Q}(?:(?:,? және|,)? ?{Q})*"
_PHRASE = re.compile(
    rf"(?:тиісінше,? )?(?P<words>{_LIST}) ?(?:тиісінше )?деген (?P<noun>(?:сөз тіркес|сөз|цифр|сан|белгі|әріп|аббревиатура"
    rf"|символ|күн|сөйлем|таңба){_END})"
    r"(?P<beside>(?:,)? (?:кейін|соң)|(?:,)? (?:алдынан|алдына|алдында|бұрын))?(?: тиісінше)?"
)
_WITH = re.compile(rf"(?:тиісінше )?(?P<words>{Q})(?P<noun>)(?P<beside>)")
_VERB = re.compile(
    r"(?P<replace>ауыстырыл(?:сын|ып))|(?P<insert>толықтырыл(?:сын|ып))|(?P<delete>(?:алып таста|алынып таста)л(?:сын|ып))"
)
_BETWEEN = re.compile(r",? (?:және|ал) |, | ")
_RESTATE = re.compile(rf"(?:мынадай|жаңа|келесі) редакцияда (?:жазылсын|баяндалсын):? ?(?P<blocks>{Q}(?:[;,.]? ?{Q})*)")
_ELSEWHERE = re.compile(r"осы .{3,120}қосымшаға сәйкес (?:жаңа )?редакцияда жазылсын")
_UNIT = "|".join(f"(?P<{kind.name}>{words})" for kind, words in NOUNS) + rf"|(?P<SENTENCE>{SENTENCE})"
_INSERT = re.compile(
    rf"(?:мынадай|келесі) мазмұндағы (?:жаңа )?(?:(?P<list>{LIST})(?: ?- ?| ?))?(?:{_UNIT}) толықтырылсын:? ?"
    rf"(?P<blocks>{Q}(?:[;,.]? ?{Q})*)"
)
_REPEAL = re.compile(r"(?:алып тасталсын|алынып тасталсын|күші жойылды деп танылсын|күші жойылған деп танылсын)")
_OTHER = re.compile(
    r"(?:мемлекеттік|қазақ) тіліндегі мәтін[а-яі]* өзгермейді|(?:мемлекеттік тілдегі|қазақ тіліндегі) мәтін өзгермейді"
    r"|орыс тіліндегі мәтінге (?:өзгеріс|толықтыру)\w* енгізіледі, (?:мемлекеттік|қазақ) тіл(?:дегі|індегі) мәтін өзгермейді"
)
_EVERYWHERE = re.compile(rf"(?:(?:осы )?(?:заң|кодекс){_END} )?бүкіл мәтіні? ?бойынша,? ?", re.IGNORECASE)
_EXCEPT = re.compile(r"(?P<where>.+?) қоспағанда,? ")
_SUSPEND = re.compile(
    rf"(?:қолданыс(?:ы|тары)|қолданылуы) (?P<date>{DATE} дейін) тоқтат(?:ыл|а т)[а-яё ]*(?:тұр|қой)[а-яі]*сын"
    rf"(?:,? .{{0,300}}?мынадай редакцияда (?:қолданыла|әрекет ете|қолданыста бола)[а-яі]* деп белгіленсін:? ?(?P<blocks>{Q}))?"
)


@frozen
class _Phrase:
    """«…» деген сөздер in one case: what is found, what it is replaced with, or what something stands beside."""

    words: tuple[Quotation, ...]
    role: str


def read_edit(clause: Clause) -> Reading | None:
    """Return what a clause says to do, or which list it opens; None when a word of it is not understood."""
    text = clause.text
    everywhere = _EVERYWHERE.match(text)
    excepted: tuple[Target, ...] = ()
    if everywhere:
        found: tuple[Target, ...] = (Target((), Place.THROUGHOUT),)
        at = everywhere.end()
        exception = _EXCEPT.match(text, at)
        if exception:
            named = targets(exception["where"])
            if named is None or named[1] != len(exception["where"]):
                return None
            excepted, at = named[0], exception.end()
    else:
        read = targets(text)
        found, at = read if read else ((), 0)
    if text[at:].strip(" ,") == "":
        return Reading(found, (), excepted) if found and clause.ends == ":" else None
    gap = re.compile(r"\.? ?,? ?").match(text, at) if found else None
    edits = _edits(text, gap.end() if gap else at, clause)
    if edits is None:
        return None
    every = everywhere is not None or any(target.place is Place.THROUGHOUT for target in found)
    return Reading(found, tuple(_throughout(edit, every=every) for edit in edits), excepted)


def _throughout(edit: Edit, *, every: bool) -> Edit:
    """Return an edit that means every occurrence where its place says so."""
    if not every or edit.op not in (Op.REPLACE_WORDS, Op.DELETE_WORDS, Op.INSERT_WORDS):
        return edit
    return evolve(edit, op=Op.REPLACE_THROUGHOUT if edit.op is Op.REPLACE_WORDS else edit.op, every=True)


def _edits(text: str, at: int, clause: Clause) -> list[Edit] | None:
    whole = _whole(text, at, clause)
    return [whole] if whole else _words(text, at, clause)


def _whole(text: str, at: int, clause: Clause) -> Edit | None:
    """Read an edit of whole units."""
    restate = _RESTATE.fullmatch(text, at)
    if restate:
        return Edit(Op.RESTATE, _quoted(clause, text, restate))
    insert = _INSERT.fullmatch(text, at)
    if insert:
        return _insertion(insert, _quoted(clause, text, insert))
    if _REPEAL.fullmatch(text, at):
        return Edit(Op.REPEAL)
    if _ELSEWHERE.fullmatch(text, at):
        return Edit(Op.RESTATE)
    if _OTHER.fullmatch(text, at):
        return Edit(Op.OTHER_LANGUAGE)
    suspend = _SUSPEND.fullmatch(text, at)
    if suspend:
        return Edit(Op.SUSPEND, clause.quotations, until=date_of(suspend["date"]))
    return None


def _insertion(match: re.Match[str], quoted: tuple[Quotation, ...]) -> Edit | None:
    kind = next((kind for kind, _ in NOUNS if match[kind.name]), None)
    word = match[kind.name if kind else "SENTENCE"]
    if not INSTRUMENTAL.search(word):
        return None
    pairs = numbers_of(match["list"]) if match["list"] else []
    numbers = tuple(number if not through else f"{number}-to-{through}" for number, through in pairs)
    return Edit(Op.INSERT_UNIT if numbers else Op.APPEND_UNIT, quoted, unit=kind, numbers=numbers)


def _quoted(clause: Clause, text: str, match: re.Match[str]) -> tuple[Quotation, ...]:
    first = text.count(Q, 0, match.start("blocks"))
    return clause.quotations[first : first + match["blocks"].count(Q)]


def _words(text: str, at: int, clause: Clause) -> list[Edit] | None:
    """Read the edits of words: phrases, and the verbs that take them."""
    edits: list[Edit] = []
    phrases: list[_Phrase] = []
    while at < len(text):
        verb = _VERB.match(text, at)
        match = verb or _PHRASE.match(text, at) or _WITH.match(text, at)
        if match is None:
            return None
        if verb:
            going_on = verb["delete"] and verb[0].endswith("ып") and _replaces(text, verb.end())
            if not going_on:
                made = _governed(verb, phrases)
                if made is None:
                    return None
                edits += made
                phrases = []
        else:
            first = text.count(Q, 0, match.start())
            words = clause.quotations[first : first + match["words"].count(Q)]
            phrases.append(_Phrase(words, _role(match["noun"], match["beside"])))
        at = match.end()
        between = _BETWEEN.match(text, at)
        at = between.end() if between else at
        if between is None and at < len(text):
            return None
    return edits if edits and not phrases else None


def _replaces(text: str, at: int) -> bool:
    """Tell whether «алып тасталып, … ауыстырылсын» follows: what is taken out is replaced, not only deleted."""
    verb = _VERB.search(text, at)
    return verb is not None and bool(verb["replace"])


def _role(noun: str, beside: str) -> str:
    if beside:
        return "after" if "кейін" in beside or "соң" in beside else "before"
    return "with" if not noun or INSTRUMENTAL.search(noun) else "what"


def _governed(verb: re.Match[str], phrases: Sequence[_Phrase]) -> list[Edit] | None:
    """Return the edits that a verb makes of the phrases before it; None when they do not fit it."""
    if verb["delete"]:
        if not phrases or any(phrase.role != "what" for phrase in phrases):
            return None
        return [Edit(Op.DELETE_WORDS, phrase.words, _texts(phrase)) for phrase in phrases]
    edits: list[Edit] = []
    waiting: _Phrase | None = None
    for phrase in phrases:
        if phrase.role != "with":
            if waiting is not None:
                return None
            waiting = phrase
            continue
        made = _pair(verb, waiting, phrase)
        if made is None:
            return None
        edits.append(made)
        waiting = None
    return edits if edits and waiting is None else None


def _pair(verb: re.Match[str], what: _Phrase | None, with_: _Phrase) -> Edit | None:
    if verb["replace"]:
        if what is None or what.role != "what":
            return None
        return Edit(Op.REPLACE_WORDS, (*what.words, *with_.words), _texts(what), _texts(with_))
    if what is None:
        return Edit(Op.INSERT_WORDS, with_.words, (), _texts(with_), Side.END)
    if len(what.words) > 1 or len(with_.words) > 1:
        return None
    side = Side.BEFORE if what.role == "before" else Side.AFTER
    return Edit(Op.INSERT_WORDS, (*what.words, *with_.words), _texts(what), _texts(with_), side)


def _texts(phrase: _Phrase) -> tuple[str, ...]:
    return tuple(quotation.text for quotation in phrase.words)
