"""The messages of the source: what `_`, `N_` and `plural` are called with, and what errors say."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from attrs import frozen

import aigaq.errors
from tests.source import Module

ERRORS = {
    name
    for name, value in vars(aigaq.errors).items()
    if isinstance(value, type) and issubclass(value, aigaq.errors.AigaqError)
}


@frozen
class Message:
    """A message with its place; two strings where it has a plural."""

    key: tuple[str, ...]
    where: str


def messages(module: Module) -> Iterator[Message]:
    """Yield what `module` shows to a user, in the order of the tree."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            for key in _keys(node):
                yield Message(key, module.where(node.lineno))


def _keys(call: ast.Call) -> Iterator[tuple[str, ...]]:
    name = ast.unparse(call.func).split(".")[-1]
    for keyword in call.keywords:
        if keyword.arg == "hint":
            yield from (key for key in _texts(keyword.value) if key != ("",))
    if name in {"_", "N_"}:
        yield from (key for argument in call.args[:1] for key in _texts(argument))
    elif name == "plural":
        forms = tuple(text for argument in call.args[:2] for (text,) in _texts(argument))
        yield from [forms] if forms else []
    elif name in ERRORS:
        yield from (key for argument in call.args[1:2] for key in _texts(argument))


def _texts(node: ast.expr) -> Iterator[tuple[str, ...]]:
    """Yield the strings that an argument may be: one, or both of ``a if b else c``."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield (node.value,)
    elif isinstance(node, ast.IfExp):
        yield from (*_texts(node.body), *_texts(node.orelse))
