"""Which entries a person means: by number, by URL, or by the name of a file."""

from __future__ import annotations

from collections.abc import Mapping

from aigaq.errors import Refused, UsageError
from aigaq.evidence.capture import Capture

SHOWN = 20
"""Numbers that an error lists."""

_DIGITS = 18

_TIME = "%Y-%m-%dT%H:%M:%SZ"


def choose(name: str, captures: Mapping[int, Capture]) -> int:
    """Return the number of the entry that ``name`` means.

    Args:
        name: Its number; or the URL that was asked or reached, or the name of the file.
        captures: The captures of the log by their numbers.

    Raises:
        UsageError: ``bundle.entry`` when no capture is meant.
        Refused: ``bundle.ambiguous`` when several are.
    """
    if name.isascii() and name.isdigit():
        found = [int(name)] if len(name) <= _DIGITS and int(name) in captures else []
    else:
        found = [at for at, made in captures.items() if name and name in {made.asked, made.final, made.name}]
    if not found:
        raise UsageError(
            "bundle.entry",
            "No capture of the log is «{name}».",
            hint="Give the number of an entry, the URL, or the name of the file; the log counts from 0.",
            name=name[:100],
        )
    if len(found) > 1:
        raise Refused(
            "bundle.ambiguous",
            "«{name}» was captured {n} times, in the entries {entries}.",
            hint="Give the number of the capture that you mean; several numbers put several into the bundle.",
            name=name[:100],
            n=len(found),
            entries=", ".join(f"{at} ({captures[at].started.strftime(_TIME)})" for at in found[:SHOWN])
            + (" …" if len(found) > SHOWN else ""),
        )
    return found[0]
