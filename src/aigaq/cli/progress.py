"""Progress on long work: the name of the step on a terminal, nothing into a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from aigaq.app.law import Step
from aigaq.cli.language import _
from aigaq.locale import N_

STEPS = {
    "read": N_("reading"),
    "parse": N_("finding the units"),
    "act": N_("reading the instructions"),
    "apply": N_("applying the act"),
    "check": N_("holding the table against the act"),
    "look": N_("looking at the pages"),
    "judge": N_("judging the procedure"),
    "draft": N_("drafting the act and trying it"),
    "compare": N_("comparing and proving"),
    "write": N_("writing the table"),
}


@contextmanager
def progress(*, quiet: bool) -> Iterator[Step]:
    """Yield a function that shows a step while it runs, on standard error and only on a terminal."""
    if quiet or not sys.stderr.isatty():
        yield lambda step: None
        return
    from rich.console import Console

    with Console(stderr=True).status("") as status:
        yield lambda step: status.update(f"{_(STEPS[step])}…")


@contextmanager
def counting(*, quiet: bool) -> Iterator[Callable[[int, int], None]]:
    """Yield a function that shows how many of how many are done, on standard error and only on a terminal."""
    if quiet or not sys.stderr.isatty():
        yield lambda done, of: None
        return
    from rich.console import Console

    with Console(stderr=True).status("") as status:
        yield lambda done, of: status.update(_("{done} of {all}").format(done=done, all=of))
