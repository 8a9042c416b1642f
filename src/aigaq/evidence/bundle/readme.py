"""``README.txt`` of a bundle: what it is and how to check it, in English, Russian and Kazakh."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files

from aigaq.evidence.capture import Capture
from aigaq.evidence.capture.plain import plain

LANGUAGES = ("en", "ru", "kk")
_RULE = "\n" + "-" * 100 + "\n\n"


def readme(origin: str, captures: Mapping[int, Capture]) -> bytes:
    """Return the text for the captures of a log, by their numbers."""
    entries = "\n".join(f"        {number}  {plain(capture.asked)}" for number, capture in captures.items())
    texts = ((files("aigaq.evidence.bundle") / "readmes" / f"{name}.txt").read_text("utf-8") for name in LANGUAGES)
    return _RULE.join(text.format(origin=plain(origin), entries=entries) for text in texts).encode()
