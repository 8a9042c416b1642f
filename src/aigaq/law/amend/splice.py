"""Putting words into a wording and taking them out: spaces and punctuation by the letter, or refused."""

from __future__ import annotations

import re

from aigaq.law.amend.node import Node
from aigaq.law.amend.outcome import Reason
from aigaq.law.amend.spot import Unresolved
from aigaq.text.fold import QUOTES
from aigaq.values import Message

_NO_SPACE_BEFORE = ",.;:)!?%]»”"
_NO_SPACE_AFTER = "([«„“"
_DOUBLED = re.compile(r"([,;:])\s*[,;:.]|\.\s*\.(?!\.)|\.\s*[,;:]")
_ABBREVIATED = re.compile(r"(?:^|[\s(«\"])(?:[^\W\d_]{1,4}|\w\.\w|№ ?\d+)\.$")
_LAST_MARK = re.compile(r"[.;:,]?\s*$")
_NEAR = 100
"""So far from an edit its punctuation is looked at."""
_EMPTIED = re.compile(r"\(\s*\)|\[\s*\]|«\s*»|„\s*“|“\s*”|\"\s*\"")
"""Brackets and quotation marks with nothing left between them."""


def replaced(node: Node, span: tuple[int, int], *, words: str, index: int) -> None:
    """Put ``words`` in the place of a span of a wording.

    Raises:
        Unresolved: The punctuation would break.
    """
    start, end = span
    words = " ".join(words.split())
    left, right = node.text[:start], node.text[end:]
    if words[:1] in _NO_SPACE_BEFORE:
        left = left.rstrip()
    _say(node, left, words, right, index=index)


def deleted(node: Node, span: tuple[int, int], *, index: int) -> None:
    """Take a span out of a wording with the space that it leaves behind.

    Raises:
        Unresolved: The punctuation would break.
    """
    left, right = node.text[: span[0]], node.text[span[1] :]
    parted = left[-1:].isspace() or right[:1].isspace()
    left, right = left.rstrip(), right.lstrip()
    close = not left or not right or right[0] in _NO_SPACE_BEFORE or left[-1] in _NO_SPACE_AFTER
    _say(node, left + (" " if parted and not close else ""), "", right, index=index)


def inserted(node: Node, at: int, *, words: str, index: int) -> None:
    """Put ``words`` at a place of a wording.

    Raises:
        Unresolved: The punctuation would break.
    """
    words = " ".join(words.split())
    left, right = node.text[:at], node.text[at:]
    if left.strip() and words[:1] not in _NO_SPACE_BEFORE and left.rstrip()[-1] not in _NO_SPACE_AFTER:
        left = left.rstrip() + " "
    elif words[:1] in _NO_SPACE_BEFORE:
        left = left.rstrip()
    if right.strip() and right.lstrip()[0] not in _NO_SPACE_BEFORE and words[-1:] not in _NO_SPACE_AFTER:
        right = " " + right.lstrip()
    _say(node, left, words, right, index=index)


def end_of(text: str) -> int:
    """Return where words go that are put at the end of a wording: before the mark that ends it.

    >>> end_of("книги;"), end_of("книги")
    (5, 5)
    """
    found = _LAST_MARK.search(text)
    return found.start() if found else len(text)


def _say(node: Node, left: str, words: str, right: str, *, index: int) -> None:
    """Give a unit its new wording, and keep the places that instructions put in."""
    _check(node, left, words, right)
    grown = len(left) + len(words) + len(right) - len(node.text)
    after = len(node.text) - len(right)
    moved = [
        (start, end, by) if end <= len(left) else (start + grown, end + grown, by)
        for start, end, by in node.put
        if end <= len(left) or start >= after
    ]
    node.say(left + words + right)
    node.put = [*moved, (len(left), len(left) + len(words), index)]
    node.touch(index)


def _check(node: Node, left: str, words: str, right: str) -> None:
    """Refuse an edit after which two marks stand together, or a sentence ends where it goes on."""
    text = left + words + right
    if not any(sign.isalnum() for sign in text):
        raise Unresolved(Reason.PUNCTUATION, Message("taken by the letter, no word would be left"), near=node)
    emptied = _EMPTIED.search(text, max(len(left) - 2, 0), len(left) + len(words) + 2)
    if emptied and emptied[0] not in node.text:
        hint = Message("taken by the letter, the marks «{marks}» would stand together", marks=emptied[0])
        raise Unresolved(Reason.PUNCTUATION, hint, near=node)
    for match in _DOUBLED.finditer(text, max(len(left) - _NEAR, 0), len(left) + len(words) + _NEAR):
        touched = match.end() > len(left) - 1 and match.start() <= len(left) + len(words)
        abbreviated = match[0][0] == "." != match[0][-1] and _ABBREVIATED.search(text[: match.start() + 1][-_NEAR:])
        if touched and not abbreviated and match[0] not in {known[0] for known in _DOUBLED.finditer(node.text)}:
            hint = Message("taken by the letter, the marks «{marks}» would stand together", marks=match[0])
            raise Unresolved(Reason.PUNCTUATION, hint, near=node)
    rest = right.lstrip()
    ends = words[-1:] == "." and not _ABBREVIATED.search((left[-_NEAR:] + words)[-_NEAR:])
    if ends and rest and (rest[0].islower() or rest[0] in ",;:") and rest[0] not in QUOTES:
        hint = Message("taken by the letter, a sentence would end where the wording goes on")
        raise Unresolved(Reason.PUNCTUATION, hint, near=node)
