"""WARC files as other programs read them."""

from __future__ import annotations

import contextlib
import io
from argparse import Namespace
from pathlib import Path

from attrs import frozen


@frozen
class Record:
    """One record: its kind, its headers, and the bytes of its block."""

    kind: str
    headers: dict[str, str]
    block: bytes

    @property
    def media(self) -> str:
        return self.headers["Content-Type"]


def records(path: Path) -> list[Record]:
    """Return the records of a WARC file, none of them parsed as HTTP."""
    from warcio.archiveiterator import ArchiveIterator

    with path.open("rb") as file:
        return [
            Record(record.rec_type, dict(record.rec_headers.headers), record.raw_stream.read())
            for record in ArchiveIterator(file, no_record_parse=True)
        ]


def blocks(path: Path, kind: str) -> list[bytes]:
    """Return the blocks of the records of one kind."""
    return [record.block for record in records(path) if record.kind == kind]


def check(path: Path) -> str:
    """Return what ``warcio check`` says of a file: nothing when all digests hold."""
    from warcio.checker import Checker

    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        failed = Checker(Namespace(inputs=[str(path)], verbose=False)).process_all()
    return said.getvalue() if failed else ""


def digests(path: Path) -> list[tuple[str, str]]:
    """Return the block and the payload digest of each record."""
    return [
        (record.headers.get("WARC-Block-Digest", ""), record.headers.get("WARC-Payload-Digest", ""))
        for record in records(path)
    ]
