"""Russian edits: what a clause does to its targets, read to its last word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve

from aigaq.law.drafting.clause import Clause
from aigaq.law.drafting.grammar import Edit, Reading
from aigaq.law.drafting.instruction import Op, Place, Quotation, Side, Target
from aigaq.law.drafting.quotes import Q
from aigaq.law.drafting.russian.dates import DATE, date_of
from aigaq.law.drafting.russian.targets import LIST, NOUNS, ORDINAL, SENTENCE, numbers_of, targets
from aigaq.law.structure.unit import Kind

_WORDS = (
    r"(?:слов(?:осочетани\w+|ами|ом|ам|а|о|у)?|цифр(?:ами|ой|ам|ы|у|а)?|знак(?:ами|ом|ов|и|а)?(?: препинания)?"
    r"|букв(?:ами|ой|ы|у|а)?|аббревиатур(?:ами|ой|ы|у|а)?|числ(?:ами|ом|а|о)?|символ(?:ами|ом|ов|ы|а)?"
    r"|дат(?:ами|ой|ы|у|а)|предложени(?:ем|е|я)|текст(?:ом|а)?) ?"
)
_ALL = rf"{Q}(?:(?:,? и|,|;)? ?(?:{_WORDS})?{Q})*"
_FORMS = r"(?: ?,? ?в (?:соответствующ|надлежащ)\w+ (?:падеж|числ|род)\w*(?:(?: и|,) (?:(?:соответствующ\w+ )?(?:падеж|числ|род)\w*))*)"
_BLOCKS = rf":? ?(?P<blocks>{Q}(?:[;,.]? ?{Q})*)"
_CONTENT = r"(?:следующего|такого|нижеследующего) содержания|в? ?следующей редакции"
_UNIT = (
    "|".join(f"(?P<{kind.name}>{words})" for kind, words in NOUNS)
    + rf"|(?P<SENTENCE>{SENTENCE})|(?P<HEADING>заголовк\w+)"
)

_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (
            "replace",
            rf"(?:{_WORDS})?(?P<find>{_ALL})(?P<forms>{_FORMS})? ?(?:соответственно )?(?:заменить|-|заменив)"
            rf" ?(?:соответственно )?(?:на )?(?:{_WORDS})?(?P<put>{_ALL})(?P<forms2>{_FORMS})?(?: соответственно)?",
        ),
        (
            "beside",
            rf"(?P<side>после|перед) {_WORDS}(?P<find>{Q}) ?(?:дополнить|-|включить) ?(?:{_WORDS})?(?P<put>{Q})",
        ),
        (
            "beside",
            rf"дополнить (?P<side>после|перед) {_WORDS}(?P<find>{Q}),? ?{_WORDS}(?P<put>{Q})",
        ),
        (
            "behind",
            rf"дополнить {_WORDS}(?P<put>{Q}) (?P<side>после|перед) {_WORDS}(?P<find>{Q})",
        ),
        ("beside", rf"{_WORDS}(?P<find>{Q}) дополнить {_WORDS}(?P<put>{Q})(?P<side>)"),
        ("end", rf"(?:в конце )?дополнить {_WORDS}(?P<put>{Q})"),
        ("delete", rf"{_WORDS}(?P<find>{_ALL}) (?:исключить|упразднить)"),
        ("delete", rf"исключить {_WORDS}(?P<find>{_ALL})"),
        ("restate", rf"изложить в (?:следующей|новой|такой) редакции{_BLOCKS}"),
        ("elsewhere", r"изложить в (?:новой )?редакции согласно [^:]{3,200}"),
        (
            "insert",
            rf"дополнить (?:нов\w+ )?(?:(?P<first>{ORDINAL}(?:(?: и |, ){ORDINAL})*) )?(?:{_UNIT})(?!\w)(?: ?(?P<list>{LIST}))?,?"
            rf" (?:{_CONTENT}){_BLOCKS}",
        ),
        ("repeal", r"(?:исключить|признать (?:утратившим|утратившими|утратившей) силу)"),
        (
            "other",
            r"(?:вносится|вносятся|внесен\w*|внести) (?:изменени|дополнени)\w+ (?:в текст )?на (?:казахском|государственном)"
            r" языке, текст на русском языке не (?:изменяется|меняется)",
        ),
    )
)
_BETWEEN = re.compile(r",? (?:и|а|а также) |, |; ?")
_VERB_FIRST = re.compile(r"(?:[Ии]сключить|[Пп]ризнать утративш\w+ силу) (?=\S)")
_SUSPEND = re.compile(rf"[Пп]риостановить (?:(?:до|по) (?P<date>{DATE}) )?действие ")
_SUSPENDED = re.compile(
    rf"(?:,? (?:до|по) (?P<date>{DATE}))?(?:,? установив,? что (?:в период|на период|на срок|до)[^:]{{0,300}}? действу[а-яё]+ в (?:следующей )?редакции{_BLOCKS})?"
)
_EVERYWHERE = re.compile(
    r"[Пп]о (?:всему )?тексту(?: (?:настоящего |указанного |данного )?(?:[Зз]акона|[Кк]одекса))?(?!\w)(?! (?:стат|пункт|глав|раздел|част))"
)
_EXCEPT = re.compile(r",? за исключением ")


def read_edit(clause: Clause) -> Reading | None:
    """Return what a clause says to do, or which list it opens; None when a word of it is not understood."""
    text = clause.text[:1].lower() + clause.text[1:]
    special = _suspended(text, clause) or _verb_first(text)
    if special:
        return special
    found, at, every = _places(text)
    excepted: tuple[Target, ...] = ()
    exception = _EXCEPT.match(text, at) if every else None
    if exception:
        named = targets(text, exception.end())
        if named is None:
            return None
        excepted, at = named
    if at == len(text):
        return Reading(found, (), excepted) if found and clause.ends == ":" else None
    gap = re.compile(r" ?[,:]? ?").match(text, at) if found or every else None
    edits = _edits(text, gap.end() if gap else at, clause)
    if edits is None:
        return None
    return Reading(found, tuple(_throughout(edit, found, every=every) for edit in edits), excepted)


def _places(text: str) -> tuple[tuple[Target, ...], int, bool]:
    """Return the targets of a clause, where they end, and whether the whole law is meant."""
    everywhere = _EVERYWHERE.match(text)
    if everywhere:
        return (Target((), Place.THROUGHOUT),), everywhere.end(), True
    found = targets(text)
    return (*found, False) if found else ((), 0, False)


def _throughout(edit: Edit, found: tuple[Target, ...], *, every: bool) -> Edit:
    """Return an edit that means every occurrence where its place says so."""
    every = every or any(target.place is Place.THROUGHOUT for target in found)
    if not every or edit.op not in (Op.REPLACE_WORDS, Op.DELETE_WORDS, Op.INSERT_WORDS):
        return edit
    op = Op.REPLACE_THROUGHOUT if edit.op is Op.REPLACE_WORDS else edit.op
    return evolve(edit, op=op, every=True)


def _edits(text: str, at: int, clause: Clause) -> list[Edit] | None:
    """Return the edits of a clause, one after the other; None when something of it is no edit."""
    found: list[Edit] = []
    while at < len(text):
        match, name = next(
            (
                (match, name)
                for name, pattern in _PATTERNS
                if (match := pattern.match(text, at)) and _ended(text, match)
            ),
            (None, ""),
        )
        if match is None:
            return None
        found.append(_edit(name, match, clause))
        at = match.end()
        between = _BETWEEN.match(text, at)
        if between and between.end() < len(text):
            at = between.end()
        elif at < len(text):
            return None
    return found or None


def _ended(text: str, match: re.Match[str]) -> bool:
    """Tell whether an edit ends where a clause, or the next edit, may begin."""
    return match.end() == len(text) or bool(_BETWEEN.match(text, match.end()))


def _edit(name: str, match: re.Match[str], clause: Clause) -> Edit:
    quoted = tuple(_quotations(match, clause))
    groups = match.groupdict()
    find, put = _of(match, "find", clause), _of(match, "put", clause)
    forms = bool(groups.get("forms") or groups.get("forms2"))
    match name:
        case "replace":
            return Edit(Op.REPLACE_WORDS, quoted, find, put, forms=forms)
        case "beside" | "behind":
            side = Side.BEFORE if groups.get("side") == "перед" else Side.AFTER
            return Edit(Op.INSERT_WORDS, quoted, find, put, side)
        case "end":
            return Edit(Op.INSERT_WORDS, quoted, (), put, Side.END)
        case "delete":
            return Edit(Op.DELETE_WORDS, quoted, find)
        case "insert":
            return _insertion(match, quoted)
        case "repeal":
            return Edit(Op.REPEAL)
        case "other":
            return Edit(Op.OTHER_LANGUAGE)
    return Edit(Op.RESTATE, quoted)


def _insertion(match: re.Match[str], quoted: tuple[Quotation, ...]) -> Edit:
    kind = next((kind for kind, _ in NOUNS if match[kind.name]), None)
    pairs = numbers_of(match["list"] or match["first"] or "")
    numbers = tuple(number if not through else f"{number}-to-{through}" for number, through in pairs)
    if kind is Kind.POINT and (match["list"] or "").endswith(")"):
        kind = Kind.SUBPOINT
    return Edit(Op.INSERT_UNIT if numbers else Op.APPEND_UNIT, quoted, unit=kind, numbers=numbers)


def _quotations(match: re.Match[str], clause: Clause) -> Iterator[Quotation]:
    first = clause.text.count(Q, 0, match.start())
    yield from clause.quotations[first : first + match[0].count(Q)]


def _of(match: re.Match[str], group: str, clause: Clause) -> tuple[str, ...]:
    """Return the words that a group of the pattern quotes."""
    if group not in match.re.groupindex or match[group] is None:
        return ()
    first = clause.text.count(Q, 0, match.start(group))
    return tuple(quotation.text for quotation in clause.quotations[first : first + match[group].count(Q)])


def _verb_first(text: str) -> Reading | None:
    """Read «исключить пункт 5», «признать утратившими силу пункты 2 и 3»."""
    verb = _VERB_FIRST.match(text)
    named = targets(text, verb.end()) if verb else None
    if named is None or named[1] != len(text):
        return None
    return Reading(named[0], (Edit(Op.REPEAL),))


def _suspended(text: str, clause: Clause) -> Reading | None:
    """Read «приостановить до … действие …, установив, что … действует в следующей редакции»."""
    verb = _SUSPEND.match(text)
    named = targets(text, verb.end()) if verb else None
    rest = _SUSPENDED.fullmatch(text, named[1]) if named else None
    if verb is None or named is None or rest is None:
        return None
    day = verb["date"] or rest["date"]
    return Reading(named[0], (Edit(Op.SUSPEND, clause.quotations, until=date_of(day) if day else None),))
