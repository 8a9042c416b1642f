"""Two acts in, their instructions in pairs out, with everything that they do not say alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import define, evolve

from aigaq.errors import Refused
from aigaq.law.drafting.instruction import Act, Entry
from aigaq.law.pair.align import Alignment, align
from aigaq.law.pair.alone import Alone
from aigaq.law.pair.amended import Named, named, pair_laws
from aigaq.law.pair.differ import differ, time_of, times
from aigaq.law.pair.feature import Feature
from aigaq.law.pair.names import where
from aigaq.law.pair.pairing import Code, Finding, Grade, Pairing
from aigaq.values import Message

_Placed = tuple[tuple[int, int], Finding]
"""A finding and where it belongs: by the instruction of the one act, and by that of the other."""


def pair(one: Act, other: Act) -> Pairing:
    """Return the instructions of two acts in pairs, and what the acts do not say alike.

    Paired are the amended laws first (by date and by what is done to them), then the instructions for each, by where
    they are aimed, what they do and their order: one that is missing in one act shifts no other.

    Args:
        one: The act in one language.
        other: The same act in the other language.

    Raises:
        Refused: ``pair.same-language``: both acts are in one language.
    """
    if one.language is other.language:
        raise Refused(
            "pair.same-language",
            "{one} and {other} are both in {language}.",
            hint="Give the act in Russian and in Kazakh.",
            one=one.source.name,
            other=other.source.name,
            language=one.language.value,
        )
    ours, theirs = named(one), named(other)
    laws = pair_laws(ours, theirs)
    known, others = {law for law, _ in laws}, {law for _, law in laws}
    sides = [Side(one, other, ours[here], theirs[there]) for here, there in laws]
    sides += [Side(one, other, law, None) for law in ours if law.index not in known]
    sides += [Side(one, other, None, law) for law in theirs if law.index not in others]
    found = [placed for side in sides for placed in side.findings()]
    whole = _whole(one, other, [couple for side in sides for couple in side.couples()])
    return Pairing(
        one,
        other,
        tuple(laws),
        tuple(sorted(pair for side in sides for pair in side.pairs())),
        (*whole, *(finding for _, finding in sorted(found, key=lambda placed: placed[0]))),
    )


def _whole(one: Act, other: Act, couples: Sequence[tuple[Feature, Feature]]) -> Iterator[Finding]:
    """Yield that the two acts enter into force at different times, for all instructions without a rule of their own."""
    ours, theirs = time_of(one.force), time_of(other.force)
    if ours == theirs:
        return
    bound = [couple for couple in couples if not _own(*couple, one, other)]
    indices = [tuple(found.instruction.index for found in side) for side in zip(*bound, strict=True)] or [(), ()]
    if Entry.UNKNOWN in (one.force.entry, other.force.entry):
        said = Message("of the two acts, only one says when it enters into force")
        yield Finding(Code.FORCE, Grade.REMARK, indices[0], indices[1], said)
    else:
        said = Message("the two acts enter into force at different times")
        yield Finding(Code.FORCE, Grade.CONTRADICTION, indices[0], indices[1], said)


def _own(ours: Feature, theirs: Feature, one: Act, other: Act) -> bool:
    """Tell whether an instruction has a rule on entry into force of its own."""
    same = (ours.instruction.force == one.force, theirs.instruction.force == other.force)
    return same != (True, True)


@define(eq=False)
class Side:
    """One amended law as both acts amend it; None where one act does not amend it."""

    one: Act
    other: Act
    ours: Named | None
    theirs: Named | None
    _alignment: Alignment | None = None

    @property
    def alignment(self) -> Alignment:
        """Places in the lists of instructions, in pairs."""
        if self._alignment is None:
            ours, theirs = self.features
            self._alignment = align(ours, theirs)
        return self._alignment

    @property
    def features(self) -> tuple[list[Feature], list[Feature]]:
        """The instructions for this law in both acts."""
        return (self.ours.features if self.ours else [], self.theirs.features if self.theirs else [])

    def couples(self) -> list[tuple[Feature, Feature]]:
        """Return the instructions in pairs."""
        ours, theirs = self.features
        return [(ours[here], theirs[there]) for here, there in self.alignment.pairs]

    def pairs(self) -> list[tuple[int, int]]:
        """Return their indices."""
        return [(here.instruction.index, there.instruction.index) for here, there in self.couples()]

    def findings(self) -> Iterator[_Placed]:
        """Yield what the acts do not say alike of this law."""
        yield from self._dates()
        ours, theirs = self.features
        for here, there in self.alignment.pairs:
            yield from self._pair(ours[here], theirs[there], crossed=(here, there) in self.alignment.crossed)
        pairs, crossed = self.alignment.pairs, self.alignment.crossed
        yield from Alone(ours, theirs, pairs, crossed, self.other).findings()
        turned = [(there, here) for here, there in pairs], [(there, here) for here, there in crossed]
        for (at, near), finding in Alone(theirs, ours, *turned, self.one).findings():
            yield (near, at), evolve(finding, one=(), other=finding.one)

    def _dates(self) -> Iterator[_Placed]:
        if self.ours and self.theirs and self.ours.date != self.theirs.date and self.ours.date and self.theirs.date:
            text = "the law that is amended has one date in the one act and another in the other: {one}, {other}"
            said = Message(text, one=self.ours.date, other=self.theirs.date)
            mine, others = (tuple(found.instruction.index for found in side) for side in self.features)
            yield ((*mine, -1)[0], -1), Finding(Code.LAW, Grade.REMARK, mine, others, said)

    def _pair(self, one: Feature, other: Feature, *, crossed: bool) -> Iterator[_Placed]:
        place = one.instruction.index, other.instruction.index
        for finding in differ(one, other):
            yield place, finding
        if crossed:
            said = Message(
                "{one} and {other} are the same edit, in another place among the others",
                one=where(one.instruction),
                other=where(other.instruction),
            )
            yield place, Finding(Code.ORDER, Grade.REMARK, (place[0],), (place[1],), said)
        for finding in times(one, other, own=_own(one, other, self.one, self.other)):
            yield place, finding
