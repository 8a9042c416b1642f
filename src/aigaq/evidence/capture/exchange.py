"""One request and its response over HTTP/1.1 (RFC 9112), through httpcore2, with every byte kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO, Final

from attrs import define, frozen

from aigaq.evidence.capture.capture import Reason
from aigaq.evidence.capture.reach import Reach
from aigaq.evidence.capture.stop import Deadline, Stop
from aigaq.evidence.capture.tape import Secured, Tape
from aigaq.evidence.capture.terms import Terms
from aigaq.evidence.capture.url import Url
from aigaq.evidence.capture.wire import Wire, addresses, trusting_nobody, trusting_the_system

if TYPE_CHECKING:
    import ssl

    from httpcore2 import ConnectionPool

Headers = tuple[tuple[str, str], ...]
Watch = Callable[[str, Mapping[str, object]], None]

_CODINGS: Final = "gzip, deflate"


@frozen
class Ask:
    """What is asked for: a page, or with a body an answer to it."""

    method: str = "GET"
    media: str = ""
    body: bytes = b""

    def headers(self, url: Url, *, agent: str) -> list[tuple[str, str]]:
        """Return the headers: nothing that tells one machine from another, no cookie, no referrer."""
        said = [("Host", url.authority), ("User-Agent", agent), ("Accept", "*/*"), ("Accept-Encoding", _CODINGS)]
        if self.body:
            said += [("Content-Type", self.media), ("Content-Length", str(len(self.body)))]
        return [*said, ("Connection", "close")]


@define
class Allowance:
    """What one look may still cost.

    Args:
        deadline: When it must have ended.
        bytes: How many bytes may still come.
        reach: What may be connected to.
    """

    deadline: Deadline
    bytes: int
    reach: Reach


@define
class Exchange:
    """One request and what became of it.

    Args:
        url: What was asked.
        started: When.
        received: The bytes of the response as they came.
        sent: The bytes of the request as they went.
        size: How many bytes came.
        address: The IP address of the server; empty behind a proxy.
        secured: The secured connection, if there was one.
        status: The status of the response; None when its head did not come whole.
        headers: Its headers.
        reason: Why it is not complete.
        note: What the system says of that.
    """

    url: Url
    started: datetime
    received: BinaryIO
    sent: bytes = b""
    size: int = 0
    address: str = ""
    secured: Secured | None = None
    status: int | None = None
    headers: Headers = ()
    reason: Reason = Reason.NONE
    note: str = ""

    def header(self, name: str) -> str:
        """Return the first value of a header; empty where there is none."""
        return next((value for key, value in self.headers if key.lower() == name), "")


def exchange(url: Url, received: BinaryIO, *, ask: Ask, terms: Terms, allowance: Allowance) -> Exchange:
    """Ask once, and return what became of it; no failure of the network raises.

    Args:
        url: Whom and what to ask.
        received: Where the bytes of the response go.
        ask: The request.
        terms: Under which name, by which way.
        allowance: What it may cost; what it cost is taken off.
    """
    terms.pace.wait(url.host, pause=terms.limits.pause)
    done = Exchange(url, terms.now(), received)
    line = _Line(url, ask, terms, allowance)
    tape = Tape(received, allowance.bytes, terms.limits.max_head)
    try:
        line.carry(tape, done)
    except Stop as stop:
        done.reason, done.note = stop.reason, stop.note
        if stop.unverified:
            tape.secured = line.peek()
    terms.pace.done(url.host)
    allowance.bytes -= tape.size
    done.sent, done.size, done.address, done.secured = bytes(tape.sent), tape.size, tape.address, tape.secured
    return done


@frozen
class _Line:
    """A line to one server, for one request."""

    url: Url
    ask: Ask
    terms: Terms
    allowance: Allowance

    def carry(self, tape: Tape, done: Exchange) -> None:
        """Send the request and read the whole response.

        Raises:
            Stop: It did not end well.
        """

        def watch(event: str, info: Mapping[str, object]) -> None:
            if event == "http11.send_request_headers.started" and not _to_proxy(info):
                tape.start()
            elif event == "http11.receive_response_headers.complete" and tape.rolling:
                tape.head_is_read()
                _note_head(info, done)

        self._through(tape, watch, peek=False)

    def peek(self) -> Secured | None:
        """Return the certificates that the server presents, on a connection of their own; None if there are none."""
        tape = Tape(BytesIO(), 0, 0)
        with suppress(Stop):
            self._through(tape, lambda event, info: None, peek=True)
        return tape.secured

    def _through(self, tape: Tape, watch: Watch, *, peek: bool) -> None:
        import httpcore2
        from socksio.exceptions import ProtocolError as SocksError

        wire = self._wire(tape, peek=peek)
        try:
            with closing(wire), self._pool(wire) as pool:
                self._stream(pool, watch)
        except httpcore2.ProxyError as fault:
            refused = "refused" in str(fault)
            raise Stop(Reason.REFUSED if refused else Reason.CONNECT, "told by the proxy") from None
        except (SocksError, AssertionError):
            raise Stop(Reason.CONNECT, "the proxy speaks another protocol") from None
        except httpcore2.ProtocolError:
            raise Stop(Reason.CLOSED if tape.closed else Reason.PROTOCOL) from None
        except (httpcore2.NetworkError, httpcore2.TimeoutException):
            raise Stop(Reason.CLOSED) from None

    def _wire(self, tape: Tape, *, peek: bool) -> Wire:
        reach = None if self.terms.proxy else self.allowance.reach
        return Wire(tape, reach, self.allowance.deadline, self.terms.lookup or addresses, peek)

    def _pool(self, wire: Wire) -> ConnectionPool:
        from httpcore2 import ConnectionPool, Proxy

        proxy = Proxy(self.terms.proxy) if self.terms.proxy else None
        return ConnectionPool(ssl_context=self._context(peek=wire.peek), proxy=proxy, network_backend=wire)

    def _context(self, *, peek: bool) -> ssl.SSLContext | None:
        if self.url.scheme != "https":
            return None
        return trusting_nobody() if peek else trusting_the_system()

    def _stream(self, pool: ConnectionPool, watch: Watch) -> None:
        import httpcore2

        limits, url = self.terms.limits, self.url
        target = httpcore2.URL(
            scheme=url.scheme.encode(), host=url.host.encode(), port=url.port, target=url.target.encode()
        )
        waits = {"connect": limits.connect, "read": limits.read, "write": limits.read, "pool": limits.total}
        with pool.stream(
            self.ask.method,
            target,
            headers=self.ask.headers(url, agent=self.terms.agent),
            content=self.ask.body or None,
            extensions={"timeout": waits, "trace": watch},
        ) as response:
            for _ in response.iter_stream():
                pass


def _to_proxy(info: Mapping[str, object]) -> bool:
    """Tell whether a request only asks a proxy for a tunnel."""
    return getattr(info.get("request"), "method", b"") == b"CONNECT"


def _note_head(info: Mapping[str, object], done: Exchange) -> None:
    """Note status and headers of the response that httpcore2 has read."""
    head = info.get("return_value")
    if isinstance(head, tuple):
        _, done.status, _, headers = head
        done.headers = tuple((_text(name), _text(value)) for name, value in headers)


def _text(value: bytes) -> str:
    """Return a header as text: UTF-8 where it is that, else byte for byte (RFC 9110, section 5.5)."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")
