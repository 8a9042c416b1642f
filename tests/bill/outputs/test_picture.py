"""The picture: no text leaves it, no letter is lost, and a shape claims no more than its date."""

from __future__ import annotations

from pathlib import Path
from unicodedata import combining

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from playwright.sync_api import Browser

from aigaq.app.bill import open_record
from aigaq.bill.record import Record
from aigaq.bill.timeline import picture
from aigaq.bill.timeline.picture import HEAVY, MARGIN, SIZES, WIDTH
from aigaq.bill.timeline.width import lines, width
from aigaq.locale import translator
from aigaq.values import Language
from tests.bill.dossiers import EXAMPLE, TODAY, dossier, events
from tests.document.browser import browser

__all__ = ["browser"]
SVG = "{http://www.w3.org/2000/svg}"
WIDE = "ЖШЩЮМЫФжшщюмыфҚҒҢӘӨ"
WORDS = {
    "wide": WIDE * 20,
    "capitals": "МЫ ШЬЁМ ЖЁЛТЫЕ ПЛАЩИ ЮЖНОМУ ФИЛЬМУ " * 8,
    "address": "https://example.org/" + "w" * 300,
    "kazakh": "ЗАҢНАМАНЫҢ ӨЗГЕРТУЛЕРІ МЕН ТОЛЫҚТЫРУЛАРЫНЫҢ ӘДІЛДІГІ " * 6,
    "numbers": "№ 248-VIII — 2 000 000 000 %; " * 15,
}


def worded(where: Path, words: str, *, date: str = "2026-01-01") -> Record:
    """Return a record whose event and source both have these words."""
    made = dossier(
        where,
        sources=f'source,kind,title\npress,press,"{words}"\n',
        events=f'event,kind,date,what,source\ne,other,{date},"{words}",press\n',
    )
    return Record(made, TODAY)


def texts(drawn: bytes) -> list[tuple[str, str, int, int]]:
    """Return every text of a picture: its words, its style, where it begins and where it ends at the latest."""
    found = []
    for each in etree.fromstring(drawn).iter(SVG + "text"):
        styles = str(each.get("class")).split()
        room = width(str(each.text), size=SIZES[styles[-1]], bold=styles[-1] in HEAVY)
        x = float(each.get("x", 0))
        start, end = (x - room, x) if "date" in styles else (x, x + room)
        found.append((str(each.text), styles[-1], round(start), round(end)))
    return found


@pytest.mark.parametrize("language", list(Language))
def test_no_text_of_the_example_leaves_the_picture(language: Language) -> None:
    found = texts(picture(open_record(EXAMPLE, day=TODAY), language=language))
    assert len(found) > 40
    assert [each for each in found if each[2] < 0 or each[3] > WIDTH] == []


@pytest.mark.parametrize("words", list(WORDS.values()), ids=list(WORDS))
def test_no_letter_of_hard_words_is_lost_or_outside(tmp_path: Path, words: str) -> None:
    found = texts(picture(worded(tmp_path, words), language=Language.RU))
    assert [each for each in found if each[2] < 0 or each[3] > WIDTH] == []
    said = "".join(text for text, style, *_ in found if style == "what")
    assert said.replace(" ", "") == words.replace(" ", "")


@pytest.mark.parametrize("words", list(WORDS.values()), ids=list(WORDS))
def test_a_browser_draws_every_text_inside(browser: Browser, tmp_path: Path, words: str) -> None:
    records = [open_record(EXAMPLE, day=TODAY), worded(tmp_path, words)]
    page = browser.new_page()
    for record in records:
        for language in Language:
            drawn = picture(record, language=language)
            page.set_content(drawn.decode())
            boxes = page.eval_on_selector_all(
                "text", "all => all.map(e => { const b = e.getBBox(); return [b.x, b.x + b.width] })"
            )
            bounds = texts(drawn)
            assert len(boxes) == len(bounds)
            assert [box for box in boxes if box[0] < 0 or box[1] > WIDTH] == []
            assert [
                (box, bound)
                for box, bound in zip(boxes, bounds, strict=True)
                if box[1] - box[0] > bound[3] - bound[2] + 2
            ] == []
    page.close()


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")) | st.sampled_from(" " + WIDE), max_size=200),
    st.integers(60, 600),
    st.booleans(),
)
def test_lines_keep_every_letter_and_fit(text: str, room: int, bold: bool) -> None:
    found = lines(text, room=room, size=12, bold=bold)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
    over = [line for line in found if width(line, size=12, bold=bold) > room]
    assert all(combining(letter) for line in over for letter in line[1:])


def shape(record: Record) -> str:
    (found,) = (
        each
        for each in etree.fromstring(picture(record, language=Language.EN)).iter(SVG + "circle", SVG + "rect")
        if each.get("cx") == "214" or each.get("x") == "210"
    )
    return "bar" if found.tag.endswith("rect") else "ring" if found.get("stroke") else "disc"


@pytest.mark.parametrize(
    ("date", "drawn"),
    [
        ("2025-11-12", "disc"),
        ("2025-11-12?", "ring"),
        ("2025-11-12~", "ring"),
        ("2025-11-12%", "ring"),
        ("2025-11-12/2025-11-13", "bar"),
        ("2025-11-12/2025-11-13?", "ring"),
        ("2025-11", "ring"),
        ("2025-Q4", "ring"),
        ("2025", "ring"),
        ("", "ring"),
    ],
)
def test_only_a_day_that_is_sure_has_the_full_disc(tmp_path: Path, date: str, drawn: str) -> None:
    assert shape(worded(tmp_path, "words", date=date)) == drawn


@pytest.mark.parametrize(("mark", "counted"), [("", True), ("?", False), ("~", False)])
def test_days_are_counted_between_sure_dates_alone(tmp_path: Path, *, mark: str, counted: bool) -> None:
    made = dossier(tmp_path, events=events("a,other,2025-11-12", f"b,other,2025-11-16{mark}"))
    assert ("4 days" in picture(Record(made, TODAY), language=Language.EN).decode()) is counted


@pytest.mark.parametrize("language", list(Language))
def test_the_legend_says_where_a_month_stands(tmp_path: Path, language: Language) -> None:
    _ = translator(language)
    found = [text for text, *_ in texts(picture(worded(tmp_path, "words"), language=language))]
    assert _("less exact or less sure") in found
    assert _("A month or a span stands where it ends.") in found


def test_a_long_title_takes_lines_and_pushes_the_rest_down(tmp_path: Path) -> None:
    made = dossier(tmp_path)
    long = picture(Record(made, TODAY), language=Language.EN)
    assert [text for text, style, *_ in texts(long) if style == "title"] == ["Timeline: A bill"]
    path = tmp_path / "dossier.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("A bill", WIDE * 8), encoding="utf-8")
    drawn = picture(open_record(tmp_path, day=TODAY), language=Language.EN)
    titles = [each for each in texts(drawn) if each[1] == "title"]
    assert len(titles) > 3
    assert all(start >= MARGIN and end <= WIDTH for _, _, start, end in titles)
    heights = [int(each.get("y", 0)) for each in etree.fromstring(drawn).iter(SVG + "text")]
    assert heights == sorted(heights) and len(set(heights)) >= len(titles) + 2
