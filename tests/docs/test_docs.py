"""Everything shown in the README and in the docs is run here.

- A ```python block with ``>>>`` lines is a doctest.
- A ```console block is a transcript, run in a copy of ``examples/``: a line ``$ aigaq ...`` is a command, and
  what follows is all that it prints. A line ``...`` stands for any lines, ``...`` within a line for any
  characters, and ``[exit 2]`` at the end for the exit code (0 where nothing is said). Commands that are not
  ``aigaq`` are not run.
- Links between the pages lead somewhere.
"""

from __future__ import annotations

import doctest
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import frozen

from tests.source import ROOT

FENCE = re.compile(r"^```(?P<language>python|console)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"(?<!!)\[[^\]]*\]\((?P<target>[^)\s#]+)(?:#[^)\s]*)?\)|!\[[^\]]*\]\((?P<picture>[^)\s]+)\)")
EXIT = re.compile(r"\[exit (\d)\]")
FLAGS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
WIDTH = 100


@frozen
class Block:
    """A fenced block of one page."""

    page: str
    line: int
    language: str
    body: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


@frozen
class Step:
    """A command of a transcript, with what it shall print and its exit code."""

    command: str
    expected: str
    code: int


def pages() -> list[Path]:
    readme = [ROOT / "README.md"] if (ROOT / "README.md").exists() else []
    return readme + sorted(path for path in (ROOT / "docs").rglob("*.md") if "_build" not in path.parts)


def blocks(language: str) -> list[Block]:
    return [
        block
        for path in pages()
        for block in fenced(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
        if block.language == language
    ]


def fenced(page: str, text: str) -> Iterator[Block]:
    for match in FENCE.finditer(text):
        yield Block(page, text.count("\n", 0, match.start()) + 1, match["language"], match["body"])


def steps(body: str) -> Iterator[Step]:
    """Yield the commands of a transcript; a backslash at the end carries a command on to the next line."""
    joined = body.replace("\\\n", " ")
    for part in re.split(r"^\$ ", joined, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        lines = output.rstrip().split("\n")
        ends = EXIT.fullmatch(lines[-1].strip())
        yield Step(command.strip(), "\n".join(lines[:-1] if ends else lines), int(ends[1]) if ends else 0)


def agrees(expected: str, printed: str) -> bool:
    """Return True when ``printed`` is what was ``expected``, with ``...`` for anything.

    White space at the ends of lines does not count.
    """
    wanted = "\n".join(line.rstrip() for line in expected.strip().splitlines())
    got = "\n".join(line.rstrip() for line in printed.strip().splitlines())
    pattern = ".*?".join(re.escape(piece) for piece in wanted.split("..."))
    return re.fullmatch(pattern, got, re.DOTALL) is not None


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run ``aigaq ...`` in ``folder`` as in a plain terminal, and return what it printed, errors included."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("AIGAQ_", "LC_", "LANG"))}
    plain = {"NO_COLOR": "1", "COLUMNS": str(WIDTH), "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1", "TERM": "dumb"}
    plain["AIGAQ_KEYS"] = str(folder / ".keys")
    return subprocess.run(
        [sys.executable, "-m", "aigaq", *shlex.split(command)[1:]],
        cwd=folder, env=clean | plain, text=True, encoding="utf-8", timeout=120,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("block", blocks("python"), ids=str)
def test_python(block: Block) -> None:
    test = doctest.DocTestParser().get_doctest(block.body, {}, str(block), block.page, block.line)
    said: list[str] = []
    outcome = doctest.DocTestRunner(optionflags=FLAGS, verbose=False).run(test, out=said.append)
    assert outcome.failed == 0, "".join(said)


@pytest.mark.parametrize("block", blocks("console"), ids=str)
def test_transcript(block: Block, tmp_path: Path) -> None:
    folder = tmp_path / "examples"
    shutil.copytree(ROOT / "examples", folder)
    for step in steps(block.body):
        if shlex.split(step.command)[0] != "aigaq":
            continue
        done = run(step.command, folder)
        shown = f"{block}: $ {step.command}\n--- expected (exit {step.code})\n{step.expected}\n--- printed"
        assert agrees(step.expected, done.stdout), f"{shown} (exit {done.returncode})\n{done.stdout}"
        assert done.returncode == step.code, f"{shown} (exit {done.returncode})\n{done.stdout}"


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    targets = [match["target"] or match["picture"] for match in LINK.finditer(text)]
    local = [target for target in targets if not re.match(r"[a-z]+:", target)]
    assert [target for target in local if not (page.parent / target).exists()] == []


@pytest.mark.parametrize(
    ("expected", "printed", "same"),
    [
        ("a\nb", "a\nb\n", True),
        ("a\n...\nc", "a\nb\nb\nc", True),
        ("made ... rows", "made 12 rows", True),
        ("made ... rows", "made 12 row", False),
        ("a", "a\nb", False),
        ("", "", True),
        ("", "a warning", False),
        ("[a] (b)", "[a] (b)", True),
    ],
)
def test_a_transcript_can_fail(expected: str, printed: str, same: bool) -> None:
    assert agrees(expected, printed) is same


def test_a_transcript_is_read() -> None:
    body = "$ aigaq law parse a.txt \\\n    --json\nerror: no such file\nhint: look\n[exit 3]\n$ aigaq demo\n"
    assert list(steps(body)) == [
        Step("aigaq law parse a.txt      --json", "error: no such file\nhint: look", 3),
        Step("aigaq demo", "", 0),
    ]
