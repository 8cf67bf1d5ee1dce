"""Series, editions, their programme items, topics and places as search finds them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from interlocal.ground.dates import PartialDate
from interlocal.ground.findable import (
    Findable,
    Form,
    forms_of_label,
    forms_of_text,
    label_of_shown,
    label_of_text,
    once,
)
from interlocal.ground.tongues import TONGUES
from interlocal.programmes.kinds import HOSTS
from interlocal.programmes.models import (
    BodyParticipation,
    Edition,
    EditionPlace,
    EditionTopic,
    Item,
    ItemTopic,
    Organiser,
    Outcome,
    Series,
    SeriesTopic,
    Topic,
)
from interlocal.programmes.queries.rows import title_of

KINDS = ("series", "edition", "item", "topic")


def findable(*, kinds: Iterable[str] = KINDS, keys: Sequence[str] | None = None) -> Iterator[Findable]:
    """Those of these kinds, all or with these keys (an item's: "edition/item"). Five queries a kind at most."""
    made = {"series": _series, "edition": _editions, "item": _items, "topic": _topics}
    for kind in kinds:
        if kind in made:
            yield from made[kind](keys)


def depending_on(*, kind: str, keys: Sequence[str]) -> list[tuple[str, str]]:
    """Editions are found by the names of their series, places, hosts and topics as well; and an edition's line in
    the journal is also that of its items.
    """
    if not keys:
        return []
    slug = "edition__slug"
    found: dict[str, Any] = {
        "series": lambda: Edition.objects.filter(series__slug__in=keys).values_list("slug", flat=True),
        "place": lambda: EditionPlace.objects.filter(place__slug__in=keys).values_list(slug, flat=True),
        "topic": lambda: EditionTopic.objects.filter(topic__slug__in=keys).values_list(slug, flat=True),
        "body": lambda: BodyParticipation.objects.filter(body__slug__in=keys, capacity__in=HOSTS).values_list(
            slug, flat=True
        ),
    }
    editions = list(dict.fromkeys(found[kind]())) if kind in found else []
    items: list[tuple[str, str]] = []
    if kind in ("edition", "place"):
        chosen = {"edition__slug__in" if kind == "edition" else "place__slug__in": keys}
        items = list(Item.objects.filter(**chosen).values_list("edition__slug", "slug"))
    return [*(("edition", one) for one in editions), *(("item", f"{one}/{item}") for one, item in items)]


def _topics(keys: Sequence[str] | None) -> Iterator[Findable]:
    rows = Topic.objects.order_by("id")
    if keys is not None:
        rows = rows.filter(slug__in=keys)
    for slug, label, broader in rows.values_list("slug", "label", "broader__slug"):
        topics = (slug, broader) if broader else (slug,)
        yield Findable("topic", slug, label, once(forms_of_label(label)), topics=topics)


def _series(keys: Sequence[str] | None) -> Iterator[Findable]:
    rows = Series.objects.order_by("id")
    if keys is not None:
        rows = rows.filter(slug__in=keys)
    found = list(rows.values_list("id", "slug", "label", "about", "from_on"))
    ids = [row[0] for row in found]
    topics = _gathered(SeriesTopic.objects.filter(series__in=ids).values_list("series_id", "topic__slug"))
    bodies = _gathered(Organiser.objects.filter(series__in=ids).values_list("series_id", "body__slug"))
    for number, slug, label, about, from_on in found:
        yield Findable(
            "series",
            slug,
            label,
            once(forms_of_label(label)),
            texts=once(forms_of_text(about)),
            bodies=tuple(bodies.get(number, ())),
            topics=tuple(topics.get(number, ())),
            years=(from_on.year,) if from_on else (),
        )


def _gathered(rows: Iterable[tuple[Any, Any]]) -> dict[Any, list[Any]]:
    found: dict[Any, list[Any]] = {}
    for owner, value in rows:
        if value not in found.setdefault(owner, []):
            found[owner].append(value)
    return found


@dataclass(slots=True)
class _Around:
    """What belongs to an edition: names of its places and hosts, what came of it, and what it can be narrowed to."""

    names: list[Form] = field(default_factory=list)
    texts: list[Form] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)


