"""The keys that sign notes: Ed25519 (RFC 8032) in the text forms of C2SP signed-note and Go's ``sumdb/note``."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import field, frozen

from aigaq.errors import IntegrityFailure, UnreadableInput, UsageError
from aigaq.evidence.log.base64 import from_base64, to_base64
from aigaq.evidence.log.keyfile import load_key, save_key

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

ED25519 = b"\x01"
"""The signature type of C2SP signed-note for Ed25519."""

LONGEST_NAME = 200
"""Bytes of a name; so that it can also be the name of a file."""

_KEY_BYTES = 32
_PRIVATE = "PRIVATE+KEY+"


def is_name(name: str) -> bool:
    """Return whether ``name`` may name a key: no spaces, no plus, nothing that cannot be printed.

    >>> is_name("dossier/3f2a9c1b00d4e5f6"), is_name("a b"), is_name("")
    (True, False, False)
    """
    return bool(name) and not any(sign == "+" or sign.isspace() or sign < " " or _half(sign) for sign in name)


@frozen
class Verifier:
    """The public part of a key: says whether a signature is its own.

    Args:
        name: Name of the key, e.g. the origin of a log.
        key: The 32 bytes of the Ed25519 public key.

    >>> known = Verifier.of("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
    >>> known.name, known.id.hex(), known.text == str(known)
    ('PeterNeumann', 'c74f20a3', True)
    """

    name: str
    key: bytes

    @classmethod
    def of(cls, text: str) -> Verifier:
        """Return the verifier key that ``text`` writes: ``name+id+base64`` (C2SP "vkey").

        Raises:
            UnreadableInput: ``note.verifier`` when it writes none, or one of another kind than Ed25519.
        """
        parts = _parts(text)
        made = cls(parts[0], parts[2]) if parts else None
        if parts is None or made is None or made.id.hex() != parts[1]:
            raise UnreadableInput(
                "note.verifier",
                "«{text}» is no verifier key for Ed25519 signatures.",
                hint="It is one line: a name, eight digits from 0 to f, and the key, with a plus sign between them.",
                text=text[:40],
            )
        return made

    @property
    def id(self) -> bytes:
        """The four bytes that stand for the key in a signature line."""
        return hashlib.sha256(self.name.encode() + b"\n" + ED25519 + self.key).digest()[:4]

    @property
    def text(self) -> str:
        """The key as it is written down and handed on."""
        return f"{self.name}+{self.id.hex()}+{to_base64(ED25519 + self.key)}"

    def __str__(self) -> str:
        return self.text

    def check(self, data: bytes, signature: bytes) -> None:
        """Check a signature over ``data``.

        Raises:
            IntegrityFailure: ``note.signature`` when this key did not make it, or not over these bytes.
        """
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        try:
            Ed25519PublicKey.from_public_bytes(self.key).verify(signature, data)
        except InvalidSignature:
            raise IntegrityFailure(
                "note.signature",
                "The signature of {name} does not fit the text.",
                hint="The text or the signature was changed; get the note again from where it came.",
                name=self.name,
            ) from None


@frozen(eq=False)
class Signer:
    """The private part of a key. It is never shown: not by ``repr``, and no error holds it.

    Args:
        name: Name of the key.
        seed: The 32 secret bytes (RFC 8032 section 5.1.5).

    >>> "seed" in repr(Signer.new("dossier/3f2a9c1b00d4e5f6"))
    False
    """

    name: str
    seed: bytes = field(repr=False)

    @classmethod
    def new(cls, name: str) -> Signer:
        """Return a new key of the name; its seed comes from the operating system.

        Raises:
            UsageError: ``note.name`` when a key cannot have the name.
        """
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        if not is_name(name) or len(name.encode()) > LONGEST_NAME:
            raise UsageError(
                "note.name",
                "«{name}» cannot be the name of a key.",
                hint="Take a name without spaces and plus signs, of {most} bytes at most.",
                name=name[:40],
                most=LONGEST_NAME,
            )
        return cls(name, Ed25519PrivateKey.generate().private_bytes_raw())

    @classmethod
    def of(cls, text: str) -> Signer:
        """Return the key that ``text`` writes: ``PRIVATE+KEY+name+id+base64`` (Go ``sumdb/note``).

        Raises:
            UnreadableInput: ``note.key`` when it writes none.
        """
        parts = _parts(text.removeprefix(_PRIVATE)) if text.startswith(_PRIVATE) else None
        made = cls(parts[0], parts[2]) if parts else None
        if parts is None or made is None or made.id.hex() != parts[1]:
            raise _no_key()
        return made

    @property
    def verifier(self) -> Verifier:
        """The public part."""
        return Verifier(self.name, self._private.public_key().public_bytes_raw())

    @property
    def id(self) -> bytes:
        """The four bytes that stand for the key in a signature line."""
        return self.verifier.id

    def sign(self, data: bytes) -> bytes:
        """Return the 64 bytes of the Ed25519 signature over ``data``."""
        return self._private.sign(data)

    def save(self, folder: Path) -> Path:
        """Write the key into ``folder`` and return the path; see ``keyfile.save_key``."""
        text = f"{_PRIVATE}{self.name}+{self.id.hex()}+{to_base64(ED25519 + self.seed)}\n"
        return save_key(text, folder=folder, name=self.name)

    @classmethod
    def load(cls, folder: Path, name: str) -> Signer:
        """Return the key of the name from ``folder``.

        Raises:
            UnreadableInput: ``note.key-missing`` when it is not there, ``note.key`` when it is damaged.
            Refused: ``note.key-open`` when other people can read the file.
        """
        made = cls.of(load_key(folder, name).removesuffix("\n"))
        if made.name != name:
            raise _no_key()
        return made

    @property
    def _private(self) -> Ed25519PrivateKey:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self.seed)


def _half(sign: str) -> bool:
    """Return whether ``sign`` is half of a pair of UTF-16, which UTF-8 cannot hold."""
    return "\ud800" <= sign <= "\udfff"


def _parts(text: str) -> tuple[str, str, bytes] | None:
    """Return name, id and key that ``name+id+base64`` holds; None when it is not so written."""
    name, _, rest = text.partition("+")
    ident, _, coded = rest.partition("+")
    data = from_base64(coded)
    if not is_name(name) or data is None or len(data) != 1 + _KEY_BYTES or not data.startswith(ED25519):
        return None
    return name, ident, data[1:]


def _no_key() -> UnreadableInput:
    return UnreadableInput(
        "note.key",
        "The file with the signing key is damaged, or is no such file.",
        hint="Put it back from your backup copy.",
    )
