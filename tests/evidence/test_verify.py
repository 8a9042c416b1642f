"""A dossier verified: what holds, what was changed anywhere, and what is said about either."""

from __future__ import annotations

import random
import shutil
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest

from aigaq.errors import AigaqError
from aigaq.evidence.capture import Capture, captures
from aigaq.evidence.log import Checkpoint, Log, Signer, sign
from aigaq.evidence.stamp import Authority, Shelf
from aigaq.evidence.stamp.sums import SUMS, sha256, write_sums
from aigaq.evidence.verify import Verdict, Verified, conditional, not_proven, proven, verify
from tests.evidence import dossiers
from tests.evidence.dossiers import STAMPED, copied, names, sample
from tests.evidence.stamp import maker

SMALL, SAMPLED = 400, 60


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return copied(sample(), tmp_path / "dossier")


def outside(who: maker.Tsa | None = None) -> Authority:
    return Authority.read((who or maker.plain()).pem)


def files(verified: Verified) -> set[str]:
    return {finding.file for finding in verified.findings}


def kinds(verified: Verified) -> dict[str, str]:
    return {finding.file: finding.kind for finding in verified.findings}


# ---------------------------------------------------------------------------------------------------------- verdicts


def test_without_anything_from_elsewhere_it_is_unanchored(dossier: Path) -> None:
    verified = verify(dossier)
    assert (verified.verdict, verified.findings, verified.warnings) == (Verdict.UNANCHORED, (), ())
    assert (verified.entries, verified.captures, verified.anchored) == (dossiers.SIZE, tuple(range(6)), 0)
    assert [said.values["entries"] for said in conditional(verified)] == ["0-3"]
    assert len(proven(verified)) == 1
    first, second = not_proven(verified)[:2]
    assert first.startswith("When any of this was made, unless the root certificate in the dossier is the right one")
    assert second.values["entries"] == "4-5"


def test_without_any_stamp_nothing_from_elsewhere_says_when(dossier: Path) -> None:
    shutil.rmtree(dossier / "log" / "stamps")
    assert not_proven(verify(dossier))[0].startswith("When any of this was made: nothing from elsewhere says so")


def test_a_stamp_whose_root_came_from_outside_is_an_anchor(dossier: Path) -> None:
    verified = verify(dossier, authorities=[outside()])
    assert (verified.verdict, verified.anchored) == (Verdict.WITH_HEAD, STAMPED)
    assert str(verified.sentence) == "Consistent with the head 4 of 2025-11-16T12:00:01Z."
    assert str(proven(verified)[1]) == (
        "These captures (4) existed in this form no later than 2025-11-16T12:00:01Z, as «CN=Example TSA» states: "
        "entries 0-3."
    )
    assert conditional(verified) == ()
    assert not_proven(verified)[0].values["entries"] == "4-5"


def test_a_root_of_somebody_else_anchors_nothing(dossier: Path) -> None:
    verified = verify(dossier, authorities=[outside(maker.plain("Other TSA"))])
    assert verified.verdict is Verdict.UNANCHORED
    assert len(conditional(verified)) == 1


def test_a_head_kept_elsewhere_is_an_anchor(dossier: Path) -> None:
    kept = Log.open(dossier / "log").note
    verified = verify(dossier, kept=[kept])
    assert (verified.verdict, verified.anchored) == (Verdict.WITH_HEAD, dossiers.SIZE)
    assert str(verified.sentence) == "Consistent with the head 6 of 2025-11-16."
    assert not any("newest entries" in said for said in not_proven(verified))


def test_the_head_of_no_entries_anchors_nothing(tmp_path: Path) -> None:
    empty = dossiers.log_of(tmp_path / "empty").note
    assert verify(tmp_path / "empty", kept=[empty]).verdict is Verdict.UNANCHORED


