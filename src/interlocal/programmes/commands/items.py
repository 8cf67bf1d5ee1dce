"""The programme and the outcomes of editions: called by `record_editions`, in its transaction."""

from collections.abc import Sequence

from interlocal.evidence.commands import Ledger
from interlocal.ground.reconcile import reconcile
from interlocal.programmes.commands.known import Known
from interlocal.programmes.entries import EditionEntry
from interlocal.programmes.models import Item, ItemParticipation, ItemTopic, Outcome, OutcomeVoice

Keys = dict[tuple[int, str], int]


def record(entries: Sequence[EditionEntry], known: Known, ledger: Ledger) -> None:
    items = _record_items(entries, known, ledger)
    editions = {key: edition for (edition, _), key in items.items()}
    _record_people(entries, known, ledger, items, editions)
    _record_topics(entries, known, ledger, items, editions)
    outcomes = _record_outcomes(entries, known, ledger, items)
    _record_voices(entries, known, ledger, outcomes)


def _record_items(entries: Sequence[EditionEntry], known: Known, ledger: Ledger) -> Keys:
    wanted = [
        Item(
            edition_id=known.editions[entry.slug],
            slug=item.slug,
            position=position,
            kind=item.kind,
            state=item.state,
            day=item.day,
            starts=item.starts,
            ends=item.ends,
            zone=item.zone,
            title=item.title,
            about=item.about,
            place_id=known.place(item.place),
            footnote_id=ledger.note(item.cite),
        )
        for entry in entries
        for position, item in enumerate(entry.items)
    ]
    changed = reconcile(
        Item.objects.filter(edition__record=ledger.record), wanted, key=lambda row: (row.edition_id, row.slug)
    )
    ledger.enter(changed, lambda row: known.subject(row.edition_id))
    return {(row.edition_id, row.slug): row.pk for row in wanted}


def _record_people(
    entries: Sequence[EditionEntry], known: Known, ledger: Ledger, items: Keys, editions: dict[int, int]
) -> None:
    wanted = [
        ItemParticipation(
            item_id=items[known.editions[entry.slug], item.slug],
            person_id=known.person(part.person),
            post_id=known.post(part.post),
            body_id=known.body(part.body),
            role=part.role,
            position=position,
            footnote_id=ledger.note(part.cite),
        )
        for entry in entries
        for item in entry.items
        for position, part in enumerate(item.people)
    ]
    changed = reconcile(
        ItemParticipation.objects.filter(item__edition__record=ledger.record),
        wanted,
        key=lambda row: (row.item_id, row.person_id, row.post_id, row.body_id, row.role),
        group=lambda row: row.item_id,
    )
    ledger.enter(changed, lambda row: known.subject(_edition_of(row.item_id, editions)))


def _edition_of(item: int, editions: dict[int, int]) -> int:
    """The edition of an item; one that leaves is no longer among those the files name."""
    return (
        editions[item] if item in editions else Item.objects.values_list("edition_id", flat=True).get(pk=item)
    )


def _record_topics(
    entries: Sequence[EditionEntry], known: Known, ledger: Ledger, items: Keys, editions: dict[int, int]
) -> None:
    wanted = [
        ItemTopic(item_id=items[known.editions[entry.slug], item.slug], topic_id=known.topics[topic])
        for entry in entries
        for item in entry.items
        for topic in item.topics
    ]
    changed = reconcile(
        ItemTopic.objects.filter(item__edition__record=ledger.record),
        wanted,
        key=lambda row: (row.item_id, row.topic_id),
    )
    ledger.enter(changed, lambda row: known.subject(_edition_of(row.item_id, editions)))


def _record_outcomes(entries: Sequence[EditionEntry], known: Known, ledger: Ledger, items: Keys) -> Keys:
    wanted = [
        Outcome(
            edition_id=known.editions[entry.slug],
            slug=outcome.slug,
            position=position,
            kind=outcome.kind,
            text=outcome.text,
            item_id=items[known.editions[entry.slug], outcome.item] if outcome.item else None,
            footnote_id=ledger.note(outcome.cite),
        )
        for entry in entries
        for position, outcome in enumerate(entry.outcomes)
    ]
    changed = reconcile(
        Outcome.objects.filter(edition__record=ledger.record),
        wanted,
        key=lambda row: (row.edition_id, row.slug),
    )
    ledger.enter(changed, lambda row: known.subject(row.edition_id))
    return {(row.edition_id, row.slug): row.pk for row in wanted}


def _record_voices(entries: Sequence[EditionEntry], known: Known, ledger: Ledger, outcomes: Keys) -> None:
    editions = {key: edition for (edition, _), key in outcomes.items()}
    wanted = [
        OutcomeVoice(
            outcome_id=outcomes[known.editions[entry.slug], outcome.slug],
            person_id=known.person(voice.person),
            body_id=known.body(voice.body),
            position=position,
        )
        for entry in entries
        for outcome in entry.outcomes
        for position, voice in enumerate(outcome.by)
    ]
    changed = reconcile(
        OutcomeVoice.objects.filter(outcome__edition__record=ledger.record),
        wanted,
        key=lambda row: (row.outcome_id, row.person_id, row.body_id),
        group=lambda row: row.outcome_id,
    )
    # A voice of an outcome that leaves goes with it, and needs no line of its own.
    changed.removed[:] = [row for row in changed.removed if row.outcome_id in editions]
    ledger.enter(changed, lambda row: known.subject(editions[row.outcome_id]))
