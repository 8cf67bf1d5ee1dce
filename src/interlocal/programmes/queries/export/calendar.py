"""What calendars and feeds need to know of editions beside their rows in lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db.models import Count, Max

from interlocal.ground import labels
from interlocal.ground.texts import Shown
from interlocal.identity.models import Entry
from interlocal.programmes.models import Edition, EditionState, EditionTopic, Item, Series


@dataclass(frozen=True, slots=True)
class Told:
    """How often the journal told of an edition, and when last."""

    times: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Hour:
    """An item of a programme whose day and hours are known."""

    slug: str
    title: Shown
    about: Shown | None
    state: str
    day: date
    starts: time
    ends: time | None
    zone: str
    place: Shown | None
    at: tuple[float, float] | None


def series_name(*, slug: str, tongue: str) -> Shown:
    """The present name of a series; Series.DoesNotExist where there is none."""
    return labels.shown(Series.objects.values_list("label", flat=True).get(slug=slug), tongue)


def edition_exists(*, slug: str) -> None:
    """Edition.DoesNotExist where there is none."""
    Edition.objects.only("id").get(slug=slug)


def told_of(*, editions: Sequence[str]) -> dict[str, Told]:
    """By slug. One query."""
    rows = Entry.objects.filter(subject_kind="edition", subject_key__in=editions).values_list("subject_key")
    return {slug: Told(times, at) for slug, times, at in rows.annotate(Count("id"), Max("at"))}


def topics_of(*, editions: Sequence[str], tongue: str) -> dict[str, tuple[str, ...]]:
    """Names of their topics by slug. One query."""
    rows = EditionTopic.objects.filter(edition__slug__in=editions).order_by("id")
    found: dict[str, tuple[str, ...]] = {}
    for slug, label in rows.values_list("edition__slug", "topic__label"):
        found[slug] = (*found.get(slug, ()), labels.shown(label, tongue).text)
    return found


def postponed_anew(*, editions: Sequence[str]) -> set[str]:
    """Those of these editions whose last statement names the days they are postponed to. One query."""
    rows = EditionState.objects.filter(edition__slug__in=editions).order_by("position")
    last = dict(rows.values_list("edition__slug", "planned_from_on"))
    return {slug for slug, planned in last.items() if planned is not None}


def hours_of(*, edition: str, tongue: str) -> list[Hour]:
    """The programme of an edition as far as its hours are known. One query."""
    items = Item.objects.filter(edition__slug=edition, starts__isnull=False, day__isnull=False)
    rows = items.order_by("position", "id").values_list(*_HOUR)
    return [_hour(row, tongue) for row in rows if row[4].known == "day"]


_HOUR = (
    "slug",
    "title",
    "about",
    "state",
    "day",
    "starts",
    "ends",
    "zone",
    "place__label",
    "place__longitude",
    "place__latitude",
)


def _hour(row: Sequence[Any], tongue: str) -> Hour:
    slug, title, about, state, day, starts, ends, zone, place, longitude, latitude = row
    return Hour(
        slug=slug,
        title=title.shown(tongue),
        about=about.shown(tongue) if about else None,
        state=state,
        day=day.first,
        starts=starts,
        ends=ends,
        zone=zone,
        place=labels.shown(place, tongue, on=day.isoformat()) if place else None,
        at=None if longitude is None else (longitude, latitude),
    )
