"""Plain text and Markdown: every character of the file, as it is."""

from __future__ import annotations

import hashlib

from aigaq.errors import UnreadableInput
from aigaq.law.read.encoding import decode
from aigaq.law.read.limits import Budget
from aigaq.law.source import Source


def read_plain(data: bytes, *, budget: Budget, media: str = "text/plain") -> Source:
    """Return the text of a plain file; ``source.raw()`` gives ``data`` back byte for byte.

    Markdown marks stay in the text: the parser of the law knows them.

    Args:
        data: The bytes of the file.
        budget: Its name and its bounds.
        media: ``"text/plain"`` or ``"text/markdown"``.

    Raises:
        UnreadableInput: ``read.encoding``, ``read.binary``, ``read.too-long``, ``read.long-line`` or
            ``read.no-text``.
    """
    budget.check_text((len(data) + 3) // 4)
    decoded = decode(data, name=budget.name)
    budget.check_text(len(decoded.text))
    budget.check_line(decoded.text)
    require_text(decoded.text, name=budget.name)
    return Source(
        name=budget.name,
        media=media,
        sha256=hashlib.sha256(data).hexdigest(),
        text=decoded.text,
        encoding=decoded.encoding,
        warnings=decoded.warnings,
    )


def require_text(text: str, *, name: str) -> None:
    """Raise ``read.no-text`` when there is nothing but blanks."""
    if not text.strip("\ufeff \t\r\n\f\v\u00a0"):
        raise UnreadableInput(
            "read.no-text", "{name} holds no text.", hint="Check that this is the right file.", name=name
        )
