"""Topics, places and series as entries of record files: what a file would have to say to make them."""

from collections.abc import Iterator, Mapping
from typing import Any

from interlocal.evidence.queries import Cites, Claims, Rows
from interlocal.ground.texts import Localised, State, Version
from interlocal.ground.tongues import EN, TONGUES
from interlocal.programmes import kinds
from interlocal.programmes.entries import (
    CadenceEntry,
    OrganiserEntry,
    PlaceEntry,
    SeriesEntry,
    TopicEntry,
)
from interlocal.programmes.models import (
    Organiser,
    Place,
    PlaceName,
    Series,
    SeriesName,
    SeriesTopic,
    Topic,
)
from interlocal.registry.queries.export.record import (
    NAME,
    body_slugs,
    name_entry,
    point,
)


def topic_entries(*, record: str) -> Iterator[TopicEntry]:
    """The topics of a record, in its order. One query."""
    rows = Topic.objects.filter(record=record).order_by("id").values_list("slug", "label", "broader__slug")
    for slug, label, broader in rows.iterator(chunk_size=2000):
        yield TopicEntry(slug=slug, names=_text_of(label), broader=broader)


def _text_of(label: Mapping[str, Any]) -> Localised:
    """The text in languages a topic's label was made of. A machine's spelling was not the original."""
    names = {lang: label[lang]["official"][0] for lang in sorted(label, key=_place_of_language)}
    own = [lang for lang, entry in names.items() if len(entry) == 3]
    original = EN if EN in own else own[0]
    return Localised(
        original,
        1,
        {lang: Version(entry[0], _state(lang == original, entry), 1) for lang, entry in names.items()},
    )


def _place_of_language(lang: str) -> tuple[int, str]:
    return (TONGUES.index(lang) if lang in TONGUES else len(TONGUES), lang)


def _state(is_original: bool, entry: list[Any]) -> State:
    if is_original:
        return "original"
    return "machine" if len(entry) > 3 else "human"


def place_entries(*, record: str, cites: Cites) -> Iterator[PlaceEntry]:
    """The places of a record, in its order. Two queries, and one for the ids of bodies."""
    bodies = body_slugs()
    named = PlaceName.objects.filter(place__record=record).order_by("place_id", "position", "id")
    names = Rows(named.values_list("place_id", *NAME))
    columns = ("id", "slug", "kind", "body_id", "longitude", "latitude", "heritage", "footnote_id")
    rows = Place.objects.filter(record=record).order_by("id").values_list(*columns)
    for key, slug, kind, body, longitude, latitude, heritage, footnote in rows.iterator(chunk_size=2000):
        yield PlaceEntry(
            slug=slug,
            kind=kinds.PlaceKind(kind),
            names=[name_entry(row[1:], cites) for row in names.of(key)],
            body=bodies[body] if body else None,
            at=point(longitude, latitude),
            heritage=heritage,
            cite=cites[footnote],
        )


def series_entries(*, record: str, cites: Cites, claims: Claims) -> Iterator[SeriesEntry]:
    """The series of a record, in its order. One query a table, and one for the ids of bodies."""
    bodies = body_slugs()
    ours = {"series__record": record}
    names = Rows(
        SeriesName.objects.filter(**ours)
        .order_by("series_id", "position", "id")
        .values_list("series_id", *NAME)
    )
    organised = Organiser.objects.filter(**ours).order_by("series_id", "position", "id")
    organisers = Rows(
        organised.values_list("series_id", "body_id", "role", "from_on", "until_on", "footnote_id")
    )
    topics = Rows(
        SeriesTopic.objects.filter(**ours).order_by("series_id", "id").values_list("series_id", "topic__slug")
    )
    columns = (
        "id",
        "slug",
        "kind",
        "from_on",
        "until_on",
        "cadence_months",
        "cadence_footnote_id",
        "rotation",
        "about",
    )
    rows = Series.objects.filter(record=record).order_by("id").values_list(*columns, "footnote_id")
    for key, slug, kind, from_on, until_on, months, cadence, rotation, about, footnote in rows.iterator(
        chunk_size=2000
    ):
        yield SeriesEntry(
            slug=slug,
            kind=kinds.SeriesKind(kind),
            names=[name_entry(row[1:], cites) for row in names.of(key)],
            from_on=from_on,
            until_on=until_on,
            cadence=CadenceEntry(months=months, cite=cites[cadence]) if months else None,
            rotation=list(rotation),
            organisers=[_organiser(row[1:], bodies, cites) for row in organisers.of(key)],
            topics=[row[1] for row in topics.of(key)],
            about=about,
            claims=claims.get(("series", slug), []),
            cite=cites[footnote],
        )


def _organiser(row: tuple[Any, ...], bodies: dict[int, str], cites: Cites) -> OrganiserEntry:
    body, role, from_on, until_on, footnote = row
    return OrganiserEntry(
        body=bodies[body],
        role=kinds.OrganiserRole(role),
        from_on=from_on,
        until_on=until_on,
        cite=cites[footnote],
    )
