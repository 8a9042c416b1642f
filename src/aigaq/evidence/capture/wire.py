"""The wire: connects, agrees on encryption, and keeps every byte on a tape. Nothing else here opens a connection."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from attrs import Factory, define

from aigaq.evidence.capture.capture import Reason
from aigaq.evidence.capture.reach import Lookup, Reach
from aigaq.evidence.capture.stop import Deadline, Stop
from aigaq.evidence.capture.tape import Secured, Tape

if TYPE_CHECKING:
    import socket
    import ssl

    from httpcore2 import SOCKET_OPTION, NetworkBackend, NetworkStream
else:
    NetworkBackend = NetworkStream = object


@define
class Wire(NetworkBackend):
    """Connects for one exchange (the network backend of httpcore2).

    Args:
        tape: Where the bytes go.
        reach: What may be connected to; None when a proxy does that.
        deadline: When the look must have ended.
        lookup: Finds the addresses of a host.
        peek: Only look at the certificates of the server, and stop before anything is asked.
    """

    tape: Tape
    reach: Reach | None
    deadline: Deadline
    lookup: Lookup
    peek: bool = False
    opened: list[socket.socket] = Factory(list)

    def close(self) -> None:
        """Close every connection, also those that httpcore2 has forgotten."""
        for connected in self.opened:
            connected.close()

    def connect_tcp(  # type: ignore[override]  # httpcore2 gives everything by name
        self,
        host: str,
        port: int,
        *,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SOCKET_OPTION] | None = None,
    ) -> NetworkStream:
        """Connect to the first address of a host that may be reached and answers.

        Raises:
            Stop: ``dns``, ``refused``, ``connect``, ``timeout`` or ``too-slow``.
        """
        del local_address, socket_options
        mine = Deadline.after(self.deadline.allow(timeout), timer=self.deadline.timer)
        addresses = self._addresses(host, port, deadline=mine)
        for at, address in enumerate(addresses, 1):
            try:
                connected = self._connect(address, port, timeout=mine.allow(mine.left / (len(addresses) - at + 1)))
            except OSError as fault:
                if at == len(addresses):
                    raise self._fault(fault) from None
            else:
                self.opened.append(connected)
                self.tape.address = address if self.reach else ""
                return Stream(connected, self)
        raise Stop(Reason.DNS)

    def _addresses(self, host: str, port: int, *, deadline: Deadline) -> Sequence[str]:
        found = within(deadline, lambda: self.lookup(host, port))
        allowed = [address for address in found if self.reach is None or self.reach.allows(address)]
        if not allowed:
            raise Stop(Reason.DNS, "the name leads to an address inside a private network" if found else "")
        return allowed

    def _connect(self, address: str, port: int, *, timeout: float) -> socket.socket:
        import socket

        connected = socket.create_connection((address, port), timeout)
        connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return connected

    def _fault(self, fault: OSError) -> Stop:
        if isinstance(fault, TimeoutError):
            return self.deadline.late()
        return Stop(Reason.REFUSED if isinstance(fault, ConnectionRefusedError) else Reason.CONNECT)


@define
class Stream(NetworkStream):
    """One connection; what goes through it is kept on the tape."""

    connected: socket.socket
    wire: Wire

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return what came; nothing when the server has closed.

        Raises:
            Stop: ``closed``, ``timeout``, ``too-slow``, ``too-large``; ``connect`` when a proxy closed.
        """
        tape = self.wire.tape
        self.connected.settimeout(self.wire.deadline.allow(timeout))
        try:
            data = self.connected.recv(tape.room(max_bytes))
        except TimeoutError:
            raise self.wire.deadline.late() from None
        except OSError:
            raise Stop(Reason.CLOSED) from None
        if not data and not tape.rolling:
            raise Stop(Reason.CONNECT, "the proxy closed the connection")
        return tape.read(data)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all of ``buffer``."""
        from httpcore2 import WriteError

        self.connected.settimeout(self.wire.deadline.allow(timeout))
        try:
            self.connected.sendall(buffer)
        except OSError:
            raise WriteError from None
        self.wire.tape.wrote(buffer)

    def close(self) -> None:
        """Close the connection."""
        self.connected.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        *waits: float | None,
        timeout: float | None = None,
    ) -> NetworkStream:
        """Agree on encryption, and note what the server proved.

        Raises:
            Stop: ``tls``, ``timeout``, ``too-slow`` or ``closed``.
        """
        import ssl

        self.connected.settimeout(self.wire.deadline.allow(next(iter(waits), timeout)))
        try:
            inside = ssl_context.wrap_socket(self.connected, server_hostname=server_hostname)
        except BaseException as fault:
            self.close()
            if isinstance(fault, OSError | ValueError):
                raise self._tls_fault(fault) from None
            raise
        self.wire.tape.secured = secured(inside, verified=ssl_context.verify_mode != ssl.CERT_NONE)
        self.wire.opened.append(inside)
        if self.wire.peek:
            raise Stop(Reason.TLS)
        return Stream(inside, self.wire)

    def _tls_fault(self, fault: Exception) -> Stop:
        import ssl

        if isinstance(fault, TimeoutError):
            return self.wire.deadline.late()
        if isinstance(fault, ssl.SSLCertVerificationError):
            return Stop(Reason.TLS, fault.verify_message, unverified=True)
        if isinstance(fault, ssl.SSLEOFError) or not isinstance(fault, ssl.SSLError | ValueError):
            return Stop(Reason.CLOSED, "while agreeing on encryption")
        return Stop(Reason.TLS, getattr(fault, "reason", "") or "")

    def get_extra_info(self, info: str) -> None:
        """Return nothing: httpcore2 asks for the protocol (HTTP/1.1, always) and for idle connections (none)."""
        del info


def within(deadline: Deadline, ask: Callable[[], Sequence[str]]) -> Sequence[str]:
    """Return what ``ask`` finds; the system's look-up cannot be stopped, so it is left behind when time is up.

    Raises:
        Stop: ``dns``, ``timeout`` or ``too-slow``.
    """
    found: list[Sequence[str]] = []

    def run() -> None:
        with suppress(OSError):
            found.append(ask())

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(deadline.allow(None))
    if thread.is_alive():
        raise Stop(Reason.DNS, "the look-up of the name took too long")
    if not found:
        raise Stop(Reason.DNS)
    return found[0]


def secured(inside: ssl.SSLSocket, *, verified: bool) -> Secured:
    """Return what is known of a secured connection."""
    cipher = inside.cipher()
    return Secured(inside.version() or "", cipher[0] if cipher else "", _chain(inside), verified)


def _chain(inside: ssl.SSLSocket) -> tuple[bytes, ...]:
    """Return the certificates that the server presented, in DER; at least its own.

    Python 3.13 has a method for it; before, the object beneath has one.
    """
    import ssl

    presented = getattr(inside, "get_unverified_chain", None)
    if presented is not None:
        return tuple(presented())
    beneath = getattr(getattr(inside, "_sslobj", None), "get_unverified_chain", lambda: None)()
    if beneath:
        return tuple(ssl.PEM_cert_to_DER_cert(certificate.public_bytes()) for certificate in beneath)
    own = inside.getpeercert(binary_form=True)
    return (own,) if own else ()


def addresses(host: str, port: int) -> Sequence[str]:
    """Return the addresses of a host as the system finds them.

    Raises:
        OSError: There are none.
    """
    import socket

    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except UnicodeError as fault:
        raise OSError("no host name") from fault
    return list(dict.fromkeys(str(info[4][0]) for info in found))


def trusting_the_system() -> ssl.SSLContext:
    """Return a context that trusts the authorities that this machine trusts."""
    from httpcore2 import default_ssl_context

    return default_ssl_context()


def trusting_nobody() -> ssl.SSLContext:
    """Return a context that takes any certificate: only to see which one was presented, never to ask for anything."""
    import ssl

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context
