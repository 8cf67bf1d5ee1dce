"""Photographs of the days. What comes here was made safe by the door: encoded anew, without what a camera writes into it."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from interlocal.arrangements.commands.words import exchange, next_position
from interlocal.arrangements.models import Photo
from interlocal.arrangements.rules import words as rules
from interlocal.arrangements.rules.words import PhotoSaid
from interlocal.delegations.commands import keeping
from interlocal.delegations.commands.preparations_items import changing
from interlocal.delegations.models import PlannedItem, Preparation
from interlocal.delegations.rules.preparations import text_of
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@walled
def add_photo(*, actor: Actor, at: datetime, preparation: str, once: UUID | None, photo: PhotoSaid) -> int:
    """Keep a picture, as the last; returns its number. PlannedItem.DoesNotExist for a foreign item."""
    found = changing(actor, preparation)
    if (before := keeping.sent_before(once=once, verb="add_photo", actor=actor, at=at)) is not None:
        return int(before)
    there = Photo.objects.filter(preparation=found)
    if obstacle := rules.obstacle_to_photo(photo, there=there.count()):
        raise obstacle
    _check_item(found, photo.item)
    row = Photo.objects.create(
        preparation=found,
        item_id=photo.item,
        position=next_position(there),
        caption=text_of(photo.caption, original=found.language),
        alt=photo.alt.strip(),
        kind=photo.kind,
        content=photo.content,
        width=photo.width,
        height=photo.height,
        added_by=actor.name,
        added_at=at,
    )
    _enter(actor, at, "photo_added", found, row.pk)
    keeping.answered(once=once, subject=str(row.pk))
    return row.pk


@walled
def describe_photo(
    *,
    actor: Actor,
    at: datetime,
    preparation: str,
    number: int,
    caption: Mapping[str, str],
    alt: str,
    item: int | None = None,
) -> None:
    """Say what a picture shows; Photo.DoesNotExist for one of another preparation."""
    found = changing(actor, preparation)
    row = Photo.objects.defer("content").get(preparation=found, pk=number)
    if obstacle := rules.obstacle_to_describing(caption=caption, alt=alt):
        raise obstacle
    _check_item(found, item)
    row.caption = text_of(caption, before=row.caption, original=found.language)
    row.alt, row.item_id = alt.strip(), item
    row.save(update_fields=["caption", "alt", "item"])
    _enter(actor, at, "photo_described", found, number)


@walled
def remove_photo(*, actor: Actor, at: datetime, preparation: str, number: int) -> None:
    """Take a picture away for good."""
    found = changing(actor, preparation)
    Photo.objects.only("pk").get(preparation=found, pk=number).delete()
    _enter(actor, at, "photo_removed", found, number)


@walled
def move_photo(*, actor: Actor, at: datetime, preparation: str, number: int, later: bool) -> None:
    """Change places with the next picture; the first and the last stay where they are."""
    found = changing(actor, preparation)
    rows = Photo.objects.filter(preparation=found).only("pk", "position")
    if exchange(list(rows), rows.get(pk=number), later=later):
        _enter(actor, at, "photo_moved", found, number)


def _check_item(found: Preparation, item: int | None) -> None:
    if item is not None:
        PlannedItem.objects.only("pk").get(preparation=found, pk=item)


def _enter(actor: Actor, at: datetime, verb: str, found: Preparation, number: int) -> None:
    keeping.enter(actor=actor, at=at, verb=verb, kind="preparation", key=found.slug, photo=number)
