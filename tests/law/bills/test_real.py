"""Real texts: two acts that amended one law in sequence, as far as its units are at hand, and a long code."""

from __future__ import annotations

import json
import re
from pathlib import Path

from aigaq.law.amend import Status
from aigaq.law.bills import ConflictCode, amend_all, rows_by
from aigaq.law.compare.compare import compare
from aigaq.law.drafting.read import read_act
from aigaq.law.read import read
from aigaq.law.source import Source
from aigaq.law.structure import Kind, Tree, parse
from aigaq.values import Language

PLACE = re.compile(r"ст\. (\d+)(?: п\. (\d+))?(?: пп\. (\d+)\))?")


def units(kz: Path) -> dict[tuple[int, int, int], str]:
    """Return the units of the law before the first act, as far as both acts give them: by article, point, subpoint."""
    lines = (kz / "amendments" / "triples.jsonl").read_text(encoding="utf-8").splitlines()
    triples = [json.loads(line) for line in lines]
    found: dict[tuple[int, int, int], str] = {}
    for act in ("2561", "4629"):
        for triple in triples:
            place = PLACE.fullmatch(triple["target"])
            if triple["act_code"] == act and triple["lang"] == "ru" and place and triple["before"]:
                number = (int(place[1]), int(place[2] or 0), int(place[3] or 0))
                found.setdefault(number, triple["before"].strip().removeprefix("### "))
    return found


def law(kz: Path) -> Tree:
    """Put the units together as a law; where a unit is not at hand there is only its number."""
    known = units(kz)
    text = "О занятости населения\n"
    article = point = 0
    for (at, inner, deep), words in sorted(known.items()):
        if at != article and not words.startswith("Статья"):
            text += f"\nСтатья {at}. …\n"
        if inner and (at, inner) != (article, point) and deep:
            text += f"\n{inner}. …:\n"
        text += f"\n{words}\n"
        article, point = at, inner
    return parse(Source("law.txt", "text/plain", "", text), in_language=Language.RU)


def test_one_act_after_another(kz: Path) -> None:
    first, second = (read_act(read(kz / "amendments" / "acts" / f"ru-{number}.txt")) for number in ("2561", "4629"))
    found = amend_all([first, second], law(kz))
    applied = [
        {outcome.instruction.index for outcome in step.outcomes if outcome.status is Status.APPLIED}
        for step in found.steps
    ]
    assert {0, 2, 3, 4} <= applied[0]
    assert {4, 6, 7, 8} <= applied[1]
    depending = {
        (conflict.one, conflict.other, conflict.message.template.partition("{n} ")[2].partition(" bill")[0])
        for conflict in found.conflicts
        if conflict.code is ConflictCode.DEPENDS
    }
    assert {((), (4,), "can be applied only after"), ((), (8,), "can be applied only after")} <= depending
    assert ((3,), (), "cannot be applied after") in depending
    same = {conflict.eids for conflict in found.conflicts if conflict.code is ConflictCode.SAME_UNIT}
    assert ("art_17__subpara_1",) in same
    comparison = compare(found.law, found.new)
    makers = dict(zip((change.eid for change in comparison.changes), rows_by(found, comparison), strict=True))
    assert all(makers.values())
    assert makers["art_14__al_1"] == ((0, 2), (1, 4))
    assert makers["art_17__subpara_1"] == ((1, 6),)
    assert makers["art_17__subpara_4"] == ((1, 7),)


def test_bills_about_a_long_code(kz: Path) -> None:
    code = parse(read(kz / "editions" / "labour-code@2026-01.ru.txt"))
    numbers = [
        unit.number
        for unit in code.units
        if unit.kind is Kind.ARTICLE and unit.number.isdigit() and not unit.repealed and unit.children
    ]
    bills = []
    for start in (0, 1, 2):
        edits = [f"{at}) статью {number} исключить;" for at, number in enumerate(numbers[start::3][:20], 1)]
        opening = "Внести в Трудовой кодекс Республики Казахстан следующие изменения:"
        source = Source("bill.txt", "text/plain", "", "\n\n".join([opening, *edits, ""]))
        bills.append(read_act(source, in_language=Language.RU))
    found = amend_all(bills, code)
    assert found.conflicts == ()
    assert {outcome.status for step in found.steps for outcome in step.outcomes} == {Status.APPLIED}
    comparison = compare(found.law, found.new)
    rows = rows_by(found, comparison)
    assert len(rows) == len(comparison.changes) == 60
    assert sorted(maker for makers in rows for maker in makers) == [(bill, at) for bill in range(3) for at in range(20)]
