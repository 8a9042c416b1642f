"""A parliament's web server, on this machine only, that behaves as a test tells it to.

It publishes, renames, edits in silence, removes, refuses, hangs, drips, lies and breaks off::

    with Parliament() as parliament:
        parliament.publish("/bill", b"<html>1</html>")
        parliament.edit("/bill", b"<html>2</html>")     # the same Last-Modified as before
        parliament.script("/table", hangs())
        url = parliament.url("/bill")

What a path does can be changed at any time. Every request is kept in ``parliament.asked``.
"""

from __future__ import annotations

import gzip
import ipaddress
import ssl
import struct
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any

from attrs import evolve, field, frozen

PUBLISHED = "Wed, 12 Nov 2025 04:00:00 GMT"
SERVED = "Sun, 16 Nov 2025 10:15:00 GMT"
"""What the server says in ``Date``: a clock of its own, so that tests see the same bytes every time."""


@frozen
class Asked:
    """One request as it came."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes
    at: float


Behaviour = Callable[["Handler"], None]


@frozen
class Page:
    """Something that is published."""

    body: bytes
    media: str = "text/html; charset=utf-8"
    status: int = 200
    headers: Mapping[str, str] = field(factory=dict)
    modified: str = PUBLISHED

    def __call__(self, handler: Handler) -> None:
        headers = {"Content-Type": self.media, "Last-Modified": self.modified, **self.headers}
        handler.answer(self.status, self.body, {name: value for name, value in headers.items() if value})


class Handler(BaseHTTPRequestHandler):
    """Answers one request as the parliament says."""

    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        """Answer a request for a page."""
        self._do()

    def do_POST(self) -> None:
        """Answer a request that brings something."""
        self._do()

    def _do(self) -> None:
        self.close_connection = True
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        asked = Asked(self.command, self.path, dict(self.headers), body, time.monotonic())
        parliament = self.server.parliament
        parliament.asked.append(asked)
        with suppress(OSError):
            parliament.behaviour(self.path)(self)
            self.wfile.flush()

    @property
    def closing(self) -> threading.Event:
        """Set when the server closes, so that nothing that hangs holds up the end of a test."""
        return self.server.parliament.closing

    def answer(self, status: int, body: bytes, headers: Mapping[str, str]) -> None:
        """Send a whole response."""
        self.head(status, {"Content-Length": str(len(body)), **headers})
        self.wfile.write(body)

    def head(self, status: int, headers: Mapping[str, str]) -> None:
        """Send a status line and headers."""
        self.send_response_only(status)
        for name, value in {"Date": SERVED, **headers}.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """Hands each connection to a thread."""

    daemon_threads = True
    block_on_close = True
    request_queue_size = 64

    def __init__(self, parliament: Parliament, context: ssl.SSLContext | None) -> None:
        self.parliament = parliament
        self.context = context
        super().__init__(("127.0.0.1", 0), Handler)

    def get_request(self) -> tuple[Any, Any]:
        connection, address = super().get_request()
        connection.settimeout(20)
        if self.context is None:
            return connection, address
        return self.context.wrap_socket(connection, server_side=True, do_handshake_on_connect=False), address

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a visitor who breaks off is no fault."""


