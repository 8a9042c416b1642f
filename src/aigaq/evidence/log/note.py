"""Signed notes, after C2SP signed-note: a text, an empty line, and lines with signatures."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from attrs import frozen

from aigaq.errors import IntegrityFailure, UnreadableInput
from aigaq.evidence.log.base64 import from_base64, to_base64
from aigaq.evidence.log.keys import Signer, Verifier, is_name

__all__ = ["Note", "Signature", "Signer", "Verifier", "open_note", "read_note", "sign"]

LARGEST = 1_000_000
"""Bytes of a note that are read."""

MOST_SIGNATURES = 100
"""Signature lines that are read; the specification wants 16 at least."""

_DASH = "\N{EM DASH} "
_ID_BYTES = 4


@frozen
class Signature:
    """One signature line.

    Args:
        name: Name of the key.
        id: Its id, four bytes.
        data: The signature itself.
    """

    name: str
    id: bytes
    data: bytes

    @property
    def key(self) -> str:
        """Name and id of the key, as a verifier key begins."""
        return f"{self.name}+{self.id.hex()}"

    def by(self, verifiers: Iterable[Verifier]) -> Verifier | None:
        """Return the verifier key that it says it is of; None when it is not among ``verifiers``."""
        return next((each for each in verifiers if (each.name, each.id) == (self.name, self.id)), None)


@frozen
class Note:
    """A text with its signatures.

    Args:
        text: What was signed; it ends with a newline.
        signatures: Those of known keys, each checked, where ``open_note`` gave it; all of them, unchecked, where
            ``read_note`` did.
        unknown: Those of keys that are not known; they say nothing.
    """

    text: str
    signatures: tuple[Signature, ...]
    unknown: tuple[Signature, ...] = ()


def sign(text: str, *signers: Signer) -> bytes:
    r"""Return the signed note over ``text``, which ends with a newline.

    >>> signer = Signer.new("example.org/log")
    >>> open_note(sign("Айғақ\n", signer), [signer.verifier]).text
    'Айғақ\n'

    Raises:
        ValueError: No note can hold the text, or nobody signs.
    """
    if not _is_text(text) or not signers:
        raise ValueError("a note is printable text that ends with a newline, signed by somebody")
    lines = (f"{_DASH}{each.name} {to_base64(each.id + each.sign(text.encode()))}\n" for each in signers)
    return f"{text}\n{''.join(lines)}".encode()


def open_note(data: bytes, verifiers: Collection[Verifier]) -> Note:
    """Return the note that ``data`` is, after checking that a key of ``verifiers`` signed it.

    Signatures of other keys are set apart and say nothing; every one of a known key must hold.

    Raises:
        UnreadableInput: ``note.form`` when it is no signed note.
        IntegrityFailure: ``note.signature`` when a signature of a known key is wrong, ``note.unknown`` when no known
            key signed it.
    """
    note = read_note(data)
    known: list[Signature] = []
    unknown: list[Signature] = []
    for signature in note.signatures:
        verifier = signature.by(verifiers)
        if verifier:
            verifier.check(note.text.encode(), signature.data)
        (known if verifier else unknown).append(signature)
    if not known:
        raise IntegrityFailure(
            "note.unknown",
            "No known key signed the note; it names {keys}.",
            hint="Get the verifier key from the people who signed it, by another way than the note came.",
            keys=", ".join(dict.fromkeys(each.key for each in unknown)),
        )
    return Note(note.text, tuple(known), tuple(unknown))


def read_note(data: bytes) -> Note:
    """Return the note that ``data`` is, with no signature checked.

    Raises:
        UnreadableInput: ``note.form`` when it is no signed note.
    """
    text, signatures = _parts(data)
    if not signatures or len(signatures) > MOST_SIGNATURES or not _is_text(text):
        raise UnreadableInput(
            "note.form",
            "This is no signed note: a text, an empty line, and one to {most} lines with signatures.",
            hint="Get it again from where it came; nothing may be added to it, not even an empty line.",
            most=MOST_SIGNATURES,
        )
    return Note(text, tuple(signatures))


def _parts(data: bytes) -> tuple[str, list[Signature]]:
    try:
        text, gap, below = data.decode("utf-8").rpartition("\n\n") if len(data) <= LARGEST else ("", "", "")
    except UnicodeDecodeError:
        return "", []
    lines = below.split("\n")
    found = [_signature(line) for line in lines[:-1]]
    good = [each for each in found if each]
    return (f"{text}\n", good) if gap and lines[-1] == "" and len(good) == len(found) else ("", [])


def _signature(line: str) -> Signature | None:
    name, _, coded = line.removeprefix(_DASH).partition(" ")
    data = from_base64(coded)
    if not line.startswith(_DASH) or not is_name(name) or data is None or len(data) <= _ID_BYTES:
        return None
    return Signature(name, data[:_ID_BYTES], data[_ID_BYTES:])


def _is_text(text: str) -> bool:
    return text.endswith("\n") and all(sign >= " " or sign == "\n" for sign in text)
