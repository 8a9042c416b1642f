"""What notes say: act, date, action, target, entry into force, announced or not. All notes are invented."""

from __future__ import annotations

from datetime import date

import pytest

from aigaq.law.structure.ledger import force_date
from tests.law.structure.laws import kazakh, ledger, tree

LAW = (
    "Глава 2. САДЫ\n\nСтатья 5. Сады\n\n1. Первый:\n\n1) "
    "один;\n\n2) два.\n\nВторая по счёту часть.\n\n2. Второй.\n\n{}"
    "\n\nСтатья 6. Огороды\n\n1. Огород.\n\nПриложение 1\n\n1. Объём."
)
LAST = "от 01.02.2020 № 12-VI"
BY = f"Законом РК {LAST}"

NOTES: list[tuple[str, list[tuple[str, str, str]]]] = [
    (f"Сноска. Статья 5 с изменениями, внесенными {BY}.", [("12-VI", "amended", "art_5")]),
    (
        f"Сноска. Статья 5 с изменением, внесенным {BY} (вводится в действие с 01.03.2020).",
        [("12-VI", "amended", "art_5")],
    ),
    (f"Сноска. Статья 5 в редакции Закона РК {LAST}.", [("12-VI", "restated", "art_5")]),
    (f"Сноска. Заголовок статьи 5 в редакции Закона РК {LAST}.", [("12-VI", "restated", "art_5")]),
    (f"Сноска. Заголовок главы 2 в редакции Закона РК {LAST}.", [("12-VI", "restated", "chp_2")]),
    (f"Сноска. Глава 2 исключена {BY}.", [("12-VI", "repealed", "chp_2")]),
    (f"Сноска. Пункт 2 исключен {BY}.", [("12-VI", "repealed", "art_5__para_2")]),
    (f"Сноска. Подпункт 2) пункта 1 исключен {BY}.", [("12-VI", "repealed", "art_5__para_1__subpara_2")]),
    (f"Сноска. Часть вторая пункта 1 статьи 5 исключена {BY}.", [("12-VI", "repealed", "art_5__para_1__al_2")]),
    (
        (f"Сноска. Часть первая пункта 1 статьи 5 в редакции Закона РК {LAST}."),
        [("12-VI", "restated", "art_5__para_1")],
    ),
    (
        f"Сноска. Абзац второй пункта 1 статьи 5 в редакции Закона РК {LAST}.",
        [("12-VI", "restated", "art_5__para_1__indent_2")],
    ),
    (f"Сноска. Преамбула с изменением, внесенным {BY}.", [("12-VI", "amended", "preamble")]),
    (f"Сноска. Приложение 1 с изменением, внесенным {BY}.", [("12-VI", "amended", "att_1")]),
    (f"Сноска. Статья 5 дополнена пунктом 3-1 в соответствии с {BY}.", [("12-VI", "inserted", "art_5__para_3-1")]),
    (
        f"Сноска. Пункт 1 дополнен подпунктами 3) и 4) в соответствии с {BY}.",
        [("12-VI", "inserted", "art_5__para_1__subpara_3"), ("12-VI", "inserted", "art_5__para_1__subpara_4")],
    ),
    (f"Сноска. Глава 2 дополнена статьей 5-1 в соответствии с {BY}.", [("12-VI", "inserted", "art_5-1")]),
    (
        f"Сноска. Закон дополнен статьями 5-1, 5-2 и 5-3 в соответствии с {BY}.",
        [("12-VI", "inserted", f"art_5-{number}") for number in (1, 2, 3)],
    ),
    (
        (
            "Сноска. Статья 5 с изменениями, внесенными законами РК от "
            "01.02.2020 № 12-VІ (вводится в действие с 01.03.2020); "
            "от 03.04.2021 № 5-VІІ (порядок введения в действие см. ст. 2); от 05.06.2022 № 7-VIІ."
        ),
        [("12-VI", "amended", "art_5"), ("5-VII", "amended", "art_5"), ("7-VII", "amended", "art_5")],
    ),
    (
        f"Сноска. Статья 5 в редакции Закона РК {LAST}; с изменениями, внесенными Законом РК от 03.04.2021 № 5-VII.",
        [("12-VI", "restated", "art_5"), ("5-VII", "amended", "art_5")],
    ),
    (
        "Сноска. Статья 5 с изменениями, внесенными законами РК от 01.02.1998; от 03.04.2007 № 5-III.",
        [("1998-02-01", "amended", "art_5"), ("5-III", "amended", "art_5")],
    ),
    ("Сноска. В статью 5 внесены изменения - Законом РК от 01.02.2020 г. N 12-VI.", [("12-VI", "amended", "art_5")]),
    (
        "Сноска. Статья 5 с изменением, внесенным Указом Президента РК, имеющим силу Закона, от 01.02.1996 № 2827.",
        [("2827", "amended", "art_5")],
    ),
]


