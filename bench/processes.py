"""What processes cost, from /proc: CPU time, memory, and how busy the machine was with others."""

import os
import platform
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
CORES = os.cpu_count() or 1


def tree(root: int) -> list[int]:
    """A process and all that descend from it."""
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and (words := _stat(int(entry.name))):
            parents.setdefault(int(words[1]), []).append(int(entry.name))
    found = [root]
    for pid in found:
        found += parents.get(pid, [])
    return found


def cpu(pids: list[int]) -> dict[int, float]:
    """Seconds of CPU (user and system) that each has used."""
    return {pid: (int(words[11]) + int(words[12])) / TICKS for pid in pids if (words := _stat(pid))}


def spent(before: dict[int, float], after: dict[int, float]) -> float:
    """Seconds between two readings; a process that is new since has spent all it has."""
    return sum(used - before.get(pid, 0.0) for pid, used in after.items())


def memory(pids: list[int]) -> tuple[float, float]:
    """(RSS, PSS) of all together in MB; PSS counts a page shared by n processes as 1/n in each."""
    rolled = [_rollup(pid) for pid in pids]
    return sum(one.get("Rss", 0) for one in rolled) / 1024, sum(one.get("Pss", 0) for one in rolled) / 1024


def busy() -> float:
    """Seconds of CPU the whole machine has worked since it started."""
    words = [int(word) for word in Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:]]
    idle = words[3] + words[4]
    return (sum(words[:8]) - idle) / TICKS


def machine() -> str:
    model = next(
        (
            line.partition(":")[2].strip()
            for line in _read("/proc/cpuinfo").splitlines()
            if line.startswith("model name")
        ),
        platform.machine(),
    )
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    return f"{CORES} cores, {model}, Python {platform.python_version()}, load average {load}"


def _stat(pid: int) -> list[str] | None:
    """The words of /proc/PID/stat after the name, which may hold anything."""
    text = _read(f"/proc/{pid}/stat")
    return text.rpartition(")")[2].split() if text else None


def _rollup(pid: int) -> dict[str, int]:
    lines = (line.split() for line in _read(f"/proc/{pid}/smaps_rollup").splitlines()[1:])
    return {words[0].rstrip(":"): int(words[1]) for words in lines}


def _read(path: str) -> str:
    try:
        return Path(path).read_text()
    except OSError:
        return ""
