"""What a person does with the proof in a dossier: verify it, have it stamped, hand a part of it to others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from aigaq.app.register import read_settings
from aigaq.app.save import save_whole
from aigaq.bill.dossier import HEAD
from aigaq.errors import Refused, UnreadableInput
from aigaq.evidence.bundle import Bundle, choose, write_bundle
from aigaq.evidence.capture import Terms, captures, post
from aigaq.evidence.log import Log
from aigaq.evidence.stamp import Authority, Kept, Shelf, Stamp
from aigaq.evidence.verify import Verified, verify
from aigaq.evidence.verify.files import Progress
from aigaq.evidence.verify.json import data, stated
from aigaq.evidence.verify.verified import TIME
from aigaq.values import Message, why

LOG: Final = "log"
VERSION: Final = 1
"""Raised when a name goes or changes its meaning; new names may come without it."""

QUERY: Final = "application/timestamp-query"
"""RFC 3161 section 3.4."""

_MOST: Final = 1 << 20


def verify_dossier(
    dossier: Path,
    *,
    kept: Iterable[Path] = (),
    authorities: Iterable[Path] = (),
    progress: Progress = lambda done, of: None,
) -> Verified:
    """Compute everything in a dossier again; see ``evidence.verify``.

    Args:
        dossier: The folder of the dossier.
        kept: Files with heads of its log that somebody kept elsewhere.
        authorities: Files with root certificates that came from elsewhere than this dossier.
        progress: Told how many entries are done, and of how many.

    Raises:
        UnreadableInput: There is no log, or one of the files cannot be read.
        Refused: ``stamp.no-root``: a file holds no root certificate.
    """
    heads = [read_small(path) for path in kept]
    roots = [Authority.read(read_small(path)) for path in authorities]
    named = read_settings(dossier).origin if (dossier / HEAD).is_file() else ""
    return verify(dossier, kept=heads, authorities=roots, origin=named, progress=progress)


def head(dossier: Path) -> bytes:
    """Return the newest head of the log, for somebody else to keep.

    Raises:
        UnreadableInput: There is no log, or its head cannot be read.
        IntegrityFailure: No key of the log signed it.
    """
    return Log.open(dossier / LOG).note


def ask_stamp(dossier: Path) -> bytes:
    """Return a request to stamp the newest head of the log, and keep what it asks for in the dossier."""
    log = Log.open(dossier / LOG)
    return Shelf(log.folder).ask(log.note, log.checkpoint())


def keep_stamp(dossier: Path, response: bytes, *, name: str, authority: Path | None = None) -> tuple[Kept, Stamp]:
    """Check the response of an authority, and keep it in the dossier.

    Args:
        dossier: The folder of the dossier.
        response: The response as it came.
        name: Short name for the authority.
        authority: File with its root certificate; needed the first time.
    """
    given = Authority.read(read_small(authority)) if authority else None
    return Shelf(dossier / LOG).keep(response, name=name, authority=given)


def fetch_stamp(dossier: Path, url: str, *, terms: Terms) -> bytes:
    """Ask an authority for a stamp over HTTP (RFC 3161 section 3.4) and return its response, unchecked.

    Raises:
        Refused: ``stamp.no-answer`` when no answer came, or one that is none.
    """
    reply = post(url, ask_stamp(dossier), media=QUERY, terms=terms)
    if reply.status != 200 or not reply.body:
        raise Refused(
            "stamp.no-answer",
            "The authority did not answer the request: {reason}.",
            hint="Try again later, or send the request by hand: aigaq evidence stamp DOSSIER --request FILE.",
            reason=reply.reason.value or f"HTTP {reply.status}",
        )
    return reply.body


def bundle(dossier: Path, names: Sequence[str], *, path: Path) -> Bundle:
    """Write a bundle of captures into the file ``path``, which is not there yet.

    Args:
        dossier: The folder of the dossier.
        names: Numbers, URLs or names of files.
        path: Where to.

    Raises:
        UsageError: ``bundle.entry``: no capture is called so.
        Refused: ``bundle.ambiguous``; ``save.exists`` when the file is there, ``save.failed`` when it cannot be
            written.
        IntegrityFailure: What would go into it is not what the log says.
    """
    known = dict(captures(Log.open(dossier / LOG).entries()))
    numbers = [choose(name, known) for name in names]
    return save_whole(path, lambda file: write_bundle(file, dossier, numbers=numbers))


def read_small(path: Path) -> bytes:
    """Return a small file that a person names, such as the response of an authority.

    Raises:
        UnreadableInput: ``evidence.file``.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_MOST + 1)
        reason = Message("larger than such a file can be") if len(data) > _MOST else ""
    except OSError as fault:
        data, reason = b"", why(fault)
    if reason:
        raise UnreadableInput(
            "evidence.file",
            "{name} cannot be read: {reason}.",
            hint="Name a file that is there and that you may open.",
            name=path.name,
            reason=reason,
        )
    return data


def verified_data(verified: Verified) -> Mapping[str, object]:
    """Return a verification as plain values, for ``--json``; the schema is ``aigaq/verified``, version 1."""
    return data(verified)


def head_data(dossier: Path) -> Mapping[str, object]:
    """Return the head of the log as plain values, for ``--json``; the schema is ``aigaq/head``, version 1."""
    log = Log.open(dossier / LOG)
    made = log.checkpoint()
    return {
        "schema": "aigaq/head",
        "version": VERSION,
        "origin": made.origin,
        "size": made.size,
        "root": made.root.hex(),
        "time": made.time.strftime(TIME) if made.time else None,
        "note": log.note.decode(),
    }


def stamped_data(kept: Kept, stamp: Stamp) -> Mapping[str, object]:
    """Return a stamp as plain values, for ``--json``; the schema is ``aigaq/stamped``, version 1."""
    place = {"file": f"{LOG}/{kept.file}", "size": kept.size}
    return {"schema": "aigaq/stamped", "version": VERSION, **place, **stated(stamp)}


def bundled_data(made: Bundle, name: str) -> Mapping[str, object]:
    """Return a bundle as plain values, for ``--json``; the schema is ``aigaq/bundle``, version 1."""
    return {
        "schema": "aigaq/bundle",
        "version": VERSION,
        "file": name,
        "entries": list(made.entries),
        "stamps": [anchor.file for anchor in made.stamps],
        "files": list(made.files),
        "script": made.script,
    }
