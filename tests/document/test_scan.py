from __future__ import annotations

import re
import zipfile
from io import BytesIO

import docx
import pytest

from aigaq.document import FORMATS, scan, write
from aigaq.document.archive import pack, unpack
from aigaq.document.scrub import scrub
from aigaq.errors import Refused, UsageError
from tests.document.sample import document, row


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("an ordinary line / with a slash, 1/2 and 01.02.2033", []),
        ("</div><br/> https://example.org/home/page", []),
        ("in /home/aigerim/laws/law.txt", ["path"]),
        ("in C:\\Users\\Aigerim\\law.docx", ["path"]),
        ("\\\\server\\share\\law.docx", ["path"]),
        ("file:///law.html", ["path"]),
        ("<dc:creator>Aigerim</dc:creator>", ["property"]),
        ("<cp:lastModifiedBy>Aigerim</cp:lastModifiedBy>", ["property"]),
        ("<Application>Some Office</Application>", ["property"]),
        ("<dcterms:created xsi:type='x'>2026-01-01T00:00:00Z</dcterms:created>", ["property"]),
        ('<w:p w:rsidR="00AB12CD">', ["session"]),
        ('<meta name="author" content="Aigerim">', ["property"]),
        ("laptop-7 made it", ["forbidden"]),
        ("xlaptop-7y", []),
        ("<p class='laptop-7'>", ["forbidden"]),
        ("<style>laptop-7</style>", []),
    ],
)
def test_what_is_found(text: str, kinds: list[str]) -> None:
    for data in (text.encode(), pack({"part.xml": text.encode()})):
        assert [finding.kind for finding in scan(data, forbidden=["laptop-7"])] == kinds


def test_what_the_document_says_on_purpose_is_no_residue() -> None:
    assert scan(b"see /home/page by laptop-7", forbidden=["laptop-7"], meant=["/home/page by laptop-7"]) == ()


def test_times_of_members_are_found() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo("a.xml", (2026, 1, 2, 3, 4, 6)), b"x")
    assert [finding.kind for finding in scan(out.getvalue())] == ["time"]


def test_a_file_of_another_program_is_full_of_findings_and_scrubbed_clean() -> None:
    out = BytesIO()
    made = docx.Document()
    made.core_properties.author = "Aigerim"
    made.save(out)
    assert {finding.kind for finding in scan(out.getvalue())} >= {"property", "time"}
    clean = scrub(out.getvalue(), title="T", language="ru-RU")
    assert {finding.kind for finding in scan(clean)} <= {"session"}
    assert b"<dc:title>T</dc:title>" in unpack(clean)["docProps/core.xml"]


@pytest.mark.parametrize("format", FORMATS)
def test_same_document_same_bytes(format: str) -> None:
    assert write(document(), format) == write(document(), format)


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_states_no_year_no_program_no_path(format: str) -> None:
    data = write(document(), format)
    assert scan(data, meant=[]) == ()
    members = unpack(data).values() if data.startswith(b"PK") else [data]
    text = b"\n".join(members).decode()
    assert not re.search(r"20[2-9]\d-\d\d-\d\dT|Microsoft (?:Excel|Word|Office)|xlsxwriter|python", text, re.IGNORECASE)


@pytest.mark.parametrize("format", FORMATS)
def test_what_should_not_be_there_is_refused(format: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"aigaq.document.{format}.write", lambda _: b"saved by laptop-7")
    with pytest.raises(Refused, match="forbidden") as caught:
        write(document(), format, forbidden=["laptop-7"])
    assert caught.value.code == "document.residue"
    assert "laptop-7" not in str(caught.value)


def test_words_of_the_document_are_not_refused() -> None:
    assert write(document(row(1, "laptop-7 stands in the law, in /home/page")), "html", forbidden=["laptop-7"])


def test_an_unknown_format_is_named() -> None:
    with pytest.raises(UsageError, match="odt"):
        write(document(), "odt")
