"""The queries behind the page of an edition: four, each over several tables of one shape."""

import json
from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any

from django.db.models import (
    CharField,
    F,
    IntegerField,
    JSONField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    TimeField,
    Value,
)
from django.db.models.functions import Cast, JSONObject

from interlocal.ground.fields import LocalisedField
from interlocal.ground.prepared import (
    NUMBER,
    SLUG,
    date_in,
    localised_in,
    name_in,
    prepared,
    printed,
    text_in,
)
from interlocal.ground.texts import Shown, from_json
from interlocal.ground.tongues import JA, KO, ZH
from interlocal.programmes import rules
from interlocal.programmes.kinds import State
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
)
from interlocal.programmes.queries.edition_values import (
    BodyAt,
    ItemRow,
    Neighbour,
    OutcomeRow,
    PersonIn,
    StateRow,
)
from interlocal.programmes.queries.rows import PRINTED, Named, Where, read, title_of

# In which language a person's name is in its own script.
OWN_TONGUES = {"KR": KO, "JP": JA, "CN": ZH}


_DATES = ("from_on", "until_on", "planned_from_on", "planned_until_on")


@prepared
def _editions() -> "QuerySet[Any, Any]":
    others = Edition.objects.filter(series=OuterRef("series")).exclude(id=OuterRef("id"))
    before = Q(sorts_on__lt=OuterRef("sorts_on")) | Q(
        sorts_on=OuterRef("sorts_on"), slug__lt=OuterRef("slug")
    )
    after = Q(sorts_on__gt=OuterRef("sorts_on")) | Q(sorts_on=OuterRef("sorts_on"), slug__gt=OuterRef("slug"))
    brief = JSONObject(
        slug="slug",
        ordinal="ordinal",
        title="title",
        state="state",
        day=Cast("from_on", TextField()),
        planned=Cast("planned_from_on", TextField()),
    )
    held = others.filter(before, state=State.HELD).order_by("-sorts_on", "-slug")
    earlier, later = (
        others.filter(before).order_by("-sorts_on", "-slug"),
        others.filter(after).order_by("sorts_on", "slug"),
    )
    return (
        Edition.objects.filter(slug=SLUG)
        .annotate(
            earlier=Subquery(earlier.values(brief=brief)[:1]),
            later=Subquery(later.values(brief=brief)[:1]),
            held_before=Subquery(held.values(brief=brief)[:1]),
        )
        .values_list(*PRINTED, "series__kind", "mode", "about", "earlier", "later", "held_before")
    )


def edition_found(slug: str) -> tuple[Any, ...]:
    rows = _editions(slug)
    if not rows:
        raise Edition.DoesNotExist(slug)
    return _read(rows[0])


def _read(row: Sequence[Any]) -> tuple[Any, ...]:
    """The row with its labels, texts and dates read."""
    made = read(row)
    made[15] = localised_in(made[15])
    made[16:19] = [json.loads(brief) if brief else None for brief in made[16:19]]
    return tuple(made)


def neighbour(brief: Mapping[str, Any] | None, tongue: str, found: Sequence[Any]) -> Neighbour | None:
    if not brief:
        return None
    day = date_in(brief["day"]) or date_in(brief["planned"])
    title = from_json(brief["title"]) if brief["title"] else None
    return Neighbour(brief["slug"], title_of(title, found[3], brief["ordinal"], day, tongue), day)


def facts(brief: Mapping[str, Any] | None) -> rules.EditionFacts | None:
    if not brief:
        return None
    return rules.EditionFacts(brief["slug"], brief["state"], brief["ordinal"], date_in(brief["day"]))


_NULL = Value(None, CharField())
_WHO = (
    "body__slug",
    "body__label",
    "body__country",
    "person__slug",
    "person__label",
    "person__country",
)


