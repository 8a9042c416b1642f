"""Russian edits of whole units: restate, insert, append, repeal."""

from __future__ import annotations

import re

from aigaq.law.drafting.clause import Clause
from aigaq.law.drafting.grammar import Edit
from aigaq.law.drafting.instruction import Op, Place, Step, Target
from aigaq.law.drafting.quotes import Q
from aigaq.law.drafting.russian.targets import LIST, NOUNS, ORDINAL, SENTENCE, numbers_of, targets
from aigaq.law.drafting.russian.words import quoted
from aigaq.law.structure.number import follows
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
            return [Edit(op, quoted(clause, match))], match.end()
    return _inserted(text, at, clause) or _apart(text, at, clause)


def _inserted(text: str, at: int, clause: Clause) -> tuple[list[Edit], int] | None:
    """Read «дополнить …», with the unit behind which the new one goes, if it is named."""
    behind = _BEHIND.match(text, at) or _INSERT_BEHIND.match(text, at)
    words, start = (
        (text, at) if behind is None else (f"{text[: behind.end()]}дополнить {text[behind.end() :]}", behind.end())
    )
    if behind is not None and text.startswith("дополнить ", behind.end()):
        words = text
    match = _INSERT.match(words, start)
    if match is None:
        return None
    edit = _insertion(match, clause)
    end = match.end() - (len(words) - len(text))
    if behind is None or edit is None:
        return ([edit], end) if edit else None
    placed = _behind(behind["after"], edit)
    return ([placed], end) if placed else None


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


def _insertion(match: re.Match[str], clause: Clause) -> Edit | None:
    kind = next((kind for kind, _ in NOUNS if match[kind.name]), None)
    if match["list"] and match["first"]:
        return None
    pairs = numbers_of(match["list"] or match["first"] or "")
    numbers = tuple(number if not through else f"{number}-to-{through}" for number, through in pairs)
    if kind is Kind.POINT and (match["list"] or "").endswith(")"):
        kind = Kind.SUBPOINT
    op = Op.INSERT_UNIT if numbers else Op.APPEND_UNIT
    return Edit(op, quoted(clause, match), unit=kind, numbers=numbers)


def _apart(text: str, at: int, clause: Clause) -> tuple[list[Edit], int] | None:
    """Read what is inserted that is no unit with a place of its own: headings, rows, a note, an appendix."""
    headings = _HEADINGS.match(text, at)
    if headings:
        edit = _contents(headings, clause)
        return ([edit], headings.end()) if edit else None
    row, note, appended = _ROWS.match(text, at), _NOTE.match(text, at), _APPENDED.match(text, at)
    if row:
        return [Edit(Op.APPEND_UNIT, quoted(clause, row), unit=Kind.ROW)], row.end()
    if note:
        return [Edit(Op.APPEND_UNIT, quoted(clause, note), unit=Kind.INDENT, targets=(NOTE,))], note.end()
    if appended:
        numbers = tuple(number for number, _ in numbers_of(appended["list"] or ""))
        op = Op.INSERT_UNIT if numbers else Op.APPEND_UNIT
        return [Edit(op, unit=Kind.APPENDIX, numbers=numbers)], appended.end()
    return None


def _contents(match: re.Match[str], clause: Clause) -> Edit | None:
    """Read «дополнить заголовками статей 5-1 и 5-2»: lines of the contents, whatever list they stand in."""
    named = targets(match["rest"])
    if named is None or named[1] != len(match["rest"]) or any(len(target.steps) != 1 for target in named[0]):
        return None
    steps = [target.steps[0] for target in named[0]]
    kinds = {step.kind for step in steps}
    where = (Target((), Place.CONTENTS),)
    blocks = quoted(clause, match)
    if len(kinds) > 1:
        return Edit(Op.APPEND_UNIT, blocks, unit=Kind.CONTENTS, targets=where)
    numbers = tuple(step.number if not step.through else f"{step.number}-to-{step.through}" for step in steps)
    return Edit(Op.INSERT_UNIT, blocks, unit=kinds.pop(), numbers=numbers, targets=where)
