"""Making a cluster: beside its place, then moved in whole, so that a failure leaves nothing half made."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Final

from interlocal.ops import N_, Trouble, home
from interlocal.ops.postgres.account import Account, demoted, give
from interlocal.ops.postgres.binaries import Binaries
from interlocal.ops.postgres.place import Place, scratch

KEEPER: Final = "postgres"
KEPT_VARIABLES: Final = ("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "TMPDIR")


def make_cluster(here: Place, binaries: Binaries, account: Account | None) -> None:
    """Run initdb; raise Trouble and leave no trace when it fails."""
    draft = here.base / "data.new"
    shutil.rmtree(draft, ignore_errors=True)
    try:
        draft.mkdir(mode=home.PRIVATE)
        give(draft, account)
        _initdb(draft, here, binaries, account)
        draft.rename(here.data)
    except OSError as error:
        raise _failed(here, str(error.strerror or error)) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    home.sync_folder(here.base)


def clean_environment() -> dict[str, str]:
    """Little enough that no secret of ours and no PG* setting reaches the server; C, so that its messages
    are known.
    """
    kept = {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ}
    return {**kept, "LC_ALL": "C"}


def _initdb(draft: Path, here: Place, binaries: Binaries, account: Account | None) -> None:
    password = scratch(here)
    try:
        password.write_text(home.secret("database-keeper"))
        give(password, account)
        words = _words(draft, binaries, password)
        done = subprocess.run(
            words,
            capture_output=True,
            text=True,
            check=False,
            cwd="/",
            env=clean_environment(),
            **demoted(account),
        )
    finally:
        password.unlink(missing_ok=True)
    if done.returncode != 0:
        raise _failed(here, done.stderr)


def _words(draft: Path, binaries: Binaries, password: Path) -> list[str | Path]:
    # Never ICU, even where there is one: two installations would sort differently.
    provider = ["--locale-provider=builtin"] if binaries.major >= 17 else []
    return [
        binaries.folder / "initdb",
        *("-D", draft, "-U", KEEPER, "--auth=scram-sha-256", f"--pwfile={password}"),
        *("--data-checksums", "--encoding=UTF8", *provider, "--locale=C.UTF-8"),
    ]


def _failed(here: Place, said: str) -> Trouble:
    if "No space left on device" in said or "Disk quota exceeded" in said:
        message = N_(
            "The disk is full: no database could be made in %(path)s. Free some space, then try again."
        )
        return Trouble("disk_full", message, path=here.base)
    message = N_("No database could be made in %(path)s. PostgreSQL says: %(reason)s")
    return Trouble("initdb_failed", message, path=here.base, reason=last_error(said))


def last_error(said: str) -> str:
    """The line of PostgreSQL's output that tells the reason."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    telling = [line for line in lines if "error:" in line or "FATAL:" in line or "PANIC:" in line]
    return (telling or lines or ["-"])[-1]
