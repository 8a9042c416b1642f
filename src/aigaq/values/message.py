"""A sentence for a person, kept as a template, so that it can be shown in another language."""

from __future__ import annotations

from collections.abc import Callable, Mapping


class Message(str):
    """A sentence for a person: English as a string, and its template with values for other languages.

    >>> said = Message("number {number} has lost its mark", number="6")
    >>> said == "number 6 has lost its mark", said.text(lambda template: template.replace("number", "номер", 1))
    (True, 'номер 6 has lost its mark')
    """

    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str, **values: object) -> Message:
        """Fill the template in English."""
        made = super().__new__(cls, template.format(**{name: _plain(value) for name, value in values.items()}))
        made.template, made.values = template, values
        return made

    def text(self, translate: Callable[[str], str] = str) -> str:
        """Return the sentence, its template first passed through ``translate``."""
        values = {
            name: value.text(translate) if isinstance(value, Message) else _plain(value)
            for name, value in self.values.items()
        }
        return translate(self.template).format(**values)


def _plain(value: object) -> object:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else value


def translated(sentence: str, translate: Callable[[str], str]) -> str:
    """Return a sentence in another language if it is a message, else as it stands."""
    return sentence.text(translate) if isinstance(sentence, Message) else sentence
