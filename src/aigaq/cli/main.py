"""The group of all commands, and what happens to an error."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from aigaq.cli.language import _
from aigaq.errors import AigaqError, Refused, UsageError
from aigaq.values import why

INTERRUPTED = 130


class Group(click.Group):
    """A group whose errors are one sentence, a hint and an exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a reader that has seen enough (``| head``) ends it well."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            _forget_output()
            return None

    def main(self, args: Sequence[str] | None = None, *rest: Any, **options: Any) -> Any:
        """Run a command; every error of aigaq ends the program with its own exit code."""
        try:
            return super().main(args, *rest, **{**options, "standalone_mode": False})
        except AigaqError as error:
            complain(error)
            sys.exit(error.exit_code)
        except click.exceptions.Abort:
            click.echo(_("interrupted; nothing was left half done"), err=True)
            sys.exit(INTERRUPTED)
        except click.ClickException as error:
            error.show()
            sys.exit(UsageError.exit_code)
        except OSError as fault:
            refusal = _refusal(fault)
            complain(refusal)
            sys.exit(refusal.exit_code)
        except MemoryError:
            click.echo(_("error: not enough memory for this file"), err=True)
            sys.exit(3)


def _refusal(fault: OSError) -> Refused:
    """Return the error for what the system did not let be done."""
    if _output_fails():
        _forget_output()
        return Refused(
            "cli.output",
            "Standard output cannot be written to: {reason}.",
            hint="Make room, or write to another place.",
            reason=why(fault),
        )
    return Refused(
        "cli.system",
        "The system does not let this be done: {reason}.",
        hint="Look whether the files and folders that you named are there and may be read and written.",
        reason=why(fault),
    )


def _output_fails() -> bool:
    """Tell whether standard output does not take what is still to be written."""
    try:
        sys.stdout.flush()
    except OSError:
        return True
    return False


def _forget_output() -> None:
    """Point standard output at nothing, so that leaving the program does not fail once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(error: AigaqError) -> None:
    """Print an error: what, which value, where; what to do; its stable code."""
    click.echo(f"{_('error')}: {error.text(_)}", err=True)
    if error.hint:
        click.echo(f"{_('hint')}: {error.hint_text(_)}", err=True)
    click.echo(f"{_('code')}: {error.code}", err=True)


@click.group(
    cls=Group,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=_("aigaq: what a bill changes, exactly, with a proof. It never goes online by itself."),
)
@click.version_option(package_name="aigaq", message="aigaq %(version)s")
def main() -> None:
    """Hold the commands together."""
