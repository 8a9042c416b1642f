"""A small document with everything in it, and a long one."""

from __future__ import annotations

from aigaq.document.model import (
    Column,
    Document,
    Facet,
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
from aigaq.values import Language

HOSTILE = '<script>alert("x")</script> & <img src=x onerror=alert(1)> ]]> \x0b'
KAZAKH = "Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі"
COLUMNS = (
    Column("No.", 5, centred=True),
    Column("Unit", 15),
    Column("Old", 40, Language.KK),
    Column("New", 40, Language.KK),
)


def row(number: int, old: str, *new: Run, tags: tuple[str, ...] = (), unit: str = "art. 1") -> Row:
    return Row(
        (
            (Paragraph.of(str(number)),),
            (Paragraph.of(unit, Mark.STRONG), Paragraph.of("reworded", style=Style.SMALL)),
            (Paragraph.of(old),),
            (Paragraph(new),),
        ),
        f"art_{number}__para_1",
        tags,
    )


def document(*rows: Row | Group, language: Language = Language.EN) -> Document:
    """Return a document about `rows`, or about a few of its own."""
    own = (
        Group("The Act", 0),
        Group("Chapter 1", 1),
        row(
            1, KAZAKH, Run("kept "), Run("put in", Mark.INSERTED), Run(" "), Run("gone", Mark.DELETED), tags=("kind-a",)
        ),
        row(2, HOSTILE, Run("a "), Run("watched", Mark.INSERTED, watched=True), tags=("kind-b", "watch-0")),
        Group("Chapter 2", 1),
        row(3, "=1+1", Run("@cmd"), tags=("kind-a",), unit="-2"),
    )
    facet = Facet("Kind", (("kind-a", "a (2)"), ("kind-b", "b (1)")))
    main = Table(COLUMNS, rows or own, (facet,), main=True)
    link = Paragraph((Run("2. art. 1", link="art_2__para_1"),))
    facts = Facts((("SHA-256", (Paragraph.of("ab" * 32, Mark.CODE),)), ("Two", (Paragraph.of("x"), link))))
    return Document(
        "A table",
        language,
        (
            Section("", (Paragraph.of("Unofficial", style=Style.NOTE), facts), sheet="Facts"),
            Section("Changes", (main,), "changes", "Table"),
            Section("Apart", (Paragraph.of("Nothing."), Table(COLUMNS[:2], ())), "apart", "Apart"),
        ),
    )


def long(rows: int = 300) -> Document:
    """Return a document of many rows under many headings, some of them pages long."""
    found: list[Row | Group] = [Group("The Act", 0)]
    for at in range(rows):
        if at % 20 == 0:
            found.append(Group(f"Chapter {at // 20 + 1}", 1))
        words = "слово за словом " * (3 + at % 40 + (900 if at == 150 else 0))
        found.append(row(at + 1, words, Run(words), Run("и ещё", Mark.INSERTED), tags=(f"kind-{'ab'[at % 2]}",)))
    return document(*found, language=Language.RU)
