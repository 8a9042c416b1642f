"""Every error of aigaq, in one tree.

::

    AigaqError
    ├── UsageError          exit 2   the command or its arguments make no sense
    ├── UnreadableInput     exit 3   a file cannot be read, or not within bounds
    ├── Refused             exit 4   the answer would be wrong or unsafe, so there is none
    └── IntegrityFailure    exit 5   a proof, hash or signature does not hold

An error is one sentence that says what, which value and where, a ``hint`` that says what to do, and a
stable ``code`` (``read.encrypted``) that has its place in ``docs/reference/errors.md``. The sentence is
kept as a template, so that it can be shown in another language. Values never hold personal data.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar


class AigaqError(Exception):
    """The root of the tree; catch it to catch everything aigaq raises on purpose.

    Args:
        code: Stable dotted name of this fault, e.g. ``"read.encrypted"``.
        sentence: English template, e.g. ``"{name} is encrypted."``; it is also the key of its translations.
        hint: What the person can do now; a template too.
        values: What fills the templates.

    >>> error = Refused("demo.code", "{n} units were found.", hint="Give {n} names.", n=2)
    >>> str(error), error.hint_text(), error.code, error.exit_code
    ('2 units were found.', 'Give 2 names.', 'demo.code', 4)
    """

    exit_code: ClassVar[int] = 4

    def __init__(self, code: str, sentence: str, *, hint: str = "", **values: object) -> None:
        self.code = code
        self.sentence = sentence
        self.hint = hint
        self.values = values
        super().__init__(sentence.format(**values))

    def text(self, translate: Callable[[str], str] = str) -> str:
        """Return the sentence, its template first passed through ``translate``."""
        return translate(self.sentence).format(**self._said(translate))

    def hint_text(self, translate: Callable[[str], str] = str) -> str:
        """Return the hint, its template first passed through ``translate``; empty when there is none."""
        return translate(self.hint).format(**self._said(translate)) if self.hint else ""

    def _said(self, translate: Callable[[str], str]) -> dict[str, object]:
        """Return the values; those that are sentences themselves are translated too."""
        said = {name: getattr(value, "text", None) for name, value in self.values.items()}
        return {name: text(translate) if callable(text := said[name]) else value for name, value in self.values.items()}


class UsageError(AigaqError):
    """The command or its arguments make no sense."""

    exit_code = 2


class UnreadableInput(AigaqError):
    """A file cannot be read, or not within the bounds on time and memory."""

    exit_code = 3


class Refused(AigaqError):
    """The answer would be wrong or unsafe, so there is none."""

    exit_code = 4


class IntegrityFailure(AigaqError):
    """A proof, a hash or a signature does not hold."""

    exit_code = 5
