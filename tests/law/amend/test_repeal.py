"""Repealing: a numbered unit keeps its number with a stub, another leaves no trace; notes stay."""

from __future__ import annotations

import re

import pytest

from aigaq.law.amend import amend
from tests.law.amend.laws import CODE, KAZAKH, KK, RU, RUSSIAN, act, amended, exchanged, laid, told, tree

OF = "Законом РК от 12.05.2032 № 902-X"
BY = "ҚР 12.05.2032 № 902-X Заңымен"

RUSSIAN_PAIRS = [
    ("1) пункт 1 статьи 2 исключить;", "1. Хранитель стережет тома и «тихие» полки.", f"1. Исключен {OF}."),
    (
        "1) пункт 2 статьи 2 исключить;",
        (
            "2. Хранитель обязан:\n1) считать тома;\n2) мыть полки:\nсверху;\nснизу;\n3) закрывать зал на ключ.\n"
            "Хранитель отвечает за ущерб. Он носит ключ."
        ),
        f"2. Исключен {OF}.",
    ),
    ("1) подпункт 2) пункта 2 статьи 2 исключить;", "2) мыть полки:\nсверху;\nснизу;", f"2) исключен {OF};"),
    ("1) подпункт 3) пункта 2 статьи 2 исключить;", "3) закрывать зал на ключ.", f"3) исключен {OF}."),
    (
        "1) подпункты 1) – 3) статьи 1 исключить;",
        "1) том – издание из бумаги;\n2) полка – место для тома;\n3) читальный зал – помещение для чтения.",
        f"1) исключен {OF};\n2) исключен {OF};\n3) исключен {OF}.",
    ),
    (
        "1) статью 4 признать утратившей силу;",
        "Статья 4. Читатель\nЧитатель вправе брать том.\nЧитатель обязан вернуть том.",
        f"Статья 4. Исключена {OF}.",
    ),
    (
        "1) исключить главу 2;",
        (
            "Глава 2. ЧТЕНИЕ\nСтатья 4. Читатель\nЧитатель вправе брать том.\nЧитатель обязан вернуть том.\n"
            "Статья 5. Заключительные положения\nНастоящий Закон вводится в действие с 1 января 2030 года."
        ),
        f"Глава 2. Исключена {OF}.",
    ),
    ("1) часть вторую пункта 2 статьи 2 исключить;", "Хранитель отвечает за ущерб. Он носит ключ.\n", ""),
    ("1) часть вторую статьи 4 исключить;", "Читатель обязан вернуть том.\n", ""),
    ("1) часть вторую статьи 1 исключить;", "Иные понятия берутся из словаря.\n", ""),
    ("1) абзац второй подпункта 2) пункта 2 статьи 2 исключить;", "сверху;\n", ""),
    ("1) абзац третий подпункта 2) пункта 2 статьи 2 исключить;", "снизу;\n", ""),
    ("1) преамбулу исключить;", "Настоящий Закон регулирует хранение книг.\n", ""),
    # What the note says stays, whatever it says.
    (
        "1) статью 1 исключить;",
        (
            "Статья 1. Понятия\nВ настоящем Законе используются понятия:\n1) том – издание из бумаги;\n"
            "2) полка – место для тома;\n3) читальный зал – помещение для чтения.\nИные понятия берутся из словаря."
        ),
        f"Статья 1. Исключена {OF}.",
    ),
]

KAZAKH_PAIRS = [
    (
        "1) 2-баптың 1-тармағы алып тасталсын;",
        "1. Сақтаушы кiтаптарды және «тыныш» сөрелерді күзетеді.",
        f"1. Алып тасталды – {BY}.",
    ),
    (
        "1) 2-баптың 2-тармағының 1) және 3) тармақшалары алып тасталсын;",
        "1) кітаптарды санауға;\n2) сөрелерді:\nүстінен;\nастынан жууға;\n3) залды кілтпен жабуға міндетті.",
        f"1) алып тасталды – {BY};\n2) сөрелерді:\nүстінен;\nастынан жууға;\n3) алып тасталды – {BY}.",
    ),
    (
        "1) 2-баптың 2-тармағының екінші бөлігі алып тасталсын;",
        "Сақтаушы залал үшін жауап береді. Ол кілтті алып жүреді.\n",
        "",
    ),
    (
        "1) 4-бап алып тасталсын;",
        "4-бап. Оқырман\nОқырман кітап алуға құқылы.\nОқырман кітапты қайтаруға міндетті.",
        f"4-бап. Алып тасталды – {BY}.",
    ),
    (
        "1) 2-тарау алып тасталсын;",
        (
            "2-тарау. ОҚУ\n4-бап. Оқырман\nОқырман кітап алуға құқылы.\nОқырман кітапты қайтаруға міндетті.\n"
            "5-бап. Қорытынды ережелер\nОсы Заң 2030 жылғы 1 қаңтардан бастап қолданысқа енгізіледі."
        ),
        f"2-тарау. Алып тасталды – {BY}.",
    ),
]


