"""An invented law on benches, and invented bills about it."""

from __future__ import annotations

from aigaq.law.bills import Cumulative, amend_all
from aigaq.law.drafting.instruction import Act
from aigaq.law.drafting.read import read_act
from aigaq.law.source import Source
from aigaq.law.structure import Tree, parse
from aigaq.values import Language

LAW = """О садовых скамейках

Статья 1. Слова

В настоящем Законе используются слова:

1) скамейка – место для сидения;

2) садовник – тот, кто красит скамейку;

3) краска – то, чем красят.

Статья 2. Цвет

1. Скамейка бывает зелёной, синей и белой.

Цвет выбирает садовник.

2. Цвета меняют каждую весну.

3. Тёмных цветов не бывает.

Статья 3. Вода

1. Скамейку моют весной.

2. Моют её тёплой водой с мылом.

Статья 4. Деньги

Краску покупает город.

Статья 5. Отдых

Отдыхают все.
"""

KAZAKH_LAW = """Бақ орындықтары туралы

1-бап. Түсі

1. Орындық жасыл, көк және ақ болады.

2. Түсін бағбан таңдайды.

2-бап. Су

Орындықты көктемде жуады.
"""


def law(text: str = LAW, language: Language = Language.RU) -> Tree:
    return parse(Source("law.txt", "text/plain", "ab", text), in_language=language)


def bill(*edits: str) -> Act:
    """Return a bill of these edits, all of which must be understood."""
    listed = "\n\n".join(f"{at}) {edit};" for at, edit in enumerate(edits, 1))
    name = "Внести в Закон Республики Казахстан от 6 мая 2030 года «О садовых скамейках»"
    return _read(f"{name} следующие изменения:\n\n{listed}\n", Language.RU)


def kazakh_bill(*edits: str) -> Act:
    listed = "\n\n".join(f"{at}) {edit};" for at, edit in enumerate(edits, 1))
    name = "«Бақ орындықтары туралы» 2030 жылғы 6 мамырдағы Қазақстан Республикасының Заңына"
    return _read(f"{name} мынадай өзгерістер енгізілсін:\n\n{listed}\n", Language.KK)


def _read(text: str, language: Language) -> Act:
    found = read_act(Source("bill.txt", "text/plain", "", text), in_language=language)
    assert not found.accounting.unclaimed, [gap.text for gap in found.accounting.unclaimed]
    return found


def together(*bills: Act) -> Cumulative:
    return amend_all(bills, law())