def who(
    edition: int, tongue: str, on: str | None
) -> tuple[tuple[PersonIn, ...], dict[str, list[PersonIn]], dict[str, list[PersonIn]], tuple[BodyAt, ...]]:
    """Everybody: people of the edition, of its items and behind its outcomes (by their slug), and bodies.
    One query.
    """
    people: list[PersonIn] = []
    bodies: list[BodyAt] = []
    at_items: dict[str, list[PersonIn]] = {}
    voices: dict[str, list[PersonIn]] = {}
    for row in sorted(_who_rows(edition), key=itemgetter(2)):
        what, owner = row[0], row[1]
        if what == "body":
            bodies.append(BodyAt(row[5], name_in(row[6], tongue, on) or _NOBODY, row[7], row[3], row[15]))
            continue
        pile = people if what == "person" else (at_items if what == "item" else voices).setdefault(owner, [])
        pile.append(_person(row, tongue, on))
    return tuple(people), at_items, voices, tuple(bodies)


_NOBODY = Shown("", "en")


def _person(row: Sequence[Any], tongue: str, on: str | None) -> PersonIn:
    (
        _,
        _,
        _,
        capacity,
        attendance,
        body,
        label,
        country,
        person,
        name,
        nation,
        post,
        post_body,
        post_label,
        last,
        note,
    ) = row
    own = OWN_TONGUES.get(nation or "")
    shown = name_in(name, tongue, on)
    written = name_in(name, own, on) if own and own != tongue else None
    return PersonIn(
        person or "",
        shown,
        written if written and shown and written.text != shown.text and written.lang == own else None,
        text_in(post, tongue),
        body or post_body or "",
        name_in(label or post_label, tongue, on),
        country or nation or "",
        capacity or "",
        attendance or "",
        text_in(last, tongue),
        note,
    )


@prepared
def _who_rows() -> "QuerySet[Any, Any]":
    edition = NUMBER
    posts = ("post__title", "post__body__slug", "post__body__label")
    people = OfficeHolderParticipation.objects.filter(edition=edition).values_list(
        Value("person", CharField()),
        _NULL,
        *("position", "capacity", "attendance", *_WHO, *posts, "in_place_of__title", "footnote_id"),
    )
    items = ItemParticipation.objects.filter(item__edition=edition).values_list(
        Value("item", CharField()),
        *("item__slug", "position", "role"),
        _NULL,
        *(*_WHO, *posts),
        _NULL,
        "footnote_id",
    )
    voices = OutcomeVoice.objects.filter(outcome__edition=edition).values_list(
        Value("voice", CharField()), "outcome__slug", "position", _NULL, _NULL, *_WHO, *[_NULL] * 5
    )
    bodies = BodyParticipation.objects.filter(edition=edition).values_list(
        Value("body", CharField()),
        _NULL,
        *("position", "capacity"),
        _NULL,
        *_WHO[:3],
        *[_NULL] * 7,
        "footnote_id",
    )
    return people.union(items, voices, bodies, all=True)


def places_and_topics(
    edition: int, tongue: str, on: str | None
) -> tuple[list[Where], tuple[Named, ...], dict[str, list[Named]]]:
    """Places of the edition, its topics, and topics of its items by the item's slug. One query."""
    where: list[Where] = []
    topics: list[Named] = []
    by_item: dict[str, list[Named]] = {}
    for what, item, _, slug, label, role, country, lon, lat, heritage, note in sorted(
        _where_rows(edition), key=itemgetter(2)
    ):
        if what == "place":
            name = name_in(label, tongue, on) or _NOBODY
            where.append(Where(slug, name, role, country or "", lon, lat, heritage, note))
            continue
        topic = Named(slug, name_in(label, tongue, None) or _NOBODY)
        (topics if what == "topic" else by_item.setdefault(item, [])).append(topic)
    return where, tuple(topics), by_item


