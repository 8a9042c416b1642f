"""Links that come, go, move and change their names."""

from __future__ import annotations

from datetime import date

import pytest

from aigaq.bill.watch import Code, Observation, PageKind, Watched
from aigaq.locale import translator
from tests.bill.watch.looks import FOLLOWED, LISTING, PAGE, Looks, listing, page

BASE = "https://parlam.example/bills"
EN = translator("en")


def two(before: str, after: str, watched: Watched = LISTING) -> tuple[Observation, ...]:
    looks = Looks()
    looks.see(PAGE, before)
    looks.next_day().see(PAGE, after)
    return looks.told(watched, since=1)


def codes(told: tuple[Observation, ...]) -> list[tuple[str, str]]:
    return [(it.code.value, it.url.removeprefix(f"{BASE}/")) for it in told]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ({"a.pdf": "А"}, {"a.pdf": "А"}, [("unchanged", "123")]),
        ({"a.pdf": "А"}, {"a.pdf": "А", "b.pdf": "Б"}, [("new-document", "b.pdf")]),
        ({"a.pdf": "А", "b.pdf": "Б"}, {"a.pdf": "А"}, [("vanished-document", "b.pdf")]),
        ({"a.pdf": "А"}, {"a.pdf": "А", "/news": "Н"}, [("new-link", "https://parlam.example/news")]),
        ({"a.pdf": "А", "/news": "Н"}, {"a.pdf": "А"}, [("vanished-link", "https://parlam.example/news")]),
        ({"a.pdf": "А"}, {"a.pdf": "Б"}, [("retitled", "a.pdf")]),
        ({"a.pdf": "бiлiм"}, {"a.pdf": "білім"}, [("layout-only", "123")]),
        ({"x/a.pdf": "А"}, {"y/a.pdf": "А"}, [("renamed", "y/a.pdf")]),
        ({"x/a.pdf": "А"}, {"y/b.pdf": "А"}, [("new-document", "y/b.pdf"), ("vanished-document", "x/a.pdf")]),
        ({"get?id=1": "А"}, {"get?id=2": "А"}, [("new-link", "get?id=2"), ("vanished-link", "get?id=1")]),
    ],
)
def test_links(before: dict[str, str], after: dict[str, str], told: list[tuple[str, str]]) -> None:
    assert codes(two(listing(before), listing(after))) == told


def test_of_a_page_that_is_no_listing_only_links_to_documents_count() -> None:
    before, after = listing({}), listing({"/news": "", "a.pdf": ""})
    assert codes(two(before, after, Watched(PAGE))) == [("new-document", "a.pdf")]


def test_a_new_document_says_what_it_is_and_whether_somebody_waits_for_it() -> None:
    watched = Watched(PAGE, PageKind.LISTING, expect=("comparative-table",))
    before = listing({})
    after = listing({"a.pdf": "Пояснительная записка", "b.docx": "Заң жобасына салыстырма кесте"})
    note, table = two(before, after, watched)
    assert (note.document, note.awaited) == ("explanatory-note", False)
    assert (table.document, table.awaited) == ("comparative-table", True)
    assert "this is waited for: Comparative table" in table.text(EN)


def test_a_day_beside_a_new_link_is_held_against_the_looks() -> None:
    def row(day: str) -> str:
        return f'<ul><li>{day} <a href="a.pdf">Таблица</a></li></ul>'

    early = two(listing({}), listing({}) + row("10.11.2025"))
    fair = two(listing({}), listing({}) + row("12.11.2025"))
    assert "beside it stands 10.11.2025, and the look of 2025-11-12 09:00 UTC (№ 0) did not find it there" in early[
        0
    ].text(EN)
    assert [it.code for it in early] == ["new-document", "silent-edit"]
    assert "beside it" not in fair[0].text(EN)


def test_a_stated_day_of_publication_before_a_look_that_found_nothing_cannot_be_true() -> None:
    row = '<ul><li>Размещено 10.11.2025: <a href="a.pdf">Таблица</a></li></ul>'
    told = two(listing({}), listing({}) + row)
    assert [it.code.value for it in told] == ["new-document", "silent-edit", "date-impossible"]
    assert told[2].dates[0].day == date(2025, 11, 10)


