from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aigaq.errors import AigaqError, IntegrityFailure, UnreadableInput
from aigaq.evidence.log import Signer, Verifier, open_note, read_note, sign
from aigaq.evidence.log.base64 import from_base64, to_base64
from tests.evidence.log.sample import SECOND, SIGNER, STRANGER
from tests.evidence.log.test_keys import PRIVATE, PUBLIC

PETER = Verifier.of(PUBLIC)
TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
LINE = "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
NOTE = f"{TEXT}\n{LINE}".encode()


def opens(data: bytes, *verifiers: Verifier) -> bool:
    try:
        open_note(data, verifiers)
    except AigaqError:
        return False
    return True


def test_the_note_of_the_go_examples() -> None:
    note = open_note(NOTE, [PETER])
    assert note.text == TEXT
    assert [signature.key for signature in note.signatures] == ["PeterNeumann+c74f20a3"]
    assert sign(TEXT, Signer.of(PRIVATE)) == NOTE


def test_every_flipped_bit_and_every_missing_byte_of_a_note_is_noticed() -> None:
    assert opens(NOTE, PETER)
    for at in range(len(NOTE)):
        for bit in range(8):
            assert not opens(NOTE[:at] + bytes([NOTE[at] ^ 1 << bit]) + NOTE[at + 1 :], PETER), (at, bit)
        assert not opens(NOTE[:at] + NOTE[at + 1 :], PETER), at
        assert not opens(NOTE[:at], PETER), at
        assert not opens(NOTE[:at] + b"\n" + NOTE[at:], PETER), at
    assert not opens(NOTE + b"\n", PETER)


@pytest.mark.parametrize(
    "line",
    [
        LINE.rstrip("\n"),
        LINE + "\n",
        LINE.replace("—", "-"),
        LINE.replace("—", "–"),
        LINE.replace("— ", "—"),
        LINE.replace("— ", "—  "),
        LINE.replace("PeterNeumann ", ""),
        LINE.replace("PeterNeumann", "Peter Neumann"),
        LINE.replace("PeterNeumann", "Peter+Neumann"),
        LINE.replace("PeterNeumann", "Peter\u2003Neumann"),
        LINE.replace("=", ""),
        LINE.replace("AM=", "AN="),
        LINE.replace("x08g", "x0\n8g"),
        LINE.replace("\n", "\r\n"),
        LINE.replace("\n", " \n"),
        "— PeterNeumann x08gow==\n",
        "— PeterNeumann \n",
        "rubbish\n" + LINE,
        "",
        LINE * 101,
    ],
)
def test_signature_lines_have_one_form(line: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        open_note(f"{TEXT}\n{line}".encode(), [PETER])
    assert caught.value.code == "note.form"


@pytest.mark.parametrize("text", ["a\tb\n", "a\x00b\n", "a\rb\n", "a\x1fb\n", "no newline", ""])
def test_texts_that_no_note_holds(text: str) -> None:
    with pytest.raises(ValueError, match="a note is printable text"):
        sign(text, SIGNER)
    data = f"{text}\n— {SIGNER.name} {to_base64(SIGNER.id + SIGNER.sign(text.encode()))}\n".encode()
    assert not opens(data, SIGNER.verifier)


@pytest.mark.parametrize(
    "data", [b"", b"\n", b"\n\n", b"\xff" * 9, b"x" * 1_000_001, b"text\n\n", b"\n\n\xe2\x80\x94 a"]
)
def test_rubbish_is_no_note(data: bytes) -> None:
    with pytest.raises(UnreadableInput):
        open_note(data, [PETER])


def test_a_huge_note_is_not_read() -> None:
    whole = sign("x" * 1_000_000 + "\n", SIGNER)
    with pytest.raises(UnreadableInput):
        open_note(whole, [SIGNER.verifier])


@given(st.text(st.characters(min_codepoint=32, exclude_categories=["Cs"]) | st.just("\n"), max_size=80))
def test_any_text_comes_back(text: str) -> None:
    assert open_note(sign(text + "\n", SIGNER), [SIGNER.verifier]).text == text + "\n"


@given(st.binary(max_size=200))
def test_rubbish_is_never_opened(data: bytes) -> None:
    assert not opens(data, PETER)


def test_text_may_have_empty_lines() -> None:
    text = "one\n\n\ntwo\n\n— three four\n"
    assert open_note(sign(text, SIGNER), [SIGNER.verifier]).text == text


def test_signatures_of_others_say_nothing() -> None:
    data = sign("text\n", SECOND, SIGNER, STRANGER)
    note = open_note(data, [SIGNER.verifier])
    assert [signature.id for signature in note.signatures] == [SIGNER.id]
    assert [signature.id for signature in note.unknown] == [SECOND.id, STRANGER.id]
    with pytest.raises(IntegrityFailure) as caught:
        open_note(data, [PETER])
    assert caught.value.code == "note.unknown"
    assert SECOND.id.hex() in str(caught.value)
    with pytest.raises(IntegrityFailure):
        open_note(data, [])


def test_one_wrong_signature_of_a_known_key_spoils_the_note() -> None:
    wrong = to_base64(SECOND.id + SIGNER.sign(b"text\n"))
    data = sign("text\n", SIGNER) + f"— {SECOND.name} {wrong}\n".encode()
    assert opens(data, SIGNER.verifier)
    with pytest.raises(IntegrityFailure) as caught:
        open_note(data, [SIGNER.verifier, SECOND.verifier])
    assert caught.value.code == "note.signature"


def test_a_key_of_the_same_name_is_another_key() -> None:
    signature = SECOND.sign(b"text\n")
    for key in (SECOND.id, SIGNER.id):
        assert not opens(f"text\n\n— {SIGNER.name} {to_base64(key + signature)}\n".encode(), SIGNER.verifier)


def test_sixteen_signatures_are_read() -> None:
    signers = [Signer(f"example.org/{n}", bytes([n]) * 32) for n in range(16)]
    assert len(open_note(sign("text\n", *signers), [each.verifier for each in signers]).signatures) == 16


def test_a_note_may_be_read_without_keys() -> None:
    assert [each.key for each in read_note(NOTE).signatures] == ["PeterNeumann+c74f20a3"]


def test_nobody_signs_nothing() -> None:
    with pytest.raises(ValueError, match="signed by somebody"):
        sign("text\n")


@pytest.mark.parametrize("text", ["a", "YR==", "a2V5\n", "a2 V5", "a2V5=", "=a2V", "a2-_", "әәәә", "a2V5a2V5=="])
def test_base64_has_one_form(text: str) -> None:
    assert from_base64(text) is None


@given(st.binary(max_size=80))
def test_base64_comes_back(data: bytes) -> None:
    assert from_base64(to_base64(data)) == data
