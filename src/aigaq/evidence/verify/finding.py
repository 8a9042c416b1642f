"""What is wrong with a dossier, each thing named by its file."""

from __future__ import annotations

import re

from attrs import frozen

from aigaq.evidence.log.faults import Fault
from aigaq.evidence.log.spans import Span
from aigaq.values import Message

LOG = "log"
OF_SYSTEMS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What operating systems leave in a folder that somebody looked at."""

_OWN = re.compile(r"checkpoint|hashes|keys|lock|entries|torn|stamps|authorities|entries/[0-9]{8}\.jsonl", re.ASCII)
"""Names of the log itself: a link or a folder in such a place, or entries that no head covers, are not only added."""


@frozen
class Finding:
    """One thing that is wrong.

    Args:
        kind: What is wrong, a code that does not change.
        file: The file it is wrong with, from the folder of the dossier.
        message: The sentence for people; it does not repeat the name of the file.
        entries: First and last number of the entries concerned; None where it is none in particular.
        grave: False for something that was only added: nothing that is proven is touched by it.
    """

    kind: str
    file: str
    message: Message
    entries: Span | None = None
    grave: bool = True


def of_log(fault: Fault) -> Finding:
    """Return a fault of the log, named from the folder of the dossier."""
    added = fault.kind == "foreign" and not _OWN.fullmatch(fault.file)
    return Finding(fault.kind, f"{LOG}/{fault.file}", fault.message, fault.entries, grave=not added)


def is_litter(finding: Finding) -> bool:
    """Return True if it is only about a file that an operating system leaves in a folder that somebody looked at."""
    return not finding.grave and finding.file.rpartition("/")[2] in OF_SYSTEMS
