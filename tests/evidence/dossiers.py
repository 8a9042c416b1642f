"""Dossiers for tests: a log, captures that were fetched and imported, stamps; nothing random but what WARC demands."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from aigaq.evidence.capture import Capture, Limits, Terms, entry, fetch, take
from aigaq.evidence.log import Log, Signer
from aigaq.evidence.stamp import Authority, Kept, Shelf
from tests.evidence.stamp import maker
from tests.parliament import Parliament, zipped

ORIGIN = "dossier/3f2a9c1b00d4e5f6"
SIGNER = Signer(ORIGIN, bytes(range(32)))
NOW = datetime(2025, 11, 16, 10, 15, tzinfo=UTC)
STAMPED = 4
"""Size of the log when it was stamped; two entries came after."""

SIZE = 6


def clock() -> datetime:
    return NOW


def terms() -> Terms:
    return Terms(limits=Limits(pause=0.0, connect=2.0), client="aigaq 9", now=clock, state=lambda: "frozen")


def log_of(folder: Path) -> Log:
    """Return the log of a dossier, made if it is not there."""
    if (folder / "log").exists():
        return Log.open(folder / "log")
    folder.mkdir(parents=True, exist_ok=True)
    return Log.create(folder / "log", origin=ORIGIN, signer=SIGNER, clock=clock)


def add(folder: Path, *captures: Capture) -> Log:
    log = log_of(folder)
    log.append([entry(capture) for capture in captures], signer=SIGNER, clock=clock)
    return log


def taken(folder: Path, name: str, data: bytes) -> Capture:
    """Return the capture of a file of this name that holds ``data``."""
    with tempfile.TemporaryDirectory() as place:
        (Path(place) / name).write_bytes(data)
        return take(Path(place) / name, folder, terms=terms())


def stamp(folder: Path, *, who: maker.Tsa | None = None, name: str = "example", **changes: object) -> Kept:
    """Have the head stamped, and keep the stamp."""
    who = who or maker.plain()
    log, shelf = Log.open(folder / "log"), Shelf(folder / "log")
    response = who.answer(shelf.ask(log.note, log.checkpoint()), **changes)
    return shelf.keep(response, name=name, authority=Authority.read(who.pem))[0]


def looks(folder: Path) -> Sequence[Capture]:
    """Return looks at a server: a page, one that is not there, one that nobody answers for."""
    with Parliament() as parliament:
        parliament.script("/bill", zipped("<html><title>Жоба</title>Мәтін</html>".encode()))
        urls = [parliament.url("/bill"), parliament.url("/table"), f"http://127.0.0.1:{closed_port()}/"]
        return [fetch(url, folder, terms=terms()) for url in urls]


def closed_port() -> int:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@cache
def sample() -> Path:
    """Return a dossier with a bit of everything; it is to be copied, never changed."""
    place = tempfile.mkdtemp(prefix="aigaq-test-")
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    folder = Path(place) / "dossier"
    folder.mkdir()
    add(folder, *looks(folder))
    add(folder, taken(folder, "қаулы.txt", "Қаулы мәтіні\n".encode() * 40))
    stamp(folder)
    add(folder, taken(folder, "page.html", b"<html><title>1</title></html>"))
    add(folder, taken(folder, "page.html", b"<html><title>2</title></html>"))
    return folder


def copied(folder: Path, to: Path) -> Path:
    """Return a fresh copy of a dossier."""
    if to.exists():
        shutil.rmtree(to)
    shutil.copytree(folder, to)
    return to


def names(folder: Path) -> list[str]:
    """Return all files of a dossier but the one that locks it."""
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(name for name in found if name != "log/lock")
