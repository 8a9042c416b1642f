"""Whole acts, invented, with what they say to do beside them: lists in lists, several laws, staged entry into force."""

from __future__ import annotations

from pathlib import Path

import pytest

from aigaq.law.drafting import Act, Instruction
from aigaq.law.drafting.instruction import Force
from aigaq.values import Language
from tests.law.drafting.told import act, line

ACTS = Path(__file__).parent / "acts"


def listed(found: Act) -> str:
    """Return an act as a list: its laws, then its instructions, each with its law, its place and its rule."""
    laws = [f"{number}: {law.title} ({law.date})" for number, law in enumerate(found.laws)]
    return "\n".join([f"{found.number} {found.date} {found.title}", *laws, *map(_row, found.instructions), ""])


def _row(instruction: Instruction) -> str:
    words = " ".join(line(instruction).split())
    return f"{instruction.law} | {instruction.address} | {words} | {rule(instruction.force)}"


def rule(force: Force) -> str:
    """Return a rule on entry into force in one line."""
    parts = [force.entry.value, str(force.date or ""), str(force.after or "")]
    parts += [f"until {force.until}"] * bool(force.until) + [f"since {force.since}"] * bool(force.since)
    return " ".join(filter(None, parts))


@pytest.mark.parametrize("name", ["nested.ru", "nested.kk"])
def test_an_act_is_read_whole(name: str) -> None:
    found = act((ACTS / f"{name}.txt").read_text(encoding="utf-8"), Language(name[-2:]))
    assert [(gap.reason, gap.text) for gap in found.accounting.unclaimed] == []
    assert listed(found) == (ACTS / f"{name}.read.txt").read_text(encoding="utf-8")


HEAD = "Статья 1. Внести изменения и дополнения в следующие законодательные акты Республики Казахстан:\n\n"
LAW = "1. В Закон Республики Казахстан от 7 мая 2029 года «О чтении»:\n\n"

LOST = {
    "a law that is not understood": (
        HEAD
        + "1. В некий свод:\n\n1) статью 5 исключить;\n\n2. В Закон Республики Казахстан от 7 мая 2029 года «О чтении»:"
        "\n\n1) статью 6 исключить;",
        ["repeal article 6"],
    ),
    "a list whose place is not understood": (
        HEAD
        + LAW
        + "1) в статье пять с половиной:\n\nпункт 2 исключить;\n\nпункт 3 исключить;\n\n2) статью 6 исключить;",
        ["repeal article 6"],
    ),
    "a list that opens with the wrong sign": (
        HEAD + LAW + "1) в статье 5;\n\nпункт 2 исключить;\n\n2) статью 6 исключить;",
        ["repeal article 6"],
    ),
    "a quotation that never closes": (
        HEAD + LAW + "1) в статье 5 слова «а исключить;\n\nпункт 2 исключить;\n\n2) статью 6 исключить;",
        ["repeal article 6"],
    ),
    "no law at all": (HEAD + LAW + "Статья 2. Статью 7 исключить.", []),
    "a part that may hang on the subpoint or on what holds it": (
        HEAD + LAW + "1) в статье 5:\n\nв подпункте 2):\n\nслово «а» исключить;\n\nчасть вторую исключить;",
        ["delete_words article 5/subpoint 2 [а]"],
    ),
    "a unit that no open list can hold": (
        HEAD + LAW + "в подпункте 2) статьи 5:\n\nслово «а» исключить;\n\nподпункт 3) исключить;",
        ["delete_words article 5/subpoint 2 [а]"],
    ),
}


@pytest.mark.parametrize("case", LOST)
def test_what_follows_something_lost_is_not_given_a_wrong_place(case: str) -> None:
    text, readings = LOST[case]
    found = act(text, Language.RU)
    assert [line(instruction) for instruction in found.instructions] == readings
    assert found.accounting.unclaimed
