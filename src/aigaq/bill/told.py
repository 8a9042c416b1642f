"""Words that a person wrote, in one language or in several."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import field, frozen

from aigaq.bill.faults import Fields
from aigaq.values import Language


@frozen
class Told:
    """Words in one language or in several.

    Args:
        plain: As they were written, language not said; "" for none.
        names: By language.

    >>> Told("Press", {Language.RU: "Пресса"}).text(Language.RU), Told("Press").text(Language.KK)
    ('Пресса', 'Press')
    """

    plain: str = ""
    names: Mapping[Language, str] = field(factory=dict, hash=False)

    def text(self, language: Language) -> str:
        """Return the words in this language, else as they were written, else in the first language that there is."""
        return self.names.get(language) or self.plain or next(iter(self.names.values()), "")

    def __bool__(self) -> bool:
        return bool(self.plain or self.names)

    def __str__(self) -> str:
        return self.text(Language.EN)


NOTHING = Told()
"""No words."""


def told(entry: Fields, key: str, *, needed: bool = False) -> Told:
    """Return the words at ``key``: a text, a table by language (TOML), or columns ``key_ru`` (CSV).

    Args:
        entry: The entry.
        key: The key, or the column.
        needed: True where there must be some.
    """
    if isinstance(entry.values.get(key), Mapping):
        table = entry.inner(key)
        names = {language: text for language in Language if (text := table.text(language.value))}
        table.done()
        return Told("", names)
    names = {language: text for language in Language if (text := entry.text(f"{key}_{language}"))}
    return Told(entry.text(key, needed=needed and not names), names)


def columns(*keys: str) -> tuple[str, ...]:
    """Return the columns of words that may stand in several languages.

    >>> columns("title")
    ('title', 'title_ru', 'title_kk', 'title_en')
    """
    return tuple(name for key in keys for name in (key, *(f"{key}_{language}" for language in Language)))


def first(words: Iterable[Told]) -> Told:
    """Return the first words that are there, every language filled in from the ones after it."""
    found = [each for each in words if each]
    names: dict[Language, str] = {}
    for each in reversed(found):
        names |= each.names
    return Told(next((each.plain for each in found if each.plain), ""), names)
