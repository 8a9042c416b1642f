"""How each watched page stands after the last look: there, gone, or not known; and what is still waited for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from aigaq.bill.watch.changes import Record
from aigaq.bill.watch.sight import Sight, Standing
from aigaq.bill.watch.titles import document_kinds
from aigaq.bill.watch.watched import PageKind, Watched
from aigaq.evidence.capture import Look


@frozen
class State:
    """How a page stands.

    Args:
        page: The page.
        last: The last look at it; None when there was none.
        known: The last look that found out whether something was there; None when there was none.
        waited: The kinds of documents waited for, and whether a title of the last look that found something names one.
    """

    page: Watched
    last: Sight | None
    known: Sight | None
    waited: tuple[tuple[str, bool], ...]

    @property
    def word(self) -> str:
        """``there``, ``gone``, ``could-not-look`` or ``never-looked``."""
        return self.last.look.value if self.last else "never-looked"


def states(record: Record, pages: Sequence[Watched]) -> Iterator[State]:
    """Yield how each page stands."""
    for page in pages:
        sights = record.sights.get(page.url, ())
        standing = Standing()
        for sight in sights:
            standing = standing.then(sight)
        found = _kinds(record, page, standing.there) if page.expect and standing.there else frozenset()
        waited = tuple((kind, kind in found) for kind in page.expect)
        yield State(page, sights[-1] if sights else None, standing.known, waited)


def _kinds(record: Record, page: Watched, sight: Sight) -> frozenset[str]:
    """Return the kinds of documents that the titles at a page name."""
    if page.kind is PageKind.DOCUMENT or sight.look is not Look.THERE:
        return frozenset(document_kinds(sight.capture.title, sight.capture.name))
    links = (link for link in record.read(page, sight).links if link.document or link.main)
    return frozenset(kind for link in links for kind in document_kinds(link.text, link.name))
