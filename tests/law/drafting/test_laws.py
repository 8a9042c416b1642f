"""Names of laws that are amended or repealed, titles and other formulae, in both languages."""

from __future__ import annotations

import datetime

import pytest

from aigaq.law.drafting.instruction import Claim
from aigaq.values import Language
from tests.law.drafting.told import KK, RU, act

LISTS = {
    RU: "Статья 1. Внести изменения и дополнения в следующие законодательные акты Республики Казахстан:\n\n",
    KK: "1-бап. Қазақстан Республикасының мына заңнамалық актілеріне өзгерістер мен толықтырулар енгізілсін:\n\n",
}
PUBLISHED = " (Ведомости Парламента, 2027 г., № 1, ст. 1; № 2, ст. 3: № 4; 2028 г., № 19-I, 19-II, ст. 96)"
ITEMS = [
    (RU, "В Закон Республики Казахстан от 5 июля 2024 года «О книгах»" + PUBLISHED, "О книгах", 2024),
    (RU, "В Конституционный закон Республики Казахстан от 5 июля 2024 года «О книгах»", "О книгах", 2024),
    (
        RU,
        ("В Кодекс Республики Казахстан от 5 июля 2024 года «О сборах (Книжный кодекс)»"),
        "О сборах (Книжный кодекс)",
        2024,
    ),
    (RU, "В Кодекс Республики Казахстан о книжных проступках от 5 июля 2024 года", "", 2024),
    (
        RU,
        "В Книжный кодекс Республики Казахстан (Общая часть), принятый Верховным Советом 5 июля 2024 года",
        "Книжный кодекс Республики Казахстан (Общая часть)",
        2024,
    ),
    (
        RU,
        ("В Указ Президента Республики Казахстан, имеющий силу Закона, от 5 июля 2024 года № 24 «О книгах»"),
        "О книгах",
        2024,
    ),
    (
        RU,
        "В Закон Республики Казахстан от 5 июля 2024 года «О внесении изменений в Закон «О книгах»»",
        "О внесении изменений в Закон «О книгах»",
        2024,
    ),
    (
        KK,
        ('"Кітап туралы" 2024 жылғы 5 шілдедегі Қазақстан Республикасының Заңына (Жаршысы, 2024 ж., № 1, 1-құжат)'),
        "Кітап туралы",
        2024,
    ),
    (KK, '"Кітап туралы" Қазақстан Республикасының 2024 жылғы 5 шілдедегі Заңына', "Кітап туралы", 2024),
    (
        KK,
        ("2024 жылғы 5 шілдедегі Қазақстан Республикасының Кітап кодексіне"),
        "Қазақстан Республикасының Кітап кодексі",
        2024,
    ),
    (
        KK,
        ('"Алымдар туралы" 2024 жылғы 5 шілдедегі Қазақстан Республикасының Кодексіне (Кітап кодексі)'),
        "Алымдар туралы",
        2024,
    ),
    (
        KK,
        ('"Сайлау туралы" 2024 жылғы 5 шілдедегі Қазақстан Республикасының Конституциялық заңына'),
        "Сайлау туралы",
        2024,
    ),
]


@pytest.mark.parametrize(("language", "words", "title", "year"), ITEMS)
def test_a_law_of_a_list_is_named(language: Language, words: str, title: str, year: int) -> None:
    found = act(f"{LISTS[language]}1. {words}:\n", language)
    assert not found.accounting.unclaimed
    assert [(law.title, law.date) for law in found.laws] == [(title, datetime.date(year, 7, 5))]


CONSTITUTIONS = [
    (RU, "Внести в Конституцию Республики Казахстан следующие изменения:", "Конституция Республики Казахстан"),
    (
        KK,
        "Қазақстан Республикасының Конституциясына мынадай өзгерістер енгізілсін:",
        "Қазақстан Республикасының Конституциясы",
    ),
]


@pytest.mark.parametrize(("language", "text", "title"), CONSTITUTIONS)
def test_the_constitution_is_named(language: Language, text: str, title: str) -> None:
    found = act(text, language)
    assert not found.accounting.unclaimed
    assert [law.title for law in found.laws] == [title]


