"""One instruction beside others: all or nothing, order, conflicts, what is not in force."""

from __future__ import annotations

from datetime import date

import pytest

from aigaq.law.amend import When, amend
from tests.law.amend.laws import CODE, KAZAKH, KK, RUSSIAN, act, amended, exchanged, laid, told, tree


@pytest.mark.parametrize(
    ("instructions", "outcomes", "old", "new"),
    [
        # One after the other in one unit.
        (
            (
                "1) в части первой статьи 4:\nслово «вправе» заменить словом «может»;\n"
                "после слова «брать» дополнить словом «один»;"
            ),
            ["applied", "applied"],
            "Читатель вправе брать том.",
            "Читатель может брать один том.",
        ),
        # The second finds only what the first wrote.
        (
            (
                "1) в части первой статьи 4:\nслово «вправе» заменить словом «должен»;\n"
                "слово «должен» заменить словом «может»;"
            ),
            ["applied", "conflicts-with-instruction"],
            "Читатель вправе брать том.",
            "Читатель должен брать том.",
        ),
        (
            (
                "1) пункт 1 статьи 2 изложить в следующей редакции:\n«1. Хранитель спит.»;\n"
                "2) в пункте 1 статьи 2 слово «спит» заменить словом «ест»;\n3) пункт 1 статьи 2 исключить;\n"
                "4) пункт 1 статьи 2 дополнить частью второй следующего содержания:\n«Он ест.»;"
            ),
            ["applied", "conflicts-with-instruction", "conflicts-with-instruction", "conflicts-with-instruction"],
            "1. Хранитель стережет тома и «тихие» полки.",
            "1. Хранитель спит.",
        ),
        # What one instruction wrote is not lost in what another writes over it.
        (
            (
                "1) в пункте 1 статьи 2 слово «тома» заменить словом «книги»;\n"
                "2) статью 2 изложить в следующей редакции:\n«Статья 2. Сторож\nСпит.»;\n"
                "3) статью 2 исключить;\n4) главу 1 исключить;"
            ),
            ["applied", "conflicts-with-instruction", "conflicts-with-instruction", "conflicts-with-instruction"],
            "стережет тома и",
            "стережет книги и",
        ),
        (
            "1) подпункт 2) статьи 1 исключить;\n2) статью 1 изложить в следующей редакции:\n«Статья 1. А\nБ.»;",
            ["applied", "conflicts-with-instruction"],
            "2) полка – место для тома;",
            "2) исключен Законом РК от 12.05.2032 № 902-X;",
        ),
        # Parts of one unit that have nothing to do with each other, in whatever order.
        (
            (
                "1) подпункт 1) пункта 2 статьи 2 изложить в следующей редакции:\n«1) жечь тома;»;\n"
                "2) абзац первый пункта 2 статьи 2 изложить в следующей редакции:\n«2. Хранитель не вправе:»;"
            ),
            ["applied", "applied"],
            "2. Хранитель обязан:\n1) считать тома;",
            "2. Хранитель не вправе:\n1) жечь тома;",
        ),
        (
            (
                "1) статью 2 дополнить пунктом 5 следующего содержания:\n«5. А.»;\n"
                "2) статью 2 дополнить пунктом 5 следующего содержания:\n«5. Б.»;"
            ),
            ["applied", "conflicts-with-instruction"],
            "комнате и ящике.\n",
            "комнате и ящике.\n5. А.\n",
        ),
        (
            (
                "1) статью 4 исключить;\n2) в статье 4 слово «вправе» заменить словом «может»;\n"
                "3) дополнить статьей 4 следующего содержания:\n«Статья 4. А\nБ.»;"
            ),
            ["applied", "conflicts-with-instruction", "conflicts-with-instruction"],
            "Статья 4. Читатель\nЧитатель вправе брать том.\nЧитатель обязан вернуть том.",
            "Статья 4. Исключена Законом РК от 12.05.2032 № 902-X.",
        ),
        # Numbers named by a later instruction are those that stand there when its turn comes.
        (
            (
                "1) дополнить статьей 5-1 следующего содержания:\n«Статья 5-1. А\nБ.»;\n"
                "2) дополнить статьей 5-2 следующего содержания:\n«Статья 5-2. В\nГ.»;"
            ),
            ["applied", "applied"],
            "1 января 2030 года.\n",
            "1 января 2030 года.\nСтатья 5-1. А\nБ.\nСтатья 5-2. В\nГ.\n",
        ),
        # A refused one between two others changes nothing, and they go on.
        (
            (
                "1) в части первой статьи 4 слово «вправе» заменить словом «может»;\n"
                "2) подпункты 1), 9) статьи 1 исключить;\n"
                "3) в части первой статьи 4 слово «том» заменить словом «лист»;"
            ),
            ["applied", "target-not-found", "applied"],
            "Читатель вправе брать том.",
            "Читатель может брать лист.",
        ),
    ],
)
def test_instructions_of_one_act(instructions, outcomes, old, new):
    found = amended(instructions, RUSSIAN)
    assert told(found) == outcomes
    assert found.new.source.text == laid(exchanged(RUSSIAN, old, new))


