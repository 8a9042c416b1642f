"""Text from outside, as it can stand in a log and on a terminal."""

from __future__ import annotations

import unicodedata

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def plain(text: str, *, most: int = 1000) -> str:
    r"""Return ``text`` on one line, not longer, without signs that cannot be seen or that turn the writing around.

    >>> plain(" a \n b\u202ec ")
    'a bc'
    """
    seen = (" " if sign.isspace() else sign for sign in text[: 4 * most])
    return " ".join("".join(sign for sign in seen if unicodedata.category(sign) not in _UNSEEN).split())[:most]
