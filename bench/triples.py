"""Real instructions on real units: the result held against the letter of the act and against the official text.

Each row of ``triples.jsonl`` has an instruction word for word, and the unit before and after from official editions.
Two questions are asked of each result, apart: does it do what the letter says (an oracle of plain string operations on
folded text), and is it what the official consolidation reads?
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from math import sqrt
from pathlib import Path

from attrs import frozen

from aigaq.law.amend import Applied, apply_all, instructions_of
from aigaq.law.drafting import Act, Instruction, Op, read_act
from aigaq.law.drafting.instruction import Side
from aigaq.law.read import read
from aigaq.law.structure.build import parse_fragment
from aigaq.law.structure.key import key
from aigaq.values import Language

_MARKS = re.compile(r"\s*(?:см\.|қараңыз\.)\s?U\d+|\s*<\*>|V\d{9}")
"""Marks of the publisher inside official texts: no law."""

_STUB = re.compile(
    r"[#\s]*(?P<mark>(?:Статья \d[\d-]*\.|\d[\d-]*[.)])) ?"
    r"(?:\(?(?:(?:Подпункт|Пункт|Статья) [\d-]+ )?(?i:исключен[ао]?|алып тасталды|алынып тасталды)\b.*|\s*)$",
)
_NOTE = re.compile(r"(?:Сноска|Ескерту)\b.*")


@frozen
class Scored:
    """One row with what came of it.

    Args:
        row: The row.
        verdict: ``exact``, ``wrong`` or ``refused`` against the official text; ``not scored`` where there is none.
        literal: The same against the letter of the act; ``not scored`` where the unit before is not known.
        read: True when every word of the instruction was understood.
        said: Reasons of refusals.
    """

    row: dict[str, str]
    verdict: str
    literal: str
    read: bool
    said: tuple[str, ...] = ()


def score(folder: Path) -> list[Scored]:
    """Return every row of the folder with its verdicts."""
    lines = (folder / "amendments" / "triples.jsonl").read_text(encoding="utf-8").splitlines()
    return [_scored(json.loads(line)) for line in lines]


def _scored(row: dict[str, str]) -> Scored:
    language = Language(row["lang"])
    act = instructions_of(row["instruction"], language)
    read = bool(act.instructions) and not act.accounting.unclaimed
    if row["before"] is None:
        return Scored(row, "not scored", "not scored", read)
    before = _MARKS.sub("", row["before"])
    done = apply_all(act.instructions, before, act=act)
    said = tuple(outcome.reason.value for outcome in done.outcomes if outcome.reason)
    if not done.applied:
        return Scored(row, "refused" if row["scorable"] else "not scored", "refused", read, said)
    letter = "exact" if by_the_letter(act, before, done, language) else "wrong"
    if not row["scorable"]:
        return Scored(row, "not scored", letter, read)
    same = shape(done.text, language) == shape(row["after"] or "", language)
    return Scored(row, "exact" if same else "wrong", letter, read)


def shape(text: str, language: Language) -> list[tuple[str, str]]:
    """Return the paragraphs of a text as numbers and keys; of a repealed unit the number alone."""
    lines = []
    for line in _MARKS.sub("", text).splitlines():
        stub = _STUB.match(line)
        if not _NOTE.match(line.strip()):
            lines.append(f"{stub['mark']} исключен" if stub and language is Language.RU else line)
    tree = parse_fragment("\n".join(lines), language)
    return [(unit.number, "" if unit.repealed else unit.key) for unit in tree.units if unit.text or unit.number]


def by_the_letter(act: Act, before: str, done: Applied, language: Language) -> bool:
    """Tell whether plain string operations on folded text, in the order of the instructions, give the same words."""
    units = [found for found in act.instructions if found.op in (Op.REPEAL, Op.INSERT_UNIT, Op.APPEND_UNIT, Op.RESTATE)]
    words = [found for found in act.instructions if found not in units]
    lines = shape(before, language)
    for instruction in words:
        lines = [(number, _edited(instruction, f" {text} ").strip()) for number, text in lines]
    if not units:
        return lines == shape(done.text, language)
    return len(units) == 1 and _units_by_the_letter(units[0], lines, done, language)


def _edited(instruction: Instruction, text: str) -> str:
    """Return folded text after an edit of words."""
    for at, find in enumerate(instruction.find):
        old = f" {key(find)} "
        put = instruction.put[min(at, len(instruction.put) - 1)] if instruction.put else ""
        new = f" {key(put)} " if put else " "
        if instruction.op is Op.INSERT_WORDS:
            new = f"{old.rstrip()}{new}" if instruction.side is Side.AFTER else f"{new.rstrip()}{old}"
        text = text.replace(old, new)
    return text


def _units_by_the_letter(
    instruction: Instruction, was: Sequence[tuple[str, str]], done: Applied, language: Language
) -> bool:
    """Tell whether what is quoted stands there, and nothing else came or went that the letter does not say."""
    after = shape(done.text, language)
    quoted = [line for quotation in instruction.quoted for line in shape(quotation.text, language)]
    if instruction.op is Op.REPEAL:
        changed = [line for line in after if line not in was]
        return all(not words for _, words in changed) and len(after) <= len(was)
    places = [at for at in range(len(after)) if after[at : at + 1] == quoted[:1]]
    left = [line for line in after if line not in quoted]
    kept = all(line in was for line in left)
    if instruction.op is Op.RESTATE:
        return bool(places) and kept and all(line in after for line in quoted)
    return bool(places) and left == [line for line in was if line not in quoted]


def wilson(good: int, total: int) -> tuple[float, float]:
    """Return the 95% interval of a share (E. B. Wilson, Journal of the American Statistical Association 22, 1927).

    >>> low, high = wilson(37, 37)
    >>> round(low, 2), round(high, 6)
    (0.91, 1.0)
    """
    if not total:
        return 0.0, 1.0
    z = 1.959964
    share, spread = good / total, z * z / total
    middle = (share + spread / 2) / (1 + spread)
    half = z * sqrt(share * (1 - share) / total + spread / total / 4) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


def report(found: Sequence[Scored]) -> Iterator[str]:
    """Yield the tables as Markdown: scored rows by language and operation, then every other row."""
    for title, field in (("the official consolidation", "verdict"), ("the letter of the act", "literal")):
        yield f"### Against {title}"
        yield ""
        yield "| language | operation | n | exact | wrong | refused | exact, 95% interval |"
        yield "| --- | --- | ---: | ---: | ---: | ---: | --- |"
        yield from _table(found, field)
        yield ""
    yield "### Rows that are not scored, and what happened"
    yield ""
    yield "| row | operation | why it is not scored | read to its last word | against the letter |"
    yield "| --- | --- | --- | --- | --- |"
    for scored in found:
        if scored.verdict == "not scored":
            row, why = scored.row, scored.row["reason"] or ""
            said = f"{scored.literal} ({', '.join(scored.said)})" if scored.said else scored.literal
            yield f"| {row['id']} | {row['op']} | {why} | {'yes' if scored.read else '**no**'} | {said} |"
    refused = [scored for scored in found if scored.verdict == "refused"]
    yield ""
    yield (
        "Refused: "
        + ("; ".join(f"{scored.row['id']} ({', '.join(scored.said)})" for scored in refused) or "none")
        + "."
    )


def _table(found: Sequence[Scored], field: str) -> Iterator[str]:
    for language in ("ru", "kk"):
        rows = [scored for scored in found if scored.row["lang"] == language and getattr(scored, field) != "not scored"]
        for op in [*sorted({scored.row["op"] for scored in rows}), None]:
            own = [getattr(scored, field) for scored in rows if op is None or scored.row["op"] == op]
            counts = Counter(own)
            low, high = wilson(counts["exact"], len(own))
            name = f"**{language}**" if op is None else language
            yield (
                f"| {name} | {op or '**all**'} | {len(own)} | {counts['exact']} | {counts['wrong']} "
                f"| {counts['refused']} | {low:.0%} – {high:.0%} |"
            )


def acts(folder: Path) -> Iterator[str]:
    """Yield how much of every whole act is read, as a table."""
    yield "| act | instructions | claimed | stretches unclaimed |"
    yield "| --- | ---: | ---: | ---: |"
    for path in sorted((folder / "amendments" / "acts").glob("*.txt")):
        act = read_act(read(path))
        account = act.accounting
        yield f"| {path.stem} | {len(act.instructions)} | {account.share:.1%} | {len(account.unclaimed)} |"


def unread(folder: Path) -> Iterator[str]:
    """Yield the acts of which something is not read."""
    for path in sorted((folder / "amendments" / "acts").glob("*.txt")):
        if read_act(read(path)).accounting.unclaimed:
            yield f"{path.stem} is not read to its last word"


def faults(found: Sequence[Scored]) -> Iterator[str]:
    """Yield what is not as it must be: a wrong result, an instruction that is not read, too few exact ones."""
    for scored in found:
        if "wrong" in (scored.verdict, scored.literal):
            yield f"{scored.row['id']} is wrong"
        if not scored.read:
            yield f"{scored.row['id']} is not read to its last word"
    for language, aim in (("ru", 0.95), ("kk", 0.90)):
        own = [scored.verdict for scored in found if scored.row["lang"] == language and scored.verdict != "not scored"]
        if own.count("exact") < aim * len(own):
            yield f"{language}: {own.count('exact')} of {len(own)} exact"
