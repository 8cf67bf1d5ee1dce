from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from interlocal.evidence.commands import Ledger, refuse_taken
from interlocal.ground.reconcile import Changed, reconcile
from interlocal.identity.kinds import Actor
from interlocal.programmes.entries import PlaceEntry, TopicEntry
from interlocal.programmes.models import Place, PlaceName, Topic
from interlocal.registry.commands import names
from interlocal.registry.models import Body


@transaction.atomic
def record_topics(*, actor: Actor, at: datetime, ledger: Ledger, entries: Sequence[TopicEntry]) -> None:
    """Make the topics of a record what its files say."""
    refuse_taken(model=Topic, record=ledger.record, entries=entries)
    changed = reconcile(
        Topic.objects.filter(record=ledger.record),
        [_topic(entry, ledger) for entry in entries],
        key=lambda row: row.slug,
        leave=frozenset({"broader"}),
    )
    ledger.enter(changed, lambda row: ("topic", row.slug), whole=True)
    born = {row.slug for row in changed.made}
    ids = dict(Topic.objects.values_list("slug", "id"))
    wanted = {ids[entry.slug]: ids[entry.broader] if entry.broader else None for entry in entries}
    moved = [row for row in Topic.objects.filter(pk__in=wanted) if row.broader_id != wanted[row.pk]]
    for row in moved:
        row.broader_id = wanted[row.pk]
    Topic.objects.bulk_update(moved, ["broader"])
    again = [(row, ["broader"]) for row in moved if row.slug not in born]
    ledger.enter(Changed(altered=again), lambda row: ("topic", row.slug))


def _topic(entry: TopicEntry, ledger: Ledger) -> Topic:
    topic = Topic(slug=entry.slug, record=ledger.record)
    names.labelled_by_text(topic, entry.names)
    return topic


@transaction.atomic
def record_places(*, actor: Actor, at: datetime, ledger: Ledger, entries: Sequence[PlaceEntry]) -> None:
    """Make the places of a record what its files say, with their names."""
    refuse_taken(model=Place, record=ledger.record, entries=entries)
    bodies = dict(Body.objects.values_list("slug", "id"))
    changed = reconcile(
        Place.objects.filter(record=ledger.record),
        [_place(entry, bodies, ledger) for entry in entries],
        key=lambda row: row.slug,
    )
    ledger.enter(changed, lambda row: ("place", row.slug), whole=True)
    ids = dict(Place.objects.values_list("slug", "id"))
    slugs = {key: slug for slug, key in ids.items()}
    named = reconcile(
        PlaceName.objects.filter(place__record=ledger.record),
        [
            row
            for entry in entries
            for row in names.rows(PlaceName, "place_id", ids[entry.slug], entry.names, ledger)
        ],
        key=lambda row: (row.place_id, row.language, row.kind, row.text),
        group=lambda row: (row.place_id, row.language, row.kind),
    )
    ledger.enter(named, lambda row: ("place", slugs[row.place_id]))


def _place(entry: PlaceEntry, bodies: dict[str, int], ledger: Ledger) -> Place:
    longitude, latitude = entry.at or (None, None)
    place = Place(
        slug=entry.slug,
        record=ledger.record,
        kind=entry.kind,
        body_id=bodies[entry.body] if entry.body else None,
        longitude=longitude,
        latitude=latitude,
        heritage=entry.heritage,
        footnote_id=ledger.note(entry.cite),
    )
    names.labelled(place, entry.names)
    return place
