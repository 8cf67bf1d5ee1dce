"""`interlocal erase`, the same beside the followers, and the ledger of what was erased, which no restore takes back.

The ledger is `erasures.jsonl` in the home: one line an erasure, with keys and field names, no names of people.
"""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import django

from interlocal.ops import N_, Trouble, home
from interlocal.ops.postgres import running_cluster
from interlocal.ops.speech import speak

EVERY: Final = timedelta(hours=1)
CUT: Final = "\x18\n"


@dataclass(slots=True)
class _Place:
    """Of this process: when all was looked through, and up to which journal line."""

    looked_at: datetime | None = None
    entry: int = 0


_place = _Place()


def ledger() -> Path:
    return home.home() / "erasures.jsonl"


def tell(line: Mapping[str, Any]) -> None:
    """Append a line and have it on disk before the erasure is committed."""
    path = ledger()
    is_new = not path.exists()
    cut = not is_new and not _ends_whole(path)
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        # What a power cut left of a line was never committed: it is closed, so that the next one stands alone.
        file.write(f"{CUT if cut else ''}{json.dumps(dict(line), sort_keys=True)}\n")
        file.flush()
        os.fsync(file.fileno())
    if is_new:
        home.sync_folder(path.parent)


def _ends_whole(path: Path) -> bool:
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(size - 1, 0))
        return file.read(1) in (b"\n", b"")


def told() -> Iterator[dict[str, Any]]:
    """All lines of the ledger. A last line cut short by a power cut was never committed."""
    path = ledger()
    if not path.exists():
        return
    lines = path.read_text(encoding="utf-8").split("\n")
    for number, line in enumerate(lines, start=1):
        if not line or line.endswith(CUT[0]):
            continue
        try:
            yield json.loads(line)
        except ValueError:
            if number < len(lines):
                message = N_("Line %(number)s of %(path)s is damaged. Restore that file from a backup.")
                raise Trouble("ledger_damaged", message, number=number, path=path) from None


def erase_when_due(*, at: datetime) -> int:
    """For the loop of the followers: at once after a cue in the journal, else every hour; returns values erased."""
    from interlocal.delegations.queries import erasure  # needs the apps

    cue = erasure.cued_since(_place.entry)
    if cue is None and _place.looked_at is not None and at - _place.looked_at < EVERY:
        return 0
    done = _erase(at) + _throw_away(at)
    _place.looked_at, _place.entry = at, cue or _place.entry
    return done


def erase(*, replay: bool = False) -> int:
    """The verb: erase what is due now; `replay`: after a restore, first all that the ledger tells. Exit code."""
    with running_cluster():
        django.setup()
        from interlocal.delegations.commands import erasure

        at = datetime.now(UTC)
        if replay:
            again = erasure.replay(actor=_actor(), at=at, lines=told())
            print(speak(N_("Erased again: %(values)s values of %(people)s people."), _numbers(again)))
        done = erasure.erase_due(actor=_actor(), at=at, tell=tell)
        _throw_away(at)
        print(speak(N_("Erased: %(values)s values of %(people)s people."), _numbers(done)))
    return 0


def rotate() -> int:
    """A new key seals from now on, and what older ones sealed is sealed anew. The one before it still opens, until the
    next rotation. Exit code.
    """
    with running_cluster():
        django.setup()
        from interlocal.delegations.commands import personal
        from interlocal.identity import sealing

        before, number = sealing.standing(), 0
        sealing.add_key()
        while done := personal.reseal(actor=_actor(), at=datetime.now(UTC)):
            number += done
        # A web process may be sealing with the last key at this moment: that one goes with the next rotation.
        sealing.drop_keys(before[:-1])
        print(speak(N_("%(values)s values were sealed with a new key."), {"values": number}))
    return 0


def _erase(at: datetime) -> int:
    from interlocal.delegations.commands import erasure

    return erasure.erase_due(actor=_actor(), at=at, tell=tell).values


def _throw_away(at: datetime) -> int:
    """Kept results of printings whose time is over."""
    from interlocal.papers.commands import working

    return working.throw_away_due(actor=working.WORKER, at=at)


def _actor() -> Any:
    from interlocal.identity.kinds import Actor

    return Actor("eraser")


def _numbers(done: Any) -> dict[str, int]:
    return {"values": done.values, "people": done.people}
