"""One round of looks: every page that is watched, and the documents that its listings link to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from attrs import define, field

from aigaq.bill.watch.changes import MOST_FOLLOWED, Record
from aigaq.bill.watch.sight import Sight
from aigaq.bill.watch.watched import Watched
from aigaq.evidence.capture import Look

Take = Callable[[str], Sight]
"""Looks at an address, and returns the look when it is safe in the log."""


@define(eq=False)
class Round:
    """A round of looks.

    Args:
        record: What the log holds; each look is added to it.
        take: Looks at an address.
        left_out: By listing, how many of its documents were beyond the number that is looked at.
    """

    record: Record
    take: Take
    left_out: dict[str, int] = field(factory=dict)
    _taken: dict[str, Sight] = field(factory=dict)

    def go(self, pages: Sequence[Watched]) -> Iterator[Sight]:
        """Look at each address once, and yield each look as soon as it is safe."""
        for page in pages:
            yield from self._look(page.url)
            if page.follow:
                yield from self._follow(page)

    def _follow(self, page: Watched) -> Iterator[Sight]:
        """Look at the documents of a listing, also those it no longer links to, unless it could not be looked at."""
        sight = self._taken[page.url]
        if sight.look is Look.COULD_NOT_LOOK:
            return
        addresses = self.record.followed(page, since=sight.at)
        if len(addresses) > MOST_FOLLOWED:
            self.left_out[page.url] = len(addresses) - MOST_FOLLOWED
        for address in addresses[:MOST_FOLLOWED]:
            yield from self._look(address)

    def _look(self, address: str) -> Iterator[Sight]:
        if address not in self._taken:
            sight = self._taken[address] = self.take(address)
            self.record.add(sight)
            yield sight
