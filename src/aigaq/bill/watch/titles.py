"""Which kind of document a title names, by the words of the vocabulary."""

from __future__ import annotations

from functools import cache

from aigaq.bill.vocabulary import vocabulary
from aigaq.text.watch import WatchTerm, find, watch_term


def document_kinds(*titles: str) -> tuple[str, ...]:
    """Return the kinds of document that titles name, the one named first before the others.

    >>> document_kinds("Сравнительная таблица к законопроекту"), document_kinds("kesteler.pdf")
    (('comparative-table', 'bill-text'), ())
    """
    found = []
    for at, title in enumerate(titles):
        spaced = title.replace("_", " ")
        for kind, terms in _terms().items():
            found += [(at, hit.start, -len(hit.text), kind) for hit in find(terms, spaced)[:1]]
    return tuple(dict.fromkeys(kind for *_, kind in sorted(found)))


@cache
def _terms() -> dict[str, tuple[WatchTerm, ...]]:
    documents = vocabulary().documents
    return {kind: tuple(map(watch_term, term.words)) for kind, term in documents.items() if term.words}
