"""What looks certain and is not: notes, counted paragraphs, capitals, lists word for word, broken wordings."""

from __future__ import annotations

import pytest

from tests.law.amend.laws import KK, RU, Language, amended, told

_NOTED = """Статья 36. Нарушение правил
1. Содержание пасеки без паспорта –
влечет штраф.
2. То же деяние, совершенное повторно, –
влечет двойной штраф.
Примечание. Под пасекой понимается место содержания ульев."""

_LISTED = """Статья 4. Паромщик
1. Паромщик:
носит форму;
ведет журнал;
хранит кассу.
2. Паромщик:
1) молод;
2) здоров."""


def lines(instructions: str, law: str, language: Language = RU) -> list[str]:
    """Return the paragraphs of the amended law, one space between words; every instruction must be applied."""
    found = amended(instructions, law, language)
    assert set(told(found)) == {"applied"}, [outcome.hint for outcome in found.outcomes]
    return [" ".join(line.split()) for line in found.new.source.text.splitlines() if line.strip()]


@pytest.mark.parametrize(
    ("instruction", "old", "new"),
    [
        (
            "часть вторую статьи 36 изложить в следующей редакции:\n«2. Повторное деяние –\nвлечет тройной штраф.»;",
            "2. То же деяние, совершенное повторно, –\nвлечет двойной штраф.",
            "2. Повторное деяние –\nвлечет тройной штраф.",
        ),
        (
            "статью 36 дополнить частью третьей следующего содержания:\n«3. Иное деяние –\nвлечет штраф.»;",
            "влечет двойной штраф.",
            "влечет двойной штраф.\n3. Иное деяние –\nвлечет штраф.",
        ),
        (
            "примечание статьи 36 изложить в следующей редакции:\n«Примечание. Пасека – место.»;",
            "Примечание. Под пасекой понимается место содержания ульев.",
            "Примечание. Пасека – место.",
        ),
        ("примечание к статье 36 исключить;", "\nПримечание. Под пасекой понимается место содержания ульев.", ""),
    ],
)
def test_a_note_belongs_to_its_article(instruction: str, old: str, new: str) -> None:
    assert lines(instruction, _NOTED) == _NOTED.replace(old, new).splitlines()


@pytest.mark.parametrize(
    "first",
    ["абзац второй исключить", "дополнить абзацем вторым следующего содержания: «моет палубу;»"],
)
def test_a_paragraph_behind_one_that_the_act_moved_is_not_counted(first: str) -> None:
    found = amended(f"в пункте 1 статьи 4:\n{first};\nабзац третий дополнить словами «и кассу»;", _LISTED)
    assert told(found) == ["applied", "conflicts-with-instruction"]


def test_a_paragraph_before_it_is() -> None:
    text = lines(
        "в пункте 1 статьи 4:\nабзац четвертый исключить;\nв абзаце втором слово «форму» заменить словом «шлем»;",
        _LISTED,
    )
    assert text[2:4] == ["носит шлем;", "ведет журнал;"]


def test_words_are_shared_out_over_the_places_where_they_stand() -> None:
    text = lines(
        "в подпунктах 1) и 2) пункта 2 статьи 4 слова «молод» и «здоров» заменить соответственно словами «юн» и «цел»;",
        _LISTED,
    )
    assert text[-2:] == ["1) юн;", "2) цел."]


@pytest.mark.parametrize(
    ("law", "instruction", "reason"),
    [
        (
            "Статья 1. Совет\n1. Совет собирается. Решение принимает совет.",
            "по всему тексту слово «совет» заменить словом «комитет»;",
            "ambiguous-case-form",
        ),
        (
            "Статья 1. Совет\n1. Дело суд ждет. Дело передается в суд. Жалоба подается.",
            "второе предложение пункта 1 статьи 1 исключить;",
            "applied",
        ),
        (
            "Статья 1. Совет\n1. Дело передается в суд. Жалоба подается.",
            "второе предложение пункта 1 статьи 1 исключить;",
            "target-ambiguous",
        ),
        (
            "Статья 1. Совет\n1. Премия им. Сатпаева дается им. Она одна.",
            "второе предложение пункта 1 статьи 1 исключить;",
            "target-ambiguous",
        ),
    ],
)
def test_capitals_and_ends_of_sentences(law: str, instruction: str, reason: str) -> None:
    assert told(amended(instruction, law)) == [reason]


