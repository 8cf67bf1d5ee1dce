"""The verbs that keep the record: load, export, migrate."""

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import django
from django.core.management import call_command
from django.db import IntegrityError, InterfaceError, OperationalError
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interlocal.ops import N_, Trouble
from interlocal.ops.postgres import running_cluster
from interlocal.ops.speech import Steps, tongue

# PostgreSQL's code for a disk without room.
_DISK_FULL = "53100"


def load(*, path: Path, check: bool, remove: bool) -> int:
    """0 when the record says what the files say; 1 with everything that is wrong, or would be removed."""
    with running_cluster():
        django.setup()
        with translation.override(tongue()), explained():
            migrate_quietly()
            return _check(path) if check else _load(path, remove)


@contextmanager
def explained() -> Iterator[None]:
    """What stops the database, as Trouble. A load is one transaction: it left nothing behind."""
    try:
        yield
    except (OperationalError, InterfaceError) as error:
        if getattr(error.__cause__, "sqlstate", None) == _DISK_FULL:
            message = N_("The disk of the database is full. Nothing was changed: make room, then load again.")
            raise Trouble("disk_full", message) from error
        message = N_(
            "The database is gone: %(reason)s. Loading is all or nothing; load again once it is back."
        )
        raise Trouble("database_gone", message, reason=_first_line(error)) from error
    except IntegrityError as error:
        message = N_("The database refused what the files say: %(reason)s. Nothing was changed.")
        raise Trouble("database_refused", message, reason=_first_line(error)) from error


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0].rstrip(".")


def has_record() -> bool:
    from interlocal.evidence import queries  # needs the apps

    return queries.any_source()


def migrate_quietly() -> None:
    from interlocal.ops.rights import settle_rights  # needs the apps

    call_command("migrate", verbosity=0, interactive=False)
    settle_rights()


def _check(path: Path) -> int:
    from interlocal.ops.loading import load as loading  # needs the apps that django.setup() has just loaded
    from interlocal.ops.loading.problems import Unloadable

    try:
        files = loading.check(path)
    except Unloadable as unloadable:
        return _told(unloadable)
    print(_("%(count)s entries, nothing wrong.") % {"count": sum(map(len, files.entries.values()))})
    return 0


def _told(unloadable: Exception) -> int:
    problems = getattr(unloadable, "problems", [])
    for problem in problems:
        print(problem, file=sys.stderr)
    count = len(problems)
    text = ngettext(
        "%(count)s problem; nothing was loaded.", "%(count)s problems; nothing was loaded.", count
    )
    print(text % {"count": count}, file=sys.stderr)
    return 1


def _load(path: Path, remove: bool) -> int:
    from interlocal.identity.kinds import LOADER
    from interlocal.ops.loading import load as loading
    from interlocal.ops.loading.problems import Unloadable

    now, steps = datetime.now(UTC), Steps()
    try:
        loaded = loading.load(actor=LOADER, at=now, path=path, remove=remove, step=steps)
    except Unloadable as unloadable:
        return _told(unloadable)
    except loading.WouldRemove as removal:
        if not _agrees(removal.rows):
            return 1
        loaded = loading.load(actor=LOADER, at=now, path=path, remove=True, step=steps)
    counts = Counter(line.verb for line in loaded.lines)
    values = {
        "entries": loaded.entries,
        **{verb: counts[verb] for verb in ("recorded", "corrected", "removed")},
    }
    print(
        _("%(entries)s entries read: %(recorded)s new, %(corrected)s changed, %(removed)s removed.") % values
    )
    return 0


def _agrees(rows: list[tuple[str, str]]) -> bool:
    """Ask at a terminal; elsewhere --remove is the only yes."""
    print(_("These files no longer hold what the record has:"), file=sys.stderr)
    for table, row in rows[:50]:
        print(f"  - {table}: {row}", file=sys.stderr)
    if len(rows) > 50:
        print(f"  … + {len(rows) - 50}", file=sys.stderr)
    if not sys.stdin.isatty():
        print(_("Nothing was changed. Say --remove to remove them; their history stays."), file=sys.stderr)
        return False
    return input(_("Remove them? Their history stays. Type yes: ")).strip().lower() in {"yes", _("yes")}


def export(*, path: Path) -> int:
    with running_cluster():
        django.setup()
        from interlocal.documents import record_file  # needs the apps

        path.write_text(record_file.whole_record(), encoding="utf-8")
    return 0


def migrate() -> int:
    with running_cluster():
        django.setup()
        migrate_quietly()
    return 0
