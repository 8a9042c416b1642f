"""The looks at one address in the order of the log, and what was known before each of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from aigaq.bill.watch.link import normal
from aigaq.bill.watch.observation import Evidence, evidence
from aigaq.evidence.capture import Capture, How, Look, look


@frozen
class Sight:
    """One look.

    Args:
        at: Number of its entry in the log.
        capture: What it gave.
    """

    at: int
    capture: Capture

    @property
    def look(self) -> Look:
        """What may be concluded from it."""
        return look(self.capture)

    @property
    def evidence(self) -> Evidence:
        """The entry that proves it."""
        return evidence(self.at, self.capture)


@frozen
class Standing:
    """What was known of an address before a look.

    Args:
        there: The last look that found something.
        known: The last look that found out whether something was there.
        failing: The first of the looks that failed since then.
        failed: How many they are.
    """

    there: Sight | None = None
    known: Sight | None = None
    failing: Sight | None = None
    failed: int = 0

    def then(self, sight: Sight) -> Standing:
        """Return what is known after one more look; one that failed adds nothing to what was known."""
        if sight.look is Look.COULD_NOT_LOOK:
            return evolve(self, failing=self.failing or sight, failed=self.failed + 1)
        return Standing(sight if sight.look is Look.THERE else self.there, sight)


def by_address(captures: Iterable[tuple[int, Capture]]) -> dict[str, tuple[Sight, ...]]:
    """Return the looks at each address, in the order of the log; an imported file is no look at an address."""
    found: dict[str, list[Sight]] = {}
    for at, capture in captures:
        if capture.how is How.FETCHED:
            found.setdefault(normal(capture.asked), []).append(Sight(at, capture))
    return {address: tuple(sights) for address, sights in found.items()}


def standings(sights: Iterable[Sight]) -> Iterator[tuple[Standing, Sight]]:
    """Yield each look with what was known before it."""
    standing = Standing()
    for sight in sights:
        yield standing, sight
        standing = standing.then(sight)