_COLUMNS = (
    "id",
    "slug",
    "series__label",
    "title",
    "ordinal",
    "from_on",
    "planned_from_on",
    "sorts_on",
    "about",
)


def _editions(keys: Sequence[str] | None) -> Iterator[Findable]:
    rows = Edition.objects.order_by("id")
    if keys is not None:
        rows = rows.filter(slug__in=keys)
    found = list(rows.values_list(*_COLUMNS))
    around = _around([row[0] for row in found])
    for row in found:
        yield _edition(row, around.get(row[0]) or _Around())


def _edition(row: Sequence[Any], around: _Around) -> Findable:
    _, slug, series, title, ordinal, from_on, planned, sorts_on, about = row
    day: PartialDate | None = from_on or planned
    titles = {
        shown.lang: shown for shown in (title_of(title, series, ordinal, day, tongue) for tongue in TONGUES)
    }
    year = [Form(str(day.year), "und")] if day else []
    return Findable(
        "edition",
        slug,
        label_of_shown(titles.values()),
        once([*(Form(shown.text, shown.lang) for shown in titles.values()), *forms_of_text(title)]),
        once([*forms_of_label(series), *year, *around.names]),
        day=day.first if day else sorts_on,
        texts=once([*forms_of_text(about), *around.texts]),
        countries=tuple(around.countries),
        bodies=tuple(around.bodies),
        topics=tuple(around.topics),
        years=(day.year,) if day else (),
    )


def _around(editions: Sequence[int]) -> dict[int, _Around]:
    """Hosts and places of editions by name, all who took part, topics, outcomes. Four queries."""
    found: dict[int, _Around] = {}
    places = EditionPlace.objects.filter(edition__in=editions).order_by("position", "id")
    for edition, label, country in places.values_list("edition_id", "place__label", "place__body__country"):
        one = found.setdefault(edition, _Around())
        one.names += forms_of_label(label)
        _add(one.countries, country)
    bodies = BodyParticipation.objects.filter(edition__in=editions).order_by("position", "id")
    columns = ("edition_id", "capacity", "body__slug", "body__label", "body__country")
    for edition, capacity, slug, label, country in bodies.values_list(*columns):
        one = found.setdefault(edition, _Around())
        _add(one.bodies, slug)
        if capacity in HOSTS:
            one.names += forms_of_label(label)
            _add(one.countries, country)
    for edition, slug in EditionTopic.objects.filter(edition__in=editions).values_list(
        "edition_id", "topic__slug"
    ):
        _add(found.setdefault(edition, _Around()).topics, slug)
    outcomes = Outcome.objects.filter(edition__in=editions).order_by("position", "id")
    for edition, text in outcomes.values_list("edition_id", "text"):
        found.setdefault(edition, _Around()).texts += forms_of_text(text)
    return found


def _add(values: list[str], value: str | None) -> None:
    if value and value not in values:
        values.append(value)


_ITEM = (
    "id", "slug", "edition__slug", "title", "about", "day", "edition__from_on", "edition__sorts_on", "place__label",
    "place__body__country",
)  # fmt: skip


def _items(keys: Sequence[str] | None) -> Iterator[Findable]:
    rows = Item.objects.order_by("id")
    if keys is not None:
        rows = rows.filter(edition__slug__in={key.partition("/")[0] for key in keys})
    wanted = None if keys is None else set(keys)
    found = [row for row in rows.values_list(*_ITEM) if wanted is None or f"{row[2]}/{row[1]}" in wanted]
    ids = [row[0] for row in found]
    topics = _gathered(ItemTopic.objects.filter(item__in=ids).values_list("item_id", "topic__slug"))
    for number, slug, edition, title, about, day, from_on, sorts_on, place, country in found:
        known = day or from_on
        yield Findable(
            "item",
            f"{edition}/{slug}",
            label_of_text(title),
            once(forms_of_text(title)),
            once(forms_of_label(place or {})),
            day=known.first if known else sorts_on,
            texts=once(forms_of_text(about)),
            countries=(country,) if country else (),
            topics=tuple(topics.get(number, ())),
            years=(known.year,) if known else (),
            home=("edition", edition),
        )
