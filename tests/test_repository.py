"""What the files of the repository may hold."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.source import ROOT

NOT_TEXT = {".docx", ".pdf", ".png", ".xlsx", ".ico", ".woff2"}

# Written in two halves, so that this file does not hold what it looks for.
MARKS = "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X"))
UNWANTED = {
    "a path of one machine": re.compile(r"(?<![\w.])/(?:work|root|opt|tmp/bash_jobs)" + r"/\w"),
    "a mark of unfinished work": re.compile(rf"\b(?:{MARKS})\b"),
    "a conflict mark": re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE),
}

FORMULAE = re.compile(
    r"вводится в действие по истечении десяти календарных дней"
    r"|после дня его первого официального опубликования"
    r"|в настоящем законе используются следующие основные понятия"
    r"|дополнен[ао]? \w+ [\d ]+ в соответствии с законом рк"
    r"|алғашқы ресми жарияланған күнінен кейін|күнтізбелік он күн өткен соң қолданысқа енгізіледі"
    r"|осы заңда мынадай негізгі ұғымдар пайдаланылады"
)
"""Drafting formulae that the laws of Kazakhstan share: facts, not sentences of one text."""

RUN = 12
"""So many words in a row, the same as in a real text, are a copy."""


def files() -> list[Path]:
    """Return the files that are or would be committed; all but the usual leftovers where git is absent."""
    try:
        listing = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=ROOT, capture_output=True, text=True, check=True,
        ).stdout.split("\0")  # fmt: skip
    except (FileNotFoundError, subprocess.CalledProcessError):
        pytest.skip("git cannot list the files here (not a clone, or git is absent)")
    return sorted(path for name in listing if name and (path := ROOT / name).is_file())


def texts() -> Iterator[tuple[str, str]]:
    for path in files():
        if path.suffix not in NOT_TEXT:
            yield path.relative_to(ROOT).as_posix(), path.read_bytes().decode("utf-8", "replace")


def words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def runs(text: str) -> Iterator[str]:
    every = text.split()
    return (" ".join(every[at : at + RUN]) for at in range(len(every) - RUN + 1))


def own_runs(name: str, text: str) -> Iterator[str]:
    """Yield the runs of words within each paragraph of one of our files, formulae left out."""
    for paragraph in text.splitlines() if name.endswith(".txt") else text.split("\n\n"):
        for rest in FORMULAE.split(words(paragraph)):
            yield from runs(rest)


@pytest.mark.parametrize("unwanted", UNWANTED)
def test_no_file_holds(unwanted: str) -> None:
    pattern = UNWANTED[unwanted]
    found = [
        f"{name}:{text.count(chr(10), 0, match.start()) + 1} {match.group()}"
        for name, text in texts()
        for match in pattern.finditer(text)
    ]
    assert found == []


def test_locks_name_no_host() -> None:
    locks = sorted((ROOT / "requirements").glob("*.lock"))
    assert {lock.stem for lock in locks} == {"base", "bench", "build", "dev"}
    unwanted = re.compile(r"\w+://|--(?:extra-)?index-url|--find-links|--trusted-host| @ ")
    assert [lock.name for lock in locks if unwanted.search(lock.read_text(encoding="utf-8"))] == []


def test_every_locked_package_has_hashes() -> None:
    for lock in sorted((ROOT / "requirements").glob("*.lock")):
        text = lock.read_text(encoding="utf-8").replace("\\\n", "")
        pinned = [line for line in text.splitlines() if "==" in line and not line.lstrip().startswith("#")]
        assert pinned
        assert [line for line in pinned if "--hash=sha256:" not in line] == [], lock.name


def test_no_sentence_of_a_real_text_is_here(kz: Path) -> None:
    ours = {run: name for name, text in texts() if not name.endswith(".lock") for run in own_runs(name, text)}
    real = (run for path in sorted(kz.rglob("*.txt")) for run in runs(words(path.read_text(encoding="utf-8"))))
    assert {run: ours[run] for run in real if run in ours} == {}


def test_a_copied_sentence_would_be_found(kz: Path) -> None:
    text = (kz / "editions" / "constitution@2026-01.ru.txt").read_text(encoding="utf-8")
    sentence = " ".join(text.split()[1000:1030])
    assert set(own_runs("page.md", f"Before it.\n\n{sentence}\n")) & set(runs(words(text)))
