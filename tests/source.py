"""The source code as the house tests see it: modules, their imports, their functions."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

from attrs import frozen

ROOT = Path(__file__).resolve().parent.parent
SRC = ROOT / "src"


class When(Enum):
    """When an import statement runs."""

    AT_IMPORT = "when its module is imported"
    IN_A_CALL = "when its function is called"
    NEVER = "for type checkers only"


@frozen
class Import:
    """One import statement: what it names, on which line, and when it runs."""

    name: str
    line: int
    when: When


@frozen
class Module:
    """One source file, parsed."""

    name: str
    path: Path
    text: str
    tree: ast.Module

    @property
    def room(self) -> str:
        """The part of the house it is in: ``law`` for ``aigaq.law.read.pdf``; empty for the front door."""
        return self.name.partition(".")[2].partition(".")[0]

    def where(self, line: int) -> str:
        return f"{self.path.relative_to(ROOT).as_posix()}:{line}"

    def imports(self) -> Iterator[Import]:
        yield from _imports(self.tree, self.package, When.AT_IMPORT)

    @property
    def package(self) -> str:
        return self.name if self.path.name == "__init__.py" else self.name.rpartition(".")[0]


def modules(folder: Path = SRC) -> list[Module]:
    return [_module(path, folder) for path in sorted(folder.rglob("*.py"))]


def parse(name: str, text: str) -> Module:
    """Return a module that is in no file, for the tests of the tests."""
    return Module(name, SRC / (name.replace(".", "/") + ".py"), text, ast.parse(text))


def _module(path: Path, folder: Path) -> Module:
    parts = path.relative_to(folder).with_suffix("").parts
    text = path.read_text(encoding="utf-8")
    return Module(".".join(parts).removesuffix(".__init__"), path, text, ast.parse(text))


def _imports(node: ast.AST, package: str, when: When) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            yield from (Import(alias.name, child.lineno, when) for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            base = _absolute(child, package)
            yield from (Import(f"{base}.{alias.name}", child.lineno, when) for alias in child.names)
        else:
            yield from _imports(child, package, _within(child, when))


def _within(node: ast.AST, when: When) -> When:
    if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
        return When.NEVER
    return When.IN_A_CALL if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) else when


def _absolute(node: ast.ImportFrom, package: str) -> str:
    if not node.level:
        return node.module or ""
    parts = package.split(".")
    return ".".join([*parts[: len(parts) - node.level + 1], *([node.module] if node.module else [])])
