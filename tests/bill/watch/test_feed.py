"""The feed: what feed readers need (RFC 4287), the same bytes for the same log, nothing that breaks out."""

from __future__ import annotations

from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest

from aigaq.bill.watch import PageKind, Watched, feed
from aigaq.locale import translator
from tests.bill.watch.looks import LISTING, PAGE, Looks, listing, page
from tests.bill.watch.test_calendar import due

DOSSIER = "3f2a9c1b00d4e5f6"
ATOM = "{http://www.w3.org/2005/Atom}"
FIRST = datetime(2025, 11, 12, 9, 0, 1, tzinfo=UTC)


def looked() -> Looks:
    looks = Looks()
    looks.see(PAGE, listing({"a.pdf": "А"}))
    looks.next_day().see(PAGE, listing({"a.pdf": "А", "b.pdf": "Таблица &lt;b&gt;&amp;&#1;"}))
    looks.next_day().fail(PAGE)
    looks.next_day().see(PAGE, listing({"a.pdf": "А"}, words="Досье законопроекта № 124"))
    return looks


def made(looks: Looks, language: str = "en", *deadlines: object) -> bytes:
    return feed(
        looks.told(LISTING), dossier=DOSSIER, title="Об архивном деле", first=FIRST, deadlines=deadlines,  # type: ignore[arg-type]
        _=translator(language),
    )  # fmt: skip


def test_a_feed_has_what_readers_need() -> None:
    root = ElementTree.fromstring(made(looked()))
    assert root.tag == f"{ATOM}feed"
    assert [root.findtext(f"{ATOM}{name}") for name in ("title", "updated")] == [
        "Об архивном деле – pages watched",
        "2025-11-15T09:00:07Z",
    ]
    assert [author.findtext(f"{ATOM}name") for author in root.iter(f"{ATOM}author")] == ["aigaq"]
    entries = root.findall(f"{ATOM}entry")
    assert [entry.find(f"{ATOM}category").get("term") for entry in entries] == [  # type: ignore[union-attr]
        "text-changed", "vanished-document", "could-not-look", "new-document",
    ]  # fmt: skip
    assert [entry.findtext(f"{ATOM}updated") for entry in entries] == [
        "2025-11-15T09:00:07Z", "2025-11-15T09:00:07Z", "2025-11-14T09:00:05Z", "2025-11-13T09:00:03Z",
    ]  # fmt: skip
    names = [entry.findtext(f"{ATOM}id") for entry in [root, *entries]]
    assert len(set(names)) == len(names)
    assert all(name and name.startswith("urn:sha256:") and len(name) == 75 for name in names)


def test_what_stands_on_a_page_cannot_break_out() -> None:
    root = ElementTree.fromstring(made(looked()))
    entry = root.findall(f"{ATOM}entry")[-1]
    assert entry.findtext(f"{ATOM}title") == "new document: Таблица <b>&\ufffd"
    content = entry.find(f"{ATOM}content")
    assert content is not None and content.get("type") == "html"
    looks = Looks()
    looks.see(PAGE, page("а"))
    looks.next_day().see(PAGE, page("&lt;script&gt;alert()&lt;/script&gt;"))
    text = ElementTree.fromstring(feed(looks.told(), dossier=DOSSIER, title="", _=translator("en")))
    shown = text.find(f"{ATOM}entry").findtext(f"{ATOM}content")  # type: ignore[union-attr]
    assert "<ins>&lt;script&gt;alert()&lt;/script&gt;</ins>" in str(shown)


def test_words_out_and_in_and_the_entries_are_shown() -> None:
    content = ElementTree.fromstring(made(looked())).find(f"{ATOM}entry").findtext(f"{ATOM}content")  # type: ignore[union-attr]
    assert "<del>123</del> <ins>124</ins>" in str(content)
    assert "entries of the log: 1, 2025-11-13T09:00:03Z, SHA-256 " in str(content)


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_the_same_log_gives_the_same_bytes_in_each_language(language: str) -> None:
    assert made(looked(), language) == made(looked(), language)
    assert (made(looked(), language) == made(looked(), "en")) is (language == "en")


def test_ids_do_not_change_with_the_language_or_with_later_looks() -> None:
    def names(data: bytes) -> list[str | None]:
        return [entry.findtext(f"{ATOM}id") for entry in ElementTree.fromstring(data).findall(f"{ATOM}entry")]

    longer = looked()
    longer.next_day().see(PAGE, page("Другое"))
    assert names(made(looked(), "kk")) == names(made(looked()))
    assert names(made(longer))[-4:] == names(made(looked()))


def test_a_deadline_whose_day_is_not_known_stands_there_as_text() -> None:
    root = ElementTree.fromstring(made(looked(), "en", due("2025-12-16"), due("2025-12")))
    (entry,) = root.findall(f"{ATOM}entry")[4:]
    assert entry.findtext(f"{ATOM}title") == "Signature is due"
    assert entry.findtext(f"{ATOM}updated") == "2025-11-12T09:00:01Z"
    assert "due: December 2025" in str(entry.findtext(f"{ATOM}content"))


def test_an_empty_feed_is_a_feed() -> None:
    root = ElementTree.fromstring(feed([], dossier=DOSSIER, title="", _=translator("en")))
    assert root.findtext(f"{ATOM}updated") == "1970-01-01T00:00:00Z"
    assert root.findtext(f"{ATOM}title") == "pages watched"
    assert Watched(PAGE).kind is PageKind.PAGE
