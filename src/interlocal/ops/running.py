"""`interlocal run`: one supervisor for the database, the web, the followers and the printing.

The supervisor keeps the followers itself, because it would otherwise only wait; the web and the printing are programs of their own. Preparing
(migrations, the public record) is done in a process that ends, so that its memory does not stay.
"""

import hashlib
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from types import FrameType
from typing import Final

from interlocal.ops import N_, Trouble, demo, home
from interlocal.ops.children import end_with_parent
from interlocal.ops.demo import saying
from interlocal.ops.ports import free_port_or_explain
from interlocal.ops.postgres import Served, hold_home_lock, is_external, serving
from interlocal.ops.postgres.place import place
from interlocal.ops.printing_beside import printing_beside
from interlocal.ops.speech import speak

RECORD: Final = Path(__file__).resolve().parents[1] / "record"
BEAT: Final = 0.5
PATIENCE: Final = 30.0
GRACE: Final = 8.0
AWAY: Final = 3.0
# As in delegations.walls, which needs Django.
WEB_ROLE: Final = "interlocal_web"


def run(*, port: int) -> int:
    """Serve until Ctrl-C or SIGTERM; 0 after a clean end, 1 when the web ended by itself."""
    free_port_or_explain(port)
    url = f"http://localhost:{port}/"
    # Links in mails lead to where it is served.
    os.environ["INTERLOCAL_PORT"] = str(port)
    with _gentle_end(), hold_home_lock(url=url) as lock:
        started = time.monotonic()
        _say(N_("Starting the database …"))
        with serving(lock) as database, suppress(KeyboardInterrupt):
            _prepare()
            with _web(port) as web:
                _wait_for(url, web)
                seconds = f"{time.monotonic() - started:.1f}"
                _say(
                    N_("Interlocal is at %(url)s (ready in %(seconds)s s). Ctrl-C ends it."),
                    url=url,
                    seconds=seconds,
                )
                if demo.wanted():
                    print(saying.told(url), flush=True)
                with printing_beside() as mend_printing:
                    _follow(web, database, mend_printing)
            if web.returncode not in (0, None, -signal.SIGTERM):
                return 1
    _say(N_("Ended."))
    return 0


@contextmanager
def _gentle_end() -> Iterator[None]:
    """SIGTERM ends us as Ctrl-C does: web first, then the database."""

    def interrupted(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupted)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _prepare() -> None:
    """Migrations, record, index: once for a cluster and a version. A database that is not ours is looked at each time."""
    stamp = None if is_external() else place().base / "prepared"
    version = _version_of_data() + (" demo" if demo.wanted() else "")
    if stamp and stamp.is_file() and stamp.read_text() == version:
        return
    words = [sys.executable, "-m", "interlocal.ops.preparing", str(RECORD)]
    done = subprocess.run(words, check=False, preexec_fn=end_with_parent(signal.SIGTERM))
    if done.returncode:
        raise Trouble("not_prepared", N_("The database could not be prepared; see above."))
    if stamp:
        home.write_whole(stamp, version)


def _version_of_data() -> str:
    """The names of our migrations and the pinned libraries: what the tables look like."""
    files = RECORD.parent.glob("*/migrations/*.py")
    names = sorted(f"{file.parent.parent.name}/{file.name}" for file in files)
    libraries = [
        f"{name} {metadata.version(name)}" for name in ("django", "django-pghistory", "django-pgtrigger")
    ]
    return hashlib.sha256("\n".join([*names, *libraries]).encode()).hexdigest()


@contextmanager
def _web(port: int) -> Iterator[subprocess.Popen[bytes]]:
    web = subprocess.Popen(
        [
            *(
                sys.executable,
                "-m",
                "granian",
                "--interface",
                "wsgi",
                "--host",
                os.environ.get("INTERLOCAL_BIND", "127.0.0.1"),
            ),
            *(
                "--port",
                str(port),
                "--workers",
                os.environ.get("INTERLOCAL_WORKERS", "2"),
                "--blocking-threads",
                "4",
            ),
            *("--log-level", "error", "--respawn-failed-workers", "--workers-kill-timeout", "5"),
            "interlocal.config.wsgi:application",
        ],
        stdin=subprocess.DEVNULL,
        # glibc keeps a heap for each thread; two are enough, and save tens of megabytes.
        # The web owns nothing in the database: what it may see of people there, its role decides.
        env={"MALLOC_ARENA_MAX": "2", "INTERLOCAL_DATABASE_ROLE": WEB_ROLE, **os.environ},
        # A Ctrl-C at the terminal is for the supervisor, which ends the web before the database.
        start_new_session=True,
        preexec_fn=end_with_parent(signal.SIGTERM),
    )
    try:
        yield web
    finally:
        _end(web)


def _end(web: subprocess.Popen[bytes]) -> None:
    web.terminate()
    try:
        web.wait(GRACE)
    except subprocess.TimeoutExpired:
        with suppress(ProcessLookupError):
            os.killpg(web.pid, signal.SIGKILL)
        web.wait()


def _wait_for(url: str, web: subprocess.Popen[bytes]) -> None:
    """Return when the first page is served."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if web.poll() is not None:
            raise Trouble("web_ended", N_("The web server ended before it served a page; see above."))
        try:
            with urllib.request.urlopen(url, timeout=5):  # noqa: S310  # our own address
                return
        except urllib.error.HTTPError as error:
            raise Trouble(
                "web_failed",
                N_("The web server answers with an error (%(status)s); see above."),
                status=error.code,
            ) from None
        except OSError:
            pass  # not there yet
        time.sleep(0.05)
    raise Trouble(
        "web_silent", N_("The web server served no page within %(seconds)s seconds."), seconds=int(PATIENCE)
    )


def _follow(web: subprocess.Popen[bytes], database: Served | None, mend_printing: Callable[[], None]) -> None:
    """Keep the database alive and the readers up to date with the journal until the web ends or we are interrupted."""
    import django  # only now: until here every second counts, and nothing needs it

    django.setup()
    from django.db import Error

    from interlocal.ops.following import follow_all  # needs the apps

    while web.poll() is None:
        try:
            if database and database.mend():
                _say(N_("The database had ended by itself and was started again."))
            mend_printing()
            follow_all(at=datetime.now(UTC))
        except (Error, Trouble) as error:
            # The database may be away for a while; the next beat tries again.
            print(f"{type(error).__name__}: {error}".strip(), file=sys.stderr)
            time.sleep(AWAY)
        time.sleep(BEAT)


def _say(message: str, **values: object) -> None:
    print(speak(message, values), flush=True)
