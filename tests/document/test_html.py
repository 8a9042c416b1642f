from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from aigaq.document import write
from aigaq.document.html.page import policy
from aigaq.values import Language
from tests.document.browser import browser, page, path
from tests.document.sample import HOSTILE, document, long

__all__ = ["browser", "page", "path"]
TEXT = write(document(), "html").decode()


def visible(page: Page) -> list[str]:
    return [row.get_attribute("id") or "" for row in page.query_selector_all("tr.row") if row.is_visible()]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (WCAG 2.2, relative luminance)."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_a_law_cannot_smuggle_in_markup() -> None:
    tags: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            tags.append(tag)
            assert not [name for name, _ in attrs if name.startswith("on") or name == "style"]

    Reader().feed(TEXT)
    assert tags.count("script") == 1
    assert "img" not in tags
    assert HOSTILE[:8] not in TEXT.split("<body>")[1].split("<script>")[0]


def test_the_policy_allows_no_connection_and_no_other_script() -> None:
    found = re.search(r'Content-Security-Policy" content="([^"]+)"', TEXT)
    assert found
    style = TEXT.split("<style>")[1].split("</style>")[0]
    script = TEXT.split("<script>")[1].split("</script>")[0]
    assert found[1] == policy(style=style, script=script)
    assert found[1].startswith("default-src 'none';")
    assert "unsafe" not in found[1]


def test_nothing_is_fetched() -> None:
    assert not re.search(r"https?://|\bsrc=|@import|url\(", TEXT.replace("src=x", ""))


def test_words_say_their_language() -> None:
    assert '<html lang="en-GB">' in TEXT
    assert '<div lang="kk-KZ">' in TEXT
    assert "lang=" not in write(document(language=Language.KK), "html").decode().split("<body>")[1]


def test_changes_are_read_without_colour() -> None:
    assert "<ins>put in</ins>" in TEXT
    assert "<del>gone</del>" in TEXT
    assert "<ins><mark>watched</mark></ins>" in TEXT
    assert re.search(r"ins \{[^}]*font-weight: 700; text-decoration: underline", TEXT)
    assert re.search(r"del \{[^}]*text-decoration: line-through", TEXT)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("ink", "paper"),
        ("ink", "card"),
        ("ink", "head"),
        ("ink", "band"),
        ("soft", "paper"),
        ("soft", "card"),
        ("soft", "band"),
        ("accent", "card"),
        ("ins", "ins-ground"),
        ("del", "del-ground"),
        ("watch-ink", "watch"),
        ("found-ink", "found"),
    ],
)
def test_contrast(scheme: str, ink: str, ground: str) -> None:
    blocks = re.findall(r"html \{\s*(--paper[^}]*)\}", TEXT)
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", blocks[0 if scheme == "light" else 1]))
    assert contrast(colours[ink], colours[ground]) >= 4.5


def test_contrast_can_fail() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#999999", "#ffffff") < 4.5


def test_without_scripts_everything_is_there(browser: Browser, path: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(path.as_uri())
    assert len(visible(plain)) == 3
    assert not plain.locator("#tools").is_visible()
    context.close()


def test_search(page: Page) -> None:
    page.fill("#search", "PUT IN")
    assert visible(page) == ["art_1__para_1"]
    assert page.inner_text("#shown") == "Rows shown: 1 of 3"
    assert page.evaluate("CSS.highlights.get('found').size") == 1
    assert page.evaluate("[...CSS.highlights.get('found')][0].toString()") == "put in"
    assert [e.inner_text() for e in page.query_selector_all("tr.group") if e.is_visible()] == ["The Act", "Chapter 1"]
    page.fill("#search", "no such words")
    assert visible(page) == []
    assert "Esc" in page.inner_text("#shown")


@pytest.mark.parametrize("query", ["і", "i", "ІІ".lower()[:1]])
def test_letters_that_look_alike_are_one(page: Page, query: str) -> None:
    page.fill("#search", f"Һһ І{query}")
    assert visible(page) == ["art_1__para_1"]


def test_filters(page: Page) -> None:
    page.check("input[value=kind-a]", force=True)
    assert visible(page) == ["art_1__para_1", "art_3__para_1"]
    page.check("input[value=kind-b]", force=True)
    assert len(visible(page)) == 3
    page.uncheck("input[value=kind-a]", force=True)
    assert visible(page) == ["art_2__para_1"]
    page.click("#clear")
    assert len(visible(page)) == 3


def test_keyboard(page: Page) -> None:
    def here() -> str:
        return str(page.evaluate("document.activeElement.id"))

    page.keyboard.press("/")
    assert here() == "search"
    page.keyboard.type("art")
    assert page.input_value("#search") == "art"
    page.keyboard.press("Escape")
    assert page.input_value("#search") == ""
    assert here() == ""
    for key, place in (("j", 1), ("j", 2), ("ArrowDown", 3), ("j", 3), ("k", 2), ("ArrowUp", 1)):
        page.keyboard.press(key)
        assert here() == f"art_{place}__para_1"


def test_a_link_shows_a_row_that_a_filter_hides(page: Page) -> None:
    page.check("input[value=kind-a]", force=True)
    page.click("a[href='#art_2__para_1']")
    page.wait_for_function("!document.getElementById('art_2__para_1').hidden")
    assert len(visible(page)) == 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_narrow_screen_never_scrolls_sideways(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    label = page.evaluate("getComputedStyle(document.querySelector('tr.row td:nth-child(3)'), '::before').content")
    assert label == '"Old"'


def test_print_repeats_the_heading(page: Page) -> None:
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.querySelector('thead')).display") == "table-header-group"
    assert not page.locator("#tools").is_visible()


def test_a_long_table_is_quick(browser: Browser, tmp_path: Path) -> None:
    found = tmp_path / "long.html"
    found.write_bytes(write(long(), "html"))
    opened = browser.new_page()
    opened.goto(found.as_uri())
    spent = opened.evaluate(
        "() => { const start = performance.now(); const box = document.getElementById('search');"
        "box.value = 'слово'; box.dispatchEvent(new Event('input')); return performance.now() - start; }"
    )
    assert spent < 1000
    assert opened.inner_text("#shown") == "Показано строк: 300 из 300"
    opened.close()
