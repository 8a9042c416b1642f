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
    assert (inside.allows("10.0.0.1"), inside.allows_name("localhost")) == (True, True)
    assert (outside.allows("10.0.0.1"), outside.allows_name("localhost")) == (False, False)
    assert (outside.allows("93.184.215.14"), outside.allows_name("example.org")) == (True, True)
