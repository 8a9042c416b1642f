"""A document as Markdown (GitHub's tables): for reading anywhere, and for putting into a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aigaq.document.model import Block, Cell, Document, Facts, Mark, Paragraph, Row, Run, Style, Table

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#])")
_MARKS = {
    Mark.INSERTED: ("**", "**"),
    Mark.DELETED: ("~~", "~~"),
    Mark.STRONG: ("**", "**"),
    Mark.MUTED: ("*", "*"),
    Mark.CODE: ("`", "`"),
}


def markdown(document: Document) -> bytes:
    """Return a document as a Markdown file (UTF-8): same document, same bytes."""
    lines = [f"# {_escaped(document.title)}", ""]
    for section in document.sections:
        if section.title:
            lines += [f"## {_escaped(section.title)}", ""]
        for block in section.blocks:
            lines += [*_block(block), ""]
    return ("\n".join(lines).rstrip("\n") + "\n").encode()


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield f"> {_paragraph(block)}" if block.style in (Style.NOTE, Style.WARNING) else _paragraph(block)
    elif isinstance(block, Facts):
        yield from ("| | |", "| --- | --- |")
        yield from (f"| **{_escaped(name)}** | {_cell(cell)} |" for name, cell in block.pairs)
    else:
        yield from _table(block)


def _table(table: Table) -> Iterator[str]:
    yield f"| {' | '.join(_escaped(column.title) for column in table.columns)} |"
    yield f"|{' --- |' * len(table.columns)}"
    for row in table.rows:
        if isinstance(row, Row):
            yield f"| {' | '.join(map(_cell, row.cells))} |"
        else:
            yield f"| **{_escaped(row.text)}** |{' |' * (len(table.columns) - 1)}"


def _cell(cell: Cell) -> str:
    return "<br>".join(map(_paragraph, cell))


def _paragraph(paragraph: Paragraph) -> str:
    return "".join(map(_run, paragraph.runs))


def _run(run: Run) -> str:
    """Return a run between its marks; spaces stand outside of them, or Markdown would not see the marks."""
    before, after = _MARKS.get(run.mark, ("", ""))
    words = run.text.strip()
    if not words or not before:
        return _escaped(run.text)
    start = run.text.index(words)
    shown = words.replace("`", "'") if run.mark is Mark.CODE else _escaped(words)
    return f"{_escaped(run.text[:start])}{before}{shown}{after}{_escaped(run.text[start + len(words) :])}"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split("\n")))
