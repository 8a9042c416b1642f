"""The key that signs the log of a dossier: where it lies, and how it is made the first time."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from aigaq.errors import IntegrityFailure, Refused
from aigaq.evidence.log import EMPTY_ROOT, Checkpoint, Log, Signer, sign
from aigaq.evidence.log.headfile import head_file, load_head, save_head
from aigaq.evidence.log.keyfile import key_file


def key_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of the signing keys: ``AIGAQ_KEYS``, else ``aigaq/keys`` among the data of this user.

    >>> key_folder({"AIGAQ_KEYS": "/k"}).as_posix(), key_folder({"XDG_DATA_HOME": "/d"}).as_posix()
    ('/k', '/d/aigaq/keys')
    """
    if named := environment.get("AIGAQ_KEYS"):
        return Path(named)
    data = environment.get("XDG_DATA_HOME")
    return (Path(data) if data else Path.home() / ".local" / "share") / "aigaq" / "keys"


def signing_key(name: str, *, keys: Path, dossier: Path, new: bool) -> Signer:
    """Return the key that signs a log.

    Args:
        name: Name of the key, which is the origin of the log.
        keys: Folder of the keys.
        dossier: Folder of the dossier, in which no key may lie.
        new: Whether there is no log yet, so that a key may be made; of a log that exists, the key must be there.

    Raises:
        Refused: ``keys.dossier`` when the keys would lie in the dossier; ``note.key-open`` when others can read it.
        IntegrityFailure: ``keys.log-gone`` when there was a log, of which the key or its last head is there.
        UnreadableInput: ``note.key-missing``, ``note.key`` or ``keys.head-file``.
    """
    if keys.resolve().is_relative_to(dossier.resolve()):
        raise Refused(
            "keys.dossier",
            "The folder of the keys lies in the dossier; whoever gets the dossier could sign in your name.",
            hint="Name another folder in the environment variable AIGAQ_KEYS.",
        )
    if new:
        _make(name, keys)
    return Signer.load(keys, name)


def check_head(log: Log, *, keys: Path) -> None:
    """Refuse to add to a log that does not go on from the last head that its key signed on this machine.

    Raises:
        IntegrityFailure: ``keys.head``.
        UnreadableInput: ``keys.head-file`` when what is kept beside the key cannot be read.
    """
    kept = load_head(keys, log.origin)
    if kept and not (kept.size <= log.size and log.root(kept.size) == kept.root):
        raise IntegrityFailure(
            "keys.head",
            "The log has {size} entries and does not go on from its head of {kept} entries that this machine signed "
            "last: an older copy of the dossier was put back, or another machine went on from one.",
            hint="Nothing was added. Verify the dossier and compare it with your other copies. To go on with this one "
            "nevertheless, move {file} out of the folder of the keys and keep it.",
            size=log.size,
            kept=kept.size,
            file=head_file(log.origin),
        )


def _make(name: str, keys: Path) -> None:
    """Make a key for a log that is yet to be made; its head of no entries is kept first."""
    there = os.path.lexists(keys / key_file(name))
    kept = load_head(keys, name)
    if (there and kept is None) or (kept and kept.size):
        raise IntegrityFailure(
            "keys.log-gone",
            "The dossier has no log, although one was begun: its key {name} is in the folder of the keys.",
            hint="Put the folder log back from a copy of the dossier. To begin another log nevertheless, move the "
            "files {key} and {file} out of the folder of the keys and keep them.",
            name=name,
            key=key_file(name),
            file=head_file(name),
        )
    if not there:
        signer = Signer.new(name)
        save_head(sign(Checkpoint(name, 0, EMPTY_ROOT).text, signer), folder=keys, name=name)
        signer.save(keys)
