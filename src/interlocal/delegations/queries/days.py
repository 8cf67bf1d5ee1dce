"""The days in figures: who is expected, who was seen, by body, country, part and day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import F, Q

from interlocal.delegations import kinds
from interlocal.delegations.models import CheckIn, Delegate, Link, Preparation
from interlocal.delegations.queries import access
from interlocal.delegations.queries.delegation import name_of
from interlocal.delegations.rules import attendance, checkins, days
from interlocal.delegations.rules.days import Expected, Line
from interlocal.ground import labels
from interlocal.ground.dates import PartialDate
from interlocal.ground.refused import Refused
from interlocal.ground.texts import Shown
from interlocal.identity.kinds import Actor, Role
from interlocal.identity.walls import walled
from interlocal.registry.kinds import GOVERNMENTS


@dataclass(frozen=True, slots=True)
class BodyLine:
    name: Shown
    line: Line


@dataclass(frozen=True, slots=True)
class WalkIn:
    """Somebody who came without being nominated, and what was decided."""

    key: str
    name: str
    script_language: str
    body_name: Shown
    part: str
    state: str
    version: int


@dataclass(frozen=True, slots=True)
class DeskLink:
    number: int
    name: str
    until: datetime
    used_at: datetime | None


@dataclass(frozen=True, slots=True)
class Odd:
    """A check-in whose phone told a moment that cannot be: it counts on `day`, and somebody may look."""

    name: str
    script_language: str
    day: int
    seen_at: datetime
    at: datetime
    desk: str


@dataclass(frozen=True, slots=True)
class DaysPage:
    """`today` is the number of the day it is: below 0 before the first, the number of days when they are over.

    `not_yet` says why attendance cannot be recorded; `edition` is the slug of the public edition.
    """

    slug: str
    title: Shown
    timezone: str
    days: tuple[date, ...]
    today: int
    whole: Line
    bodies: tuple[BodyLine, ...]
    countries: tuple[Line, ...]
    parts: tuple[Line, ...]
    walk_ins: tuple[WalkIn, ...]
    odd: tuple[Odd, ...]
    attendance_at: datetime | None
    not_yet: Refused | None
    edition: str
    runs: bool
    decides: bool
    checks_in: bool

    @property
    def printed_days(self) -> list[PartialDate]:
        return [PartialDate.of(day) for day in self.days]


@dataclass(frozen=True, slots=True)
class Figures:
    """Who is expected, on which days each was seen (by row id), and what delegations are called."""

    people: list[Expected]
    seen: dict[int, frozenset[int]]
    names: dict[str, Shown]

    @property
    def present(self) -> list[Expected]:
        return [one for one in self.people if one.delegate in self.seen]


def figures(found: Preparation, tongue: str) -> Figures:
    """Two queries, however many people. Only within the wall."""
    rows = (
        Delegate.objects.filter(preparation=found, state=kinds.State.APPROVED)
        .order_by("invitation_id", "position", "pk")
        .values_list("pk", "body__slug", "body__country", "part", "grade", "body__kind", "body__label")
    )
    people, names = [], {}
    for pk, slug, country, part, grade, kind, label in rows:
        people.append(Expected(pk, slug, country, part, grade, kind in GOVERNMENTS))
        if slug not in names:
            names[slug] = labels.shown(label, tongue)
    seen: dict[int, set[int]] = {}
    standing = CheckIn.objects.filter(preparation=found, undone_at=None)
    for delegate, day in standing.values_list("delegate_id", "day"):
        seen.setdefault(delegate, set()).add(day)
    return Figures(people, {pk: frozenset(when) for pk, when in seen.items()}, names)


@walled
def days_page(*, actor: Actor, preparation: str, at: datetime, tongue: str) -> DaysPage:
    """For the secretariat; four queries beside access. Preparation.DoesNotExist for others."""
    reached = access.reach(actor=actor, preparation=preparation)
    if not reached.looks_over:
        raise Preparation.DoesNotExist(preparation)
    found = reached.preparation
    counted = figures(found, tongue)
    length = (found.until_on - found.from_on).days
    today = checkins.day_number(at, first=found.from_on, zone=found.timezone)

    def by(key: Callable[[Expected], str]) -> tuple[Line, ...]:
        return tuple(days.lines(counted.people, counted.seen, days=length, by=key))

    return DaysPage(
        slug=found.slug,
        title=found.name.shown(tongue),
        timezone=found.timezone,
        days=tuple(found.from_on + timedelta(days=number) for number in range(length)),
        today=today,
        whole=days.whole(counted.people, counted.seen, days=length),
        bodies=tuple(BodyLine(counted.names[line.key], line) for line in by(lambda one: one.body)),
        countries=by(lambda one: one.country),
        parts=by(lambda one: one.part),
        walk_ins=_walk_ins(found, tongue),
        odd=_odd(found),
        attendance_at=found.attendance_at,
        not_yet=attendance.obstacle_to_recording(today=today, days=length, seen=len(counted.present)),
        edition=found.edition.slug if found.edition else "",
        runs=reached.runs,
        decides=reached.decides,
        checks_in=reached.runs,
    )


@walled
def desk_links(*, actor: Actor, preparation: str, at: datetime) -> list[DeskLink]:
    """The phones that work at desks now, for who runs the preparation."""
    reached = access.reach(actor=actor, preparation=preparation)
    if not reached.looks_over:
        raise Preparation.DoesNotExist(preparation)
    rows = Link.objects.filter(
        preparation=reached.preparation, role=Role.DESK, revoked_at=None, expires_at__gt=at
    )
    return [DeskLink(row.pk, row.name, row.expires_at, row.used_at) for row in rows.order_by("pk")]


def _walk_ins(found: Preparation, tongue: str) -> tuple[WalkIn, ...]:
    rows = Delegate.objects.filter(preparation=found, walk_in=True).select_related("body").order_by("-pk")
    return tuple(
        WalkIn(
            str(row.key),
            name_of(row),
            row.script_language,
            labels.shown(row.body.label, tongue, short=True),
            row.part,
            row.state,
            row.version,
        )
        for row in rows
    )


def _odd(found: Preparation) -> tuple[Odd, ...]:
    unlikely = Q(seen_at__gt=F("at") + checkins.AHEAD) | Q(seen_at__lt=F("at") - checkins.LONGEST_AWAY)
    rows = CheckIn.objects.filter(unlikely, preparation=found, undone_at=None)
    return tuple(
        Odd(name_of(row.delegate), row.delegate.script_language, row.day, row.seen_at, row.at, row.desk)
        for row in rows.select_related("delegate").order_by("-pk")[:50]
    )
