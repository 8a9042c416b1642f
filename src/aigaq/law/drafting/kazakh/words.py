"""Kazakh edits of words.

The verb comes last and governs phrases before it: «A» деген сөздер (what), «B» деген сөздермен (with what), «C» деген
сөзден кейін (after what). So a stretch is read as phrases up to a verb, and the verb takes the phrases before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve, frozen

from aigaq.law.drafting.clause import Clause
from aigaq.law.drafting.grammar import Edit
from aigaq.law.drafting.instruction import Op, Quotation, Side
from aigaq.law.drafting.kazakh.targets import INSTRUMENTAL
from aigaq.law.drafting.quotes import Q

_END = "[а-яёәғқңөұүһі]*"
_EACH = "(?:тиісінше,? )?"
_EACH_OF = re.compile("тиісінше(?! (?:септік|жекеше|көпше))")
_LIST = rf"{Q}(?:(?:,? (?:және|мен|пен|бен)|[,;])? ?{_EACH}{Q}){{0,200}}"
_CASES = r"\(?(?:тиісті|тиісінше) (?:септік|жекеше|көпше|септіктер)[а-яі]*\)?"
_PHRASE = re.compile(
    rf"{_EACH}(?P<words>{_LIST}) ?(?:тиісінше )?деген (?P<noun>(?:сөз тіркес|сөз|цифр|сан|тыныс белгі|белгі|әріп"
    rf"|аббревиатура|символ|күн|сөйлем|таңба|мәтін){_END})"
    r"(?P<beside>,? (?:кейін|соң|алдынан|алдына|алдында|бұрын)(?!\w))?"
    rf"(?P<forms>,? {_CASES})?(?: тиісінше)?"
)
_WITH = re.compile(rf"{_EACH}(?P<words>{Q})(?P<noun>)(?P<beside>)(?P<forms>)")
_SIGN = re.compile(rf"(?P<words>{Q}) ?(?:деген )?тыныс белгісі ?(?P<verb>қойыл(?:сын|ып))")
_VERB = re.compile(
    r"(?P<replace>ауыстырыл(?:сын|ып))|(?P<insert>толықтырыл(?:сын|ып))"
    r"|(?P<delete>(?:алып|алынып) тастал(?:сын|ып))"
)
_BETWEEN = re.compile(r",? (?:және|ал) |, | ")
_CASED = re.compile(rf"{_CASES},? ")


@frozen
class _Phrase:
    """«…» деген сөздер in one case: what is found, what it is replaced with, or what something stands beside."""

    words: tuple[Quotation, ...]
    role: str
    forms: bool = False
    each: bool = False


def read_words(clause: Clause, at: int) -> tuple[list[Edit], int] | None:
    """Return the edits of words up to the next verb, and where they end.

    Args:
        clause: The clause.
        at: Where they begin.
    """
    text = clause.text
    phrases: list[_Phrase] = []
    while at < len(text):
        verb = _VERB.match(text, at)
        if verb and not (verb["delete"] and _goes_on(text, verb)):
            made = _governed(verb, phrases)
            return (made, verb.end()) if made else None
        sign = _SIGN.match(text, at)
        if sign:
            made = _signed(sign, phrases, clause)
            return (made, sign.end()) if made else None
        cased = _CASED.match(text, at)
        match = verb or cased or _PHRASE.match(text, at) or _WITH.match(text, at)
        if match is None:
            return None
        if cased and match is cased:
            if not phrases:
                return None
            phrases[-1] = evolve(phrases[-1], forms=True)
            at = cased.end()
            continue
        if match is not verb:
            phrases.append(_phrase(match, clause))
        at = match.end()
        between = _BETWEEN.match(text, at)
        if between is None:
            return None
        at = between.end()
    return None


def _phrase(match: re.Match[str], clause: Clause) -> _Phrase:
    first = clause.text.count(Q, 0, match.start())
    words = clause.quotations[first : first + match["words"].count(Q)]
    each = _EACH_OF.search(match[0]) is not None
    return _Phrase(words, _role(match["noun"], match["beside"]), bool(match["forms"]), each)


def _signed(sign: re.Match[str], phrases: Sequence[_Phrase], clause: Clause) -> list[Edit] | None:
    """Return the edit of «A» деген сөзден кейін «;» тыныс белгісі қойылсын»."""
    first = clause.text.count(Q, 0, sign.start())
    mark = _Phrase(clause.quotations[first : first + 1], "with")
    beside = len(phrases) == 1 and phrases[0].role in ("after", "before")
    return _beside(phrases[0], mark) if beside else None


def _goes_on(text: str, verb: re.Match[str]) -> bool:
    """Tell whether «алып тасталып, «…» деген сөздермен ауыстырылсын» stands there: a replacement, no deletion."""
    between = _BETWEEN.match(text, verb.end()) if verb[0].endswith("ып") else None
    if between is None:
        return False
    phrase = _PHRASE.match(text, between.end()) or _WITH.match(text, between.end())
    if phrase is None or _role(phrase["noun"], phrase["beside"]) != "with":
        return False
    after = _VERB.match(text, phrase.end() + 1)
    return after is not None and bool(after["replace"])


def _role(noun: str, beside: str) -> str:
    if beside:
        return "after" if "кейін" in beside or "соң" in beside else "before"
    return "with" if not noun or INSTRUMENTAL.search(noun) else "what"


def _governed(verb: re.Match[str], phrases: Sequence[_Phrase]) -> list[Edit] | None:
    """Return the edits that a verb makes of the phrases before it; None when they do not fit it."""
    if verb["delete"]:
        if not phrases or any(phrase.role != "what" for phrase in phrases):
            return None
        return [Edit(Op.DELETE_WORDS, phrase.words, _texts(phrase), forms=phrase.forms) for phrase in phrases]
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
        edits += made
        waiting = None
    return edits if edits and waiting is None else None


def _pair(verb: re.Match[str], what: _Phrase | None, with_: _Phrase) -> list[Edit] | None:
    if what and (what.each or with_.each) and len(what.words) != len(with_.words):
        return None
    if verb["replace"]:
        if what is None or what.role != "what" or len(with_.words) not in (1, len(what.words)):
            return None
        words = (*what.words, *with_.words)
        return [Edit(Op.REPLACE_WORDS, words, _texts(what), _texts(with_), forms=what.forms or with_.forms)]
    if what is None:
        return [Edit(Op.INSERT_WORDS, with_.words, (), _texts(with_), Side.END)] if len(with_.words) == 1 else None
    if what.role == "what" and len(what.words) > 1:
        return None
    return _beside(what, with_)


def _beside(what: _Phrase, with_: _Phrase) -> list[Edit] | None:
    """Return one edit for each of the words beside which something goes."""
    if len(with_.words) not in (1, len(what.words)):
        return None
    side = Side.BEFORE if what.role == "before" else Side.AFTER
    news = with_.words if len(with_.words) == len(what.words) else with_.words * len(what.words)
    return [
        Edit(Op.INSERT_WORDS, (one, new), (one.text,), (new.text,), side)
        for one, new in zip(what.words, news, strict=True)
    ]


def _texts(phrase: _Phrase) -> tuple[str, ...]:
    return tuple(quotation.text for quotation in phrase.words)
