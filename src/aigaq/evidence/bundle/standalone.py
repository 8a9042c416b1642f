"""One script out of several modules, for the folder of a bundle.

The modules are joined in the order of ``PARTS``, each as it stands but for two things: what it imports from another
part goes, since that stands above it now, and imports from the standard library are gathered at the top. Then come
the translations of the sentences, and the lines that run it. ``tests/evidence/bundle/test_standalone.py`` holds it
to importing nothing but the standard library and ``cryptography``.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable
from functools import cache
from importlib.resources import files

from aigaq.locale import translator

PARTS = (
    "stamp/der.py",
    "stamp/token.py",
    "verify/alone/words.py",
    "verify/alone/tree.py",
    "verify/alone/judgement.py",
    "verify/alone/folder.py",
    "verify/alone/claim.py",
    "verify/alone/report.py",
    "verify/alone/answer.py",
)

HEAD = '''#!/usr/bin/env python3
"""Check this bundle: python3 -I verify.py [FOLDER] [--lang en|ru|kk] [--authority FILE]...

It needs Python 3.9 or newer and the package "cryptography", and no network. It prints what the files around it prove
and what they do not, and ends with 0 if everything holds, with 5 if something does not. --authority gives a root
certificate that you got from the time stamping authority itself. FOLDER is the bundle to check, where this file came
from elsewhere; without it, the folder that this file lies in.

Nothing beside this file is ever run: its own folder is taken off the path of imports before the first of them.
"""

import sys

if __name__ == "__main__" and not sys.flags.isolated and not getattr(sys.flags, "safe_path", False):
    _own_folder = sys.path.pop(0)
    sys.path[:] = [place for place in sys.path if place not in ("", ".", _own_folder)]

'''

_EMPTY = "WORDS: 'dict[str, dict[str, str]]' = {}"

TAIL = """

if __name__ == "__main__":
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    lines, ending = main(sys.argv[1:], Path(__file__).resolve().parent)
    try:
        print("\\n".join(lines), flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise SystemExit(ending)
"""


@cache
def script() -> bytes:
    """Return the text of ``verify.py``; the same at every call."""
    texts = [(files("aigaq.evidence") / part).read_text(encoding="utf-8") for part in PARTS]
    needed: dict[str, set[str]] = {"os": set()}
    bodies = [_body(text, needed) for text in texts]
    imports = [_import(module, names) for module, names in sorted(needed.items(), key=lambda one: (bool(one[1]), one))]
    joined = HEAD + "\n".join(imports) + "".join(bodies) + TAIL
    return joined.replace(_EMPTY, _EMPTY.removesuffix("{}") + _words(texts)).encode()


def _body(text: str, needed: dict[str, set[str]]) -> str:
    """Return a module without its imports, its docstring as a comment, and note in ``needed`` what it imports."""
    tree, lines = ast.parse(text), _quoted(text).splitlines()
    for node in tree.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            _note(node, needed)
            lines[node.lineno - 1 : node.end_lineno] = [""] * _length(node)
    about = tree.body[0]
    lines[: about.end_lineno] = []
    comment = [f"# {line}".rstrip() for line in (ast.get_docstring(tree) or "").splitlines()]
    body = re.sub(r"  # (?:noqa|type): .*", "", "\n".join(lines)).strip("\n")
    return "\n\n\n" + "\n".join(comment) + "\n\n" + re.sub(r"\n{4,}", "\n\n\n", body)


def _quoted(text: str) -> str:
    """Return a module with its annotations as strings: importing ``annotations`` would run a file of that name."""
    lines = text.encode().splitlines(keepends=True)
    for node in sorted(_annotations(ast.parse(text)), key=lambda node: (node.lineno, node.col_offset), reverse=True):
        line = lines[node.lineno - 1]
        start, end = node.col_offset, node.end_col_offset
        lines[node.lineno - 1] = line[:start] + repr(line[start:end].decode()).encode() + line[end:]
    return b"".join(lines).decode()


def _annotations(tree: ast.Module) -> list[ast.expr]:
    """Return the annotations of a module; each stands on one line."""
    found = (getattr(node, name, None) for node in ast.walk(tree) for name in ("annotation", "returns"))
    return [node for node in found if isinstance(node, ast.expr)]


def _note(node: ast.Import | ast.ImportFrom, needed: dict[str, set[str]]) -> None:
    if isinstance(node, ast.Import):
        for alias in node.names:
            needed.setdefault(alias.name, set())
    elif node.module and node.module != "__future__" and not node.module.startswith("aigaq."):
        needed.setdefault(node.module, set()).update(alias.name for alias in node.names)


def _import(module: str, names: set[str]) -> str:
    return f"from {module} import {', '.join(sorted(names))}" if names else f"import {module}"


def _length(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _words(texts: Iterable[str]) -> str:
    """Return, as Python, the translations of those texts in the modules that have one."""
    said = [
        node.value
        for text in texts
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    told = {language: _told(said, translator(language)) for language in ("ru", "kk")}
    lines = [f"    {language!r}: {{\n{text}    }},\n" for language, text in told.items()]
    return "{\n" + "".join(lines) + "}"


def _told(said: Iterable[str], translate: Callable[[str], str]) -> str:
    pairs = {text: translate(text) for text in said if text and translate(text) != text}
    return "".join(f"        {text!r}: {told!r},\n" for text, told in pairs.items())
