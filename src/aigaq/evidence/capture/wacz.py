"""WACZ files (WACZ 1.1.1): captures with an index and a list of pages, in one file that a browser can replay.

The WARC files go in as they are, byte for byte; the same captures give the same bytes on every machine.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, Final

from attrs import define, field

from aigaq.evidence.capture.capture import Capture, How, Warc
from aigaq.evidence.capture.cdxj import Line, index
from aigaq.evidence.capture.content import open_checked
from aigaq.evidence.capture.entry import INSTANT
from aigaq.evidence.capture.look import Look, look

WACZ_VERSION: Final = "1.1.1"

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_PAGES: Final = {"format": "json-pages-1.0", "id": "pages", "title": "Pages"}


def write_wacz(out: BinaryIO, captures: Iterable[Capture], *, dossier: Path, software: str) -> int:
    """Write captures into one WACZ file and return how many WARC files are in it.

    Each file is checked against its entry first.

    Args:
        out: Where to; it can seek.
        captures: Which captures; those that received nothing have no file and are left out.
        dossier: Folder of the dossier.
        software: The program, as the package names it.

    Raises:
        IntegrityFailure: ``capture.lost`` or ``capture.changed``.
    """
    kept = list({capture.warc.file: capture for capture in captures if capture.warc}.values())
    created = max((capture.ended for capture in kept), default=None)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        package = _Package(archive)
        lines, pages = package.add_archives(kept, dossier)
        package.add("indexes/index.cdxj", "".join(map(str, sorted(lines))).encode())
        package.add("pages/pages.jsonl", _jsonl([_PAGES, *pages]))
        data = {
            "profile": "data-package",
            "resources": package.resources,
            "created": created.strftime(INSTANT) if created else "",
            "wacz_version": WACZ_VERSION,
            "software": software,
        }
        package.close(json.dumps(data, ensure_ascii=False, indent=2).encode())
    return len(kept)


@define
class _Package:
    """The ZIP file, and what has been put into it."""

    archive: zipfile.ZipFile
    resources: list[Mapping[str, object]] = field(factory=list)

    def add_archives(self, captures: Sequence[Capture], dossier: Path) -> tuple[list[Line], list[Mapping[str, str]]]:
        """Put in the WARC file of each capture; return the lines of the index and the pages."""
        lines: list[Line] = []
        pages = []
        for capture in captures:
            assert capture.warc is not None
            name = capture.warc.file.rpartition("/")[2]
            with open_checked(dossier, capture.warc) as file:
                self._add_file(f"archive/{name}", file, capture.warc)
                file.seek(0)
                found = list(index(file, name=name))
            lines += found
            pages += _page(capture, found)
        return lines, pages

    def _add_file(self, path: str, file: BinaryIO, warc: Warc) -> None:
        with self.archive.open(_info(path, warc.bytes), "w") as member:
            shutil.copyfileobj(file, member)
        self._note(path, warc.sha256, warc.bytes)

    def add(self, path: str, data: bytes) -> None:
        """Put in a file of our own."""
        self.archive.writestr(_info(path, len(data)), data)
        self._note(path, hashlib.sha256(data).hexdigest(), len(data))

    def close(self, package: bytes) -> None:
        """Put in the data package and its digest, which close the file."""
        digest = {"path": "datapackage.json", "hash": f"sha256:{hashlib.sha256(package).hexdigest()}"}
        self.archive.writestr(_info("datapackage.json", len(package)), package)
        data = json.dumps(digest, indent=2).encode()
        self.archive.writestr(_info("datapackage-digest.json", len(data)), data)

    def _note(self, path: str, sha256: str, size: int) -> None:
        name = path.rpartition("/")[2].lower()
        self.resources.append({"name": name, "path": path, "hash": f"sha256:{sha256}", "bytes": size})


def _info(path: str, size: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(path, _EPOCH)
    info.create_system = 0
    info.file_size = size
    return info


def _page(capture: Capture, lines: Sequence[Line]) -> list[Mapping[str, str]]:
    """Return the page that a capture shows, if it shows one: that of the last response, or an imported file."""
    if look(capture) is not Look.THERE or not lines:
        return []
    last = lines[-1]
    title = capture.title or (capture.name if capture.how is How.IMPORTED else "")
    name = hashlib.sha256(f"{last.stamp} {last.url}".encode()).hexdigest()[:24]
    return [{"id": name, "url": last.url, "ts": last.date, "title": title}]


def _jsonl(rows: Iterable[Mapping[str, object]]) -> bytes:
    return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows).encode()
