from __future__ import annotations

import stat
from pathlib import Path

import pytest

from aigaq.app.keys import key_folder, signing_key
from aigaq.errors import Refused, UnreadableInput

NAME = "dossier/0123456789abcdef"


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        ({"AIGAQ_KEYS": "/keys", "XDG_DATA_HOME": "/data"}, Path("/keys")),
        ({"XDG_DATA_HOME": "/data"}, Path("/data/aigaq/keys")),
        ({"XDG_DATA_HOME": ""}, Path.home() / ".local/share/aigaq/keys"),
        ({}, Path.home() / ".local/share/aigaq/keys"),
    ],
)
def test_where_keys_lie(environment: dict[str, str], folder: Path) -> None:
    assert key_folder(environment) == folder


def test_a_key_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    keys, dossier = tmp_path / "keys", tmp_path / "dossier"
    first = signing_key(NAME, keys=keys, dossier=dossier, new=True)
    again = signing_key(NAME, keys=keys, dossier=dossier, new=True)
    later = signing_key(NAME, keys=keys, dossier=dossier, new=False)
    assert first.verifier == again.verifier == later.verifier
    files = list(keys.iterdir())
    assert [stat.S_IMODE(path.stat().st_mode) for path in (keys, *files)] == [0o700, 0o600, 0o600]


def test_no_key_is_made_for_a_log_that_has_one_elsewhere(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput) as refused:
        signing_key(NAME, keys=tmp_path / "keys", dossier=tmp_path / "dossier", new=False)
    assert refused.value.code == "note.key-missing"
    assert not (tmp_path / "keys").exists()


@pytest.mark.parametrize("place", ["dossier", "dossier/keys", "link"])
def test_no_key_lies_in_a_dossier(tmp_path: Path, place: str) -> None:
    (tmp_path / "dossier").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "dossier")
    with pytest.raises(Refused) as refused:
        signing_key(NAME, keys=tmp_path / place, dossier=tmp_path / "dossier", new=True)
    assert refused.value.code == "keys.dossier"
    assert list((tmp_path / "dossier").iterdir()) == []
