"""Small records with the verdicts that somebody expected of them who had read the reference, not the program.

``cases.jsonl`` has a record a line: rows of the tables, the day, and for each rule what its findings must be. ``C``
complied, ``B`` breach, ``F`` falls short, ``N`` not applicable, ``X`` could not be looked at; ``CX`` exactly these,
``|`` either, ``!B`` none of these, ``>B`` at least these, ``-`` no finding.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from aigaq.bill.checks import Case, Verdict, judge
from aigaq.bill.dossier import read_dossier
from aigaq.bill.rule import international

CASES = [json.loads(line) for line in Path(__file__).with_name("cases.jsonl").read_text(encoding="utf-8").splitlines()]
LETTERS = dict(zip("CBFNX", Verdict, strict=True))
TABLES = {
    "events": "events.csv",
    "choices": "choices.csv",
    "documents": "documents/documents.csv",
    "looks": "documents/looks.csv",
}


@cache
def rules() -> tuple[object, ...]:
    return international()


def written(case: Mapping[str, object], folder: Path) -> Path:
    (folder / "documents").mkdir(parents=True)
    head = 'format = "aigaq/dossier"\nversion = 1\nid = "c0ffee0123456789"\njurisdiction = "kz"\nfictional = true\n'
    head += f'{case.get("top", "")}\n[title]\nen = "Made up"\n'
    if case["initiator"]:
        head += f'[initiator]\nwho = "{case["initiator"]}"\nsource = "press"\n'
    (folder / "dossier.toml").write_text(head, encoding="utf-8")
    tables = {name: case.get(name, []) for name in TABLES}
    sources = {"press"} | {row["source"] for rows in tables.values() for row in rows}  # type: ignore[attr-defined]
    table(folder / "sources.csv", [{"source": name, "kind": "press", "title": name} for name in sorted(sources)])
    for name, file in TABLES.items():
        table(folder / file, tables[name])  # type: ignore[arg-type]
    return folder


def table(path: Path, rows: Sequence[Mapping[str, str]]) -> None:
    names = list(dict.fromkeys(name for row in rows for name in row)) or ["source"]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names)
        writer.writeheader()
        writer.writerows(rows)


def fits(wanted: str, found: set[Verdict]) -> bool:
    def one(word: str) -> bool:
        named = {LETTERS[letter] for letter in word.lstrip("!>-")}
        if word.startswith("!"):
            return not named & found
        return named <= found if word.startswith(">") else named == found

    return any(one(word) for word in wanted.split("|"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_verdict_is_the_one_that_was_expected(case: Mapping[str, object], tmp_path: Path) -> None:
    made = Case(read_dossier(written(case, tmp_path / "d")), date.fromisoformat(str(case["day"])))
    found = judge(made, rules())  # type: ignore[arg-type]
    wanted = case["expect"]
    assert isinstance(wanted, dict)
    told = {rule: {each.verdict for each in found if each.rule.id == rule} for rule in wanted}
    assert {rule: told[rule] for rule, word in wanted.items() if not fits(word, told[rule])} == {}


def test_an_expectation_can_fail() -> None:
    assert not fits("C", {Verdict.COMPLIED, Verdict.BREACH})
    assert not fits("!B", {Verdict.BREACH})
    assert not fits(">B", {Verdict.COMPLIED})
    assert fits("-", set()) and fits("N|X", {Verdict.NOT_APPLICABLE})
