"""The key that signs the log of a dossier: where it lies, and how it is made the first time."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from aigaq.errors import Refused
from aigaq.evidence.log import Signer
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
        UnreadableInput: ``note.key-missing`` or ``note.key``.
    """
    if keys.resolve().is_relative_to(dossier.resolve()):
        raise Refused(
            "keys.dossier",
            "The folder of the keys lies in the dossier; whoever gets the dossier could sign in your name.",
            hint="Name another folder in the environment variable AIGAQ_KEYS.",
        )
    if new and not os.path.lexists(keys / key_file(name)):
        Signer.new(name).save(keys)
    return Signer.load(keys, name)
