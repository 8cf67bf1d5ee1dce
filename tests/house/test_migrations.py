"""Migrations: named, in one line, and back again."""

import re
from collections import Counter

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import RunPython, RunSQL

from tests.owning import owning, settle

ROOMS = ("ground", "identity", "evidence", "registry", "programmes", "delegations", "search")


def ours() -> dict[tuple[str, str], object]:
    graph = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    return {
        key: migration for key, migration in graph.items() if migration.__module__.startswith("interlocal.")
    }


def test_every_migration_has_a_name() -> None:
    nameless = [
        key for key in ours() if not re.fullmatch(r"[0-9]{4}_[a-z][a-z_]+", key[1]) or "auto" in key[1]
    ]

    assert nameless == []


def test_no_room_has_two_migrations_side_by_side() -> None:
    loader = MigrationLoader(None, ignore_no_migrations=True)
    leaves = Counter(app for app, _ in loader.graph.leaf_nodes())
    numbers = Counter((app, name[:4]) for app, name in ours())

    assert [app for app, count in leaves.items() if count > 1] == []
    assert [number for number, count in numbers.items() if count > 1] == []


def test_every_step_has_a_way_back() -> None:
    steps = [
        (key, operation)
        for key, migration in ours().items()
        for operation in migration.operations  # type: ignore[attr-defined]  # a Migration
        if isinstance(operation, RunSQL | RunPython)
    ]

    assert steps
    assert [key for key, operation in steps if not operation.reversible] == []


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_room_can_be_taken_down_and_built_again() -> None:
    # The readers' room: the others go back as well, but stand on each other, and that takes a minute.
    room = "search"
    with owning():
        try:
            call_command("migrate", room, "zero", verbosity=0)
            assert not [
                name for name in connection.introspection.table_names() if name.startswith(f"{room}_")
            ]
        finally:
            call_command("migrate", verbosity=0)
            settle()

    assert [table for table in connection.introspection.table_names() if table.startswith(f"{room}_")]
