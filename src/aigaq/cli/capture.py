"""``aigaq bill capture`` and ``aigaq bill pack``: keep what pages and files say, and hand it on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aigaq.cli.bill import DOSSIER, bill
from aigaq.cli.language import _
from aigaq.cli.law import FILE, FOUND
from aigaq.cli.main import complain
from aigaq.locale import number
from aigaq.values import translated

if TYPE_CHECKING:
    from aigaq.app.capture import Failed
    from aigaq.app.register import Captured, Register, Settings
    from aigaq.evidence.capture import Capture, Terms

HASH = 12
"""Digits of a hash that are shown; the log has all of them."""


@bill.command(help=_("Keep what each TARGET, a URL or a saved file, says now; it goes into the log of the dossier."))
@click.argument("targets", nargs=-1, required=True, metavar="TARGET...")
@DOSSIER
@click.option("--online", is_flag=True, help=_("Fetch the URLs: the servers will see the address of this machine."))
@click.option("--proxy", default="", metavar="URL", help=_("The way to the servers: socks5://127.0.0.1:9050 for Tor."))
@click.option("--max-bytes", type=click.IntRange(min=1), help=_("Most bytes of one look that are kept [67108864]."))
@click.option("--timeout", type=click.FloatRange(min=0.1), help=_("Most seconds for one look [300]."))
@click.option("--json", "as_json", is_flag=True, help=_("Print everything as JSON."))
def capture(targets: tuple[str, ...], dossier: Path, **given: Any) -> None:
    """Capture each target; a target that cannot be captured ends with its exit code, a look that failed with 1."""
    from aigaq.app.capture import check_targets
    from aigaq.app.register import read_settings
    from aigaq.evidence.capture import Look, look

    settings = read_settings(dossier)
    terms = _terms(settings, given)
    failed = check_targets(targets, settings=settings, online=given["online"])
    if len(targets) == len(failed) == 1:
        raise failed[0].fault
    made = _capture(targets, dossier, settings, terms, failed=failed, as_json=given["as_json"])
    if failed:
        _tell_failed(failed, of=len(targets), made=len(made))
        raise SystemExit(max(each.fault.exit_code for each in failed))
    if any(look(each.capture) is Look.COULD_NOT_LOOK for each in made):
        raise SystemExit(FOUND)


@bill.command(help=_("Pack the captures of the dossier into FILE (WACZ), which a web archive viewer shows."))
@click.argument("file", type=FILE)
@DOSSIER
@click.option("--entries", metavar="NUMBERS", help=_("Pack only these entries of the log: 3,5-9."))
@click.option("--json", "as_json", is_flag=True, help=_("Print everything as JSON."))
def pack(file: Path, dossier: Path, entries: str | None, *, as_json: bool) -> None:
    """Pack captures into a WACZ file."""
    from aigaq.app.capture import entry_numbers, pack_captures, packed_data
    from aigaq.app.register import read_settings

    settings = read_settings(dossier)
    packed = pack_captures(dossier, file, numbers=entry_numbers(entries) if entries else ())
    if as_json:
        click.echo(json.dumps(packed_data(settings, packed), ensure_ascii=False, indent=2))
        return
    words = _.plural("{n} capture packed into {file}", "{n} captures packed into {file}", packed.files)
    click.echo(words.format(n=number(packed.files, _.language), file=file))


def _terms(settings: Settings, given: dict[str, Any]) -> Terms:
    from attrs import evolve

    from aigaq.evidence.capture import LIMITS, Terms

    bounds = {"max_bytes": given["max_bytes"], "total": given["timeout"]}
    limits = evolve(LIMITS, **{name: value for name, value in bounds.items() if value is not None})
    return settings.terms(Terms(limits=limits, proxy=given["proxy"]))


def _capture(
    targets: tuple[str, ...],
    dossier: Path,
    settings: Settings,
    terms: Terms,
    *,
    failed: list[Failed],
    as_json: bool,
) -> list[Captured]:
    """Capture each target and say so at once; as JSON, in the end, also when that comes early.

    What fails only now is added to ``failed``. Where every target is known to fail, no log is made.
    """
    from aigaq.app.capture import captured_data

    register = _register(dossier, settings, terms) if len(failed) < len(targets) else None
    left_over = _warn(register) if register else []
    made: list[Captured] = []
    for each in failed:
        complain(each.fault)
    try:
        if register:
            _capture_each(register, targets, made=made, failed=failed, quiet=as_json)
    finally:
        if as_json:
            data = captured_data(settings, made, failed=failed, left_over=left_over)
            click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    return made


def _register(dossier: Path, settings: Settings, terms: Terms) -> Register:
    from aigaq.app.register import Register

    return Register.open(dossier, settings=settings, terms=terms)


def _capture_each(
    register: Register, targets: tuple[str, ...], *, made: list[Captured], failed: list[Failed], quiet: bool
) -> None:
    from aigaq.app.capture import Failed, capture_each

    for each in capture_each(register, targets, failed=tuple(failed)):
        if isinstance(each, Failed):
            failed.append(each)
            complain(each.fault)
            continue
        made.append(each)
        if not quiet:
            click.echo(_line(each))


def _tell_failed(failed: list[Failed], *, of: int, made: int) -> None:
    """Say how many targets were not captured, and that the others were."""
    sentence = (
        _("Not captured: {n} of {all} targets (No. {which}). The others are in the log; capture only these again.")
        if made
        else _("Not captured: {n} of {all} targets (No. {which}). Nothing was captured.")
    )
    which = ", ".join(str(each.at + 1) for each in sorted(failed, key=lambda each: each.at))
    click.echo(sentence.format(n=len(failed), all=of, which=which), err=True)


def _warn(register: Register) -> list[str]:
    """Tell of what an interrupted run left behind."""
    for warning in register.warnings:
        click.echo(f"{_('warning')}: {translated(warning, _)}", err=True)
    left_over = register.left_over()
    for path in left_over:
        words = _("{file} is in no entry of the log: a run that was interrupted left it.").format(file=path)
        click.echo(f"{_('warning')}: {words}", err=True)
    return left_over


def _line(each: Captured) -> str:
    """Return one line on a capture: entry, outcome, size, hash, what."""
    from aigaq.evidence.capture import How

    made = each.capture
    size = _.plural("{n} byte", "{n} bytes", made.bytes).format(n=number(made.bytes, _.language))
    held = [size, made.sha256[:HASH]] if made.sha256 else []
    moved = f" → {made.final}" if made.how is How.FETCHED and len(made.hops) > 1 else ""
    return " · ".join([str(each.number), _outcome(made), *held, f"{made.asked}{moved}"])


def _outcome(made: Capture) -> str:
    from aigaq.evidence.capture import LOOKS, REASONS, How, Look, look

    if made.how is How.IMPORTED:
        return _("imported")
    seen = look(made)
    said = [f"HTTP {made.status}"] if made.status else []
    if made.reason in REASONS:
        said.append(_(REASONS[made.reason]))
    said += [f"Retry-After: {row.value}" for row in made.stated if row.where == "http:retry-after"]
    return _(LOOKS[seen]) + (f" ({', '.join(said)})" if said else "") if seen is not Look.THERE else _(LOOKS[seen])
