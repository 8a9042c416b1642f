"""What captures cost: taking them, each safe in the log; verifying the whole dossier; handing on one of them."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

from attrs import frozen

from aigaq.app.dossier import new_dossier
from aigaq.app.evidence import bundle, verify_dossier
from aigaq.app.register import Register, read_settings
from aigaq.evidence.capture import Terms
from aigaq.values import Language
from bench.clock import timed
from bench.memory import Peak
from bench.pairs import ROOT

PAGE = ROOT / "docs" / "methods" / "log.md"
SIZES = (100, 1_000, 10_000)
LAST = 50
"""Captures before each size, whose median is told."""

CONTENT = 2_000
"""Bytes of what is captured."""


@frozen
class Found:
    """All that was measured.

    Args:
        each: Seconds for one capture, by how many there were.
        opened: Seconds to open the dossier for more.
        verified: Seconds to verify all of it.
        memory: MiB that this took beside what was held.
        bundled: Seconds to make a bundle of one capture.
        disk: Bytes of captures and log.
    """

    each: dict[int, float]
    opened: float
    verified: float
    memory: float
    bundled: float
    disk: int


def measure(sizes: tuple[int, ...] = SIZES) -> Found:
    """Take captures of made-up files until there are as many as the last of ``sizes``, and measure."""
    with tempfile.TemporaryDirectory() as name:
        folder, keys = Path(name) / "dossier", Path(name) / "keys"
        new_dossier(folder, title="Bench", language=Language.EN, jurisdiction="kz", id="0123456789abcdef")
        settings, terms = read_settings(folder), Terms(now=lambda: datetime.now(UTC))
        register = Register.open(folder, settings=settings, terms=terms, keys=keys)
        each = _taken(register, Path(name) / "page.txt", sizes)
        opened, _ = timed(lambda: Register.open(folder, settings=settings, terms=terms, keys=keys))
        with Peak() as peak:
            verified, found = timed(lambda: verify_dossier(folder))
        if found.findings or found.entries != sizes[-1]:
            raise RuntimeError("the dossier of the bench does not verify")
        bundled, _ = timed(lambda: bundle(folder, [str(sizes[-1] // 2)], path=Path(name) / "bundle.zip"))
        disk = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return Found(each, opened, verified, peak.mib, bundled, disk)


def _taken(register: Register, path: Path, sizes: tuple[int, ...]) -> dict[int, float]:
    chosen, times, each = Random(4), [], {}
    for number in range(1, sizes[-1] + 1):
        path.write_bytes(chosen.randbytes(CONTENT // 2).hex().encode())
        start = perf_counter()
        register.take(path)
        times.append(perf_counter() - start)
        if number in sizes:
            each[number] = median(times[-LAST:])
    return each


def page(machine: str, sizes: tuple[int, ...] = SIZES) -> str:
    """Return what was measured as Markdown."""
    found = measure(sizes)
    rows = "\n".join(f"| {size:,} | {seconds * 1000:.1f} ms |" for size, seconds in found.each.items())
    return f"""Measured on: {machine}. Files of {CONTENT:,} bytes, imported one by one, each safe in the log first;
medians of the last {LAST}.

| captures | one more |
| ---: | ---: |
{rows}

| with {sizes[-1]:,} captures | |
| --- | ---: |
| opening the dossier for more | {found.opened * 1000:.1f} ms |
| verifying all of it | {found.verified:.1f} s, {found.memory:.0f} MiB |
| a bundle of one of them, with its proof | {found.bundled * 1000:.0f} ms |
| on disk | {found.disk / 1e6:.0f} MB |"""
