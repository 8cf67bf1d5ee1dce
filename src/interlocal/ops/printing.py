"""The worker of printings: takes orders one after the other, has a process print each, and keeps what comes back.

It works as the owner of the tables, because orders are of every body; the process that prints works as the web does,
and sees of the record what the one who asked may see. A setting cannot be interrupted, so what is called off, takes
too long or too much is ended with its process (`printing_apart`).
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing.connection import Connection, Pipe
from types import FrameType
from typing import Any, Final

import django
import psycopg

from interlocal.ops.children import end_with_parent

BEAT: Final = 0.5
LIMIT: Final = 600.0
IDLE: Final = 300.0
AWAY: Final = 3.0
LOOKS_EVERY: Final = 15.0
# As in delegations.walls, which needs Django.
WEB_ROLE: Final = "interlocal_web"
APART: Final = (sys.executable, "-m", "interlocal.ops.printing_apart")


@dataclass(slots=True)
class Printer:
    """The process that prints, and the pipe to it."""

    process: subprocess.Popen[bytes]
    pipe: Connection
    used_at: float

    @classmethod
    def start(cls, words: Sequence[str] = APART) -> "Printer":
        ours, theirs = Pipe()
        process = subprocess.Popen(
            [*words, str(theirs.fileno())],
            stdin=subprocess.DEVNULL,
            pass_fds=[theirs.fileno()],
            env={"MALLOC_ARENA_MAX": "2", **os.environ, "INTERLOCAL_DATABASE_ROLE": WEB_ROLE},
            # One group with what it starts, to be ended together.
            start_new_session=True,
            preexec_fn=end_with_parent(signal.SIGKILL),
        )
        theirs.close()
        return cls(process, ours, time.monotonic())

    def end(self) -> int:
        """At once; how it ended."""
        self.pipe.close()
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        return self.process.wait()


class Worker:
    """The loop, with the printer while there is one: it is started by the first order and ends when there are none."""

    def __init__(self, words: Sequence[str] = APART) -> None:
        self._words = words
        self._printer: Printer | None = None
        self._looked_at = 0.0
        self._key = ""

    def serve(self) -> None:
        """Until interrupted. The database may be away for a while."""
        from django.db import Error, close_old_connections, connection

        try:
            while True:
                try:
                    close_old_connections()
                    if not self.print_next():
                        self._rest()
                except (Error, psycopg.Error) as error:
                    print(f"{type(error).__name__}: {error}".strip(), file=sys.stderr)
                    self._end_printer()
                    connection.close()
                    time.sleep(AWAY)
        finally:
            self.close()

    def print_next(self) -> bool:
        """Print what waits longest; False when nothing waits."""
        from interlocal.papers.commands import working

        if time.monotonic() - self._looked_at > LOOKS_EVERY:
            self._looked_at = time.monotonic()
            working.give_back_lost(actor=working.WORKER, at=_now())
        held = working.take_next(actor=working.WORKER, at=_now())
        if held is None:
            return False
        self._key = held.key
        _Printing(held, self).run()
        self._key = ""
        return True

    def printer(self) -> Printer:
        if self._printer is None or self._printer.process.poll() is not None:
            self._end_printer()
            self._printer = Printer.start(self._words)
        self._printer.used_at = time.monotonic()
        return self._printer

    def end_printer(self) -> int | None:
        """At once; how it ended, None when there was none."""
        return self._end_printer()

    def close(self) -> None:
        """End what prints; what it was printing waits again."""
        from interlocal.papers.commands import working

        self._end_printer()
        if self._key:
            working.give_back(actor=working.WORKER, at=_now(), key=self._key)

    def _end_printer(self) -> int | None:
        ended, self._printer = self._printer, None
        return ended.end() if ended else None

    def _rest(self) -> None:
        """Until somebody calls, and half a second at most: where calls do not get through, looking does."""
        from django.db import connection

        from interlocal.papers.commands.printings import CHANNEL

        if self._printer and time.monotonic() - self._printer.used_at > IDLE:
            self._end_printer()
        connection.ensure_connection()
        raw: Any = connection.connection
        raw.execute(f"listen {CHANNEL}")
        for _call in raw.notifies(timeout=BEAT, stop_after=1):
            return


class _Printing:
    """One order on its way through the printer."""

    def __init__(self, held: Any, worker: Worker) -> None:
        from interlocal.papers.commands import working

        self._held, self._worker, self._room = held, worker, working
        self._by = {"actor": working.WORKER, "key": held.key}

    def run(self) -> None:
        from django.core.exceptions import ObjectDoesNotExist

        from interlocal.papers.queries.asking import asker

        held = self._held
        try:
            actor = asker(user=held.user, link=held.link, body=held.body, at=_now())
        except ObjectDoesNotExist:
            self._fail("not_yours")
            return
        pipe = self._worker.printer().pipe
        try:
            pipe.send((held, actor))
            self._listen(pipe)
        except (EOFError, OSError):
            self._died()

    def _listen(self, pipe: Connection) -> None:
        """Until it is done, has failed or was called off; EOFError when the process is gone."""
        begun = time.monotonic()
        while time.monotonic() - begun < LIMIT:
            if not pipe.poll(BEAT):
                if not self._alive():
                    return
                continue
            match pipe.recv():
                case ("stage", stage, done, of):
                    if not self._alive(stage=stage, done=done, of=of):
                        return
                case ("input", sha256):
                    if self._take_kept(pipe, sha256):
                        return
                case ("done", sha256, result):
                    self._keep(sha256, result)
                    return
                case ("failed", refusal, reason):
                    self._room.fail(**self._by, at=_now(), refusal=refusal, reason=reason)
                    return
        self._worker.end_printer()
        self._fail("too_long")

    def _alive(self, **said: Any) -> bool:
        """Whether it is still wanted; if not, its process ends with it."""
        if self._room.says_progress(**self._by, at=_now(), **said):
            return True
        self._worker.end_printer()
        return False

    def _take_kept(self, pipe: Connection, sha256: str) -> bool:
        """The very same was printed before: its file is kept again, and nothing is set."""
        before = self._room.kept_before(**self._by, input_sha256=sha256)
        pipe.send(before is None)
        if before is None:
            return False
        self._keep(sha256, before)
        return True

    def _keep(self, sha256: str, result: Any) -> None:
        from django.db import Error

        from interlocal.ops.printing_faults import is_full

        try:
            self._room.keep_result(**self._by, at=_now(), input_sha256=sha256, result=result)
        except Error as error:
            if not is_full(error):
                raise
            self._fail("disk_full")

    def _died(self) -> None:
        """The process ended without an answer: by too much memory, or because somebody ended it."""
        if self._worker.end_printer() == -signal.SIGABRT:
            self._fail("too_heavy")
        else:
            self._room.give_back(**self._by, at=_now())

    def _fail(self, refusal: str) -> None:
        from interlocal.ops.printing_faults import said_of

        self._room.fail(**self._by, at=_now(), refusal=refusal, reason=said_of(refusal, self._held.tongue))


def _now() -> datetime:
    return datetime.now(UTC)


def _ended(_number: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)


def main() -> None:
    signal.signal(signal.SIGTERM, _ended)
    django.setup()
    Worker().serve()


if __name__ == "__main__":
    main()
