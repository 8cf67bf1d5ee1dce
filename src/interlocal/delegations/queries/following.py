"""What a ministry desk or a mission follows: how far preparations are in which its country takes part, by numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from interlocal.delegations.models import Preparation
from interlocal.delegations.rules import rights
from interlocal.ground import labels
from interlocal.ground.dates import PartialDate
from interlocal.ground.texts import Shown
from interlocal.identity.kinds import Actor
from interlocal.registry import queries as registry

_NUMBERS = "select * from delegations_numbers(%s)"


@dataclass(frozen=True, slots=True)
class Numbers:
    """How many of one country: governments invited and coming, people nominated, approved and seen on the days."""

    country: str
    invited: int
    accepted: int
    nominated: int
    approved: int
    seen: int


@dataclass(frozen=True, slots=True)
class Followed:
    """A preparation by numbers. `step` is the last one taken; "" when none was."""

    name: Shown
    secretariat: Shown
    place: Shown | None
    from_on: PartialDate
    until_on: PartialDate
    step: str
    countries: tuple[Numbers, ...]


def followed(*, actor: Actor, tongue: str) -> list[Followed]:
    """For a ministry desk or a mission, the next to come first; Preparation.DoesNotExist for other hats. Four queries."""
    country = registry.body_facts(slug=actor.body_slug).country
    if not rights.may_follow(actor=actor):
        raise Preparation.DoesNotExist
    numbers = _numbers(country)
    rows = (
        Preparation.objects.filter(pk__in=list(numbers))
        .select_related("secretariat")
        .prefetch_related("milestones")
        .order_by("-from_on", "slug")
    )
    return [_followed(row, numbers[row.pk], tongue) for row in rows]


def _numbers(country: str) -> dict[int, list[Numbers]]:
    with connection.cursor() as cursor:
        cursor.execute(_NUMBERS, [country])
        rows: Sequence[Sequence[Any]] = cursor.fetchall()
    piles: dict[int, list[Numbers]] = {}
    for preparation, *row in sorted(rows, key=lambda row: (row[0], row[1])):
        piles.setdefault(preparation, []).append(Numbers(*row))
    return piles


def _followed(row: Preparation, numbers: Sequence[Numbers], tongue: str) -> Followed:
    taken = [one for one in row.milestones.all() if one.done_at]
    last = max(taken, key=lambda one: (one.done_at or row.created_at, one.pk), default=None)
    return Followed(
        name=row.name.shown(tongue),
        secretariat=labels.shown(row.secretariat.label, tongue),
        place=row.place.shown(tongue) if row.place else None,
        from_on=_day(row.from_on),
        until_on=_day(row.until_on),
        step=last.step if last else "",
        countries=tuple(numbers),
    )


def _day(on: date) -> PartialDate:
    return PartialDate.of(on)
