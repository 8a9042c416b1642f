"""The text of the units that an instruction touches, before and after it; and the way back when it is refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from aigaq.law.amend.node import Law, Node
from aigaq.law.amend.outcome import Piece
from aigaq.law.amend.spot import Spot
from aigaq.law.drafting.instruction import Instruction, Op
from aigaq.law.structure.eid import fragment
from aigaq.law.structure.label import label_of
from aigaq.law.structure.unit import HEADED, Kind

_UNITS = (Op.INSERT_UNIT, Op.APPEND_UNIT)
_WORDS = (Op.REPLACE_WORDS, Op.INSERT_WORDS, Op.DELETE_WORDS, Op.REPLACE_THROUGHOUT)
MOST_SHOWN = 200
"""Of a unit with more paragraphs only those that change are shown."""

_Kept = tuple[Node, str, tuple[tuple[int, int, int], ...], tuple[int, ...]]


@frozen
class Before:
    """What stood in the named places.

    Args:
        spots: The places.
        texts: Their texts.
        kept: Each unit there with its wording and what instructions had done to it.
        alone: True when only the units that change are shown, not all that stands around them.
    """

    spots: tuple[Spot, ...]
    texts: tuple[str, ...]
    kept: tuple[_Kept, ...]
    alone: bool = False

    @classmethod
    def of(cls, spots: Sequence[Spot], instruction: Instruction) -> Before:
        """Note down what stands in the named places, as far as the instruction may change it.

        Where it may change any unit in them, their texts are noted unit by unit; where it only puts headed units
        beside others, nothing that stands there changes.

        Args:
            spots: The places.
            instruction: The instruction.
        """
        if instruction.op in _UNITS and instruction.unit in HEADED:
            return cls(tuple(spots), tuple("" for _ in spots), (), alone=True)
        nodes = dict.fromkeys(node for spot in spots for node in spot.nodes())
        kept = tuple((node, node.text, tuple(node.put), tuple(node.by)) for node in nodes)
        alone = instruction.every or (len(nodes) > MOST_SHOWN and instruction.op in (*_UNITS, *_WORDS))
        return cls(tuple(spots), tuple("" if alone else text_of(spot) for spot in spots), kept, alone=alone)

    def restore(self) -> None:
        """Give every unit its wording back."""
        for node, text, put, by in self.kept:
            if node.text != text:
                node.say(text)
            node.put, node.by = list(put), list(by)

    def pieces(self, law: Law, instruction: Instruction, *, nodes: Sequence[Node]) -> Iterator[Piece]:
        """Yield what an instruction touched, before and after.

        Args:
            law: The law after it.
            instruction: The instruction.
            nodes: The units it changed, or made.
        """
        if self.alone and instruction.op not in _UNITS:
            texts = {node: text for node, text, _, _ in self.kept}
            for node in nodes:
                yield _piece(law, node.eid, f"{node.head}{texts[node]}", f"{node.head}{node.text}")
            return
        if instruction.op in _UNITS:
            yield from self._inserted(law, instruction, nodes)
            return
        for at, (spot, text) in enumerate(zip(self.spots, self.texts, strict=True)):
            yield _piece(law, spot.node.eid, text, self._after(spot, instruction, nodes, at))

    def _after(self, spot: Spot, instruction: Instruction, nodes: Sequence[Node], at: int) -> str:
        if instruction.op is Op.REPEAL and not spot.sentence:
            return spot.node.wording() if spot.node.repealed else ""
        if instruction.op in (Op.RESTATE, Op.SUSPEND) and not (spot.own or spot.first or spot.sentence):
            mine = nodes[at : at + 1] if len(self.spots) > 1 else nodes
            return "\n".join(node.wording() for node in mine) or text_of(spot)
        return text_of(spot)

    def _inserted(self, law: Law, instruction: Instruction, nodes: Sequence[Node]) -> Iterator[Piece]:
        """Yield the unit that takes the new ones; for a headed one, or the whole law, the new units alone."""
        spot = self.spots[0]
        number = (*instruction.numbers, "")[0]
        if self.alone:
            for node in nodes:
                yield _piece(law, node.eid or _eid(spot.node, node.kind, node.number), "", node.wording())
            return
        eid = _eid(spot.node, instruction.unit, number) if number and instruction.unit else spot.node.eid
        yield _piece(law, eid, self.texts[0], text_of(spot))


def text_of(spot: Spot) -> str:
    """Return the text of a place, one line a paragraph."""
    if spot.own or spot.first or spot.inner:
        lines = (" ".join(f"{node.head}{node.text}".split()) for node in spot.nodes())
        return "\n".join(line for line in lines if line)
    return spot.node.wording()


def _eid(host: Node, kind: Kind, number: str) -> str:
    """Return the identifier of a new unit."""
    step = fragment(kind, number.partition("-to-")[0], ordinal=0)
    return step if kind is Kind.ARTICLE or not host.eid else f"{host.eid}__{step}"


def _piece(law: Law, eid: str, before: str, after: str) -> Piece:
    one, other = (
        "\n".join(line for line in (" ".join(row.split()) for row in text.split("\n")) if line)
        for text in (before, after)
    )
    return Piece(eid, label_of(law.tree, eid) if eid else "", one, other)
