"""The demo: a fictional law compared and amended in both languages, and the public course of a real bill judged."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from attrs import frozen

from aigaq.app.amend import Applied as AppliedAct
from aigaq.app.amend import apply_acts, as_json, everything, open_act, written
from aigaq.app.bill import open_record, sheet_files, timeline_files
from aigaq.app.formats import APPLIED
from aigaq.app.law import Order, Step, compare_laws, open_law, residue, table_files
from aigaq.app.save import save
from aigaq.bill.record import Record
from aigaq.errors import UnreadableInput
from aigaq.law.compare import Comparison
from aigaq.law.drafting import Act
from aigaq.law.pair import Pairing, contradicted, pair
from aigaq.values import Language

OLD, NEW, BILL = "law@2032-06.{}.txt", "law@2033-02.{}.txt", "bill@2032-10.{}.txt"
WATCH = {Language.RU: ("пропаганда", "ночное чтение"), Language.KK: ("насихат*", "түнгі оқу")}
DOSSIER = "public-libraries"
RECORD, DAY = "kz-2025-archives-bill", date(2026, 4, 1)
"""The record of a real bill, and the day on which it is judged."""


@frozen
class Shown:
    """One table of the demo: what was compared, and the files made."""

    comparison: Comparison
    paths: tuple[Path, ...]


@frozen
class Applied:
    """One bill of the demo: what it does, what its two languages say differently, and the files made."""

    act: Act
    applied: AppliedAct
    pairing: Pairing
    paths: tuple[Path, ...]


@frozen
class Judged:
    """The record of the demo as it is judged, and the files made."""

    record: Record
    paths: tuple[Path, ...]


def examples(start: Path) -> Path:
    """Return the folder of examples: ``start/examples``, or the one beside the installed source.

    Raises:
        UnreadableInput: There is none.
    """
    beside = Path(__file__).resolve().parents[3]
    for folder in (start, beside):
        if (folder / "examples" / DOSSIER).is_dir():
            return folder / "examples"
    raise UnreadableInput(
        "demo.missing",
        "The folder examples/{dossier} is not here.",
        hint="Run the demo inside a clone of the project: make demo",
        dossier=DOSSIER,
    )


def demo(folder: Path, out: Path, *, step: Step) -> list[Shown]:
    """Make the tables of the fictional law and return what was made.

    Args:
        folder: The folder of examples.
        out: Where the files go, one folder a language.
        step: Told of each step.
    """
    shown = []
    for language, words in WATCH.items():
        old, new = (open_law(folder / DOSSIER / name.format(language), step=step) for name in (OLD, NEW))
        comparison = compare_laws(old, new, step=step)
        step("write")
        made = table_files(comparison, Order(watch=words), forbidden=residue([folder, out]))
        shown.append(Shown(comparison, tuple(save(made, out / language.value))))
    return shown


def apply_bill(folder: Path, out: Path, *, step: Step) -> list[Applied]:
    """Apply the fictional bill to the old edition, in either language, held against the other; see `demo`."""
    acts = {language: open_act(folder / DOSSIER / BILL.format(language), step=step) for language in WATCH}
    pairing = pair(*acts.values())
    done = []
    for language, act in acts.items():
        law = open_law(folder / DOSSIER / OLD.format(language), step=step)
        (applied,) = apply_acts([act], [law], contradicted=(contradicted(pairing, language),), step=step)
        step("write")
        words = residue([folder, out])
        made = dict(written(applied, Order(formats=APPLIED, watch=WATCH[language]), forbidden=words))
        made["amendment.json"] = as_json(everything([act], [applied], pairing=pairing))
        done.append(Applied(act, applied, pairing, tuple(save(made, out / language.value / "bill"))))
    return done


def judge_bill(folder: Path, out: Path, *, step: Step) -> Judged:
    """Judge the course of a real bill and show what happened when, in every language; see `demo`."""
    record = open_record(folder / RECORD, day=DAY, step=step)
    step("write")
    words = residue([folder, out])
    paths: list[Path] = []
    for language in Language:
        made = dict(sheet_files(record, formats=("docx", "html"), language=language, forbidden=words))
        made |= timeline_files(record, formats=("docx", "html", "svg"), language=language, forbidden=words)
        paths += save(made, out / "record" / language.value)
    return Judged(record, tuple(paths))
