"""The bill this project began with: its known amendments, put into an act, applied to the whole real laws.

The amendments of the child-rights law stand in ``reconstructed.jsonl`` (their instructions are reconstructed, their
wordings official); that of the education law is read off its two editions. The texts say whether the result is right:
the rows must show the official wording before and after. The Kazakh copy of the child-rights law holds the bill
already, so there every instruction must be refused for that reason, and the units before the bill stand in for the law.
No wording is printed.
"""

from __future__ import annotations

import json
from pathlib import Path

from attrs import evolve

from aigaq.app.amend import apply_acts
from aigaq.app.law import open_law
from aigaq.app.stated import Statement
from aigaq.law.amend import Reason, apply_all
from aigaq.law.amend.place import eid_of
from aigaq.law.compare import Change, compare
from aigaq.law.drafting import Act, read_act
from aigaq.law.source import Source
from aigaq.law.structure.key import key
from aigaq.text.tokens import words
from aigaq.values import Language

_NAMES = {
    Language.RU: ("О правах ребенка в Республике Казахстан", "Об образовании"),
    Language.KK: ("Қазақстан Республикасындағы баланың құқықтары туралы", "Білім туралы"),
}
_OPENERS = {
    Language.RU: "Внести в Закон Республики Казахстан «{}» следующие изменения и дополнения:",
    Language.KK: "«{}» Қазақстан Республикасының Заңына мынадай өзгерістер мен толықтырулар енгізілсін:",
}
_UNITS = {
    "b248-kid34-3": "art_34__para_3",
    "b248-kid39-1": "art_39__para_1",
    "b248-kid39-1-parts": "art_39__para_1__al_2",
}


def rows(folder: Path, language: Language) -> dict[str, dict[str, str]]:
    """Return the rows of the child-rights law in one language, by their names."""
    lines = (folder / "amendments" / "reconstructed.jsonl").read_text(encoding="utf-8").splitlines()
    found = {row["id"]: row for row in map(json.loads, lines)}
    return {name: found[f"{name}-{language.value}"] for name in _UNITS if f"{name}-{language.value}" in found}


def bill(folder: Path, language: Language) -> Act:
    """Return the act on the child-rights law, its new parts as the paragraphs they are."""
    lines = [_OPENERS[language].format(_NAMES[language][0])]
    for number, (name, row) in enumerate(rows(folder, language).items(), 1):
        text = row["instruction"]
        if name.endswith("parts"):
            opens, _, _ = text.partition(":")
            parts = row["after"].split("\n")[1:]
            text = f"{opens}:\n\n«" + "\n\n".join(parts) + "»"
        lines.append(f"{number}) {text};")
    return read_act(Source(f"bill.{language.value}", "text/plain", "", "\n\n".join(lines)), in_language=language)


def examine(folder: Path) -> tuple[str, list[str]]:
    """Return the rows that the bill makes, as Markdown, and what is not as it must be."""
    lines = ["| law | row | words out | words in | both wordings as in the official editions |"]
    lines.append("| --- | --- | ---: | ---: | --- |")
    faults: list[str] = []
    for language in _NAMES:
        told, own = _children(folder, language)
        lines += told
        faults += own
    told, own = _education(folder)
    return "\n".join([*lines, *told]), [*faults, *own]


def _children(folder: Path, language: Language) -> tuple[list[str], list[str]]:
    title = _NAMES[language][0]
    law = open_law(folder / "bilingual" / f"child-rights.{language.value}.txt", statement=Statement(title))
    (applied,) = apply_acts([bill(folder, language)], [law])
    reasons = {outcome.reason for outcome in applied.steps[0].outcomes}
    if reasons == {Reason.ALREADY_APPLIED}:
        return _units(folder, language)
    official = rows(folder, language)
    lines, faults = [], [f"child-rights.{language.value}: unresolved"] * applied.unresolved
    for change in applied.comparison.changes:
        good = any(_shows(change, row) for row in official.values())
        lines.append(_row(f"child rights, {language.value}", change, good=good))
        faults += [] if good else [f"child-rights.{language.value}: {change.eid}"]
    wanted = {"art_34__para_3", "art_39__para_1", "art_39__para_1__al_2", "art_39__para_1__al_3"}
    missing = wanted - {change.eid for change in applied.comparison.changes}
    return lines, [*faults, *(f"child-rights.{language.value}: no row {eid}" for eid in sorted(missing))]


def _units(folder: Path, language: Language) -> tuple[list[str], list[str]]:
    """Apply the bill to the units as they read before it."""
    act, lines, faults = bill(folder, language), [], []
    for name, row in rows(folder, language).items():
        eid = _UNITS[name]
        own = [found for found in act.instructions if eid_of(found.targets[0]) == eid.removesuffix("__al_2")]
        own = [found for found in own if (found.unit is None) == (not name.endswith("parts"))]
        before = row["before"] if not name.endswith("parts") else row["after"].split("\n")[0]
        done = apply_all(own, before, act=act)
        good = [key(line) for line in done.text.split("\n") if line.strip()] == [
            key(line) for line in row["after"].split("\n")
        ]
        size = f"{len(words(row['after'])) - len(words(before))} in all"
        law = f"child rights, {language.value}: the copy holds it already; the unit before it"
        lines.append(f"| {law} | `{eid}` | | {size} | {'yes' if good else '**no**'} |")
        faults += [] if good else [f"child-rights.{language.value}: {eid}"]
    return lines, faults


def _shows(change: Change, row: dict[str, str]) -> bool:
    """Tell whether a row quotes a paragraph before and after as the official editions have it."""
    before, after = ([key(line) for line in row[side].split("\n")] for side in ("before", "after"))
    return (not change.old or key(change.old) in before) and key(change.new) in after


def _row(law: str, change: Change, *, good: bool) -> str:
    return f"| {law} | `{change.eid}` | {change.deleted} | {change.inserted} | {'yes' if good else '**no**'} |"


def _education(folder: Path) -> tuple[list[str], list[str]]:
    """Write the amendment of article 28 as an instruction and apply it to the January edition."""
    trees = [open_law(folder / "editions" / f"education@{date}.ru.txt") for date in ("2026-01", "2026-04")]
    wanted = next(change for change in compare(*trees).changes if change.eid == "art_28__para_3__al_3")
    before, put = wanted.words[0].old, wanted.words[1].new
    anchor = " ".join(before.split()[-3:])
    text = f"часть третью пункта 3 статьи 28 после слов «{anchor}» дополнить словами «{put.strip()}»;"
    opener = _OPENERS[Language.RU].format(_NAMES[Language.RU][1])
    act = read_act(Source("bill", "text/plain", "", f"{opener}\n\n1) {text}"), in_language=Language.RU)
    old = evolve(trees[0], title=type(trees[0].title)(_NAMES[Language.RU][1], "argument"))
    (applied,) = apply_acts([act], [old])
    changes = applied.comparison.changes
    good = [key(change.old) == key(wanted.old) and key(change.new) == key(wanted.new) for change in changes]
    lines = [_row("education, ru", change, good=right) for change, right in zip(changes, good, strict=True)]
    return lines, [] if good == [True] else ["education: article 28"]
