"""The groups of an RTF file, read token by token."""

from __future__ import annotations

from collections import Counter

from attrs import evolve, frozen

from aigaq.errors import Refused, UnreadableInput
from aigaq.law.read.archive import damaged
from aigaq.law.read.blocks import superscript
from aigaq.law.read.controls import (
    CHARACTERS,
    PARAGRAPH_ENDS,
    SKIPPED,
    SYMBOL_CHARSET,
    SYMBOLS,
    Token,
    charset_codec,
    codepage_codec,
    tokens,
)
from aigaq.law.read.limits import Budget
from aigaq.law.read.rows import Rows


@frozen
class _State:
    """What a group hands on to the groups inside it, and takes back when it ends."""

    skip: bool = False
    fonts: bool = False
    font: int | None = None
    unicode_skip: int = 1
    hidden: bool = False
    raised: bool = False
    in_table: bool = False
    list_text: bool = False


class Groups:
    """Gathers paragraphs and tables while the tokens go by.

    Args:
        budget: Name of the file and bounds on time and nesting.
    """

    def __init__(self, budget: Budget) -> None:
        self.rows = Rows()
        self.tally: Counter[str] = Counter()
        self._budget = budget
        self._state = _State()
        self._stack: list[_State] = []
        self._ansi = "cp1252"
        self._default_font: int | None = None
        self._font_read: int | None = None
        self._codecs: dict[int, str] = {}
        self._bytes = bytearray()
        self._pieces: list[str] = []
        self._to_skip = 0
        self._surrogate = 0
        self._star = False
        self._listed = self._marked = False

    def read(self, data: bytes) -> None:
        """Read all tokens up to the end of the outermost group."""
        for count, token in enumerate(tokens(data)):
            if count % 20_000 == 0:
                self._budget.check_time(f"paragraph {self.rows.number}")
            if token.kind not in ("byte", "plain"):
                self._decode()
            if token.kind == "brace":
                if self._brace(token.data) and not self._stack:
                    break
            else:
                self._token(token)
        if self._stack:
            raise damaged(self._budget.name, "it is cut off; a group is not closed")
        self._decode()
        self._paragraph()
        self.rows.end()

    def _brace(self, brace: bytes) -> bool:
        """Open or close a group; tell whether one was closed."""
        self._to_skip = 0
        self._star = False
        if brace == b"{":
            self._stack.append(self._state)
            self._budget.check_depth(len(self._stack))
        elif self._stack:
            self._state = self._stack.pop()
        return brace == b"}"

    def _token(self, token: Token) -> None:
        if token.kind == "word":
            self._word(token.word, token.number)
        elif token.kind == "symbol":
            self._symbol(token.data)
        elif self._to_skip:
            taken = min(self._to_skip, len(token.data))
            self._to_skip -= taken
            self._bytes += token.data[taken:]
        elif not self._state.skip:
            self._bytes += token.data

    def _symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self._star = True
        elif symbol in (b"\n", b"\r"):
            self._paragraph()
        elif self._to_skip:
            self._to_skip -= 1
        elif symbol in SYMBOLS:
            self._emit(SYMBOLS[symbol])

    def _word(self, word: str, number: int | None) -> None:
        star, self._star = self._star, False
        if word in SKIPPED or star:
            self._begin_skipped(word)
        elif self._state.skip:
            self._font_table(word, number)
        elif word == "u":
            self._unicode((number or 0) & 0xFFFF)
        elif self._to_skip:
            self._to_skip -= 1
        elif word in PARAGRAPH_ENDS:
            self._paragraph()
        elif word in ("cell", "row"):
            self._table(word)
        elif word in CHARACTERS:
            self._emit(CHARACTERS[word])
        else:
            self._property(word, number)

    def _begin_skipped(self, word: str) -> None:
        """Skip the rest of this group, and count it when it stands for something a reader would miss."""
        if (name := SKIPPED.get(word)) and not self._state.skip:
            self.tally[name] += 1
        self._state = evolve(self._state, skip=True, fonts=self._state.fonts or word == "fonttbl")

    def _font_table(self, word: str, number: int | None) -> None:
        """Learn the code page of a font."""
        if not self._state.fonts or number is None:
            return
        if word == "f":
            self._font_read = number
        elif word == "fcharset" and self._font_read is not None:
            symbol = number == SYMBOL_CHARSET
            self._codecs[self._font_read] = "symbol" if symbol else charset_codec(number, self._ansi)
        elif word == "cpg" and self._font_read is not None:
            self._codecs[self._font_read] = codepage_codec(number) or self._ansi

    def _property(self, word: str, number: int | None) -> None:
        """Take in a control word that changes how what follows is read."""
        on = number != 0
        if word == "f":
            self._state = evolve(self._state, font=number)
        elif word == "uc":
            self._state = evolve(self._state, unicode_skip=max(0, number or 0))
        elif word == "plain":
            self._state = evolve(self._state, font=self._default_font, hidden=False, raised=False)
        elif word == "pard":
            self._state = evolve(self._state, in_table=False)
            self._listed = self._listed and self._state.list_text
        elif word == "intbl":
            self._state = evolve(self._state, in_table=True)
        elif word in ("super", "nosupersub", "sub"):
            self._state = evolve(self._state, raised=word == "super" and on)
        elif word == "v":
            self._state = evolve(self._state, hidden=on)
        elif word in ("listtext", "pntext"):
            self._state = evolve(self._state, list_text=True)
            self._marked = True
        elif word == "ls":
            self._listed = bool(number)
        else:
            self._header(word, number, on=on)

    def _header(self, word: str, number: int | None, *, on: bool) -> None:
        """Take in the code page and default font of the file; refuse tracked changes."""
        if word == "ansicpg":
            self._ansi = codepage_codec(number) or self._ansi
        elif word in ("mac", "pc", "pca"):
            self._ansi = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}[word]
        elif word == "deff":
            self._default_font = number
            self._state = evolve(self._state, font=number)
        elif word in ("revised", "deleted") and on:
            raise Refused(
                "read.tracked-changes",
                "{name} has tracked changes, so it holds two texts and not one.",
                hint="Accept or reject all changes in Word (Review), and give the saved copy.",
                name=self._budget.name,
            )

    def _unicode(self, unit: int) -> None:
        """Emit a UTF-16 unit; a surrogate waits for its other half."""
        self._to_skip = self._state.unicode_skip
        if 0xD800 <= unit < 0xDC00:
            self._surrogate = unit
        elif 0xDC00 <= unit < 0xE000:
            high, self._surrogate = self._surrogate, 0
            pair = 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00)
            self._emit(chr(pair) if high else "\ufffd")
        else:
            self._emit(chr(unit))

    def _decode(self) -> None:
        """Turn the bytes that have gathered into text, by the code page of their font."""
        if not self._bytes:
            return
        data = bytes(self._bytes)
        self._bytes.clear()
        codec = self._codecs.get(self._state.font if self._state.font is not None else -1, self._ansi)
        if codec == "symbol":
            self._special(data)
            return
        try:
            self._emit(data.decode(codec))
        except UnicodeDecodeError:
            raise UnreadableInput(
                "read.encoding",
                "Paragraph {number} of {name} has a byte that is no letter in {encoding}.",
                hint="Open it in the program that made it and save it as DOCX.",
                number=self.rows.number + 1,
                name=self._budget.name,
                encoding=codec,
            ) from None

    def _special(self, data: bytes) -> None:
        """Emit bytes of a symbol font: ASCII and the bullet are known, the rest is not."""
        known = {0xB7: "•", **{code: chr(code) for code in range(0x20, 0x40)}}
        self.tally["symbol"] += sum(1 for code in data if code not in known)
        self._emit("".join(known.get(code, "\ufffd") for code in data))

    def _emit(self, text: str) -> None:
        if self._state.skip:
            return
        if self._state.hidden:
            self.tally["hidden"] += 1
            return
        if self._state.raised and (small := superscript(text)) != text:
            self.tally["superscript"] += 1
            text = small
        self._pieces.append(text)

    def _taken(self) -> str:
        text = "".join(self._pieces).strip(" \t\n\u00a0")
        self._pieces.clear()
        if text and self._listed and not self._marked:
            raise Refused(
                "read.numbering",
                "Paragraph {number} of {name} is numbered automatically, but the file lacks its number.",
                hint="Open it in Word or LibreOffice and save it as DOCX.",
                number=self.rows.number + 1,
                name=self._budget.name,
            )
        self._marked = False
        return text

    def _paragraph(self) -> None:
        """End a paragraph of the body or of a cell."""
        self._to_skip = 0
        if not self._state.skip:
            self.rows.paragraph(self._taken(), in_table=self._state.in_table)

    def _table(self, word: str) -> None:
        if word == "cell":
            self.rows.cell(self._taken())
        else:
            self.rows.row()
