"""What looks before the two that are compared have seen: so that what comes back is not called new."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from attrs import frozen

from aigaq.bill.watch.link import Link
from aigaq.bill.watch.reading import Reading
from aigaq.bill.watch.sight import Sight

REMEMBERED: Final = 50
"""Looks that are remembered."""


@frozen
class Past:
    """Looks at one address that found something, before the earlier one of a pair, the last of them first.

    Args:
        sights: The looks.
        read: Gives what a look reads.
        links: Gives the links that a look found.
    """

    sights: tuple[Sight, ...]
    read: Callable[[Sight], Reading]
    links: Callable[[Sight], tuple[Link, ...]]

    def linking(self, address: str) -> Sight | None:
        """Return the last look that found a link to an address; None when none did."""
        return next((it for it in self.sights if any(link.address == address for link in self.links(it))), None)

    def holding(self, sha256: str) -> Sight | None:
        """Return the last look that found the same content; None when none did."""
        return next((it for it in self.sights if it.capture.sha256 == sha256), None)
