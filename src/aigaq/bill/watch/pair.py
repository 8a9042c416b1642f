"""Two looks that found something at one address, and what each of them reads."""

from __future__ import annotations

from typing import TypedDict, Unpack

from attrs import frozen

from aigaq.bill.watch.observation import Code, DateChange, Observation, Rewording, UnitChange
from aigaq.bill.watch.past import Past
from aigaq.bill.watch.reading import Reading
from aigaq.bill.watch.sight import Sight
from aigaq.bill.watch.watched import PageKind, Watched
from aigaq.values import Message


class More(TypedDict, total=False):
    """What an observation may say beside its sentence."""

    url: str
    remarks: tuple[Message, ...]
    title: str
    was: str
    document: str
    awaited: bool
    words: tuple[Rewording, ...]
    units: tuple[UnitChange, ...]
    dates: tuple[DateChange, ...]


@frozen
class Pair:
    """An earlier look and a later one.

    Args:
        page: The page or document.
        old: The earlier look.
        new: The later look.
        before: What the earlier one reads.
        after: What the later one reads.
        past: What looks before the earlier one have seen.
    """

    page: Watched
    old: Sight
    new: Sight
    before: Reading
    after: Reading
    past: Past

    @property
    def same_bytes(self) -> bool:
        """Whether both hold the same content."""
        return self.old.capture.sha256 == self.new.capture.sha256

    @property
    def listing(self) -> bool:
        """Whether the links are what the page is watched for."""
        return self.page.kind is PageKind.LISTING

    @property
    def since(self) -> str:
        """When the earlier look ended, for sentences."""
        return moment(self.old)

    def observe(self, code: Code, said: Message, **more: Unpack[More]) -> Observation:
        """Return an observation on this pair."""
        return observe(self.page, code, said=said, old=self.old, new=self.new, **more)


def observe(
    page: Watched, code: Code, *, said: Message, old: Sight | None, new: Sight, **more: Unpack[More]
) -> Observation:
    """Return an observation on a look beside an earlier one, about the address of the page if not said otherwise."""
    fields: More = {"url": page.url, "title": new.capture.title, **more}
    before = old.evidence if old else None
    return Observation(code=code, page=page.page, said=said, before=before, after=new.evidence, **fields)


def moment(sight: Sight) -> str:
    """Return when a look ended, in UTC, with the number of its entry, for sentences."""
    return f"{sight.capture.ended:%Y-%m-%d %H:%M} UTC (№ {sight.at})"