@pytest.mark.parametrize(
    ("instruction", "lines"),
    [
        ("1) подпункты 1), 9) пункта 2 статьи 2 исключить;", RUSSIAN),
        ("1) пункты 1 и 3 статьи 2 изложить в следующей редакции:\n«1. А.»;\n«3. Б.»;", RUSSIAN),
        ("1) статью 3 дополнить подпунктами 3) и 2) следующего содержания:\n«3) а;\n2) б;»;", CODE),
        ("1) статью 1 дополнить частями 2, 4 и 11 следующего содержания:\n«2. А.\n4. Б.\n11. В.»;", CODE),
        ("1) в подпунктах 1), 2) и 3) статьи 1 слово «издание» заменить словом «вещь»;", RUSSIAN),
        ("1) в пункте 4 статьи 2 слова «сейфе» и «комнате» заменить словами «шкафу» и «подвале.»;", RUSSIAN),
        (
            "1) по всему тексту слова «Читатель», «комнате и ящике» заменить соответственно словами «Гость», «,»;",
            RUSSIAN,
        ),
    ],
)
def test_all_or_nothing(instruction, lines):
    found = amended(instruction, lines)
    assert [outcome.status.value for outcome in found.outcomes] == ["unresolved"]
    assert found.new.source.text == laid(lines)
    assert found.touched == {}


def test_a_duplicate_number_names_nothing():
    lines = exchanged(RUSSIAN, "4. Ключ хранится", "1. Ключ хранится")
    for said in ("пункт 1 статьи 2 исключить;", "в пункте 1 статьи 2 слово «тома» заменить словом «книги»;"):
        found = amended(f"1) {said}", lines)
        assert told(found) == ["target-ambiguous"]
        assert found.new.source.text == laid(lines)


def test_a_suspension_without_a_wording_changes_no_byte_and_is_told():
    found = amended("1) приостановить до 1 января 2035 года действие пункта 1 статьи 2;", RUSSIAN)
    assert told(found) == ["applied"]
    assert [str(remark) for remark in found.outcomes[0].remarks] == [
        "its action is suspended; the wording stays as it is"
    ]
    assert found.new.source.text == laid(RUSSIAN)


@pytest.mark.parametrize(
    ("as_of", "published", "outcome"),
    [
        (None, None, "applied"),
        (date(2032, 6, 1), date(2032, 5, 20), "applied"),
        (date(2032, 5, 31), date(2032, 5, 20), "applied"),
        (date(2032, 5, 30), date(2032, 5, 20), "not_yet"),
        (date(2032, 5, 20), date(2032, 5, 20), "not_yet"),
        (date(2032, 6, 1), None, "force-unknown"),
    ],
)
def test_entry_into_force(as_of, published, outcome):
    found = amended("1) пункт 1 статьи 2 исключить;", RUSSIAN, when=When(as_of=as_of, published=published))
    assert told(found) == [outcome]
    assert (found.new.source.text == laid(RUSSIAN)) is (outcome != "applied")


@pytest.mark.parametrize(
    ("as_of", "outcomes"),
    [
        (date(2032, 12, 31), ["not_yet", "applied"]),
        (date(2033, 1, 1), ["applied", "applied"]),
    ],
)
def test_staged_force(as_of, outcomes):
    ends = (
        "\n\nСтатья 2. Настоящий Закон вводится в действие по истечении десяти календарных дней после дня его первого "
        "официального опубликования, за исключением подпункта 1) статьи 1, который вводится в действие с 1 января 2033 "
        "года.\n\nПрезидент Республики Казахстан\n\nАстана, 12 мая 2032 года № 902-X ЗРК\n"
    )
    said = "1) пункт 1 статьи 2 исключить;\n2) пункт 4 статьи 2 исключить;"
    read = act(said, ends=ends)
    found = amend(read, tree(laid(RUSSIAN)), when=When(as_of=as_of, published=date(2032, 5, 20)))
    assert told(found) == outcomes


@pytest.mark.parametrize(
    ("as_of", "outcome"),
    [(date(2034, 12, 31), "applied"), (date(2035, 1, 1), "no_effect"), (date(2036, 1, 1), "no_effect")],
)
def test_a_suspension_ends(as_of, outcome):
    said = (
        "1) приостановить до 1 января 2035 года действие пункта 1 статьи 2, установив, что в период приостановления "
        "данный пункт действует в следующей редакции:\n«1. Хранитель спит.»;"
    )
    found = amended(said, RUSSIAN, when=When(as_of=as_of, published=date(2032, 5, 20)))
    assert told(found) == [outcome]


def test_kazakh_conflicts_are_conflicts_too():
    said = (
        "1) 2-баптың 1-тармағында «сөрелерді» деген сөз «шкафтарды» деген сөзбен ауыстырылсын;\n"
        "2) 2-бап мынадай редакцияда жазылсын:\n«2-бап. Күзетші\nҰйықтайды.»;\n"
        "3) 2-баптың 1-тармағында «шкафтарды» деген сөз «есіктерді» деген сөзбен ауыстырылсын;"
    )
    found = amended(said, KAZAKH, KK)
    assert told(found) == ["applied", "conflicts-with-instruction", "conflicts-with-instruction"]
    assert found.new.source.text == laid(exchanged(KAZAKH, "«тыныш» сөрелерді", "«тыныш» шкафтарды"))
