"""What is read again is what was captured, or an error."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve

from aigaq.errors import IntegrityFailure
from aigaq.evidence.capture import Capture, Terms, Warc, content, fetch
from tests.parliament import Parliament, zipped


@pytest.fixture
def made(parliament: Parliament, dossier: Path, terms: Terms) -> Capture:
    parliament.script("/x", zipped(b"<html>one</html>"))
    return fetch(parliament.url("/x"), dossier, terms=terms)


def test_it_comes_back(made: Capture, dossier: Path) -> None:
    assert content(dossier, made) == b"<html>one</html>"


def code(dossier: Path, capture: Capture) -> str:
    with pytest.raises(IntegrityFailure) as failed:
        content(dossier, capture)
    return failed.value.code


def test_any_byte_that_changed_is_noticed(made: Capture, dossier: Path) -> None:
    assert made.warc
    file = dossier / made.warc.file
    whole = file.read_bytes()
    for at in range(0, len(whole), 97):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert code(dossier, made) == "capture.changed"
    for wrong in (whole[:-1], whole + b"\0", b""):
        file.write_bytes(wrong)
        assert code(dossier, made) == "capture.changed"
    file.unlink()
    assert code(dossier, made) == "capture.lost"


@pytest.mark.parametrize(
    "file",
    ["../x.warc.gz", "captures/../../x", "/etc/passwd", "captures//x", "captures\\x", "log/keys", "captures/./x"],
)
def test_an_entry_that_leads_out_of_the_dossier_leads_nowhere(made: Capture, dossier: Path, file: str) -> None:
    assert made.warc
    assert code(dossier, evolve(made, warc=Warc(file, made.warc.sha256, made.warc.bytes))) == "capture.changed"


@pytest.mark.parametrize("values", [{"sha256": "0" * 64}, {"bytes": 3}, {"bytes": 99}])
def test_an_entry_that_says_otherwise_is_noticed(made: Capture, dossier: Path, values: dict[str, object]) -> None:
    assert code(dossier, evolve(made, **values)) == "capture.changed"  # type: ignore[arg-type]


def test_another_capture_in_its_place_is_noticed(
    made: Capture, parliament: Parliament, dossier: Path, terms: Terms
) -> None:
    parliament.script("/x", zipped(b"<html>two</html>"))
    other = fetch(parliament.url("/x"), dossier, terms=terms)
    assert made.warc
    assert other.warc
    assert code(dossier, evolve(made, warc=other.warc)) == "capture.changed"
    (dossier / made.warc.file).write_bytes((dossier / other.warc.file).read_bytes())
    assert code(dossier, made) == "capture.changed"
