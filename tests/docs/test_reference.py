"""Every error code, command and option has its place in the reference, and the reference names no other."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import click
import pytest

import aigaq.cli
import aigaq.errors
from tests.source import ROOT, modules

REFERENCE = ROOT / "docs" / "reference"
ERRORS = {
    name
    for name, value in vars(aigaq.errors).items()
    if isinstance(value, type) and issubclass(value, aigaq.errors.AigaqError)
}
CODE = re.compile(r"[a-z]+(?:[.-][a-z0-9-]+)+")
CLI = next((value for value in vars(aigaq.cli).values() if isinstance(value, click.Group)), None)


def read(page: str) -> str:
    path = REFERENCE / page
    assert path.exists(), f"docs/reference/{page} is not written yet"
    return path.read_text(encoding="utf-8")


def raised() -> Iterator[tuple[str, str]]:
    """Yield each error code in the source with its place; a code that is not written out is an empty one."""
    for module in modules():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and node.args and ast.unparse(node.func).split(".")[-1] in ERRORS:
                first = node.args[0]
                code = first.value if isinstance(first, ast.Constant) else ""
                yield str(code), module.where(node.lineno)


def documented() -> set[str]:
    """Return the codes of the tables in errors.md: the first cell of a row, in backticks."""
    return set(re.findall(rf"^\| *`({CODE.pattern})`", read("errors.md"), re.MULTILINE))


def commands(command: click.Command, path: tuple[str, ...] = ("aigaq",)) -> Iterator[tuple[str, click.Command]]:
    """Yield every command that people see, with the words that call it."""
    yield " ".join(path), command
    if isinstance(command, click.Group):
        for name, below in sorted(command.commands.items()):
            if not below.hidden:
                yield from commands(below, (*path, name))


def sections(text: str) -> dict[str, str]:
    """Return what stands under each heading of a page, by the heading without its backticks."""
    parts = re.split(r"^#+ +(.+)$", text, flags=re.MULTILINE)
    return {heading.replace("`", "").strip(): body for heading, body in zip(parts[1::2], parts[2::2], strict=True)}


def options(command: click.Command) -> Iterator[str]:
    for parameter in command.params:
        if isinstance(parameter, click.Option) and not parameter.hidden:
            yield from (name for name in (*parameter.opts, *parameter.secondary_opts) if name.startswith("--"))


def test_every_error_code_is_written_out_where_it_is_raised() -> None:
    assert [where for code, where in raised() if not CODE.fullmatch(code)] == []


def test_every_error_code_is_in_the_reference() -> None:
    codes = {code: where for code, where in raised() if code}
    assert {code: where for code, where in codes.items() if code not in documented()} == {}


def test_the_reference_names_no_other_error_code() -> None:
    assert documented() - {code for code, _ in raised()} == set()


@pytest.mark.skipif(CLI is None, reason="aigaq.cli has no command group yet")
def test_every_command_and_option_is_in_the_reference() -> None:
    assert CLI is not None
    under = sections(read("cli.md"))
    faults = []
    for words, command in commands(CLI):
        if words not in under:
            faults.append(f"no heading `{words}`")
            continue
        told = set(re.findall(r"--[a-z][a-z-]*", under[words]))
        faults += [f"`{words}` lacks {name}" for name in options(command) if name not in told]
    assert faults == [], f"docs/reference/cli.md: {faults}"


@pytest.mark.skipif(CLI is None, reason="aigaq.cli has no command group yet")
def test_the_reference_names_no_other_command() -> None:
    assert CLI is not None
    told = {heading for heading in sections(read("cli.md")) if heading.startswith("aigaq ")}
    assert told - {words for words, _ in commands(CLI)} == set()


def test_exit_codes_are_in_the_reference() -> None:
    text = read("errors.md") + read("cli.md")
    codes = {vars(aigaq.errors)[name].exit_code for name in ERRORS}
    assert {code for code in codes if not re.search(rf"^\| *`?{code}`? *\|", text, re.MULTILINE)} == set()
