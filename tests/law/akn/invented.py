"""Two invented laws, each before and after an invented act, with outcomes made by hand."""

from __future__ import annotations

import datetime
from functools import cache
from typing import Any

from attrs import evolve

from aigaq.law.amend.outcome import Amended, Outcome, Piece, Reason, Status
from aigaq.law.drafting.instruction import (
    Accounting,
    Act,
    AmendedLaw,
    Entry,
    Force,
    Instruction,
    Op,
    Quotation,
    Step,
    Target,
    Unclaimed,
)
from aigaq.law.source import Source
from aigaq.law.structure import Kind, Tree, parse
from aigaq.values import Language, Message

RUSSIAN = """О садовых скамейках

Закон Республики Казахстан от 6 мая 2030 года № 11-Х

Сноска. В заголовок внесены изменения Законом РК от 02.03.2031 № 12-Х.

Настоящий Закон определяет, где стоят скамейки и кто их красит.

РАЗДЕЛ 1. СКАМЕЙКИ

Глава 1. ОБЩИЕ ПОЛОЖЕНИЯ

Статья 1. Основные слова

В настоящем Законе используются слова:

1) скамейка – место для сидения в саду;

2) садовник – тот, кто красит скамейку:

кистью;

валиком;

3) исключен Законом РК от 02.03.2031 № 12-Х.

Статья 2. Цвет

1. Скамейка бывает зелёной & синей.

Цвет выбирает садовник.

2. Цвета стоят в таблице:

Цвет\tЧисло скамеек
зелёный\t12
синий\t7

Статья 3. Отдых

Каждый вправе отдохнуть.

Статья 4. Уход

Скамейку моют весной.

Сноска. Статья 4 с изменениями, внесенными Законом РК от 02.03.2031 № 12-Х.

Президент
Республики Казахстан

Приложение 1
к Закону Республики Казахстан
«О садовых скамейках»

Размеры

1. Длина скамейки – два метра.
"""

RUSSIAN_AFTER = (
    RUSSIAN.replace("зелёной & синей", "зелёной, синей & белой")
    .replace("Цвет выбирает садовник.\n", "Цвет выбирает садовник.\n\nКраску покупает город.\n")
    .replace("Статья 3. Отдых\n\nКаждый вправе отдохнуть.\n", "Статья 3. Исключена Законом РК от 05.06.2032 № 20-Х.\n")
)

RUSSIAN_ACT = """О внесении изменений в Закон «О садовых скамейках»

Статья 1. Внести в Закон Республики Казахстан от 6 мая 2030 года «О садовых скамейках» следующие изменения:
1) в пункте 1 статьи 2 слова «зелёной & синей» заменить словами «зелёной, синей & белой»;
2) пункт 1 статьи 2 дополнить частью третьей следующего содержания: «Краску покупает город.»;
3) статью 3 исключить;
4) в статье 9 слово «качели» заменить словом «скамейка»;
5) статью 4 дополнить словами «и осенью» с 1 января 2035 года;
6) скамейки переставить как лучше.
"""

KAZAKH = """Бақ орындықтары туралы

Қазақстан Республикасының 2030 жылғы 6 мамырдағы № 11-Х Заңы

Осы Заң орындықтардың қайда тұратынын және оларды кім бояйтынын белгілейді.

1-тарау. ЖАЛПЫ ЕРЕЖЕЛЕР

1-бап. Негізгі сөздер

Осы Заңда мынадай сөздер қолданылады:

1) орындық – бақта отыратын орын;

2) бағбан – орындықты бояйтын адам.

2-бап. Түсі

1. Орындық жасыл немесе көк болады.

Түсін бағбан таңдайды.

2. Түсі жыл сайын жаңартылады.

3-бап. Демалыс

Әркім демалуға құқылы.
"""

