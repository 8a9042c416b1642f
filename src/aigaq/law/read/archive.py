"""The parts of an Office package, unpacked within bounds and parsed without entities or network."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from aigaq.errors import UnreadableInput
from aigaq.law.read.detect import encrypted
from aigaq.law.read.limits import Budget

if TYPE_CHECKING:
    from lxml import etree

_CHUNK = 256 * 1024
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_FAULTS = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError)
_SMALL = 1024 * 1024


class Archive:
    """A ZIP file whose members are checked as declared at once, and as unpacked when they are read.

    Nothing is ever written to disk, so names such as ``../x`` lead nowhere; they are refused all the same.
    """

    def __init__(self, data: bytes, *, budget: Budget) -> None:
        self._budget = budget
        self._left = budget.limits.max_unpacked
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            members = self._zip.infolist()
        except _FAULTS as fault:
            raise damaged(budget.name, "its ZIP directory cannot be read") from fault
        self._members = {member.filename: member for member in members}
        self._check(members)

    def _check(self, members: list[zipfile.ZipInfo]) -> None:
        """Raise for too many members, too much declared, encryption, path tricks and double names."""
        name, limits = self._budget.name, self._budget.limits
        if any(member.flag_bits & 1 for member in members):
            raise encrypted(name)
        if len(members) > limits.max_parts or sum(member.file_size for member in members) > self._left:
            raise bomb(name)
        if any(member.compress_type not in _PACKINGS for member in members):
            raise damaged(name, "a part of it is packed in a way no Office program uses")
        for member in members:
            path = member.filename
            if path.startswith(("/", "\\")) or ":" in path or ".." in path.replace("\\", "/").split("/"):
                raise damaged(name, "a part of it has a path outside the package")
        if len(self._members) != len(members):
            raise damaged(name, "two of its parts have the same name")

    def __contains__(self, part: str) -> bool:
        return part in self._members

    def read(self, part: str) -> bytes:
        """Return the bytes of a part.

        Raises:
            UnreadableInput: ``read.bomb`` when more comes out than was declared or allowed,
                ``read.damaged`` when the part is not there, cut off or has a wrong checksum.
        """
        if part not in self._members:
            raise damaged(self._budget.name, f"the part {part} is not there")
        pieces = []
        for piece in self._pieces(self._members[part]):
            self._left -= len(piece)
            if self._left < 0:
                raise bomb(self._budget.name)
            pieces.append(piece)
        return b"".join(pieces)

    def _pieces(self, member: zipfile.ZipInfo) -> Iterator[bytes]:
        size = 0
        try:
            with self._zip.open(member) as stream:
                while piece := stream.read(_CHUNK):
                    size += len(piece)
                    if size > _SMALL and size > self._budget.limits.max_ratio * max(1, member.compress_size):
                        raise bomb(self._budget.name)
                    self._budget.check_time(f"the part {member.filename}")
                    yield piece
        except _FAULTS as fault:
            raise damaged(self._budget.name, f"the part {member.filename} cannot be unpacked") from fault

    def xml(self, part: str) -> etree._Element:
        """Return the root element of a part.

        Raises:
            UnreadableInput: ``read.entities`` for a document type or entities, ``read.damaged`` for what is
                no XML or is nested deeper than 256 levels, ``read.too-complex``, ``read.bomb``.
        """
        return parse_xml(self.read(part), part=part, budget=self._budget)


def parse_xml(data: bytes, *, part: str, budget: Budget) -> etree._Element:
    """Return the root of ``data``; see ``Archive.xml``."""
    from lxml import etree

    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise _entities(budget.name, part)
    budget.check_elements(data.count(b"<") - data.count(b"</"), where=f"the part {part}")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise damaged(budget.name, f"the part {part} is no valid XML, or nested too deep") from fault
    doctype = getattr(root.getroottree().docinfo, "doctype", "")
    if doctype:
        raise _entities(budget.name, part)
    return root


def _entities(name: str, part: str) -> UnreadableInput:
    return UnreadableInput(
        "read.entities",
        "The part {part} of {name} declares a document type or entities, which no Office program writes.",
        hint="Do not trust this file; ask for it again, or for a PDF.",
        name=name,
        part=part,
    )


def damaged(name: str, what: str) -> UnreadableInput:
    """Return the error for a file that is cut off or broken.

    Args:
        name: Name of the file.
        what: What does not hold, e.g. ``"its ZIP directory cannot be read"``.
    """
    return UnreadableInput(
        "read.damaged",
        "{name} is damaged: {what}.",
        hint="Download it again, or open it in the program that made it and save a copy.",
        name=name,
        what=what,
    )


def bomb(name: str) -> UnreadableInput:
    """Return the error for a file that unpacks to more than is allowed."""
    return UnreadableInput(
        "read.bomb",
        "{name} unpacks to far more than its size allows.",
        hint="Do not trust this file; ask for it again, or for a PDF.",
        name=name,
    )
