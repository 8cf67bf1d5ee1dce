"""The home folder: where one installation keeps its secrets, logs and data, readable by its owner only."""

import hashlib
import os
import re
import secrets
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from interlocal.ops import N_, Trouble

PRIVATE = 0o700


def chosen_home() -> Path:
    """The absolute path of the home, which need not exist yet: INTERLOCAL_HOME, else the platform's data
    folder.
    """
    named = os.environ.get("INTERLOCAL_HOME")
    return Path(named).expanduser().absolute() if named else _usual_home()


def home() -> Path:
    """The home folder, made for its owner only (0700) when missing; the rights of an existing one stay as
    they are.
    """
    return _ensured(chosen_home())


def folder(name: str) -> Path:
    """A private folder inside the home."""
    return _ensured(home() / name)


def secret(name: str) -> str:
    """A random secret of 64 URL-safe characters, made on first use and the same ever after.

    One file (0600) per secret. Two processes asking at once get the same answer: each writes its own file,
    and linking it to the final name succeeds for one of them only.
    """
    if not re.fullmatch(r"[a-z][a-z0-9-]*", name):
        raise ValueError(name)
    path = folder("secrets") / name
    if not path.exists():
        _write_once(path, secrets.token_urlsafe(48))
    return _kept(path)


def fingerprint(*parts: str) -> str:
    """Twelve hexadecimal digits that tell this home (and these parts) from any other, even one at the same
    path.
    """
    return hashlib.sha256("\0".join((secret("home"), *parts)).encode()).hexdigest()[:12]


def write_whole(path: Path, text: str, *, mode: int = 0o600) -> None:
    """Replace a file so that a power cut leaves the old text or the new one, never half of either."""
    with _draft(path, text) as draft:
        draft.chmod(mode)
        draft.replace(path)
    sync_folder(path.parent)


def sync_folder(path: Path) -> None:
    """Make names just written in a folder survive a power cut (Windows cannot open a folder, and needs
    not).
    """
    if sys.platform == "win32":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what the system says about `path` into Trouble."""
    try:
        yield
    except OSError as error:
        message = N_(
            "%(path)s cannot be used (%(reason)s). Set INTERLOCAL_HOME to a folder that you may write to."
        )
        raise Trouble("home_unusable", message, path=path, reason=error.strerror or error) from error


def _usual_home() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "Interlocal"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Interlocal"
    return Path.home() / ".local" / "share" / "interlocal"


def _ensured(path: Path) -> Path:
    with explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.mkdir(mode=PRIVATE, exist_ok=True)
    return path


def _write_once(path: Path, text: str) -> None:
    with explained(path), _draft(path, text) as draft, suppress(FileExistsError):
        os.link(draft, path)
    sync_folder(path.parent)


def _kept(path: Path) -> str:
    with explained(path):
        text = path.read_text(encoding="ascii", errors="replace").strip()
    if len(text) < 32:
        message = N_("The secret in %(path)s is damaged. Restore that file from a backup of the home folder.")
        raise Trouble("secret_damaged", message, path=path)
    return text


@contextmanager
def _draft(path: Path, text: str) -> Iterator[Path]:
    """A finished file beside `path`, safely on disk and gone afterwards unless it was moved away."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with open(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)
