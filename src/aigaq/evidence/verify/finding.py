"""What is wrong with a dossier, each thing named by its file."""

from __future__ import annotations

from attrs import frozen

from aigaq.evidence.log.faults import Fault
from aigaq.evidence.log.spans import Span
from aigaq.values import Message

LOG = "log"


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
    return Finding(fault.kind, f"{LOG}/{fault.file}", fault.message, fault.entries)
