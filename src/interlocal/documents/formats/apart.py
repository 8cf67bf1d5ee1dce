"""Drawing in a process of its own: for what is large, so that its memory goes with it, for pictures, and for what is not trusted.

Started as a program (`python -m`), this module is that process: its argument is the folder of what is to be drawn.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 600
"""Seconds for our own papers, however many pages they have."""
MOST_MEMORY = 3 * 1024**3
BROKEN = 3
"""How the process ends when the template is at fault; the reason stands on its output."""
NEEDED = ("PATH", "SYSTEMROOT", "LANG", "LD_LIBRARY_PATH")
# The typesetter fetches packages by itself; at this address nobody answers.
NOWHERE = "http://127.0.0.1:9"
PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy")


@dataclass(slots=True)
class Broken(Exception):
    """The typesetter refused the source. `diagnostic` has the place in it."""

    message: str
    diagnostic: str


class Overloaded(Exception):
    """It took more time or memory than it may have."""


def drawn_apart(beside: Mapping[str, bytes], *, seconds: int | None = None) -> bytes:
    """The PDF of `main.typ` and what stands beside it. With `seconds`, time and memory are bounded."""
    with tempfile.TemporaryDirectory(prefix="interlocal-printing-") as folder:
        for name, content in beside.items():
            file = Path(folder, name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        try:
            done = subprocess.run(
                [sys.executable, "-m", __name__, folder, str(seconds or 0)],
                capture_output=True,
                timeout=seconds or PATIENCE,
                env=_bare_environment(folder),
                cwd=folder,
                check=False,
            )
        except subprocess.TimeoutExpired as late:
            raise Overloaded from late
    if done.returncode == BROKEN:
        raise Broken(**json.loads(done.stdout))
    if done.returncode != 0:
        raise Overloaded(done.stderr[-2000:].decode(errors="replace"))
    return done.stdout


def _bare_environment(folder: str) -> dict[str, str]:
    """Neither our secrets nor a way out."""
    kept = {name: os.environ[name] for name in NEEDED if name in os.environ}
    return kept | dict.fromkeys(PROXIES, NOWHERE) | {"HOME": folder, "PYTHONSAFEPATH": "1"}


def _bound(seconds: int) -> None:
    """Less time and memory than the machine has, where the system can be told so."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main(folder: str, seconds: int) -> int:
    import typst

    from interlocal.documents.formats import typesetter

    if seconds:
        _bound(seconds)
    try:
        made = typesetter.printed_from(Path(folder))
    except typst.TypstError as error:
        sys.stdout.write(json.dumps({"message": error.message, "diagnostic": error.diagnostic}))
        return BROKEN
    sys.stdout.buffer.write(made)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
