"""Loads that meet another load, a full disk, a database that goes away.."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connection, connections

from interlocal.identity.models import Entry
from interlocal.ops import Trouble, recordkeeping
from interlocal.registry.models import Body
from tests.ops.loading.writing import load, write
from tests.owning import owning

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def test_two_loads_at_once_both_end_and_one_of_them_writes(tmp_path: Path) -> None:
    write(tmp_path)
    start, written = threading.Barrier(2), []

    def run() -> None:
        try:
            start.wait(timeout=10)
            written.append(len(load(tmp_path).lines))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)

    assert sorted(written) == [0, 10]
    assert Entry.objects.count() == 10


@contextmanager
def failing(table: str, action: str) -> Iterator[None]:
    """Any insert into that table does this instead, as a real database in trouble would."""
    with owning(), connection.cursor() as cursor:
        cursor.execute(
            f"create function in_trouble() returns trigger language plpgsql security definer as $$ begin {action}; end $$"
        )
        cursor.execute(f"create trigger in_trouble before insert on {table} execute function in_trouble()")
    try:
        yield
    finally:
        connection.close()
        with owning(), connection.cursor() as cursor:
            cursor.execute(f"drop trigger in_trouble on {table}")
            cursor.execute("drop function in_trouble()")


FULL = "raise exception 'could not extend file: No space left on device' using errcode = '53100'"
GONE = "perform pg_terminate_backend(pg_backend_pid())"
REFUSED = "raise exception 'no two of these' using errcode = 'unique_violation'"


@pytest.mark.parametrize(
    ("action", "code", "sentence"),
    [
        (
            FULL,
            "disk_full",
            "The disk of the database is full. Nothing was changed: make room, then load again.",
        ),
        (
            GONE,
            "database_gone",
            (
                "The database is gone: terminating connection due to administrator command. "
                "Loading is all or nothing; load again once it is back."
            ),
        ),
        (
            REFUSED,
            "database_refused",
            "The database refused what the files say: no two of these. Nothing was changed.",
        ),
    ],
    ids=["a full disk", "a database that goes away", "a constraint"],
)
def test_a_database_in_trouble_is_a_sentence_and_nothing_is_half_loaded(
    tmp_path: Path, action: str, code: str, sentence: str
) -> None:
    write(tmp_path)

    with failing("programmes_edition", action), pytest.raises(Trouble) as trouble, recordkeeping.explained():
        load(tmp_path)

    assert (trouble.value.code, str(trouble.value)) == (code, sentence)
    assert (Body.objects.count(), Entry.objects.count()) == (0, 0)


def test_after_the_trouble_the_same_files_load(tmp_path: Path) -> None:
    write(tmp_path)

    with failing("programmes_edition", GONE), pytest.raises(Trouble), recordkeeping.explained():
        load(tmp_path)

    assert load(tmp_path).entries == 10
