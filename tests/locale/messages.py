"""The messages of the source: what `_`, `N_`, `plural` and `Message` are called with, and what errors say."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from attrs import frozen

import aigaq.errors
from tests.source import Module

ERRORS = {
    name
    for name, value in vars(aigaq.errors).items()
    if isinstance(value, type) and issubclass(value, aigaq.errors.AigaqError)
}
Named = Mapping[str, list[ast.expr]]


@frozen
class Found:
    """A message with its place; two strings where it has a plural."""

    key: tuple[str, ...]
    where: str


def messages(module: Module) -> Iterator[Found]:
    """Yield what `module` shows to a user, in the order of the tree."""
    named: dict[str, list[ast.expr]] = {}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            named.setdefault(node.targets[0].id, []).append(node.value)
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            for key in _keys(node, named):
                yield Found(key, module.where(node.lineno))


def _keys(call: ast.Call, named: Named) -> Iterator[tuple[str, ...]]:
    name = ast.unparse(call.func).split(".")[-1]
    for keyword in call.keywords:
        if keyword.arg == "hint":
            yield from ((text,) for text in _texts(keyword.value, named) if text)
    if name in {"_", "N_", "Message"}:
        yield from ((text,) for argument in call.args[:1] for text in _texts(argument, named))
    elif name == "plural":
        forms = tuple(text for argument in call.args[:2] for text in _texts(argument, named))
        yield from [forms] if forms else []
    elif name in ERRORS:
        yield from ((text,) for argument in call.args[1:2] for text in _texts(argument, named))


def _texts(node: ast.expr, named: Named) -> Iterator[str]:
    """Yield the strings that an argument may be: itself, both of ``a if b else c``, what a name stands for."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*_texts(node.body, named), *_texts(node.orelse, named))
    elif isinstance(node, ast.Starred):
        yield from _texts(node.value, named)
    elif isinstance(node, ast.Tuple):
        yield from (text for inner in node.elts for text in _texts(inner, named))
    elif isinstance(node, ast.Name):
        yield from (text for value in named.get(node.id, ()) for text in _texts(value, {}))
