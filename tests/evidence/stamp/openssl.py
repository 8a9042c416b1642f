"""An authority run by ``openssl ts``: the other implementation that the checks here are held against."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from tests.evidence.stamp.maker import Tsa

CONFIGURATION = """
[tsa]
default_tsa = here
[here]
dir = .
serial = serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1, millisecs:500
clock_precision_digits = {digits}
ordering = no
tsa_name = yes
ess_cert_id_chain = {chain}
ess_cert_id_alg = {hash}
"""


def program() -> str:
    """Return the path of openssl; skip the test where it is absent."""
    found = shutil.which("openssl")
    if found is None:
        pytest.skip("openssl is not here")
    return found


def answer(
    who: Tsa, request: bytes, folder: Path, *, digits: int = 0, chain: str = "no", hashed: str = "sha256"
) -> bytes:
    """Return the response of ``openssl ts -reply`` to a request; its time is now."""
    key = who.signer.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    files = {
        "tsa.cnf": CONFIGURATION.format(digits=digits, chain=chain, hash=hashed).encode(),
        "key.pem": key,
        "signer.pem": who.signer.pem,
        "chain.pem": b"".join(one.pem for one in who.above[:-1]),
        "serial": b"01\n",
        "request.tsq": request,
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    run(folder, "-reply", "-config", "tsa.cnf", "-queryfile", "request.tsq", "-out", "response.tsr",
        "-signer", "signer.pem", "-inkey", "key.pem", *(["-chain", "chain.pem"] if who.above[:-1] else []))  # fmt: skip
    return (folder / "response.tsr").read_bytes()


def accepts(who: Tsa, response: bytes, data: bytes, folder: Path) -> bool:
    """Return True if ``openssl ts -verify`` accepts a response now."""
    for name, content in {"root.pem": who.pem, "stamp.tsr": response, "data": data}.items():
        (folder / name).write_bytes(content)
    return run(folder, "-verify", "-in", "stamp.tsr", "-data", "data", "-CAfile", "root.pem", fails=True) == 0


def run(folder: Path, *arguments: str, fails: bool = False) -> int:
    done = subprocess.run(
        [program(), "ts", *arguments], cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )
    assert fails or done.returncode == 0, done.stderr
    return done.returncode
