"""A URL as it goes into a request: ``http`` or ``https``, without credentials, in ASCII (RFC 3986)."""

from __future__ import annotations

import re
import unicodedata
from typing import Final
from urllib.parse import quote, urljoin, urlsplit

from attrs import frozen

PORTS: Final = {"http": 80, "https": 443}
LONGEST: Final = 8192

_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\ufeff]")
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?\.?|[0-9a-f:.]*:[0-9a-f:.]*")
_PATH: Final = "/%:@!$&'()*+,;=~-._"
_QUERY: Final = _PATH + "?[]|\\^`{}<>"


@frozen
class Url:
    """Where one request goes.

    >>> Url.of("HTTPS://Example.ORG:443/жоба?n=1#top").text
    'https://example.org/%D0%B6%D0%BE%D0%B1%D0%B0?n=1'
    """

    scheme: str
    host: str
    port: int
    target: str

    @classmethod
    def of(cls, text: str) -> Url:
        """Return what ``text`` names; a fragment is left out, since it never leaves the machine.

        Raises:
            ValueError: It is no URL, of another scheme, too long, or holds a user name or a password.
        """
        if not 0 < len(text) <= LONGEST or _UNSEEN.search(text):
            raise ValueError("a URL has no spaces and is not endless")
        parts = urlsplit(text)
        scheme, host = parts.scheme.lower(), _ascii(parts.hostname or "")
        if scheme not in PORTS or "@" in parts.netloc:
            raise ValueError("only http and https, and without a user name")
        port = PORTS[scheme] if parts.port is None else parts.port
        query = f"?{quote(parts.query, safe=_QUERY)}" if parts.query else ""
        return cls(scheme, host, port, (quote(parts.path, safe=_PATH) or "/") + query)

    def join(self, location: str) -> Url:
        """Return where a redirect to ``location`` leads (RFC 9110, section 10.2.2).

        Raises:
            ValueError: As for `of`.
        """
        if len(location) > LONGEST:
            raise ValueError("a URL is not endless")
        return Url.of(urljoin(self.text, location.strip(" \t")))

    @property
    def authority(self) -> str:
        """Host and, where it is not the usual one, port: what stands in ``Host``."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def text(self) -> str:
        """The URL as it is asked."""
        return f"{self.scheme}://{self.authority}{self.target}"


def asked(text: str) -> Url:
    """Return the URL that a person wrote; it holds nothing that is shown otherwise than it is asked.

    Raises:
        ValueError: As for `Url.of`; or it holds a sign without a picture, such as one that turns the direction of
            writing (category Cf of Unicode).
    """
    if any(unicodedata.category(sign) == "Cf" for sign in text[: LONGEST + 1]):
        raise ValueError("a URL is shown as it is asked")
    return Url.of(text)


def _ascii(host: str) -> str:
    """Return a host name in ASCII (RFC 5890)."""
    try:
        name = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError as fault:
        raise ValueError("the host name cannot be written") from fault
    if len(name) > 253 or not _HOST.fullmatch(name.lower()):
        raise ValueError("there is no host name")
    return name.lower()
