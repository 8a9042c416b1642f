"""The house style of the source: who imports whom, how long things are, who prints.

ruff checks docstrings and spelling, mypy the types, import-linter the order of the rooms. What they
cannot say is here.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.source import Module, When, modules, parse

# Which room may import which, beside itself. The closure of this table is what is allowed.
ROOMS = {
    "cli": {"app"},
    "web": {"app"},
    "app": {"brief", "bill", "cases", "figures", "law", "evidence"},
    "brief": {"bill", "law", "figures"},
    "bill": {"law", "evidence"},
    "cases": {"evidence", "document"},
    "figures": {"evidence", "document", "engine"},
    "engine": set(),
    "law": {"text", "document"},
    "evidence": set(),
    "text": set(),
    "document": set(),
}
GROUND = {"locale", "profiles", "values", "errors"}
"""Every room may import these; they import nothing above ``values``."""

ADAPTERS = {
    "babel": {"aigaq.locale"},
    "click": {"aigaq.cli"},
    "cryptography": {
        "aigaq.evidence.log.keys",
        "aigaq.evidence.stamp.authority",
        "aigaq.evidence.stamp.path",
        "aigaq.evidence.verify.alone",
    },
    "docx": {"aigaq.document.docx"},
    "h11": {"aigaq.evidence.capture.body"},
    "httpcore2": {"aigaq.evidence.capture.exchange", "aigaq.evidence.capture.wire"},
    "lxml": {"aigaq.law.read.archive", "aigaq.document.docx", "aigaq.evidence.capture.stated.packed"},
    "openpyxl": {"aigaq.law.check.xlsx"},
    "pypdfium2": {"aigaq.law.read.pages", "aigaq.evidence.capture.stated.pdf"},
    "rfc3161_client": {"aigaq.evidence.stamp.judge", "aigaq.evidence.stamp.request"},
    "rich": {"aigaq.cli"},
    "selectolax": {
        "aigaq.law.read.html",
        "aigaq.law.check.html",
        "aigaq.bill.watch.page",
        "aigaq.evidence.capture.stated.html",
    },
    "snowballstemmer": {"aigaq.text.stems"},
    "socksio": {"aigaq.evidence.capture.exchange"},
    "warcio": {"aigaq.evidence.capture.warc", "aigaq.evidence.capture.cdxj"},
    "xlsxwriter": {"aigaq.document.xlsx"},
}
"""The modules (or packages) that may import a library; a new adapter is added here on purpose."""

HEAVY = ADAPTERS.keys() - {"click"}
"""What must not be loaded by `import aigaq.cli`: it is imported inside the function that needs it."""

NETWORK = {
    "socket",
    "ssl",
    "http",
    "urllib.request",
    "urllib3",
    "ftplib",
    "smtplib",
    "requests",
    "httpx",
    "httpcore2",
    "aiohttp",
}
"""What opens connections."""

ONLINE = {"aigaq.evidence.capture.exchange", "aigaq.evidence.capture.wire"}
"""The only modules that may, and only when a person asks for it; docs/security/promises.md says so."""

MODULE_LINES = 300
FUNCTION_LINES = 30

HOUSE = modules()


def allowed(room: str) -> set[str]:
    reach = set(ROOMS.get(room, ()))
    for below in ROOMS.get(room, ()):
        reach |= allowed(below)
    return reach | GROUND | {room}


def wrong_rooms(module: Module) -> Iterator[str]:
    if module.name in {"aigaq", "aigaq.__main__"}:
        return
    may = allowed(module.room) if module.room in ROOMS else GROUND
    for found in module.imports():
        room = found.name.removeprefix("aigaq.").partition(".")[0]
        if found.name.startswith("aigaq.") and room not in may:
            yield f"{module.where(found.line)} {module.room} must not import {room}"


def wrong_libraries(module: Module) -> Iterator[str]:
    for found in module.imports():
        library = found.name.partition(".")[0]
        homes = ADAPTERS.get(library)
        if homes is None or found.when is When.NEVER:
            continue
        if not any(f"{module.name}.".startswith(f"{home}.") for home in homes):
            yield f"{module.where(found.line)} {library} belongs in {', '.join(sorted(homes))}"
        elif library in HEAVY and found.when is When.AT_IMPORT:
            yield f"{module.where(found.line)} import {library} inside the function that needs it"


def long_functions(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and length(node) > FUNCTION_LINES:
            where = module.where(node.lineno)
            yield f"{where} {node.name} has {length(node)} lines, {FUNCTION_LINES} at most"


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return the lines of a function, its docstring left out."""
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    first = node.body[0]
    if ast.get_docstring(node, clean=False) is not None:
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines


