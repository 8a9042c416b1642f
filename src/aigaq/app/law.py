"""What a person does with laws: parse one, compare two, make the table, write it down."""

from __future__ import annotations

import getpass
import platform
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

from attrs import evolve, frozen

from aigaq.app.stated import Statement, state
from aigaq.errors import IntegrityFailure
from aigaq.law.compare import Comparison, compare
from aigaq.law.read import read
from aigaq.law.structure import Tree, parse
from aigaq.law.table import FORMATS, files
from aigaq.profiles import profile
from aigaq.text.fold import QUOTES
from aigaq.text.watch import WatchTerm, watch_term
from aigaq.values import Language, Message

VERSION = version("aigaq")

Step = Callable[[str], None]
"""Told the name of each step as it begins: ``read``, ``parse``, ``act``, ``apply``, ``compare``, ``write``."""


def quietly(step: str) -> None:
    """Show no step."""
    del step


@frozen
class Order:
    """What kind of table is wanted.

    Args:
        formats: Formats of the files.
        language: Language of headings and remarks; that of the law when None.
        watch: Terms to watch for, as typed.
        profile: Name of the profile that gives the table its form.
    """

    formats: tuple[str, ...] = FORMATS
    language: Language | None = None
    watch: tuple[str, ...] = ()
    profile: str = "kz"


def open_law(
    path: Path,
    *,
    statement: Statement | None = None,
    in_language: Language | None = None,
    step: Step = quietly,
) -> Tree:
    """Return the unit tree of the law in a file, with title and edition date from whoever states them.

    Args:
        path: The file.
        statement: What the person says about it; the text itself and a sidecar are asked as well.
        in_language: Language of the text; read off its letters when None.
        step: Told of each step.

    Raises:
        UnreadableInput: The file, or its sidecar, cannot be read.
    """
    step("read")
    source = read(path)
    step("parse")
    return state(parse(source, in_language=in_language), path, said=statement or Statement())


def compare_laws(old: Tree, new: Tree, *, step: Step = quietly) -> Comparison:
    """Return the proved comparison of two editions, with remarks for a person who may have given the wrong files.

    Raises:
        Refused: They cannot be compared.
        IntegrityFailure: The proof does not hold, so there is no comparison to show.
    """
    comparison = proved(old, new, step=step)
    remarks = _remarks(comparison)
    new_tree = evolve(comparison.new, warnings=(*remarks, *comparison.new.warnings))
    return evolve(comparison, new=new_tree) if remarks else comparison


def proved(old: Tree, new: Tree, *, step: Step = quietly) -> Comparison:
    """Return the comparison of two texts; see `compare_laws`."""
    step("compare")
    comparison = compare(old, new)
    if not comparison.proof.holds:
        raise IntegrityFailure(
            "compare.proof",
            "Old text + changes is not the new text: {where}.",
            hint="Nothing was written. Please report this with both files, if they are public.",
            where=comparison.proof.first_difference,
        )
    return comparison


def _remarks(comparison: Comparison) -> list[Message]:
    """Return what a person should know who may have given the wrong files."""
    old, new, proof = comparison.old, comparison.new, comparison.proof
    remarks = []
    if old.source.sha256 == new.source.sha256:
        remarks.append(Message("both files are the same"))
    if proof.unchanged_share < _UNRELATED:
        text = (
            "almost nothing is the same ({unchanged} of {units} units): two different laws, or a file that was misread"
        )
        remarks.append(Message(text, unchanged=proof.unchanged, units=proof.units))
    dates = [tree.edition.value or str(tree.not_before or "") for tree in (old, new)]
    if all(dates) and dates[1] < dates[0][: len(dates[1])]:
        text = "the old text is newer ({old}) than the new one ({new}): the files may have changed places"
        remarks.append(Message(text, old=dates[0], new=dates[1]))
    return remarks


_UNRELATED = 0.2
"""Two editions of one law share more than this."""


def table_files(comparison: Comparison, order: Order, *, forbidden: Iterable[str] = ()) -> Mapping[str, bytes]:
    """Return the files of the comparative table, by name.

    Args:
        comparison: What was found.
        order: What kind of table is wanted.
        forbidden: Words that must not stand in a file unless the texts hold them.
    """
    return files(
        comparison,
        formats=order.formats,
        profile=profile(order.profile),
        language=order.language or comparison.new.language,
        version=VERSION,
        watch=watch_terms(order.watch),
        forbidden=forbidden,
    )


def watch_terms(words: Iterable[str]) -> tuple[WatchTerm, ...]:
    """Return the terms to watch for, without quotation marks around them; each is sought in both languages.

    Raises:
        UsageError: A term holds no word.
    """
    return tuple(watch_term(word.strip(QUOTES + '" ') or word) for word in words)


def residue(folders: Sequence[Path]) -> tuple[str, ...]:
    """Return what of this machine must not be found in a finished file: its folders, and its distinctive names.

    A name that is a plain word («search») is left out: it cannot be told from the words of the page.
    """
    names = {platform.node(), _user()} - {""}
    paths = {str(folder.resolve()) for folder in folders} | {str(Path.home())}
    return tuple(sorted({name for name in names if not name.isalpha()} | {path for path in paths if len(path) > 1}))


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""