@prepared
def _where_rows() -> "QuerySet[Any, Any]":
    edition = NUMBER
    places = EditionPlace.objects.filter(edition=edition).values_list(
        Value("place", CharField()),
        _NULL,
        F("position") + Value(0, IntegerField()),
        "place__slug",
        "place__label",
        "role",
        "place__body__country",
        "place__longitude",
        "place__latitude",
        "place__heritage",
        "footnote_id",
    )
    blank = [_NULL] * 6
    own = EditionTopic.objects.filter(edition=edition).values_list(
        Value("topic", CharField()), _NULL, F("id") + Value(0), "topic__slug", "topic__label", *blank
    )
    of_items = ItemTopic.objects.filter(item__edition=edition).values_list(
        Value("item", CharField()), "item__slug", F("id") + Value(0), "topic__slug", "topic__label", *blank
    )
    return places.union(own, of_items, all=True)


def programme(
    edition: int,
    tongue: str,
    on: str | None,
    people: Mapping[str, list[PersonIn]],
    voices: Mapping[str, list[PersonIn]],
    topics: Mapping[str, list[Named]],
) -> tuple[tuple[StateRow, ...], list[ItemRow], list[OutcomeRow]]:
    """States, items and outcomes in their order. One query."""
    states: list[StateRow] = []
    items: list[ItemRow] = []
    outcomes: list[OutcomeRow] = []
    titles: dict[str, Shown] = {}
    # "item" sorts before "outcome": an outcome finds the title of the item it came from.
    for row in sorted(_programme_rows(edition), key=itemgetter(0, 2)):
        what, slug, _, kind, state, *dates, starts, ends, zone, title, about, place, of_item, note = row
        if what == "item":
            titles[slug] = text = text_in(title, tongue) or _NOBODY
            where = name_in(place, tongue, on) if place else None
            said = text_in(about, tongue) if about else None
            who, what_of = tuple(people.get(slug, ())), tuple(topics.get(slug, ()))
            day = date_in(dates[0])
            items.append(
                ItemRow(slug, kind, state, day, starts, ends, zone, text, said, where, who, what_of, note)
            )
        elif what == "state":
            states.append(_state(state, dates, text_in(about, tongue), note))
        else:
            text, voiced = text_in(title, tongue) or _NOBODY, tuple(voices.get(slug, ()))
            outcomes.append(OutcomeRow(slug, kind, text, voiced, titles.get(of_item), of_item or "", note))
    return tuple(states), items, outcomes


def _state(state: str, dates: Sequence[Any], note: Shown | None, footnote: int) -> StateRow:
    said_on, from_on, until_on, planned_from_on, planned_until_on = map(date_in, dates)
    return StateRow(state, said_on, from_on, until_on, planned_from_on, planned_until_on, note, footnote)


@prepared
def _programme_rows() -> "QuerySet[Any, Any]":
    edition = NUMBER
    nobody = [_NULL] * 9
    states = EditionState.objects.filter(edition=edition).values_list(
        Value("state", CharField()),
        Value("", CharField()),
        "position",
        Value("", CharField()),
        "state",
        *map(printed, ("said_on", *_DATES)),
        Value(None, TimeField()),
        Value(None, TimeField()),
        Value("", CharField()),
        Value(None, LocalisedField()),
        "note",
        Value(None, JSONField()),
        Value("", CharField()),
        "footnote_id",
    )
    items = Item.objects.filter(edition=edition).values_list(
        Value("item", CharField()),
        *("slug", "position", "kind", "state"),
        printed("day"),
        *[_NULL] * 4,
        *("starts", "ends", "zone", "title", "about", "place__label"),
        _NULL,
        "footnote_id",
    )
    outcomes = Outcome.objects.filter(edition=edition).values_list(
        Value("outcome", CharField()),
        *("slug", "position", "kind"),
        *nobody,
        *("text",),
        _NULL,
        _NULL,
        "item__slug",
        "footnote_id",
    )
    return states.union(items, outcomes, all=True)
