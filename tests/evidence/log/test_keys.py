from __future__ import annotations

import stat
import traceback
from pathlib import Path

import pytest

from aigaq.errors import AigaqError, IntegrityFailure, Refused, UnreadableInput, UsageError
from aigaq.evidence.log import Signer, Verifier
from aigaq.evidence.log.keyring import read_keys, write_keys
from tests.evidence.log.sample import ORIGIN, SECOND, SIGNER

# The key of the examples of golang.org/x/mod/sumdb/note.
PUBLIC = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
PRIVATE = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"


def is_verifier(text: str) -> bool:
    try:
        Verifier.of(text)
    except UnreadableInput:
        return False
    return True


def is_signer(text: str) -> bool:
    try:
        Signer.of(text)
    except UnreadableInput:
        return False
    return True


def test_the_key_of_the_go_examples() -> None:
    verifier, signer = Verifier.of(PUBLIC), Signer.of(PRIVATE)
    assert signer.verifier == verifier
    assert (verifier.text, verifier.name, verifier.id.hex()) == (PUBLIC, "PeterNeumann", "c74f20a3")
    assert signer.id == verifier.id


def test_no_part_of_a_key_is_a_key() -> None:
    for text, good in ((PUBLIC, is_verifier), (PRIVATE, is_signer)):
        parts = {text[a:b] for a in range(len(text)) for b in range(a + 1, len(text) + 1)} - {text}
        assert good(text)
        assert [part for part in parts if good(part)] == []


def test_a_key_with_another_sign_is_no_key() -> None:
    for text, good in ((PUBLIC, is_verifier), (PRIVATE, is_signer)):
        for at, sign in enumerate(text):
            for other in (chr(ord(sign) + 1), sign.swapcase(), "", sign * 2):
                changed = text[:at] + other + text[at + 1 :]
                assert changed == text or not good(changed), changed


@pytest.mark.parametrize(
    "text",
    [
        "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
        "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "",
        "+",
        "++",
        PUBLIC + "\n",
        " " + PUBLIC,
        PUBLIC.replace("c74f", "C74F"),
    ],
    ids=["longer", "another algorithm", "empty", "plus", "pluses", "newline", "space", "capitals"],
)
def test_keys_of_another_kind_are_refused(text: str) -> None:
    assert not is_verifier(text)


@pytest.mark.parametrize("name", ["", "a b", "a+b", "a\u00a0b", "a\nb", "a\x01b", "\ud800", "x" * 201, "ә" * 101])
def test_names_that_no_key_can_have(name: str) -> None:
    with pytest.raises(UsageError) as caught:
        Signer.new(name)
    assert caught.value.code == "note.name"


def test_two_new_keys_are_two_keys() -> None:
    assert Signer.new(ORIGIN).verifier != Signer.new(ORIGIN).verifier
    assert len(Signer.new(ORIGIN).seed) == 32


def test_a_signature_holds_for_its_text_and_key_only() -> None:
    signature = SIGNER.sign(b"text\n")
    SIGNER.verifier.check(b"text\n", signature)
    wrong = [(b"Text\n", signature), (b"text\n", signature[:-1]), (b"text\n", b""), (b"text\n", bytes(64))]
    for data, other in wrong:
        with pytest.raises(IntegrityFailure):
            SIGNER.verifier.check(data, other)
    with pytest.raises(IntegrityFailure):
        SECOND.verifier.check(b"text\n", signature)


def test_a_key_never_shows_its_seed(tmp_path: Path) -> None:
    signer = Signer.of(PRIVATE)
    secrets = {"AYEKFALVFGyNhPJEMzD1QIDr", signer.seed.hex(), repr(signer.seed)[2:-1]}
    shown = [repr(signer), str(signer), repr([signer])]
    signer.save(tmp_path)
    broken = tmp_path / "PeterNeumann.key"
    broken.write_text(PRIVATE.replace("c74f", "c74e"))
    for act in (
        lambda: signer.save(tmp_path),
        lambda: Signer.load(tmp_path, "PeterNeumann"),
        lambda: Signer.of(PRIVATE[:-1]),
    ):
        with pytest.raises(AigaqError) as caught:
            act()
        shown += [str(caught.value), str(caught.value.values), "".join(traceback.format_exception(caught.value))]
    assert [text for text in shown for secret in secrets if secret in text] == []


def test_a_saved_key_comes_back(tmp_path: Path) -> None:
    path = SIGNER.save(tmp_path / "keys")
    assert path.name == "dossier+0011223344556677.key"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert path.read_text() == f"PRIVATE+KEY+{ORIGIN}+{SIGNER.id.hex()}+AQABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f\n"
    assert Signer.load(tmp_path / "keys", ORIGIN).verifier == SIGNER.verifier


def test_a_key_is_never_written_over(tmp_path: Path) -> None:
    path = SIGNER.save(tmp_path)
    before = path.read_bytes()
    with pytest.raises(Refused) as caught:
        SECOND.save(tmp_path)
    assert caught.value.code == "note.key-exists"
    assert path.read_bytes() == before


def test_a_key_is_not_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "dossier+0011223344556677.key").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Refused):
        SIGNER.save(tmp_path)
    assert not (tmp_path / "elsewhere").exists()


def test_a_key_that_cannot_be_written_leaves_no_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("aigaq.evidence.log.keyfile.os.fsync", full)
    with pytest.raises(Refused) as caught:
        SIGNER.save(tmp_path)
    assert (caught.value.code, str(caught.value)) == (
        "note.key-save",
        "The signing key cannot be written: no space left on device.",
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o666])
def test_a_key_that_others_can_read_is_refused(tmp_path: Path, mode: int) -> None:
    SIGNER.save(tmp_path).chmod(mode)
    with pytest.raises(Refused) as caught:
        Signer.load(tmp_path, ORIGIN)
    assert caught.value.code == "note.key-open"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "note.key"),
        ("rubbish", "note.key"),
        (PRIVATE, "note.key"),
        (f"{PRIVATE}\n\n", "note.key"),
        ("x" * 10_000, "note.key"),
        (None, "note.key-missing"),
    ],
    ids=["empty", "rubbish", "another name", "a line more", "long", "missing"],
)
def test_what_is_no_key_of_the_name_is_not_loaded(tmp_path: Path, text: str | None, code: str) -> None:
    if text is not None:
        path = tmp_path / "dossier+0011223344556677.key"
        path.write_text(text)
        path.chmod(0o600)
    with pytest.raises(UnreadableInput) as caught:
        Signer.load(tmp_path, ORIGIN)
    assert caught.value.code == code
    missing = ("AIGAQ_KEYS", "dossier+0011223344556677.key", "can be verified")
    assert all(word in caught.value.hint_text() for word in missing) == (code == "note.key-missing")


def test_keys_of_a_log_are_read_back() -> None:
    keys = (SIGNER.verifier, SECOND.verifier)
    assert read_keys(write_keys(keys)) == keys


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "log.keys"),
        (b"\n", "note.verifier"),
        (SIGNER.verifier.text.encode(), "log.keys"),
        (SIGNER.verifier.text.encode() + b"\r\n", "note.verifier"),
        (SIGNER.verifier.text.encode() + b"\n\n", "note.verifier"),
        ((SIGNER.verifier.text + "\n").encode() * 2, "log.keys"),
        (b"\xff\n", "log.keys"),
        (b"".join(f"{n}\n".encode() for n in range(101)), "log.keys"),
    ],
)
def test_a_list_of_keys_has_one_form(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_keys(data)
    assert caught.value.code == code
