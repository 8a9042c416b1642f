from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aigaq.law.check.cell import Says, wording
from aigaq.law.check.known import known
from aigaq.law.check.signs import keys, signs
from aigaq.law.structure.key import key
from aigaq.profiles import profile
from aigaq.values import Language

WORDS = known(profile("kz"))


def said(text: str, *, language: Language = Language.RU, removed: bool = True) -> list[str]:
    """Return the pieces of a cell; before one that follows a gap stands «…», one that takes a unit out is marked."""
    found = wording(text, words=WORDS, language=language, removed=removed)
    shown = [
        ("… " if piece.gap else "") + " ".join(piece.keys) + (f" -{piece.gone}" if piece.gone else "")
        for piece in found.pieces
    ]
    return [*shown, "…"] if found.open else shown


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("3. Читатель вправе читать.", ["3 . Читатель вправе читать ."]),
        ("3. Читатель … читать.", ["3 . Читатель", "… читать ."]),
        ("3. Читатель ... читать;", ["3 . Читатель", "… читать ;"]),
        ("Статья 5. …\n…\n3. Читатель", ["Статья 5 .", "… 3 . Читатель"]),
        ("…\n2) книги;\n…", ["… 2 ) книги ;", "…"]),
        ("2) …;", ["2 )", "…"]),
        ("… …", ["…"]),
        ("[…] и книги", ["… и книги"]),
        ("<...> и книги", ["… и книги"]),
        ("а . . . б", ["а", "… б"]),
        ("книги, …, билеты", ["книги", "… билеты"]),
        ("«1. Читатель вправе.»", ["1 . Читатель вправе ."]),
        ("1. Читатель «вправе».", ['1 . Читатель " вправе " .']),
        ("1) а;\n2) исключить;\n3) б.", ["1 ) а ;", "2 ) исключить ; -2)", "3 ) б ."]),
        ("2. Исключен Законом РК от 12.05.2032 № 902-X.", []),
        ("2\tРайонная\t48", ["2 | Районная | 48"]),
    ],
)
def test_the_pieces_of_a_cell(text: str, pieces: list[str]) -> None:
    assert said(text) == pieces


NOTHING = {
    Language.RU: [
        "", " \n", "отсутствует", "Отсутствует.", "(отсутствует)", "исключить", "Исключить;", "исключен",
        "3) исключить;",
        "пункт 3 исключить", "Статья 12. исключена", "(исключено)", "Признать утратившим силу.", "3. Отсутствует",
        "6) исключен Законом РК от 12.05.2032 № 902-X (вводится в действие с 01.01.2033);",
    ],
    Language.KK: [
        "жоқ", "Жоқ.", "(жоқ)", "алып тасталсын", "3) алып тасталсын;", "алып тасталды",
        "(алып тасталды)", "12-бап алып тасталды",
        "күші жойылды деп танылсын",
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language, texts in NOTHING.items() for text in texts]
)
def test_a_cell_that_says_there_is_nothing(language: Language, text: str) -> None:
    assert wording(text, words=WORDS, language=language, removed=True).says is Says.NOTHING


@pytest.mark.parametrize("text", ["Без изменений", "без изменений.", "өзгеріссіз"])
def test_a_cell_that_says_nothing_changes(text: str) -> None:
    assert wording(text, words=WORDS, language=Language.RU, removed=True).says is Says.UNCHANGED


@pytest.mark.parametrize(
    "text", ["Читатель исключен из списка.", "нет книг", "Отсутствует читатель.", "исключить слово «книга»", "30 дней"]
)
def test_a_cell_with_such_words_in_its_wording(text: str) -> None:
    assert wording(text, words=WORDS, language=Language.RU, removed=True).says is Says.WORDING


@given(st.text(alphabet="аб1-–.,;:()«»\"'%№ N\u0301\u00a0\nіiX", max_size=60))
def test_the_signs_of_a_text_are_its_key(text: str) -> None:
    assert " ".join(keys(signs(" ".join(text.split())))) == key(" ".join(text.split()))
