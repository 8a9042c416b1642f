"""The words for what happens to a bill and for its papers: ids with their names, as data."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from attrs import frozen

from aigaq.bill.faults import Faults, Fields
from aigaq.values import Language


@frozen(eq=False)
class Term:
    """A term of the vocabulary.

    Args:
        id: What stands in files.
        names: What people read, in each language.
        words: Words by which a page or a title tells such a paper; empty where none do.
    """

    id: str
    names: Mapping[Language, str]
    words: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.names[Language.EN]

    def name(self, language: Language) -> str:
        """Return what people read."""
        return self.names[language]


@frozen
class Vocabulary:
    """Kinds of events, of documents and of sources."""

    events: Mapping[str, Term]
    documents: Mapping[str, Term]
    sources: Mapping[str, Term]


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary that comes with this program.

    >>> vocabulary().documents["comparative-table"].name(Language.KK)
    'Салыстырма кесте'
    """
    faults = Faults("bill.toml")
    top = Fields(tomllib.loads((files("aigaq.profiles") / "bill.toml").read_text(encoding="utf-8")), faults, "")
    made = Vocabulary(*(_terms(top.inner(key)) for key in ("event", "document", "source")))
    top.done()
    faults.check()
    return made


def _terms(table: Fields) -> Mapping[str, Term]:
    return {name: _term(name, table.inner(name)) for name in table.values}


def _term(name: str, entry: Fields) -> Term:
    made = Term(name, entry.languages(), entry.words("words"))
    entry.done()
    return made
