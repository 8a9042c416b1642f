"""From bytes to text: UTF-8, UTF-16, UTF-32, and the two single-byte encodings of Kazakh files.

Windows-1251 holds Russian; KZ-1048 (the Kazakh standard STRK1048-2002) is the same table with sixteen
places given to Kazakh letters. Every decoding here is exact: encoding the text again with the
codec returned gives the same bytes.
"""

from __future__ import annotations

import codecs
import re

from attrs import frozen

from aigaq.errors import UnreadableInput

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 400_000
_CONTROL = bytes(c for c in range(32) if c not in b"\t\n\r\f\v\x1a\x1b")
_PUNCTUATION = "«»№–—…“”„‘’‚§°·•±µ¶©®¤¬¦‹›\u00a0\u00ad"
_RUSSIAN = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюяІі"
_USUAL = (_RUSSIAN + _PUNCTUATION).encode("cp1251")


def _differing() -> tuple[bytes, bytes]:
    """Return the bytes that KZ-1048 gives to Kazakh letters, and those of them unknown to Ukrainian."""
    high = [bytes([n]) for n in range(0x80, 0x100) if n != 0x98]
    all_of_them = b"".join(b for b in high if b.decode("cp1251") != b.decode("kz1048"))
    ukrainian = "ҐґЄєЇї".encode("cp1251")
    return all_of_them, bytes(b for b in all_of_them if b not in ukrainian)


_KAZAKH, _KAZAKH_ONLY = _differing()
_WRONG_CASE = re.compile(r"[а-яё][А-ЯЁ]")
_LETTER_PAIR = re.compile(r"(?=[А-Яа-яЁё]{2})")


@frozen
class Decoded:
    """Text, the codec that gives its bytes back, and what is uncertain about it."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, *, name: str) -> Decoded:
    """Return the text of ``data`` with the encoding it shows; a byte-order mark stays as U+FEFF.

    Raises:
        UnreadableInput: ``read.binary`` when it is no text, ``read.encoding`` when its encoding is not clear.

    >>> decode("Статья 1".encode("cp1251"), name="law.txt").encoding
    'cp1251'
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return Decoded(_strict(data, encoding, name=name), encoding)
    if wide := _utf16_without_mark(data):
        warning = f"It has no byte-order mark and was read as {wide.upper()}, which its bytes fit."
        return Decoded(_strict(data, wide, name=name), wide, (warning,))
    _refuse_binary(data, name=name)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as fault:
        return _single_byte(data, fault, name=name)


def _strict(data: bytes, encoding: str, *, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        raise _unclear(data, fault, encoding=encoding.upper(), name=name) from None


def _unclear(data: bytes, fault: UnicodeDecodeError, *, encoding: str, name: str) -> UnreadableInput:
    return UnreadableInput(
        "read.encoding",
        "{name} is not valid {encoding}: byte {at} (line {line}) does not fit; no other is clear.",
        hint="Open it in the program that made it and save it as UTF-8.",
        name=name,
        encoding=encoding,
        at=fault.start + 1,
        line=data.count(b"\n", 0, fault.start) + 1,
    )


def _utf16_without_mark(data: bytes) -> str | None:
    """Return the UTF-16 codec that nearly every pair of bytes fits, or None."""
    sample = data[:_SAMPLE]
    if len(data) % 2 or len(sample) < 4:
        return None
    usual = b"\x00\x04\x20\x21"
    high = {
        "utf-16-le": sample[1::2].translate(None, usual),
        "utf-16-be": sample[0::2].translate(None, usual),
    }
    low = {"utf-16-le": sample[0::2], "utf-16-be": sample[1::2]}
    for encoding, strange in high.items():
        fits = len(strange) <= len(sample) // 2 // 50
        if fits and low[encoding].count(0) <= len(sample) // 200 and 4 in sample:
            return encoding
    return None


def _refuse_binary(data: bytes, *, name: str) -> None:
    """Raise ``read.binary`` when there is a NUL byte, or more control characters than a text has."""
    zero = data.find(0)
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROL))
    if zero >= 0 or controls > len(sample) // 100:
        raise UnreadableInput(
            "read.binary",
            "{name} is not a text: it has {what}.",
            hint="Give the law as TXT, MD, HTML, DOCX, RTF or a PDF with a text layer.",
            name=name,
            what=f"a zero byte at position {zero + 1}" if zero >= 0 else "too many control characters",
        )


def _single_byte(data: bytes, fault: UnicodeDecodeError, *, name: str) -> Decoded:
    """Return Windows-1251 or KZ-1048 text when the bytes are clearly that, else raise ``read.encoding``."""
    try:
        data.decode("kz1048")
    except UnicodeDecodeError:
        raise _unclear(data, fault, encoding="UTF-8", name=name) from None
    if not _clearly_cyrillic(data):
        raise _unclear(data, fault, encoding="UTF-8", name=name)
    if not _has(data, _KAZAKH):
        return Decoded(data.decode("cp1251"), "cp1251")
    if _has(data, _KAZAKH_ONLY):
        return Decoded(data.decode("kz1048"), "kz1048")
    warning = "Its bytes fit KZ-1048 (Kazakh letters) and Windows-1251 (Ukrainian letters); read as KZ-1048."
    return Decoded(data.decode("kz1048"), "kz1048", (warning,))


def _has(data: bytes, wanted: bytes) -> bool:
    return len(data.translate(None, wanted)) != len(data)


def _clearly_cyrillic(data: bytes) -> bool:
    """Tell Windows-1251 and KZ-1048 from KOI8-R, CP866, Mac Cyrillic and Latin-1.

    Nearly all high bytes must be Russian or Kazakh letters or usual punctuation, most of them letters,
    and a small letter must hardly ever stand before a capital, as it does when KOI8-R is misread.
    """
    sample = data[:_SAMPLE]
    high = sample.translate(None, bytes(range(0x80)))
    strange = high.translate(None, _USUAL + _KAZAKH)
    text = sample.decode("kz1048")
    pairs = len(_LETTER_PAIR.findall(text))
    letters = sum(1 for b in high if b >= 0xC0)
    return (
        len(strange) <= len(high) // 100
        and letters * 2 >= len(high)
        and pairs * 4 >= letters
        and len(_WRONG_CASE.findall(text)) <= pairs // 50
    )