@pytest.mark.parametrize(("note", "expected"), NOTES)
def test_notes(note: str, expected: list[tuple[str, str, str]]) -> None:
    parsed = tree(LAW.format(note))
    assert ledger(parsed) == expected
    assert not any(entry.announced for entry in parsed.ledger)


BY_KK = "ҚР 01.02.2020 № 12-VI"
KAZAKH_LAW = (
    "2-тарау. БАҚТАР\n\n5-бап. Бақтар\n\n1. Бірінші:\n\n1) бір;\n\n2) екі.\n\nЕкінші бөлік.\n\n2. Екінші.\n\n{}"
    "\n\n6-бап. Бақшалар\n\n1. Бақша."
)
KAZAKH_NOTES: list[tuple[str, list[tuple[str, str, str]]]] = [
    (f"Ескерту. 5-бапқа өзгерістер енгізілді - {BY_KK} Заңымен.", [("12-VI", "amended", "art_5")]),
    (f"Ескерту. 5-бап жаңа редакцияда – {BY_KK} Заңымен.", [("12-VI", "restated", "art_5")]),
    (f"Ескерту. 5-баптың тақырыбы жаңа редакцияда – {BY_KK} Заңымен.", [("12-VI", "restated", "art_5")]),
    (f"Ескерту. 2-тараудың тақырыбы жаңа редакцияда – {BY_KK} Заңымен.", [("12-VI", "restated", "chp_2")]),
    (f"Ескерту. 2-тармақ алып тасталды - {BY_KK} Заңымен.", [("12-VI", "repealed", "art_5__para_2")]),
    (
        f"Ескерту. 1-тармақтың екінші бөлігі алып тасталды - {BY_KK} Заңымен.",
        [("12-VI", "repealed", "art_5__para_1__al_2")],
    ),
    (
        f"Ескерту. 5-баптың 1-тармағының 2) тармақшасы жаңа редакцияда - {BY_KK} Заңымен.",
        [("12-VI", "restated", "art_5__para_1__subpara_2")],
    ),
    (f"Ескерту. 5-бап 3-1-тармақпен толықтырылды - {BY_KK} Заңымен.", [("12-VI", "inserted", "art_5__para_3-1")]),
    (
        f"Ескерту. 1-тармақ 3) және 4) тармақшалармен толықтырылды - {BY_KK} Заңымен.",
        [("12-VI", "inserted", "art_5__para_1__subpara_3"), ("12-VI", "inserted", "art_5__para_1__subpara_4")],
    ),
    (
        f"Ескерту. 2-тарау 5-1, 5-2 және 5-3-баптармен толықтырылды – {BY_KK} Заңымен.",
        [("12-VI", "inserted", f"art_5-{number}") for number in (1, 2, 3)],
    ),
    (
        (
            "Ескерту. 5-бапқа өзгерістер енгізілді - ҚР 2011.10.24 № 487-ІV (2012.01.30 бастап қолданысқа енгізіледі); "
            "03.04.2021 № 5-VІІ (алғашқы ресми жарияланған күнінен кейін қолданысқа енгізіледі) Заңдарымен."
        ),
        [("487-IV", "amended", "art_5"), ("5-VII", "amended", "art_5")],
    ),
]


