"""Which pages are watched: the tables ``[[watch]]`` of ``dossier.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from attrs import frozen

from aigaq.bill.faults import Faults, Fields, unique
from aigaq.bill.vocabulary import vocabulary
from aigaq.bill.watch.page import is_selector
from aigaq.evidence.capture.url import asked
from aigaq.values import Message

MOST_PAGES: Final = 500
"""Pages that one dossier watches at most."""


class PageKind(StrEnum):
    """What is watched: a page with links to documents, one document's own address, or any other page."""

    LISTING = "listing"
    DOCUMENT = "document"
    PAGE = "page"


@frozen
class Watched:
    """A page that is watched.

    Args:
        url: Its address, as it is asked.
        kind: What it is.
        stage: The stage of the bill that it belongs to; "" for none.
        document: Kind of the document expected there; "" for none.
        follow: Whether the documents that a listing links to are captured too.
        expect: Kinds of documents that the person waits for.
        select: CSS selector of the part of the page that is compared; "" for all of it.
        ignore: CSS selectors of parts that are left out, such as counters.
        under: Address of the listing that links to it; "" for a page that the dossier names.
    """

    url: str
    kind: PageKind = PageKind.PAGE
    stage: str = ""
    document: str = ""
    follow: bool = False
    expect: tuple[str, ...] = ()
    select: str = ""
    ignore: tuple[str, ...] = ()
    under: str = ""

    @property
    def page(self) -> str:
        """Address of the page that the dossier names."""
        return self.under or self.url


def watched(table: Mapping[str, object], *, name: str = "dossier.toml") -> tuple[Watched, ...]:
    """Return the pages that the list ``watch`` of a table names.

    Args:
        table: What stands in the file; other keys are not looked at.
        name: Name of the file.

    Raises:
        UnreadableInput: ``dossier.faults`` with every fault of the list.

    >>> watched({"watch": [{"url": "https://parlam.example/bills/123", "kind": "listing"}]})[0].kind
    <PageKind.LISTING: 'listing'>
    """
    faults = Faults(name)
    pages = table.get("watch")
    found = read_watched(Fields({"watch": list(pages) if isinstance(pages, tuple) else pages}, faults, ""))
    faults.check()
    return found


def read_watched(top: Fields) -> tuple[Watched, ...]:
    """Return the pages that the list ``watch`` of ``top`` names, noting every fault down in ``top.faults``."""
    found = tuple(_watched(entry) for entry in top.entries("watch", called="url"))
    unique(((f"watch {page.url}", page.url) for page in found if page.url), faults=top.faults)
    if len(found) > MOST_PAGES:
        top.fault(Message("watch names {n} pages; at most {most} are watched", n=len(found), most=MOST_PAGES))
    return found


def _watched(entry: Fields) -> Watched:
    documents = vocabulary().documents
    made = Watched(
        url=_address(entry),
        kind=PageKind(entry.text("kind", among=[kind.value for kind in PageKind]) or "page"),
        stage=entry.text("stage"),
        document=entry.text("document", among=documents),
        follow=entry.flag("follow"),
        expect=entry.words("expect", among=documents),
        select=_selector(entry, "select", entry.text("select")),
        ignore=_ignored(entry),
    )
    if made.follow and made.kind is not PageKind.LISTING:
        entry.fault(Message('follow is only for kind = "listing"'))
    entry.done()
    return made


def _address(entry: Fields) -> str:
    """Return the address as it is asked."""
    url = entry.text("url", needed=True)
    if not url:
        return ""
    if "@" in url.partition("://")[2].partition("/")[0]:
        entry.fault(Message("url holds a name or a password, which the log would keep for ever"))
        return ""
    try:
        return asked(url).text
    except ValueError:
        entry.fault(Message("url is no address of the web (https://…)"))
        return ""


def _ignored(entry: Fields) -> tuple[str, ...]:
    value = entry.get("ignore")
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
        entry.fault(Message("{key} is no list of words", key="ignore"))
        return ()
    return tuple(_selector(entry, "ignore", part) for part in value)


def _selector(entry: Fields, key: str, selector: str) -> str:
    if selector and not is_selector(selector):
        entry.fault(Message("{key} is «{value}», no CSS selector", key=key, value=selector[:60]))
        return ""
    return selector
