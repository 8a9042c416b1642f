"""Russian edits of whole units: restate, insert, append, repeal."""

from __future__ import annotations

import re

from aigaq.law.drafting.clause import Clause
from aigaq.law.drafting.grammar import Edit
from aigaq.law.drafting.insertion import appendix, behind, contents, note, quoted, ranged, row
from aigaq.law.drafting.instruction import Op
from aigaq.law.drafting.quotes import Q
from aigaq.law.drafting.russian.targets import LIST, NOUNS, ORDINAL, SENTENCE, numbers_of, targets
from aigaq.law.structure.unit import Kind

_BLOCKS = rf":? ?(?P<blocks>{Q}(?:[;,.]? ?{Q})*)"
_CONTENT = r"(?:соответственно )?(?:(?:следующего|такого|нижеследующего) содержания|в? ?следующей редакции)"
_UNIT = "|".join(f"(?P<{kind.name}>{words})" for kind, words in NOUNS) + rf"|(?P<SENTENCE>{SENTENCE})"
_STOP = r"(?=$|,? (?:и|а|а также) |, |;)"
_HEADED = r"(?:статьи|статей|главы|глав|раздела|разделов|подраздела|подразделов|параграфа|параграфов)"

_RESTATE = re.compile(
    rf"изложить (?:соответственно )?в (?:следующей|новой|такой) редакции(?: соответственно)?{_BLOCKS}{_STOP}"
)
_ELSEWHERE = re.compile(rf"изложить в (?:новой )?редакции,? согласно [^:{Q}]{{3,200}}")
_INSERT = re.compile(
    rf"дополнить (?:соответственно )?(?:нов\w+ )?(?:(?P<first>{ORDINAL}(?:(?: и |, ){ORDINAL})*) )?(?:{_UNIT})(?!\w)"
    rf"(?: ?(?P<list>{LIST})(?!\w))?,? {_CONTENT}{_BLOCKS}{_STOP}"
)
_INSERT_BEHIND = re.compile(
    r"дополнить после (?P<after>[^:]{3,90}?) (?=(?:нов\w+ )?(?:\w+(?:[ыио]м|[оеь]й|[ыи]ми) )?"
    r"(?:абзац(?:ем|ами)|част(?:ью|ями)|стать(?:ей|ями)|(?:под)?пункт(?:ом|ами)|глав(?:ой|ами))(?!\w))"
)
_BEHIND = re.compile(r"после (?P<after>[^:]{3,90}?) (?=дополнить )")
_HEADINGS = re.compile(
    rf"дополнить (?P<noun>заголовк(?:ом|ами)) (?P<rest>{_HEADED} [^:{Q}]{{1,400}}?),? {_CONTENT}{_BLOCKS}{_STOP}"
)
_ROWS = re.compile(rf"дополнить строк(?:ой|ами) {_CONTENT}{_BLOCKS}{_STOP}")
_NOTE = re.compile(rf"дополнить примечани(?:ем|ями) {_CONTENT}{_BLOCKS}{_STOP}")
_APPENDED = re.compile(
    rf"дополнить приложени(?:ем|ями)(?: №)?(?: (?P<list>{LIST}))?,?"
    rf" согласно приложени\w+[^:{Q}]{{0,90}} к настоящему Закону"
)
_REPEAL = re.compile(rf"(?:исключить|признать (?:утратившим|утратившими|утратившей) силу){_STOP}")
OTHER = re.compile(
    r"(?:(?:вносится|вносятся|внесен\w*|внести) (?:изменени|дополнени)\w+ (?:в текст )?на (?:казахском|государственном)"
    r" языке|на (?:казахском|государственном) языке (?:вносится|вносятся|внесен\w*|внести) (?:изменени|дополнени)\w+),"
    r" текст на русском языке не (?:изменяется|меняется)"
    r"|текст на русском языке не (?:изменяется|меняется)"
)
"""«изменение на казахском языке, текст на русском языке не изменяется»."""


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
    return _inserted(text, at, clause) or _apart(text, at, clause)


def _inserted(text: str, at: int, clause: Clause) -> tuple[list[Edit], int] | None:
    """Read «дополнить …», with the unit behind which the new one goes, if it is named."""
    after = _BEHIND.match(text, at) or _INSERT_BEHIND.match(text, at)
    words, start = (
        (text, at) if after is None else (f"{text[: after.end()]}дополнить {text[after.end() :]}", after.end())
    )
    if after is not None and text.startswith("дополнить ", after.end()):
        words = text
    match = _INSERT.match(words, start)
    if match is None:
        return None
    edit = _insertion(match, clause)
    end = match.end() - (len(words) - len(text))
    if after is None or edit is None:
        return ([edit], end) if edit else None
    placed = behind(after["after"], edit, targets=targets)
    return ([placed], end) if placed else None


def _insertion(match: re.Match[str], clause: Clause) -> Edit | None:
    kind = next((kind for kind, _ in NOUNS if match[kind.name]), None)
    if match["list"] and match["first"]:
        return None
    pairs = numbers_of(match["list"] or match["first"] or "")
    numbers = ranged(pairs)
    if kind is Kind.POINT and (match["list"] or "").endswith(")"):
        kind = Kind.SUBPOINT
    op = Op.INSERT_UNIT if numbers else Op.APPEND_UNIT
    return Edit(op, quoted(clause, match), unit=kind, numbers=numbers)


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
        return [appendix(numbers_of(appended["list"] or ""))], appended.end()
    return None