@pytest.mark.parametrize(("note", "expected"), KAZAKH_NOTES)
def test_kazakh_notes(note: str, expected: list[tuple[str, str, str]]) -> None:
    assert ledger(kazakh(KAZAKH_LAW.format(note))) == expected


def test_both_orders_of_the_date() -> None:
    notes = ["ҚР 24.10.2011 № 487-IV (30.01.2012 бастап", "ҚР 2011.10.24 № 487-IV (2012.01.30 бастап"]
    for note in notes:
        (entry,) = kazakh(
            KAZAKH_LAW.format(f"Ескерту. 5-бапқа өзгеріс енгізілді - {note} қолданысқа енгізіледі) Заңымен.")
        ).ledger
        assert (entry.date, entry.force_date) == (date(2011, 10, 24), date(2012, 1, 30))


ANNOUNCED = [
    (f"Статью 6 предусматривается исключить {BY}.", ("12-VI", "repealed", "art_6")),
    (f"В статью 6 предусматриваются изменения {BY}.", ("12-VI", "amended", "art_6")),
    (f"Статья 6 предусматривается в редакции Закона РК {LAST}.", ("12-VI", "restated", "art_6")),
    (
        (f"Статью 6 предусматривается дополнить пунктом 2 в соответствии с {BY}."),
        ("12-VI", "inserted", "art_6__para_2"),
    ),
    (
        f"Пункт 1 предусматривается дополнить частью второй в соответствии с {BY}.",
        ("12-VI", "inserted", "art_6__para_1__al_2"),
    ),
    (f"Главу 2 предусматривается дополнить статьей 6-1 в соответствии с {BY}.", ("12-VI", "inserted", "art_6-1")),
]


@pytest.mark.parametrize(("words", "expected"), ANNOUNCED)
def test_announced(words: str, expected: tuple[str, str, str]) -> None:
    text = LAW.format("3. Третий.").replace("1. Огород.", f"Примечание ИЗПИ!\n\n{words}\n\n1. Огород.")
    parsed = tree(text)
    assert ledger(parsed) == [expected]
    assert parsed.ledger[0].announced
    assert parsed.notes[0].announces
    assert parsed.not_before is None


KAZAKH_ANNOUNCED = [
    (f"6-бапты алып тастау көзделген – {BY_KK} Заңымен.", ("12-VI", "repealed", "art_6")),
    (f"6-бапқа өзгерістер енгізу көзделген - {BY_KK} Заңымен.", ("12-VI", "amended", "art_6")),
    (f"6-бап жаңа редакцияда көзделген – {BY_KK} Заңымен.", ("12-VI", "restated", "art_6")),
    (f"6-бапты 2-тармақпен толықтыру көзделген – {BY_KK} Заңымен.", ("12-VI", "inserted", "art_6__para_2")),
    (
        f"1-тармақты екінші бөлікпен толықтыру көзделген – {BY_KK} Заңымен.",
        ("12-VI", "inserted", "art_6__para_1__al_2"),
    ),
]


@pytest.mark.parametrize(("words", "expected"), KAZAKH_ANNOUNCED)
def test_kazakh_announced(words: str, expected: tuple[str, str, str]) -> None:
    parsed = kazakh(
        KAZAKH_LAW.format("3. Үшінші.").replace("1. Бақша.", f"ЗҚАИ-ның ескертпесі!\n\n{words}\n\n1. Бақша.")
    )
    assert ledger(parsed) == [expected]
    assert parsed.ledger[0].announced


@pytest.mark.parametrize(
    "words", [f"В статью 6 предусмотрены изменения {BY}.", f"В статью 6 предусмотрено изменение {BY}."]
)
def test_announced_in_another_form(words: str) -> None:
    (entry,) = tree(LAW.format(f"Примечание ИЗПИ!\n\n{words}")).ledger
    assert entry.announced