def test_an_older_copy_put_back_contradicts_what_was_kept(tmp_path: Path) -> None:
    dossier = tmp_path / "dossier"
    dossiers.add(dossier, dossiers.taken(dossier, "a.txt", b"a"))
    old = copied(dossier, tmp_path / "old")
    kept = dossiers.add(dossier, dossiers.taken(dossier, "b.txt", b"b")).note
    assert verify(old).verdict is Verdict.UNANCHORED
    verified = verify(old, kept=[kept])
    assert (verified.verdict, verified.findings, proven(verified)) == (Verdict.CONTRADICTS, (), ())
    assert "older copy was put back" in str(verified.sentence)


def test_a_log_made_anew_with_the_same_key_contradicts_the_stamp(dossier: Path, tmp_path: Path) -> None:
    """The holder of the key leaves an entry out and makes everything anew, but for the stamp."""
    old = Log.open(dossier / "log")
    kept = [data for at, data in enumerate(old.entries()) if at != 1]
    again = Log.create(tmp_path / "log", origin=old.origin, signer=dossiers.SIGNER, clock=dossiers.clock)
    again.append(kept, signer=dossiers.SIGNER, clock=dossiers.clock)
    for name in ("stamps", "authorities"):
        shutil.copytree(dossier / "log" / name, tmp_path / "log" / name)
    gone = next(file for file in names(dossier) if file.startswith("captures/") and file not in _named(tmp_path))
    shutil.copytree(dossier / "captures", tmp_path / "captures")
    (tmp_path / gone).unlink()
    verified = verify(tmp_path)
    assert (verified.verdict, verified.findings) == (Verdict.CONTRADICTS, ())
    assert verified.against[0].size == STAMPED


def _named(dossier: Path) -> set[str]:
    from aigaq.evidence.capture import captures

    found = captures(Log.open(dossier / "log").entries())
    return {capture.warc.file for _, capture in found if capture.warc}


def test_damage_comes_before_a_contradiction(dossier: Path) -> None:
    other = Signer.new(dossiers.ORIGIN)
    wrong = sign(Checkpoint(dossiers.ORIGIN, 2, b"\1" * 32).text, other)
    assert verify(dossier, kept=[wrong]).verdict is Verdict.CONTRADICTS
    next((dossier / "captures").rglob("*.gz")).unlink()
    assert verify(dossier, kept=[wrong]).verdict is Verdict.DAMAGED


def test_what_was_kept_must_be_a_head(dossier: Path) -> None:
    with pytest.raises(AigaqError) as found:
        verify(dossier, kept=[b"words"])
    assert found.value.code == "note.form"


def test_a_folder_without_a_log_is_told(tmp_path: Path) -> None:
    with pytest.raises(AigaqError) as found:
        verify(tmp_path)
    assert found.value.code == "log.folder"


def test_progress_is_told(dossier: Path) -> None:
    told: list[tuple[int, int]] = []
    verify(dossier, progress=lambda done, of: told.append((done, of)))
    assert told == [(n, dossiers.SIZE) for n in range(1, dossiers.SIZE + 1)]


# ------------------------------------------------------------------------------------------------- every single byte


def test_one_changed_byte_anywhere_is_found_and_named(dossier: Path) -> None:
    chosen = random.Random(7)
    for name in names(dossier):
        path = dossier / name
        data = path.read_bytes()
        places = range(len(data)) if len(data) <= SMALL else chosen.sample(range(len(data)), SAMPLED)
        for at in places:
            changed = bytearray(data)
            changed[at] ^= 1 << chosen.randrange(8)
            path.write_bytes(changed)
            verified = verify(dossier)
            assert verified.verdict is Verdict.DAMAGED, (name, at)
            assert any(name in (one.file, one.message.values.get("list")) for one in verified.findings), (name, at)
        path.write_bytes(data)
    assert verify(dossier).findings == ()


