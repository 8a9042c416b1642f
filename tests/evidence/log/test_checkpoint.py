from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from aigaq.errors import AigaqError, IntegrityFailure, UnreadableInput
from aigaq.evidence.log import EMPTY_ROOT, Checkpoint, open_checkpoint, read_checkpoint, sign
from aigaq.evidence.log.checkpoint import time_line
from tests.evidence.log.sample import ORIGIN, SECOND, SIGNER

# The example of C2SP tlog-checkpoint.
EXAMPLE = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
HASH = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="


def test_the_example_of_the_specification() -> None:
    checkpoint = read_checkpoint(EXAMPLE)
    assert (checkpoint.origin, checkpoint.size, checkpoint.root.hex()[:8]) == (
        "example.com/behind-the-sofa",
        20852163,
        "0ac5186a",
    )
    assert checkpoint.text == EXAMPLE
    assert checkpoint.extension == () and checkpoint.time is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "a\n1\n",
        f"a\n1\n{HASH}",
        f"\n1\n{HASH}\n",
        f"a\n01\n{HASH}\n",
        f"a\n00\n{HASH}\n",
        f"a\n-1\n{HASH}\n",
        f"a\n+1\n{HASH}\n",
        f"a\n1 \n{HASH}\n",
        f"a\n1_0\n{HASH}\n",
        f"a\n١\n{HASH}\n",
        f"a\n\n{HASH}\n",
        f"a\n1e3\n{HASH}\n",
        f"a\n{'9' * 20}\n{HASH}\n",
        f"a\n{'9' * 9999}\n{HASH}\n",
        f"a\n1\n{HASH[:-1]}\n",
        f"a\n1\n{HASH} \n",
        f"a\n1\n{HASH.replace('2I=', '2J=')}\n",
        "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jx\n",
        "a\n1\n\n",
        f"a\n1\n{HASH}\n\n",
        f"a\n1\n{HASH}\nrest",
        f"a\n1\n{HASH}\nb\n\n",
        f"a\n1\n{HASH}\n\nb\n",
        f"a\r\n1\r\n{HASH}\r\n",
        f"a\n1\n{HASH}\na\tb\n",
    ],
)
def test_a_checkpoint_has_one_form(text: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_checkpoint(text)
    assert caught.value.code == "log.checkpoint"


@pytest.mark.parametrize(
    ("origin", "size", "root", "extension"),
    [
        ("", 0, EMPTY_ROOT, ()),
        ("a\nb", 0, EMPTY_ROOT, ()),
        ("a", -1, EMPTY_ROOT, ()),
        ("a", 10**20, EMPTY_ROOT, ()),
        ("a", 0, b"short", ()),
        ("a", 0, EMPTY_ROOT, ("",)),
        ("a", 0, EMPTY_ROOT, ("b\nc",)),
    ],
)
def test_a_wrong_checkpoint_cannot_be_made(origin: str, size: int, root: bytes, extension: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match=r"a checkpoint is|no such size"):
        Checkpoint(origin, size, root, extension)


@pytest.mark.parametrize(
    ("extension", "time"),
    [
        (("time 2025-11-16T10:15:00Z",), datetime(2025, 11, 16, 10, 15, tzinfo=UTC)),
        (("other line", "time 2025-11-16T10:15:00Z"), datetime(2025, 11, 16, 10, 15, tzinfo=UTC)),
        ((), None),
        (("time 2025-11-16",), None),
        (("time 2025-02-30T10:15:00Z",), None),
        (("time 2025-11-16T10:15:00+05:00",), None),
        (("time 2025-1-6T10:15:00Z",), None),
        (("time  2025-11-16T10:15:00Z",), None),
        (("time 2025-11-16T10:15:00Z", "time 2025-11-17T10:15:00Z"), None),
    ],
)
def test_the_time_that_a_checkpoint_states(extension: tuple[str, ...], time: datetime | None) -> None:
    checkpoint = Checkpoint(ORIGIN, 0, EMPTY_ROOT, extension)
    assert checkpoint.time == time
    assert read_checkpoint(checkpoint.text) == checkpoint


def test_times_are_written_in_utc_to_the_second() -> None:
    astana = timezone(timedelta(hours=5))
    assert time_line(datetime(2025, 11, 16, 15, 15, 0, 999_999, tzinfo=astana)) == "time 2025-11-16T10:15:00Z"
    with pytest.raises(ValueError, match="time zone"):
        time_line(datetime(2025, 11, 16))


def test_a_signed_checkpoint_opens_with_its_key_only() -> None:
    checkpoint = Checkpoint(ORIGIN, 7, EMPTY_ROOT, ("time 2025-11-16T10:15:00Z",))
    data = sign(checkpoint.text, SIGNER)
    assert open_checkpoint(data, [SECOND.verifier, SIGNER.verifier]) == checkpoint
    with pytest.raises(IntegrityFailure):
        open_checkpoint(data, [SECOND.verifier])
    with pytest.raises(AigaqError):
        open_checkpoint(sign("text\n", SIGNER), [SIGNER.verifier])
