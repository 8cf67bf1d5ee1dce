"""Editions as seen from the bodies and the people who took part."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q

from interlocal.ground import labels
from interlocal.ground.texts import Localised, Shown
from interlocal.programmes.kinds import HOSTS, Attendance, BodyCapacity, State
from interlocal.programmes.models import (
    BodyParticipation,
    Edition,
    ItemParticipation,
    OfficeHolderParticipation,
)
from interlocal.programmes.queries.rows import COLUMNS, EditionRow, around, day_of, edition_row
from interlocal.registry.models import TieSide

_ACTIVE = (
    *HOSTS,
    BodyCapacity.ORGANISER,
    BodyCapacity.PARTICIPANT,
    BodyCapacity.SUPPORTER,
    BodyCapacity.PARTNER,
)
_THERE = (Attendance.ATTENDED, Attendance.ANNOUNCED, Attendance.REPRESENTED)


def editions_of_body(*, slug: str, tongue: str) -> list[EditionRow]:
    """The editions a body took part in, newest first, with its capacities in each. Three queries.

    A body whose people alone are on record took part as well.
    """
    capacities = _capacities(slug)
    editions = list(
        Edition.objects.filter(id__in=list(capacities)).order_by("-sorts_on", "slug").values_list(*COLUMNS)
    )
    hosts, places = around({row[0]: day_of(row[7], row[9]) for row in editions}, tongue=tongue)
    return [
        edition_row(row, tongue, hosts.get(row[0], ()), places.get(row[0], ()), capacities[row[0]])
        for row in editions
    ]


def _capacities(slug: str) -> dict[int, list[str]]:
    bodies = BodyParticipation.objects.filter(body__slug=slug).values_list(
        "edition_id", "capacity", "position"
    )
    people = OfficeHolderParticipation.objects.filter(
        Q(body__slug=slug) | Q(body=None, post__body__slug=slug), attendance__in=_THERE
    ).values_list("edition_id", "attendance", "position")
    found: dict[int, list[str]] = {}
    for edition, capacity, _ in bodies.union(people, all=True):
        word = capacity if capacity in BodyCapacity.values else BodyCapacity.PARTICIPANT.value
        if word not in found.setdefault(edition, []):
            found[edition].append(word)
    order = list(BodyCapacity.values)
    return {edition: _without_weaker(sorted(words, key=order.index)) for edition, words in found.items()}


def _without_weaker(words: list[str]) -> list[str]:
    """Whoever hosted or organised also took part: that goes without saying."""
    return [word for word in words if word != BodyCapacity.PARTICIPANT] or words


def activity_by_year(*, slug: str) -> list[tuple[int, int, int]]:
    """Year, editions hosted, editions attended otherwise, by a body, for every year from the first to the
    last.

    Only editions that were held count. One query.
    """
    rows = (
        Edition.objects.filter(state=State.HELD)
        .filter(
            Q(bodies__body__slug=slug, bodies__capacity__in=_ACTIVE)
            | Q(office_holders__body__slug=slug, office_holders__attendance__in=_THERE)
            | Q(
                office_holders__body=None,
                office_holders__post__body__slug=slug,
                office_holders__attendance__in=_THERE,
            )
        )
        .annotate(hosting=Count("id", filter=Q(bodies__body__slug=slug, bodies__capacity__in=HOSTS)))
        .values_list("sorts_on__year", "hosting", "id")
    )
    hosted: dict[int, int] = {}
    attended: dict[int, int] = {}
    for year, hosting, _ in rows:
        pile = hosted if hosting else attended
        pile[year] = pile.get(year, 0) + 1
    if not (years := hosted.keys() | attended.keys()):
        return []
    return [(year, hosted.get(year, 0), attended.get(year, 0)) for year in range(min(years), max(years) + 1)]


def last_activity_of_ties(*, ties: Sequence[str]) -> dict[str, date | None]:
    """The first day of the latest held edition in which at least two bodies of a tie were active, by tie.
    Two queries.
    """
    sides: dict[str, set[int]] = {tie: set() for tie in ties}
    for tie, body in TieSide.objects.filter(tie__slug__in=ties).values_list("tie__slug", "body_id"):
        sides[tie].add(body)
    everybody = set().union(*sides.values())
    held = {"edition__state": State.HELD, "body__in": everybody}
    columns = ("edition_id", "edition__sorts_on", "body_id")
    active = BodyParticipation.objects.filter(**held, capacity__in=_ACTIVE).values_list(*columns)
    people = OfficeHolderParticipation.objects.filter(**held, attendance__in=_THERE).values_list(*columns)
    editions: dict[tuple[date, int], set[int]] = {}
    for edition, day, body in active.union(people, all=True):
        editions.setdefault((day, edition), set()).add(body)
    newest_first = sorted(editions.items(), reverse=True)
    return {
        tie: next((day for (day, _), present in newest_first if len(present & bodies) > 1), None)
        for tie, bodies in sides.items()
    }


@dataclass(frozen=True, slots=True)
class PersonAt:
    """A person at an edition: in which post and capacity. `item` is set when only a point of the programme
    is known.
    """

    edition: EditionRow
    post: Shown | None
    body: str
    body_name: Shown | None
    capacity: str
    attendance: str
    in_place_of: Shown | None
    item: Shown | None
    footnote: int


def participations_of_person(*, slug: str, tongue: str) -> list[PersonAt]:
    """Where a person took part, newest first; roles in items only where they say more. Four queries at
    most.
    """
    at = list(
        OfficeHolderParticipation.objects.filter(person__slug=slug).values_list(
            "edition_id",
            "post__title",
            "body__slug",
            "body__label",
            "post__body__slug",
            "post__body__label",
            "capacity",
            "attendance",
            "in_place_of__title",
            "footnote_id",
        )
    )
    spoke = list(
        ItemParticipation.objects.filter(person__slug=slug)
        .order_by("item__position")
        .values_list(
            "item__edition_id",
            "post__title",
            "body__slug",
            "body__label",
            "post__body__slug",
            "post__body__label",
            "role",
            "item__state",
            "item__title",
            "footnote_id",
        )
    )
    found = Edition.objects.filter(id__in={row[0] for row in (*at, *spoke)}).values_list(*COLUMNS)
    days = {row[0]: (row, day_of(row[7], row[9])) for row in found}
    hosts, places = around({key: day for key, (_, day) in days.items()}, tongue=tongue)
    rows = {
        key: edition_row(row, tongue, hosts.get(key, ()), places.get(key, ()))
        for key, (row, _) in days.items()
    }
    made = [_person_at(row, rows, days, tongue, in_item=False) for row in at]
    made += [_person_at(row, rows, days, tongue, in_item=True) for row in spoke]
    return sorted(made, key=lambda row: row.edition.sorts_on, reverse=True)


def _person_at(
    row: Sequence[Any],
    rows: dict[int, EditionRow],
    days: dict[int, tuple[Any, str | None]],
    tongue: str,
    *,
    in_item: bool,
) -> PersonAt:
    edition, post, body, label, post_body, post_label, capacity, attendance, last, note = row
    name = label or post_label
    other = last.shown(tongue) if isinstance(last, Localised) else None
    return PersonAt(
        rows[edition],
        post.shown(tongue) if isinstance(post, Localised) else None,
        body or post_body or "",
        labels.shown(name, tongue, on=days[edition][1]) if name else None,
        capacity,
        attendance,
        None if in_item else other,
        other if in_item else None,
        note,
    )