def printing(module: Module) -> Iterator[str]:
    speaking = {"print", "click.echo", "click.secho", "sys.stdout.write", "sys.stderr.write"}
    if module.room == "cli":
        return
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in speaking:
            yield f"{module.where(node.lineno)} only cli/ prints"


def network(module: Module) -> Iterator[str]:
    for found in module.imports():
        if module.name not in ONLINE and any(f"{found.name}.".startswith(f"{name}.") for name in NETWORK):
            yield f"{module.where(found.line)} {found.name} opens connections"


def positional(module: Module) -> Iterator[str]:
    """Yield public functions that take more than two arguments without a name."""
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.FunctionDef) or node.name.startswith("_"):
            continue
        if node.name == "plural":  # the shape that gettext gave it, and that message extractors look for
            continue
        names = [argument.arg for argument in node.args.posonlyargs + node.args.args]
        if len([name for name in names if name not in {"self", "cls"}]) > 2 and not decorated(node):
            yield f"{module.where(node.lineno)} {node.name} takes more than two arguments without a name"


def decorated(node: ast.FunctionDef) -> bool:
    """Return True for the functions of click, which passes every argument by name."""
    return any(
        "command" in ast.unparse(decorator) or "group" in ast.unparse(decorator) for decorator in node.decorator_list
    )


RULES = {
    "rooms": wrong_rooms,
    "libraries": wrong_libraries,
    "length": long_functions,
    "printing": printing,
    "network": network,
    "positional": positional,
}


@pytest.mark.parametrize("rule", RULES)
def test_the_source_keeps(rule: str) -> None:
    faults = [fault for module in HOUSE for fault in RULES[rule](module)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    ("rule", "name", "text", "faults"),
    [
        ("rooms", "aigaq.text.fold", "from aigaq.law import source", 1),
        ("rooms", "aigaq.law.source", "import aigaq.cases.vault", 1),
        ("rooms", "aigaq.law.source", "from ..app import compare", 1),
        ("rooms", "aigaq.cli.law", "from aigaq.app import compare\nfrom aigaq.law.source import Source", 0),
        ("rooms", "aigaq.values", "from aigaq.text import fold", 1),
        ("libraries", "aigaq.law.read.pages", "def f():\n    import pypdfium2", 0),
        ("libraries", "aigaq.law.read.pages", "import pypdfium2", 1),
        ("libraries", "aigaq.law.compare", "def f():\n    from lxml import etree", 1),
        ("libraries", "aigaq.law.read.docx", "if TYPE_CHECKING:\n    from docx import Document", 0),
        ("length", "aigaq.law.x", "def f():\n" + "    a = 1\n" * 30, 1),
        ("length", "aigaq.law.x", 'def f():\n    """' + "long\n" * 40 + '    """\n', 0),
        ("printing", "aigaq.law.x", "print(1)", 1),
        ("printing", "aigaq.cli.x", "print(1)", 0),
        ("network", "aigaq.law.x", "def f():\n    from urllib.request import urlopen", 1),
        ("network", "aigaq.law.x", "from urllib.parse import quote", 0),
        ("network", "aigaq.evidence.capture.fetch", "def f():\n    import httpcore2", 1),
        ("network", "aigaq.evidence.capture.wire", "def f():\n    import socket", 0),
        ("positional", "aigaq.law.x", "def f(a, b, c): ...", 1),
        ("positional", "aigaq.law.x", "def f(self, a, b, *, c): ...", 0),
    ],
)
def test_each_rule_can_fail(rule: str, name: str, text: str, faults: int) -> None:
    assert len(list(RULES[rule](parse(name, text)))) == faults


def test_modules_are_short() -> None:
    lengths = {module.where(1): module.text.count("\n") for module in HOUSE}
    assert {where: lines for where, lines in lengths.items() if lines > MODULE_LINES} == {}


def test_names_are_the_nouns_of_the_field() -> None:
    vague = {"utils", "util", "helpers", "helper", "manager", "misc", "common"}
    assert [module.name for module in HOUSE if vague & set(module.name.split("."))] == []


def test_importing_the_command_line_loads_nothing_heavy() -> None:
    code = f"import sys, aigaq.cli; print(*sorted(sys.modules.keys() & set({sorted(HEAVY)})))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == []
