"""A strict reader of DER, as much of it as a time stamp needs.

Source: ITU-T X.690 (02/2021), clauses 8 and 10. Lengths are definite and as short as they can be, tags have one
byte, and nothing follows the last element. The one rule of DER that is not enforced is the order within a SET OF:
several authorities break it, and what is signed is read as it stands.

Only the standard library is used, and of it only what Python 3.9 has: this text is also a part of the script in a
bundle.
"""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import NamedTuple

INTEGER, OCTETS, OID, SEQUENCE, SET, TIME = 0x02, 0x04, 0x06, 0x30, 0x31, 0x18


class Malformed(ValueError):
    """These bytes are not what they should be; the message says what was expected."""


class Element(NamedTuple):
    """One element of DER.

    Args:
        tag: Its tag, as the one byte it has.
        whole: All its bytes.
        content: Its bytes without tag and length.
    """

    tag: int
    whole: bytes
    content: bytes

    def parts(self) -> list[Element]:
        """Return the elements within it.

        >>> [part.content.hex() for part in one(bytes.fromhex("3006020101020102")).parts()]
        ['01', '02']
        """
        return elements(self.content)


def one(data: bytes, tag: int = SEQUENCE) -> Element:
    """Return the only element in ``data``.

    Raises:
        Malformed: There is none, or more, or its tag is another.
    """
    found = elements(data)
    if len(found) != 1 or found[0].tag != tag:
        raise Malformed(f"one element with tag {tag:#04x} was expected")
    return found[0]


def elements(data: bytes) -> list[Element]:
    """Return the elements that stand one after the other in ``data``.

    Raises:
        Malformed: They are no DER.
    """
    found = []
    at = 0
    while at < len(data):
        body, end = _bounds(data, at)
        found.append(Element(data[at], data[at:end], data[body:end]))
        at = end
    return found


def _bounds(data: bytes, at: int) -> tuple[int, int]:
    if len(data) - at < 2 or data[at] & 0x1F == 0x1F:
        raise Malformed("an element is cut short, or has a tag of several bytes")
    length, body = data[at + 1], at + 2
    if length >= 0x80:
        count = length & 0x7F
        raw = data[body : body + count]
        length, body = int.from_bytes(raw, "big"), body + count
        if not 1 <= count <= 4 or len(raw) < count or raw[0] == 0 or length < 0x80:
            raise Malformed("a length is not written as DER demands")
    if body + length > len(data):
        raise Malformed("an element is longer than what it stands in")
    return body, body + length


def integer(element: Element, tag: int = INTEGER) -> int:
    """Return the value of an INTEGER.

    >>> integer(one(bytes.fromhex("020200ff"), INTEGER))
    255
    """
    raw = element.content
    if element.tag != tag or not raw or (len(raw) > 1 and raw[0] in (0, 0xFF) and (raw[0] ^ raw[1]) < 0x80):
        raise Malformed("an integer is not written as DER demands")
    return int.from_bytes(raw, "big", signed=True)


def octets(element: Element) -> bytes:
    """Return the bytes of an OCTET STRING."""
    if element.tag != OCTETS:
        raise Malformed("an octet string was expected")
    return element.content


def oid(element: Element) -> str:
    """Return an OBJECT IDENTIFIER as numbers with dots.

    >>> oid(one(bytes.fromhex("0609608648016503040201"), OID))
    '2.16.840.1.101.3.4.2.1'
    """
    raw = element.content
    if element.tag != OID or not raw or raw[-1] >= 0x80 or len(raw) > 64:
        raise Malformed("an object identifier was expected")
    numbers, value, fresh = [], 0, True
    for byte in raw:
        if fresh and byte == 0x80:
            raise Malformed("an object identifier is not written as DER demands")
        value, fresh = value << 7 | byte & 0x7F, byte < 0x80
        if fresh:
            numbers.append(value)
            value = 0
    first = min(numbers[0] // 40, 2)
    return ".".join(str(number) for number in (first, numbers[0] - 40 * first, *numbers[1:]))


def moment(element: Element) -> datetime:
    """Return a GeneralizedTime in UTC; fractions finer than a microsecond are cut.

    >>> moment(one(bytes([TIME, 15]) + b"20251116101500Z", TIME)).isoformat()
    '2025-11-16T10:15:00+00:00'
    """
    try:
        text = element.content.decode("ascii")
        seconds, dot, fraction = text.removesuffix("Z").partition(".")
        sound = element.tag == TIME and text.endswith("Z") and len(seconds) == 14 and seconds.isdigit()
        if not sound or (dot and (not fraction.isdigit() or fraction.endswith("0"))):
            raise ValueError
        whole = datetime.strptime(seconds, "%Y%m%d%H%M%S").replace(tzinfo=timezone.utc)  # noqa: UP017
    except ValueError:
        raise Malformed("a time in UTC was expected") from None
    return whole + timedelta(microseconds=int(fraction[:6].ljust(6, "0")))
