"""The journal under overlapping transactions: what an id alone loses, the cursor does not."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from django.db import connections, transaction

from interlocal.identity import commands, queries
from interlocal.identity.commands import Line
from interlocal.identity.kinds import Actor
from interlocal.identity.models import Entry

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
SOMEBODY = Actor("somebody")

overlapping = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def write(key: str) -> None:
    commands.record(actor=SOMEBODY, at=NOON, lines=[Line("recorded", "body", key)])


class Writer:
    """A second person at work: opens a transaction, writes a line, and commits when told."""

    def __init__(self, key: str) -> None:
        self._wrote, self._may_end, self._failed = threading.Event(), threading.Event(), []
        self._thread = threading.Thread(target=self._work, args=(key,))
        self._thread.start()
        assert self._wrote.wait(10)

    def _work(self, key: str) -> None:
        try:
            with transaction.atomic():
                write(key)
                self._wrote.set()
                self._may_end.wait(10)
        finally:
            connections.close_all()

    def commit(self) -> None:
        self._may_end.set()
        self._thread.join(10)


@contextmanager
def writers(*keys: str) -> Iterator[dict[str, Writer]]:
    """Open transactions, begun in this order; all ended after."""
    found = {key: Writer(key) for key in keys}
    try:
        yield found
    finally:
        for writer in found.values():
            writer.commit()


def naive_reader() -> Callable[[], list[str]]:
    """Reads what has an id above the last one seen: what everybody writes first."""
    last = 0

    def read() -> list[str]:
        nonlocal last
        rows = list(Entry.objects.filter(id__gt=last).order_by("id"))
        last = rows[-1].pk if rows else last
        return [row.subject_key for row in rows]

    return read


def follower() -> list[str]:
    """Reads the next lines and remembers its place, as followers do."""
    rows = queries.unread(follower="test")
    if rows:
        commands.advance(actor=SOMEBODY, at=NOON, follower="test", xid=rows[-1].xid, entry=rows[-1].id)
    return [row.key for row in rows]


def settled() -> list[str]:
    """What the follower reads once nothing older is open: other databases of the server count too, and other
    tests work in them.
    """
    for _ in range(300):
        if seen := follower():
            return seen
        time.sleep(0.1)
    return []


class TestOverlap:
    pytestmark = overlapping

    def test_a_reader_by_id_alone_loses_the_line_that_is_committed_late(self) -> None:
        read, seen = naive_reader(), []

        with writers("early", "late") as working:
            working["late"].commit()
            seen += read()
            working["early"].commit()
            seen += read()

        assert seen == ["late"]

    def test_the_cursor_waits_for_the_open_transaction_and_loses_nothing(self) -> None:
        seen: list[list[str]] = []

        with writers("early", "late") as working:
            working["late"].commit()
            seen.append(follower())
            working["early"].commit()
            seen.append(settled())
            seen.append(follower())

        assert seen == [[], ["early", "late"], []]

    def test_a_line_written_between_two_reads_is_read_next(self) -> None:
        with writers("first") as working:
            working["first"].commit()
            first = settled()
        with writers("second") as working:
            working["second"].commit()
            second = settled()

        assert (first, second) == (["first"], ["second"])

    def test_the_revision_changes_with_each_commit_whatever_else_is_open(self) -> None:
        tags = []

        with writers("oldest", "early", "late") as working:
            for key in ("late", "early", "oldest"):
                working[key].commit()
                tags.append(queries.revision().tag)

        assert len(set(tags)) == 3

    def test_the_revision_stays_while_nothing_happens(self) -> None:
        with writers("only") as working:
            working["only"].commit()

            tags = [queries.revision().tag for _ in range(50)]

        # Work in other databases of the server may show between two looks, but not between all.
        assert any(one == other for one, other in pairwise(tags))

    def test_a_line_outside_a_transaction_is_refused(self) -> None:
        with pytest.raises(RuntimeError, match="belongs into the transaction"):
            write("nowhere")

        assert Entry.objects.count() == 0


@pytest.mark.django_db
def test_an_empty_journal_has_a_revision_too() -> None:
    assert queries.revision() == queries.Revision("0", None)


@pytest.mark.django_db
def test_the_latest_lines_come_newest_first_and_only_of_the_asked_kinds() -> None:
    lines = [Line("recorded", "body", "a"), Line("signed", "desk", "b"), Line("corrected", "body", "a")]
    commands.record(actor=SOMEBODY, at=NOON, lines=lines)

    assert [entry.verb for entry in queries.latest(kinds=("body",), limit=5)] == ["corrected", "recorded"]
    assert [entry.verb for entry in queries.latest_of(kind="desk", key="b")] == ["signed"]


@pytest.mark.django_db
def test_a_follower_reads_in_portions() -> None:
    commands.record(actor=SOMEBODY, at=NOON, lines=[Line("recorded", "body", key) for key in "abc"])

    # The lines of a transaction still open, our own included, are not settled.
    assert queries.unread(follower="test", limit=2) == []
