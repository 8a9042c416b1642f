"""What the law side tells the checks: acts counted, tables held against the act; nothing where it could not."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from aigaq.app.bill import open_record
from aigaq.app.law import Order, compare_laws, open_law, table_files
from aigaq.bill.checks import Finding, Verdict
from aigaq.law.amend import amend
from aigaq.law.drafting import read_act
from aigaq.law.read import read
from tests.bill.dossiers import TODAY, events, folder, papers
from tests.conftest import ROOT

LAWS = ROOT / "examples" / "public-libraries"
LAW, BILL = "law@2032-06.ru.txt", "bill@2032-10.ru.txt"
ADOPTED = events("v,adopted,2025-11-12,mazhilis,mazhilis-2")
ALL = (
    "law,law,,ru,," + LAW,
    "bill,bill-text,mazhilis-2,ru,," + BILL,
    "table,comparative-table,mazhilis-2,ru,,table.docx",
)


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a comparative table that tells every change that could be applied."""
    law = open_law(LAWS / LAW)
    amended = amend(read_act(read(LAWS / BILL)), law)
    made = table_files(compare_laws(law, amended.new), Order(formats=("docx",)))
    path = tmp_path_factory.mktemp("table") / "table.docx"
    path.write_bytes(next(iter(made.values())))
    return path


def findings(where: Path, table: Path, *rows: str) -> Iterator[Finding]:
    """Yield the findings on the completeness of the table, in a dossier with these papers."""
    (where / "documents").mkdir()
    for path in (LAWS / LAW, LAWS / BILL, table):
        shutil.copy(path, where / "documents" / path.name)
    record = open_record(folder(where, events=ADOPTED, documents=papers(*rows)), day=TODAY)
    yield from (each for each in record.findings if each.rule.check == "table-complete")


def test_a_table_that_tells_every_change_is_complete(tmp_path: Path, table: Path) -> None:
    (found,) = findings(tmp_path, table, *ALL)
    assert found.verdict is Verdict.COMPLIED, str(found.outcome.fact)
    assert {each.kind for each in found.outcome.evidence} == {"document", "law"}


def test_a_table_that_leaves_a_change_out_is_not(tmp_path: Path, table: Path) -> None:
    cut = tmp_path / "table.docx"
    made = docx.Document(str(table))
    grid = max(made.tables, key=lambda each: len(each.rows))
    grid._tbl.remove(grid.rows[-1]._tr)
    made.save(str(cut))
    (tmp_path / "d").mkdir()
    (found,) = findings(tmp_path / "d", cut, *ALL)
    assert found.verdict is Verdict.SHORT
    assert "it has faults: 1" in str(found.outcome.fact)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (ALL[1:], "the laws in force, are not in the dossier"),
        ((ALL[0], ALL[2]), "the bill of that stage"),
        ((*ALL[:2], "table,comparative-table,mazhilis-2,ru"), "the table itself is not in the dossier"),
        ((*ALL[:2], f"table,comparative-table,mazhilis-2,ru,,{LAW}"), "it is there, but"),
    ],
)
def test_a_table_that_cannot_be_held_against_the_act_is_neither(
    tmp_path: Path, table: Path, rows: tuple[str, ...], said: str
) -> None:
    (found,) = findings(tmp_path, table, *rows)
    assert found.verdict is Verdict.COULD_NOT_LOOK
    assert said in str(found.outcome.fact)


def test_a_bill_with_words_that_were_not_understood_is_not_counted(tmp_path: Path, table: Path) -> None:
    list(findings(tmp_path, table, *ALL))
    path = tmp_path / "documents" / BILL
    path.write_text(
        path.read_text(encoding="utf-8") + "\n\n9) пункт 3 статьи 2 как-нибудь улучшить.\n", encoding="utf-8"
    )
    record = open_record(tmp_path, day=TODAY)
    assert "bill" not in record.acts
    assert "not all of it was understood" in str(record.unread["bill"])


def test_a_table_is_not_complete_against_an_act_that_was_not_understood(tmp_path: Path, table: Path) -> None:
    list(findings(tmp_path, table, *ALL))
    path = tmp_path / "documents" / BILL
    path.write_text(
        path.read_text(encoding="utf-8") + "\n\n9) пункт 3 статьи 2 как-нибудь улучшить.\n", encoding="utf-8"
    )
    found = [each for each in open_record(tmp_path, day=TODAY).findings if each.rule.check == "table-complete"]
    assert [each.verdict for each in found] == [Verdict.COULD_NOT_LOOK]
    assert "not all of it was understood" in str(found[0].outcome.fact)
