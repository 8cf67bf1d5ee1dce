"""Editions with their programmes as entries of record files."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from interlocal.evidence.queries import Cites, Claims, Rows
from interlocal.ground.dates import PartialDate, Span
from interlocal.programmes import kinds
from interlocal.programmes.entries import (
    BodyPartEntry,
    EditionEntry,
    EditionPlaceEntry,
    ItemEntry,
    ItemPersonEntry,
    OfficeHolderEntry,
    OutcomeEntry,
    StateEntry,
    VoiceEntry,
)
from interlocal.programmes.models import (
    BodyParticipation,
    Edition,
    EditionPlace,
    EditionState,
    EditionTopic,
    Item,
    ItemParticipation,
    ItemTopic,
    OfficeHolderParticipation,
    Outcome,
    OutcomeVoice,
    Place,
)
from interlocal.registry.queries.export.record import (
    body_slugs,
    person_slugs,
    post_references,
)


@dataclass(frozen=True, slots=True)
class _Ids:
    """What record files call the rows that others point to."""

    bodies: dict[int, str]
    people: dict[int, str]
    posts: dict[int, str]
    places: dict[int, str]
    cites: Cites


def edition_entries(*, record: str, cites: Cites, claims: Claims) -> Iterator[EditionEntry]:
    """The editions of a record, in its order, with their programmes. One query a table, and four for ids."""
    places = dict(Place.objects.values_list("id", "slug"))
    ids = _Ids(body_slugs(), person_slugs(), post_references(), places, cites)
    children, items = _EditionChildren(record, ids), _Programme(record, ids)
    columns = ("id", "slug", "series__slug", "ordinal", "title", "mode", "about", "footnote_id")
    rows = Edition.objects.filter(record=record).order_by("id").values_list(*columns)
    for key, slug, series, ordinal, title, mode, about, footnote in rows.iterator(chunk_size=2000):
        yield EditionEntry(
            slug=slug,
            series=series,
            ordinal=ordinal,
            title=title,
            mode=kinds.Mode(mode) if mode else None,
            about=about,
            states=children.states(key),
            bodies=children.bodies(key),
            office_holders=children.office_holders(key),
            places=children.places(key),
            topics=children.topics(key),
            items=items.items(key),
            outcomes=items.outcomes(key),
            claims=claims.get(("edition", slug), []),
            cite=cites[footnote],
        )


def _span(from_on: PartialDate | None, until_on: PartialDate | None) -> Span | None:
    return Span.from_half_open(from_on, until_on) if from_on and until_on else None


class _EditionChildren:
    """The rows that belong to editions, as they stream in by the editions' ids."""

    def __init__(self, record: str, ids: _Ids) -> None:
        self._ids = ids
        ours, order = {"edition__record": record}, ("edition_id", "position", "id")
        state = (
            "state",
            "said_on",
            "from_on",
            "until_on",
            "planned_from_on",
            "planned_until_on",
            "note",
            "footnote_id",
        )
        self._states = Rows(
            EditionState.objects.filter(**ours).order_by(*order).values_list("edition_id", *state)
        )
        bodies = BodyParticipation.objects.filter(**ours).order_by(*order)
        self._bodies = Rows(bodies.values_list("edition_id", "body_id", "capacity", "footnote_id"))
        holders = OfficeHolderParticipation.objects.filter(**ours).order_by(*order)
        holder = (
            "person_id",
            "post_id",
            "body_id",
            "capacity",
            "attendance",
            "in_place_of_id",
            "footnote_id",
        )
        self._office_holders = Rows(holders.values_list("edition_id", *holder))
        places = EditionPlace.objects.filter(**ours).order_by(*order)
        self._places = Rows(places.values_list("edition_id", "place_id", "role", "footnote_id"))
        topics = EditionTopic.objects.filter(**ours).order_by("edition_id", "id")
        self._topics = Rows(topics.values_list("edition_id", "topic__slug"))

    def states(self, edition: int) -> list[StateEntry]:
        return [self._state(row[1:]) for row in self._states.of(edition)]

    def _state(self, row: tuple[Any, ...]) -> StateEntry:
        state, said_on, from_on, until_on, planned_from, planned_until, note, footnote = row
        return StateEntry(
            state=kinds.State(state),
            said_on=said_on,
            planned=_span(planned_from, planned_until),
            days=_span(from_on, until_on),
            note=note,
            cite=self._ids.cites[footnote],
        )

    def bodies(self, edition: int) -> list[BodyPartEntry]:
        return [
            BodyPartEntry(
                body=self._ids.bodies[body],
                capacity=kinds.BodyCapacity(capacity),
                cite=self._ids.cites[footnote],
            )
            for _, body, capacity, footnote in self._bodies.of(edition)
        ]

    def office_holders(self, edition: int) -> list[OfficeHolderEntry]:
        ids = self._ids
        return [
            OfficeHolderEntry(
                capacity=kinds.PersonCapacity(capacity),
                person=ids.people[person] if person else None,
                post=ids.posts[post] if post else None,
                body=ids.bodies[body] if body else None,
                attendance=kinds.Attendance(attendance),
                in_place_of=ids.posts[in_place_of] if in_place_of else None,
                cite=ids.cites[footnote],
            )
            for _, person, post, body, capacity, attendance, in_place_of, footnote in self._office_holders.of(
                edition
            )
        ]

    def places(self, edition: int) -> list[EditionPlaceEntry]:
        return [
            EditionPlaceEntry(
                place=self._ids.places[place], role=kinds.PlaceRole(role), cite=self._ids.cites[footnote]
            )
            for _, place, role, footnote in self._places.of(edition)
        ]

    def topics(self, edition: int) -> list[str]:
        return [row[1] for row in self._topics.of(edition)]


