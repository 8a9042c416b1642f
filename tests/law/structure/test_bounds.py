"""Any text is parsed, tiles, and takes time in proportion to its length."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from aigaq.law.compare.prove import unaccounted
from aigaq.law.structure import Kind
from aigaq.values import Language
from tests.law.structure.laws import tree

PIECES = st.sampled_from(
    [
        *'\n \t\xa0\ufeff\r.;:,()"«»-–1І',
        *(
            "\n\n",
            "\r\n",
            "1. ",
            "2) ",
            "3-1) ",
            "9. - 10. ",
            "Статья 1. ",
            "Статья 2",
            "Глава І. ",
            "§ 1. ",
            "Раздел 1. А",
        ),
        *("Сноска. ", "Примечание ИЗПИ!", "предусматривается ", "Законом РК от 01.02.2020 № 12-VI ", "исключен "),
        *("Приложение 1", "к закону", "Президент", "ОГЛАВЛЕНИЕ", "ОБЩАЯ ЧАСТЬ", "сад", "Сад", "дополнен пунктом 2 "),
        *("1-бап. ", "2-тарау. ", "Ескерту. ", "ЗҚАИ-ның ескертпесі!", "көзделген - ", "ҚР 01.02.2020 № 12-VI "),
        *("алып тасталды ", "қосымша", "МАЗМҰНЫ", "бақ", "Бақ", "# ", "> ", "и\u0306", "\u00ad", "\u2028", "\x0c"),
    ]
)


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=40).map("".join), st.sampled_from([None, *Language]))
def test_any_law_like_text_is_parsed_and_tiles(text: str, language: Language | None) -> None:
    parsed = tree(text, language=language) if language in (None, Language.RU, Language.KK) else tree(text)
    ends = [0, *(unit.end for unit in parsed.units)]
    assert [unit.start for unit in parsed.units] == ends[:-1]
    assert len(parsed.by_eid) == len(parsed.units)
    assert list(parsed.root.walk()) == list(parsed.units)
    assert all(parsed.source.text[slice(*unit.wording)] == unit.text for unit in parsed.units)
    assert all(note.unit in parsed.by_eid for note in parsed.notes)


@settings(max_examples=200)
@given(st.text(max_size=200))
def test_any_text_is_parsed_and_tiles(text: str) -> None:
    parsed = tree(text)
    assert sum(unit.end - unit.start for unit in parsed.units) == len(text)


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_character_of_any_text_is_accounted_for(text: str) -> None:
    assert unaccounted(tree(text)) == []


LINEAR: list[tuple[str, Callable[[int], str]]] = [
    ("one line", lambda n: "слово " * n),
    ("one line of digits and dots", lambda n: "1.1." * n),
    ("one line of digits", lambda n: "1" * n),
    ("digits and dots, a line each", lambda n: "1.1.\n\n" * n),
    ("rising points", lambda n: "".join(f"{i}. Сад.\n\n" for i in range(1, n))),
    ("rising subpoints", lambda n: "".join(f"{i}) сад;\n\n" for i in range(1, n))),
    ("deep quotation marks", lambda n: "«" * n + "сад" + "»" * n),
    ("quotations that never close", lambda n: '"1. Сад\n\n' * n),
    ("quotations, one in the other", lambda n: "«1. сад\n\n" * n + "»\n\n" * n),
    ("notes", lambda n: "Сноска. Статья 1 с изменением, внесенным Законом РК от 01.02.2020 № 12-VI;\n\nСад.\n\n" * n),
    ("one long note", lambda n: "Сноска. Статья 1;\n\n" + "Законом от 01.02.2021 № 1-VI;\n\n" * n),
    ("a note with many acts", lambda n: "Сноска. " + "от 01.02.2020 № 12-VI (" * n),
    ("brackets that never close", lambda n: "Сноска. от 01.02.2020 № 1-VI " + "(" * n),
    ("one sentence over many paragraphs", lambda n: "сад\n\n" * n),
    ("paragraphs in capitals", lambda n: "САД\n\n" * n),
    ("rows", lambda n: "а\tб\n" * n),
    ("signatures", lambda n: "Президент\n\n" * n),
    ("blank lines", lambda n: "\n" * n),
    ("returns", lambda n: "\r" * n),
]

QUADRATIC: list[tuple[str, int, Callable[[int], str]]] = [
    ("one subpoint number again and again: Freezer._distinct", 1200, lambda n: "1) сад;\n\n" * n),
    ("one article number again and again: Freezer._distinct", 1200, lambda n: "Статья 1. Сад\n\n" * n),
    ("parts before the list goes on: draft._list_goes_on", 600, lambda n: "1) сад;\n\n" + "Сад.\n\n" * n + "2) сад."),
    ("numbers without a mark: mend._numbered_before", 800, lambda n: "1. Сад.\n\n" + "7 садов.\n\n" * n),
    ("unclosed quotations of notes: neighbours._note_end", 400, lambda n: "Сноска. Дополнить:\n\n«1. Сад\n\n" * n),
    ("one paragraph of many lines: paragraphs._separates", 20000, lambda n: "сад\n" * n),
    (
        ("the heading of an appendix without an end: paragraphs"),
        1000,
        lambda n: "Приложение 1 к закону\n" + "сад\n" * n,
    ),
    ("a note full of digits: forms.kazakh", 250, lambda n: f"Ескерту. әғқ {'1' * n} ҚР 01.02.2020 № 12-VI"),
    ("a note full of numbers: forms.kazakh", 150, lambda n: f"Ескерту. әғқ {'1, ' * n} ҚР 01.02.2020 № 12-VI"),
    ("a note full of ordinals: forms.kazakh", 200, lambda n: f"Ескерту. әғқ {'бірінші, ' * n} ҚР 01.02.2020 № 12-VI"),
]


def seconds(text: str) -> float:
    """Return the time of this process for one parse, the better of two."""
    best = 60.0
    for _ in range(2):
        start = time.process_time()
        tree(text)
        best = min(best, time.process_time() - start)
    return best


def within(times: int, short: str, long: str, *, floor: float) -> bool:
    """Tell whether the long text takes at most so many times as long; a busy machine gets four tries."""
    return any(seconds(long) < times * max(seconds(short), floor) for _ in range(4))


@pytest.mark.parametrize(("what", "text"), LINEAR, ids=[what for what, _ in LINEAR])
def test_time_is_linear(what: str, text: Callable[[int], str]) -> None:
    assert within(24, text(1000), text(8000), floor=0.005), what


@pytest.mark.parametrize(("what", "count", "text"), QUADRATIC, ids=[what for what, _, _ in QUADRATIC])
def test_time_that_was_quadratic_once(what: str, count: int, text: Callable[[int], str]) -> None:
    assert within(9, text(count), text(4 * count), floor=0.002), what


INDENTED = "      {}\n\n"
WORDS = st.lists(st.sampled_from("сад огород поле дерево яблоня груша".split()), min_size=1, max_size=4)
SENTENCES = WORDS.map(lambda words: " ".join(words).capitalize() + ".")
PHRASES = WORDS.map(" ".join)


@st.composite
def laws(draw: st.DrawFn) -> list[tuple[Kind, str, str]]:
    """Return a law as kind, number and wording of each unit, in the order of the text."""
    units: list[tuple[Kind, str, str]] = []
    article = 0
    for chapter in range(1, draw(st.integers(1, 3)) + 1):
        units.append((Kind.CHAPTER, str(chapter), draw(PHRASES).upper()))
        for _ in range(draw(st.integers(1, 3))):
            article += 1
            units.append((Kind.ARTICLE, str(article), draw(PHRASES).capitalize()))
            for point in range(1, draw(st.integers(1, 4)) + 1):
                units.extend(draw(points(str(point))))
    return units


@st.composite
def points(draw: st.DrawFn, number: str) -> list[tuple[Kind, str, str]]:
    listed = draw(st.booleans())
    if not listed:
        parts = draw(st.lists(SENTENCES, max_size=2))
        return [(Kind.POINT, number, draw(SENTENCES)), *((Kind.ALINEA, "", part) for part in parts)]
    count = draw(st.integers(2, 4))
    kind = draw(st.sampled_from([Kind.SUBPOINT, Kind.INDENT]))
    items = [(kind, str(at) if kind is Kind.SUBPOINT else "", draw(PHRASES) + ";") for at in range(1, count)]
    last = (kind, str(count) if kind is Kind.SUBPOINT else "", draw(PHRASES) + ".")
    tail = [(Kind.ALINEA, "", draw(SENTENCES))] if draw(st.booleans()) else []
    return [(Kind.POINT, number, draw(PHRASES).capitalize() + ":"), *items, last, *tail]


RUSSIAN = {Kind.CHAPTER: "Глава {}. {}", Kind.ARTICLE: "Статья {}. {}", Kind.POINT: "{}. {}", Kind.SUBPOINT: "{}) {}"}
KAZAKH = {**RUSSIAN, Kind.CHAPTER: "{}-тарау. {}", Kind.ARTICLE: "{}-бап. {}"}


def written(law: list[tuple[Kind, str, str]], forms: dict[Kind, str], layout: str) -> str:
    return "".join(layout.format(forms.get(kind, "{0}{1}").format(number, words)) for kind, number, words in law)


@pytest.mark.parametrize("layout", ["{}\n\n", "      {}\n\n", "\xa0\xa0\xa0{}\r\n", "{}\r\r"])
@pytest.mark.parametrize(("language", "forms"), [(Language.RU, RUSSIAN), (Language.KK, KAZAKH)])
@settings(max_examples=40)
@given(law=laws())
def test_a_written_law_is_read_again(
    law: list[tuple[Kind, str, str]], language: Language, forms: dict[Kind, str], layout: str
) -> None:
    parsed = tree(written(law, forms, layout), language=language)
    assert [(unit.kind, unit.number, unit.text) for unit in parsed.units[1:]] == law
    assert parsed.warnings == ()
    assert parsed.notes == ()


@settings(max_examples=40)
@given(law=laws())
def test_a_law_of_one_paragraph_a_line_is_read_again(law: list[tuple[Kind, str, str]]) -> None:
    assume(len(law) > 11)
    parsed = tree(written(law, RUSSIAN, "{}\n"), language=Language.RU)
    assert [(unit.kind, unit.number, unit.text) for unit in parsed.units[1:]] == law


def test_a_short_text_of_one_paragraph_a_line() -> None:
    parsed = tree("Глава 1. САД\nСтатья 1. Сад\n1. Сад.")
    assert [unit.kind for unit in parsed.units[1:]] == [Kind.CHAPTER, Kind.ARTICLE, Kind.POINT]
