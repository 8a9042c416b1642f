"""Words, dates and types: what changed, what only looks changed, and what is said of dates."""

from __future__ import annotations

import pytest

from aigaq.bill.watch import Observation, PageKind, Watched
from aigaq.evidence.capture import Stated
from aigaq.locale import translator
from tests.bill.watch.looks import PAGE, Looks, page
from tests.conftest import ROOT

EN = translator("en")
ANY = Watched(PAGE)
DOCUMENT = Watched(PAGE, PageKind.DOCUMENT)
OLD = "Mon, 03 Nov 2025 09:00:00 GMT"
BEFORE = (Stated("http:last-modified", OLD, "2025-11-03"),)
"""The first look is on 12 November, the second on 13 November."""


def two(
    before: str | bytes,
    after: str | bytes,
    watched: Watched = ANY,
    *,
    stated: tuple[tuple[Stated, ...], tuple[Stated, ...]] = ((), ()),
    **more: object,
) -> tuple[Observation, ...]:
    looks = Looks()
    looks.see(PAGE, before, stated=stated[0])
    looks.next_day().see(PAGE, after, stated=stated[1], **more)
    return looks.told(watched, since=1)


def modified(value: str, day: str) -> tuple[Stated, ...]:
    return (Stated("http:last-modified", value, day),)


@pytest.mark.parametrize(
    ("before", "after", "codes"),
    [
        (page("Срок два дня"), page("Срок два дня"), ["unchanged"]),
        (page("Срок два дня"), page("Срок <b>два</b>\n дня"), ["layout-only"]),
        (page("Срок два дня"), page("Срок два дня").replace("Меню", "Меню, поиск"), ["layout-only"]),
        (page("«бiлiм»"), page('"білім"'), ["layout-only"]),
        (page("Срок два дня"), page("Срок три дня"), ["text-changed"]),
        (page("Срок два дня"), page("Страница не найдена"), ["text-changed"]),
        (page("Срок два дня"), page("Срок два дня", title="Другое"), ["retitled"]),
        (page("Размещено 3.11.2025. Текст"), page("Размещено 3.11.2025. Слово"), ["silent-edit"]),
        (page("Размещено 3.11.2025. Текст"), page("Размещено 12.11.2025. Слово"), ["text-changed"]),
        (page("Размещено 3.11.2025. Текст"), page("Размещено 10.11.2025. Слово"), ["silent-edit", "date-impossible"]),
        (page("Размещено 3.11.2025. Текст"), page("Размещено 10.11.2025. Текст"), ["date-changed"]),
        (page("Размещено 3.11.2025. Текст"), page("Размещено 3.12.2025. Текст"), ["date-changed", "date-impossible"]),
        (
            page("Дата публикации: 3.11.2025"),
            page("Дата публикации: 30.12.2025 г."),
            ["date-changed", "date-impossible"],
        ),
        (page("Слово"), page("Слово<p>2027 жылғы 3 қаңтарда жарияланды"), ["text-changed", "date-impossible"]),
        (page("Слово"), page("Слово<p>Закон опубликован 30.10.2025"), ["silent-edit"]),
        (page("Слово"), page("Слово<p>вводится с 1.1.2027 после дня его опубликования"), ["text-changed"]),
        (page("Действует с 3.11.2025."), page("Действует с 1.1.2027."), ["date-changed"]),
        (page("Размещено 3.11.2025. Текст"), page("Текст"), ["text-changed"]),
        ("Простой текст", page("Простой текст"), ["type-changed"]),
        ("Простой текст", page("Ошибка"), ["type-changed", "text-changed"]),
        (page("Срок"), b"\x89PNG\r\n\x1a\n", ["type-changed", "could-not-compare"]),
        (b"\x89PNG\r\n\x1a\n1", b"\x89PNG\r\n\x1a\n2", ["could-not-compare"]),
        (b"\x89PNG\r\n\x1a\n1", b"\x89PNG\r\n\x1a\n1", ["unchanged"]),
        (page("Срок"), b"", ["type-changed", "could-not-compare"]),
        (page("Срок"), "<html><script>all()</script>", ["could-not-compare"]),
    ],
)
def test_two_looks(before: str | bytes, after: str | bytes, codes: list[str]) -> None:
    assert [it.code.value for it in two(before, after)] == codes


def test_a_title_that_changed_is_named() -> None:
    (told,) = two(page("а", title="Об архивном деле"), page("а", title="Об архивном деле и другом"))
    assert (told.code, told.title, told.was) == ("retitled", "Об архивном деле и другом", "Об архивном деле")


@pytest.mark.parametrize(
    ("stated", "codes"),
    [
        ((BEFORE, BEFORE), ["silent-edit"]),
        ((BEFORE, modified("Thu, 13 Nov 2025 08:00:00 GMT", "2025-11-13")), ["text-changed"]),
        ((BEFORE, modified("Mon, 10 Nov 2025 08:00:00 GMT", "2025-11-10")), ["silent-edit", "date-impossible"]),
        ((BEFORE, modified("Mon, 01 Dec 2025 08:00:00 GMT", "2025-12-01")), ["text-changed", "date-impossible"]),
        ((BEFORE, modified("yesterday", "")), ["text-changed"]),
        ((BEFORE, ()), ["text-changed"]),
        (((), BEFORE), ["silent-edit", "date-impossible"]),
        (((), ()), ["text-changed"]),
        # The time of the answer is no statement about the page.
        (((Stated("http:date", "a", "2025-11-12"),), (Stated("http:date", "a", "2025-11-12"),)), ["text-changed"]),
        # That a file was made before it was published is no lie.
        (((), (Stated("pdf:created", "D:20251103", "2025-11-03"),)), ["silent-edit"]),
        # A server that always states the present moment states nothing.
        (
            (modified("Wed, 12 Nov 2025 09:00:00 GMT", ""), modified("Thu, 13 Nov 2025 09:00:00 GMT", "")),
            ["text-changed"],
        ),
    ],
)
def test_stated_dates_of_an_edited_text(
    stated: tuple[tuple[Stated, ...], tuple[Stated, ...]], codes: list[str]
) -> None:
    told = two(page("Срок два дня"), page("Срок три дня"), stated=stated)
    assert [it.code.value for it in told] == codes


