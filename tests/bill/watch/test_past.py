"""What comes back is not called new, and nobody is accused because another page was served for a while."""

from __future__ import annotations

import pytest

from aigaq.bill.watch import Code, Observation, PageKind, Watched
from aigaq.evidence.capture import Stated
from aigaq.locale import translator
from tests.bill.watch.looks import LISTING, PAGE, Looks, listing, page

EN = translator("en")
OLD = (Stated("http:last-modified", "Mon, 03 Nov 2025 09:00:00 GMT", "2025-11-03"),)
BUSY = page("Ведутся технические работы. Зайдите, пожалуйста, позже", title="Работы")
TEXT = "<p>Размещено 3.11.2025<p>Законопроект об архивном деле рассмотрен комитетом. Срок {} дня"
BILL = page(TEXT.format("два"))


def told(
    *pages: str, watched: Watched | None = None, stated: tuple[Stated, ...] = OLD
) -> list[tuple[Observation, ...]]:
    """Return what each look after the first one says."""
    looks = Looks()
    for text in pages:
        looks.see(PAGE, text, stated=stated if text != BUSY else ())
        looks.next_day()
    every = looks.told(watched or Watched(PAGE))
    return [tuple(it for it in every if it.after.entry == at) for at in range(1, len(pages))]


def codes(found: tuple[Observation, ...]) -> list[str]:
    return [it.code.value for it in found]


@pytest.mark.parametrize("back", [BILL, BILL.replace("<nav>", "<nav><!-- 7 -->")])
def test_a_page_that_was_served_in_between_makes_no_silent_edit(back: str) -> None:
    away, home = told(BILL, BUSY, back)
    assert codes(away) == ["retitled", "text-changed"]
    assert "perhaps another page in its place" in away[1].text(EN)
    assert codes(home)[0] == "came-back"
    assert set(codes(home)) <= {"came-back", "layout-only"}
    assert home[0].text(EN) == (
        "it is the page of the look of 2025-11-12 09:00 UTC (№ 0) again; "
        "the look of 2025-11-13 09:00 UTC (№ 1) found another in its place"
    )


def test_an_edit_made_meanwhile_is_still_found() -> None:
    _, _, home = told(BILL, BUSY, BUSY, page(TEXT.format("три")))
    assert codes(home) == ["came-back", "silent-edit"]
    assert home[1].before is not None
    assert (home[1].before.entry, home[1].after.entry) == (0, 3)
    assert [(it.out, it.put) for it in home[1].words] == [("два", "три")]


def test_documents_of_a_listing_are_not_new_when_it_is_back() -> None:
    full = listing({"a.pdf": "Законопроект", "b.pdf": "Таблица"}, title="Досье")
    more = listing({"a.pdf": "Законопроект", "b.pdf": "Таблица", "c.pdf": "Записка"}, title="Досье")
    away, home = told(full, BUSY, more, watched=LISTING)
    assert codes(away) == ["retitled", "text-changed"]
    assert [(it.code.value, it.title) for it in home] == [("came-back", "Досье"), ("new-document", "Записка")]


def test_a_link_that_was_there_before_is_there_again() -> None:
    full, less = listing({"a.pdf": "Законопроект", "b.pdf": "Таблица"}), listing({"a.pdf": "Законопроект"})
    _, again = told(full, less, full, watched=LISTING)
    assert codes(again) == ["came-back"]
    assert "it was there at the look of 2025-11-12 09:00 UTC (№ 0)" in again[0].text(EN)


def test_a_row_that_comes_back_bears_no_impossible_date() -> None:
    row = '<ul><li>Размещено 3.11.2025: <a href="b.pdf">Таблица</a></li></ul>'
    less = listing({"a.pdf": "Законопроект"})
    gone, again = told(less + row, less, less + row, watched=LISTING)
    assert "date-impossible" not in codes(gone) + codes(again)
    (fresh,) = told(less, less + row, watched=LISTING)
    assert "date-impossible" in codes(fresh)


def test_an_edit_that_is_taken_back_is_told_as_that() -> None:
    _, again = told(BILL, page(TEXT.format("три")), BILL)
    assert codes(again) == ["text-changed"]
    assert "it is again the content of the look of 2025-11-12 09:00 UTC (№ 0)" in again[0].text(EN)


def test_of_a_selected_part_every_word_may_change() -> None:
    watched = Watched(PAGE, select="p.status")
    before, after = ('<p class="status">На рассмотрении</p>', '<p class="status">Снят с повестки</p>')
    (found,) = told(before, after, watched=watched)
    assert codes(found) == ["silent-edit"]


def test_a_file_is_what_stands_at_its_address() -> None:
    watched = Watched(PAGE, PageKind.DOCUMENT)
    (found,) = told("Статья 1. Один\n\nДва.\n", "Совсем другие слова", watched=watched)
    assert codes(found) == ["silent-edit"]
    (found,) = told("Статья 1. Один\n\nДва.\n", BUSY, watched=watched)
    assert codes(found) == ["type-changed", "text-changed"]
    assert found[1].code is Code.TEXT_CHANGED
