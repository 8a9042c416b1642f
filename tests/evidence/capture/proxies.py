"""Two proxies on this machine: SOCKS5 (RFC 1928) and HTTP. Every name leads to 127.0.0.1; what was asked is kept."""

from __future__ import annotations

import socket
import socketserver
import threading
from contextlib import suppress
from types import TracebackType
from urllib.parse import urlsplit


class Socks(socketserver.BaseRequestHandler):
    """Connects where it is told."""

    server: Proxy

    def handle(self) -> None:
        talk: socket.socket = self.request
        talk.recv(2 + talk.recv(2)[1])
        talk.sendall(b"\x05\x00")
        kind = talk.recv(4)[3]
        host = (
            talk.recv(talk.recv(1)[0]).decode()
            if kind == 3
            else socket.inet_ntop({1: socket.AF_INET, 4: socket.AF_INET6}[kind], talk.recv({1: 4, 4: 16}[kind]))
        )
        port = int.from_bytes(talk.recv(2))
        self.server.asked.append((host, port))
        if self.server.answer:
            talk.sendall(b"\x05" + bytes([self.server.answer]) + b"\x00\x01\0\0\0\0\0\0")
            return
        with socket.create_connection(("127.0.0.1", port), 5) as there:
            talk.sendall(b"\x05\x00\x00\x01\x7f\0\0\x01\0\x50")
            join(talk, there)


class Http(socketserver.BaseRequestHandler):
    """Makes a tunnel, or forwards a request."""

    server: Proxy

    def handle(self) -> None:
        talk: socket.socket = self.request
        head = b""
        while b"\r\n\r\n" not in head:
            head += talk.recv(4096)
        method, target, _ = head.split(b" ", 2)
        named = target.decode() if method == b"CONNECT" else urlsplit(target.decode()).netloc
        host, _, port = named.rpartition(":")
        self.server.asked.append((host, int(port)))
        if self.server.answer:
            talk.sendall(f"HTTP/1.1 {self.server.answer} No\r\nContent-Length: 0\r\n\r\n".encode())
            return
        with socket.create_connection(("127.0.0.1", int(port)), 5) as there:
            if method == b"CONNECT":
                talk.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
            else:
                there.sendall(head.replace(target, urlsplit(target.decode()).path.encode(), 1))
            join(talk, there)


class Other(socketserver.BaseRequestHandler):
    """Speaks another protocol."""

    def handle(self) -> None:
        self.request.recv(3)
        self.request.sendall(b"SSH-2.0-x\r\n")


class Closed(socketserver.BaseRequestHandler):
    """Closes at once."""

    def handle(self) -> None:
        self.request.recv(4096)


class Proxy(socketserver.ThreadingTCPServer):
    """A proxy; a context manager.

    Args:
        handler: Its protocol.
        answer: The refusal that it gives to everyone, if any.
    """

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, handler: type[Socks | Http | Other | Closed], answer: int = 0) -> None:
        super().__init__(("127.0.0.1", 0), handler)
        self.asked: list[tuple[str, int]] = []
        self.answer = answer
        self._thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"127.0.0.1:{self.server_address[1]}"

    def __enter__(self) -> Proxy:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.shutdown()
        self.server_close()
        self._thread.join()

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing."""


def join(one: socket.socket, other: socket.socket) -> None:
    """Carry bytes both ways until one side closes."""
    back = threading.Thread(target=_carry, args=(other, one), daemon=True)
    back.start()
    _carry(one, other)
    back.join(5)


def _carry(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
    with suppress(OSError):
        target.shutdown(socket.SHUT_WR)
