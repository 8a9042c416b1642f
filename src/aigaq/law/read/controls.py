"""Control words of RTF 1.9 that matter to the text, and the tokens of an RTF file."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?[0-9]{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n\x00]+"
    rb"|([^\\{}\r\n\x00]+)",
    re.DOTALL,
)

# Groups that hold no text of the body. What they are called in a warning, where one is due.
SKIPPED = {
    **dict.fromkeys(
        "fonttbl colortbl stylesheet info "
        "fldinst listtable listoverridetable revtbl rsidtbl generator themedata datastore latentstyles "
        "filetbl xmlnstbl nonshppict ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn tc xe txe "
        "rxe bkmkstart bkmkend atnid atnauthor atntime atndate atnref atnicn objdata nonesttables".split(),
        "",
    ),
    **dict.fromkeys("header headerl headerr headerf footer footerl footerr footerf".split(), "running head"),
    "pict": "picture",
    "footnote": "footnote",
    "annotation": "comment",
    "object": "object",
    "shpinst": "shape",
    "shp": "shape",
    "do": "shape",
    "mmath": "formula",
}
CHARACTERS = {
    "tab": "\t",
    "line": "\n",
    "softline": "\n",
    "emdash": "—",
    "endash": "–",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "nestcell": " ",
    "nestrow": " ",
}
SYMBOLS = {b"~": "\u00a0", b"-": "\u00ad", b"_": "-", b"{": "{", b"}": "}", b"\\": "\\", b"\t": "\t"}
PARAGRAPH_ENDS = frozenset(("par", "sect", "page", "column"))
_CHARSETS = {
    0: "cp1252", 77: "mac_roman", 89: "mac_latin2", 84: "mac_cyrillic", 128: "cp932", 129: "cp949",
    134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256",
    186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
SYMBOL_CHARSET = 2


class Token(NamedTuple):
    """One token: a control word with its number, a byte, a symbol, a brace, or plain bytes."""

    kind: str
    word: str = ""
    number: int | None = None
    data: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    r"""Yield the tokens of an RTF file in linear time; the bytes after ``\bin`` are passed over."""
    at = 0
    while found := _TOKEN.match(data, at):
        at = found.end()
        word, number, byte, symbol, brace, plain = found.groups()
        if word is not None:
            count = int(number) if number else None
            if word == b"bin":
                at += max(0, count or 0)
            yield Token("word", word=word.decode("ascii"), number=count)
        elif byte is not None:
            yield Token("byte", data=bytes([int(byte, 16)]))
        elif symbol is not None:
            yield Token("symbol", data=symbol)
        elif brace is not None:
            yield Token("brace", data=brace)
        elif plain is not None:
            yield Token("plain", data=plain)


def charset_codec(charset: int, default: str) -> str:
    """Return the codec of a font's character set; ``default`` for one that names none."""
    return _CHARSETS.get(charset, default)


def codepage_codec(number: int | None) -> str | None:
    """Return the codec of a Windows code page, or None when there is none of that number.

    >>> codepage_codec(1251), codepage_codec(65001), codepage_codec(7)
    ('cp1251', 'utf-8', None)
    """
    if number == 65001:
        return "utf-8"
    try:
        return codecs.lookup(f"cp{number}").name
    except LookupError:
        return None
