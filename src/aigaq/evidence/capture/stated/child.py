"""A process of its own that examines one document: foreign bytes meet parsers in C, so they get no more than that.

It gets the document on standard input, answers in JSON on standard output, and opens no file and no connection.
"""

from __future__ import annotations

import json
import sys

from aigaq.evidence.capture.stated.archived import archived
from aigaq.evidence.capture.stated.fault import Fault
from aigaq.evidence.capture.stated.found import Found
from aigaq.evidence.capture.stated.html import html
from aigaq.evidence.capture.stated.kind import Kind
from aigaq.evidence.capture.stated.mail import mail
from aigaq.evidence.capture.stated.packed import packed
from aigaq.evidence.capture.stated.pdf import pdf


def main(arguments: list[str], data: bytes) -> str:
    """Return the answer to whoever asked, as JSON.

    Args:
        arguments: Kind of the document, character set as stated, most bytes of memory.
        data: The document.

    Returns:
        An object with ``fault``, or with ``title`` and ``stated``: rows of where, value and day.
    """
    kind, charset, memory = arguments
    _bound_memory(int(memory))
    try:
        found = _examined(Kind(kind), data, charset)
    except Fault as fault:
        return json.dumps({"fault": str(fault)})
    rows = [[row.where, row.value, row.date] for row in found.stated]
    return json.dumps({"title": found.title, "stated": rows})


def _examined(kind: Kind, data: bytes, charset: str) -> Found:
    if kind is Kind.HTML:
        return html(data, charset=charset)
    readers = {Kind.PDF: pdf, Kind.ZIP: packed, Kind.MHTML: mail, Kind.WARC: archived}
    return readers[kind](data) if kind in readers else Found()


def _bound_memory(most: int) -> None:
    """Bound the memory of this process, on systems that can."""
    try:
        import resource
    except ImportError:
        return
    try:
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    except (ValueError, OSError):
        return


if __name__ == "__main__":
    sys.stdout.buffer.write(main(sys.argv[1:], sys.stdin.buffer.read()).encode())