@pytest.mark.parametrize(
    ("instruction", "old", "new", "language"),
    [(*pair, RU) for pair in RUSSIAN_PAIRS] + [(*pair, KK) for pair in KAZAKH_PAIRS],
)
def test_what_is_left_of_a_repealed_unit(instruction, old, new, language):
    lines = RUSSIAN if language is RU else KAZAKH
    found = amended(instruction, lines, language)
    assert told(found) == ["applied"]
    assert found.new.source.text == laid(exchanged(lines, old, new))


@pytest.mark.parametrize(
    ("instruction", "reason"),
    [
        ("1) пункт 3 статьи 2 исключить;", "already-applied"),
        ("1) статью 3 исключить;", "already-applied"),
        ("1) статью 40 исключить;", "target-not-found"),
        ("1) подпункты 1), 9) пункта 2 статьи 2 исключить;", "target-not-found"),
        ("1) подпункты 2) – 5) пункта 2 статьи 2 исключить;", "target-not-found"),
        ("1) абзац первый пункта 2 статьи 2 исключить;", "target-ambiguous"),
        ("1) часть первую пункта 2 статьи 2 исключить;", "target-ambiguous"),
        ("1) пункты 1 и 1 статьи 2 исключить;", "target-ambiguous"),
        ("1) пункт 2 статьи 2 и часть вторую пункта 2 статьи 2 исключить;", "target-ambiguous"),
        ("1) пункты 1 и 3 статьи 2 исключить;", "already-applied"),
    ],
)
def test_a_refused_repeal_takes_nothing_out(instruction, reason):
    found = amended(instruction, RUSSIAN)
    assert told(found) == [reason]
    assert found.new.source.text == laid(RUSSIAN)


@pytest.mark.parametrize(
    ("instruction", "reason"),
    [
        ("1) часть вторую статьи 1 исключить;", "target-not-found"),
        ("1) часть десятую статьи 1 исключить;", "target-not-found"),
        ("1) абзац второй статьи 3 исключить;", "target-ambiguous"),
        ("1) подпункт 6-1) статьи 3 исключить;", "target-not-found"),
    ],
)
def test_parts_of_a_code_are_not_counted_where_they_have_numbers(instruction, reason):
    found = amended(instruction, CODE)
    assert told(found) == [reason]
    assert found.new.source.text == laid(CODE)


@pytest.mark.parametrize("language", [RU, KK])
def test_a_stub_reads_as_a_stub_before_a_signature_on_the_next_line(language):
    lines = RUSSIAN if language is RU else KAZAKH
    said = "1) статью 5 исключить;" if language is RU else "1) 5-бап алып тасталсын;"
    flat = re.sub(r"\n\s*", "\n", laid(lines))
    found = amend(act(said, language), tree(flat, language))
    assert told(found) == ["applied"]
    assert found.new.by_eid["art_5"].repealed
    assert found.new.units[-1].kind.value == "signature"


def test_without_the_number_of_the_act_the_stub_names_none():
    found = amend(act("1) пункт 1 статьи 2 исключить;", ends=""), tree(laid(RUSSIAN)))
    assert found.new.by_eid["art_2__para_1"].text == "Исключен."


def test_what_a_repeal_touched_is_known_though_nothing_is_left():
    found = amended("1) часть вторую статьи 4 исключить;", RUSSIAN)
    assert "art_4" in found.touched
    (piece,) = found.outcomes[0].pieces
    assert (piece.eid, piece.before, piece.after) == ("art_4__al_2", "Читатель обязан вернуть том.", "")
