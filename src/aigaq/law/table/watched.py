"""Watch terms in the changes: which row holds which term, and on which side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import frozen

from aigaq.law.compare.change import Change
from aigaq.text.watch import Hit, WatchTerm, find


@frozen
class Watched:
    """The hits of one change.

    Args:
        old: Hits in the old wording.
        new: Hits in the new wording.
    """

    old: tuple[Hit, ...] = ()
    new: tuple[Hit, ...] = ()

    @property
    def terms(self) -> tuple[str, ...]:
        """The terms found, each once, in the order of the text."""
        return tuple(dict.fromkeys(hit.term.surface for hit in (*self.new, *self.old)))

    def holds(self, term: str) -> bool:
        """Return True when ``term`` stands on either side."""
        return term in self.terms


def watched(changes: Iterable[Change], terms: Sequence[WatchTerm]) -> tuple[Watched, ...]:
    """Return the hits of every change, in order."""
    return tuple(Watched(find(terms, change.old), find(terms, change.new)) for change in changes)
