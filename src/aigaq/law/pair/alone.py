"""What only one of two acts has: which instruction it is, and whether the other act was understood there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from attrs import define

from aigaq.law.drafting.instruction import Act
from aigaq.law.pair.feature import Feature
from aigaq.law.pair.names import aimed_at, listed, where
from aigaq.law.pair.pairing import Code, Finding, Grade
from aigaq.values import Language, Message


@define(eq=False)
class Alone:
    """The instructions of one act for one law, and which of them the other act has too.

    Args:
        mine: The instructions.
        others: Those of the other act.
        pairs: Which is which, by place.
        crossed: Those of ``pairs`` that stand in another order.
        other: The other act.
    """

    mine: Sequence[Feature]
    others: Sequence[Feature]
    pairs: Collection[tuple[int, int]]
    crossed: Collection[tuple[int, int]]
    other: Act

    def findings(self) -> Iterator[tuple[tuple[int, int], Finding]]:
        """Yield what only this act has, each with its place: by its own index and by that of the other act."""
        partner = dict(self.pairs)
        straight = sorted(set(self.pairs) - set(self.crossed))
        for members in self._alike().values():
            missing = [at for at in members if at not in partner]
            if missing and self._told_apart(members, partner):
                for at in missing:
                    yield self._finding([at], straight)
            elif missing:
                yield self._finding(members, straight)

    def _alike(self) -> dict[object, list[int]]:
        """Return the instructions that differ in their words at most."""
        found: dict[object, list[int]] = defaultdict(list)
        for at, feature in enumerate(self.mine):
            edit = feature.instruction
            found[feature.key, edit.op, feature.digits, len(edit.find), len(edit.put)].append(at)
        return found

    def _told_apart(self, members: Sequence[int], partner: dict[int, int]) -> bool:
        """Tell whether it is certain which of several are missing: the rest stand at their own addresses."""
        known = [at for at in members if at in partner]
        addresses = {self.mine[at].address for at in known}
        if any(self.mine[at].address != self.others[partner[at]].address for at in known):
            return False
        return not any(self.mine[at].address in addresses for at in members if at not in partner)

    def _finding(self, members: Sequence[int], straight: list[tuple[int, int]]) -> tuple[tuple[int, int], Finding]:
        first, last = bisect_left(straight, (members[0], 0)), bisect_left(straight, (members[-1], 0))
        before = self.others[straight[first - 1][1]].instruction if first else None
        after = self.others[straight[last][1]].instruction if last < len(straight) else None
        stretch = before.span[0] if before else 0, after.span[1] if after else len(self.other.source.text)
        found = _only([self.mine[at] for at in members], read=not _unread(self.other, stretch))
        return (self.mine[members[0]].instruction.index, before.index if before else -1), found


def _unread(act: Act, stretch: tuple[int, int]) -> bool:
    """Tell whether something in a stretch of an act was not understood."""
    gaps = act.accounting.unclaimed
    at = bisect_right(gaps, stretch[0], key=lambda gap: gap.end)
    return at < len(gaps) and gaps[at].start < stretch[1]


def _only(features: Sequence[Feature], *, read: bool) -> Finding:
    russian = features[0].language is Language.RU
    indices = tuple(feature.instruction.index for feature in features)
    place = listed([f"{where(feature.instruction)} ({aimed_at(feature)})" for feature in features])
    if not read:
        said = Message(
            "only the Russian act has this instruction, as far as the Kazakh one is understood: {where}"
            if russian
            else "only the Kazakh act has this instruction, as far as the Russian one is understood: {where}",
            where=place,
        )
        return Finding(Code.NOT_READ, Grade.REMARK, indices, (), said)
    if len(features) == 1:
        said = Message(
            "only the Russian act has this instruction: {where}"
            if russian
            else "only the Kazakh act has this instruction: {where}",
            where=place,
        )
    else:
        said = Message(
            "the Russian act has more of these instructions, which differ in their words only: {where}"
            if russian
            else "the Kazakh act has more of these instructions, which differ in their words only: {where}",
            where=place,
        )
    return Finding(Code.ONE_LANGUAGE, Grade.CONTRADICTION, indices, (), said)
