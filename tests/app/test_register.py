"""One key signs one history: an older copy that was put back, or a log that is gone, gets no second one."""

from __future__ import annotations

import shutil
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from aigaq.app.register import Register, Settings
from aigaq.errors import AigaqError
from aigaq.evidence.capture import Terms
from aigaq.evidence.log import Log, Signer

SETTINGS = Settings("0123456789abcdef")
TERMS = Terms(now=lambda: datetime(2025, 11, 16, 10, 15, tzinfo=UTC))
KEY, HEAD = "dossier+0123456789abcdef.key", "dossier+0123456789abcdef.head"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "dossier").mkdir()
    (tmp_path / "a").write_bytes(b"a")
    return tmp_path


def opened(place: Path, keys: str = "keys") -> Register:
    return Register.open(place / "dossier", settings=SETTINGS, terms=TERMS, keys=place / keys)


def take(place: Path, times: int, keys: str = "keys") -> None:
    register = opened(place, keys)
    for _ in range(times):
        register.take(place / "a")


def put_back(place: Path, name: str) -> None:
    shutil.rmtree(place / "dossier" / "log")
    shutil.copytree(place / name, place / "dossier" / "log")


def keep(place: Path, name: str) -> None:
    shutil.copytree(place / "dossier" / "log", place / name)


def refused(place: Path) -> str:
    with pytest.raises(AigaqError) as caught:
        take(place, 1)
    return caught.value.code


def test_the_last_head_is_kept_beside_the_key_for_its_owner_alone(place: Path) -> None:
    take(place, 2)
    head = place / "keys" / HEAD
    assert head.read_bytes() == (place / "dossier" / "log" / "checkpoint").read_bytes()
    assert stat.S_IMODE(head.stat().st_mode) == 0o600
    assert {path.name for path in (place / "keys").iterdir()} == {KEY, HEAD}


def test_an_older_copy_gets_no_second_history(place: Path) -> None:
    take(place, 3)
    keep(place, "older")
    take(place, 2)
    put_back(place, "older")
    assert refused(place) == "keys.head"
    assert Log.open(place / "dossier" / "log").size == 3
    (place / "keys" / HEAD).rename(place / "kept")
    take(place, 1)
    assert Log.open(place / "dossier" / "log").size == 4


def test_another_history_of_more_entries_is_refused(place: Path) -> None:
    take(place, 1)
    keep(place, "older")
    shutil.copytree(place / "keys", place / "other")
    take(place, 1)
    put_back(place, "older")
    register = opened(place, "other")
    (place / "b").write_bytes(b"b")
    for _ in range(3):
        register.take(place / "b")
    assert refused(place) == "keys.head"


def test_an_older_copy_put_back_in_the_middle_of_a_run_is_refused(place: Path) -> None:
    take(place, 1)
    keep(place, "older")
    register = opened(place)
    register.take(place / "a")
    put_back(place, "older")
    with pytest.raises(AigaqError) as caught:
        register.take(place / "a")
    assert (caught.value.code, Log.open(place / "dossier" / "log").size) == ("keys.head", 1)


def test_a_log_that_went_on_elsewhere_goes_on_here(place: Path) -> None:
    take(place, 1)
    shutil.copytree(place / "keys", place / "other")
    take(place, 2, "other")
    take(place, 1)
    assert Log.open(place / "dossier" / "log").size == 4


def test_a_log_that_is_gone_is_not_begun_anew(place: Path) -> None:
    take(place, 2)
    shutil.rmtree(place / "dossier" / "log")
    assert refused(place) == "keys.log-gone"
    head = (place / "keys" / HEAD).read_bytes()
    (place / "keys" / HEAD).unlink()
    assert refused(place) == "keys.log-gone"
    (place / "keys" / KEY).unlink()
    (place / "keys" / HEAD).write_bytes(head)
    assert refused(place) == "keys.log-gone"
    (place / "keys" / HEAD).unlink()
    take(place, 1)


def test_a_log_that_was_never_finished_being_made_is_made(place: Path) -> None:
    opened(place)
    shutil.rmtree(place / "dossier" / "log")
    take(place, 1)


def test_an_older_key_gets_its_head(place: Path) -> None:
    take(place, 1)
    (place / "keys" / HEAD).unlink()
    opened(place)
    assert (place / "keys" / HEAD).read_bytes() == Log.open(place / "dossier" / "log").note


@pytest.mark.parametrize("data", [b"", b"x", b"\xff" * 50])
def test_a_damaged_head_stops_everything(place: Path, data: bytes) -> None:
    take(place, 1)
    (place / "keys" / HEAD).write_bytes(data)
    assert refused(place) == "keys.head-file"


def test_a_head_signed_by_another_key_is_told(place: Path) -> None:
    take(place, 1)
    register = opened(place)
    assert register.warnings == ()
    other = Signer.new(SETTINGS.origin)
    register.log.trust(other.verifier)
    register.log.append([b"theirs"], signer=other, clock=TERMS.now)
    (said,) = opened(place).warnings
    assert said == f"the newest head is signed by another key: {SETTINGS.origin}+{other.id.hex()}"
