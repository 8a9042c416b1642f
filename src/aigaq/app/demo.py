"""The demo: the comparative table of a fictional law, in Russian and in Kazakh, made before your eyes."""

from __future__ import annotations

from pathlib import Path

from attrs import frozen

from aigaq.app.law import Order, Step, compare_laws, open_law, residue, table_files
from aigaq.app.save import save
from aigaq.errors import UnreadableInput
from aigaq.law.compare import Comparison
from aigaq.values import Language

OLD, NEW = "law@2032-06.{}.txt", "law@2033-02.{}.txt"
WATCH = {Language.RU: ("пропаганда", "ночное чтение"), Language.KK: ("насихат*", "түнгі оқу")}
DOSSIER = "public-libraries"


@frozen
class Shown:
    """One table of the demo: what was compared, and the files made."""

    comparison: Comparison
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