class _Programme:
    """Items and outcomes with what belongs to them, as they stream in by editions and positions."""

    def __init__(self, record: str, ids: _Ids) -> None:
        self._ids = ids
        item = (
            "id",
            "slug",
            "kind",
            "state",
            "day",
            "starts",
            "ends",
            "zone",
            "title",
            "about",
            "place_id",
            "footnote_id",
        )
        items = Item.objects.filter(edition__record=record).order_by("edition_id", "position", "id")
        self._items = Rows(items.values_list("edition_id", *item))
        by_item: dict[str, Any] = {"item__edition__record": record}
        item_order = ("item__edition_id", "item__position", "item_id")
        people = ItemParticipation.objects.filter(**by_item).order_by(*item_order, "position", "id")
        self._people = Rows(
            people.values_list("item_id", "person_id", "post_id", "body_id", "role", "footnote_id")
        )
        topics = ItemTopic.objects.filter(**by_item).order_by(*item_order, "id")
        self._topics = Rows(topics.values_list("item_id", "topic__slug"))
        outcomes = Outcome.objects.filter(edition__record=record).order_by("edition_id", "position", "id")
        self._outcomes = Rows(
            outcomes.values_list("edition_id", "id", "slug", "kind", "text", "item__slug", "footnote_id")
        )
        voices = OutcomeVoice.objects.filter(outcome__edition__record=record)
        voice_order = ("outcome__edition_id", "outcome__position", "outcome_id", "position", "id")
        self._voices = Rows(voices.order_by(*voice_order).values_list("outcome_id", "person_id", "body_id"))

    def items(self, edition: int) -> list[ItemEntry]:
        return [self._item(row[1:]) for row in self._items.of(edition)]

    def _item(self, row: tuple[Any, ...]) -> ItemEntry:
        key, slug, kind, state, day, starts, ends, zone, title, about, place, footnote = row
        return ItemEntry(
            slug=slug,
            kind=kinds.ItemKind(kind),
            state=kinds.ItemState(state),
            day=day,
            starts=starts,
            ends=ends,
            zone=zone,
            title=title,
            about=about,
            place=self._ids.places[place] if place else None,
            topics=[row[1] for row in self._topics.of(key)],
            people=[self._person(row[1:]) for row in self._people.of(key)],
            cite=self._ids.cites[footnote],
        )

    def _person(self, row: tuple[Any, ...]) -> ItemPersonEntry:
        person, post, body, role, footnote = row
        return ItemPersonEntry(
            role=kinds.ItemRole(role),
            person=self._ids.people[person] if person else None,
            post=self._ids.posts[post] if post else None,
            body=self._ids.bodies[body] if body else None,
            cite=self._ids.cites[footnote],
        )

    def outcomes(self, edition: int) -> list[OutcomeEntry]:
        return [
            OutcomeEntry(
                slug=slug,
                kind=kinds.OutcomeKind(kind),
                text=text,
                by=[self._voice(person, body) for _, person, body in self._voices.of(key)],
                item=item or "",
                cite=self._ids.cites[footnote],
            )
            for _, key, slug, kind, text, item, footnote in self._outcomes.of(edition)
        ]

    def _voice(self, person: int | None, body: int | None) -> VoiceEntry:
        return VoiceEntry(
            person=self._ids.people[person] if person else None, body=self._ids.bodies[body] if body else None
        )
