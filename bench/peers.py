"""The peers: one function each, from two texts to what it marks. Each library is imported in its function only.

Every function returns another that does the work, so that what comes before it (import, cutting into lines or
paragraphs) is not timed; what comes after it (reading the marks off) is not timed either.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape, unescape
from typing import Any

from attrs import evolve, frozen

from bench.layout import paragraphs
from bench.touch import Marked, solid

Work = Callable[[], Any]
Read = Callable[[Any], Marked]
Opcode = tuple[str, int, int, int, int]


@frozen
class Peer:
    """A tool and how it is used here.

    Args:
        package: Its name on the package index; "" for the standard library.
        way: What it is given and asked to do.
        start: From two texts to the work and the reading of its result.
    """

    package: str
    way: str
    start: Callable[[str, str], tuple[Work, Read]]


def lines(text: str) -> list[str]:
    """Return the lines as they stand."""
    return text.splitlines(keepends=True)


def difflib(cut: Callable[[str], list[str]]) -> Callable[[str, str], tuple[Work, Read]]:
    """Compare sequences with the standard library, autojunk off."""

    def start(old: str, new: str) -> tuple[Work, Read]:
        from difflib import SequenceMatcher

        ours, theirs = cut(old), cut(new)
        work = lambda: SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()  # noqa: E731
        return work, lambda opcodes: by_opcodes(ours, theirs, opcodes)

    return start


def rapidfuzz(cut: Callable[[str], list[str]]) -> Callable[[str, str], tuple[Work, Read]]:
    """Compare sequences by their longest common subsequence."""

    def start(old: str, new: str) -> tuple[Work, Read]:
        from rapidfuzz.distance import Indel

        ours, theirs = cut(old), cut(new)
        return lambda: Indel.opcodes(ours, theirs).as_list(), lambda found: by_opcodes(ours, theirs, found)

    return start


def match_patch(cut: Callable[[str], list[str]]) -> Callable[[str, str], tuple[Work, Read]]:
    """Compare lines, then characters within them, then clean up; give up refining after a second (its default)."""

    def start(old: str, new: str) -> tuple[Work, Read]:
        from diff_match_patch import diff_match_patch  # type: ignore[import-untyped]

        ours, theirs = "\n".join(cut(old)), "\n".join(cut(new))

        def work() -> list[tuple[int, str]]:
            tool = diff_match_patch()
            found: list[tuple[int, str]] = tool.diff_main(ours, theirs)
            tool.diff_cleanupSemantic(found)
            return found

        return work, lambda found: _by_pieces([("-=+"[sign + 1], text) for sign, text in found])

    return start


def redlines(old: str, new: str) -> tuple[Work, Read]:
    """Compare words."""
    from redlines.processor import WholeDocumentProcessor

    ours, theirs = "\n\n".join(paragraphs(old)), "\n\n".join(paragraphs(new))

    def read(found: Any) -> Marked:
        before, after = (
            ["" if token.strip() == "¶" else token for token in chunk.text]
            for chunk in (found[0].source_chunk, found[0].test_chunk)
        )
        return by_opcodes(before, after, [step.opcodes for step in found])

    return lambda: WholeDocumentProcessor().process(ours, theirs), read


def htmldiff(old: str, new: str) -> tuple[Work, Read]:
    """Compare the words of two pages of one paragraph element each.

    Its output does not give the two texts back where a heading is replaced, so it is read as what it leaves whole.
    """
    from lxml.html.diff import htmldiff as compare

    pages = ["".join(f"<p>{escape(part)}</p>" for part in paragraphs(text)) for text in (old, new)]

    def read(page: str) -> Marked:
        pieces = list(_html_pieces(page))
        kept = "".join(solid(text) if mark == "=" else "\n" for mark, text in pieces)
        return evolve(_by_pieces(pieces), kept=kept)

    return lambda: compare(*pages), read


def _html_pieces(page: str) -> Iterable[tuple[str, str]]:
    """Yield the pieces of a page by its ``ins`` and ``del`` tags alone: the paragraphs around them do not nest."""
    mark = "="
    for piece in re.split(r"(<[^>]*>)", page):
        if piece in _TAGS:
            mark = _TAGS[piece]
        elif not piece.startswith("<"):
            yield mark, unescape(piece)


_TAGS = {"<ins>": "+", "<del>": "-", "</ins>": "=", "</del>": "="}


def xmldiff(old: str, new: str) -> tuple[Work, Read]:
    """Compare two trees of paragraphs with its fast matching, without which it does not come to an end here."""
    from lxml import etree
    from xmldiff.main import diff_trees  # type: ignore[import-untyped]

    def tree(text: str) -> Any:
        root = etree.Element("law")
        for part in paragraphs(text):
            etree.SubElement(root, "p").text = part
        return root

    ours, theirs = tree(old), tree(new)
    return lambda: diff_trees(ours, theirs, diff_options={"fast_match": True}), lambda found: _by_actions(ours, found)


def _by_actions(root: Any, actions: Sequence[Any]) -> Marked:
    """Return the marks of an edit script: it is carried out, and what it touches is remembered.

    The paragraphs stand side by side in ``root``, which is the parent of all of them.
    """
    from lxml import etree

    before = list(root)
    texts = [element.text or "" for element in before]
    touched: dict[Any, bool] = {}
    for action in actions:
        name = type(action).__name__
        if name == "InsertNode":
            element = etree.Element(action.tag)
            root.insert(action.position, element)
        else:
            element = root.xpath(action.node)[0]
        touched[element] = True
        if name == "DeleteNode":
            root.remove(element)
        elif name == "MoveNode":
            root.remove(element)
            root.insert(action.position, element)
        elif name == "UpdateTextIn":
            element.text = action.text
        elif name != "InsertNode":
            raise ValueError(f"{name} is not expected here")
    old = [(text, element in touched) for element, text in zip(before, texts, strict=True)]
    return Marked(old, [(element.text or "", element in touched) for element in root], len(actions))


def by_opcodes(old: Sequence[str], new: Sequence[str], opcodes: Iterable[Opcode]) -> Marked:
    """Return the marks of a list of opcodes over two sequences."""
    ours, theirs, blocks = [], [], 0
    for tag, old_start, old_end, new_start, new_end in opcodes:
        changed = tag != "equal"
        blocks += changed
        ours += [(part, changed) for part in old[old_start:old_end]]
        theirs += [(part, changed) for part in new[new_start:new_end]]
    return Marked(ours, theirs, blocks)


def _by_pieces(pieces: Sequence[tuple[str, str]]) -> Marked:
    marks = [mark for mark, text in pieces if text.strip()]
    blocks = sum(mark != "=" and (at == 0 or marks[at - 1] == "=") for at, mark in enumerate(marks))
    old = [(text, mark != "=") for mark, text in pieces if mark != "+"]
    return Marked(old, [(text, mark != "=") for mark, text in pieces if mark != "-"], blocks)


PEERS: Mapping[str, Peer] = {
    "difflib, lines": Peer("", "lines as they stand, autojunk off", difflib(lines)),
    "difflib, paragraphs": Peer("", "joined paragraphs, autojunk off", difflib(paragraphs)),
    "rapidfuzz, lines": Peer("rapidfuzz", "`Indel.opcodes` over lines as they stand", rapidfuzz(lines)),
    "rapidfuzz, paragraphs": Peer("rapidfuzz", "`Indel.opcodes` over joined paragraphs", rapidfuzz(paragraphs)),
    "diff-match-patch, lines": Peer(
        "diff-match-patch", "`diff_main` with its line mode, semantic cleanup", match_patch(str.splitlines)
    ),
    "diff-match-patch, paragraphs": Peer(
        "diff-match-patch", "the same over joined paragraphs", match_patch(paragraphs)
    ),
    "lxml.html.diff": Peer("lxml", "`htmldiff`, a `<p>` for each joined paragraph", htmldiff),
    "xmldiff": Peer("xmldiff", "an element for each joined paragraph, `fast_match` on", xmldiff),
    "redlines": Peer("redlines", "words of the joined paragraphs", redlines),
}