KAZAKH_AFTER = KAZAKH.replace("жасыл немесе көк", "жасыл, көк немесе ақ").replace(
    "3-бап. Демалыс\n\nӘркім демалуға құқылы.\n", "3-бап. Алып тасталды - ҚР 05.06.2032 № 20-Х Заңымен.\n"
)

KAZAKH_ACT = """«Бақ орындықтары туралы» Заңға өзгерістер енгізу туралы

1-бап. «Бақ орындықтары туралы» 2030 жылғы 6 мамырдағы Қазақстан Республикасының Заңына мынадай өзгерістер енгізілсін:
1) 2-баптың 1-тармағындағы «жасыл немесе көк» деген сөздер «жасыл, көк немесе ақ» деген сөздермен ауыстырылсын;
2) 3-бап алып тасталсын;
3) 9-баптағы «әткеншек» деген сөз «орындық» деген сөзбен ауыстырылсын.
"""

DAY = datetime.date(2032, 8, 1)
LATER = datetime.date(2035, 1, 1)


def tree(text: str, *, language: Language, name: str = "invented.txt") -> Tree:
    """Parse an invented text; lines with a tab are a table of the file."""
    digest = ("ab" if language is Language.RU else "cd") * 32
    return parse(Source(name, "text/plain", digest, text), in_language=language)


def instruction(index: int, op: Op, words: str, *, text: str, address: str, **other: Any) -> Instruction:
    """Return an instruction that was read from ``words`` of an act."""
    start = text.index(words)
    return evolve(Instruction(index, op, 0, (), address, (start, start + len(words))), **other)


def act(text: str, instructions: list[Instruction], *, language: Language, gap: str = "", **other: Any) -> Act:
    """Return an act of invented instructions; ``gap`` is what nobody understood."""
    title = text.split("\n")[0]
    at = text.index(gap) if gap else 0
    gaps = (Unclaimed(at, at + len(gap), gap),) if gap else ()
    law = AmendedLaw("", datetime.date(2030, 5, 6), "", (0, 0))
    known = Act(
        Source("act.txt", "text/plain", "ef" * 32, text),
        language,
        title,
        "20-X",
        datetime.date(2032, 6, 5),
        (law,),
        tuple(instructions),
        Accounting((), gaps, len(text), len(text) - len(gap)),
        Force(Entry.DATE, DAY, words="с 1 августа 2032 года"),
    )
    return evolve(known, **other)


@cache
def russian() -> Amended:
    """Return the Russian law with its act: three instructions applied, one unresolved, one not yet in force."""
    text = RUSSIAN_ACT
    made = [
        instruction(
            0,
            Op.REPLACE_WORDS,
            "в пункте 1 статьи 2 слова «зелёной & синей» заменить словами «зелёной, синей & белой»",
            text=text,
            address="ст. 1 пп. 1)",
            targets=(Target((Step(Kind.ARTICLE, "2"), Step(Kind.POINT, "1"))),),
            find=("зелёной & синей",),
            put=("зелёной, синей & белой",),
        ),
        instruction(
            1,
            Op.APPEND_UNIT,
            "пункт 1 статьи 2 дополнить частью третьей следующего содержания: «Краску покупает город.»",
            text=text,
            address="ст. 1 пп. 2)",
            quoted=(Quotation("Краску покупает город.", 0, 22),),
            unit=Kind.ALINEA,
        ),
        instruction(2, Op.REPEAL, "статью 3 исключить", text=text, address="ст. 1 пп. 3)"),
        instruction(
            3,
            Op.REPLACE_WORDS,
            "в статье 9 слово «качели» заменить словом «скамейка»",
            text=text,
            address="ст. 1 пп. 4)",
        ),
        instruction(
            4,
            Op.INSERT_WORDS,
            "статью 4 дополнить словами «и осенью» с 1 января 2035 года",
            text=text,
            address="ст. 1 пп. 5)",
            force=Force(Entry.DATE, LATER, words="с 1 января 2035 года"),
        ),
    ]
    outcomes = (
        Outcome(
            made[0],
            Status.APPLIED,
            pieces=(
                Piece(
                    "art_2__para_1",
                    "ст. 2 п. 1",
                    "1. Скамейка бывает зелёной & синей.",
                    "1. Скамейка бывает зелёной, синей & белой.",
                ),
            ),
            folds=("quote",),
            remarks=(Message("number {number} at character {at} has lost its mark", number="1", at=7),),
        ),
        Outcome(
            made[1],
            Status.APPLIED,
            pieces=(Piece("art_2__para_1__al_3", "ст. 2 п. 1 ч. 3", "", "Краску покупает город."),),
        ),
        Outcome(
            made[2],
            Status.APPLIED,
            pieces=(
                Piece(
                    "art_3",
                    "ст. 3",
                    "Статья 3. Отдых\nКаждый вправе отдохнуть.",
                    "Статья 3. Исключена Законом РК от 05.06.2032 № 20-Х.",
                ),
            ),
        ),
        Outcome(made[3], Status.UNRESOLVED, Reason.TARGET_NOT_FOUND, hint="Проверьте статью 4."),
        Outcome(
            made[4],
            Status.NOT_YET,
            pieces=(Piece("art_4", "ст. 4", "Скамейку моют весной.", "Скамейку моют весной."),),
        ),
    )
    touched = {"art_2__para_1": (0,), "art_2__para_1__al_3": (1,), "art_3": (2,), "art_3__al_1": (2,)}
    return Amended(
        act(text, made, language=Language.RU, gap="скамейки переставить как лучше"),
        tree(RUSSIAN, language=Language.RU),
        tree(RUSSIAN_AFTER, language=Language.RU),
        outcomes,
        touched,
    )


