"""«По всему тексту», «бүкіл мәтін бойынша»: every occurrence in the listed forms, and nothing else in silence."""

from __future__ import annotations

import pytest

from tests.law.amend.laws import KAZAKH, KK, RU, RUSSIAN, amended, laid, told

ALL = "1) по всему тексту "


def replaced(lines: str, *pairs: tuple[str, str]) -> str:
    for old, new in pairs:
        assert old in lines
        lines = lines.replace(old, new)
    return lines


RUSSIAN_PAIRS = [
    # instruction, whole strings replaced by plain means
    (ALL + "слово «тома» заменить словом «книги»;", [(" тома", " книги")]),
    (
        ALL + "слова «тома», «том» заменить соответственно словами «книги», «книгу»;",
        [(" тома", " книги"), (" том –", " книгу –"), (" том.", " книгу.")],
    ),
    (ALL + "слово «Законе» заменить словом «Кодексе»;", [("Законе", "Кодексе")]),
    # Not in the front, where the law is named, and not in the notes, which are no law.
    (ALL + "слово «Закон» заменить словом «Кодекс»;", [("Настоящий Закон", "Настоящий Кодекс")]),
    # The words put in are never found again: a swap is a swap.
    (
        ALL + "слова «том», «тома» заменить соответственно словами «тома», «том»;",
        [(" тома", " ТОМ"), (" том ", " тома "), (" том.", " тома."), (" ТОМ", " том")],
    ),
    (ALL + "слова «тома», «книги» заменить соответственно словами «книги», «листы»;", [(" тома", " книги")]),
    (
        ALL + "слова «читальный зал», «зал» заменить соответственно словами «зал», «ЗАЛ»;",
        [("закрывать зал", "закрывать ЗАЛ"), ("читальный зал", "зал")],
    ),
    (ALL + "слова «, комнате» исключить;", [(", комнате", "")]),
    (ALL + "после слова «полки» дополнить словами «и шкафы»;", [("полки", "полки и шкафы")]),
    ("1) по всему тексту, за исключением статьи 2, слово «тома» заменить словом «книги»;", [("для тома", "для книги")]),
    (
        "1) в заголовке и по всему тексту статьи 4 слово «Читатель» заменить словом «Гость»;",
        [("Статья 4. Читатель", "Статья 4. Гость"), ("Читатель ", "Гость ")],
    ),
]

KAZAKH_PAIRS = [
    (
        "1) бүкіл мәтін бойынша «кітап» деген сөз «том» деген сөзбен ауыстырылсын;",
        [("Заң кітап", "Заң том"), ("Оқырман кітап а", "Оқырман том а")],
    ),
    (
        "1) бүкіл мәтін бойынша «кітап», «кітапты» деген сөздер тиісінше «том», «томды» деген сөздермен ауыстырылсын;",
        [("Заң кітап", "Заң том"), ("Оқырман кітап а", "Оқырман том а"), ("кітапты ", "томды ")],
    ),
    # In the law the word is typed with a Latin i.
    (
        "1) бүкіл мәтін бойынша «кітаптарды» деген сөз «томдарды» деген сөзбен ауыстырылсын;",
        [("кiтаптарды", "томдарды"), ("кітаптарды", "томдарды")],
    ),
]


@pytest.mark.parametrize(
    ("instruction", "pairs", "language"),
    [(*pair, RU) for pair in RUSSIAN_PAIRS] + [(*pair, KK) for pair in KAZAKH_PAIRS],
)
def test_every_occurrence(instruction, pairs, language):
    lines = RUSSIAN if language is RU else KAZAKH
    found = amended(instruction, lines, language)
    assert told(found) == ["applied"]
    assert found.new.source.text == laid(replaced(lines, *pairs))


def test_other_forms_stay_with_a_remark():
    found = amended(ALL + "слово «тома» заменить словом «книги»;", RUSSIAN)
    assert [str(remark) for remark in found.outcomes[0].remarks] == [
        "in other forms, which the act does not list, the words stay 3 times"
    ]


def test_other_forms_are_refused_where_the_act_means_them():
    found = amended(ALL + "слово «тома» заменить словом «книги» в соответствующих падежах;", RUSSIAN)
    assert told(found) == ["ambiguous-case-form"]
    assert found.new.source.text == laid(RUSSIAN)


@pytest.mark.parametrize(
    ("instruction", "reason"),
    [
        (ALL + "слово «лодка» заменить словом «корабль»;", "words-not-found"),
        (ALL + "слово «книги» заменить словом «тома»;", "already-applied"),
        # «тихие полки» stand there already wherever «полки» do, but in two places: which are meant?
        (ALL + "слово «полки» заменить словами «мыть полки»;", "words-found-n-times"),
        (ALL + "слово «словаря» заменить словами «из словаря»;", "already-applied"),
        (ALL + "после слова «Настоящий» дополнить словом «Закон»;", "already-applied"),
        (ALL + "слово «тома» заменить словом «»;", "no-wording"),
        (ALL + "слова «комнате и ящике» исключить;", "punctuation-breaks"),
    ],
)
def test_what_is_not_certain_everywhere_is_done_nowhere(instruction, reason):
    found = amended(instruction, RUSSIAN)
    assert told(found) == [reason]
    assert found.new.source.text == laid(RUSSIAN)


def test_what_another_instruction_wrote_is_left_and_told():
    found = amended(
        "1) в подпункте 1) пункта 2 статьи 2 слово «считать» заменить словами «любить тома и считать»;\n"
        "2) по всему тексту слово «тома» заменить словом «книги»;",
        RUSSIAN,
    )
    assert told(found) == ["applied", "applied"]
    assert "1) любить тома и считать книги;" in found.new.source.text
    remarks = [str(remark) for remark in found.outcomes[1].remarks]
    assert remarks[0] == "in what other instructions of the act wrote the words stay: 1 times"


def test_where_only_another_instruction_wrote_the_words_it_is_a_conflict():
    found = amended(
        "1) в части первой статьи 4 слово «вправе» заменить словом «может»;\n"
        "2) по всему тексту слово «может» заменить словом «должен»;",
        RUSSIAN,
    )
    assert told(found) == ["applied", "conflicts-with-instruction"]


@pytest.mark.parametrize("instruction", [ALL + "слово «тома» заменить словами «тома и тома»;"])
def test_words_that_hold_what_they_replace_do_not_grow_twice(instruction):
    once = amended(instruction, RUSSIAN)
    assert told(once) == ["applied"]
    lines = "\n".join(line.strip() for line in once.new.source.text.splitlines() if line.strip()) + "\n"
    twice = amended(instruction, lines)
    assert told(twice) == ["already-applied"]
    assert twice.new.source.text == once.new.source.text
