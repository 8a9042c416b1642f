"""Everything that the looks in a log say about the pages that are watched. There is no state beside the log."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from attrs import define, evolve, field

from aigaq.bill.watch.line import Line
from aigaq.bill.watch.link import Link, normal, same_host
from aigaq.bill.watch.linked import Looks
from aigaq.bill.watch.observation import Observation
from aigaq.bill.watch.past import REMEMBERED
from aigaq.bill.watch.reading import Contents, Reading, read_capture
from aigaq.bill.watch.sight import Sight, by_address
from aigaq.bill.watch.watched import PageKind, Watched
from aigaq.evidence.capture import Capture, Look

MOST_FOLLOWED: Final = 50
"""Documents of one listing that are captured at each look."""

_KEPT: Final = 8


def changes(
    captures: Iterable[tuple[int, Capture]], contents: Contents, *, pages: Sequence[Watched], since: int = 0
) -> tuple[Observation, ...]:
    """Return everything that the looks from entry ``since`` on say, in the order of the log.

    Args:
        captures: The captures of the log with the numbers of their entries.
        contents: Gives the content of a capture.
        pages: The pages that are watched.
        since: The first entry whose looks are reported; those before it are what they are compared with.
    """
    record = Record(by_address(captures), contents)
    found = [told for line in record.lines(pages, since=since) for told in line.observations(since=since)]
    return tuple(sorted(found, key=lambda told: told.after.entry))


@define(eq=False)
class Record:
    """The looks of a log by address, and what they read; read once, and only where it is needed.

    Args:
        sights: The looks at each address, in the order of the log.
        contents: Gives the content of a capture.
    """

    sights: dict[str, tuple[Sight, ...]]
    contents: Contents
    _readings: OrderedDict[tuple[object, ...], Reading] = field(factory=OrderedDict)
    _links: dict[tuple[object, ...], tuple[Link, ...]] = field(factory=dict)

    def add(self, sight: Sight) -> None:
        """Add a look that was just made."""
        address = normal(sight.capture.asked)
        self.sights[address] = (*self.sights.get(address, ()), sight)

    def lines(self, pages: Sequence[Watched], *, since: int = 0) -> Iterator[Line]:
        """Yield the line of each page, and of each document that a listing is followed to."""
        told = {page.url for page in pages}
        for page in pages:
            yield self.line(page)
            for address in self.followed(page, since=since) if page.follow else ():
                if address not in told:
                    told.add(address)
                    yield self.line(document_of(page, address))

    def line(self, page: Watched) -> Line:
        """Return the line of one address."""
        return Line(
            page=page,
            sights=self.sights.get(page.url, ()),
            read=lambda sight: self.read(page, sight),
            links=lambda sight: self.links(page, sight),
            looks=self._until,
        )

    def read(self, page: Watched, sight: Sight) -> Reading:
        """Return what a look reads."""
        key = _key(page, sight)
        if key not in self._readings:
            self._readings[key] = read_capture(sight.capture, self.contents, page=page)
            while len(self._readings) > _KEPT:
                self._readings.popitem(last=False)
        return self._readings[key]

    def followed(self, page: Watched, *, since: int = 0) -> tuple[str, ...]:
        """Return the documents that a listing links to, or linked to, on its own host; those of the last look first."""
        sights = [sight for sight in self.sights.get(page.url, ()) if sight.look is Look.THERE]
        early = [sight for sight in sights if sight.at < since]
        late = [sight for sight in sights if sight.at >= since]
        found: dict[str, None] = {}
        for sight in [*reversed(late), *islice(reversed(early), REMEMBERED)]:
            found |= dict.fromkeys(self.documents(page, sight))
        return tuple(found)

    def documents(self, page: Watched, sight: Sight) -> tuple[str, ...]:
        """Return the addresses of documents on its own host that a look at a listing found linked."""
        found = (link.address for link in self.links(page, sight) if link.document)
        return tuple(address for address in found if same_host(address, page.url))

    def links(self, page: Watched, sight: Sight) -> tuple[Link, ...]:
        """Return the links that a look at a page found."""
        key = _key(page, sight)
        if key not in self._links:
            self._links[key] = self.read(page, sight).links
        return self._links[key]

    def _until(self, sight: Sight) -> Looks:
        """Return a function that gives the looks at an address until the next look at the one of ``sight``."""
        later = (other.at for other in self.sights[normal(sight.capture.asked)] if other.at > sight.at)
        limit = next(later, None)
        return lambda address: tuple(
            other for other in self.sights.get(address, ()) if limit is None or other.at < limit
        )


def document_of(page: Watched, address: str) -> Watched:
    """Return how a document of a listing is watched."""
    return evolve(page, url=address, kind=PageKind.DOCUMENT, follow=False, select="", ignore=(), under=page.url)


def _key(page: Watched, sight: Sight) -> tuple[object, ...]:
    capture = sight.capture
    return capture.sha256, capture.final, capture.name, page.kind, page.select, page.ignore