@cache
def kazakh() -> Amended:
    """Return the Kazakh law with its act: two instructions applied, one unresolved."""
    text = KAZAKH_ACT
    replaced = (
        "2-баптың 1-тармағындағы «жасыл немесе көк» деген сөздер «жасыл, көк немесе ақ» деген сөздермен ауыстырылсын"
    )
    missing = "9-баптағы «әткеншек» деген сөз «орындық» деген сөзбен ауыстырылсын"
    made = [
        instruction(0, Op.REPLACE_WORDS, replaced, text=text, address="1-баптың 1) тармақшасы"),
        instruction(1, Op.REPEAL, "3-бап алып тасталсын", text=text, address="1-баптың 2) тармақшасы"),
        instruction(2, Op.REPLACE_WORDS, missing, text=text, address="1-баптың 3) тармақшасы"),
    ]
    outcomes = (
        Outcome(
            made[0],
            Status.APPLIED,
            pieces=(
                Piece(
                    "art_2__para_1",
                    "2-баптың 1-тармағы",
                    "1. Орындық жасыл немесе көк болады.",
                    "1. Орындық жасыл, көк немесе ақ болады.",
                ),
            ),
        ),
        Outcome(
            made[1],
            Status.APPLIED,
            pieces=(
                Piece(
                    "art_3",
                    "3-бап",
                    "3-бап. Демалыс\nӘркім демалуға құқылы.",
                    "3-бап. Алып тасталды - ҚР 05.06.2032 № 20-Х Заңымен.",
                ),
            ),
        ),
        Outcome(made[2], Status.UNRESOLVED, Reason.TARGET_NOT_FOUND),
    )
    return Amended(
        act(text, made, language=Language.KK, force=Force(Entry.CALENDAR_DAYS, after=10, words="он күн өткен соң")),
        tree(KAZAKH, language=Language.KK),
        tree(KAZAKH_AFTER, language=Language.KK),
        outcomes,
        {"art_2__para_1": (0,), "art_3": (1,), "art_3__al_1": (1,)},
    )


def clean() -> Amended:
    """Return the Kazakh law with everything applied and every word of the act understood."""
    known = kazakh()
    return evolve(known, outcomes=known.outcomes[:2], act=evolve(known.act, instructions=known.act.instructions[:2]))
