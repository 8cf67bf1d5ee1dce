"""Sealing: what may not be read in a dump of the database is encrypted with a key that is kept outside of it.

AES-256-GCM. What is sealed is bound to whose and which value it is (`about`): moved to another row it does not open.
Several keys stand in one file; the newest seals, all open, so that keys can be changed while work goes on. It protects
dumps and backups, not a machine that somebody else commands.
"""

import base64
import os
import secrets
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

NONCE: Final = 12
FILE: Final = "sealing"


class Unopenable(Exception):
    """The key is gone, or the bytes are not what was sealed for this place."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """`key` is the id of the key (at most 16 characters) that opens `data`."""

    data: bytes
    key: str


@dataclass(frozen=True, slots=True)
class Key:
    id: str
    secret: bytes


def seal(text: str, *, about: str) -> Sealed:
    key = _keys()[-1]
    nonce = os.urandom(NONCE)
    return Sealed(nonce + AESGCM(key.secret).encrypt(nonce, text.encode(), about.encode()), key.id)


def unseal(data: bytes, *, key: str, about: str) -> str:
    """What was sealed; raise Unopenable."""
    found = next((each for each in _keys() if each.id == key), None)
    if found is None:
        raise Unopenable(f"no key {key}")
    try:
        opened = AESGCM(found.secret).decrypt(data[:NONCE], data[NONCE:], about.encode())
    except (InvalidTag, ValueError):
        raise Unopenable(f"sealed with {key} for something else") from None
    return opened.decode()


def newest() -> str:
    """The id of the key that seals today."""
    return _keys()[-1].id


def standing() -> tuple[str, ...]:
    """The ids of all keys, oldest first."""
    return tuple(key.id for key in _keys())


def add_key() -> str:
    """A new key, which seals from now on; returns its id. Everybody who runs takes it up with the next sealing."""
    made = _fresh()
    _write([*_keys(), made])
    return made.id


def drop_keys(ids: Iterable[str]) -> None:
    """Forget keys for good: what is still sealed with them can never be read again. The newest stays."""
    gone = set(ids)
    kept = [key for key in _keys()[:-1] if key.id not in gone]
    _write([*kept, _keys()[-1]])


def _fresh() -> Key:
    return Key(secrets.token_hex(4), AESGCM.generate_key(256))


def _path() -> Path:
    return Path(settings.SECRETS) / FILE


def _keys() -> tuple[Key, ...]:
    path = _path()
    try:
        stamp = path.stat()
    except FileNotFoundError:
        _write_first(path)
        stamp = path.stat()
    return _read(str(path), stamp.st_mtime_ns, stamp.st_ino)


@lru_cache(maxsize=4)
def _read(path: str, _changed: int, _inode: int) -> tuple[Key, ...]:
    # A file that was replaced has another number: the running web takes up a new key without a restart.
    lines = Path(path).read_text(encoding="ascii").split()
    found = tuple(Key(line[:8], base64.urlsafe_b64decode(line[9:])) for line in lines)
    if not found or any(len(key.secret) != 32 for key in found):
        raise Unopenable(f"{path} is damaged; restore it from a backup of the home folder")
    return found


def _write(keys: Iterable[Key]) -> None:
    draft = _draft(keys)
    draft.replace(_path())
    _sync(_path().parent)


def _write_first(path: Path) -> None:
    """Of two processes that start at once one makes the key, the other reads it."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = _draft([_fresh()])
    try:
        with suppress(FileExistsError):
            os.link(draft, path)
    finally:
        draft.unlink()
    _sync(path.parent)


def _draft(keys: Iterable[Key]) -> Path:
    """A finished file beside the real one, readable by its owner only and safely on disk."""
    descriptor, name = tempfile.mkstemp(dir=_path().parent, prefix=f".{FILE}.")
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.writelines(f"{key.id}:{base64.urlsafe_b64encode(key.secret).decode()}\n" for key in keys)
        file.flush()
        os.fsync(file.fileno())
    return Path(name)


def _sync(folder: Path) -> None:
    # Windows cannot open a folder, and needs not.
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
