"""Before the web starts: migrations, the public record if there is none, and the search index. Ends when done."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from interlocal.ops import N_
from interlocal.ops.rights import settle_rights
from interlocal.ops.speech import speak


def prepare(record: Path) -> None:
    """Bring the database to this version; a database without a record gets the public one."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        print(speak(N_("Bringing the database to this version …")), flush=True)
        call_command("migrate", verbosity=0, interactive=False)
        settle_rights()
    from interlocal.ops.following import follow_all  # needs the apps
    from interlocal.ops.recordkeeping import has_record

    if not has_record():
        _load(record)
    _show(settings.TAKES_DEMO)
    while follow_all(at=datetime.now(UTC)):
        pass


def _load(record: Path) -> None:
    from interlocal.identity.kinds import LOADER
    from interlocal.ops.loading.load import load

    print(speak(N_("Loading the public record …")), flush=True)
    loaded = load(actor=LOADER, at=datetime.now(UTC), path=record)
    print(speak(N_("%(count)s entries loaded."), {"count": loaded.entries}), flush=True)


def _show(demo: bool) -> None:
    """What the demonstration needs and has not yet."""
    if not demo:
        return
    from interlocal.ops.demo.making import make_demo  # needs the apps
    from interlocal.ops.demo.saying import password

    print(speak(N_("Preparing the demonstration …")), flush=True)
    make_demo(at=datetime.now(UTC), password=password())


if __name__ == "__main__":
    django.setup()
    prepare(Path(sys.argv[1]))