def test_another_page_in_its_place_makes_nothing_vanish() -> None:
    before = listing({"a.pdf": "А", "b.pdf": "Б"}, title="Досье")
    told = two(before, page("Ведутся технические работы, зайдите позже", title="503"))
    assert {it.code.value for it in told} == {"text-changed", "retitled"}
    assert "perhaps another page in its place, so nothing on it is called gone" in told[-1].text(EN)


def test_a_listing_that_lost_its_only_document_says_so() -> None:
    assert codes(two(listing({"a.pdf": "А"}), listing({}))) == [("vanished-document", "a.pdf")]


def test_words_beside_the_links_are_compared_too() -> None:
    told = two(listing({"a.pdf": "А"}, words="Срок два дня"), listing({"b.pdf": "Б"}, words="Срок три дня"))
    assert [it.code.value for it in told] == ["new-document", "vanished-document", "text-changed"]
    assert [(place.out, place.put) for place in told[2].words] == [("два", "три")]


class TestFollowed:
    """A listing whose documents are captured too."""

    def round(self, looks: Looks, links: dict[str, str], documents: dict[str, str]) -> None:
        looks.see(PAGE, listing(links))
        for name, words in documents.items():
            looks.see(f"{BASE}/{name}", words, media="text/plain", **({"status": 404} if not words else {}))
        looks.next_day()

    def test_the_same_bytes_under_another_name_are_a_move(self) -> None:
        looks = Looks()
        self.round(looks, {"a.txt": "А", "c.txt": "В"}, {"a.txt": "Статья", "c.txt": "Другое"})
        self.round(looks, {"b.txt": "А", "c.txt": "В"}, {"b.txt": "Статья", "c.txt": "Другое", "a.txt": ""})
        told = looks.told(FOLLOWED, since=3)
        moved = next(it for it in told if it.code is Code.RENAMED)
        assert (moved.url, moved.was) == (f"{BASE}/b.txt", f"{BASE}/a.txt")
        assert "byte for byte" in moved.text(EN)
        assert codes(told) == [
            ("renamed", "b.txt"), ("first-look", "b.txt"), ("unchanged", "c.txt"), ("vanished-document", "a.txt"),
        ]  # fmt: skip

    def test_the_same_name_with_other_bytes_is_no_move(self) -> None:
        looks = Looks()
        self.round(looks, {"x/a.txt": "А"}, {"x/a.txt": "Один"})
        self.round(looks, {"y/a.txt": "А"}, {"y/a.txt": "Другой"})
        assert looks.codes(FOLLOWED) == ["new-document", "vanished-document"]

    @pytest.mark.parametrize(
        ("documents", "said"),
        [
            ({"a.txt": "Статья"}, "at its own address it is still there"),
            ({"a.txt": ""}, "at its own address it is gone too"),
            ({}, "whether it is still at its address was not looked at"),
        ],
    )
    def test_of_a_link_that_went_it_is_said_what_stands_at_its_address(
        self, documents: dict[str, str], said: str
    ) -> None:
        looks = Looks()
        self.round(looks, {"a.txt": "А", "b.txt": "Б"}, {"a.txt": "Статья"})
        self.round(looks, {"b.txt": "Б"}, documents)
        went = next(it for it in looks.told(FOLLOWED) if it.code is Code.VANISHED_DOCUMENT)
        assert went.remarks[-1] == said
        assert went.page == PAGE

    def test_its_own_address_may_not_answer(self) -> None:
        looks = Looks()
        self.round(looks, {"a.txt": "А", "b.txt": "Б"}, {"a.txt": "Статья"})
        looks.see(PAGE, listing({"b.txt": "Б"}))
        looks.fail(f"{BASE}/a.txt")
        link, own = looks.told(FOLLOWED, since=2)
        assert (link.code, own.code) == (Code.VANISHED_DOCUMENT, Code.COULD_NOT_LOOK)
        assert link.remarks[-1] == "its own address could not be looked at"
        assert "it was there at the look of" in own.text(EN)

    def test_documents_on_other_hosts_are_not_followed(self) -> None:
        looks = Looks()
        looks.see(PAGE, listing({"https://other.example/a.pdf": "А"}))
        looks.see("https://other.example/a.pdf", "Статья")
        assert [it.url for it in looks.told(FOLLOWED)] == [PAGE]
