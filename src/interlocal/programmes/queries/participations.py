"""Editions as seen from the bodies and the people who took part."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce

from interlocal.ground import labels
from interlocal.ground.dates import PartialDate
from interlocal.ground.prepared import SLUG, date_in, prepared, printed
from interlocal.ground.texts import Localised, Shown, from_json
from interlocal.programmes.kinds import HOSTS, Attendance, BodyCapacity, State
from interlocal.programmes.models import (
    BodyParticipation,
    Edition,
    ItemParticipation,
    OfficeHolderParticipation,
)
from interlocal.programmes.queries.rows import (
    COLUMNS,
    EditionRow,
    around,
    day_of,
    edition_row,
    rows_of,
)

_ACTIVE = (
    *HOSTS,
    BodyCapacity.ORGANISER,
    BodyCapacity.PARTICIPANT,
    BodyCapacity.SUPPORTER,
    BodyCapacity.PARTNER,
)
_THERE = (Attendance.ATTENDED, Attendance.ANNOUNCED, Attendance.REPRESENTED)


def _of_body() -> "QuerySet[Any, Any]":
    columns = [_PRINTED.get(column, F)(f"edition__{column}") for column in COLUMNS]
    bodies = BodyParticipation.objects.filter(body__slug=SLUG).values_list("capacity", *columns)
    there = OfficeHolderParticipation.objects.filter(attendance__in=_THERE).values_list(
        "attendance", *columns
    )
    # `_sent_by` in two arms: each finds its rows by an index, the OR of both would read every participation.
    sent, in_post = there.filter(body__slug=SLUG), there.filter(body=None, post__body__slug=SLUG)
    return bodies.union(sent, in_post, all=True)


_PRINTED = dict.fromkeys(("title", "from_on", "until_on", "planned_from_on", "planned_until_on"), printed)
_editions = prepared(_of_body)


def _sent_by(**body: Any) -> Q:
    """People who came for a body: it is recorded, or it is the one their post is in."""
    return Q(**{f"body__{name}": value for name, value in body.items()}) | Q(
        body=None, **{f"post__body__{name}": value for name, value in body.items()}
    )


def editions_of_body(*, slug: str, tongue: str) -> list[EditionRow]:
    """The editions a body took part in, newest first, with its capacities in each. Two queries.

    A body whose people alone are on record took part as well.
    """
    found: dict[int, tuple[tuple[Any, ...], list[str]]] = {}
    for word, key, *row in _editions(slug):
        words = found.setdefault(key, (_edition(key, *row), []))[1]
        words.append(word if word in BodyCapacity.values else BodyCapacity.PARTICIPANT.value)
    hosts, places = around({key: day_of(row[7], row[9]) for key, (row, _) in found.items()}, tongue=tongue)
    made = [
        edition_row(row, tongue, hosts.get(key, ()), places.get(key, ()), _in_order(words))
        for key, (row, words) in found.items()
    ]
    return sorted(sorted(made, key=lambda row: row.slug), key=lambda row: row.sorts_on, reverse=True)


def _edition(key: int, slug: str, series: str, label: str, title: str | None, *rest: Any) -> tuple[Any, ...]:
    """A row of COLUMNS as the driver gives it, as `edition_row` takes it."""
    ordinal, state, from_on, until_on, planned, planned_until, sorts_on, note = rest
    text = from_json(json.loads(title)) if title else None
    days = map(date_in, (from_on, until_on, planned, planned_until))
    return (key, slug, series, json.loads(label), text, ordinal, state, *days, sorts_on, note)


def _in_order(words: Sequence[str]) -> list[str]:
    """Whoever hosted or organised also took part: that goes without saying."""
    said = sorted(set(words), key=BodyCapacity.values.index)
    stronger = set(said) & set(_ACTIVE) - {BodyCapacity.PARTICIPANT}
    return [word for word in said if word != BodyCapacity.PARTICIPANT or not stronger]


def editions_shared(
    *, bodies: Sequence[str], tongue: str, since: PartialDate | None = None
) -> list[EditionRow]:
    """Editions in which at least two of these bodies took part, newest first; none that ended before `since`.
    Three queries.
    """
    took = BodyParticipation.objects.filter(body__slug__in=bodies).values_list("edition_id", "body__slug")
    people = OfficeHolderParticipation.objects.filter(_sent_by(slug__in=bodies), attendance__in=_THERE)
    sent = people.values_list("edition_id", Coalesce("body__slug", "post__body__slug"))
    present: dict[int, set[str]] = {}
    for edition, body in took.union(sent, all=True):
        present.setdefault(edition, set()).add(body)
    shared = [edition for edition, found in present.items() if len(found) > 1]
    rows = rows_of(Edition.objects.filter(id__in=shared).order_by("-sorts_on", "-slug"), tongue=tongue)
    return [row for row in rows if _ends_in(row, since)]


def _ends_in(row: EditionRow, since: PartialDate | None) -> bool:
    """Whether the edition goes on to the first day of `since`, or beyond; so does one of unknown days."""
    if row.from_on:
        return _stands(_last_of(row.from_on, row.until_on), since)
    return row.planned_from_on is None or _stands(_last_of(row.planned_from_on, row.planned_until_on), since)


def _last_of(from_on: PartialDate, until_on: PartialDate | None) -> PartialDate:
    return until_on.previous if until_on else from_on


def _stands(last: PartialDate, since: PartialDate | None) -> bool:
    return since is None or last.after > since.first


def activity_by_year(editions: Iterable[EditionRow]) -> list[tuple[int, int, int]]:
    """Year, editions hosted, editions attended otherwise, for every year from the first to the last, of the
    editions of a body. Only those that were held count.
    """
    hosted: dict[int, int] = {}
    attended: dict[int, int] = {}
    for row in editions:
        if row.state != State.HELD or not set(row.capacities) & set(_ACTIVE):
            continue
        pile = hosted if set(row.capacities) & set(HOSTS) else attended
        pile[row.sorts_on.year] = pile.get(row.sorts_on.year, 0) + 1
    if not (years := hosted.keys() | attended.keys()):
        return []
    return [(year, hosted.get(year, 0), attended.get(year, 0)) for year in range(min(years), max(years) + 1)]


def last_activity_of_ties(
    *, sides: Mapping[str, Sequence[str]], since: Mapping[str, PartialDate | None]
) -> dict[str, PartialDate | None]:
    """The last day of the latest held edition in which at least two bodies of a tie were active, by tie; given
    the slugs of the bodies of each, and since when it stands. Editions that ended before do not count. One query.
    """
    everybody = set().union(*sides.values())
    if not everybody:
        return {}
    held = {"edition__state": State.HELD, "body__slug__in": everybody}
    columns = ("edition_id", "edition__from_on", "edition__until_on", "body__slug")
    active = BodyParticipation.objects.filter(**held, capacity__in=_ACTIVE).values_list(*columns)
    people = OfficeHolderParticipation.objects.filter(**held, attendance__in=_THERE).values_list(*columns)
    editions: dict[tuple[PartialDate, int], set[str]] = {}
    for edition, from_on, until_on, body in active.union(people, all=True):
        editions.setdefault((_last_of(from_on, until_on), edition), set()).add(body)
    newest_first = sorted(editions.items(), reverse=True, key=lambda pair: pair[0])

    def last(bodies: set[str], begun: PartialDate | None) -> PartialDate | None:
        met = (day for (day, _), present in newest_first if len(present & bodies) > 1)
        return next((day for day in met if _stands(day, begun)), None)

    return {tie: last(set(bodies), since.get(tie)) for tie, bodies in sides.items()}


@dataclass(frozen=True, slots=True)
class PersonAt:
    """A person at an edition: in which post and capacity. `item` is set when only a point of the programme
    is known, `day` where that has its own.
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
    day: PartialDate | None = None

    @property
    def sorts_on(self) -> date:
        return self.day.first if self.day else self.edition.sorts_on


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
            "item__day",
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
    return sorted(made, key=lambda row: row.sorts_on, reverse=True)


def _person_at(
    row: Sequence[Any],
    rows: dict[int, EditionRow],
    days: dict[int, tuple[Any, str | None]],
    tongue: str,
    *,
    in_item: bool,
) -> PersonAt:
    edition, post, body, label, post_body, post_label, capacity, attendance, last, note, *day = row
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
        *day,
    )
