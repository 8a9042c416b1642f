from __future__ import annotations

from datetime import UTC

import pytest

from aigaq.errors import UsageError
from aigaq.evidence.capture import Terms
from aigaq.evidence.capture.clock import NOT_KNOWN, SYNCHRONISED, clock_state, utc_now


@pytest.mark.parametrize(
    "proxy", ["", "socks5://127.0.0.1:9050", "socks5h://[::1]:9050", "http://proxy.example.org:8118/"]
)
def test_ways_that_can_be_gone(proxy: str) -> None:
    assert Terms(proxy=proxy).proxy == proxy


@pytest.mark.parametrize(
    "proxy",
    [
        "127.0.0.1:9050",
        "socks4://127.0.0.1:9050",
        "https://127.0.0.1:8118",
        "socks5://127.0.0.1",
        "socks5://127.0.0.1:x",
        "socks5://127.0.0.1:0",
        "socks5://a:b@127.0.0.1:9050",
        "socks5://:9050",
        "http://127.0.0.1:8118/x",
        "http://127.0.0.1:8118/?x",
        "http://прокси:8118",
    ],
)
def test_what_is_no_proxy_is_refused(proxy: str) -> None:
    with pytest.raises(UsageError) as refused:
        Terms(proxy=proxy)
    assert refused.value.code == "capture.proxy"
    assert "b@" not in str(refused.value)


@pytest.mark.parametrize("agent", ["", " ", "Айғақ", "a\r\nX: y", "a" * 201, "a ", "a\x7f"])
def test_a_name_that_cannot_be_sent_is_refused(agent: str) -> None:
    with pytest.raises(UsageError) as refused:
        Terms(agent=agent)
    assert refused.value.code == "capture.agent"


def test_the_usual_name_says_nothing_of_the_machine() -> None:
    assert Terms().agent == f"aigaq/{Terms().client.removeprefix('aigaq ')}"


def test_the_clock() -> None:
    assert (utc_now().tzinfo, utc_now().microsecond) == (UTC, 0)
    assert clock_state() in {SYNCHRONISED, NOT_KNOWN}
