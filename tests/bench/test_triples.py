"""The scoring of real instructions: its oracle can tell right from wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.applying import costs
from bench.triples import by_the_letter, faults, score, shape, wilson

from aigaq.law.amend import Applied, apply_all, instructions_of
from aigaq.values import Language

LAW = "1. Книга стоит в шкафу, где нет света.\n\n2. Шкаф открыт."


@pytest.mark.parametrize(
    ("instruction", "right", "wrong"),
    [
        ("в пункте 2 слово «открыт» заменить словом «закрыт»;", "закрыт.", "закрыт"),
        ("в пункте 1 слова «, где нет света» исключить;", "шкафу.", "шкафу,"),
        ("в пункте 1 после слова «Книга» дополнить словом «всегда»;", "Книга всегда", "Книга  всегда же"),
        ("пункт 2 изложить в следующей редакции:\n\n«2. Шкафа нет.»;", "Шкафа нет.", "Шкафа нет"),
    ],
)
def test_the_oracle_tells_right_from_wrong(instruction: str, right: str, wrong: str) -> None:
    act = instructions_of(instruction, Language.RU)
    done = apply_all(act.instructions, LAW, act=act)
    assert done.applied and right in done.text
    assert by_the_letter(act, LAW, done, Language.RU)
    spoilt = Applied(done.text.replace(right, wrong), done.outcomes)
    assert not by_the_letter(act, LAW, spoilt, Language.RU)


def test_marks_of_the_publisher_and_stubs_are_no_law() -> None:
    official = "### Статья 22. (Исключена Законом РК от 5 апреля 1999 г. N 361 Z990361_ )"
    assert shape(official, Language.RU) == shape("Статья 22. Исключена", Language.RU) == [("22", "")]
    assert shape("1. Нет. см.U101039", Language.RU) == shape("1. Нет.", Language.RU)


@pytest.mark.parametrize(("good", "total", "low", "high"), [(0, 0, 0, 1), (13, 13, 0.77, 1), (42, 43, 0.88, 1)])
def test_wilson(good: int, total: int, low: float, high: float) -> None:
    found = wilson(good, total)
    assert found[0] == pytest.approx(low, abs=0.01) and found[1] == pytest.approx(high, abs=0.01)


def test_real_instructions_on_real_units(kz: Path) -> None:
    assert list(faults(score(kz))) == []


def test_applying_costs_are_measured_on_acts_that_apply() -> None:
    law, found = costs(characters=60_000, counts=(0, 20), runs=1)
    assert len(law.source.text) > 50_000
    assert [(cost.instructions, cost.applied) for cost in found] == [(0, 0), (20, 20)]
