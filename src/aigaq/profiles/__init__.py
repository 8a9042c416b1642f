"""Profiles: what one jurisdiction asks for, as dated data with its marks of doubt, never as constants in code.

``[U]`` (``status = "unverified"``) means that nobody has checked the entry against an official source.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib.resources import files

from aigaq.errors import UsageError

PROFILES = ("kz",)
"""Profiles that come with this program."""


def profile(name: str) -> Mapping[str, object]:
    """Return the profile ``name`` as it stands in its file.

    Raises:
        UsageError: ``profile.unknown`` when none has that name.

    >>> profile("kz")["name"]
    'kz'
    """
    if name not in PROFILES:
        raise UsageError(
            "profile.unknown",
            "There is no profile {name}.",
            hint="Choose among {names}.",
            name=name,
            names=", ".join(PROFILES),
        )
    return tomllib.loads((files("aigaq.profiles") / f"{name}.toml").read_text(encoding="utf-8"))
