"""The same law as two collectors lay it out, and the joining of lines that a careful user would do by hand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import define, field

from bench.fiction import Piece
from bench.words import LINKS

Span = tuple[int, int]

_FRONT = "О висячих садах\n\nЗакон Республики Казахстан от 5 марта 2029 года № 900-X\n\n"
_FORCE = "(вводится в действие по истечении десяти календарных дней после дня его первого официального опубликования)"
_STUB = f"исключен Законом РК от 10.01.2033 № 905-X {_FORCE};"
_INDENT = " " * 6


@define
class Page:
    """A text being written, and where each piece stands in it."""

    parts: list[str] = field(factory=list)
    spans: dict[int, Span] = field(factory=dict)
    length: int = 0

    def add(self, text: str, piece: Piece | None = None) -> None:
        """Write ``text``; its letters are those of ``piece``."""
        if piece is not None:
            self.spans[piece.identity] = (self.length, self.length + len(text))
        self.parts.append(text)
        self.length += len(text)

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self.parts)


def mark(piece: Piece) -> str:
    """Return the number of a piece as it stands in the text."""
    marks = {"chapter": "Глава {}. ", "article": "Статья {}. ", "point": "{}. ", "subpoint": "{}) ", "part": ""}
    return marks[piece.kind].format(piece.number)


def wording(piece: Piece) -> str:
    """Return number and wording of a piece in one line."""
    if piece.stub:
        return f"{mark(piece)}{_STUB}"
    return f"{mark(piece)}{piece.text}{';' if piece.kind == 'subpoint' else ''}"


def first_collector(law: Iterable[Piece]) -> Page:
    """Return the law with headings run together and rules set apart by a blank line."""
    page = Page()
    page.add(_FRONT)
    for piece in _pieces(law):
        headed = piece.kind in ("chapter", "article")
        page.add("" if headed else _INDENT)
        page.add(wording(piece), piece)
        page.add("\n" if piece.kind == "chapter" else "\n\n")
        if piece.kind == "point" and piece.number == 4 and piece.identity % 2:
            page.add(f"{_INDENT}Сноска. Пункт 4 с изменениями, внесенными Законом РК от 14.03.2031 № 901-X {_FORCE}.\n")
    return page


def second_collector(law: Iterable[Piece], amended: set[int]) -> Page:
    """Return the law with lines broken at links, no-break spaces, and a note under every amended article."""
    page = Page()
    page.add(f"Вниманию пользователей!\n\n{_INDENT}Для удобства пользования создано \nОГЛАВЛЕНИЕ\n.\n\n{_FRONT}")
    for chapter in law:
        page.add(_second(wording(chapter)), chapter)
        page.add("\n\n\n")
        for article in chapter.inside:
            for piece in _pieces([article]):
                page.add("" if piece is article else _INDENT)
                page.add(_second(wording(piece)), piece)
                page.add("\n\n")
            if article.identity in amended:
                said = (
                    f"Статья {article.number} с изменениями, внесенными Законом РК от 10.01.2033 \n№ 905-X\n {_FORCE}."
                )
                page.add(f"{_INDENT}Сноска. {said}\n\n")
    return page


def _pieces(law: Iterable[Piece]) -> Iterator[Piece]:
    for top in law:
        for _, piece in top.walk():
            yield piece


def _second(text: str) -> str:
    for link in LINKS:
        text = text.replace(link, f"\n{link}\n")
    return re.sub(r"(?<= [а-я]) |(?<=№) ", "\N{NO-BREAK SPACE}", text)


_HEADING = re.compile(r"(?:Статья|Глава|Раздел|Параграф|Подраздел) ")
_BEFORE_MARK = re.compile(r" (?=[.,;:)])")


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text, one line each.

    Blank lines are dropped, broken lines joined, spaces made one, none is left before a punctuation mark.

    This is done for the peers that compare lines, so that they are not judged by layout alone.
    """
    found: list[str] = []
    opens = True
    for line in text.splitlines():
        content = " ".join(line.split())
        if not content:
            opens = True
        elif opens or line[:2].isspace() or _HEADING.match(content):
            found.append(content)
            opens = False
        else:
            found[-1] += f" {content}"
    return [_BEFORE_MARK.sub("", paragraph) for paragraph in found]
