"""Is a port free to serve on, and if not, who has it."""

import errno
import os
import re
import socket
import sys
from pathlib import Path

from interlocal.ops import N_, Trouble

LISTENING = "0A"
PORTS = range(1, 65536)


class PortTaken(Trouble):
    """Somebody serves there already; `pid` is None when the system does not say who."""

    def __init__(self, port: int, pid: int | None, program: str) -> None:
        if pid is None:
            message = N_("Port %(port)s is taken by another program. Choose another one with --port.")
        else:
            message = N_(
                "Port %(port)s is taken by %(program)s (process %(pid)s). Stop it, or choose another one "
                "with --port."
            )
        super().__init__("port_taken", message, port=port, pid=pid, program=program)
        self.port = port
        self.pid = pid


def free_port_or_explain(port: int, *, host: str = "127.0.0.1") -> None:
    """Return when `port` can be served on; raise PortTaken or another Trouble that says why not."""
    # The system would quietly take 70000 for 4464.
    if port not in PORTS:
        raise Trouble("port_wrong", N_("%(port)s is not a port. Ports go from 1 to 65535."), port=port)
    try:
        _bind(host, port)
    except OSError as error:
        raise _explained(error, host=host, port=port) from error


def _bind(host: str, port: int) -> None:
    family, kind, _protocol, _name, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    with socket.socket(family, kind) as probe:
        if sys.platform != "win32":
            # Otherwise a server stopped a minute ago would count as still there.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(address)


def _explained(error: OSError, *, host: str, port: int) -> Trouble:
    if error.errno == errno.EADDRINUSE:
        pid = _holder(port)
        return PortTaken(port, pid, _program(pid))
    if error.errno == errno.EACCES:
        message = N_("You may not serve on port %(port)s. Choose a port from 1024 upwards with --port.")
        return Trouble("port_not_allowed", message, port=port)
    message = N_("Nothing can be served on %(host)s, port %(port)s (%(reason)s).")
    return Trouble("port_unusable", message, host=host, port=port, reason=error.strerror or error)


def _holder(port: int) -> int | None:
    """The process listening on a port, when /proc lets us see it."""
    inodes = {inode for table in ("tcp", "tcp6") for inode in _listening(Path("/proc/net") / table, port)}
    wanted = {f"socket:[{inode}]" for inode in inodes}
    found = (pid for pid in _processes() if wanted & _open_files(pid))
    return next(found, None) if wanted else None


def _listening(table: Path, port: int) -> list[str]:
    """Inodes of the sockets listening on a port; the columns are those of proc_pid_net(5)."""
    try:
        rows = [line.split() for line in table.read_text().splitlines()[1:]]
    except OSError:
        return []
    return [row[9] for row in rows if row[3] == LISTENING and int(row[1].rpartition(":")[2], 16) == port]


def _processes() -> list[int]:
    if not os.path.isdir("/proc"):
        return []
    return sorted(int(name) for name in os.listdir("/proc") if re.fullmatch(r"\d+", name))


def _open_files(pid: int) -> set[str]:
    files = Path(f"/proc/{pid}/fd")
    try:
        names = os.listdir(files)
    except OSError:
        # Another user's process, or one that has just ended.
        return set()
    return {_target(files / name) for name in names}


def _target(link: Path) -> str:
    try:
        return os.readlink(link)
    except OSError:
        return ""


def _program(pid: int | None) -> str:
    try:
        return Path(f"/proc/{pid}/comm").read_text().strip()
    except OSError:
        return ""
