"""The blocks of a page: paragraphs, facts and tables, every word escaped."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from aigaq.document.model import Block, Cell, Column, Document, Facts, Group, Mark, Paragraph, Row, Run, Style, Table
from aigaq.locale import tag

DEEPEST: Final = 6
"""Steps of indentation that the page has a style for."""

_ELEMENTS: Final = {
    Mark.INSERTED: ("<ins>", "</ins>"),
    Mark.DELETED: ("<del>", "</del>"),
    Mark.STRONG: ("<strong>", "</strong>"),
    Mark.MUTED: ('<span class="muted">', "</span>"),
    Mark.CODE: ("<code>", "</code>"),
}


def block(found: Block, document: Document) -> str:
    """Return one block as HTML."""
    if isinstance(found, Paragraph):
        return _paragraph(found, document)
    if isinstance(found, Facts):
        pairs = "".join(f"<dt>{escape(name)}</dt><dd>{_cell(cell)}</dd>\n" for name, cell in found.pairs)
        return f"<dl>\n{pairs}</dl>\n"
    return _table(found, document)


def _paragraph(found: Paragraph, document: Document) -> str:
    element = {Style.HEADING: "h3", Style.SUBHEADING: "h4"}.get(found.style, "p")
    anchor = f' id="{escape(found.anchor)}"' if found.anchor else ""
    indent = f" in{min(found.indent, DEEPEST)}" if found.indent else ""
    foreign = found.language and found.language is not document.language
    language = f' lang="{tag(found.language)}"' if found.language and foreign else ""
    return f'<{element} class="{found.style}{indent}"{anchor}{language}>{_runs(found)}</{element}>\n'


def widths(document: Document) -> str:
    """Return the style rules that set the column widths of every table of the document."""
    tables = (found for section in document.sections for found in section.blocks if isinstance(found, Table))
    rules = []
    for columns in dict.fromkeys(table.columns for table in tables):
        total = sum(column.width for column in columns)
        rules += [
            f".{_name(columns)} col:nth-child({at}) {{ width: {100 * column.width / total:.1f}% }}\n"
            for at, column in enumerate(columns, 1)
        ]
    return "@media (min-width: 60rem), print {\n" + "".join(rules) + "}\n"


def _name(columns: tuple[Column, ...]) -> str:
    return "w" + "-".join(f"{column.width:g}".replace(".", "_") for column in columns)


def _table(table: Table, document: Document) -> str:
    heads = "".join(f'<th scope="col" role="columnheader">{escape(column.title)}</th>' for column in table.columns)
    identifier = ' id="table"' if table.main else ""
    return (
        f'<table{identifier} class="{_name(table.columns)}" role="table">\n'
        f"<colgroup>{'<col>' * len(table.columns)}</colgroup>\n"
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>\n{"".join(_bodies(table, document))}</table>\n'
    )


def _bodies(table: Table, document: Document) -> Iterator[str]:
    """Yield the bodies of a table: a run of headings and the rows they hold for stand in one."""
    held: list[str] = []
    headed = True
    for row in table.rows:
        if isinstance(row, Group):
            if held and not headed:
                yield _body(held)
                held = []
            held.append(_group(row, len(table.columns)))
        else:
            held.append(_row(row, table, document))
        headed = isinstance(row, Group)
    if held:
        yield _body(held)


def _body(rows: list[str]) -> str:
    return f'<tbody role="rowgroup">\n{"".join(rows)}</tbody>\n'


def _group(group: Group, columns: int) -> str:
    anchor = f' id="{escape(group.anchor)}"' if group.anchor else ""
    return (
        f'<tr class="group level{group.level}"{anchor} role="row"><th colspan="{columns}" scope="colgroup" '
        f'role="rowheader">{escape(group.text)}</th></tr>\n'
    )


def _row(row: Row, table: Table, document: Document) -> str:
    anchor = f' id="{escape(row.anchor)}"' if row.anchor else ""
    tags = f' data-tags="{escape(" ".join(row.tags))}"' if row.tags else ""
    cells = "".join(_data(cell, column, document) for cell, column in zip(row.cells, table.columns, strict=True))
    short = " short" if row.short else ""
    return f'<tr class="row{short}"{anchor}{tags} role="row" tabindex="-1">{cells}</tr>\n'


def _data(cell: Cell, column: Column, document: Document) -> str:
    centred = ' class="centred"' if column.centred else ""
    foreign = column.language and column.language is not document.language
    language = f' lang="{tag(column.language)}"' if column.language and foreign else ""
    inner = _cell(cell)
    return f'<td role="cell" data-label="{escape(column.title)}"{centred}><div{language}>{inner}</div></td>'


def _cell(cell: Cell) -> str:
    return "".join(f'<p class="{paragraph.style}">{_runs(paragraph)}</p>' for paragraph in cell)


def _runs(paragraph: Paragraph) -> str:
    return "".join(map(_run, paragraph.runs))


def _run(run: Run) -> str:
    before, after = _ELEMENTS.get(run.mark, ("", ""))
    words = escape(run.text)
    if run.watched:
        words = f"<mark>{words}</mark>"
    if run.link:
        words = f'<a href="#{escape(run.link)}">{words}</a>'
    return f"{before}{words}{after}"
