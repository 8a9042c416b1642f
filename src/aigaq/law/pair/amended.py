"""Which law of the one act is which law of the other: their titles differ by language, their dates do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from attrs import define

from aigaq.law.drafting.instruction import Act
from aigaq.law.pair.align import MOST_CELLS, best
from aigaq.law.pair.feature import Feature, Key


@define(eq=False)
class Named:
    """One amended law of an act.

    Args:
        index: Its index in the act.
        date: Date of its adoption; "" when the act gives none.
        features: The instructions for it.
    """

    index: int
    date: str
    features: list[Feature]

    def keys(self) -> Counter[Key]:
        """Return what is done to it."""
        return Counter(feature.key for feature in self.features)


def named(act: Act) -> list[Named]:
    """Return the laws that an act amends with the instructions for each; an act that names none amends one."""
    dates = [law.date.isoformat() if law.date else "" for law in act.laws] or [""]
    found = [Named(at, date, []) for at, date in enumerate(dates)]
    for instruction in act.instructions:
        found[min(instruction.law, len(found) - 1)].features.append(Feature(instruction, act.language))
    return found


def pair_laws(ours: Sequence[Named], theirs: Sequence[Named]) -> list[tuple[int, int]]:
    """Return which law is which, in order: by date, by what is done to it, and by place where nothing else tells."""
    if len(ours) == len(theirs) == 1:
        return [(0, 0)]
    places = range(len(ours)), range(len(theirs))
    if len(ours) * len(theirs) > MOST_CELLS:
        return list(zip(*places, strict=False))
    keys = [law.keys() for law in ours], [law.keys() for law in theirs]

    def weigh(one: int, other: int) -> int:
        shared = (keys[0][one] & keys[1][other]).total()
        alike = 20 * shared // max(keys[0][one].total(), keys[1][other].total(), 1)
        here, there = ours[one].date, theirs[other].date
        dated = 0 if not (here and there) else 30 if here == there else -12
        return max(2 * alike + dated + (len(ours) == len(theirs) and one == other), 0)

    return best(*places, weigh=weigh)
