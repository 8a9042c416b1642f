"""What holds for every text: reading does not fail, every character has its account, layout says nothing."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aigaq.law.drafting import Act
from aigaq.law.structure.paragraphs import LAYOUT
from aigaq.values import Language
from tests.law.drafting.told import KK, RU, act, line

ACTS = Path(__file__).parent / "acts"
PIECES = [
    "Статья 1. ", "1. ", "2) ", "а) ", "в статье 5", "пункт 2 ", "подпункты 1) и 3) ", "слова ", "«А» ", "«", "»", '"',
    "заменить словами ", "исключить", "дополнить ", "частью второй ", ("следующего "
    "содержания"), ":", ";", ".", ", ", " и ",
    "\n\n", "\n", "\t", "(", ")", "изложить в следующей редакции", "Внести в Закон «О книгах» ", "следующие изменения",
    "Настоящий Закон вводится в действие ", "с 1 января 2027 года", "за исключением ", "который ", "по всему тексту ",
    "1-бап. ", "5-бапта", "2-тармақ ", "3) тармақша ", "деген сөздер ", "деген сөзбен ", "ауыстырылсын",
    "алып тасталсын",
    "мынадай мазмұндағы ", "толықтырылсын", "мынадай редакцияда жазылсын", "екінші абзац ", "және ", "Осы Заң ",
    "2027 жылғы 1 қаңтардан бастап ", "қолданысқа енгізіледі", "қоспағанда, ",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=60).map("".join),
)


@given(TEXTS, st.sampled_from([RU, KK]))
def test_every_character_is_claimed_or_reported(text: str, language: Language) -> None:
    found = act(text, language)
    account = found.accounting
    claimed = [(one.start, one.end) for one in account.claimed]
    stretches = sorted([*claimed, *((one.start, one.end) for one in account.unclaimed)])
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(stretches))
    held = {at for start, end in stretches for at in range(start, end)}
    between = "".join(sign for at, sign in enumerate(text) if at not in held)
    assert not between.strip(LAYOUT + ";:.,#>"), between
    assert all(text[gap.start : gap.end] == gap.text for gap in account.unclaimed)
    lost = sum(sign not in LAYOUT for gap in account.unclaimed for sign in gap.text)
    assert account.understood + lost == account.characters


@given(TEXTS, st.sampled_from([RU, KK]))
def test_every_instruction_quotes_the_act(text: str, language: Language) -> None:
    found = act(text, language)
    for instruction in found.instructions:
        assert all(text[one.start : one.end] == one.text for one in instruction.quoted)
        assert 0 <= instruction.span[0] < instruction.span[1] <= len(text)


def summary(found: Act) -> list[str]:
    """Return what an act says to do, whatever its layout."""
    return [" ".join(line(one).split()) for one in found.instructions]


LAYOUTS = {
    "no empty lines": lambda text: text.replace("\n\n", "\n"),
    "more empty lines": lambda text: text.replace("\n\n", "\n\n\n\n"),
    "lines of another system": lambda text: text.replace("\n", "\r\n"),
    "indented": lambda text: text.replace("\n\n", "\n\n      "),
    "wide spaces": lambda text: text.replace(" ", "\u00a0"),
    "two spaces": lambda text: text.replace(" ", "  "),
    "long dashes": lambda text: text.replace(" - ", " — "),
    "look-alike letters": lambda text: text.replace("с", "c").replace("о", "o").replace("і", "i"),
    "headings of a copy": lambda text: text.replace("\n\nСтатья ", "\n\n## Статья ").replace("\n\n2-", "\n\n## 2-"),
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", ["nested.ru", "nested.kk"])
def test_layout_says_nothing(name: str, layout: str) -> None:
    text = (ACTS / f"{name}.txt").read_text(encoding="utf-8")
    plain, other = act(text, Language(name[-2:])), act(LAYOUTS[layout](text), Language(name[-2:]))
    assert [gap.text for gap in other.accounting.unclaimed] == []
    if layout not in ("look-alike letters", "wide spaces", "two spaces"):
        assert summary(other) == summary(plain)
    assert [(one.op, one.targets, one.unit, one.numbers, one.force.date) for one in other.instructions] == [
        (one.op, one.targets, one.unit, one.numbers, one.force.date) for one in plain.instructions
    ]


@pytest.mark.parametrize("marks", ["«»", '""', "“”"])
def test_the_style_of_quotation_marks_says_nothing(marks: str) -> None:
    text = (ACTS / "nested.ru.txt").read_text(encoding="utf-8").replace("«О «полках» и шкафах»", "о полках и шкафах")
    other = text.replace("«", marks[0]).replace("»", marks[1])
    assert not act(other, RU).accounting.unclaimed
    assert summary(act(other, RU)) == summary(act(text, RU))