@pytest.mark.parametrize(
    ("where", "early", "late"),
    [
        ("http:last-modified", True, True),
        ("html:meta:article:published_time", True, True),
        ("html:meta:dcterms.issued", True, True),
        ("html:meta:dcterms.created", False, True),
        ("html:ld+json:datepublished", False, True),
        ("pdf:modified", False, True),
        ("docx:created", False, True),
        # A sitting may be on a day to come.
        ("html:time", False, False),
        ("html:meta:dcterms.valid", False, False),
        ("html:meta:date", False, False),
        # These say nothing of the page.
        ("http:date", False, False),
        ("http:retry-after", False, False),
        ("html:saved", False, False),
    ],
)
def test_which_dates_can_be_impossible(where: str, early: bool, late: bool) -> None:
    def found(day: str) -> bool:
        stated = ((), (Stated(where, day, day),))
        return "date-impossible" in [it.code.value for it in two(page("Срок два"), page("Срок три"), stated=stated)]

    assert (found("2025-11-03"), found("2025-12-01")) == (early, late)
    assert not found("2025-11-12") and not found("2025-11-13")


def test_without_any_date_that_is_said() -> None:
    assert "neither page nor server states a date" in two(page("два"), page("три"))[0].text(EN)
    silent = two(page("Срок два"), page("Срок три"), stated=(BEFORE, BEFORE))[0]
    assert "every date stated there stayed, or lies before the look of 2025-11-12 09:00 UTC (№ 0)" in silent.text(EN)


def test_a_date_may_change_alone() -> None:
    later = modified("Thu, 06 Nov 2025 09:00:00 GMT", "2025-11-06")
    (told,) = two(page("а"), page("а"), stated=(BEFORE, later))
    assert told.code == "date-changed"
    assert [(it.where, it.old, it.new) for it in told.dates] == [("http:last-modified", OLD, later[0].value)]


def test_numbers_alone_may_be_a_counter_and_can_be_left_out() -> None:
    before, after = (page(f"Слово. Просмотров: <i>{n}</i>") for n in (14, 15))
    assert "numbers alone differ" in two(before, after)[0].text(EN)
    assert [it.code.value for it in two(before, after, Watched(PAGE, ignore=("i",)))] == ["layout-only"]
    assert "numbers alone" not in two(before, after.replace("Слово", "Слова"))[0].text(EN)


def test_a_selected_part_may_be_lost() -> None:
    (told,) = two('<p class="a">1', '<p class="b">1', Watched(PAGE, select=".a"))
    assert (told.code, told.remarks) == ("could-not-compare", ("the page has no part that «.a» selects",))


def test_words_of_menus_and_hidden_parts_are_not_lost() -> None:
    (told,) = two(page("а"), page("а").replace("Меню", 'Меню, поиск<p hidden="">тайно</p>'))
    assert (told.code, told.news) == ("layout-only", False)
    assert told.remarks == ("words of menus or hidden parts changed",)
    assert [place.put for place in told.words] == [", поиск тайно"]


def test_another_address_answers() -> None:
    (told,) = two(page("а"), page("а"), final="https://parlam.example/archive/123?from=bills")
    assert (told.code, told.was) == ("redirected", PAGE)


def test_a_capture_that_is_damaged_stops_nothing() -> None:
    looks = Looks()
    first = looks.see(PAGE, page("а"))
    looks.next_day().see(PAGE, page("б"))
    looks.bytes[first.sha256] = b"\xff\xfe<html>\x00"
    assert looks.codes() == ["could-not-compare"]


class TestLaw:
    """Documents that are laws or bills are compared by their units."""

    def texts(self) -> tuple[bytes, bytes]:
        folder = ROOT / "examples" / "public-libraries"
        return (folder / "law@2032-06.ru.txt").read_bytes(), (folder / "law@2033-02.ru.txt").read_bytes()

    def test_the_units_are_named(self) -> None:
        (told,) = two(*self.texts(), DOCUMENT, stated=(BEFORE, BEFORE), media="text/html")
        assert told.code == "silent-edit"
        kinds = {unit.kind for unit in told.units}
        assert {"reworded", "inserted"} <= kinds
        assert "units changed (" in told.text(EN)
        assert any(place.out and place.put for unit in told.units for place in unit.words)

    @pytest.mark.parametrize(
        ("before", "after", "why"),
        [
            ("Просто слова", "Другие слова", "holds no article and no point"),
            (
                "Статья 1. Срок\n\nДва дня.\n",
                "1-бап. Мерзім\n\nЕкі күн, әрі қарай өң.\n",
                "a comparison needs one language",
            ),
        ],
    )
    def test_or_it_is_said_why_not(self, before: str, after: str, why: str) -> None:
        (told,) = two(before, after, DOCUMENT)
        assert (told.code, told.units) == ("text-changed", ())
        assert "compared word by word, not by units of law" in told.text(EN)
        assert why in told.text(EN)
        assert told.words

    def test_a_page_that_is_no_document_is_compared_word_by_word(self) -> None:
        (told,) = two(*(page(text.decode().replace("\n", "<br>")) for text in self.texts()))
        assert told.units == ()
        assert told.words
        assert "by units" not in told.text(EN)
