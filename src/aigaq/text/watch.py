"""Watch terms: words to be found in a text in whatever form, spelling or typing they stand there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import Final

from attrs import field, frozen

from aigaq.errors import UsageError
from aigaq.text.alphabets import KAZAKH_ONLY
from aigaq.text.fold import fold
from aigaq.text.offsets import offsets
from aigaq.text.stems import StemLanguage, stems

_PART: Final = re.compile(r"(\w+)(\*?)")
_SINGLE: Final = re.compile(r"\w+")
_LAST_SOUND: Final = re.compile("[ыі]?[пкқнзмл]$")
_ANY: Final = frozenset({"*"})

Readings = tuple[frozenset[str], ...]


@frozen
class WatchTerm:
    """A word or phrase to look for; make one with `watch_term`.

    Args:
        surface: The term as typed.
        languages: Languages whose grammar it is matched by: both, where the spelling does not tell.
        readings: For each language the stems of each word; ``*`` for a word with a wildcard.
        pattern: Finds the places in a folded text in small letters that are worth a closer look.
    """

    surface: str
    languages: tuple[StemLanguage, ...]
    readings: tuple[Readings, ...]
    pattern: re.Pattern[str] = field(repr=False)

    def matches(self, phrase: str) -> bool:
        """Return whether the words of ``phrase`` are, in this order, forms of the words of the term."""
        found = _SINGLE.findall(phrase)
        return any(
            len(found) == len(readings)
            and all(own == _ANY or own & stems(word, language) for own, word in zip(readings, found, strict=True))
            for language, readings in zip(self.languages, self.readings, strict=True)
        )


@frozen
class Hit:
    """A place where a term was found.

    Args:
        term: The term.
        start: Offset in the original text of its first character.
        end: Offset after its last character.
        text: The words as they stand in the original.
    """

    term: WatchTerm
    start: int
    end: int
    text: str


def watch_term(surface: str, language: StemLanguage | None = None) -> WatchTerm:
    """Return the term to look for.

    Without ``language`` a term with a letter that only Kazakh has is Kazakh; any other one is tried in both
    languages. A star after a word (``насихат*``) stands for any continuation of it. Hyphens and spaces
    between words are the same.

    Raises:
        UsageError: ``watch.empty`` when there is no word in ``surface``.

    >>> watch_term("құқық").languages, watch_term("пропаганда").languages
    (('kk',), ('ru', 'kk'))
    """
    parts = _PART.findall(_small(fold(surface)))
    if not parts:
        raise UsageError("watch.empty", "The watch term {term!r} has no word in it.", hint="Give a word.", term=surface)
    languages: tuple[StemLanguage, ...] = ("ru", "kk")
    if language or KAZAKH_ONLY & set(fold(surface)):
        languages = (language or "kk",)
    readings = tuple(tuple(_ANY if star else stems(word, language) for word, star in parts) for language in languages)
    starts = [word if star else _common_start(word, languages) for word, star in parts]
    return WatchTerm(surface, languages, readings, _pattern(starts))


def find(terms: Iterable[WatchTerm], text: str) -> tuple[Hit, ...]:
    """Return every place of ``text`` where one of ``terms`` stands, in the order of the text.

    A word of a hyphenated word counts as a word. Case, look-alike letters, dashes and spaces do not matter.

    >>> [hit.text for hit in find([watch_term("электронная книга")], "Об Электронных  книгах и книге.")]
    ['Электронных  книгах']
    """
    key = _small(fold(text))
    spans = [(*span, term) for term in terms for span in _spans(term, key)]
    if not spans:
        return ()
    way = offsets(text)
    hits = ((*way.span(start, end), term) for start, end, term in sorted(spans, key=lambda span: span[:2]))
    return tuple(Hit(term, start, end, text[start:end]) for start, end, term in hits)


def _spans(term: WatchTerm, key: str) -> Iterator[tuple[int, int]]:
    at = 0
    while found := term.pattern.search(key, at):
        holds = term.matches(found[0])
        if holds:
            yield found.span()
        at = found.end() if holds else found.start() + 1


def _pattern(starts: list[str]) -> re.Pattern[str]:
    """Return a pattern whose literal beginning lets the search run over a whole law at the speed of C."""
    first, *others = map(re.escape, starts)
    return re.compile(rf"{first}(?<!\w{first})\w*" + "".join(rf"(?: ?- ?| ){other}\w*" for other in others))


def _common_start(word: str, languages: tuple[StemLanguage, ...]) -> str:
    """Return what every form of ``word`` begins with."""
    readings = [reading for language in languages for reading in stems(word, language)]
    columns = zip(word, *(_LAST_SOUND.sub("", reading) for reading in readings), strict=False)
    return "".join(column[0] for column in takewhile(lambda column: len(set(column)) == 1, columns)) or word[0]


def _small(key: str) -> str:
    """Return ``key`` in small letters, character for character, with ё written as е (print often does)."""
    small = key.lower().replace("ё", "е")
    return small if len(small) == len(key) else "".join(sign.lower()[0] for sign in key).replace("ё", "е")
