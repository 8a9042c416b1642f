"""Hostile texts: bounds on time and memory, a clear refusal past them, time that grows no faster than the text."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from aigaq.errors import Refused
from aigaq.law.drafting import read_act
from aigaq.law.source import Source
from aigaq.values import Language
from tests.law.drafting.told import KK, RU, act

HEAD = "Статья 1. Внести в Закон Республики Казахстан от 7 мая 2029 года «О чтении» следующие изменения:\n\n"
SECONDS = 10
"""Far more than any of these takes; what grows too fast takes minutes."""

REFUSED: dict[str, tuple[Callable[[], str], str]] = {
    "ten million characters of lists": (lambda: "1) в статье 5:\n\n" * 625_000, "act.too-long"),
    "a million quotation marks": (lambda: '"' * 1_000_000, "act.too-many"),
    "a million quotations": (lambda: "«а» " * 900_000, "act.too-many"),
    "a million paragraphs": (lambda: "а\n\n" * 1_000_000, "act.too-many"),
    "more instructions than any act": (lambda: HEAD + "статью 5 исключить;\n\n" * 21_000, "act.too-many"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_act_is_refused_in_seconds(case: str) -> None:
    make, code = REFUSED[case]
    source = Source("act.txt", "text/plain", "", make())
    began = time.process_time()
    with pytest.raises(Refused) as refusal:
        read_act(source, in_language=RU)
    assert refusal.value.code == code
    assert time.process_time() - began < SECONDS


HOSTILE: dict[str, Callable[[], str]] = {
    "deep lists": lambda: HEAD + "в главе 1:\n\nв статье 2:\n\nв пункте 3:\n\nв части второй:\n\n" * 2_000,
    "quotations that never close": lambda: HEAD + "1) статью 5 изложить в следующей редакции:\n\n«Статья 5\n\n" * 3_000,
    "one line": lambda: "слово " * 300_000,
    "one word": lambda: "а" * 1_000_000,
    "brackets": lambda: HEAD + "1) в статье 5 " + "(" * 100_000,
    "brackets in brackets": lambda: HEAD + "1) в статье 5 " + "(а" * 50_000 + ")" * 50_000,
    "a list of words without a verb": lambda: HEAD + "1) слова " + "«а», " * 50_000,
    "a list of words with a verb": lambda: HEAD + "1) слова " + "«а», " * 3_000 + "«а» исключить;",
    "a list of places": lambda: HEAD + "1) в пунктах " + ", ".join(map(str, range(5_000))) + " слово «а» исключить;",
    "a product of places": lambda: HEAD + "1) в " + "пунктах 1, 2, 3, 4, 5 " * 12 + " слово «а» исключить;",
    "a law that never ends": lambda: "Внести в Закон " * 20_000,
    "laws that never end": lambda: ("Внести в Закон " + "следующие " * 1_500 + "\n\n") * 50,
    "a number in words": lambda: "Настоящий Закон вводится в действие по истечении " + "двадцати " * 20_000,
    "exceptions": lambda: (
        "Настоящий Закон вводится в действие с 1 января 2027 года, за исключением "
        + ", ".join(f"подпункта {at}) статьи 1, который вводится в действие с 1 июля 2027 года" for at in range(2_000))
    ),
    "signs": lambda: ";" * 500_000,
    "spaces": lambda: " " * 1_000_000,
}


@pytest.mark.parametrize("language", [RU, KK])
@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_text_takes_seconds(case: str, language: Language) -> None:
    source = Source("act.txt", "text/plain", "", HOSTILE[case]())
    began = time.process_time()
    read_act(source, in_language=language)
    assert time.process_time() - began < SECONDS


def test_time_grows_no_faster_than_the_text() -> None:
    def taken(count: int) -> float:
        text = HEAD + "\n\n".join(f"{at}) в статье {at} слова «а» заменить словами «б»;" for at in range(1, count + 1))
        began = time.process_time()
        found = act(text, RU)
        assert len(found.instructions) == count
        return time.process_time() - began

    taken(200)
    short, long = min(taken(300) for _ in range(3)), min(taken(3_000) for _ in range(2))
    assert long < 30 * short
