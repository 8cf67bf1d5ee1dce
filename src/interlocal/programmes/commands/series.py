from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from interlocal.evidence.commands import Ledger, refuse_taken
from interlocal.ground.reconcile import reconcile
from interlocal.identity.kinds import Actor
from interlocal.programmes.entries import SeriesEntry
from interlocal.programmes.models import Organiser, Series, SeriesName, SeriesTopic, Topic
from interlocal.registry.commands import names
from interlocal.registry.models import Body


@transaction.atomic
def record_series(*, actor: Actor, at: datetime, ledger: Ledger, entries: Sequence[SeriesEntry]) -> None:
    """Make the series of a record what its files say, with their names, organisers and topics."""
    refuse_taken(model=Series, record=ledger.record, entries=entries)
    changed = reconcile(
        Series.objects.filter(record=ledger.record),
        [_series(entry, ledger) for entry in entries],
        key=lambda row: row.slug,
    )
    ledger.enter(changed, lambda row: ("series", row.slug), whole=True)
    ids = dict(Series.objects.values_list("slug", "id"))
    slugs = {key: slug for slug, key in ids.items()}
    named = reconcile(
        SeriesName.objects.filter(series__record=ledger.record),
        [
            row
            for entry in entries
            for row in names.rows(SeriesName, "series_id", ids[entry.slug], entry.names, ledger)
        ],
        key=lambda row: (row.series_id, row.language, row.kind, row.text),
        group=lambda row: (row.series_id, row.language, row.kind),
    )
    ledger.enter(named, lambda row: ("series", slugs[row.series_id]))
    _record_organisers(entries, ids, slugs, ledger)
    _record_topics(entries, ids, slugs, ledger)


def _series(entry: SeriesEntry, ledger: Ledger) -> Series:
    series = Series(
        slug=entry.slug,
        record=ledger.record,
        kind=entry.kind,
        from_on=entry.from_on,
        until_on=entry.until_on,
        cadence_months=entry.cadence.months if entry.cadence else None,
        cadence_footnote_id=ledger.note(entry.cadence.cite) if entry.cadence else None,
        rotation=entry.rotation,
        about=entry.about,
        footnote_id=ledger.note(entry.cite),
    )
    names.labelled(series, entry.names)
    return series


def _record_organisers(
    entries: Sequence[SeriesEntry], ids: dict[str, int], slugs: dict[int, str], ledger: Ledger
) -> None:
    bodies = dict(Body.objects.values_list("slug", "id"))
    wanted = [
        Organiser(
            series_id=ids[entry.slug],
            body_id=bodies[organiser.body],
            role=organiser.role,
            from_on=organiser.from_on,
            until_on=organiser.until_on,
            position=position,
            footnote_id=ledger.note(organiser.cite),
        )
        for entry in entries
        for position, organiser in enumerate(entry.organisers)
    ]
    changed = reconcile(
        Organiser.objects.filter(series__record=ledger.record),
        wanted,
        key=lambda row: (row.series_id, row.body_id, row.role),
        group=lambda row: (row.series_id, row.body_id),
    )
    ledger.enter(changed, lambda row: ("series", slugs[row.series_id]))


def _record_topics(
    entries: Sequence[SeriesEntry], ids: dict[str, int], slugs: dict[int, str], ledger: Ledger
) -> None:
    topics = dict(Topic.objects.values_list("slug", "id"))
    changed = reconcile(
        SeriesTopic.objects.filter(series__record=ledger.record),
        [
            SeriesTopic(series_id=ids[entry.slug], topic_id=topics[topic])
            for entry in entries
            for topic in entry.topics
        ],
        key=lambda row: (row.series_id, row.topic_id),
    )
    ledger.enter(changed, lambda row: ("series", slugs[row.series_id]))
