"""Sentences of a wording, which an instruction may name («второе предложение»)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aigaq.law.amend.node import Node
from aigaq.law.amend.outcome import Reason
from aigaq.law.amend.spot import Unresolved
from aigaq.values import Message

_END = re.compile(r"[.!?][»\"”)]?\s+(?=[«\"(]?[А-ЯЁӘҒҚҢӨҰҮҺІA-Z])")
_SHORT = re.compile(r"(?:^|[\s(«\".])(?P<word>[^\W\d_]{1,3})\.$")
_SHORTENED = frozenset("им см ст гг пп др пр ул млн руб стр кв ред рис обл гл бб ет мың".split())
"""Short words that a period may follow in mid-sentence."""


def sentence_starts(text: str, *, near: Node) -> list[int]:
    """Return where the sentences of a wording start.

    Raises:
        Unresolved: It is not plain where sentences end.
    """
    starts = [0]
    for match in _END.finditer(text):
        short = _SHORT.search(text[: match.start() + 1])
        if short and not _is_word(short["word"], near):
            hint = Message("it is not plain where the sentences end")
            raise Unresolved(Reason.TARGET_AMBIGUOUS, hint, near=near)
        starts.append(match.end())
    return starts


def _is_word(word: str, near: Node) -> bool:
    """Tell whether a short word before a period is none cut short: the law writes it without a period too."""
    if len(word) < 2 or word.lower() in _SHORTENED:
        return False
    bare = re.compile(rf"(?<!\w){word}(?![\w.])")
    *_, root = near, *near.above
    return any(bare.search(node.text) for node in root.walk())


def sentence_span(text: str, number: int, *, near: Node) -> tuple[int, int]:
    """Return the span of one sentence of a wording.

    Raises:
        Unresolved: There is none of this number, or it is not plain where sentences end.
    """
    starts = sentence_starts(text, near=near)
    if not 0 < number <= len(starts):
        raise _absent(number, len(starts), near)
    end = starts[number] if number < len(starts) else len(text)
    return starts[number - 1], starts[number - 1] + len(text[starts[number - 1] : end].rstrip())


def ended(node: Node, before: str) -> None:
    """Refuse a place for a sentence behind words that end none: an item of a list ends with a semicolon.

    Raises:
        Unresolved: They do not end with the sign of a sentence.
    """
    if before.strip() and before.rstrip(' »"”)')[-1:] not in ".!?…":
        hint = Message("the paragraph ends with «{sign}», not as a sentence does", sign=before.rstrip()[-1:])
        raise Unresolved(Reason.PUNCTUATION, hint, near=node)


def place_of(text: str, numbers: Sequence[str], *, words: str, near: Node) -> int:
    """Return where new sentences go so that they get their numbers; no numbers, the end.

    Raises:
        Unresolved: There are too few sentences before them, or other numbers are named than are quoted.
    """
    if not numbers:
        return len(text)
    named = [int(number) for number in numbers if number.isdigit()]
    quoted = len(sentence_starts(words, near=near))
    if len(named) != len(numbers) or len(named) != quoted or named != list(range(named[0], named[0] + quoted)):
        hint = Message("{n} units are named and {m} are quoted", n=len(numbers), m=quoted)
        raise Unresolved(Reason.QUOTED_UNIT, hint, near=near)
    starts = sentence_starts(text, near=near)
    if not 1 <= named[0] <= len(starts) + 1:
        raise _absent(named[0], len(starts), near)
    return starts[named[0] - 1] if named[0] <= len(starts) else len(text)


def _absent(number: int, count: int, near: Node) -> Unresolved:
    hint = Message("sentence {number} is named, and there are {n}", number=number, n=count)
    return Unresolved(Reason.TARGET_NOT_FOUND, hint, near=near)