REPEALS = [
    (RU, "Признать утратившим силу Закон Республики Казахстан от 5 июля 2024 года «О книгах».", ["О книгах"]),
    (
        RU,
        (
            "Признать утратившими силу следующие законодательные акты Республики Казахстан:\n\n1) "
            "Закон Республики Казахстан"
            " от 5 июля 2024 года «О книгах»;\n\n2) Закон Республики Казахстан от 5 июля 2025 года «О полках»."
        ),
        ["О книгах", "О полках"],
    ),
    (
        KK,
        ('"Кітап туралы" 2024 жылғы 5 шілдедегі Қазақстан Республикасы Заңының күші жойылды деп танылсын.'),
        ["Кітап туралы"],
    ),
    (
        KK,
        (
            'Мыналардың күші жойылды деп танылсын:\n\n1) "Кітап туралы" 2024 жылғы 5 шілдедегі '
            "Қазақстан Республикасының Заңы;"
            '\n\n2) "Сөре туралы" 2025 жылғы 5 шілдедегі Қазақстан Республикасының Заңы.'
        ),
        ["Кітап туралы", "Сөре туралы"],
    ),
]


@pytest.mark.parametrize(("language", "text", "titles"), REPEALS)
def test_a_law_that_is_repealed_is_named(language: Language, text: str, titles: list[str]) -> None:
    found = act(text, language)
    assert not found.accounting.unclaimed
    assert [law.title for law in found.laws] == titles
    assert [(one.op.value, one.law) for one in found.instructions] == [("repeal", at) for at in range(len(titles))]


NAMELESS = [
    (RU, "Признать утратившими силу Законы «О книгах» и «О полках»."),
    (RU, "Закон Республики Казахстан от 5 июля 2024 года «О книгах»;"),
    (RU, "Внести изменения в закон о книгах и закон о полках."),
    (KK, '"Кітап туралы" және "Сөре туралы" заңдардың күші жойылды деп танылсын.'),
]


@pytest.mark.parametrize(("language", "text"), NAMELESS)
def test_what_names_no_one_law_is_reported(language: Language, text: str) -> None:
    found = act(text, language)
    assert found.accounting.unclaimed
    assert not found.instructions


FORMULAE = [
    (RU, "О внесении изменений и дополнений в некоторые законодательные акты Республики Казахстан", Claim.TITLE),
    (RU, "О признании утратившими силу некоторых законодательных актов Республики Казахстан", Claim.TITLE),
    (RU, "Закон Республики Казахстан от 3 марта 2031 года № 77-IX ЗРК.", Claim.FORMULA),
    (RU, "ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН", Claim.FORMULA),
    (RU, "Действующий", Claim.FORMULA),
    (RU, "Президент Республики Казахстан К. КНИЖНИКОВ", Claim.SIGNATURE),
    (RU, "Президент\n\nРеспублики Казахстан", Claim.SIGNATURE),
    (RU, "Астана, Акорда, 3 марта 2031 года № 77-IX ЗРК", Claim.SIGNATURE),
    (RU, "Сноска. Статья 5 с изменением, внесенным Законом РК от 03.03.2031 № 77-IX.", Claim.NOTE),
    (RU, "Примечание ИЗПИ!\n\nПорядок введения в действие настоящего Закона см. ст. 3.", Claim.NOTE),
    (
        KK,
        "Қазақстан Республикасының кейбір заңнамалық актілеріне өзгерістер мен толықтырулар енгізу туралы",
        Claim.TITLE,
    ),
    (KK, "Қазақстан Республикасының 2031 жылғы 3 наурыздағы № 77-IX ҚРЗ Заңы", Claim.FORMULA),
    (KK, "Қазақстан Республикасының Президенті Қ. КІТАПШЫ", Claim.SIGNATURE),
    (KK, "Астана, Ақорда, 2031 жылғы 3 наурыз № 77-IX ҚРЗ", Claim.SIGNATURE),
    (KK, "Ескерту. 5-бапқа өзгеріс енгізілді - ҚР 03.03.2031 № 77-IX Заңымен.", Claim.NOTE),
    (KK, "ЗҚАИ-ның ескертпесі!\n\nОсы Заңның қолданысқа енгізілу тәртібін 3-баптан қараңыз.", Claim.NOTE),
]


@pytest.mark.parametrize(("language", "text", "claim"), FORMULAE)
def test_what_edits_nothing_is_known(language: Language, text: str, claim: Claim) -> None:
    found = act(text, language)
    assert not found.accounting.unclaimed
    assert {one.claim for one in found.accounting.claimed} == {claim}
