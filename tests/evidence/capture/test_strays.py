from __future__ import annotations

from pathlib import Path

from aigaq.evidence.capture import strays


def lay(dossier: Path, *names: str) -> None:
    for name in names:
        path = dossier / "captures" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")


NAMES = (
    "2025-10/20251031T235959Z-aaaaaaaa.warc.gz",
    "2025-11/20251101T000000Z-bbbbbbbb.warc.gz",
    "2025-11/20251101T000000Z-cccccccc.warc.gz",
    "2025-11/20251116T101500Z-dddddddd.warc.gz",
    "2025-11/.aigaq-x.part",
    "2025-12/20251201T000000Z-eeeeeeee.warc.gz",
    "2025-12/notes.txt",
    "other/x.warc.gz",
)


def test_what_no_entry_names(dossier: Path) -> None:
    lay(dossier, *NAMES)
    logged = {f"captures/{name}" for name in NAMES[:2]}
    assert list(strays(dossier, logged=logged)) == [
        "captures/2025-11/.aigaq-x.part",
        "captures/2025-11/20251101T000000Z-cccccccc.warc.gz",
        "captures/2025-11/20251116T101500Z-dddddddd.warc.gz",
        "captures/2025-12/20251201T000000Z-eeeeeeee.warc.gz",
    ]


def test_only_what_is_newer_than_the_end_of_the_log(dossier: Path) -> None:
    lay(dossier, *NAMES)
    last = f"captures/{NAMES[1]}"
    assert list(strays(dossier, logged={last}, since=last)) == [
        "captures/2025-11/.aigaq-x.part",
        "captures/2025-11/20251101T000000Z-cccccccc.warc.gz",
        "captures/2025-11/20251116T101500Z-dddddddd.warc.gz",
        "captures/2025-12/20251201T000000Z-eeeeeeee.warc.gz",
    ]
    newest = f"captures/{NAMES[3]}"
    assert list(strays(dossier, logged={newest}, since=newest)) == [
        "captures/2025-11/.aigaq-x.part",
        "captures/2025-12/20251201T000000Z-eeeeeeee.warc.gz",
    ]


def test_nothing_is_touched_and_nothing_is_no_fault(dossier: Path) -> None:
    assert list(strays(dossier, logged=())) == []
    lay(dossier, *NAMES)
    list(strays(dossier, logged=()))
    assert len([path for path in dossier.rglob("*") if path.is_file()]) == len(NAMES)
