"""One round: which addresses are looked at, in which order, and what is left out."""

from __future__ import annotations

import pytest

from aigaq.bill.watch import MOST_FOLLOWED, Record, Round, Sight, Watched
from aigaq.bill.watch.sight import by_address
from tests.bill.watch.looks import FOLLOWED, PAGE, Looks, listing

BASE = "https://parlam.example/bills"


class Site:
    """A site that a round looks at; what is not published is not there."""

    def __init__(self, looks: Looks) -> None:
        self.looks = looks
        self.pages: dict[str, str | None] = {}
        self.asked: list[str] = []

    def take(self, url: str) -> Sight:
        self.asked.append(url.removeprefix(f"{BASE}/"))
        page = self.pages.get(url, "")
        if page is None:
            self.looks.fail(url)
        else:
            self.looks.see(url, page, status=200 if page else 404)
        return Sight(*self.looks.captures[-1])

    def round(self, *pages: Watched) -> Round:
        made = Round(Record(by_address(self.looks.captures), self.looks.content), self.take)
        self.asked = []
        self.seen = list(made.go(pages))
        return made


@pytest.fixture
def site() -> Site:
    return Site(Looks())


def test_documents_of_a_listing_are_looked_at_after_it(site: Site) -> None:
    site.pages = {PAGE: listing(["a.pdf", "/news", "https://other.example/b.pdf", "c.docx", "a.pdf"])}
    site.round(FOLLOWED, Watched(f"{BASE}/c.docx"), Watched(f"{BASE}/agenda"))
    assert site.asked == ["123", "a.pdf", "c.docx", "agenda"]
    assert [sight.at for sight in site.seen] == [0, 1, 2, 3]


def test_a_listing_that_is_not_followed_is_looked_at_alone(site: Site) -> None:
    site.pages = {PAGE: listing(["a.pdf"])}
    site.round(Watched(PAGE))
    assert site.asked == ["123"]


def test_documents_no_longer_linked_are_looked_at_too(site: Site) -> None:
    site.pages = {PAGE: listing(["a.pdf", "b.pdf"])}
    site.round(FOLLOWED)
    site.pages = {PAGE: listing(["c.pdf"])}
    site.round(FOLLOWED)
    assert site.asked == ["123", "c.pdf", "a.pdf", "b.pdf"]
    site.pages = {}
    site.round(FOLLOWED)
    assert site.asked == ["123", "c.pdf", "a.pdf", "b.pdf"]


def test_documents_of_a_listing_that_does_not_answer_are_left_in_peace(site: Site) -> None:
    site.pages = {PAGE: listing(["a.pdf"])}
    site.round(FOLLOWED)
    site.pages = {PAGE: None}
    site.round(FOLLOWED)
    assert site.asked == ["123"]


def test_what_is_left_out_is_counted(site: Site) -> None:
    site.pages = {PAGE: listing([f"{at}.pdf" for at in range(MOST_FOLLOWED + 7)])}
    made = site.round(FOLLOWED)
    assert len(site.asked) == 1 + MOST_FOLLOWED
    assert made.left_out == {PAGE: 7}
