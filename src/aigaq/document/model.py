"""The document model: what every writer writes, whatever the document is about.

A document is a list of sections; a section holds paragraphs, facts and tables; a paragraph is a list of
runs, each with one mark. Marks say what a run means (taken out, put in, watched) and every writer shows
them so that they survive black-and-white print.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from attrs import frozen

from aigaq.values import Language


class Mark(StrEnum):
    """What a run means."""

    PLAIN = "plain"
    INSERTED = "inserted"
    DELETED = "deleted"
    STRONG = "strong"
    MUTED = "muted"
    CODE = "code"


@frozen
class Run:
    """Words with one mark.

    Args:
        text: The words, exactly as they are to be shown.
        mark: What they mean.
        watched: True when the reader asked to be shown these words.
        link: Anchor in the same document that they lead to; "" for none.
    """

    text: str
    mark: Mark = Mark.PLAIN
    watched: bool = False
    link: str = ""


class Style(StrEnum):
    """How a paragraph stands out."""

    BODY = "body"
    LEAD = "lead"
    SMALL = "small"
    NOTE = "note"
    WARNING = "warning"
    HEADING = "heading"
    SUBHEADING = "subheading"


@frozen
class Paragraph:
    """A paragraph of runs.

    Args:
        runs: Its words.
        style: How it stands out; headings are below the heading of the section.
        indent: How many steps it stands in from the margin; no step inside a table.
        anchor: Name that links lead to, unique in the document; "" for none.
        language: Language of its words where it is not the document's.

    >>> Paragraph.of("Article 1").text
    'Article 1'
    """

    runs: tuple[Run, ...]
    style: Style = Style.BODY
    indent: int = 0
    anchor: str = ""
    language: Language | None = None

    @classmethod
    def of(cls, text: str, mark: Mark = Mark.PLAIN, *, style: Style = Style.BODY) -> Paragraph:
        """Return a paragraph of one run."""
        return cls((Run(text, mark),), style)

    @property
    def text(self) -> str:
        """Its words without marks."""
        return "".join(run.text for run in self.runs)


Cell = tuple[Paragraph, ...]
"""What stands in a cell of a table, or beside the name of a fact."""


SHORT = 1000
"""Characters in the longest cell of a row that is kept together on a page; longer rows may break."""


def plain(cell: Cell) -> str:
    """Return the words of a cell, one line a paragraph."""
    return "\n".join(paragraph.text for paragraph in cell)


@frozen
class Facts:
    """Names with what is known of them: ``("SHA-256", cell)``."""

    pairs: tuple[tuple[str, Cell], ...]


@frozen
class Column:
    """A column of a table.

    Args:
        title: Its heading.
        width: Its share of the width of the page; shares of a table need not add up to 100.
        language: Language of its words where it is not the document's.
        centred: True for numbers and short signs.
    """

    title: str
    width: float = 1.0
    language: Language | None = None
    centred: bool = False


@frozen
class Group:
    """A heading inside a table, over all columns; it holds for the rows after it.

    Args:
        text: The heading.
        level: 0 for the outermost.
        anchor: Name that links lead to; "" for none.
    """

    text: str
    level: int = 0
    anchor: str = ""


@frozen
class Row:
    """A row of a table.

    Args:
        cells: As many as there are columns.
        anchor: Name that links lead to, unique in the document; "" for none.
        tags: Options of the table's facets that hold for this row.
    """

    cells: tuple[Cell, ...]
    anchor: str = ""
    tags: tuple[str, ...] = ()

    @property
    def short(self) -> bool:
        """True when a page should not break inside the row."""
        return all(len(plain(cell)) <= SHORT for cell in self.cells)


@frozen
class Facet:
    """A way to narrow a long table down.

    Args:
        title: What is chosen by.
        options: Tags with what they are called.
    """

    title: str
    options: tuple[tuple[str, str], ...]


@frozen
class Table:
    """A table; its heading row repeats on every page.

    Args:
        columns: Its columns.
        rows: Rows and the headings between them, in order.
        facets: How a reader can narrow it down; empty where the table is short.
        main: True for the one table that the document is about: it gets the CSV, the first sheet, the filter.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row | Group, ...]
    facets: tuple[Facet, ...] = ()
    main: bool = False

    @property
    def body(self) -> tuple[Row, ...]:
        """The rows without the headings between them."""
        return tuple(row for row in self.rows if isinstance(row, Row))


Block = Paragraph | Facts | Table


@frozen
class Section:
    """A part of a document with a heading.

    Args:
        title: Its heading; "" for the opening, which stands under the title of the document.
        blocks: What is in it.
        anchor: Name that links lead to; "" for none.
        sheet: Name of the worksheet it goes to in a workbook (31 characters at most).
    """

    title: str
    blocks: tuple[Block, ...]
    anchor: str = ""
    sheet: str = ""


@frozen
class Document:
    """A document.

    Args:
        title: Its title.
        language: Language of its own words.
        sections: Its parts, in order.
        running: Short title for the head of every page; the title when "".
        portrait: True for running text; tables with many columns need the width of a page that lies.
    """

    title: str
    language: Language
    sections: tuple[Section, ...]
    running: str = ""
    portrait: bool = False

    @property
    def main(self) -> Table | None:
        """The table that the document is about."""
        tables = (block for section in self.sections for block in section.blocks if isinstance(block, Table))
        return next((table for table in tables if table.main), None)

    def words(self) -> Iterator[str]:
        """Yield everything that the document means to say: whatever else a file holds is residue."""
        yield from (self.title, self.running)
        for section in self.sections:
            yield from (section.title, section.sheet, section.anchor)
            for block in section.blocks:
                yield from _words(block)


def _words(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield from (block.text, block.anchor)
    elif isinstance(block, Facts):
        for name, cell in block.pairs:
            yield from (name, plain(cell))
    else:
        yield from (column.title for column in block.columns)
        yield from (words for facet in block.facets for option in facet.options for words in option)
        for row in block.rows:
            yield row.anchor
            yield from (row.text,) if isinstance(row, Group) else map(plain, row.cells)
