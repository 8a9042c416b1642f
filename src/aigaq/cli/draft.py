"""``aigaq law draft``: the amending act that makes one edition of a law out of another."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aigaq.app.law import open_law, residue
from aigaq.app.save import save
from aigaq.app.stated import Statement
from aigaq.cli.language import _
from aigaq.cli.law import FILE, FOUND, TEXT_LANGUAGES, language_of, law
from aigaq.cli.progress import progress
from aigaq.cli.summary import made
from aigaq.document.write import checked
from aigaq.values import translated

if TYPE_CHECKING:
    from aigaq.law.draft import Draft


@law.command(help=_("Draft the amending act that makes NEW of OLD, and prove it by applying it."))
@click.argument("old", type=FILE)
@click.argument("new", type=FILE)
@click.option("--out", type=FILE, help=_("File for the act; else it is printed."))
@click.option("--in-force", metavar="RULE", default="", help=_("When the act enters into force, in its own words."))
@click.option("--title", help=_("Title of the law, if the texts do not state it."))
@click.option("--text-language", type=TEXT_LANGUAGES, help=_("Language of the texts, if it was misread."))
@click.option("--check", is_flag=True, help=_("Exit with 1 if the act does not make everything of the new edition."))
@click.option("--json", "as_json", is_flag=True, help=_("Print the JSON, write no files."))
@click.option("--quiet", is_flag=True, help=_("Show no progress and print nothing but errors."))
def draft(old: Path, new: Path, **given: Any) -> None:
    """Draft an act from two editions."""
    from aigaq.app.draft import as_data, draft_act

    spoken = language_of(given["text_language"])
    with progress(quiet=given["quiet"]) as step:
        trees = [
            open_law(path, statement=Statement(given["title"]), in_language=spoken, step=step) for path in (old, new)
        ]
        done = draft_act(trees[0], trees[1], rule=given["in_force"], step=step)
        words = residue([Path.cwd(), old.parent, new.parent])
        text = checked(done.text.encode(), format="txt", forbidden=words, meant=[tree.source.text for tree in trees])
        out: Path | None = None if given["as_json"] else given["out"]
        paths = save({out.name: text}, out.parent) if out else []
    if given["as_json"]:
        click.echo(json.dumps(as_data(done, trees[0], new=trees[1]), ensure_ascii=False, indent=2))
    else:
        if not out:
            click.echo(done.text, nl=False)
        if not given["quiet"]:
            click.echo(_summary(done), err=not out)
            if paths:
                click.echo(made(paths))
    if given["check"] and not done.exact:
        raise SystemExit(FOUND)


def _summary(done: Draft) -> str:
    """Return what the act covers, and what it does not."""
    from aigaq.law.draft.words import cause_words

    n = sum(len(item.wishes) for item in done.items)
    lines = [_.plural("{n} instruction", "{n} instructions", n).format(n=n)]
    total = len(done.changes)
    lines.append(_.plural("{n} change", "{n} changes", total).format(n=total))
    if done.exact:
        lines.append(_("proof: the act, read again and applied to the old edition, gives the new one exactly"))
    for refusal in done.refused:
        lines.append(f"{_('not drafted')}: {refusal.label}: {cause_words(refusal, _)}")
    for change in done.left:
        lines.append(f"{_('left as it was')}: {change.label}")
    lines += [f"{_('warning')}: {translated(remark, _)}" for remark in done.remarks]
    return "\n".join(lines)
