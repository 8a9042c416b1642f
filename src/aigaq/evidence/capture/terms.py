"""The terms on which captures are made: within which bounds, by which clock, under which name, by which way."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import datetime
from importlib.metadata import version
from typing import Final
from urllib.parse import urlsplit

from attrs import Factory, field, frozen

from aigaq.errors import UsageError
from aigaq.evidence.capture.clock import clock_state, utc_now
from aigaq.evidence.capture.limits import LIMITS, Limits
from aigaq.evidence.capture.pace import Pace
from aigaq.evidence.capture.reach import Lookup

_VERSION: Final = version("aigaq")
CLIENT: Final = f"aigaq {_VERSION}"
AGENT: Final = f"aigaq/{_VERSION}"

_PROXIES: Final = frozenset({"socks5", "socks5h", "http"})


def _proxy(terms: object, attribute: object, proxy: str) -> None:
    """Refuse what is no address of a proxy."""
    del terms, attribute
    if not proxy:
        return
    try:
        parts = urlsplit(proxy)
        fits = parts.scheme in _PROXIES and parts.hostname and parts.port and not parts.path.strip("/")
    except ValueError:
        fits = False
    if not fits or "@" in proxy or not proxy.isascii() or parts.query or parts.fragment:
        raise UsageError(
            "capture.proxy",
            "This is no address of a proxy.",
            hint="Write it as socks5://127.0.0.1:9050 or http://127.0.0.1:8118, with its port and without a password.",
        )


def _agent(terms: object, attribute: object, agent: str) -> None:
    """Refuse what cannot stand in a header."""
    del terms, attribute
    if not re.fullmatch(r"[!-~](?:[ -~]{0,198}[!-~])?", agent):
        raise UsageError(
            "capture.agent",
            "The name that is sent to servers is empty, too long, or not in Latin letters.",
            hint="Correct agent under [network] in dossier.toml, or leave it out.",
        )


@frozen(kw_only=True)
class Terms:
    """How captures are made. Nothing here says which machine or which person makes them.

    Args:
        limits: The bounds of one capture.
        client: The program, as an entry names it.
        agent: What is sent as ``User-Agent``.
        proxy: ``socks5://127.0.0.1:9050`` or ``http://…``; empty for the direct way.
        now: The clock of this machine, in UTC.
        state: What is known about that clock.
        timer: Seconds since some moment, never running backwards.
        lookup: Finds the addresses of a host; that of the system when None. Behind a proxy only the proxy's is asked.
        pace: Waits between two requests to one host; one for all captures of a run.
    """

    limits: Limits = LIMITS
    client: str = CLIENT
    agent: str = field(default=AGENT, validator=_agent)
    proxy: str = field(default="", validator=_proxy)
    now: Callable[[], datetime] = utc_now
    state: Callable[[], str] = clock_state
    timer: Callable[[], float] = time.monotonic
    lookup: Lookup | None = None
    pace: Pace = Factory(Pace)
