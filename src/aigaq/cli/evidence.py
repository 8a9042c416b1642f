"""``aigaq evidence``: verify a dossier, keep its head elsewhere, have it stamped, hand a part of it to others."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aigaq.app.save import save
from aigaq.cli.language import _
from aigaq.cli.law import FILE, FOUND
from aigaq.cli.main import main
from aigaq.cli.progress import counting
from aigaq.errors import IntegrityFailure, UsageError
from aigaq.locale import say

if TYPE_CHECKING:
    from aigaq.evidence.stamp import Kept, Stamp
    from aigaq.evidence.verify import Finding, Verified
    from aigaq.values import Message

DOSSIER = click.argument("dossier", type=click.Path(path_type=Path, file_okay=False))
AS_JSON = click.option("--json", "as_json", is_flag=True, help=_("Print everything as JSON."))
MOST = 200
"""Findings shown; --json has all of them."""


@main.group(help=_("Proof of what was held when: verify it, have it stamped, hand it on."))
def evidence() -> None:
    """Hold the commands on proof together."""


@evidence.command(help=_("Compute everything in DOSSIER again, and say what is proven and what is not."))
@DOSSIER
@click.option("--kept", type=FILE, multiple=True, help=_("A head of the log that somebody kept elsewhere."))
@click.option("--authority", type=FILE, multiple=True, help=_("Root certificate that you got from the authority."))
@AS_JSON
@click.option("--quiet", is_flag=True, help=_("Show no progress."))
def verify(dossier: Path, kept: tuple[Path, ...], authority: tuple[Path, ...], *, as_json: bool, quiet: bool) -> None:
    """Verify a dossier; damage and contradiction end with exit code 5, what was only added with 1."""
    from aigaq.app.evidence import verified_data, verify_dossier
    from aigaq.evidence.verify import Verdict

    with counting(quiet=quiet) as step:
        verified = verify_dossier(dossier, kept=kept, authorities=authority, progress=step)
    if as_json:
        click.echo(json.dumps(verified_data(verified), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_verified(verified)))
    if verified.verdict in {Verdict.DAMAGED, Verdict.CONTRADICTS}:
        raise SystemExit(IntegrityFailure.exit_code)
    if verified.findings:
        raise SystemExit(FOUND)


def _verified(verified: Verified) -> Iterator[str]:
    """Yield the verdict, every finding with its file, the stamps, what is proven and what is not."""
    from aigaq.evidence.verify import conditional, not_proven, proven

    yield _printable(say(verified.sentence, _))
    yield from map(_found, verified.findings[:MOST])
    if len(verified.findings) > MOST:
        yield _("and more (--json lists all)")
    yield from (f"{_('warning')}: {_found(warning)}" for warning in verified.warnings[:MOST])
    for head in (*verified.heads, *verified.against):
        yield _printable(_("head {size}: {said}").format(size=head.size, said=say(head.message, _)))
    yield from (_printable(_stamp(anchor.kept, anchor.stamp)) for anchor in verified.anchors)
    yield from _section(_("PROVEN"), proven(verified))
    yield from _section(_("PROVEN ON ONE CONDITION"), conditional(verified))
    yield from _section(_("NOT PROVEN"), not_proven(verified))


def _found(finding: Finding) -> str:
    return f"{_printable(finding.file)}: {_printable(say(finding.message, _))} [{finding.kind}]"


def _printable(text: str) -> str:
    """Return a text without signs that would steer a terminal; names of files may hold any."""
    return "".join(sign if sign.isprintable() else "?" for sign in text)


def _section(heading: str, lines: Iterable[Message]) -> Iterator[str]:
    said = [f"- {_printable(say(line, _))}" for line in lines]
    yield from [heading, *said] if said else []


def _stamp(kept: Kept, stamp: Stamp) -> str:
    from aigaq.evidence.verify.verified import TIME

    return _("stamp {file}: {size} entries, no later than {time}, by {authority} (signature judged by {judge})").format(
        file=f"log/{kept.file}",
        size=kept.size,
        time=stamp.latest.strftime(TIME),
        authority=stamp.authority,
        judge=stamp.judge,
    )


@evidence.command(help=_("Print the head of the log of DOSSIER, for somebody else to keep."))
@DOSSIER
@AS_JSON
def head(dossier: Path, *, as_json: bool) -> None:
    """Print the head of the log."""
    from aigaq.app.evidence import head as head_of
    from aigaq.app.evidence import head_data

    if as_json:
        click.echo(json.dumps(head_data(dossier), ensure_ascii=False, indent=2))
    else:
        click.echo(head_of(dossier).decode(), nl=False)


@evidence.command(help=_("Have the head of the log of DOSSIER stamped by a time stamping authority (RFC 3161)."))
@DOSSIER
@click.option("--request", type=FILE, help=_("Write a request into this file, to be sent by hand."))
@click.option("--response", type=FILE, help=_("Check this response, and keep it."))
@click.option("--url", help=_("Ask the authority at this URL; needs --online."))
@click.option("--name", default="", help=_("Short name for the authority, in small Latin letters."))
@click.option("--authority", type=FILE, help=_("Its root certificate; needed the first time."))
@click.option("--online", is_flag=True, help=_("Go online: the authority will see the address of this machine."))
@click.option("--proxy", default="", metavar="URL", help=_("The way to it: socks5://127.0.0.1:9050 for Tor."))
@AS_JSON
def stamp(dossier: Path, **given: Any) -> None:
    """Make a request, or keep a response, from a file or from the network."""
    from aigaq.app.evidence import ask_stamp, keep_stamp, read_small, stamped_data

    _check_stamp(given)
    if given["request"]:
        path: Path = given["request"]
        save({path.name: ask_stamp(dossier)}, path.parent)
        said = {"schema": "aigaq/stamp-request", "version": 1, "file": path.name}
        click.echo(json.dumps(said, ensure_ascii=False, indent=2) if given["as_json"] else path)
        return
    response = read_small(given["response"]) if given["response"] else _fetch(dossier, given)
    kept, made = keep_stamp(dossier, response, name=given["name"], authority=given["authority"])
    if given["as_json"]:
        click.echo(json.dumps(stamped_data(kept, made), ensure_ascii=False, indent=2))
    else:
        click.echo(_printable(_stamp(kept, made)))


def _check_stamp(given: dict[str, Any]) -> None:
    ways = [name for name in ("request", "response", "url") if given[name]]
    if len(ways) != 1:
        raise UsageError(
            "stamp.way",
            "Give one of --request, --response and --url.",
            hint="--request FILE writes a request; --response FILE keeps the answer; --url URL does both online.",
        )
    if ways != ["request"] and not given["name"]:
        raise UsageError(
            "stamp.nameless",
            "The authority has no name.",
            hint="Give it a short one with --name, such as --name example.",
        )


def _fetch(dossier: Path, given: dict[str, Any]) -> bytes:
    from aigaq.app.evidence import fetch_stamp
    from aigaq.app.register import read_settings
    from aigaq.evidence.capture import Terms

    settings = read_settings(dossier)
    settings.check_online(given["online"])
    return fetch_stamp(dossier, given["url"], terms=settings.terms(Terms(proxy=given["proxy"])))


@evidence.command(help=_("Write captures of DOSSIER with all their proof into one file for a third party."))
@DOSSIER
@click.argument("entries", nargs=-1, required=True, metavar="ENTRY...")
@click.option("--out", type=FILE, required=True, help=_("The ZIP archive to write."))
@AS_JSON
def bundle(dossier: Path, entries: tuple[str, ...], out: Path, *, as_json: bool) -> None:
    """Write a bundle."""
    from aigaq.app.evidence import bundle as bundle_of
    from aigaq.app.evidence import bundled_data

    made = bundle_of(dossier, entries, path=out)
    if as_json:
        click.echo(json.dumps(bundled_data(made, out.name), ensure_ascii=False, indent=2))
        return
    click.echo(
        _.plural("{n} file packed into {file}", "{n} files packed into {file}", len(made.files)).format(
            n=len(made.files), file=out
        )
    )
    click.echo(_("SHA-256 of its verify.py: {hash}").format(hash=made.script))
    if not made.stamps:
        click.echo(f"{_('warning')}: {_('no stamp covers these entries, so nothing in it shows when they were made')}")
