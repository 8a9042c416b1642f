"""Who states title and date: the text, then the person, then a sidecar; never a file name."""

from __future__ import annotations

from pathlib import Path

import pytest

from aigaq.app.law import open_law
from aigaq.app.stated import Statement
from aigaq.errors import UnreadableInput, UsageError
from aigaq.law.structure import Stated

PLAIN = "Статья 1. Чтение\n\n      1. Книги читают.\n\n      2. Книги возвращают.\n"
TITLED = f"О чтении\n\n(с изменениями по состоянию на 01.02.2033)\n\nНастоящий Закон устанавливает чтение.\n\n{PLAIN}"
REPEALS = f"{PLAIN}\n      3. Признать утратившим силу Закон от 1 апреля 2027 года «О комнатах для чтения».\n"
NOTED = (
    f"{PLAIN}\n      Сноска. Статья 1 в редакции Закона РК от 12.05.2032 № 902-X (вводится в действие с 01.01.2033).\n"
)


def law(folder: Path, text: str, name: str = "education@2026-01.txt") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "said", "sidecar", "title", "edition"),
    [
        (PLAIN, Statement(), "", Stated(), Stated()),
        (REPEALS, Statement(), "", Stated(), Stated()),
        (NOTED, Statement(), "", Stated(), Stated()),
        (TITLED, Statement(), "", Stated("О чтении", "text"), Stated("2033-02-01", "text")),
        (TITLED, Statement("Иное", "2033-02-01"), "", Stated("О чтении", "text"), Stated("2033-02-01", "text")),
        (PLAIN, Statement("О чтении", "2033-02"), "", Stated("О чтении", "argument"), Stated("2033-02", "argument")),
        (PLAIN, Statement(), 'title = "Т"\ndate = 2033-02-01', Stated("Т", "sidecar"), Stated("2033-02-01", "sidecar")),
        (PLAIN, Statement("А"), 'title = "Т"', Stated("А", "argument"), Stated()),
    ],
)
def test_who_states_what(
    tmp_path: Path, text: str, said: Statement, sidecar: str, title: Stated, edition: Stated
) -> None:
    path = law(tmp_path, text)
    if sidecar:
        path.with_name(f"{path.name}.toml").write_text(sidecar, encoding="utf-8")
    tree = open_law(path, statement=said)
    assert (tree.title, tree.edition) == (title, edition)


def test_a_common_sidecar_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "law.toml").write_text(
        '[[edition]]\nfile = "b.txt"\ntitle = "Т"\ndate = 2033-02-01\n', encoding="utf-8"
    )
    assert open_law(law(tmp_path, PLAIN, "a.txt")).title == Stated()
    assert open_law(law(tmp_path, PLAIN, "b.txt")).title == Stated("Т", "sidecar")


def test_the_date_of_a_note_is_a_lower_bound_only(tmp_path: Path) -> None:
    tree = open_law(law(tmp_path, NOTED))
    assert str(tree.not_before) == "2032-05-12"
    assert open_law(law(tmp_path, NOTED), statement=Statement(edition="2031")).warnings[-1].startswith("the edition is")
    assert not open_law(law(tmp_path, NOTED), statement=Statement(edition="2032-05")).warnings


def test_a_contradiction_is_remarked(tmp_path: Path) -> None:
    tree = open_law(law(tmp_path, TITLED), statement=Statement("Об ином", "2033-03-01"))
    assert [warning for warning in tree.warnings if "was taken" in warning] == [
        "О чтении is stated by the text, Об ином by the argument; the first was taken",
        "2033-02-01 is stated by the text, 2033-03-01 by the argument; the first was taken",
    ]


@pytest.mark.parametrize("value", ["2026-13", "2026-02-30", "yesterday", "26-01-01", "2026-1-1", ""])
def test_a_date_is_a_date(tmp_path: Path, value: str) -> None:
    with pytest.raises(UsageError, match="is not a date") as raised:
        open_law(law(tmp_path, PLAIN), statement=Statement(edition=value))
    assert raised.value.code == "stated.date"


def test_a_sidecar_that_is_no_toml_is_refused(tmp_path: Path) -> None:
    path = law(tmp_path, PLAIN)
    path.with_name(f"{path.name}.toml").write_bytes(b"title = \xff")
    with pytest.raises(UnreadableInput, match=r"no readable TOML") as raised:
        open_law(path)
    assert raised.value.code == "stated.sidecar"
