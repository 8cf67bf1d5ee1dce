"""The worker of printings with a real process that prints: what it keeps, and what happens when things go wrong."""

import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connection
from psycopg import errors

from interlocal.identity.kinds import Actor
from interlocal.ops import printing
from interlocal.ops.printing_faults import is_full
from interlocal.papers.commands import printings, working
from interlocal.papers.models import Printing
from interlocal.papers.queries import printings as queries
from tests import make
from tests.delegations import scene
from tests.owning import owning

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[printing.Worker]:
    monkeypatch.setenv("LITTLE_DATABASE", str(connection.settings_dict["NAME"]))
    monkeypatch.setenv("LITTLE_MARK", str(tmp_path / "died"))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    made = printing.Worker((sys.executable, str(ROOT / "tests/ops/printing_child.py")))
    yield made
    with owning():
        made.close()


def asked(does: str = "", **others: Any) -> tuple[Actor, str]:
    """An order of the secretariat, for a little paper whose building does what is said."""
    ours = scene.secretariat()
    wish = {"tongues": ["en"], "options": {"does": does} if does else {}}
    given: dict[str, Any] = {"paper": "tiny", "format": "pdf", "wish": wish, "shows": (), **others}
    key = printings.ask_printing(actor=ours, at=make.NOON, preparation="forum-2026", once=None, **given)
    return ours, key


def printed(worker: printing.Worker) -> bool:
    with owning():
        return worker.print_next()


def row(ours: Actor, key: str) -> queries.PrintingRow:
    return queries.printing(actor=ours, preparation="forum-2026", key=key)


def test_an_order_is_printed_and_the_same_again_gives_the_same_bytes(worker: printing.Worker) -> None:
    scene.preparation()
    ours, first = asked()
    _, second = asked()

    worked = [printed(worker), printed(worker), printed(worker)]

    files = [queries.result(actor=ours, preparation="forum-2026", key=key) for key in (first, second)]
    assert worked == [True, True, False]
    assert files[0].content[:5] == b"%PDF-"
    assert (files[0].sha256, files[0].filename) == (files[1].sha256, "forum-2026-tiny-en.pdf")
    assert [(row(ours, key).state, row(ours, key).pages) for key in (first, second)] == [("done", 1)] * 2


@pytest.mark.parametrize(
    ("does", "refusal"),
    [
        ("refuse", "lacking"),
        ("fill disk", "disk_full"),
        ("fill memory", "too_heavy"),
        ("break", "broken"),
    ],
)
def test_what_goes_wrong_is_said_and_nothing_is_kept(
    worker: printing.Worker, does: str, refusal: str
) -> None:
    scene.preparation()
    ours, key = asked(does, tongue="ko")
    _, next_one = asked()

    printed(worker), printed(worker)

    found = row(ours, key)
    assert (found.state, found.refusal, found.kept, found.size) == ("failed", refusal, False, None)
    assert found.reason
    assert row(ours, next_one).state == "done"


def test_a_process_that_is_killed_is_replaced_and_the_order_printed_once(worker: printing.Worker) -> None:
    scene.preparation()
    ours, key = asked("die once")

    printed(worker)
    between = row(ours, key).state
    printed(worker)

    assert (between, row(ours, key).state) == ("queued", "done")
    with owning():
        assert Printing.objects.get(key=key).tries == 2


def test_an_order_that_kills_every_process_fails_after_three(worker: printing.Worker) -> None:
    scene.preparation()
    ours, key = asked("die")

    worked = [printed(worker) for _ in range(4)]

    assert worked == [True, True, True, False]
    assert (row(ours, key).state, row(ours, key).refusal) == ("failed", "lost")


def test_what_is_cancelled_ends_within_a_second_with_its_process(worker: printing.Worker) -> None:
    scene.preparation()
    ours, key = asked("wait")
    ended_at: list[float] = []
    with owning():
        worker.printer()

    def cancel() -> None:
        # Another connection, as the web's is; the worker's is busy with its own.
        time.sleep(1.5)
        with owning():
            Printing.objects.filter(key=key).update(state="cancelled")
        connection.close()
        ended_at.append(time.monotonic())

    thread = threading.Thread(target=cancel)
    thread.start()
    printed(worker)
    took = time.monotonic() - ended_at[0]
    thread.join()

    assert took < 1.2
    assert row(ours, key).state == "cancelled"
    assert worker._printer is None


def test_what_takes_too_long_is_ended(worker: printing.Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "LIMIT", 1.0)
    scene.preparation()
    ours, key = asked("wait")

    printed(worker)

    assert (row(ours, key).state, row(ours, key).refusal) == ("failed", "too_long")


def test_a_database_whose_disk_is_full_keeps_nothing_of_the_result(
    worker: printing.Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene.preparation()
    ours, key = asked()
    monkeypatch.setattr(working, "_finish", _no_room)

    printed(worker)

    found = row(ours, key)
    assert (found.state, found.refusal, found.kept, found.sha256) == ("failed", "disk_full", False, "")


def test_a_worker_that_is_ended_in_the_middle_gives_its_order_back(worker: printing.Worker) -> None:
    scene.preparation()
    ours, key = asked("wait")
    with owning():
        held = working.take_next(actor=working.WORKER, at=make.NOON)
        assert held is not None
        worker._key = held.key
        worker.close()

    assert row(ours, key).state == "queued"


def test_a_full_disk_is_known_however_deep_it_lies() -> None:
    deep = OperationalError("could not extend file")
    deep.__cause__ = errors.DiskFull()

    assert [is_full(deep), is_full(OSError(28, "")), is_full(OSError(2, "")), is_full(ValueError())] == [
        True,
        True,
        False,
        False,
    ]


def _no_room(*_: Any, **__: Any) -> None:
    raise OperationalError("could not extend file") from errors.DiskFull()
