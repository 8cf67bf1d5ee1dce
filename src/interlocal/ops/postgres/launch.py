"""Starting the postmaster as our child, with the settings of a small machine."""

import os
import signal
import subprocess
from pathlib import Path
from typing import Final

from interlocal.ops import home
from interlocal.ops.children import end_with_parent
from interlocal.ops.postgres.account import Account, demoted
from interlocal.ops.postgres.binaries import Binaries
from interlocal.ops.postgres.making import clean_environment
from interlocal.ops.postgres.place import PORT, Place

LOGS_KEPT: Final = 8

# Nothing here trades safety for speed: fsync, full_page_writes and synchronous_commit stay on.
SETTINGS: Final = """\
listen_addresses = ''
port = {port}
unix_socket_directories = {sockets}
unix_socket_permissions = 0700
password_encryption = 'scram-sha-256'

fsync = on
full_page_writes = on
synchronous_commit = on

max_connections = 50
shared_buffers = 96MB
work_mem = 8MB
maintenance_work_mem = 64MB
min_wal_size = 80MB
max_wal_size = 512MB
jit = off
# A container's /dev/shm is often 64 MB, too little for parallel workers.
max_parallel_workers_per_gather = 0

timezone = 'UTC'
log_timezone = 'UTC'
lc_messages = 'C'
logging_collector = on
log_directory = {logs}
log_filename = 'postgres-%Y%m%d-%H%M%S.log'
log_file_mode = 0600
log_rotation_size = 5MB
log_rotation_age = 7d
log_checkpoints = off
# Personal data stays out of the log: no statements, and no "Key (name)=(...) already exists".
log_min_error_statement = panic
log_error_verbosity = terse
"""


def write_settings(here: Place) -> None:
    """Ours come after initdb's own and before the owner's, who may change anything in own.conf."""
    ours = SETTINGS.format(port=PORT, sockets=_quoted(here.sockets), logs=_quoted(here.logs))
    text = f"include {_quoted(here.data / 'postgresql.conf')}\n\n{ours}\ninclude_if_exists 'own.conf'\n"
    home.write_whole(settings_file(here), text, mode=0o644)


def settings_file(here: Place) -> Path:
    return here.base / "postgresql.conf"


def start_log(here: Place) -> Path:
    return here.base / "start.log"


def launch(here: Place, binaries: Binaries, account: Account | None) -> subprocess.Popen[bytes]:
    """Start the postmaster. On Linux it shuts down cleanly when the calling THREAD ends: call from the
    main one.
    """
    words = [str(binaries.folder / "postgres"), "-D", str(here.data)]
    for setting in (f"config_file={settings_file(here)}", f"cluster_name={here.name}"):
        words += ["-c", setting]
    with open(start_log(here), "wb", opener=_private) as log:
        return subprocess.Popen(
            words,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd="/",
            env=clean_environment(),
            # A Ctrl-C at the terminal is for the supervisor, which stops the web first.
            start_new_session=True,
            preexec_fn=end_with_parent(signal.SIGINT),
            **demoted(account),
        )


def prune_logs(here: Place) -> None:
    """Keep the newest log files; each is cut at 5 MB."""
    files = sorted(here.logs.glob("postgres-*.log"))
    for file in files[:-LOGS_KEPT]:
        file.unlink(missing_ok=True)


def newest_log(here: Place) -> Path | None:
    return max(here.logs.glob("postgres-*.log"), default=None)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NOFOLLOW, 0o600)


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"
