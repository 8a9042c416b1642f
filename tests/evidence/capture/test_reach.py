from __future__ import annotations

import pytest

from aigaq.evidence.capture.reach import Reach, named_private, public


@pytest.mark.parametrize(
    ("address", "open_"),
    [
        ("93.184.215.14", True),
        ("2a00:1450:4001:80b::200e", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.215.14", True),
        ("2002:7f00:1::", False),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::5db8:d70e", True),
        ("::7f00:1", False),
        ("::5db8:d70e", False),
        ("fec0::1", False),
        ("64:ff9b:1::5db8:d70e", False),
        ("::ffff:0:5db8:d70e", False),
        ("::ffff:0:0", False),
        ("nonsense", False),
    ],
)
def test_which_addresses_are_public(address: str, open_: bool) -> None:
    assert public(address) is open_


@pytest.mark.parametrize(
    ("host", "private"),
    [
        ("localhost", True),
        ("LOCALHOST.", True),
        ("a.localhost", True),
        ("printer.local", True),
        ("127.0.0.1", True),
        ("127.1", True),
        ("2130706433", True),
        ("0x7f.0.0.1", True),
        ("0177.0.0.1", True),
        ("0x7f000001", True),
        ("::1", True),
        ("93.184.215.14", False),
        ("1572395534", False),
        ("parlam.kz", False),
        ("localhost.example.org", False),
        ("127.0.0.1.example.org", False),
        ("99999999999", False),
    ],
)
def test_which_names_say_that_they_are_inside(host: str, private: bool) -> None:
    assert named_private(host) is private


def test_who_named_a_private_host_may_stay_inside() -> None:
    inside, outside = Reach.of("127.0.0.1"), Reach.of("parlam.kz")
    assert (inside.allows("127.0.0.1"), inside.allows_name("127.0.0.1")) == (True, True)
    assert not any(map(inside.allows_name, ("localhost", "10.0.0.1", "127.0.0.2", "parlam.kz")))
    assert (outside.allows("10.0.0.1"), outside.allows_name("localhost")) == (False, False)
    assert (outside.allows("93.184.215.14"), outside.allows_name("example.org")) == (True, True)


@pytest.mark.parametrize(
    ("host", "address", "allowed"),
    [
        ("127.0.0.1", "169.254.169.254", False),
        ("localhost", "fe80::1%eth0", False),
        ("printer.local", "::ffff:169.254.1.1", False),
        ("printer.local", "64:ff9b::a9fe:a9fe", False),
        ("printer.local", "::a9fe:a9fe", False),
        ("printer.local", "192.168.1.2", True),
        ("169.254.1.1", "169.254.1.1", True),
        ("fe80::1", "fe80::1", True),
        ("parlam.kz", "169.254.169.254", False),
    ],
)
def test_the_link_itself_is_reached_only_where_it_was_named(host: str, address: str, allowed: bool) -> None:
    assert Reach.of(host).allows(address) is allowed
