"""Greetings, speeches, phrases, emergency numbers and the parts of the report: what papers print in words."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Max, QuerySet

from interlocal.arrangements.models import Words
from interlocal.arrangements.queries.words import words_said
from interlocal.arrangements.rules import words as rules
from interlocal.arrangements.rules.words import WordsSaid
from interlocal.delegations.commands import keeping
from interlocal.delegations.commands.preparations_items import changing
from interlocal.delegations.models import PlannedItem, Preparation
from interlocal.delegations.queries.preparations import last_hand
from interlocal.delegations.rules.preparations import differs, text_of
from interlocal.ground.tongues import TONGUES
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@walled
def add_words(*, actor: Actor, at: datetime, preparation: str, once: UUID | None, words: WordsSaid) -> int:
    """Write words down, as the last of their kind; returns their number. PlannedItem.DoesNotExist for a foreign item."""
    found = changing(actor, preparation)
    if (before := keeping.sent_before(once=once, verb="add_words", actor=actor, at=at)) is not None:
        return int(before)
    _check(found, words)
    alike = Words.objects.filter(preparation=found, kind=words.kind)
    if alike.count() >= rules.MOST:
        raise rules.too_many()
    row = Words(preparation=found, position=next_position(alike))
    _write(row, found, words)
    _enter(actor, at, "words_added", found, row.pk, of=row.kind)
    keeping.answered(once=once, subject=str(row.pk))
    return row.pk


@walled
def change_words(
    *, actor: Actor, at: datetime, preparation: str, number: int, version: int, words: WordsSaid
) -> None:
    """Write them anew; Words.DoesNotExist for those of another preparation, Changed if somebody saved meanwhile."""
    found = changing(actor, preparation)
    row = Words.objects.get(preparation=found, pk=number)
    _check(found, words)
    changed = refuse_changed(found, row, version, words_said(row), words)
    if not changed:
        return
    if "kind" in changed:
        row.position = next_position(Words.objects.filter(preparation=found, kind=words.kind))
    row.version += 1
    _write(row, found, words)
    _enter(actor, at, "words_changed", found, row.pk, of=row.kind, fields=changed)


@walled
def remove_words(*, actor: Actor, at: datetime, preparation: str, number: int) -> WordsSaid:
    """Take them away; returns what they said, so that they can be put back."""
    found = changing(actor, preparation)
    row = Words.objects.get(preparation=found, pk=number)
    said = words_said(row)
    row.delete()
    _enter(actor, at, "words_removed", found, number, of=said.kind)
    return said


@walled
def move_words(*, actor: Actor, at: datetime, preparation: str, number: int, later: bool) -> None:
    """Change places with the next of the same kind; the first and the last stay where they are."""
    found = changing(actor, preparation)
    row = Words.objects.get(preparation=found, pk=number)
    if exchange(list(Words.objects.filter(preparation=found, kind=row.kind)), row, later=later):
        _enter(actor, at, "words_moved", found, number, of=row.kind)


def _check(found: Preparation, words: WordsSaid) -> None:
    if obstacle := rules.obstacle_to_words(words):
        raise obstacle
    if words.item is not None:
        PlannedItem.objects.only("pk").get(preparation=found, pk=words.item)


def _write(row: Words, found: Preparation, words: WordsSaid) -> None:
    row.kind, row.contact, row.item_id = words.kind, words.contact.strip(), words.item
    for name in ("title", "text", "speaker"):
        before = getattr(row, name) if row.pk else None
        setattr(row, name, text_of(getattr(words, name), before=before, original=found.language))
    row.save()


def _enter(actor: Actor, at: datetime, verb: str, found: Preparation, number: int, **details: object) -> None:
    keeping.enter(actor=actor, at=at, verb=verb, kind="preparation", key=found.slug, words=number, **details)


# -- what costs and photographs do the same way --


def refuse_changed(found: Preparation, row: Any, version: int, before: Any, now: Any) -> list[str]:
    """The names of what would change; raise Changed when somebody saved meanwhile."""
    changed = [one.name for one in fields(now) if _differ(getattr(before, one.name), getattr(now, one.name))]
    keeping.refuse_stale(
        version=version,
        row=row,
        by=last_hand(found),
        theirs={name: getattr(before, name) for name in changed},
        yours={name: getattr(now, name) for name in changed},
    )
    return changed


def _differ(before: object, now: object) -> bool:
    """As `differs`, also of mappings that are no texts."""
    is_text = not isinstance(before, Mapping) or not isinstance(now, Mapping) or {*before, *now} <= {*TONGUES}
    return differs(before, now) if is_text else before != now


def next_position(rows: QuerySet[Any]) -> int:
    last = rows.aggregate(last=Max("position"))["last"]
    return 0 if last is None else last + 1


def exchange(rows: Sequence[Any], row: Any, *, later: bool) -> bool:
    """Rows in their order: put one after or before its neighbour; False where there is none."""
    ordered = list(rows)
    at = ordered.index(row)
    other = at + (1 if later else -1)
    if not 0 <= other < len(ordered):
        return False
    ordered[at], ordered[other] = ordered[other], ordered[at]
    for position, one in enumerate(ordered):
        one.position = position
    type(row).objects.bulk_update(ordered, ["position"])
    return True
