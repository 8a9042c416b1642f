"""The line of one address: look after look, and what each of them says beside those before it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Final, Unpack

from attrs import frozen

from aigaq.bill.watch.compared import compared, impossible
from aigaq.bill.watch.dated import Dates
from aigaq.bill.watch.link import Link
from aigaq.bill.watch.linked import Looks, awaited
from aigaq.bill.watch.observation import Code, Observation
from aigaq.bill.watch.pair import More, Pair, moment, observe
from aigaq.bill.watch.past import REMEMBERED, Past
from aigaq.bill.watch.reading import Reading
from aigaq.bill.watch.sight import Sight, Standing, standings
from aigaq.bill.watch.titles import document_kinds
from aigaq.bill.watch.watched import Watched
from aigaq.bill.watch.worded import alike
from aigaq.evidence.capture import REASONS, Look, Reason
from aigaq.values import Message

Read = Callable[[Sight], Reading]
"""Gives what a look reads."""


_SOUGHT: Final = 5
"""Looks before one that found another page, among which the page itself is looked for."""


@frozen
class Line:
    """The looks at one address.

    Args:
        page: How the address is watched.
        sights: The looks at it, in the order of the log.
        read: Gives what a look reads.
        links: Gives the links that a look found.
        looks: Gives, of a look, the looks at linked addresses until the next one at this address.
    """

    page: Watched
    sights: tuple[Sight, ...]
    read: Read
    links: Callable[[Sight], tuple[Link, ...]]
    looks: Callable[[Sight], Looks]

    def observations(self, *, since: int = 0) -> Iterator[Observation]:
        """Yield what each look from entry ``since`` on says."""
        for standing, sight in standings(self.sights):
            if sight.at >= since:
                yield from self._observe(standing, sight)

    def _observe(self, standing: Standing, sight: Sight) -> Iterator[Observation]:
        if sight.look is Look.COULD_NOT_LOOK:
            yield could_not_look(self.page, standing, sight=sight)
        elif sight.look is Look.GONE:
            yield self._gone(standing, sight)
        elif standing.known is None:
            yield self._first(sight)
            yield from self._dates(sight, sight)
        elif standing.known.look is Look.THERE:
            yield from self._compare(standing.known, sight) or (self._unchanged(standing.known, sight),)
        else:
            yield from self._back(standing.known, standing.there, sight)

    def _compare(self, old: Sight, new: Sight) -> tuple[Observation, ...]:
        """Return what differs; beside a page that was served in between also what differs from the page before it."""
        pair = self._pair(old, new)
        if _same_page(pair):
            return compared(pair, self.looks(new), same_page=True)
        for earlier in pair.past.sights[:_SOUGHT]:
            other = self._pair(earlier, new)
            if _same_page(other):
                text = "it is the page of the look of {since} again; the look of {between} found another in its place"
                said = Message(text, since=moment(earlier), between=moment(old))
                told = self._of(Code.CAME_BACK, said, old, new)
                return (told, *compared(other, self.looks(new), same_page=True))
        return compared(pair, self.looks(new), same_page=False)

    def _pair(self, old: Sight, new: Sight) -> Pair:
        same = old.capture.sha256 == new.capture.sha256
        before, after = (Reading(), Reading()) if same else (self.read(old), self.read(new))
        return Pair(self.page, old, new, before, after, self._past(old))

    def _past(self, sight: Sight) -> Past:
        earlier = (it for it in reversed(self.sights) if it.at < sight.at and it.look is Look.THERE)
        return Past(tuple(islice(earlier, REMEMBERED)), self.read, self.links)

    def _back(self, gone: Sight, there: Sight | None, sight: Sight) -> Iterator[Observation]:
        """Yield what is to be said of an address at which there is something again, or for the first time."""
        if there is None:
            text = "there is something at this address now; at the look of {since} there was nothing"
            kinds = document_kinds(sight.capture.title, sight.capture.name)
            waited = awaited(self.page, kinds)
            more: More = {"document": waited or next(iter(kinds), self.page.document), "awaited": bool(waited)}
            yield self._of(Code.NEW_DOCUMENT, Message(text, since=moment(gone)), gone, sight, **more)
            yield from self._dates(gone, sight)
            return
        same = there.capture.sha256 == sight.capture.sha256
        remark = Message("with the same content as before") if same else Message("with another content than before")
        text = "it came back; at the look of {since} there was nothing"
        yield self._of(Code.CAME_BACK, Message(text, since=moment(gone)), gone, sight, remarks=(remark,))
        yield from self._compare(there, sight)

    def _dates(self, old: Sight, new: Sight) -> Iterator[Observation]:
        """Yield the dates that cannot be true of what appeared after a look that found nothing."""
        pair = Pair(self.page, old, new, Reading(), self.read(new), Past((), self.read, self.links))
        dates = Dates((), Dates.of(pair).new)
        yield from impossible(pair, dates, appeared=old is not new)

    def _first(self, sight: Sight) -> Observation:
        return self._of(Code.FIRST_LOOK, Message("seen for the first time; it is there"), None, sight)

    def _unchanged(self, old: Sight, sight: Sight) -> Observation:
        return self._of(Code.UNCHANGED, Message("unchanged since the look of {since}", since=moment(old)), old, sight)

    def _gone(self, standing: Standing, sight: Sight) -> Observation:
        known, status = standing.known, sight.capture.status
        if known is None:
            text = "the server says that there is nothing at this address ({status}), and no look ever found anything"
            return self._of(Code.ABSENT, Message(text, status=status), None, sight)
        if known.look is Look.GONE:
            return self._of(Code.UNCHANGED, Message("still not there ({status})", status=status), known, sight)
        text = "it was there at the look of {since}; now the server says that there is nothing ({status})"
        said = Message(text, since=moment(known), status=status)
        return self._of(Code.VANISHED_DOCUMENT, said, known, sight, title=known.capture.title)

    def _of(self, code: Code, said: Message, old: Sight | None, new: Sight, **more: Unpack[More]) -> Observation:
        return observe(self.page, code, said=said, old=old, new=new, **more)


def _same_page(pair: Pair) -> bool:
    """Return whether two looks found one page; the part of it that was selected can only be found on that page."""
    same_title = pair.old.capture.title == pair.new.capture.title
    return bool(pair.page.select) or alike(pair.before, pair.after, same_title=same_title)


def could_not_look(page: Watched, standing: Standing, *, sight: Sight) -> Observation:
    """Return that nobody could look: why, since when, and what was known before; never that it is not there."""
    first, known = standing.failing or sight, standing.known
    lasting = Message("since {first}, looks that failed in a row: {n}", first=moment(first), n=standing.failed + 1)
    if known is None:
        before = Message("no look has ever found out whether it is there")
    elif known.look is Look.THERE:
        before = Message("it was there at the look of {since}", since=moment(known))
    else:
        before = Message("it was not there at the look of {since}", since=moment(known))
    said = Message("could not be looked at; that does not mean that it is not there")
    return observe(page, Code.COULD_NOT_LOOK, said=said, old=known, new=sight, remarks=(_why(sight), lasting, before))


def _why(sight: Sight) -> Message:
    capture = sight.capture
    if capture.reason is not Reason.NONE:
        return Message(REASONS[capture.reason])
    return Message("the server answered {status}", status=capture.status)
