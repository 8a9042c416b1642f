"""HTML: what is a paragraph, a table, a menu."""

from __future__ import annotations

import pytest

from aigaq.law.read import read_bytes
from aigaq.law.source import Source
from tests.law.read.samples import LAW_KK, LAW_RU


def page(body: str, *, head: str = "") -> Source:
    return read_bytes(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(), name="law.html")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>Статья 1</p><p>1. Текст</p>", "Статья 1\n\n1. Текст\n"),
        ("<p>Сло<b>во</b> <a name=z1></a><i>и</i>\n ещё</p>", "Слово и ещё\n"),
        ("<p>&nbsp;&nbsp; 1)&nbsp;срок&nbsp;</p>", "1)\u00a0срок\n"),
        ("<p>один;<br>&nbsp; 2) два<br/><br>3) три</p>", "один;\n      2) два\n      3) три\n"),
        ("<h3>Глава 1.<br>СРОК</h3>", "Глава 1.\nСРОК\n"),
        ("<div>один<div>два</div>три</div>", "один\n\nдва\n\nтри\n"),
        ("<p>Статья 14<sup>1</sup>. м<sup>бис</sup></p>", "Статья 14¹. мбис\n"),
        ("<p>не закрыт<p>тоже", "не закрыт\n\nтоже\n"),
        ("<p>1 &lt; 2 &amp; &laquo;да&raquo; &#1179;</p>", "1 < 2 & «да» қ\n"),
        ("<pre>  А   Б\n  1   2\n</pre>", "  А   Б\n  1   2\n"),
        ("<ol start=3><li>раз<li value=7>два<li>три</ol>", "3. раз\n\n7. два\n\n8. три\n"),
        ("<ol><li><p>раз</p><p>ещё</p><li></ol><p>два</p>", "1. раз\n\nещё\n\nдва\n"),
        ("<ul><li>раз</ul>", "раз\n"),
        ("<p>а<!-- нет -->б</p>", "аб\n"),
        (
            '<p class="note"><font color="red">Сноска. <a href="#">Законом</a>.</font></p>',
            "Сноска. Законом.\n",
        ),
        ("<form><p>Текст</p><input value=x><select><option>да</select></form>", "Текст\n"),
    ],
)
def test_blocks_and_inline(body: str, text: str) -> None:
    assert page(body).text == text


def test_a_table_is_one_block_of_rows() -> None:
    source = page(
        "<p>До</p><table><caption>Сроки</caption><thead><tr><th>№<th>Срок</thead>"
        "<tr><td>1<td><p>де<b>сять</b></p><p>дней<br>ровно</p><tr><td><td></table><p>После</p>"
    )
    assert source.text == "До\n\nСроки\n\n№\tСрок\n1\tдесять дней ровно\n\nПосле\n"
    assert [source.text[a:b] for a, b in source.tables] == ["№\tСрок\n1\tдесять дней ровно"]


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td><p>раз</p><p>два</p></table>",
        "<table><tr><td>раз<td><table><tr><td>два</table></table>",
    ],
)
def test_a_table_that_lays_out_a_page_is_no_table(table: str) -> None:
    source = page(table)
    assert (source.text, source.tables) == ("раз\n\nдва\n", ())


OFFICIAL = """
<div id="top"><ul><li><a>Главная</a></ul></div>
<div class="container_alpha slogan"><h1>О вымысле</h1><p>Закон от 1 января 2020 года № 1-I.</p>
<span class="status status_upd">Обновлённый</span></div>
<div class="container_gamma tabs"><a>Текст</a><a>История</a></div>
<div class="container_gamma text text_upd"><article><p>Статья 1</p>
<p style="display:none">тайна</p></article></div>
<div class="container_omega aftertext">Подвал</div><footer>Сайт</footer>
"""


def test_the_official_page_gives_title_and_text_alone() -> None:
    source = page(OFFICIAL, head="<title>x</title><style>p{}</style>")
    assert source.text == "О вымысле\n\nЗакон от 1 января 2020 года № 1-I.\n\nСтатья 1\n"
    assert any("1 hidden part" in warning and "1 footer" in warning for warning in source.warnings)
    assert source.warnings[-1] == "7 characters of the page outside the law's text were left out."


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<h1>Имя</h1><article><p>Статья длинная</p></article><nav>меню</nav>", "Имя\n\nСтатья длинная\n"),
        ("<article>тизер</article><p>Сам закон длиннее тизера</p>", "тизер\n\nСам закон длиннее тизера\n"),
        ("<header>шапка</header><p>Закон</p><aside>реклама</aside>", "Закон\n"),
        ('<div role="navigation">меню</div><p>Закон</p><script>x</script>', "Закон\n"),
    ],
)
def test_where_the_law_stands_on_other_pages(body: str, text: str) -> None:
    assert page(body).text == text


@pytest.mark.parametrize(
    ("codec", "declared", "law", "warned"),
    [
        ("utf-8", "utf-8", LAW_KK, False),
        ("cp1251", "windows-1251", LAW_RU, False),
        ("kz1048", "windows-1251", LAW_KK, True),
        ("kz1048", "kz1048", LAW_KK, False),
        ("utf-8", "windows-1251", LAW_KK, True),
        ("utf-16", "utf-8", LAW_KK, False),
        ("utf-8-sig", "utf-8", LAW_RU, False),
        ("cp1251", "", LAW_RU, False),
    ],
)
def test_encodings_of_pages(codec: str, declared: str, law: tuple[str, ...], warned: bool) -> None:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    text = f"<html><head>{meta}</head><body>" + "".join(f"<p>{p}</p>" for p in law)
    source = read_bytes(text.encode(codec), name="law.html")
    assert source.text == "\n\n".join(law) + "\n"
    assert source.encoding is None
    assert bool(source.warnings) is warned


def test_places_are_paragraphs() -> None:
    source = page("<p>раз</p><p></p><p>два</p>")
    place = source.place(source.text.index("два"))
    assert place is not None and (place.unit, place.number) == ("paragraph", 2)
