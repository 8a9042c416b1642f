"""The scan of a finished file: does anything stand in it that the document never meant to say?"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from html import unescape
from io import BytesIO

from attrs import frozen

from aigaq.document.archive import EPOCH

_PATH = re.compile(
    r"(?<![\w/.])(?:/(?:home|Users|root|tmp|var|private|mnt|media|work|opt|srv)/[\w.~+-]+|[A-Za-z]:\\[\w.~+-]+|"
    r"\\\\[\w.-]+\\[\w.$-]+|file://)[^\s<>\"']*"
)
_STATED = re.compile(
    r"<(?:\w+:)?(creator|lastModifiedBy|created|modified|lastPrinted|revision|Application|AppVersion|Company|"
    r"Manager|Template|TotalTime)\b[^>]*>([^<]+)<"
)
_SESSION = re.compile(r"\b(w:rsid\w*|w14:paraId|w:author)=\"([^\"]*)\"")
_META = re.compile(r"<meta[^>]+name=[\"']?(author|generator)\b[^>]*content=[\"']?([^\"'>]+)", re.IGNORECASE)
_FIXED = re.compile(r"<(style|script)\b[^>]*>.*?</\1>", re.DOTALL)
_TAG = re.compile(r"<[!?/]?[\w:.-]+|[\w:.-]+=(?=[\"'])|/?>")


@frozen
class Finding:
    """Something that should not be there.

    Args:
        kind: ``"path"``, ``"property"``, ``"session"``, ``"time"`` or ``"forbidden"``.
        place: Member of the archive, or "" for the file itself.
        text: What was found.
    """

    kind: str
    place: str
    text: str


def scan(data: bytes, *, forbidden: Iterable[str] = (), meant: Iterable[str] = ()) -> tuple[Finding, ...]:
    """Return what stands in a finished file and is not meant to.

    Looked for: absolute paths, authors and other properties, editing sessions, the times of archive members,
    and the words in ``forbidden`` (name of the user, of the machine, of a folder), as whole words.

    Args:
        data: The file: an Office file or any text.
        forbidden: Words that must not stand in it.
        meant: What the document says on purpose; a finding inside it is none.

    >>> [found.kind for found in scan(b"made in /home/aigerim/laws by aigerim", forbidden=["aigerim"])]
    ['path', 'forbidden']
    """
    said = "\n".join(meant)
    words = [word for word in forbidden if word.strip() and not _word(word).search(said)]
    found = [finding for place, text in _texts(data) for finding in _findings(place, text, words)]
    return (*_times(data), *(finding for finding in found if finding.text not in said))


def _texts(data: bytes) -> Iterator[tuple[str, str]]:
    if not data.startswith(b"PK\x03\x04"):
        yield "", data.decode("utf-8", "replace")
        return
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            yield name, name + "\n" + archive.read(name).decode("utf-8", "replace")


def _times(data: bytes) -> Iterator[Finding]:
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for entry in archive.infolist():
                if entry.date_time != EPOCH:
                    yield Finding("time", entry.filename, str(entry.date_time))


def _findings(place: str, text: str, words: list[str]) -> Iterator[Finding]:
    bare = unescape(_TAG.sub(" ", _FIXED.sub(" ", text)))
    yield from (Finding("path", place, match[0]) for match in _PATH.finditer(bare))
    yield from (Finding("property", place, match[2]) for match in _STATED.finditer(text))
    yield from (Finding("session", place, match[0]) for match in _SESSION.finditer(text))
    yield from (Finding("property", place, match[2]) for match in _META.finditer(text))
    yield from (Finding("forbidden", place, word) for word in words if _word(word).search(bare))


def _word(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
