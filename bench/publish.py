"""Putting measured tables between the marks of a page of the docs."""

from __future__ import annotations

from pathlib import Path


def publish(text: str, page: Path, *, name: str) -> str:
    """Put ``text`` between ``<!-- name:begin -->`` and ``<!-- name:end -->`` and return the name of the page."""
    begin, end = f"<!-- {name}:begin -->", f"<!-- {name}:end -->"
    before, rest = page.read_text(encoding="utf-8").split(begin)
    _, after = rest.split(end)
    page.write_text(f"{before}{begin}\n\n{text}\n\n{end}{after}", encoding="utf-8")
    return page.name
