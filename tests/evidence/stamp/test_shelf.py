"""Stamps beside a log: asked for, kept, and everything that is refused on the way."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

import pytest

from aigaq.errors import AigaqError
from aigaq.evidence.log import Log
from aigaq.evidence.stamp import Authority, Kept, Shelf
from aigaq.evidence.stamp.sums import SUMS, read_sums, sha256, write_sums
from tests.evidence.log.sample import SIGNER, clock, entries, made
from tests.evidence.stamp import maker
from tests.evidence.stamp.maker import Tsa, plain


@pytest.fixture
def log(tmp_path: Path) -> Log:
    return made(tmp_path / "log", entries(3))


def ask(log: Log) -> bytes:
    return Shelf(log.folder).ask(log.note, log.checkpoint())


def keep(log: Log, response: bytes, *, name: str = "example", who: Tsa | None = None) -> Kept:
    authority = Authority.read(who.pem) if who else None
    return Shelf(log.folder).keep(response, name=name, authority=authority)[0]


def test_what_is_asked_for_is_kept_and_asked_for_again(log: Log) -> None:
    first = ask(log)
    assert ask(log) == first
    assert Shelf(log.folder).read("stamps/00000003.checkpoint") == log.note
    assert Shelf(log.folder).read("stamps/00000003.tsq") == first


def test_a_response_is_kept_as_it_came_with_the_certificates(log: Log) -> None:
    response = plain().answer(ask(log))
    kept = keep(log, response, who=plain())
    shelf = Shelf(log.folder)
    assert kept == Kept(3, "example")
    assert shelf.stamps() == [kept]
    assert shelf.read(kept.file) == response
    assert shelf.read(kept.authority) == plain().pem
    assert shelf.sums() == {name: sha256(shelf.read(name)) for name in shelf.names()}
    assert keep(log, response) == kept


def test_a_response_may_come_when_the_log_has_grown(log: Log) -> None:
    response = plain().answer(ask(log))
    log.append(entries(2, first=3), signer=SIGNER, clock=clock)
    assert keep(log, response, who=plain()).size == 3
    assert keep(log, plain().answer(ask(log))).size == 5


def test_one_request_may_go_to_several_authorities(log: Log) -> None:
    asked = ask(log)
    other = maker.chained()
    keep(log, plain().answer(asked), who=plain())
    keep(log, other.answer(asked), name="other", who=other)
    assert [kept.name for kept in Shelf(log.folder).stamps()] == ["example", "other"]


@pytest.mark.parametrize(
    ("changes", "options", "code"),
    [
        ({}, {"name": "Example"}, "stamp.name"),
        ({}, {"name": "../x"}, "stamp.name"),
        ({}, {"name": ""}, "stamp.name"),
        ({}, {"name": "x" * 41}, "stamp.name"),
        ({}, {"who": None}, "stamp.no-authority"),
        ({}, {"who": plain("Other TSA")}, "stamp.chain"),
        ({"nonce": 7}, {}, "stamp.nonce"),
        ({"digest": b"\0" * 32}, {}, "stamp.unknown"),
        ({"status": 2}, {}, "stamp.not-granted"),
    ],
)
def test_what_is_refused_leaves_nothing_behind(
    log: Log, changes: dict[str, Any], options: dict[str, Any], code: str
) -> None:
    response = plain().answer(ask(log), **changes)
    before = Shelf(log.folder).names()
    with pytest.raises(AigaqError) as found:
        keep(log, response, **({"who": plain()} | options))
    assert found.value.code == code
    assert Shelf(log.folder).names() == before


def test_a_second_stamp_of_one_authority_on_one_size_is_refused(log: Log) -> None:
    asked = ask(log)
    keep(log, plain().answer(asked), who=plain())
    with pytest.raises(AigaqError) as found:
        keep(log, plain().answer(asked))
    assert found.value.code == "stamp.already"


def test_another_authority_under_a_known_name_is_refused(log: Log) -> None:
    asked = ask(log)
    keep(log, plain().answer(asked), who=plain())
    other = plain("Other TSA")
    with pytest.raises(AigaqError) as found:
        keep(log, other.answer(asked), who=other)
    assert found.value.code == "stamp.other-authority"


def test_an_empty_log_is_not_stamped(tmp_path: Path) -> None:
    with pytest.raises(AigaqError) as found:
        ask(made(tmp_path / "log"))
    assert found.value.code == "stamp.empty"


def test_a_folder_that_cannot_be_written_to_is_told(log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("aigaq.evidence.log.disk.Disk.make", full)
    with pytest.raises(AigaqError) as found:
        ask(log)
    assert (found.value.code, "no space left" in str(found.value)) == ("stamp.write", True)


def test_a_damaged_list_is_never_repaired_in_silence(log: Log) -> None:
    asked = ask(log)
    path = log.folder / SUMS
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(AigaqError) as found:
        keep(log, plain().answer(asked), who=plain())
    assert found.value.code == "stamp.sums"


@pytest.mark.parametrize(
    "data",
    [
        b"x",
        b"0" * 64 + b" stamps/a.tsq\n",
        b"0" * 64 + b"  stamps/../a\n",
        b"0" * 64 + b"  other/a.tsq\n",
        b"0" * 64 + b"  stamps/a.tsq",
        (b"0" * 64 + b"  stamps/b.tsq\n") + (b"0" * 64 + b"  stamps/a.tsq\n"),
        (b"0" * 64 + b"  stamps/a.tsq\n") * 2,
        b"0" * 64 + b"  stamps/a.tsq\r\n",
        b"\xff\n",
    ],
    ids=range(9),
)
def test_the_list_is_written_in_one_way(data: bytes) -> None:
    with pytest.raises(AigaqError) as found:
        read_sums(data)
    assert found.value.code == "stamp.sums"


def test_the_list_comes_back() -> None:
    sums = {"stamps/b.tsq": "1" * 64, "authorities/a.pem": "0" * 64}
    assert read_sums(write_sums(sums)) == sums


def test_others_can_read_what_is_kept(log: Log) -> None:
    keep(log, plain().answer(ask(log)), who=plain())
    modes = {stat.S_IMODE((log.folder / name).stat().st_mode) & 0o444 for name in Shelf(log.folder).names()}
    assert modes == {0o444}
