"""Edits of words: replace, delete, insert, and replace throughout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import define, field

from aigaq.law.amend.node import Law, Node
from aigaq.law.amend.outcome import Reason
from aigaq.law.amend.search import Match, capitalised, folds, in_other_forms, matches
from aigaq.law.amend.sentence import sentence_span
from aigaq.law.amend.splice import deleted, end_of, inserted, replaced
from aigaq.law.amend.spot import Spot, Unresolved
from aigaq.law.amend.throughout import Places, places
from aigaq.law.drafting.instruction import Instruction, Op, Side
from aigaq.law.structure.key import key
from aigaq.law.structure.unit import Kind
from aigaq.values import Message

MOST_GROWTH = 2_000_000
"""Characters that one instruction may add to a law."""

MOST_IN_ONE = 5_000
"""Occurrences in one paragraph that one instruction may replace."""


def _all(spots: Sequence[Spot]) -> Iterator[Node]:
    return (node for spot in spots for node in spot.nodes())


@define
class Words:
    """Carries out one instruction on words.

    Args:
        law: The law.
        instruction: The instruction.
        folds: Kinds of typing that were folded.
        remarks: What a person should know.
    """

    law: Law
    instruction: Instruction
    folds: set[str] = field(factory=set)
    remarks: list[str] = field(factory=list)

    def apply(self, spots: Sequence[Spot]) -> list[Node]:
        """Carry it out and return the units it changed.

        Raises:
            Unresolved: It cannot be carried out with certainty.
        """
        if any(words.strip(" .…") == "" and words != "." for words in (*self.instruction.put, *self.instruction.find)):
            raise Unresolved(Reason.NO_WORDING, Message("the quoted wording is empty"))
        if self.instruction.every:
            return self._everywhere(spots)
        if self.instruction.op is Op.INSERT_WORDS and self.instruction.side is Side.END:
            return [self._at_end(spot) for spot in spots]
        changed: list[Node] = []
        pairs = self._pairs()
        for spot, find, put in self._shared_out(spots, pairs) or [(spot, *pair) for spot in spots for pair in pairs]:
            match = self._only(spot, find, put)
            self._carry_out(match, put)
            changed.append(match.node)
        return list(dict.fromkeys(changed))

    def _shared_out(self, spots: Sequence[Spot], pairs: Sequence[tuple[str, str]]) -> list[tuple[Spot, str, str]]:
        """Return words and places one by one where each of the words stands in one of the places only, once.

        «в подпунктах 1) и 2) слова «А» и «Б» заменить соответственно словами …»: as a rule, all stand in each.
        """
        if min(len(spots), len(pairs)) < 2 or len({find for find, _ in pairs}) < len(pairs):
            return []
        found = {
            find: [spot for spot in spots for node in spot.nodes() for _ in self._within(node, spot, find)]
            for find, _ in pairs
        }
        once = all(len(places) == 1 for places in found.values())
        reached = {id(places[0]) for places in found.values()} if once else set()
        return [(found[find][0], find, put) for find, put in pairs] if len(reached) == len(spots) else []

    def _pairs(self) -> list[tuple[str, str]]:
        """Return what is found with what takes its place."""
        find, put = self.instruction.find, self.instruction.put
        if self.instruction.op is Op.DELETE_WORDS:
            return [(words, "") for words in find]
        if len(put) == 1:
            return [(words, put[0]) for words in find]
        if len(find) != len(put):
            hint = Message("{n} quotations are to be replaced by {m}", n=len(find), m=len(put))
            raise Unresolved(Reason.LISTS, hint)
        return list(zip(find, put, strict=True))

    def _only(self, spot: Spot, find: str, put: str) -> Match:
        """Return the one place where words stand."""
        if self.instruction.forms:
            return self._one_form(spot, find)
        found = [match for node in spot.nodes() for match in self._within(node, spot, find)]
        ready = [match for match in found if self._is_done(match, put)]
        if found and len(ready) == len(found):
            raise Unresolved(Reason.ALREADY_APPLIED, Message("the new words stand there already"), near=spot.node)
        if len(found) > 1:
            hint = Message("the words stand there {n} times", n=len(found))
            raise Unresolved(Reason.WORDS_AMBIGUOUS, hint, near=spot.node)
        if not found:
            raise self._not_there(spot, find, put)
        self._untouched(found[0])
        self.folds |= folds(find, found[0].words)
        return found[0]

    def _one_form(self, spot: Spot, find: str) -> Match:
        """Return the one place where words stand in the form that the act quotes, if they stand there in no other."""
        language = self.law.tree.language
        other = sum(in_other_forms(node, find, language=language) for node in spot.nodes())
        if other:
            hint = Message("the words stand there in {n} other forms that the act does not list", n=other)
            raise Unresolved(Reason.CASE_FORM, hint, near=spot.node)
        found = [match for node in spot.nodes() for match in self._within(node, spot, find)]
        if len(found) != 1:
            reason = Reason.WORDS_AMBIGUOUS if found else Reason.WORDS_NOT_FOUND
            raise Unresolved(reason, Message("the words stand there {n} times", n=len(found)), near=spot.node)
        self._untouched(found[0])
        return found[0]

    def _within(self, node: Node, spot: Spot, find: str) -> list[Match]:
        """Return where words stand in a place, not counting what this instruction itself put in."""
        own = self.instruction.index
        found = [match for match in matches(node, find) if all(by != own for _, _, by in self._put_at(match))]
        if not spot.sentence or not found:
            return found
        start, end = sentence_span(node.text, spot.sentence, near=node)
        return [match for match in found if start <= match.start and match.end <= end]

    def _is_done(self, match: Match, put: str) -> bool:
        """Tell whether the edit was carried out before: the new words stand there around, or beside, the old ones."""
        if not put:
            return False
        ours = [found for found in matches(match.node, put) if not any(by >= 0 for _, _, by in self._put_at(found))]
        if self.instruction.op is Op.INSERT_WORDS:
            text = match.node.text
            if self.instruction.side is Side.BEFORE:
                return any(found.end <= match.start and not text[found.end : match.start].strip() for found in ours)
            return any(found.start >= match.end and not text[match.end : found.start].strip() for found in ours)
        return any(found.start <= match.start and match.end <= found.end for found in ours)

    def _put_at(self, match: Match) -> Iterator[tuple[int, int, int]]:
        return (span for span in match.node.put if span[0] < match.end and match.start < span[1])

    def _untouched(self, match: Match) -> None:
        """Refuse words that another instruction of the act wrote."""
        made = match.node.made
        by = made if made is not None else next((by for _, _, by in self._put_at(match)), None)
        if by is not None and by != self.instruction.index:
            hint = Message("instruction {n} of the act wrote these words", n=by + 1)
            raise Unresolved(Reason.CONFLICT, hint, near=match.node)

    def _not_there(self, spot: Spot, find: str, put: str) -> Unresolved:
        language = self.law.tree.language
        if put and self.instruction.op is Op.REPLACE_WORDS and any(matches(node, put) for node in spot.nodes()):
            return Unresolved(Reason.ALREADY_APPLIED, Message("the new words stand there already"), near=spot.node)
        if any(in_other_forms(node, find, language=language) for node in spot.nodes()):
            hint = Message("the words stand there in another form or with another capital")
            return Unresolved(Reason.CASE_FORM, hint, near=spot.node)
        if spot.node.repealed and spot.node.made is None:
            return Unresolved(Reason.REPEALED, Message("only the stub of a repealed unit is left"), near=spot.node)
        if any(node.made is not None for node in spot.nodes()):
            hint = Message("another instruction of the act rewrote the unit")
            return Unresolved(Reason.CONFLICT, hint, near=spot.node)
        return Unresolved(Reason.WORDS_NOT_FOUND, Message("the words do not stand there"), near=spot.node)

    def _carry_out(self, match: Match, put: str) -> None:
        index, node = self.instruction.index, match.node
        if self.instruction.op is Op.DELETE_WORDS:
            deleted(node, (match.start, match.end), index=index)
        elif self.instruction.op is Op.INSERT_WORDS:
            at = match.start if self.instruction.side is Side.BEFORE else match.end
            inserted(node, at, words=put, index=index)
        else:
            replaced(node, (match.start, match.end), words=put, index=index)

    def _at_end(self, spot: Spot) -> Node:
        """Put words at the end of a unit of one paragraph, before the mark that ends it."""
        nodes = [node for node in spot.nodes() if node.text and not node.repealed]
        if spot.node.repealed:
            raise Unresolved(Reason.REPEALED, Message("only the stub of a repealed unit is left"), near=spot.node)
        if len(nodes) != 1:
            hint = Message("the unit has {n} paragraphs: it is not said at the end of which", n=len(nodes))
            raise Unresolved(Reason.TARGET_AMBIGUOUS, hint, near=spot.node)
        node, put = nodes[0], self.instruction.put[0]
        if node.made is not None and node.made != self.instruction.index:
            hint = Message("another instruction of the act rewrote the unit")
            raise Unresolved(Reason.CONFLICT, hint, near=node)
        at = sentence_span(node.text, spot.sentence, near=node)[1] if spot.sentence else len(node.text)
        at = end_of(node.text[:at])
        if f" {key(node.text[:at])}".endswith(f" {key(put)}"):
            raise Unresolved(Reason.ALREADY_APPLIED, Message("the new words stand there already"), near=node)
        inserted(node, at, words=put, index=self.instruction.index)
        return node

    def _everywhere(self, spots: Sequence[Spot]) -> list[Node]:
        """Replace every occurrence, longest words first; what other instructions wrote is left and reported."""
        pairs = sorted(self._pairs(), key=lambda pair: len(pair[0]), reverse=True)
        nodes = [node for node in dict.fromkeys(_all(spots)) if node.kind not in (Kind.FRONT, Kind.SIGNATURE)]
        found = [places(node, pairs, instruction=self.instruction) for node in nodes]
        grown = sum(len(put) for each in found for _, _, put in each.chosen)
        if grown > MOST_GROWTH or any(len(each.chosen) > MOST_IN_ONE for each in found):
            raise Unresolved(Reason.TOO_MANY, Message("the law would grow by millions of characters"))
        self._plainly(found, pairs)
        for each in found:
            for match, find, put in reversed(each.chosen):
                self.folds |= folds(find, match.words)
                self._carry_out(match, put)
        self._other_forms(nodes, pairs)
        self.law.everywhere.add(self.instruction.index)
        return [each.node for each in found if each.chosen]

    def _plainly(self, found: Sequence[Places], pairs: Sequence[tuple[str, str]]) -> None:
        """Refuse what changes nothing, and what was done before in some places only; report what is left."""
        others, ready = sum(each.others for each in found), sum(each.ready for each in found)
        if any(each.chosen for each in found):
            if ready:
                hint = Message("in {n} places the new words stand there already, in others not", n=ready)
                raise Unresolved(Reason.WORDS_AMBIGUOUS, hint)
            if others:
                remark = Message("in what other instructions of the act wrote the words stay: {n} times", n=others)
                self.remarks.append(remark)
            return
        near = next((each.node for each in found if each.others or each.ready), None)
        if others:
            hint = Message("another instruction of the act rewrote the unit")
            raise Unresolved(Reason.CONFLICT, hint, near=near)
        if ready or any(put and matches(each.node, put) for each in found for _, put in pairs):
            raise Unresolved(Reason.ALREADY_APPLIED, Message("the new words stand there already"), near=near)
        raise Unresolved(Reason.WORDS_NOT_FOUND, Message("the words do not stand there"))

    def _other_forms(self, nodes: Sequence[Node], pairs: Sequence[tuple[str, str]]) -> None:
        """Refuse, or report, words that stand there in forms that the act does not list."""
        language = self.law.tree.language
        listed = {key(find) for find, _ in pairs}
        if any(capitalised(node, find) for node in nodes for find, _ in pairs):
            hint = Message("the words stand there in another form or with another capital")
            raise Unresolved(Reason.CASE_FORM, hint)
        left = sum(
            in_other_forms(node, find, language=language) for node in nodes for find, _ in pairs if key(find) in listed
        )
        if left and self.instruction.forms:
            hint = Message("the words stand there in {n} other forms that the act does not list", n=left)
            raise Unresolved(Reason.CASE_FORM, hint)
        if left:
            self.remarks.append(
                Message("in other forms, which the act does not list, the words stay {n} times", n=left)
            )