FORCE = [
    ("вводится в действие с 01.03.2020", date(2020, 3, 1)),
    ("вводится в действие с 01.03.2020, за исключением статьи 5", date(2020, 3, 1)),
    (
        ("вводится в действие по истечении десяти календарных дней после дня его первого официального опубликования"),
        None,
    ),
    ("порядок введения в действие см. ст. 2", None),
    ("вступает в силу с 01.03.2020", date(2020, 3, 1)),
    ("01.03.2020 бастап қолданысқа енгізіледі", date(2020, 3, 1)),
    ("2020.03.01 бастап қолданысқа енгізіледі", date(2020, 3, 1)),
    ("вводится в действие с 31.02.2020", None),
    ("", None),
]


@pytest.mark.parametrize(("words", "day"), FORCE)
def test_force_date(words: str, day: date | None) -> None:
    assert force_date(words) == day


@pytest.mark.parametrize("words", [words for words, _ in FORCE[:5]])
def test_entry_into_force(words: str) -> None:
    (entry,) = tree(LAW.format(f"Сноска. Статья 5 с изменением, внесенным {BY} ({words}).")).ledger
    assert entry.force == words
    assert entry.force_date == force_date(words)


@pytest.mark.parametrize(
    "note", ["2. Алып тасталды - {} Заңымен ({}).", "Ескерту. 5-бап жаңа редакцияда - {} Заңымен ({})."]
)
def test_entry_into_force_after_the_word_for_the_act(note: str) -> None:
    words = "01.03.2020 бастап қолданысқа енгізіледі"
    (entry,) = kazakh(KAZAKH_LAW.format(note.format(BY_KK, words))).ledger
    assert (entry.force, entry.force_date) == (words, date(2020, 3, 1))


SECOND = [
    (
        (
            f"Сноска. Пункт 2 в редакции Закона РК {LAST}; подпункт "
            "2) пункта 1 исключен Законом РК от 03.04.2021 № 5-VII."
        ),
        [("12-VI", "restated", "art_5__para_2"), ("5-VII", "repealed", "art_5__para_1__subpara_2")],
    ),
    (
        f"Сноска. Пункт 1 с изменением, внесенным {BY}; пункт 2 исключен Законом РК от 03.04.2021 № 5-VII.",
        [("12-VI", "amended", "art_5__para_1"), ("5-VII", "repealed", "art_5__para_2")],
    ),
]


@pytest.mark.parametrize(("note", "expected"), SECOND)
def test_a_note_that_names_a_second_unit(note: str, expected: list[tuple[str, str, str]]) -> None:
    assert ledger(tree(LAW.format(note))) == expected


def test_a_kazakh_note_that_names_a_second_unit() -> None:
    note = (
        f"Ескерту. 2-тармақ алып тасталды – {BY_KK} Заңымен; 1-тармақ жаңа редакцияда – ҚР 03.04.2021 № 5-VII Заңымен."
    )
    assert ledger(kazakh(KAZAKH_LAW.format(note))) == [
        ("12-VI", "repealed", "art_5__para_2"),
        ("5-VII", "restated", "art_5__para_1"),
    ]


def test_notes_stand_in_the_order_of_the_text() -> None:
    parsed = tree(f"Статья 1. Сады\n\n1. Исключен {BY}.\n\n2. Сад.\n\nСноска. Статья 1 с изменением, внесенным {BY}.")
    assert [note.start for note in parsed.notes] == sorted(note.start for note in parsed.notes)


def test_every_entry_knows_its_note() -> None:
    parsed = tree(
        LAW.format(f"3. Исключен {BY}.\n\nСноска. Статья 5 с изменением, внесенным Законом РК от 03.04.2021 № 5-VII.")
    )
    assert [(entry.act, parsed.notes[entry.note].stub) for entry in parsed.ledger] == [
        ("5-VII", False),
        ("12-VI", True),
    ]


def test_a_note_that_names_no_act_gives_no_entry() -> None:
    assert tree(LAW.format("Сноска. Пункт 3 исключен.")).ledger == ()


def test_a_note_hangs_on_the_nearest_unit_that_is_there() -> None:
    parsed = tree(LAW.format(f"Сноска. Статья 5 дополнена пунктом 3-1 в соответствии с {BY}."))
    assert [note.unit for note in parsed.notes] == ["art_5"]
