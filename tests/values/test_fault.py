"""What the system says: usual things are messages that can be translated, others stay as they are."""

from __future__ import annotations

import errno
import os

import pytest

from aigaq.locale import say, translator
from aigaq.values import Message, why

USUAL = ("ENOENT", "EACCES", "EPERM", "EISDIR", "EEXIST", "ENOSPC", "EROFS", "ENOTDIR", "ENAMETOOLONG", "ELOOP")


@pytest.mark.parametrize("name", USUAL)
def test_usual_things_are_said_in_each_language(name: str) -> None:
    number = getattr(errno, name)
    said = why(OSError(number, os.strerror(number)))
    told = {say(said, translator(language)) for language in ("en", "ru", "kk")}
    assert isinstance(said, Message) and len(told) == 3


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (OSError(errno.EIO, "Input/output error"), "input/output error"),
        (OSError(), "unknown fault"),
        (OSError("words"), "unknown fault"),
        (OSError(99999, "Something New"), "something new"),
    ],
)
def test_others_stay_as_the_system_says(fault: OSError, said: str) -> None:
    assert why(fault) == said


def test_a_message_in_a_message_is_translated_too() -> None:
    said = Message("{name} cannot be imported: {reason}.", name="a", reason=why(OSError(errno.ENOENT, "x")))
    assert said.text(translator("ru")) == "a не удаётся импортировать: такого файла или папки нет."
