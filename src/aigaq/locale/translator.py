"""Translators: an English message in, the same in the reader's language out."""

from __future__ import annotations

from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO

from attrs import define

from aigaq.values import Language

DOMAIN = "aigaq"


def N_(message: str) -> str:  # noqa: N802
    """Return ``message`` as it is: it is only marked here, and translated where it is shown."""
    return message


@define(eq=False)
class Translator:
    """Messages in one language; call it with the English message.

    Args:
        language: Language of the result.
        catalogue: Where the translations are.
    """

    language: Language
    catalogue: NullTranslations

    def __call__(self, message: str) -> str:
        """Return the translation of ``message``, or ``message`` itself where there is none."""
        return self.catalogue.gettext(message) if message else ""

    def plural(self, singular: str, plural: str, n: int) -> str:
        """Return the form that goes with ``n`` things.

        >>> _ = translator("ru")
        >>> [_.plural("{n} change", "{n} changes", n).format(n=n) for n in (1, 3, 11)]
        ['1 изменение', '3 изменения', '11 изменений']
        """
        return self.catalogue.ngettext(singular, plural, n)


def translator(language: str) -> Translator:
    """Return the translator into ``language`` (``ru``, ``kk`` or ``en``)."""
    return _translator(Language(language))


@lru_cache(maxsize=len(Language))
def _translator(language: Language) -> Translator:
    return Translator(language, NullTranslations() if language is Language.EN else _read(language))


def _read(language: Language) -> GNUTranslations:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    path = files("aigaq.locale") / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    binary = BytesIO()
    with path.open("rb") as text:
        write_mo(binary, read_po(text, locale=language, domain=DOMAIN))
    binary.seek(0)
    return GNUTranslations(binary)
