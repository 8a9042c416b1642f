"""Changes planted in the fictional law, each known exactly: units, kind, words out and words in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from random import Random

from attrs import define, field, frozen

from bench.fiction import Author, Piece, articles, renumber
from bench.words import count, fresh, sentence


@frozen
class Planted:
    """One change, by the identities of the pieces it concerns.

    Args:
        kind: The word that aigaq has for it.
        old: Pieces of the old edition.
        new: Pieces of the new edition.
        deleted: Words taken out.
        inserted: Words put in.
    """

    kind: str
    old: tuple[int, ...]
    new: tuple[int, ...]
    deleted: int = 0
    inserted: int = 0


@define
class Amender:
    """Plants changes into a copy of the old edition."""

    author: Author
    planted: list[Planted] = field(factory=list)
    amended: set[int] = field(factory=set)

    @property
    def random(self) -> Random:
        """The one source of chance."""
        return self.author.random

    def note(
        self, kind: str, *, old: Iterable[Piece] = (), new: Iterable[Piece] = (), words: tuple[int, int] = (0, 0)
    ) -> None:
        """Write down what was planted."""
        before, after = (tuple(piece.identity for piece in side) for side in (old, new))
        self.planted.append(Planted(kind, before, after, *words))

    def reword(self, article: Piece) -> None:
        """Put up to six new words in the place of one to five."""
        point = self.random.choice([article.inside[0], article.inside[2], article.inside[3]])
        words = point.text.split(" ")
        size = self.random.randint(1, 5)
        places = range(2, len(words) - size - 1)
        start = self.random.choice([at for at in places if all(word.isalpha() for word in words[at : at + size])])
        added = self.random.randint(1, 6)
        words[start : start + size] = fresh(self.random, added).split(" ")
        point.text = " ".join(words)
        self.note("reworded", old=[point], new=[point], words=(size, added))

    def add_point(self, article: Piece) -> None:
        """Add a fifth point."""
        self._insert(article, 4, self.author.point(5, sentence(self.random)))

    def add_subpoint(self, article: Piece) -> None:
        """Add a fourth subpoint to the second point."""
        text = sentence(self.random)[:-1]
        self._insert(article.inside[1], 3, self.author.piece("subpoint", 4, text[0].lower() + text[1:]))

    def add_part(self, article: Piece) -> None:
        """Add a second part to the fourth point."""
        self._insert(article.inside[3], 0, self.author.piece("part", 2, sentence(self.random)))

    def _insert(self, into: Piece, at: int, piece: Piece) -> None:
        into.inside.insert(at, piece)
        self.note("inserted", new=[piece], words=(0, count(piece.text)))

    def drop_point(self, article: Piece) -> None:
        """Take the fourth point out; nothing is left of it."""
        point = article.inside.pop()
        self.note("repealed", old=[point], words=(count(point.text), 0))

    def drop_subpoint(self, article: Piece) -> None:
        """Take the last subpoint out; nothing is left of it."""
        subpoint = article.inside[1].inside.pop()
        self.note("repealed", old=[subpoint], words=(count(subpoint.text), 0))

    def repeal(self, article: Piece) -> None:
        """Repeal the second subpoint; its stub stays."""
        subpoint = article.inside[1].inside[1]
        self.note("repealed", old=[subpoint], new=[subpoint], words=(count(subpoint.text), 0))
        subpoint.stub = True

    def split(self, article: Piece) -> None:
        """Make the second sentence of the first point its second part."""
        point = article.inside[0]
        at = point.text.index(". ") + 1
        part = self.author.piece("part", 2, point.text[at + 1 :])
        self.note("split", old=[point], new=[point, part])
        point.text, point.inside = point.text[:at], [part]

    def merge(self, article: Piece) -> None:
        """Make the second part of the third point its second sentence."""
        point = article.inside[2]
        part = point.inside.pop()
        self.note("merged", old=[point, part], new=[point])
        point.text = f"{point.text} {part.text}"

    def shift(self, article: Piece) -> None:
        """Put a point before the third one, so that the third and the fourth are renumbered."""
        self._insert(article, 2, self.author.point(3, sentence(self.random)))
        for point in article.inside[3:]:
            point.number += 1
            self.note("renumbered", old=[point], new=[point])

    def move(self, article: Piece, target: Piece) -> None:
        """Move the last subpoint to the end of another article's list, under another number."""
        subpoint = article.inside[1].inside.pop()
        subpoint.number = 4
        target.inside[1].inside.append(subpoint)
        self.note("moved", old=[subpoint], new=[subpoint])


_SHARES: tuple[tuple[Callable[[Amender, Piece], None], int], ...] = (
    (Amender.reword, 12),
    (Amender.add_point, 6),
    (Amender.add_subpoint, 6),
    (Amender.add_part, 4),
    (Amender.drop_point, 4),
    (Amender.drop_subpoint, 5),
    (Amender.repeal, 6),
    (Amender.split, 5),
    (Amender.merge, 4),
    (Amender.shift, 5),
)
_MOVES = 5


def amend(law: list[Piece], author: Author, *, times: int) -> tuple[list[Piece], Amender]:
    """Return the new edition and what was planted in it.

    Args:
        law: The old edition; it stays as it is.
        author: Writer of the old edition, who writes the new pieces too.
        times: How many times the usual number of changes, and of articles inserted at the front.
    """
    amended, amender = deepcopy(law), Amender(author)
    targets = _targets(amended, author.random)
    for change, share in _SHARES:
        for _ in range(share * times):
            article = next(targets)
            change(amender, article)
            amender.amended.add(article.identity)
    for _ in range(_MOVES * times):
        article, target = next(targets), next(targets)
        amender.move(article, target)
        amender.amended |= {article.identity, target.identity}
    _insert_articles(amended, amender, times)
    return amended, amender


def _targets(law: list[Piece], random: Random) -> Iterator[Piece]:
    """Yield the articles in random order, each once."""
    found = articles(law)
    random.shuffle(found)
    yield from found


def _insert_articles(law: list[Piece], amender: Amender, times: int) -> None:
    """Insert whole articles behind the second one: every later article gets another number."""
    before = {article.identity: article.number for article in articles(law)}
    for _ in range(times):
        article = amender.author.article(0)
        size = sum(count(piece.text) for _, piece in article.walk())
        law[0].inside.insert(2, article)
        amender.note("inserted", new=[article], words=(0, size))
    renumber(law)
    for article in articles(law):
        if before.get(article.identity, article.number) != article.number:
            amender.note("renumbered", old=[article], new=[article])
