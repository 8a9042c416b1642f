"""Which addresses may be reached: a page in the open must not lead into the network of whoever looks."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable, Sequence

from attrs import frozen

Lookup = Callable[[str, int], Sequence[str]]
"""Finds the addresses of a host; raises OSError when there are none."""

_RESERVED = ipaddress.ip_network("::/8")
"""Reserved by RFC 4291, but for addresses that hold one of IPv4: the compatible and the translated ones of old, which
are public nowhere, and those of a NAT64 of one's own (RFC 8215) lie in here."""

_NUMBER = re.compile(r"0[xX][0-9a-fA-F]+|[0-9]+")


@frozen
class Reach:
    """What one look may reach.

    Args:
        inside: The host inside a private network that the person named, which the look may not leave; empty when the
            host is none.
    """

    inside: str = ""

    @classmethod
    def of(cls, host: str) -> Reach:
        """Return what a look at a URL on ``host`` may reach."""
        return cls(_plain(host) if named_private(host) else "")

    def allows(self, address: str) -> bool:
        """Tell whether an IP address may be connected to; one of the link itself only where it was named."""
        if _link_local(address):
            return _link_local(_literal(self.inside) or "")
        return bool(self.inside) or public(address)

    def allows_name(self, host: str) -> bool:
        """Tell whether a host may be asked for by its name, before any look-up."""
        return _plain(host) == self.inside if self.inside else not named_private(host)


def named_private(host: str) -> bool:
    """Tell whether a name says by itself that it is inside: an address of a private network, or ``localhost``.

    >>> [named_private(host) for host in ("10.0.0.1", "127.1", "0x7f000001", "localhost", "example.org")]
    [True, True, True, True, False]
    """
    name = _plain(host)
    if name == "localhost" or name.endswith((".localhost", ".local", ".internal")):
        return True
    literal = _literal(name)
    return literal is not None and not public(literal)


def public(address: str) -> bool:
    """Tell whether an IP address belongs to the public internet (IANA special-purpose registries).

    >>> [public(address) for address in ("93.184.215.14", "169.254.1.1", "::ffff:10.0.0.1", "64:ff9b::a00:1")]
    [True, False, False, False]
    """
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None) or _translated(ip)
        if inner is not None:
            return public(str(inner))
        if ip.is_site_local or ip in _RESERVED:
            return False
    return ip.is_global and not ip.is_multicast


def _plain(host: str) -> str:
    return host.rstrip(".").lower()


def _link_local(address: str) -> bool:
    """Tell whether an IP address is one of the link itself: 169.254.0.0/16 (RFC 3927) or fe80::/10 (RFC 4291)."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None) or _translated(ip)
        inner = inner or (ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if ip in _RESERVED else None)
        return ip.is_link_local or (inner is not None and inner.is_link_local)
    return ip.is_link_local


def _translated(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Return the address inside one of NAT64 (RFC 6052)."""
    inside = ip in ipaddress.ip_network("64:ff9b::/96")
    return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if inside else None


def _literal(host: str) -> str | None:
    """Return the IP address that a host name is, in any of the ways in which systems write one (inet_aton)."""
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        pass
    parts = host.split(".")
    if len(parts) > 4 or not all(_NUMBER.fullmatch(part) for part in parts):
        return None
    numbers = [int(part, 16 if part[:2] in {"0x", "0X"} else 8 if _octal(part) else 10) for part in parts]
    value = sum(number << 8 * (3 - at) for at, number in enumerate(numbers[:-1])) + numbers[-1]
    return str(ipaddress.IPv4Address(value)) if value <= 0xFFFFFFFF else None


def _octal(part: str) -> bool:
    return len(part) > 1 and part[0] == "0" and set(part) <= set("01234567")
