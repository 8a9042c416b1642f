"""The links of a page, and which of them lead to documents."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

from attrs import frozen

from aigaq.bill.watch.known import known
from aigaq.evidence.capture.url import Url

_ENDING: Final = re.compile(r"\.([a-z0-9]{1,5})$")
_NAMED: Final = re.compile(r"(?<![a-zа-яё])\.?([a-z]{3,4})(?![a-z])", re.IGNORECASE)
_SHOWN: Final = re.compile(r"\(([^()]{1,40})\)\s*$|\.([a-z]{3,4})\s*$", re.IGNORECASE)
_BREAK: Final = re.compile(r"[\t\n\r]")


@frozen
class Link:
    """A link of a page.

    Args:
        address: Where it leads, in full, without what stands behind ``#``.
        text: The words that are linked; of several links to one address all of them.
        beside: The words of its row or paragraph.
        document: Whether address, words or attributes show that it leads to a document.
        main: Whether it stands in the main part of the page, not in a menu.
    """

    address: str
    text: str = ""
    beside: str = ""
    document: bool = False
    main: bool = True

    @property
    def name(self) -> str:
        """The name of the file, where the address ends in one that shows a document; else ""."""
        return file_name(self.address)


def resolve(base: str, target: str) -> str:
    """Return the full address that ``target`` means on a page at ``base``; "" when it leads to nothing on the web.

    >>> resolve("https://a.example/bills/123", "../files/table.pdf#page=2"), resolve("https://a.example/", "mailto:x")
    ('https://a.example/files/table.pdf', '')
    """
    try:
        return Url.of(urljoin(base, _BREAK.sub("", target.strip(" \n\t\r\f")).replace(" ", "%20"))).text
    except ValueError:
        return ""


@lru_cache(maxsize=4096)
def normal(address: str) -> str:
    """Return an address as it is asked, so that two ways of writing it are one; what is none stays as it is.

    >>> normal("HTTPS://Parlam.example:443/жоба#1")
    'https://parlam.example/%D0%B6%D0%BE%D0%B1%D0%B0'
    """
    try:
        return Url.of(address).text
    except ValueError:
        return address


def same_host(one: str, other: str) -> bool:
    """Return whether two addresses are of one host; a leading ``www.`` does not count.

    >>> same_host("https://www.parlam.example/a", "http://parlam.example/b")
    True
    """
    try:
        hosts = {(urlsplit(address).hostname or "").removeprefix("www.") for address in (one, other)}
    except ValueError:
        return False
    return len(hosts) == 1 and hosts != {""}


def shows_document(address: str, *, text: str = "") -> bool:
    """Return whether an address ends as those of documents do, or the linked words say so: «Проект (PDF, 2 Мб)».

    >>> shows_document("https://a.example/get?f=Table.DOCX"), shows_document("https://a.example/7", text="Table (PDF)")
    (True, True)
    """
    if file_name(address):
        return True
    shown = _SHOWN.search(text)
    words = _NAMED.findall((shown[1] or shown[2]) if shown else "")
    return any(word.lower() in known().documents for word in words)


def file_name(address: str) -> str:
    """Return the name of the file that an address ends in, or that its query names; "" where that is no document's.

    >>> file_name("https://a.example/2025/table.pdf?v=2"), file_name("https://a.example/page.html")
    ('table.pdf', '')
    """
    parts = urlsplit(address)
    values = [value for _, value in parse_qsl(parts.query)]
    for name in [unquote(parts.path), *values]:
        ending = _ENDING.search(name.lower())
        if ending and ending[1] in known().documents:
            return name.rpartition("/")[2]
    return ""
