"""Which pages are watched: what a table may say, and every fault with its place."""

from __future__ import annotations

import pytest

from aigaq.bill.watch import MOST_PAGES, PageKind, Watched, watched
from aigaq.errors import UnreadableInput

URL = "https://parlam.example/bills/123"


def test_a_table_says_everything() -> None:
    entry = {
        "url": f"{URL}#documents",
        "kind": "listing",
        "stage": "mazhilis-2",
        "document": "bill-text",
        "follow": True,
        "expect": ["comparative-table"],
        "select": "div.main",
        "ignore": ["span.counter", ".clock"],
    }
    assert watched({"watch": [entry], "id": "of no matter here"}) == (
        Watched(
            URL, PageKind.LISTING, "mazhilis-2", "bill-text", True, ("comparative-table",), "div.main",
            ("span.counter", ".clock"),
        ),
    )  # fmt: skip


def test_an_address_is_kept_as_it_is_asked() -> None:
    assert watched({"watch": [{"url": "HTTPS://Parlam.example:443/жоба"}]})[0].url == (
        "https://parlam.example/%D0%B6%D0%BE%D0%B1%D0%B0"
    )


def test_little_is_needed() -> None:
    assert watched({"watch": ({"url": URL},)}) == (Watched(URL),)
    assert watched({}) == ()


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({}, "watch 1: url is missing"),
        ({"url": "parlam.example"}, "url is no address of the web"),
        ({"url": "ftp://parlam.example/a"}, "url is no address of the web"),
        ({"url": "https://parlam.example:port/"}, "url is no address of the web"),
        ({"url": "https://parlam.example/a b"}, "url is no address of the web"),
        ({"url": "https://parlam.example/" + "a" * 9000}, "url is no address of the web"),
        ({"url": "https://name:word@parlam.example/"}, "url holds a name or a password"),
        ({"url": 5}, "url is no text"),
        ({"url": URL, "kind": "list"}, "kind is «list», not one of: listing, document, page"),
        ({"url": URL, "knd": "page"}, f"watch {URL}: knd is not known here"),
        ({"url": URL, "document": "table"}, "document is «table», not one of"),
        ({"url": URL, "expect": ["table"]}, "expect is «table», not one of"),
        ({"url": URL, "follow": "yes"}, "follow is neither true nor false"),
        ({"url": URL, "follow": True}, 'follow is only for kind = "listing"'),
        ({"url": URL, "select": "div["}, "select is «div[», no CSS selector"),
        ({"url": URL, "ignore": ["p", "::"]}, "ignore is «::», no CSS selector"),
        ({"url": URL, "ignore": "p"}, "ignore is no list of words"),
    ],
)
def test_a_fault_has_its_place(entry: dict[str, object], said: str) -> None:
    with pytest.raises(UnreadableInput, match=r"^dossier\.toml has faults") as raised:
        watched({"watch": [entry]})
    assert said in str(raised.value)
    assert raised.value.code == "dossier.faults"


def test_every_fault_is_told_at_once() -> None:
    with pytest.raises(UnreadableInput) as raised:
        watched({"watch": [{"url": URL}, {"url": URL, "more": 1}, {"kind": "x"}]})
    said = str(raised.value)
    assert "(4)" in said
    assert all(
        part in said for part in ("given twice", "more is not known here", "watch 3: url is missing", "kind is «x»")
    )


@pytest.mark.parametrize("table", [{"watch": "https://parlam.example"}, {"watch": [5]}])
def test_no_list_of_tables(table: dict[str, object]) -> None:
    with pytest.raises(UnreadableInput, match="watch is no list of tables"):
        watched(table)


def test_there_are_not_too_many() -> None:
    many = [{"url": f"https://parlam.example/{at}"} for at in range(MOST_PAGES + 1)]
    assert len(watched({"watch": many[1:]})) == MOST_PAGES
    with pytest.raises(UnreadableInput, match="watch names 501 pages; at most 500 are watched"):
        watched({"watch": many})
