from __future__ import annotations

import pytest

from aigaq.errors import Refused
from aigaq.law.draft import Cause, draft
from aigaq.values import Language
from tests.law.draft.invented import KAZAKH, LAWS, RUSSIAN, applied, clauses, drafted, edited, law, read

RU, KK = Language.RU, Language.KK

EDITS: dict[str, tuple[Language, tuple[tuple[str, str], ...], list[str]]] = {
    "words": (
        RU,
        (("читать книги и листать", "читать все книги и смотреть"),),
        ["1) в пункте 1 статьи 2 слова «книги и листать» заменить словами «все книги и смотреть»."],
    ),
    "a word out": (
        RU,
        (("Книги выдаются бесплатно", "Книги бесплатно"),),
        ["1) в статье 3 слово «выдаются» исключить."],
    ),
    "a word in": (
        RU,
        (("на дом;", "на дом вечером;"),),
        ["1) подпункт 1) пункта 2 статьи 2 после слов «книги на дом» дополнить словом «вечером»."],
    ),
    "a figure": (
        RU,
        (("один раз", "2 раза"),),
        ["1) в части второй пункта 2 статьи 2 слова «один раз» заменить словами «2 раза»."],
    ),
    "a subpoint": (
        RU,
        (("обратно;", "обратно;\n\n2-1) терять книги;"),),
        [
            "1) пункт 2 статьи 2 дополнить подпунктом 2-1) следующего содержания:",
            "«2-1) терять книги;».",
        ],
    ),
    "subpoints out": (
        RU,
        (("1) брать книги на дом;\n\n2) сдавать книги обратно;\n\n", ""),),
        ["1) подпункты 1) и 2) пункта 2 статьи 2 исключить."],
    ),
    "a part out": (
        RU,
        (("\n\nСрок сдачи книги продлевается один раз.", ""),),
        ["1) часть вторую пункта 2 статьи 2 исключить."],
    ),
    "parts": (
        RU,
        (("бесплатно.", "бесплатно.\n\nПлата запрещена.\n\nДары разрешены."),),
        [
            "1) статью 3 дополнить частями второй и третьей следующего содержания:",
            "«Плата запрещена.",
            "Дары разрешены.».",
        ],
    ),
    "a heading": (
        RU,
        (("Статья 3. Выдача книг", "Статья 3. Раздача"),),
        [
            "1) заголовок статьи 3 изложить в следующей редакции:",
            "«Статья 3. Раздача».",
        ],
    ),
    "two edits of one article": (
        RU,
        (("листать журналы", "листать газеты"), ("требовать тишины", "требовать покоя")),
        [
            "1) в статье 2:",
            "в пункте 1 слово «журналы» заменить словом «газеты»;",
            "в подпункте 3) пункта 2 слово «тишины» заменить словом «покоя».",
        ],
    ),
    "an article": (
        RU,
        (("Глава 2. Прочие положения", "Статья 2-1. Долг\n\nДолжник платит.\n\nГлава 2. Прочие положения"),),
        [
            "1) дополнить статьей 2-1 следующего содержания:",
            "«Статья 2-1. Долг",
            "Должник платит.».",
        ],
    ),
    "an article out": (
        RU,
        (("Статья 3. Выдача книг\n\nКниги выдаются бесплатно.\n\n", ""),),
        ["1) статью 3 исключить."],
    ),
    "a preamble": (
        RU,
        (("порядок расстановки", "правила расстановки"),),
        ["1) в преамбуле слово «порядок» заменить словом «правила»."],
    ),
    "words, Kazakh": (
        KK,
        (("кітап оқуға және журнал", "кітап оқуға немесе газет"),),
        ["1) 2-баптың 1-тармағындағы «және журнал» деген сөздер «немесе газет» деген сөздермен ауыстырылсын."],
    ),
    "a word out, Kazakh": (
        KK,
        (("Кітап тегін беріледі", "Кітап беріледі"),),
        ["1) 3-баптағы «тегін» деген сөз алып тасталсын."],
    ),
    "a word in, Kazakh": (
        KK,
        (("үйіне алуға", "үйіне кешке алуға"),),
        ["1) 2-баптың 2-тармағының 1) тармақшасы «үйіне» деген сөзден кейін «кешке» деген сөзбен толықтырылсын."],
    ),
    "a subpoint, Kazakh": (
        KK,
        (("қайтаруға;", "қайтаруға;\n\n2-1) кітапты жоғалтуға;"),),
        [
            "1) 2-баптың 2-тармағы мынадай мазмұндағы 2-1) тармақшамен толықтырылсын:",
            "«2-1) кітапты жоғалтуға;».",
        ],
    ),
    "subpoints out, Kazakh": (
        KK,
        (("1) кітапты үйіне алуға;\n\n2) кітапты қайтаруға;\n\n", ""),),
        ["1) 2-баптың 2-тармағының 1) және 2) тармақшалары алып тасталсын."],
    ),
    "a part out, Kazakh": (
        KK,
        (("\n\nКітапты қайтару мерзімі бір рет ұзартылады.", ""),),
        ["1) 2-баптың 2-тармағының екінші бөлігі алып тасталсын."],
    ),
    "parts, Kazakh": (
        KK,
        (("беріледі.", "беріледі.\n\nАқы алынбайды.\n\nСый алынады."),),
        [
            "1) 3-бап мынадай мазмұндағы екінші және үшінші бөліктермен толықтырылсын:",
            "«Ақы алынбайды.",
            "Сый алынады.».",
        ],
    ),
    "a heading, Kazakh": (
        KK,
        (("3-бап. Кітап беру", "3-бап. Тарату"),),
        [
            "1) 3-баптың тақырыбы мынадай редакцияда жазылсын:",
            "«3-бап. Тарату».",
        ],
    ),
    "two edits of one article, Kazakh": (
        KK,
        (("журнал", "газет"), ("тыныштық", "тынымды")),
        [
            "1) 2-бапта:",
            "1-тармақтағы «журнал» деген сөз «газет» деген сөзбен ауыстырылсын;",
            "2-тармақтың 3) тармақшасындағы «тыныштық» деген сөз «тынымды» деген сөзбен ауыстырылсын.",
        ],
    ),
    "an article, Kazakh": (
        KK,
        (("2-тарау. Өзге", "2-1-бап. Борыш\n\nБорышкер төлейді.\n\n2-тарау. Өзге"),),
        [
            "1) мынадай мазмұндағы 2-1-баппен толықтырылсын:",
            "«2-1-бап. Борыш",
            "Борышкер төлейді.».",
        ],
    ),
    "a preamble, Kazakh": (
        KK,
        (("орналастыру тәртібін", "орналастыру қағидасын"),),
        ["1) кіріспедегі «тәртібін» деген сөз «қағидасын» деген сөзбен ауыстырылсын."],
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_said_as_drafters_say_it(name: str) -> None:
    language, pairs, said = EDITS[name]
    assert clauses(drafted(language, *pairs)) == said


@pytest.mark.parametrize("name", EDITS)
@pytest.mark.parametrize("back", [False, True])
def test_the_act_is_read_to_its_last_word_and_gives_the_new_law(name: str, back: bool) -> None:
    language, pairs, _ = EDITS[name]
    laws = [law(LAWS[language], language), edited(language, *pairs)]
    old, new = reversed(laws) if back else laws
    made = draft(old, new)
    assert made.exact
    assert read(made).accounting.share == 1.0
    comparison = applied(made, old, new)
    assert comparison.changes == ()
    assert {copy.reason for copy in comparison.copies} <= {"stub"}


COARSE: dict[str, tuple[tuple[str, str], ...]] = {
    "a point takes another place": (
        ("1) брать книги на дом;\n\n2) сдавать книги обратно;", "2) сдавать книги обратно;\n\n1) брать книги на дом;"),
    ),
    "an article leaves its chapter": (
        ("Статья 3. Выдача книг\n\nКниги выдаются бесплатно.\n\n", ""),
        ("Глава 2. Прочие", "Статья 3. Выдача книг\n\nКниги выдаются бесплатно.\n\nГлава 2. Прочие"),
    ),
    "a chapter comes over articles": (("Статья 4. За", "Глава 3. Споры\n\nСтатья 4. За"),),
    "a chapter comes": (
        ("Глава 2. Прочие", "Глава 1-1. Читальни\n\nСтатья 2-1. Зал\n\nЗал открыт.\n\nГлава 2. Прочие"),
    ),
    "a chapter goes": ((RUSSIAN[RUSSIAN.index("\nГлава 2.") :], ""),),
    "numbers change": (("Статья 4. За", "Статья 5. За"),),
    "points trade numbers": (
        ("1. Читатель вправе читать", "2. Читатель вправе читать"),
        ("2. Читатель вправе:", "1. Читатель вправе:"),
    ),
}


@pytest.mark.parametrize("name", COARSE)
def test_what_no_small_edit_says_is_restated(name: str) -> None:
    old, new = law(RUSSIAN, RU), edited(RU, *COARSE[name])
    made = draft(old, new)
    assert made.exact
    assert applied(made, old, new).changes == ()


SECTIONS = RUSSIAN.replace("Глава 1.", "Раздел 1. Основы\n\nГлава 1.").replace(
    "Глава 2.", "Раздел 2. Прочее\n\nГлава 1."
)
APPENDIX = RUSSIAN + "\nПриложение 1 к Закону о полках\n\n1. Первая норма.\n\n2. Вторая норма.\n"
POINTS = "1. Первый пункт.\n\n2. Второй пункт.\n\nЧасть вторая пункта.\n"
TABLE = RUSSIAN.replace("бесплатно.", "бесплатно.\n\nгод\tчисло\n\n1\t2")
TWICE = RUSSIAN.replace("2) сдавать", "1) сдавать")

ODD: dict[str, tuple[str, str, str, str]] = {
    "a chapter number in two sections": (
        SECTIONS,
        "Прочие положения",
        "Иное",
        "1) заголовок главы 1 раздела 2 изложить в следующей редакции:",
    ),
    "an appendix": (APPENDIX, "Вторая", "Иная", "1) в пункте 2 приложения 1 слово «Вторая» заменить словом «Иная»."),
    "points alone": (POINTS, "Второй", "Иной", "1) в пункте 2 слово «Второй» заменить словом «Иной»."),
    "words beside a table": (
        TABLE,
        "выдаются",
        "раздаются",
        "1) в статье 3 слово «выдаются» заменить словом «раздаются».",
    ),
    "a number that stands twice": (
        TWICE,
        "1) сдавать",
        "1) терять",
        "1) пункт 2 статьи 2 изложить в следующей редакции:",
    ),
}


@pytest.mark.parametrize("name", ODD)
def test_laws_that_are_built_otherwise(name: str) -> None:
    text, out, into, said = ODD[name]
    old, new = law(text, RU), law(text.replace(out, into), RU)
    made = draft(old, new)
    assert made.exact
    assert said in made.text.strip().split("\n\n")
    assert applied(made, old, new).changes == ()


@pytest.mark.parametrize(
    ("old", "new", "cause"),
    [
        (RUSSIAN, APPENDIX, Cause.APPENDIX),
        (APPENDIX, RUSSIAN, Cause.APPENDIX),
        (TABLE, TABLE.replace("1\t2", "1\t3"), Cause.TABLE),
    ],
)
def test_what_is_refused_alone_leaves_no_act(old: str, new: str, cause: Cause) -> None:
    made = draft(law(old, RU), law(new, RU))
    assert [refusal.cause for refusal in made.refused] == [cause]
    assert (made.text, made.exact, len(made.left)) == ("", False, 1)


REFUSED: dict[str, tuple[tuple[tuple[str, str], ...], list[Cause]]] = {
    "the title": ((("О книжных полках", "О книжных шкафах"),), [Cause.TITLE]),
    "a quotation that never closes": ((("решает заведующий", 'решает "заведующий'),), [Cause.QUOTES]),
    "a table": ((("бесплатно.", "бесплатно.\n\nгод\tчисло\n\n1\t2"),), [Cause.TABLE]),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_said_is_refused_with_the_reason_and_nothing_else_is(name: str) -> None:
    pairs, causes = REFUSED[name]
    other = ("читать книги и листать", "читать книги или листать")
    old, new = law(RUSSIAN, RU), edited(RU, *pairs, other)
    made = draft(old, new)
    assert [refusal.cause for refusal in made.refused] == causes
    assert not made.exact
    assert [change.label for change in applied(made, old, new).changes] == [change.label for change in made.left]
    assert len(made.left) == 1


def test_the_act_names_the_law_as_its_text_does_and_says_that_it_is_a_draft() -> None:
    old, new = law(RUSSIAN, RU), edited(RU, ("бесплатно", "даром"))
    made = draft(old, new, rule="с 5 января 2033 года")
    assert made.text.split("\n\n") == [
        "Проект",
        "ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН",
        "О внесении изменений в Закон Республики Казахстан «О книжных полках»",
        "Статья 1. Внести в Закон Республики Казахстан от 3 мая 2031 года «О книжных полках» следующие изменения:",
        "1) в статье 3 слово «бесплатно» заменить словом «даром».",
        "Статья 2. Настоящий Закон вводится в действие с 5 января 2033 года.\n",
    ]
    assert made.remarks == ()


def test_the_kazakh_act_names_the_law_as_its_text_does() -> None:
    old, new = law(KAZAKH, KK), edited(KK, ("тегін", "ақысыз"))
    changes = "мынадай өзгерістер енгізілсін"
    made = draft(old, new, rule="2033 жылғы 5 қаңтардан бастап")
    assert made.text.split("\n\n") == [
        "Жоба",
        "ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ ЗАҢЫ",
        "Қазақстан Республикасының «Кітап сөрелері туралы» Заңына өзгерістер енгізу туралы",
        f"1-бап. «Кітап сөрелері туралы» 2031 жылғы 3 мамырдағы Қазақстан Республикасының Заңына {changes}:",
        "1) 3-баптағы «тегін» деген сөз «ақысыз» деген сөзбен ауыстырылсын.",
        "2-бап. Осы Заң 2033 жылғы 5 қаңтардан бастап қолданысқа енгізіледі.\n",
    ]
    assert read(made).accounting.unclaimed == ()


def test_what_the_text_does_not_state_is_not_invented() -> None:
    bare = RUSSIAN[RUSSIAN.index("Настоящий Закон") :]
    made = draft(law(bare, RU), law(bare.replace("бесплатно", "даром"), RU))
    assert (
        "О внесении изменений в Закон Республики Казахстан\n\nСтатья 1. Внести в Закон Республики Казахстан следующие"
        in made.text
    )
    assert len(made.remarks) == 2
    assert "вводится в действие" not in made.text


def test_the_same_law_needs_no_act() -> None:
    made = draft(law(RUSSIAN, RU), law(RUSSIAN.replace("\n\n", "\n\n\n"), RU))
    assert (made.text, made.exact, made.items) == ("", True, ())


def test_two_languages_are_refused() -> None:
    with pytest.raises(Refused) as refused:
        draft(law(RUSSIAN, RU), law(KAZAKH, KK))
    assert refused.value.code == "draft.languages"


def test_a_rule_that_is_none_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        draft(law(RUSSIAN, RU), edited(RU, ("бесплатно", "даром")), rule="когда-нибудь")
    assert refused.value.code == "draft.force"
