"""The script of a bundle as a text: one file, nothing imported but the standard library and one package."""

from __future__ import annotations

import ast
import sys
from collections import Counter

from aigaq.evidence.bundle import script
from aigaq.evidence.bundle.standalone import PARTS
from tests.source import SRC

OLDEST = (3, 9)


def tree() -> ast.Module:
    return ast.parse(script())


def test_it_imports_nothing_else() -> None:
    roots = {
        name.partition(".")[0]
        for node in ast.walk(tree())
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module or "aigaq"] if isinstance(node, ast.ImportFrom) else [a.name for a in node.names])
    }
    assert roots - sys.stdlib_module_names == {"cryptography"}
    assert not roots & {"socket", "ssl", "http", "urllib", "subprocess", "ctypes", "pickle", "importlib"}


def test_it_runs_nothing_that_it_reads() -> None:
    called = {ast.unparse(node.func) for node in ast.walk(tree()) if isinstance(node, ast.Call)}
    assert not called & {"exec", "eval", "compile", "__import__", "open", "os.system", "os.popen"}
    assert not any(name.endswith((".write_bytes", ".write_text", ".unlink", ".mkdir")) for name in called)


def test_no_name_stands_twice() -> None:
    """Names of two modules in one file would hide each other."""
    named: Counter[str] = Counter()
    for node in tree().body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            named[node.name] += 1
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            named.update(name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name))
    assert [name for name, times in named.items() if times > 1] == []


def test_it_can_be_read_by_an_older_python() -> None:
    ast.parse(script(), feature_version=OLDEST)


def test_every_function_of_the_modules_is_in_it() -> None:
    there = {node.name for node in ast.walk(tree()) if isinstance(node, ast.FunctionDef)}
    for part in PARTS:
        module = ast.parse((SRC / "aigaq" / "evidence" / part).read_text(encoding="utf-8"))
        assert {node.name for node in ast.walk(module) if isinstance(node, ast.FunctionDef)} <= there


def test_it_holds_the_sentences_in_three_languages() -> None:
    words = next(
        node for node in tree().body if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "WORDS"
    )
    assert words.value is not None
    told = ast.literal_eval(words.value)
    assert told.keys() == {"ru", "kk"}
    assert told["ru"].keys() == told["kk"].keys()
    said = [
        node.args[0].value
        for node in ast.walk(tree())
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"Message", "N_"} and node.args
        if isinstance(node.args[0], ast.Constant)
    ]
    assert [text for text in said if text not in told["ru"]] == []


def test_it_is_short_enough_to_be_read() -> None:
    lines = script().decode().splitlines()
    assert len(lines) < 1450
    assert max(map(len, lines)) < 500
