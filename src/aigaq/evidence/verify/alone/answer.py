"""The answer of the script: what is proven and what is not, in words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from aigaq.evidence.verify.alone.judgement import certificates
from aigaq.evidence.verify.alone.report import WRITTEN, Anchor, Entry, Report, examine
from aigaq.evidence.verify.alone.tree import Head
from aigaq.evidence.verify.alone.words import N_, WORDS, Fault, Message

HOLDS, MISUSED, NOT_LOOKED, BROKEN = 0, 2, 3, 5
"""How the script ends: what it found holds; it was called wrongly; it could not look; something does not hold."""

GIVEN = N_("The root certificate of this authority, SHA-256 {root}, is one that you gave.")
STATED = N_(
    "These captures ({n}) existed in this form no later than {time}, as «{authority}» states: entries {entries}."
)
IF_ROOT = N_(
    "If the root certificate with the SHA-256 {root}, which came in the same folder, is the one that «{authority}» "
    "itself publishes: these captures ({n}) existed in this form no later than {time}: entries {entries}."
)
UNDATED = N_(
    "When these entries were made: no stamp covers them, so whoever holds the signing key can have made them at any "
    "time: {entries}."
)
NEVER = (
    N_("That the server really sent this: a capture shows what one machine received."),
    N_("That the clock of that machine was right: only the time of the stamp is the authority's."),
    N_("That nothing was left out, before the log began or after."),
    N_("That no certificate of the authority had been revoked: nobody was asked."),
    N_("That what the page or document says is true."),
)
UNCOVERED = (
    N_(
        "That content/ is what lies in the file of the capture: both have the hashes that the entry names, and nobody "
        "unpacked the one to compare."
    ),
    N_(
        "Anything about README.txt and verify.py: no entry and no stamp covers them. Run a verify.py that you got from "
        "the project itself, and compare its SHA-256."
    ),
)
OUTCOMES = {
    "held": Message("kept whole"),
    "truncated": Message("kept in part"),
    "failed": Message("no complete answer"),
}
Line = tuple[str, Message]
"""A sentence of the answer, and the mark before it."""

USAGE = Message("Usage: python3 -I verify.py [FOLDER] [--lang en|ru|kk] [--authority FILE]...")


def main(arguments: list[str], folder: Path) -> tuple[list[str], int]:
    """Return what the script prints, line by line, and its exit code; it never fails."""
    language, files = "en", []
    places: list[Path] = []
    rest = list(arguments)
    while rest:
        option, given = rest[0], rest[1] if len(rest) > 1 else ""
        if option == "--lang" and given in ("en", *WORDS):
            language = given
        elif option == "--authority" and given:
            files.append(Path(given))
        elif option and not option.startswith("-") and not places:
            places.append(Path(option))
            rest = ["", *rest]
        else:
            return [USAGE.text(language)], MISUSED
        rest = rest[2:]
    try:
        said, code = _answer(places[0] if places else folder, files)
    except Exception as fault:  # whatever a hostile file does, a sentence is the answer
        said, code = [("", _sentence(fault))], NOT_LOOKED if isinstance(fault, ImportError) else BROKEN
    return [mark + line.text(language) for mark, line in said], code


def _sentence(fault: Exception) -> Message:
    if isinstance(fault, Fault):
        return Message("This bundle does not hold: {fault}", fault=fault.said)
    if isinstance(fault, ImportError):
        return Message(
            "Nothing was checked: the Python package cryptography is missing. Install it with "
            "python3 -m pip install cryptography and run this again."
        )
    return Message("This bundle does not hold: it cannot be read ({kind}).", kind=type(fault).__name__)


def _answer(folder: Path, files: list[Path]) -> tuple[list[Line], int]:
    outside = []
    for file in files:
        found = _roots(file)
        if not found:
            return [("", Message("{name} holds no certificate that can be read.", name=file.name))], MISUSED
        outside += found
    if not folder.is_dir():
        return [("", Message("{name} is no folder.", name=folder.name))], MISUSED
    report = examine(folder, outside=outside)
    said = [("", line) for line in (*_log(report.head), *_entries(report.entries))]
    if report.faults:
        return [*_section(Message("DOES NOT HOLD"), report.faults), *said], BROKEN
    sections = (
        _section(Message("PROVEN"), _proven(report)),
        _section(Message("PROVEN ON ONE CONDITION"), _conditional(report)),
        _section(Message("NOT PROVEN"), _not_proven(report)),
    )
    return [*said, *(line for section in sections for line in section)], HOLDS


def _section(heading: Message, lines: list[Message]) -> list[Line]:
    return [("", heading), *(("- ", line) for line in lines)] if lines else []


def _roots(file: Path) -> list[bytes]:
    try:
        return certificates(file.read_bytes()[: 1 << 20])
    except OSError:
        return []


def _entries(entries: list[Entry]) -> list[Message]:
    template = "Entry {number}: {asked} ({outcome}), captured {ended} by the clock of the machine that captured it."
    told = (entry._replace(outcome=OUTCOMES.get(entry.outcome, entry.outcome)) for entry in entries)
    return [Message(template, **entry._asdict()) for entry in told]


def _log(head: Head) -> list[Message]:
    template = "The log {origin} has {size} entries, and is signed by the key {key}."
    return [Message(template, origin=head.origin, size=head.size, key=head.key)]


def _proven(report: Report) -> list[Message]:
    """Return what is proven: each entry by the stamp that says most about it."""
    said = [Message("The log holds these entries: {entries}.", entries=numbers([e.number for e in report.entries]))]
    for anchor in report.anchors:
        if anchor.outside and covered(anchor, report):
            said += [Message(STATED, **_values(anchor, report)), Message(GIVEN, **_values(anchor, report))]
    return said


def _conditional(report: Report) -> list[Message]:
    """Return what is proven if a root certificate that came with the bundle is the right one."""
    outside = [anchor for anchor in report.anchors if anchor.outside]
    rest = [entry for entry in report.entries if best(entry.number, outside) is None]
    said = []
    for group in by_root([anchor for anchor in report.anchors if not anchor.outside]):
        of_root = report._replace(entries=rest, anchors=group)
        said += [Message(IF_ROOT, **_values(anchor, of_root)) for anchor in group if covered(anchor, of_root)]
    return said


def _not_proven(report: Report) -> list[Message]:
    bare = [entry.number for entry in report.entries if best(entry.number, report.anchors) is None]
    return [*([Message(UNDATED, entries=numbers(bare))] if bare else []), *map(Message, (*UNCOVERED, *NEVER))]


def _values(anchor: Anchor, report: Report) -> dict[str, Any]:
    entries = covered(anchor, report)
    time, who, root = anchor.stated.latest.strftime(WRITTEN), anchor.stated.authority, anchor.stated.root
    return {"n": len(entries), "entries": numbers(entries), "time": time, "authority": who, "root": root}


def covered(anchor: Anchor, report: Report) -> list[int]:
    """Return the entries about which a stamp says the most."""
    return [entry.number for entry in report.entries if best(entry.number, report.anchors) == anchor]


def best(number: int, anchors: list[Anchor]) -> Anchor | None:
    """Return the stamp that says most about an entry: first those with a root from elsewhere, then the earliest."""
    covering = [anchor for anchor in anchors if number < anchor.size]
    return min(covering, key=lambda anchor: (not anchor.outside, anchor.stated.latest), default=None)


def by_root(anchors: list[Anchor]) -> list[list[Anchor]]:
    """Return stamps in groups, one for each root: a stamp made at home must not hide the one of an authority."""
    roots = dict.fromkeys(anchor.stated.root for anchor in anchors)
    return [[anchor for anchor in anchors if anchor.stated.root == root] for root in roots]


def numbers(some: list[int]) -> str:
    """Return numbers in short.

    >>> numbers([3, 0, 1, 2, 7])
    '0-3, 7'
    """
    runs: list[list[int]] = []
    for number in sorted(some):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
