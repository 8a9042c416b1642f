"""Looks for dates and a title in what came, in a process of its own, within bounds on time and memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import BinaryIO, Final

from aigaq.evidence.capture.stated.found import Found
from aigaq.evidence.capture.stated.kind import Kind

_CHILD: Final = "aigaq.evidence.capture.stated.child"
_MEMORY: Final = 1024 * 1024 * 1024
_LARGEST: Final = 64 * 1024 * 1024


def examine(document: BinaryIO, kind: Kind, *, charset: str = "", seconds: float) -> Found:
    """Return what a document states of itself.

    That it could not be examined is stated too (``pdf:unread``), since that is not the same as stating nothing.

    Args:
        document: Its bytes, read from the beginning.
        kind: What it is.
        charset: Character set as the server states it.
        seconds: How long that may take.
    """
    if kind is Kind.OTHER:
        return Found()
    document.seek(0)
    data = document.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        return _unread(kind, "too large")
    package = Path(__file__).parents[4]
    path = os.pathsep.join(filter(None, (str(package), os.environ.get("PYTHONPATH"))))
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", _CHILD, kind.value, charset, str(_MEMORY)],
            input=data,
            capture_output=True,
            timeout=seconds,
            env={**os.environ, "PYTHONPATH": path},
            check=False,
        )
    except subprocess.TimeoutExpired:
        return _unread(kind, "too slow")
    except OSError:
        return _unread(kind, "stopped")
    return _answer(kind, done.stdout) if done.returncode == 0 else _unread(kind, "stopped")


def _answer(kind: Kind, answer: bytes) -> Found:
    try:
        value = json.loads(answer)
        if fault := value.get("fault"):
            return _unread(kind, str(fault))
        return Found.of(str(value["title"]), [(str(a), str(b), str(c)) for a, b, c in value["stated"]])
    except (ValueError, KeyError, TypeError, AttributeError):
        return _unread(kind, "stopped")


def _unread(kind: Kind, why: str) -> Found:
    return Found.of("", [(f"{kind.value}:unread", why, "")])
