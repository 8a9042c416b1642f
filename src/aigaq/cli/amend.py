"""``aigaq law apply``: what an amending act makes of the laws it names."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aigaq.app.day import day
from aigaq.app.formats import APPLIED
from aigaq.app.law import Order, Step, open_law, residue, watch_terms
from aigaq.app.save import save
from aigaq.app.stated import Statement
from aigaq.cli.language import _
from aigaq.cli.law import FILE, FOUND, LANGUAGES, TEXT_LANGUAGES, formats_of, language_of, law
from aigaq.cli.progress import progress
from aigaq.cli.summary import made
from aigaq.errors import UsageError

if TYPE_CHECKING:
    from aigaq.app.amend import Applied
    from aigaq.law.drafting import Act
    from aigaq.law.pair import Pairing
    from aigaq.law.structure import Tree

# What reads acts takes half a second to load, so it is imported inside the functions that need it.


@law.command(help=_("Apply one or more amending acts ACT to laws: consolidated text, table, and what is unresolved."))
@click.argument("acts", type=FILE, nargs=-1, required=True, metavar="ACT...")
@click.option("--to", "laws", multiple=True, metavar="LAW", help=_("A law in force: FILE, or TITLE=FILE."))
@click.option("--fragment", "fragments", multiple=True, metavar="TARGET=FILE", help=_("A unit of a law by itself."))
@click.option("--also", type=FILE, help=_("The same act in the other language: the two are held against each other."))
@click.option("--as-of", metavar="DATE", help=_("The text as of this day (2026-03-02); else with everything in force."))
@click.option("--published", metavar="DATE", help=_("Day of first official publication of the act."))
@click.option("--watch", multiple=True, metavar="TERM", help=_("Flag rows that hold TERM in any inflected form."))
@click.option("--lang", type=LANGUAGES, help=_("Language of headings and remarks; else that of the law."))
@click.option("--out", type=FILE, default=Path("amended"), help=_("Folder for the files [amended]."))
@click.option("--format", "formats", help=_("Formats, with commas between: {all}.").format(all=",".join(APPLIED)))
@click.option("--profile", default="kz", help=_("Form of the table [kz]."))
@click.option("--title", help=_("Title of the law, if the text does not state it."))
@click.option("--date", help=_("Edition date (2026-04-01), if the text does not state it."))
@click.option("--text-language", type=TEXT_LANGUAGES, help=_("Language of the texts, if it was misread."))
@click.option("--check", is_flag=True, help=_("Exit with 1 if anything is unresolved or not understood."))
@click.option("--json", "as_json_", is_flag=True, help=_("Print the JSON, write no files."))
@click.option("--quiet", is_flag=True, help=_("Show no progress and print nothing but errors."))
def apply(acts: tuple[Path, ...], **given: Any) -> None:
    """Apply acts to laws, or to units of a law."""
    if bool(given["laws"]) == bool(given["fragments"]):
        raise UsageError(
            "apply.nothing",
            "There is nothing to apply the act to, or both laws and fragments.",
            hint="Give the law with --to LAW, or a unit with --fragment TARGET=FILE.",
        )
    if given["fragments"]:
        _to_fragments(acts, given)
    else:
        _to_laws(acts, given)


def _to_laws(files: Sequence[Path], given: dict[str, Any]) -> None:
    from aigaq.app.amend import apply_acts, as_json, everything, open_act
    from aigaq.cli.applied import applied_summary
    from aigaq.law.amend import When
    from aigaq.law.pair import contradicted

    order = Order(
        formats=formats_of(given["formats"], APPLIED),
        language=language_of(given["lang"]),
        watch=given["watch"],
        profile=given["profile"],
    )
    watch_terms(order.watch)
    when = When(day(given["as_of"]), day(given["published"]))
    with progress(quiet=given["quiet"]) as step:
        acts = [open_act(path, in_language=language_of(given["text_language"]), step=step) for path in files]
        both = _pair(acts, given, step)
        laws = [open_named(named, given, step=step) for named in given["laws"]]
        refused = (contradicted(both, acts[0].language, dated=when.as_of is not None),) if both else ()
        applied = apply_acts(acts, laws, when=when, contradicted=refused, step=step)
        value = everything(acts, applied, pairing=both, when=when)
        step("write")
        paths = [] if given["as_json_"] else _written(applied, value, order, given)
    if given["as_json_"]:
        click.echo(as_json(value).decode(), nl=False)
    elif not given["quiet"]:
        click.echo(applied_summary(acts, applied, pair=both))
        click.echo(made(paths))
    if given["check"] and (any(found.unresolved for found in applied) or (both and both.contradictions)):
        raise SystemExit(FOUND)


def _pair(acts: Sequence[Act], given: dict[str, Any], step: Step) -> Pairing | None:
    from aigaq.app.amend import open_act
    from aigaq.law.pair import pair

    if given["also"] is None:
        return None
    if len(acts) > 1:
        raise UsageError(
            "apply.also",
            "Only one act can be held against its text in the other language.",
            hint="Apply the acts one at a time with --also.",
        )
    return pair(acts[0], open_act(given["also"], step=step))


def open_named(named: str, given: dict[str, Any], *, step: Step) -> Tree:
    """Open a law given as FILE or as TITLE=FILE."""
    title, sign, file = named.partition("=")
    path, title = (Path(named), given["title"]) if not sign or Path(named).exists() else (Path(file), title.strip())
    statement = Statement(title, given["date"])
    return open_law(path, statement=statement, in_language=language_of(given["text_language"]), step=step)


def _written(applied: Sequence[Applied], value: dict[str, object], order: Order, given: dict[str, Any]) -> list[Path]:
    """Write the files of every law; of several, each into a folder of its own."""
    from aigaq.app.amend import as_json, written

    out: Path = given["out"]
    words = residue([Path.cwd(), out])
    paths = []
    for at, found in enumerate(applied, 1):
        folder = out / str(at) if len(applied) > 1 else out
        paths += save(written(found, order, forbidden=words), folder)
    meant = [found.comparison.old.source.text for found in applied]
    meant += [step.act.source.text for step in applied[0].steps]
    return [*paths, *save({"amendment.json": as_json(value, forbidden=words, meant=meant)}, out)]


def _to_fragments(paths: Sequence[Path], given: dict[str, Any]) -> None:
    from aigaq.app.amend import as_json, open_act
    from aigaq.app.fragments import apply_to_fragments, open_fragment, results
    from aigaq.cli.applied import fragment_summary

    if len(paths) > 1:
        raise UsageError(
            "apply.fragments", "Only one act can be applied to fragments.", hint="Apply the acts one after the other."
        )
    with progress(quiet=given["quiet"]) as step:
        act = open_act(paths[0], in_language=language_of(given["text_language"]), step=step)
        fragments = [open_fragment(named) for named in given["fragments"]]
        step("apply")
        done = apply_to_fragments(act, fragments)
    if given["as_json_"]:
        click.echo(as_json(results(act, done)).decode(), nl=False)
    elif not given["quiet"]:
        click.echo(fragment_summary(act, done))
    unresolved = any(outcome.reason for found in done for outcome in found.outcomes)
    if given["check"] and (unresolved or act.accounting.unclaimed):
        raise SystemExit(FOUND)
