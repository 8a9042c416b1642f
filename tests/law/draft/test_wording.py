from __future__ import annotations

import pytest

from aigaq.law.draft.languages import WORDINGS
from aigaq.law.draft.trial import said
from aigaq.law.draft.wish import Wish
from aigaq.law.draft.wording import quoted
from aigaq.law.drafting.instruction import Op, Place, Side, Step, Target
from aigaq.law.structure.unit import Kind
from aigaq.values import Language

ARTICLE, POINT, SUBPOINT, PART, INDENT = Kind.ARTICLE, Kind.POINT, Kind.SUBPOINT, Kind.ALINEA, Kind.INDENT


def at(*steps: tuple[Kind, str], place: Place = Place.WHOLE) -> tuple[Target, ...]:
    return (Target(tuple(Step(kind, number) for kind, number in steps), place),)


WORDS = Op.REPLACE_WORDS
WISHES: list[tuple[Wish, str, str]] = [
    (
        Wish(WORDS, at((ARTICLE, "5"), (POINT, "2"), (PART, "1"), (INDENT, "3")), "да", "нет"),
        "в абзаце третьем части первой пункта 2 статьи 5 слово «да» заменить словом «нет»",
        "5-баптың 2-тармағының бірінші бөлігінің үшінші абзацындағы «да» деген сөз «нет» деген сөзбен ауыстырылсын",
    ),
    (
        Wish(WORDS, at((ARTICLE, "5-1"), (SUBPOINT, "2-1")), "12", "13"),
        "в подпункте 2-1) статьи 5-1 цифры «12» заменить цифрами «13»",
        "5-1-баптың 2-1) тармақшасындағы «12» деген цифрлар «13» деген цифрлармен ауыстырылсын",
    ),
    (
        Wish(WORDS, at((ARTICLE, "5"), (POINT, "2")), "5", "6"),
        "в пункте 2 статьи 5 цифру «5» заменить цифрой «6»",
        "5-баптың 2-тармағындағы «5» деген цифр «6» деген цифрмен ауыстырылсын",
    ),
    (
        Wish(WORDS, at((ARTICLE, "5"), (SUBPOINT, "2")), ";", "."),
        "в подпункте 2) статьи 5 знак «;» заменить знаком «.»",
        "5-баптың 2) тармақшасындағы «;» деген белгі «.» деген белгімен ауыстырылсын",
    ),
    (
        Wish(Op.DELETE_WORDS, at((ARTICLE, "5"), place=Place.HEADING), "да и нет"),
        "в заголовке статьи 5 слова «да и нет» исключить",
        "5-баптың тақырыбындағы «да и нет» деген сөздер алып тасталсын",
    ),
    (
        Wish(Op.INSERT_WORDS, at((ARTICLE, "5"), (PART, "22")), "да", "и нет"),
        "часть двадцать вторую статьи 5 после слова «да» дополнить словами «и нет»",
        "5-баптың жиырма екінші бөлігі «да» деген сөзден кейін «и нет» деген сөздермен толықтырылсын",
    ),
    (
        Wish(Op.INSERT_WORDS, at((Kind.PREAMBLE, "")), "да и нет", "или", Side.BEFORE),
        "преамбулу перед словами «да и нет» дополнить словом «или»",
        "кіріспе «да и нет» деген сөздердің алдынан «или» деген сөзбен толықтырылсын",
    ),
    (
        Wish(Op.REPEAL, (*at((ARTICLE, "5"), (INDENT, "2")), *at((ARTICLE, "5"), (INDENT, "40")))),
        "абзацы второй и сороковой статьи 5 исключить",
        "5-баптың екінші және қырқыншы абзацтары алып тасталсын",
    ),
    (
        Wish(Op.REPEAL, at((ARTICLE, "5"))),
        "статью 5 исключить",
        "5-бап алып тасталсын",
    ),
    (
        Wish(Op.INSERT_UNIT, at((ARTICLE, "5")), unit=POINT, numbers=("3-1",), quoted="3-1. Да."),
        "статью 5 дополнить пунктом 3-1 следующего содержания:\n\n«3-1. Да.»",
        "5-бап мынадай мазмұндағы 3-1-тармақпен толықтырылсын:\n\n«3-1. Да.»",
    ),
    (
        Wish(Op.INSERT_UNIT, at((ARTICLE, "5")), unit=PART, numbers=("3", "4"), quoted="Да.\nНет."),
        "статью 5 дополнить частями третьей и четвертой следующего содержания:\n\n«Да.\n\nНет.»",
        "5-бап мынадай мазмұндағы үшінші және төртінші бөліктермен толықтырылсын:\n\n«Да.\n\nНет.»",
    ),
    (
        Wish(
            Op.INSERT_UNIT, (Target(),), unit=ARTICLE, numbers=("5-1", "5-2"), quoted="Статья 5-1. Да\nСтатья 5-2. Нет"
        ),
        "дополнить статьями 5-1 и 5-2 следующего содержания:\n\n«Статья 5-1. Да\n\nСтатья 5-2. Нет»",
        "мынадай мазмұндағы 5-1 және 5-2-баптармен толықтырылсын:\n\n«Статья 5-1. Да\n\nСтатья 5-2. Нет»",
    ),
    (
        Wish(Op.RESTATE, at((Kind.CHAPTER, "2"), place=Place.HEADING), quoted="Глава 2. Да"),
        "заголовок главы 2 изложить в следующей редакции:\n\n«Глава 2. Да»",
        "2-тараудың тақырыбы мынадай редакцияда жазылсын:\n\n«Глава 2. Да»",
    ),
    (
        Wish(Op.RESTATE, at((Kind.SECTION, "2"), (Kind.CHAPTER, "3")), quoted="Глава 3. Да"),
        "главу 3 раздела 2 изложить в следующей редакции:\n\n«Глава 3. Да»",
        "2-бөлімнің 3-тарауы мынадай редакцияда жазылсын:\n\n«Глава 3. Да»",
    ),
]


@pytest.mark.parametrize(
    ("wish", "russian", "kazakh"), WISHES, ids=lambda value: value if isinstance(value, str) else ""
)
def test_an_edit_in_both_languages(wish: Wish, russian: str, kazakh: str) -> None:
    assert WORDINGS[Language.RU].clause((wish,)) == russian
    assert WORDINGS[Language.KK].clause((wish,)) == kazakh


@pytest.mark.parametrize("language", [Language.RU, Language.KK])
@pytest.mark.parametrize("wish", [wish for wish, _, _ in WISHES], ids=lambda wish: str(WISHES and wish.op.value))
def test_a_reader_finds_in_it_what_was_meant(wish: Wish, language: Language) -> None:
    assert said(wish, language) is not None


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("закон", "«закон»"),
        ("закон «О книге»", "«закон «О книге»»"),
        ('закон "О книге"', '«закон "О книге"»'),
        ("«О книге» и «О полке»", "««О книге» и «О полке»»"),
        ("Да.\nНет.", "«Да.\n\nНет.»"),
        ("закон «О книге", ""),
    ],
)
def test_quotation_marks_close_where_they_should_or_there_are_none(words: str, marked: str) -> None:
    assert quoted(words) == marked
