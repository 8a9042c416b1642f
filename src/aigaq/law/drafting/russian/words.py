"""Russian edits of words: replace, delete, put beside, put at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aigaq.law.drafting.clause import Clause
from aigaq.law.drafting.grammar import Edit
from aigaq.law.drafting.insertion import quoted
from aigaq.law.drafting.instruction import Op, Quotation, Side
from aigaq.law.drafting.quotes import Q

_WHAT = (
    r"(?:слов(?:осочетани[ея]|а|о)|цифр[ыу]|знаки?(?: препинания)?|букв[ыу]|аббревиатур[ыу]|числ[ао]|символы?|дат[ыу]"
    r"|предложени[ея]|текст|фраз[ыу]|выражени[ея]) ?"
)
_WITH = (
    r"(?:слов(?:осочетани(?:ем|ями)|ами|ом)|цифр(?:ами|ой)|знак(?:ами|ом)(?: препинания)?|букв(?:ами|ой)|текстом"
    r"|аббревиатур(?:ами|ой)|числ(?:ами|ом)|символ(?:ами|ом)|дат(?:ами|ой)|предложени(?:ями|ем)|фраз(?:ами|ой)"
    r"|выражени(?:ями|ем)) ?"
)
_AFTER = (
    r"(?:слов(?:осочетани[йя]|а)?|цифр(?:ы)?|знак(?:а|ов)(?: препинания)?|букв(?:ы)?|аббревиатур(?:ы)?|чисел|числа"
    r"|символ(?:а|ов)|дат(?:ы)?|предложени[йя]|текста|фраз(?:ы)?|выражени[йя]) ?"
)
_NEXT = r"(?:,? (?:и|а также) |[,;] ?| )"
_CASE = r"(?:падеж|числ|род)\w*"
_FORMS = rf"(?: ?,? ?\(?в (?:соответствующ|надлежащ)\w+ {_CASE}(?:(?: и|,) (?:соответствующ\w+ )?{_CASE})*\)?)"
_EACH = "(?:соответственно )?"
_STOP = r"(?=$|,? (?:и|а|а также) |, |;)"
"""What stands behind an edit: the end of the clause, or another edit."""


def _list(noun: str) -> str:
    return rf"{Q}(?:{_NEXT}{_EACH}(?:{noun})?{Q}){{0,200}}"


_FIND, _PUT, _BESIDE = _list(_WHAT), _list(_WITH), _list(_AFTER)
_INTO = rf"{_EACH}(?:на )?{_EACH}(?:{_WITH})?(?P<put>{_PUT})"
_LATE = rf"(?P<late>{_FORMS})?(?: соответственно)?"
_WORDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern + _STOP))
    for name, pattern in (
        (
            "replace",
            rf"(?:{_WHAT})?(?P<find>{_FIND})(?P<forms>{_FORMS})? ?{_EACH}(?:заменить|-|заменив) ?{_INTO}{_LATE}",
        ),
        ("beside", rf"после {_AFTER}(?P<find>{_BESIDE}),? ?{_EACH}(?:дополнить|-|включить) ?{_INTO}"),
        ("before", rf"перед {_WITH}(?P<find>{_PUT}),? ?{_EACH}(?:дополнить|-|включить) ?{_INTO}"),
        ("beside", rf"дополнить после {_AFTER}(?P<find>{_BESIDE}),? ?{_INTO}"),
        ("before", rf"дополнить перед {_WITH}(?P<find>{_PUT}),? ?{_INTO}"),
        ("beside", rf"дополнить {_EACH}{_WITH}(?P<put>{_PUT}) {_EACH}после {_AFTER}(?P<find>{_BESIDE})"),
        ("before", rf"дополнить {_EACH}{_WITH}(?P<put>{_PUT}) {_EACH}перед {_WITH}(?P<find>{_PUT})"),
        ("beside", rf"(?:{_WHAT})(?P<find>{Q}) дополнить {_WITH}(?P<put>{Q})"),
        ("end", rf"(?:в конце )?дополнить (?:в конце )?{_WITH}(?P<put>{Q})"),
        ("delete", rf"{_WHAT}(?P<find>{_FIND})(?P<forms>{_FORMS})? ?(?:исключить|упразднить)"),
        ("delete", rf"исключить {_WHAT}(?P<find>{_FIND})"),
    )
)
_SIGN = r"(?:точк(?:у|ой)(?: с запятой)?|запят(?:ую|ой)|двоеточи(?:е|ем))"
_SIGN_FOR_SIGN = re.compile(rf"(?P<find>{_SIGN}) заменить (?P<put>{_SIGN}){_STOP}")


def read_words(clause: Clause, at: int) -> tuple[list[Edit], int] | None:
    """Return the edits of words that stand at an offset of a clause, and where they end.

    Args:
        clause: The clause.
        at: Where they begin.
    """
    text = clause.text
    for name, pattern in _WORDS:
        match = pattern.match(text, at)
        if match:
            made = _edits(name, match, clause)
            return (made, match.end()) if made else None
    sign = _SIGN_FOR_SIGN.match(text, at)
    return ([Edit(Op.REPLACE_WORDS, (), (_sign(sign["find"]),), (_sign(sign["put"]),))], sign.end()) if sign else None


def _sign(name: str) -> str:
    """Return the sign that a word names."""
    if name.endswith("с запятой"):
        return ";"
    return "." if name.startswith("точк") else "," if name.startswith("запят") else ":"


def _edits(name: str, match: re.Match[str], clause: Clause) -> list[Edit]:
    """Return what a match says; nothing when its two lists do not fit each other."""
    find, put = quoted(clause, match, group="find"), quoted(clause, match, group="put")
    groups = match.groupdict()
    forms = bool(groups.get("forms") or groups.get("late"))
    if "соответственно" in match[0] and put and len(find) not in (0, len(put)):
        return []
    texts, news = tuple(one.text for one in find), tuple(one.text for one in put)
    match name:
        case "replace":
            fits = len(put) in (1, len(find))
            return [Edit(Op.REPLACE_WORDS, (*find, *put), texts, news, forms=forms)] if fits else []
        case "end":
            return [Edit(Op.INSERT_WORDS, put, (), news, Side.END)]
        case "delete":
            return [Edit(Op.DELETE_WORDS, find, texts, forms=forms)]
    return _beside(find, put, Side.BEFORE if name == "before" else Side.AFTER)


def _beside(find: Sequence[Quotation], put: Sequence[Quotation], side: Side) -> list[Edit]:
    """Return one edit for each of the words beside which something goes."""
    if len(put) not in (1, len(find)):
        return []
    news = put if len(put) == len(find) else [*put] * len(find)
    return [
        Edit(Op.INSERT_WORDS, (one, new), (one.text,), (new.text,), side) for one, new in zip(find, news, strict=True)
    ]
