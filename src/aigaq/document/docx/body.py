"""The body of a DOCX: sections, paragraphs, facts and tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import define, field

from aigaq.document.docx.parts import FOOTER, HEADER, NAMES, XML, clean
from aigaq.document.docx.styles import MARKS, STYLES, WATCHED
from aigaq.document.model import (
    Block,
    Cell,
    Column,
    Document,
    Facts,
    Group,
    Mark,
    Paragraph,
    Row,
    Run,
    Section,
    Style,
    Table,
)
from aigaq.locale import tag
from aigaq.values import Language

LANDSCAPE: Final = (16838, 11906)
PORTRAIT: Final = (11906, 16838)
"""Width and height of A4 in twentieths of a point."""

_MARGIN: Final = 850
"""15 mm."""
_STEP: Final = 340
"""What an indented paragraph stands in from the margin for each step: 6 mm."""
_BORDERS: Final = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_MARGINS: Final = (
    '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
    '<w:bottom w:w="20" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
)


def body(document: Document) -> str:
    """Return the main part of the DOCX."""
    page = PORTRAIT if document.portrait else LANDSCAPE
    builder = _Body(document.language, page[0] - 2 * _MARGIN)
    title = builder.paragraph(Paragraph.of(document.title), style="Title")
    sections = "".join(builder.section(section) for section in document.sections)
    return f"{XML}<w:document {NAMES}><w:body>{title}{sections}{_page(page)}</w:body></w:document>"


def _page(size: tuple[int, int]) -> str:
    lies = ' w:orient="landscape"' if size[0] > size[1] else ""
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{HEADER}"/><w:footerReference w:type="default" '
        f'r:id="{FOOTER}"/><w:pgSz w:w="{size[0]}" w:h="{size[1]}"{lies}/><w:pgMar w:top="964" w:right="{_MARGIN}" '
        f'w:bottom="850" w:left="{_MARGIN}" w:header="454" w:footer="397" w:gutter="0"/></w:sectPr>'
    )


@define
class _Body:
    language: Language
    width: int
    bookmarks: dict[str, str] = field(factory=dict)

    def section(self, section: Section) -> str:
        blocks = "".join(map(self.block, section.blocks))
        if not section.title:
            return blocks
        heading = Paragraph.of(section.title)
        return self.paragraph(heading, style="Heading1", anchor=section.anchor) + blocks

    def block(self, block: Block) -> str:
        if isinstance(block, Paragraph):
            layout = f'<w:ind w:left="{_STEP * block.indent}"/>' if block.indent else ""
            return self.paragraph(block, layout=layout, anchor=block.anchor, language=block.language)
        rows = self.facts(block) if isinstance(block, Facts) else self.table(block)
        return f'{rows}<w:p><w:pPr><w:pStyle w:val="Small"/></w:pPr></w:p>'

    def facts(self, facts: Facts) -> str:
        columns = (Column("", 20), Column("", 80))
        rows = (
            Row(((Paragraph.of(name, Mark.STRONG),), cell)) for name, cell in facts.pairs
        )  # a table without a heading row
        return _table(columns, "".join(self.row(row, columns) for row in rows), width=self.width, lined=False)

    def table(self, table: Table) -> str:
        rows = "".join(
            self.group(row, table.columns) if isinstance(row, Group) else self.row(row, table.columns)
            for row in table.rows
        )
        return _table(table.columns, self.heading(table.columns) + rows, width=self.width)

    def heading(self, columns: tuple[Column, ...]) -> str:
        cells = (
            _cell(self.paragraph(Paragraph.of(column.title), style="TableHead"), width, shade="E7E7E7")
            for column, width in zip(columns, _widths(columns, self.width), strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"

    def group(self, group: Group, columns: tuple[Column, ...]) -> str:
        words = self.paragraph(Paragraph.of(group.text), style="TableGroup", anchor=group.anchor)
        cell = _cell(words, self.width, shade="F2F2F2", span=len(columns))
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>"

    def row(self, row: Row, columns: tuple[Column, ...]) -> str:
        whole = "<w:cantSplit/>" if row.short else ""
        cells = (
            self.cell(cell, column=column, width=width, anchor="" if at else row.anchor)
            for at, (cell, column, width) in enumerate(
                zip(row.cells, columns, _widths(columns, self.width), strict=True)
            )
        )
        return f"<w:tr><w:trPr>{whole}</w:trPr>{''.join(cells)}</w:tr>"

    def cell(self, cell: Cell, *, column: Column, width: int, anchor: str) -> str:
        layout = '<w:jc w:val="center"/>' if column.centred else ""
        paragraphs = "".join(
            self.paragraph(
                paragraph,
                style="Small" if paragraph.style is Style.SMALL else "TableText",
                layout=layout,
                anchor="" if at else anchor,
                language=column.language,
            )
            for at, paragraph in enumerate(cell or (Paragraph(()),))
        )
        return _cell(paragraphs, width)

    def paragraph(
        self,
        paragraph: Paragraph,
        *,
        style: str = "",
        layout: str = "",
        anchor: str = "",
        language: Language | None = None,
    ) -> str:
        runs = "".join(self.run(run, language) for run in paragraph.runs)
        named = style or STYLES[paragraph.style]
        properties = f'<w:pPr><w:pStyle w:val="{named}"/>{layout}</w:pPr>'
        return f"<w:p>{properties}{self.bookmark(anchor)}{runs}</w:p>"

    def run(self, run: Run, language: Language | None) -> str:
        name = MARKS.get(run.mark, "Link" if run.link else "")
        look = f'<w:rStyle w:val="{name}"/>' if name else ""
        look += WATCHED if run.watched else ""
        if language and language is not self.language:
            look += f'<w:lang w:val="{tag(language)}"/>'
        words = f"<w:r><w:rPr>{look}</w:rPr>{''.join(_pieces(run.text))}</w:r>"
        if not run.link:
            return words
        return f'<w:hyperlink w:anchor="{self.name(run.link)}">{words}</w:hyperlink>'

    def bookmark(self, anchor: str) -> str:
        if not anchor:
            return ""
        name = self.name(anchor)
        number = name.removeprefix("place")
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'

    def name(self, anchor: str) -> str:
        """Return the bookmark of an anchor: Word allows 40 letters and digits, eIds are longer."""
        return self.bookmarks.setdefault(anchor, f"place{len(self.bookmarks) + 1}")


def _pieces(text: str) -> Iterator[str]:
    for at, line in enumerate(text.split("\n")):
        if at:
            yield "<w:br/>"
        for place, piece in enumerate(line.split("\t")):
            if place:
                yield "<w:tab/>"
            if piece:
                yield f'<w:t xml:space="preserve">{clean(piece)}</w:t>'


def _widths(columns: tuple[Column, ...], width: int) -> list[int]:
    total = sum(column.width for column in columns)
    return [int(width * column.width / total) for column in columns]


def _table(columns: tuple[Column, ...], rows: str, *, width: int, lined: bool = True) -> str:
    widths = _widths(columns, width)
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    borders = f"<w:tblBorders>{_BORDERS}</w:tblBorders>" if lined else ""
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{borders}<w:tblLayout '
        f'w:type="fixed"/>{_MARGINS}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )


def _cell(content: str, width: int, *, shade: str = "", span: int = 1) -> str:
    spanning = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    shaded = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    properties = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanning}{shaded}</w:tcPr>'
    return f"<w:tc>{properties}{content}</w:tc>"
