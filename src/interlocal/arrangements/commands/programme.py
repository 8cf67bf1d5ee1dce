"""Items of the programme with everything arranged for them: put on, changed, moved, stretched, taken off, copied.

Each verb is one transaction and one journal line, over the item itself (one room below), its detail and what it takes. What
would be taken twice at once is refused with `TakenAtOnce`, which names it; `let_go` says what to do without.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime, time
from uuid import UUID

from interlocal.arrangements.commands import programme_writing as writing
from interlocal.arrangements.queries import sheet as sheets
from interlocal.arrangements.queries.programme import arranged_of
from interlocal.arrangements.rules import items as rules
from interlocal.arrangements.rules.items import Arranged
from interlocal.arrangements.rules.items_clashes import without
from interlocal.delegations.commands import keeping
from interlocal.delegations.commands.preparations_items import changing
from interlocal.delegations.models import PlannedItem, Preparation
from interlocal.delegations.queries.preparations import last_hand
from interlocal.delegations.rules.preparations import day_number
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@walled
def add_item(
    *,
    actor: Actor,
    at: datetime,
    preparation: str,
    once: UUID | None,
    item: Arranged,
    let_go: Collection[str] = (),
) -> int:
    """Put an item on the programme; returns its number. What `remove_item` returned is put back the same way.

    Site, Resource, Invitation or Delegate.DoesNotExist for what this preparation has not. `let_go` are `Clash.key` of an
    earlier refusal.
    """
    found = changing(actor, preparation)
    if (before := keeping.sent_before(once=once, verb="add_item", actor=actor, at=at)) is not None:
        return int(before)
    made = writing.make(found, without(item, let_go), at)
    keeping.enter(actor=actor, at=at, verb="item_added", kind="preparation", key=found.slug, item=made.pk)
    keeping.answered(once=once, subject=str(made.pk))
    return made.pk


@walled
def change_item(
    *,
    actor: Actor,
    at: datetime,
    preparation: str,
    number: int,
    version: int,
    item: Arranged,
    let_go: Collection[str] = (),
) -> None:
    """Change what an item says and takes; PlannedItem.DoesNotExist for one of another preparation, Changed if stale."""
    found = changing(actor, preparation)
    row = sheets.one_planned(found, number)
    _change(found, row, without(item, let_go), actor, at, version)


@walled
def put_item(
    *,
    actor: Actor,
    at: datetime,
    preparation: str,
    number: int,
    version: int,
    day: date,
    starts_at: time | None,
    track: int,
    let_go: Collection[str] = (),
) -> int:
    """Put an item on another day, hour or track; it stays as long as it is, and without an hour it has no end. Its new version."""
    found = changing(actor, preparation)
    row = sheets.one_planned(found, number)
    hours = rules.Hours(row.day, row.starts_at, row.ends_at, row.nights)
    moved = rules.put(hours, day=day_number(on=day, from_on=found.from_on), starts_at=starts_at)
    item = replace(
        arranged_of(row, found),
        day=day,
        starts_at=moved.starts_at,
        ends_at=moved.ends_at,
        nights=moved.nights,
        track=track,
    )
    return _change(found, row, without(item, let_go), actor, at, version)


@walled
def stretch_item(
    *,
    actor: Actor,
    at: datetime,
    preparation: str,
    number: int,
    version: int,
    ends_at: time,
    nights: int,
    let_go: Collection[str] = (),
) -> int:
    """Let an item end earlier or later; returns its new version."""
    found = changing(actor, preparation)
    row = sheets.one_planned(found, number)
    item = replace(arranged_of(row, found), ends_at=ends_at, nights=nights)
    return _change(found, row, without(item, let_go), actor, at, version)


@walled
def remove_item(*, actor: Actor, at: datetime, preparation: str, number: int) -> Arranged:
    """Take an item off the programme; returns everything it said and took, so that `add_item` puts it back."""
    found = changing(actor, preparation)
    row = sheets.one_planned(found, number)
    said = arranged_of(row, found)
    PlannedItem.objects.filter(pk=row.pk).delete()
    keeping.enter(actor=actor, at=at, verb="item_removed", kind="preparation", key=found.slug, item=number)
    return said


@walled
def copy_item(
    *,
    actor: Actor,
    at: datetime,
    preparation: str,
    once: UUID | None,
    number: int,
    day: date,
    let_go: Collection[str] = (),
) -> int:
    """The same item again on this day, at the same hour, with all it takes; returns the number of the new one."""
    found = changing(actor, preparation)
    if (before := keeping.sent_before(once=once, verb="copy_item", actor=actor, at=at)) is not None:
        return int(before)
    item = replace(arranged_of(sheets.one_planned(found, number), found), day=day)
    made = writing.make(found, without(item, let_go), at)
    keeping.enter(
        actor=actor, at=at, verb="item_added", kind="preparation", key=found.slug, item=made.pk, like=number
    )
    keeping.answered(once=once, subject=str(made.pk))
    return made.pk


def _change(
    found: Preparation, row: PlannedItem, item: Arranged, actor: Actor, at: datetime, version: int
) -> int:
    before = arranged_of(row, found)
    changed = rules.changes(before, item)
    keeping.refuse_stale(
        version=version,
        row=row,
        by=last_hand(found),
        theirs={name: getattr(before, name) for name in changed},
        yours={name: getattr(item, name) for name in changed},
    )
    if not changed:
        return row.version
    writing.change(found, row, item, at, is_news=not rules.SEEN.isdisjoint(changed))
    keeping.enter(
        actor=actor,
        at=at,
        verb="item_changed",
        kind="preparation",
        key=found.slug,
        item=row.pk,
        fields=changed,
    )
    return row.version
