"""A page as people see it: nothing is thrown away in silence, and hostile pages cost little."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aigaq.bill.watch.link import Link, resolve, same_host, shows_document
from aigaq.bill.watch.page import Page, read_page
from aigaq.errors import UnreadableInput

HERE = "https://parlam.example/bills/123"


def read(body: str, **options: object) -> Page:
    return read_page(f"<html><body>{body}</body></html>".encode(), address=HERE, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("body", "text", "aside"),
    [
        ("<p>Один\n  два</p><p>три</p>", "Один два\nтри", ""),
        ("Один<br>два", "Один\nдва", ""),
        ("О<b>ди</b>н <!-- нет --><span>два</span>", "Один два", ""),
        ("<table><tr><td>а<td>б</table>", "а\nб", ""),
        ("<script>var a = 1</script><style>p {}</style><p>слово</p>", "слово", ""),
        ("<template><p>нет</p></template><p>слово</p>", "слово", ""),
        ("<nav>Меню</nav><p>слово</p><footer>Внизу</footer>", "слово", "Меню\nВнизу"),
        ('<p>слово</p><p style="display: none">тайно</p><p hidden>и это</p>', "слово", "тайно\nи это"),
        ("<article><header>Заголовок</header>слово</article>", "Заголовок\nслово", ""),
        ("<header>Всё</header>", "Всё", ""),
        ("<p>&laquo;А&raquo; &lt;b&gt; &#1076;</p>", "«А» <b> д", ""),
        ("", "", ""),
    ],
)
def test_words(body: str, text: str, aside: str) -> None:
    page = read(body)
    assert (page.text, page.aside) == (text, aside)


def test_title_and_links() -> None:
    page = read_page(
        """<title> Досье
        № 123 </title><ul><li>12.11.2025 <a href="table.pdf">Сравнительная <b>таблица</b></a>
        <li><a href="/get/5">Записка (DOCX, 20 Кб)</a> <a href="table.pdf">скачать</a>
        <li><a href="/news">Новости</a> <a href="mailto:a@b.example">почта</a> <a href="javascript:x()">x</a></ul>
        <nav><a href="/files/old.rtf">Старое</a></nav><iframe src="/view.pdf"></iframe>""".encode(),
        address=HERE,
    )
    assert page.title == "Досье № 123"
    assert page.links == (
        Link(
            f"{HERE.rpartition('/')[0]}/table.pdf",
            "Сравнительная таблица / скачать",
            "12.11.2025 Сравнительная таблица",
            True,
        ),
        Link("https://parlam.example/get/5", "Записка (DOCX, 20 Кб)", "Записка (DOCX, 20 Кб) скачать", True),
        Link("https://parlam.example/news", "Новости", "Новости почта x", False),
        Link("https://parlam.example/files/old.rtf", "Старое", "", True, False),
        Link("https://parlam.example/view.pdf", "", "", True),
    )
    assert page.unlinked == "12.11.2025\nпочта x"


def test_a_base_moves_the_links() -> None:
    page = read_page(b'<base href="/files/"><a href="a.pdf">a</a>', address=HERE)
    assert [link.address for link in page.links] == ["https://parlam.example/files/a.pdf"]


def test_a_part_can_be_selected_and_parts_left_out() -> None:
    body = '<div class="m">a <i>1</i><div class="m">b</div></div><p>c</p><div class="m">d<a href="x.pdf">e</a></div>'
    page = read(body, select=".m", ignore=["i"])
    assert (page.text, [link.text for link in page.links]) == ("a\nb\nde", ["e"])
    assert read(body, select=".n").selected is False
    assert read(body, ignore=["div"]).text == "c"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<div>" * 100_000 + b"a", "read.too-deep"),
        (b"<p " + b"a " * 5_000 + b">a", "read.too-complex"),
        (b"<p>a\x00b" * 10, "read.binary"),
    ],
)
def test_a_hostile_page_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableInput) as raised:
        read_page(b"<html>" + data, address=HERE)
    assert raised.value.code == code


@given(st.text(alphabet="<>/apdivhref=\"' \nб", max_size=200))
def test_whatever_stands_there_is_read(text: str) -> None:
    page = read_page(b"<html><body>" + text.encode() + b"</body></html>", address=HERE)
    assert "\n\n" not in page.text


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("a.pdf", "https://parlam.example/bills/a.pdf"),
        ("?page=2#top", "https://parlam.example/bills/123?page=2"),
        ("//other.example/x", "https://other.example/x"),
        ("java\nscript:alert()", ""),
        ("data:text/html,x", ""),
        ("http://[::1", ""),
        ("http:///nothing", ""),
        (" мой файл.pdf\n", "https://parlam.example/bills/%D0%BC%D0%BE%D0%B9%20%D1%84%D0%B0%D0%B9%D0%BB.pdf"),
        ("https://name:word@parlam.example/a.pdf", ""),
        ("", HERE),
    ],
)
def test_addresses(target: str, address: str) -> None:
    assert resolve(HERE, target) == address


@pytest.mark.parametrize(
    ("address", "text", "document"),
    [
        ("https://a.example/a.PDF", "", True),
        ("https://a.example/a.pdf?download=1", "", True),
        ("https://a.example/get?name=a%2Fb.docx&x=1", "", True),
        ("https://a.example/b.html", "", False),
        ("https://a.example/pdf", "", False),
        ("https://a.example/7", "Проект (pdf, 1,2 МБ)", True),
        ("https://a.example/7", "Проект.docx", True),
        ("https://a.example/7", "О формате PDF", False),
        ("https://a.example/7", "Проект (новый)", False),
    ],
)
def test_what_shows_a_document(address: str, text: str, document: bool) -> None:
    assert shows_document(address, text=text) is document


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://parlam.example/a", "http://WWW.parlam.example:8080/b", True),
        ("https://parlam.example/", "https://parlam.example.evil.example/", False),
        ("https://parlam.example/", "https://files.parlam.example/", False),
        ("", "", False),
    ],
)
def test_hosts(one: str, other: str, same: bool) -> None:
    assert same_host(one, other) is same
