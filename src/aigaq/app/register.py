"""The captures of a dossier and the log that binds them: each capture is in the log before anybody is told of it."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

from attrs import evolve, frozen

from aigaq.app.keys import check_head, key_folder, signing_key
from aigaq.bill.dossier import HEAD, find
from aigaq.errors import Refused, UnreadableInput
from aigaq.evidence.capture import Capture, Terms, entry, fetch, is_capture, read_entry, strays, take
from aigaq.evidence.log import Log, Signer
from aigaq.evidence.log.headfile import save_head
from aigaq.values import Message

LOG: Final = "log"
RECENT: Final = 64
"""Entries at the end of the log among which the last file is looked for."""

_ID = re.compile(r"[0-9a-f]{16}")


@frozen
class Settings:
    """What ``dossier.toml`` says of the log and of the network.

    Args:
        id: Sixteen hexadecimal digits; the log is named after it.
        online: Whether the person has allowed, for good, that pages are fetched.
        proxy: By which way; empty for the direct one.
        agent: Under which name; empty for the usual one.
    """

    id: str
    online: bool = False
    proxy: str = ""
    agent: str = ""

    @property
    def origin(self) -> str:
        """Name of the log and of its key."""
        return f"dossier/{self.id}"

    def terms(self, usual: Terms) -> Terms:
        """Return the terms with the way and the name that the dossier asks for.

        Raises:
            UsageError: ``capture.proxy`` or ``capture.agent``.
        """
        return evolve(usual, proxy=usual.proxy or self.proxy, agent=self.agent or usual.agent)

    def check_online(self, asked: bool) -> None:
        """Refuse to fetch unless somebody has said so.

        Raises:
            Refused: ``capture.offline``.
        """
        if not (asked or self.online):
            raise Refused(
                "capture.offline",
                "Nothing is fetched unless you ask for it.",
                hint="Repeat the command with --online: the server, and whoever watches the line, will see the address "
                "of this machine; --proxy socks5://127.0.0.1:9050 goes through Tor.",
            )


def read_settings(dossier: Path) -> Settings:
    """Return what ``dossier.toml`` says of the log and of the network.

    Raises:
        UnreadableInput: ``dossier.missing``, or ``capture.dossier`` when its id or its table network is not understood.
    """
    path = find(dossier) / HEAD
    try:
        top = tomllib.loads(path.read_text(encoding="utf-8"))
        network = top.get("network", {})
        made = Settings(str(top.get("id", "")), **network)
    except (OSError, ValueError, TypeError, RecursionError):
        made = Settings("")
    kinds = (type(made.online), type(made.proxy), type(made.agent))
    if not _ID.fullmatch(made.id) or kinds != (bool, str, str):
        raise UnreadableInput(
            "capture.dossier",
            "dossier.toml has no id of sixteen hexadecimal digits, or its table network is not understood.",
            hint='Under [network] stand online = true or false, and in quotation marks proxy = "…" and agent = "…".',
        )
    return made


@frozen
class Captured:
    """A capture that is in the log.

    Args:
        number: Number of its entry.
        capture: What it is.
    """

    number: int
    capture: Capture


@frozen
class Register:
    """The captures of one dossier, open for more.

    Args:
        folder: The dossier.
        log: Its log.
        signer: Its key.
        terms: How captures are made.
        keys: Folder of the keys, in which the last head is kept.
    """

    folder: Path
    log: Log
    signer: Signer
    terms: Terms
    keys: Path

    @classmethod
    def open(cls, folder: Path, *, settings: Settings, terms: Terms, keys: Path | None = None) -> Register:
        """Return the register of a dossier; its log and the key are made the first time.

        Args:
            folder: The dossier.
            settings: What its ``dossier.toml`` says.
            terms: How captures are made.
            keys: Folder of the keys; the usual one when None.

        Raises:
            AigaqError: The log or the key cannot be opened or made, as their own errors say; or the log does not go
                on from the last head that is kept beside the key.
        """
        place = folder / LOG
        new = not os.path.lexists(place / "checkpoint")
        keys = keys or key_folder()
        signer = signing_key(settings.origin, keys=keys, dossier=folder, new=new)
        clock = terms.now
        log = Log.create(place, origin=settings.origin, signer=signer, clock=clock) if new else Log.open(place)
        check_head(log, keys=keys)
        save_head(log.note, folder=keys, name=log.origin)
        return cls(folder, log, signer, terms, keys)

    @property
    def warnings(self) -> tuple[Message, ...]:
        """What stands behind the newest head, and whether somebody else signed it, a sentence each."""
        ours = f"{self.signer.name}+{self.signer.id.hex()}"
        if ours in self.log.signed_by:
            return self.log.warnings
        said = Message("the newest head is signed by another key: {keys}", keys=", ".join(self.log.signed_by))
        return (said, *self.log.warnings)

    def fetch(self, url: str) -> Captured:
        """Look at a URL and put what came into the log; see ``evidence.capture.fetch``."""
        return self._add(fetch(url, self.folder, terms=self.terms))

    def take(self, path: Path) -> Captured:
        """Import a file and put it into the log; see ``evidence.capture.take``."""
        return self._add(take(path, self.folder, terms=self.terms))

    def _add(self, capture: Capture) -> Captured:
        check = partial(check_head, keys=self.keys)
        head = self.log.append([entry(capture)], signer=self.signer, clock=self.terms.now, check=check)
        save_head(self.log.note, folder=self.keys, name=self.log.origin)
        return Captured(head.size - 1, capture)

    def left_over(self) -> list[str]:
        """Return files that an interrupted run left beside the captures, as far as the end of the log shows it."""
        last = list(self._recent())
        return list(strays(self.folder, logged=set(last), since=max(last, default="")))

    def _recent(self) -> Iterator[str]:
        for at in range(max(0, self.log.size - RECENT), self.log.size):
            data = self.log.entry(at)
            if is_capture(data) and (warc := read_entry(data).warc):
                yield warc.file