class Parliament:
    """The server; a context manager.

    Args:
        certificate: The file of a certificate and its key, for ``https``.
    """

    def __init__(self, certificate: Path | None = None) -> None:
        self._paths: dict[str, Behaviour] = {}
        self._lock = threading.Lock()
        self.asked: list[Asked] = []
        self.closing = threading.Event()
        self.scheme = "https" if certificate else "http"
        context = None
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
        self._server = Server(self, context)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    def __enter__(self) -> Parliament:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self._server.server_address[1])

    def url(self, path: str = "/", *, host: str = "127.0.0.1") -> str:
        """Return the URL of a path."""
        return f"{self.scheme}://{host}:{self.port}{path}"

    def behaviour(self, path: str) -> Behaviour:
        """Return what a path does now; one that nobody published is not found."""
        with self._lock:
            return self._paths.get(path, answers(404, b"<html><title>Not found</title></html>"))

    def script(self, path: str, behaviour: Behaviour) -> None:
        """Let a path do something else from now on."""
        with self._lock:
            self._paths[path] = behaviour

    def publish(
        self,
        path: str,
        body: bytes,
        *,
        media: str = "text/html; charset=utf-8",
        modified: str = PUBLISHED,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Publish a page or a document."""
        self.script(path, Page(body, media, 200, headers or {}, modified))

    def edit(self, path: str, body: bytes) -> None:
        """Change a page in silence: everything that the server says of it stays as it was."""
        page = self._page(path)
        self.script(path, evolve(page, body=body))

    def rename(self, path: str, new: str) -> None:
        """Move a page to another path; the old one is not found."""
        page = self._page(path)
        self.script(new, page)
        self.remove(path)

    def remove(self, path: str, status: int = 404) -> None:
        """Take a page away: 404, or 410 for good."""
        self.script(path, answers(status, b"<html><title>Gone</title></html>"))

    def _page(self, path: str) -> Page:
        page = self.behaviour(path)
        assert isinstance(page, Page), f"{path} is not published"
        return page


def answers(status: int, body: bytes = b"", **headers: str) -> Behaviour:
    """Answer with a status; ``retry_after="120"`` gives the header ``Retry-After``."""
    named = {name.replace("_", "-").title(): value for name, value in headers.items()}
    return Page(body, status=status, headers=named, modified="")


def asks_to_wait(retry_after: str = "120", status: int = 429) -> Behaviour:
    """Ask to come back later."""
    return answers(status, b"<html>later</html>", retry_after=retry_after)


def redirects(location: str, status: int = 302, body: bytes = b"") -> Behaviour:
    """Send the visitor elsewhere."""
    return answers(status, body, location=location)


def hangs() -> Behaviour:
    """Take the request and never answer."""
    return lambda handler: _wait(handler, 60.0)


def drips(body: bytes = b"x" * 10_000, *, every: float = 0.02, headers_too: bool = False) -> Behaviour:
    """Send a byte at a time."""

    def behave(handler: Handler) -> None:
        head = f"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: {len(body)}\r\n\r\n".encode()
        if not headers_too:
            handler.wfile.write(head)
        for byte in (head if headers_too else b"") + body:
            handler.wfile.write(bytes([byte]))
            if handler.closing.wait(every):
                return

    return behave


def endless(length: int | None = None, *, most: int = 1 << 34, media: str = "application/octet-stream") -> Behaviour:
    """Send a body that never ends, or one of ``length`` bytes; it is made while it is sent."""

    def behave(handler: Handler) -> None:
        said = {"Content-Type": media}
        handler.head(200, {**said, "Content-Length": str(length)} if length is not None else said)
        left, piece = most if length is None else length, b"0123456789abcdef" * 4096
        while left > 0 and not handler.closing.is_set():
            handler.wfile.write(piece[:left])
            left -= len(piece)

    return behave


def breaks(body: bytes = b"x" * 1000, *, promised: int = 5000, reset: bool = False) -> Behaviour:
    """Promise more than is sent, and close the connection: in good order, or with a reset."""

    def behave(handler: Handler) -> None:
        handler.head(200, {"Content-Type": "text/plain", "Content-Length": str(promised)})
        handler.wfile.write(body)
        handler.wfile.flush()
        if reset:
            time.sleep(0.1)
            handler.connection.setsockopt(*_LINGER)

    return behave


def raw(data: bytes) -> Behaviour:
    """Send these bytes, whatever they are, and close."""
    return lambda handler: _discard(handler.wfile.write(data))


def chunked(pieces: list[bytes], *, end: bytes = b"0\r\n\r\n", head: str = "") -> Behaviour:
    """Send a body in chunks."""
    body = b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces) + end
    return raw(f"HTTP/1.1 200 OK\r\n{head}Transfer-Encoding: chunked\r\n\r\n".encode() + body)


def zipped(body: bytes, *, media: str = "text/html; charset=utf-8") -> Behaviour:
    """Send a body compressed with gzip."""
    return Page(gzip.compress(body, mtime=0), media, headers={"Content-Encoding": "gzip"})


def bomb(size: int) -> Behaviour:
    """Send a few bytes that unpack to ``size``."""
    return Page(_squeezed(size), headers={"Content-Encoding": "gzip"})


def in_turn(*behaviours: Behaviour) -> Behaviour:
    """Do one thing after the other, and stay with the last."""
    left: Iterator[Behaviour] = iter(behaviours[:-1])

    def behave(handler: Handler) -> None:
        next(left, behaviours[-1])(handler)

    return behave


@cache
def _squeezed(size: int) -> bytes:
    opener, piece = zlib.compressobj(9, zlib.DEFLATED, 31), b"\0" * (1 << 20)
    whole, rest = divmod(size, len(piece))
    return b"".join([*(opener.compress(piece) for _ in range(whole)), opener.compress(piece[:rest]), opener.flush()])


def _wait(handler: Handler, seconds: float) -> None:
    handler.closing.wait(seconds)


def _discard(value: object) -> None:
    del value


_LINGER = (1, 13, struct.pack("ii", 1, 0))
"""SOL_SOCKET, SO_LINGER (Linux): close at once, with a reset."""


def self_signed(folder: Path, *, host: str = "127.0.0.1", expired: bool = False) -> Path:
    """Write a certificate that signs itself, with its key, and return the file (PEM).

    Args:
        folder: Where to.
        host: The name or address it is for.
        expired: Whether its time is over.
    """
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "parliament.test")])
    since = datetime.now(UTC) - timedelta(days=30)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(since)
        .not_valid_after(since + timedelta(days=1 if expired else 60))
        .add_extension(x509.SubjectAlternativeName([_general(host)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / f"{host}.pem"
    path.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + certificate.public_bytes(serialization.Encoding.PEM)
    )
    return path


def _general(host: str) -> Any:
    from cryptography import x509

    try:
        return x509.IPAddress(ipaddress.ip_address(host))
    except ValueError:
        return x509.DNSName(host)
