"""What the script says, in three languages, and how it says that something does not hold."""

from __future__ import annotations

from typing import Any

WORDS: dict[str, dict[str, str]] = {}
"""For each language the translation of each sentence."""


def N_(template: str) -> str:  # noqa: N802
    """Return a template as it is: it is only marked here, and filled where it is used."""
    return template


class Message(str):
    """A sentence in English that remembers its template and what fills it."""

    template: str
    values: dict[str, Any]

    def __new__(cls, template: str, **values: Any) -> Message:
        """Fill the template in English; what comes from files loses its control characters."""
        clean = {key: plain(value) if type(value) is str else value for key, value in values.items()}
        made = super().__new__(cls, template.format(**clean))
        made.template, made.values = template, clean
        return made

    def text(self, language: str) -> str:
        """Return the sentence in a language; in English where there is no translation."""
        told = {
            key: value.text(language) if isinstance(value, Message) else value for key, value in self.values.items()
        }
        return WORDS.get(language, {}).get(self.template, self.template).format(**told)


class Fault(Exception):
    """Something does not hold, or cannot be read; ``said`` is the sentence about it."""

    def __init__(self, said: Message) -> None:
        super().__init__(said)
        self.said = said


def plain(text: str) -> str:
    """Return a text in one line, without control characters, and not longer than a screen takes.

    >>> plain(f"a{chr(27)}[2Jb")
    'a[2Jb'
    """
    return "".join(sign for sign in text[:300] if sign.isprintable())