def test_a_wording_that_runs_over_two_paragraphs_keeps_them() -> None:
    quoted = "3. Пасеки на землях:\n1) сел;\n2) леса,\nрегистрируются до 1 января 2033 года."
    text = lines(f"статью 4 дополнить пунктом 3 следующего содержания:\n«{quoted}»;", _LISTED)
    assert text == [*_LISTED.splitlines(), *quoted.splitlines()]


def test_a_sentence_is_edited_beside_an_edit_of_another_one() -> None:
    law = "Статья 1. Совет\n1. Хозяйства ведут журнал. Журнал хранится."
    text = lines("в пункте 1 статьи 1:\nслово «ведут» заменить словом «хранят»;\nпредложение второе исключить;", law)
    assert text[-1] == "1. Хозяйства хранят журнал."


def test_a_kazakh_note_belongs_to_its_article() -> None:
    law = "1-бап. Кеңес\n1. Кеңес жиналады.\nЕскертпе. Кеңес – орган."
    text = lines("1-бап мынадай мазмұндағы 2-тармақпен толықтырылсын:\n«2. Кеңес сайланады.»;", law, KK)
    assert text[-2:] == ["2. Кеңес сайланады.", "Ескертпе. Кеңес – орган."]


@pytest.mark.parametrize(
    ("instructions", "told_"),
    [
        ("предложение первое исключить;\nпредложение второе исключить;", ["applied", "conflicts-with-instruction"]),
        ("предложение второе исключить;\nпредложение первое исключить;", ["applied", "applied"]),
        (
            "дополнить вторым предложением следующего содержания: «Новое слово.»;\nпредложение второе исключить;",
            ["applied", "conflicts-with-instruction"],
        ),
    ],
)
def test_sentences_are_counted_as_before_the_act_or_not_at_all(instructions: str, told_: list[str]) -> None:
    law = "Статья 1. Совет\n1. Первое слово. Второе слово. Третье слово."
    assert told(amended(f"в пункте 1 статьи 1:\n{instructions}", law)) == told_


def test_initials_end_no_sentence() -> None:
    law = "Статья 1. Совет\n1. Устав утвержден приказом А.Б. Иванова. Устав хранится."
    assert told(amended("предложение второе пункта 1 статьи 1 исключить;", law)) == ["target-ambiguous"]


def test_what_was_renamed_throughout_may_be_restated_or_repealed() -> None:
    text = lines(
        "по всему тексту слово «здоров» заменить словом «цел»;\nв пункте 2 статьи 4:\nподпункт 2) исключить;\n"
        "подпункт 1) изложить в следующей редакции: «1) цел;»;",
        _LISTED,
    )
    assert text[-2].startswith("1) цел")
    assert text[-1].startswith("2) исключен")


def test_what_one_pair_puts_in_no_other_pair_finds() -> None:
    instruction = "в пункте 1 статьи 1 слова «Первый», «второй» заменить соответственно словами «Второй», «третий»;"
    found = amended(instruction, "Статья 1. Имя\n1. Первый и второй.")
    assert found.outcomes[0].pieces[0].after == "1. Второй и третий."


def test_a_chain_within_one_instruction_is_no_chain() -> None:
    instruction = "в пункте 1 статьи 1 слова «первый», «второй» заменить соответственно словами «второй», «третий»;"
    assert told(amended(instruction, "Статья 1. Имя\n1. Там первый стоит.")) == ["words-not-found"]
