from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from interlocal.evidence.commands import Ledger, refuse_taken
from interlocal.ground.dates import PartialDate, Span
from interlocal.ground.reconcile import Contested, reconcile
from interlocal.identity.kinds import Actor
from interlocal.programmes import rules
from interlocal.programmes.commands import items
from interlocal.programmes.commands.known import Known, look_up
from interlocal.programmes.entries import EditionEntry
from interlocal.programmes.models import (
    BodyParticipation,
    Edition,
    EditionPlace,
    EditionState,
    EditionTopic,
    OfficeHolderParticipation,
    Series,
)


@transaction.atomic
def record_editions(*, actor: Actor, at: datetime, ledger: Ledger, entries: Sequence[EditionEntry]) -> None:
    """Make the editions of a record what its files say, with everything that belongs to them."""
    refuse_taken(model=Edition, record=ledger.record, entries=entries)
    series = dict(Series.objects.values_list("slug", "id"))
    changed = reconcile(
        Edition.objects.filter(record=ledger.record),
        [_edition(entry, series, ledger) for entry in entries],
        key=lambda row: row.slug,
        contested=Contested("ordinal", None, lambda row: row.series_id),
    )
    ledger.enter(changed, lambda row: ("edition", row.slug), whole=True)
    known = look_up()
    _record_states(entries, known, ledger)
    _record_bodies(entries, known, ledger)
    _record_office_holders(entries, known, ledger)
    _record_places(entries, known, ledger)
    _record_topics(entries, known, ledger)
    items.record(entries, known, ledger)


def _edition(entry: EditionEntry, series: dict[str, int], ledger: Ledger) -> Edition:
    days, planned = rules.days_of(entry.states)
    return Edition(
        slug=entry.slug,
        record=ledger.record,
        series_id=series[entry.series],
        ordinal=entry.ordinal,
        title=entry.title,
        mode=entry.mode or "",
        about=entry.about,
        state=entry.states[-1].state,
        **_bounds("", days),
        **_bounds("planned_", planned),
        sorts_on=rules.sorts_on(entry.states),
        footnote_id=ledger.note(entry.cite),
    )


def _bounds(prefix: str, span: Span | None) -> dict[str, PartialDate | None]:
    from_on, until_on = span.half_open() if span else (None, None)
    return {f"{prefix}from_on": from_on, f"{prefix}until_on": until_on}


def _record_states(entries: Sequence[EditionEntry], known: Known, ledger: Ledger) -> None:
    wanted = [
        EditionState(
            edition_id=known.editions[entry.slug],
            position=position,
            state=state.state,
            said_on=state.said_on,
            **_bounds("", state.days),
            **_bounds("planned_", state.planned),
            note=state.note,
            footnote_id=ledger.note(state.cite),
        )
        for entry in entries
        for position, state in enumerate(entry.states)
    ]
    changed = reconcile(
        EditionState.objects.filter(edition__record=ledger.record),
        wanted,
        key=lambda row: (row.edition_id, row.position),
    )
    ledger.enter(changed, lambda row: known.subject(row.edition_id))


def _record_bodies(entries: Sequence[EditionEntry], known: Known, ledger: Ledger) -> None:
    wanted = [
        BodyParticipation(
            edition_id=known.editions[entry.slug],
            body_id=known.bodies[part.body],
            capacity=part.capacity,
            position=position,
            footnote_id=ledger.note(part.cite),
        )
        for entry in entries
        for position, part in enumerate(entry.bodies)
    ]
    changed = reconcile(
        BodyParticipation.objects.filter(edition__record=ledger.record),
        wanted,
        key=lambda row: (row.edition_id, row.body_id, row.capacity),
        group=lambda row: (row.edition_id, row.body_id),
    )
    ledger.enter(changed, lambda row: known.subject(row.edition_id))


def _record_office_holders(entries: Sequence[EditionEntry], known: Known, ledger: Ledger) -> None:
    wanted = [
        OfficeHolderParticipation(
            edition_id=known.editions[entry.slug],
            person_id=known.person(part.person),
            post_id=known.post(part.post),
            body_id=known.body(part.body),
            capacity=part.capacity,
            attendance=part.attendance,
            in_place_of_id=known.post(part.in_place_of),
            position=position,
            footnote_id=ledger.note(part.cite),
        )
        for entry in entries
        for position, part in enumerate(entry.office_holders)
    ]
    changed = reconcile(
        OfficeHolderParticipation.objects.filter(edition__record=ledger.record),
        wanted,
        key=lambda row: (row.edition_id, row.person_id, row.post_id, row.capacity),
        group=lambda row: (row.edition_id, row.person_id, row.post_id),
    )
    ledger.enter(changed, lambda row: known.subject(row.edition_id))


def _record_places(entries: Sequence[EditionEntry], known: Known, ledger: Ledger) -> None:
    wanted = [
        EditionPlace(
            edition_id=known.editions[entry.slug],
            place_id=known.places[place.place],
            role=place.role,
            position=position,
            footnote_id=ledger.note(place.cite),
        )
        for entry in entries
        for position, place in enumerate(entry.places)
    ]
    changed = reconcile(
        EditionPlace.objects.filter(edition__record=ledger.record),
        wanted,
        key=lambda row: (row.edition_id, row.place_id, row.role),
        group=lambda row: (row.edition_id, row.role),
    )
    ledger.enter(changed, lambda row: known.subject(row.edition_id))


def _record_topics(entries: Sequence[EditionEntry], known: Known, ledger: Ledger) -> None:
    changed = reconcile(
        EditionTopic.objects.filter(edition__record=ledger.record),
        [
            EditionTopic(edition_id=known.editions[entry.slug], topic_id=known.topics[topic])
            for entry in entries
            for topic in entry.topics
        ],
        key=lambda row: (row.edition_id, row.topic_id),
    )
    ledger.enter(changed, lambda row: known.subject(row.edition_id))
