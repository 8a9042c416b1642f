"""Sentences of a wording, which an instruction may name («второе предложение»)."""

from __future__ import annotations

import re

from aigaq.law.amend.find import Unresolved
from aigaq.law.amend.node import Node
from aigaq.law.amend.outcome import Reason
from aigaq.values import Message

_END = re.compile(r"[.!?][»\"”)]?\s+(?=[«\"(]?[А-ЯЁӘҒҚҢӨҰҮҺІA-Z])")
_SHORT = re.compile(r"(?:^|[\s(«\"])[^\W\d_]{1,3}\.$")


def sentence_span(text: str, number: int, *, near: Node) -> tuple[int, int]:
    """Return the span of one sentence of a wording.

    Raises:
        Unresolved: There is none of this number, or it is not plain where sentences end.
    """
    starts = [0]
    for match in _END.finditer(text):
        if _SHORT.search(text[: match.start() + 1]):
            hint = Message("it is not plain where the sentences end")
            raise Unresolved(Reason.TARGET_AMBIGUOUS, hint, near=near)
        starts.append(match.end())
    if not 0 < number <= len(starts):
        hint = Message("sentence {number} is named, and there are {n}", number=number, n=len(starts))
        raise Unresolved(Reason.TARGET_NOT_FOUND, hint, near=near)
    end = starts[number] if number < len(starts) else len(text)
    return starts[number - 1], starts[number - 1] + len(text[starts[number - 1] : end].rstrip())
