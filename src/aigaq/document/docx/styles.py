"""The styles of a DOCX: every mark is a named character style, so a lawyer can restyle it in one place."""

from __future__ import annotations

from typing import Final

from aigaq.document.docx.parts import NAMES, XML
from aigaq.document.model import Mark, Style

FONT: Final = "Times New Roman"
MARKS: Final = {
    Mark.INSERTED: "Inserted",
    Mark.DELETED: "Deleted",
    Mark.STRONG: "Strong",
    Mark.MUTED: "Muted",
    Mark.CODE: "Code",
}
STYLES: Final = {
    Style.BODY: "Normal",
    Style.LEAD: "Lead",
    Style.SMALL: "Small",
    Style.NOTE: "Note",
    Style.WARNING: "Warning",
    Style.HEADING: "Heading2",
    Style.SUBHEADING: "Heading3",
}


def _aside(thickness: int, colour: str) -> str:
    """Return the layout of a paragraph with a rule at its left."""
    return (
        f'<w:pBdr><w:left w:val="single" w:sz="{thickness}" w:space="8" w:color="{colour}"/></w:pBdr>'
        '<w:spacing w:before="60" w:after="100"/><w:ind w:left="200"/>'
    )


_PARAGRAPHS: Final = (
    ("Title", "Title", '<w:spacing w:before="0" w:after="120"/><w:jc w:val="left"/>', '<w:b/><w:sz w:val="32"/>'),
    (
        "Heading1",
        "heading 1",
        '<w:keepNext/><w:spacing w:before="280" w:after="100"/><w:outlineLvl w:val="0"/>',
        '<w:b/><w:sz w:val="26"/>',
    ),
    (
        "Heading2",
        "heading 2",
        '<w:keepNext/><w:spacing w:before="240" w:after="100"/><w:jc w:val="center"/><w:outlineLvl w:val="1"/>',
        '<w:b/><w:sz w:val="24"/>',
    ),
    (
        "Heading3",
        "heading 3",
        '<w:keepNext/><w:spacing w:before="180" w:after="80"/><w:outlineLvl w:val="2"/>',
        '<w:b/><w:sz w:val="22"/>',
    ),
    ("Lead", "Lead", '<w:spacing w:before="0" w:after="120"/>', '<w:sz w:val="24"/>'),
    ("Small", "Small", '<w:spacing w:before="0" w:after="40"/>', '<w:sz w:val="18"/>'),
    (
        "Note",
        "Note",
        _aside(12, "808080"),
        "",
    ),
    (
        "Warning",
        "Warning",
        _aside(24, "000000"),
        "<w:b/>",
    ),
    ("TableHead", "Table Head", '<w:spacing w:before="20" w:after="20"/><w:jc w:val="center"/>', "<w:b/>"),
    ("TableGroup", "Table Group", '<w:keepNext/><w:spacing w:before="60" w:after="60"/>', "<w:b/>"),
    ("TableText", "Table Text", '<w:spacing w:before="0" w:after="40"/>', ""),
    ("Header", "header", '<w:spacing w:before="0" w:after="0"/>', '<w:color w:val="404040"/><w:sz w:val="16"/>'),
    ("Footer", "footer", '<w:jc w:val="right"/>', '<w:color w:val="404040"/><w:sz w:val="16"/>'),
)

_CHARACTERS: Final = (
    ("Inserted", '<w:b/><w:u w:val="single"/>'),
    ("Deleted", "<w:strike/>"),
    ("Strong", "<w:b/>"),
    ("Muted", '<w:i/><w:color w:val="404040"/>'),
    ("Code", '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/><w:sz w:val="16"/>'),
    ("Link", '<w:u w:val="single"/>'),
)

WATCHED: Final = (
    '<w:bdr w:val="single" w:sz="6" w:space="0" w:color="000000"/><w:shd w:val="clear" w:color="auto" w:fill="D9D9D9"/>'
)
"""A box and a grey ground: what a reader watches for can be seen in any print."""


def styles(language: str) -> str:
    """Return the styles part, its text in ``language`` (a BCP 47 tag)."""
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    return (
        f"{XML}<w:styles {NAMES}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}"
        f'<w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="{language}"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="80" w:line="240" w:lineRule="auto"/></w:pPr>'
        '</w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="Default"><w:name w:val="Default Paragraph Font"/>'
        '</w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        + "".join(_paragraph(*style) for style in _PARAGRAPHS)
        + "".join(_character(*style) for style in _CHARACTERS)
        + "</w:styles>"
    )


def _paragraph(identifier: str, name: str, layout: str, look: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{identifier}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f"<w:qFormat/><w:pPr>{layout}</w:pPr><w:rPr>{look}</w:rPr></w:style>"
    )


def _character(identifier: str, look: str) -> str:
    return (
        f'<w:style w:type="character" w:styleId="{identifier}"><w:name w:val="{identifier}"/>'
        f"<w:qFormat/><w:rPr>{look}</w:rPr></w:style>"
    )
