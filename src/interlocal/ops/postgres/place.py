"""Where the cluster of this home lives: its data, its logs and the folder of its socket."""

import os
import stat
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from interlocal.ops import N_, Trouble, home

PORT: Final = 5432
# Unix socket paths end at 107 bytes on Linux and at 103 on macOS and the BSDs; PostgreSQL adds its own
# file name.
SOCKET: Final = f".s.PGSQL.{PORT}"
LONGEST_SOCKETS: Final = (107 if sys.platform == "linux" else 103) - len(f"/{SOCKET}")
REACHABLE: Final = 0o711


@dataclass(frozen=True, slots=True)
class Place:
    """The folders of one cluster. `base` belongs to us; `data`, `sockets` and `logs` to the account it
    runs under.
    """

    base: Path
    sockets: Path
    logs: Path
    name: str

    @property
    def data(self) -> Path:
        return self.base / "data"

    @property
    def socket(self) -> Path:
        return self.sockets / SOCKET

    @property
    def made_by(self) -> int | None:
        """The major version that made the cluster, or None when there is no cluster yet."""
        version = self.data / "PG_VERSION"
        return int(version.read_text().split(".")[0]) if version.exists() else None


def as_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


def state() -> Path:
    """Root's folder for clusters and copied binaries: another account must reach it, and root's home is
    closed.
    """
    return Path(os.environ.get("INTERLOCAL_STATE") or "/var/lib/interlocal").absolute()


def place() -> Place:
    """The place of this home's cluster; makes nothing but the home and its identity."""
    if sys.platform == "win32":
        message = N_(
            "The local PostgreSQL does not run on Windows. Set DATABASE_URL, or use Interlocal inside WSL."
        )
        raise Trouble("not_on_windows", message)
    return _for_root() if as_root() else _for_user()


def make_place(here: Place) -> None:
    """Make the folders that belong to us. The lock of the home must be held."""
    if as_root():
        _make_state(here)
        return
    home.folder("postgres")
    home.folder("logs")
    _make_sockets(here.sockets)


def _for_user() -> Place:
    base = home.chosen_home() / "postgres"
    inside = base / "run"
    fits = len(os.fsencode(inside)) <= LONGEST_SOCKETS
    # Short enough for a socket, and looked at before it is trusted.
    elsewhere = Path("/tmp") / f"interlocal-{os.getuid()}-{home.fingerprint('sockets')}"  # noqa: S108
    name = f"interlocal-{home.fingerprint(str(base))}"
    return Place(
        base=base, sockets=inside if fits else elsewhere, logs=home.chosen_home() / "logs", name=name
    )


def _for_root() -> Place:
    base = state() / home.fingerprint("base")
    name = f"interlocal-{home.fingerprint(str(base))}"
    return Place(base=base, sockets=base / "run", logs=base / "logs", name=name)


def _make_sockets(path: Path) -> None:
    """A folder nobody else can enter. In /tmp another user may have taken the name, so look before
    trusting it.
    """
    try:
        path.mkdir(mode=home.PRIVATE)
    except FileExistsError:
        found = path.lstat()
        if stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077:
            return
        message = N_(
            "%(path)s is not a private folder of yours. Remove it, or set INTERLOCAL_HOME to a shorter path."
        )
        raise Trouble("socket_folder", message, path=path) from None


def _make_state(here: Place) -> None:
    _refuse_user_cluster()
    try:
        make_open_folder(here.base.parent)
        here.base.mkdir(mode=REACHABLE, exist_ok=True)
        here.base.chmod(REACHABLE)
    except OSError as error:
        message = N_(
            "%(path)s cannot be made (%(reason)s). Set INTERLOCAL_STATE to a folder that root may write to."
        )
        raise Trouble("state_unusable", message, path=here.base, reason=error.strerror or error) from error
    _remember_home(here.base / "home")


def make_open_folder(path: Path) -> None:
    """A folder of root's that every account may read; an existing one must be root's alone to write."""
    if not path.exists():
        path.mkdir(parents=True, mode=0o755)
        path.chmod(0o755)
    found = path.stat()
    if found.st_uid != 0 or found.st_mode & 0o022:
        message = N_(
            "%(path)s must belong to root and be writable by nobody else. Correct its rights and try again."
        )
        raise Trouble("state_unsafe", message, path=path)


def _remember_home(record: Path) -> None:
    """A copied home has the identity of the first, and would otherwise take over its cluster."""
    ours = home.home().resolve()
    theirs = Path(record.read_text()) if record.exists() else ours
    if theirs != ours and theirs.exists():
        message = N_(
            "This home was copied from %(other)s, whose database is in %(base)s. "
            "Remove the file %(identity)s to begin with an empty database, or use the first home."
        )
        raise Trouble(
            "home_copied",
            message,
            other=theirs,
            base=record.parent,
            identity=home.chosen_home() / "secrets" / "home",
        )
    home.write_whole(record, str(ours))


def _refuse_user_cluster() -> None:
    """Root would start a second, empty cluster beside the one an ordinary user made in this home."""
    theirs = home.chosen_home() / "postgres" / "data"
    if theirs.exists():
        message = N_(
            "The database in %(path)s belongs to an ordinary user. Run Interlocal as that user, not as root."
        )
        raise Trouble("made_by_user", message, path=theirs)


def scratch(here: Place) -> Path:
    """A private file in the base, for what must not be seen on a command line."""
    descriptor, name = tempfile.mkstemp(dir=here.base)
    os.close(descriptor)
    return Path(name)