@pytest.mark.parametrize("cut", ["all", "last", "half"])
def test_one_file_cut_short_is_found_and_named(dossier: Path, cut: str) -> None:
    for name in names(dossier):
        data = (dossier / name).read_bytes()
        (dossier / name).write_bytes(data[: {"all": 0, "last": len(data) - 1, "half": len(data) // 2}[cut]])
        assert name in files(verify(dossier)), name
        (dossier / name).write_bytes(data)


def test_one_byte_more_is_found_and_named(dossier: Path) -> None:
    for name in names(dossier):
        data = (dossier / name).read_bytes()
        (dossier / name).write_bytes(data + b"\n")
        found = verify(dossier)
        assert name in files(found) | {one.file for one in found.warnings}, name
        assert found.findings or name == "log/entries/00000000.jsonl"
        (dossier / name).write_bytes(data)


def test_one_file_gone_is_found_and_named(dossier: Path) -> None:
    for name in names(dossier):
        data = (dossier / name).read_bytes()
        (dossier / name).unlink()
        found = verify(dossier)
        where = "log/entries" if name.startswith("log/entries") else name
        assert any(file.startswith(where) for file in files(found)), (name, found.findings)
        (dossier / name).write_bytes(data)


def test_files_that_changed_places_are_found(dossier: Path) -> None:
    every = [name for name in names(dossier) if name.startswith("captures/")]
    for one, other in pairwise(every):
        first, second = (dossier / one).read_bytes(), (dossier / other).read_bytes()
        (dossier / one).write_bytes(second)
        (dossier / other).write_bytes(first)
        assert kinds(verify(dossier)) == {one: "capture-changed", other: "capture-changed"}
        (dossier / one).write_bytes(first)
        (dossier / other).write_bytes(second)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("captures/2025-11/20251116T101500Z-00000000.warc.gz", "capture-stray"),
        ("captures/2025-11/note.txt", "capture-stray"),
        ("captures/stray.warc.gz", "capture-stray"),
        ("log/stamps/00000004-other.tsr", "stamp-unlisted"),
        ("log/stamps/00000005.checkpoint", "stamp-unlisted"),
        ("log/stamps/anything", "stamp-unlisted"),
        ("log/authorities/other.pem", "stamp-unlisted"),
        ("log/anything", "foreign"),
        ("log/entries/00000007.jsonl", "foreign"),
    ],
)
def test_one_file_more_is_found_and_named(dossier: Path, name: str, kind: str) -> None:
    (dossier / name).write_bytes(b"x\n")
    verified = verify(dossier)
    assert kinds(verified).get(name) in {kind, "stamp-faulty"}
    assert verified.verdict is (Verdict.DAMAGED if verified.damages else Verdict.UNANCHORED)


def test_what_was_only_added_is_no_damage(dossier: Path) -> None:
    (dossier / "captures" / "x.warc.gz").write_bytes(b"x")
    (dossier / "log" / "authorities" / "other.pem").write_bytes(b"x")
    verified = verify(dossier, authorities=[outside()])
    assert (verified.verdict, verified.damages) == (Verdict.WITH_HEAD, ())
    assert kinds(verified) == {"captures/x.warc.gz": "capture-stray", "log/authorities/other.pem": "stamp-unlisted"}
    assert len(proven(verified)) == 3


@pytest.mark.parametrize("name", ["log/.DS_Store", "log/entries/Thumbs.db", "log/stamps/desktop.ini"])
def test_what_systems_leave_is_only_a_warning(dossier: Path, name: str) -> None:
    (dossier / name).write_bytes(b"x")
    verified = verify(dossier)
    assert (verified.verdict, verified.findings) == (Verdict.UNANCHORED, ())
    assert [warning.file for warning in verified.warnings] == [name]


@pytest.mark.parametrize("name", ["log/anything", "log/entries/note.txt", "log/stamps/00000004-other.tsr"])
def test_a_foreign_file_in_the_log_is_named_and_is_no_damage(dossier: Path, name: str) -> None:
    (dossier / name).write_bytes(b"x")
    verified = verify(dossier)
    assert (verified.verdict, verified.damages) == (Verdict.UNANCHORED, ())
    assert name in kinds(verified)


def test_a_stamp_under_another_form_of_its_number_counts_once(dossier: Path) -> None:
    stamps = dossier / "log" / "stamps"
    (stamps / "000000000004-example.tsr").write_bytes((stamps / "00000004-example.tsr").read_bytes())
    assert len(verify(dossier).anchors) == 1


@pytest.mark.parametrize("done", range(6))
def test_an_interrupted_stamp_is_no_damage_and_can_be_done_again(
    dossier: Path, done: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    from aigaq.evidence.log.disk import Disk

    shutil.rmtree(dossier / "log" / "stamps")
    shutil.rmtree(dossier / "log" / "authorities")
    left = [done]

    def replace(self: Disk, path: Path, data: bytes, *, by: Path) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt
        whole(self, path, data, by=by)

    whole = Disk.replace
    with monkeypatch.context() as patched:
        patched.setattr(Disk, "replace", replace)
        with suppress(KeyboardInterrupt):
            dossiers.stamp(dossier)
    assert verify(dossier).damages == ()
    dossiers.stamp(dossier)
    assert verify(dossier).findings == ()
    assert verify(dossier, authorities=[outside()]).anchored == dossiers.SIZE


def test_what_systems_and_interruptions_leave_is_no_damage(dossier: Path) -> None:
    (dossier / "captures" / ".DS_Store").write_bytes(b"x")
    (dossier / "captures" / "2025-11" / ".aigaq-abc.part").write_bytes(b"x")
    (dossier / "log" / "stamps" / "00000004-example.tsr.new").write_bytes(b"x")
    Shelf(dossier / "log").ask(Log.open(dossier / "log").note, Log.open(dossier / "log").checkpoint())
    verified = verify(dossier)
    assert verified.findings == ()
    assert {(one.kind, one.file) for one in verified.warnings} == {
        ("capture-unfinished", "captures/2025-11/.aigaq-abc.part"),
        ("stamp-unfinished", "log/stamps/00000004-example.tsr.new"),
        ("stamp-waiting", "log/stamps/00000006.checkpoint"),
    }


def test_a_damaged_capture_takes_nothing_from_the_others(dossier: Path) -> None:
    name = {made.warc.file: at for at, made in _captures(dossier).items() if made.warc}
    damaged = next(file for file, at in name.items() if at == 3)
    (dossier / damaged).write_bytes(b"x")
    inside, given = verify(dossier), verify(dossier, authorities=[outside()])
    assert (inside.verdict, given.verdict) == (Verdict.DAMAGED, Verdict.DAMAGED)
    assert [said.values["entries"] for said in proven(inside)] == ["0-2, 4-5"]
    assert [said.values["entries"] for said in conditional(inside)] == ["0-2"]
    assert [said.values["entries"] for said in proven(given)] == ["0-2, 4-5", "0-2", "0-2"]
    assert conditional(given) == ()


def test_a_damaged_stamp_takes_nothing_from_the_captures(dossier: Path) -> None:
    (dossier / "log" / "stamps" / "00000004-example.tsr").write_bytes(b"x")
    verified = verify(dossier, authorities=[outside()])
    assert verified.verdict is Verdict.DAMAGED
    assert [said.values["entries"] for said in proven(verified)] == ["0-5"]
    assert str(not_proven(verified)[0]).startswith("When any of this was made: nothing from elsewhere")


def test_a_damaged_log_proves_nothing(dossier: Path) -> None:
    path = dossier / "log" / "entries" / "00000000.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"clock":"frozen"', b'"clock":"broken"', 1))
    verified = verify(dossier, authorities=[outside()], kept=[Log.open(dossier / "log").note])
    assert (proven(verified), conditional(verified)) == ((), ())
    assert "no head and no stamp says so" in not_proven(verified)[0]


def _captures(dossier: Path) -> dict[int, Capture]:
    return dict(captures(Log.open(dossier / "log").entries()))


# -------------------------------------------------------------------------------------------------- hostile dossiers


def test_a_link_instead_of_a_capture_is_found(dossier: Path, tmp_path: Path) -> None:
    name = next(name for name in names(dossier) if name.startswith("captures/"))
    shutil.move(dossier / name, tmp_path / "elsewhere")
    (dossier / name).symlink_to(tmp_path / "elsewhere")
    assert kinds(verify(dossier)) == {name: "capture-link"}


def test_a_link_instead_of_the_folder_is_found(dossier: Path, tmp_path: Path) -> None:
    shutil.move(dossier / "captures" / "2025-11", tmp_path / "elsewhere")
    (dossier / "captures" / "2025-11").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    found = set(kinds(verify(dossier)).values())
    assert found == {"capture-link", "capture-stray"}


@pytest.mark.parametrize("file", ["../outside.warc.gz", "captures/../log/keys", "/etc/hostname", "", "log/keys"])
def test_an_entry_that_leads_elsewhere_reads_nothing_there(tmp_path: Path, file: str) -> None:
    from attrs import evolve

    dossier = tmp_path / "dossier"
    made = dossiers.taken(dossier.parent / "dossier", "a.txt", b"a")
    assert made.warc is not None
    dossiers.add(dossier, evolve(made, warc=evolve(made.warc, file=file)))
    found = kinds(verify(dossier))
    assert found[file] in {"capture-changed", "capture-missing"}
    assert found[made.warc.file] == "capture-stray"


def test_a_capture_whose_content_is_not_the_logged_one_is_found(tmp_path: Path) -> None:
    from attrs import evolve

    dossier = tmp_path / "dossier"
    made = dossiers.taken(dossier, "a.txt", b"a")
    dossiers.add(dossier, evolve(made, sha256="0" * 64))
    assert set(kinds(verify(dossier)).values()) == {"capture-content"}


def test_records_that_do_not_hold_are_found(tmp_path: Path) -> None:
    import gzip

    from attrs import evolve

    dossier = tmp_path / "dossier"
    made = dossiers.taken(dossier, "a.txt", b"marked words")
    assert made.warc is not None
    path = dossier / made.warc.file
    data = gzip.compress(gzip.decompress(path.read_bytes()).replace(b"marked words", b"other, words"))
    path.write_bytes(data)
    dossiers.add(dossier, evolve(made, warc=evolve(made.warc, sha256=sha256(data), bytes=len(data))))
    assert set(kinds(verify(dossier)).values()) == {"capture-records"}


def test_names_that_would_steer_a_terminal_are_told_as_they_are(dossier: Path) -> None:
    (dossier / "captures" / "a\x1b[2Jb").write_bytes(b"x")
    assert kinds(verify(dossier)) == {"captures/a\x1b[2Jb": "capture-stray"}


def test_entries_of_other_kinds_are_told_and_not_looked_into(dossier: Path) -> None:
    log = Log.open(dossier / "log")
    log.append([b'{"format":"something/else"}'], signer=dossiers.SIGNER, clock=dossiers.clock)
    verified = verify(dossier)
    assert (verified.verdict, verified.others) == (Verdict.UNANCHORED, (dossiers.SIZE,))
    assert any(said.values.get("entries") == "6" and "no captures" in said for said in not_proven(verified))


def test_a_capture_that_cannot_be_read_is_found(dossier: Path) -> None:
    log = Log.open(dossier / "log")
    log.append([b'{"format":"aigaq/capture","version":9}'], signer=dossiers.SIGNER, clock=dossiers.clock)
    finding = verify(dossier).findings[0]
    assert (finding.kind, finding.file, finding.entries) == ("entry-unreadable", "log/entries/00000000.jsonl", (6, 6))


def test_a_changed_entry_is_told_once_and_its_file_is_no_stray(dossier: Path) -> None:
    path = dossier / "log" / "entries" / "00000000.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"clock":"frozen"', b'"clock":"broken"', 1))
    assert kinds(verify(dossier)) == {"log/entries/00000000.jsonl": "entry-changed"}


# ------------------------------------------------------------------------------------------------------------ stamps


def relist(dossier: Path) -> None:
    """Write the list of the stamps anew, as somebody would who changes them on purpose."""
    shelf = Shelf(dossier / "log")
    (dossier / "log" / SUMS).write_bytes(write_sums({name: sha256(shelf.read(name)) for name in shelf.names()}))


def test_changed_stamps_are_found_even_when_the_list_is_written_anew(dossier: Path) -> None:
    chosen = random.Random(8)
    for name in ("log/stamps/00000004-example.tsr", "log/stamps/00000004.checkpoint", "log/stamps/00000004.tsq"):
        data = (dossier / name).read_bytes()
        for at in chosen.sample(range(len(data)), 40):
            changed = bytearray(data)
            changed[at] ^= 1 << chosen.randrange(8)
            (dossier / name).write_bytes(changed)
            relist(dossier)
            assert any(file.startswith("log/stamps/00000004") for file in files(verify(dossier))), (name, at)
        (dossier / name).write_bytes(data)


def test_the_stamp_of_another_size_is_found(dossier: Path) -> None:
    for end in (".checkpoint", ".tsq", "-example.tsr"):
        (dossier / "log" / "stamps" / f"00000004{end}").rename(dossier / "log" / "stamps" / f"00000005{end}")
    relist(dossier)
    assert kinds(verify(dossier)) == {"log/stamps/00000005.checkpoint": "stamp-elsewhere"}


def test_the_stamp_of_another_log_is_found(dossier: Path, tmp_path: Path) -> None:
    signer = Signer(origin := "dossier/ffffffffffffffff", bytes(32))
    other = Log.create(tmp_path / "log", origin=origin, signer=signer, clock=dossiers.clock)
    other.append([b"x"] * 4, signer=signer, clock=dossiers.clock)
    dossiers.stamp(tmp_path)
    for name in Shelf(tmp_path / "log").names():
        shutil.copy(tmp_path / "log" / name, dossier / "log" / name)
    relist(dossier)
    assert kinds(verify(dossier)) == {"log/stamps/00000004.checkpoint": "stamp-faulty"}


def test_the_certificates_of_a_swapped_authority_do_not_help(dossier: Path) -> None:
    other = Authority.read(maker.plain("Other TSA").pem)
    (dossier / "log" / "authorities" / "example.pem").write_bytes(other.pem())
    relist(dossier)
    found = verify(dossier)
    assert kinds(found) == {"log/stamps/00000004-example.tsr": "stamp-faulty"}
    assert verify(dossier, authorities=[outside()]).verdict is Verdict.WITH_HEAD


def test_the_earliest_stamp_speaks_for_a_capture(dossier: Path) -> None:
    dossiers.stamp(dossier, name="second", at="20251117120000Z")
    dossiers.stamp(dossier, who=maker.chained(), name="third", at="20251118120000Z")
    roots = [outside(), outside(maker.chained())]
    stated = [said.values for said in proven(verify(dossier, authorities=roots)) if "n" in said.values]
    told = [(values["time"], values["authority"], values["entries"]) for values in stated]
    assert told[::2] == [
        ("2025-11-16T12:00:01Z", "CN=Example TSA", "0-3"),
        ("2025-11-17T12:00:01Z", "CN=Example TSA", "4-5"),
    ]
    only = verify(dossier, authorities=roots[1:])
    assert [said.values["entries"] for said in proven(only) if "n" in said.values][::2] == ["0-5"]
    assert conditional(only) == ()


def test_no_stamps_at_all_is_no_damage(dossier: Path) -> None:
    shutil.rmtree(dossier / "log" / "stamps")
    shutil.rmtree(dossier / "log" / "authorities")
    assert verify(dossier).findings == ()


def test_the_log_of_another_dossier_is_told(dossier: Path) -> None:
    own = Log.open(dossier / "log").origin
    assert verify(dossier, origin=own).verdict is Verdict.UNANCHORED
    other = verify(dossier, origin="dossier/ffffffffffffffff")
    assert other.verdict is Verdict.DAMAGED
    assert [finding.kind for finding in other.findings] == ["log-origin"]
