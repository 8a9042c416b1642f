"""A fictional law as its author sees it: chapters, articles, points, subpoints, parts. No parser is involved."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from attrs import define, field

from bench.words import clause, heading, item, sentence

STEP = {"chapter": "chp", "article": "art", "point": "para", "subpoint": "subpara", "part": "al"}


@define(eq=False)
class Piece:
    """A unit as written.

    Args:
        identity: The same in both editions, whatever its number and place.
        kind: A key of ``STEP``.
        number: Its number; for a part its place.
        text: Heading or wording.
        inside: What stands in it.
        stub: True when it is repealed and only a stub is left.
    """

    identity: int
    kind: str
    number: int
    text: str
    inside: list[Piece] = field(factory=list)
    stub: bool = False

    def walk(self, above: str = "") -> Iterator[tuple[str, Piece]]:
        """Yield the piece and all in it with its eId."""
        eid = f"{STEP[self.kind]}_{self.number}"
        eid = f"{above}__{eid}" if above else eid
        yield eid, self
        for piece in self.inside:
            yield from piece.walk("" if piece.kind == "article" else eid)


@define
class Author:
    """Writes pieces, each with its own identity."""

    random: Random
    written: int = 0

    def piece(self, kind: str, number: int, text: str, inside: list[Piece] | None = None) -> Piece:
        """Return a new piece."""
        self.written += 1
        return Piece(self.written, kind, number, text, inside or [])

    def law(self, articles: int) -> list[Piece]:
        """Return chapters of ten articles each."""
        chapters: list[Piece] = []
        for first in range(1, articles + 1, 10):
            inside = [self.article(number) for number in range(first, min(first + 10, articles + 1))]
            title = heading(self.random).upper()
            chapters.append(self.piece("chapter", len(chapters) + 1, title, inside))
        return chapters

    def article(self, number: int) -> Piece:
        """Return an article: a point of two sentences, a point with subpoints, a point with a second part."""
        two = " ".join(sentence(self.random) for _ in range(2))
        points = [
            self.point(1, two),
            self.list(2),
            self.point(3, sentence(self.random), sentence(self.random)),
            self.point(4, sentence(self.random)),
        ]
        return self.piece("article", number, heading(self.random), points)

    def point(self, number: int, text: str, *parts: str) -> Piece:
        """Return a point and the parts after its first."""
        after = [self.piece("part", at, part) for at, part in enumerate(parts, 2)]
        return self.piece("point", number, text, after)

    def list(self, number: int) -> Piece:
        """Return a point that opens three subpoints."""
        opening = clause(self.random)
        inside = [self.piece("subpoint", at, item(self.random)) for at in range(1, 4)]
        return self.piece("point", number, f"{opening[0].upper()}{opening[1:]}, а именно:", inside)


def articles(law: list[Piece]) -> list[Piece]:
    """Return the articles of all chapters, in order."""
    return [article for chapter in law for article in chapter.inside]


def renumber(law: list[Piece]) -> None:
    """Number the articles through the act."""
    for number, article in enumerate(articles(law), 1):
        article.number = number
