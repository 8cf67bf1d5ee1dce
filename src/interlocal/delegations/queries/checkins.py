"""The list at the desk: everybody who may come, how to find them, and who was seen today."""

import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from interlocal.delegations import kinds
from interlocal.delegations.models import CheckIn, Delegate, Invitation, Preparation
from interlocal.delegations.queries import access
from interlocal.delegations.queries.delegation import name_of
from interlocal.delegations.rules import checkins, rights
from interlocal.delegations.rules.names import keys_of_one
from interlocal.ground import labels
from interlocal.ground.dates import PartialDate
from interlocal.ground.texts import Shown
from interlocal.ground.wording import print_person
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled
from interlocal.languages.folding import fold


@dataclass(frozen=True, slots=True)
class DeskRow:
    """Somebody at the desk. `names` match what is typed, folded; `once` is that of today's check-in, "" without one."""

    key: str
    code: str
    name: str
    script_language: str
    latin: str
    reading: str
    body: str
    body_name: Shown
    country: str
    part: str
    state: str
    walk_in: bool
    names: tuple[str, ...]
    once: str
    seen_at: datetime | None
    desk: str
    is_odd: bool

    @property
    def may_be_seen(self) -> bool:
        return self.state == kinds.State.APPROVED


@dataclass(frozen=True, slots=True)
class DeskPage:
    """`day` is the number of the day it is (0 the first), `on` its date; neither when no day is on: then `days` tells."""

    slug: str
    title: Shown
    timezone: str
    day: int
    days: int
    on: PartialDate | None
    first: PartialDate
    rows: tuple[DeskRow, ...]
    bodies: tuple[tuple[str, Shown], ...]

    @property
    def expected(self) -> int:
        return sum(row.may_be_seen for row in self.rows)

    @property
    def seen(self) -> int:
        return sum(bool(row.once) and row.may_be_seen for row in self.rows)

    @property
    def is_on(self) -> bool:
        return self.on is not None


@walled
def desk_page(
    *, actor: Actor, preparation: str, at: datetime, tongue: str, only: Collection[UUID] | None = None
) -> DeskPage:
    """For who works at the desk; three queries beside access. Preparation.DoesNotExist for everybody else.

    `only` names whom to list (by key): after a tap nobody asks for all others.
    """
    found = access.reach(actor=actor, preparation=preparation).preparation
    if not rights.may_check_in(actor=actor, secretariat=found.secretariat_id):
        raise Preparation.DoesNotExist(preparation)
    length = (found.until_on - found.from_on).days
    day = checkins.day_number(at, first=found.from_on, zone=found.timezone)
    standing = CheckIn.objects.filter(preparation=found, day=day, undone_at=None)
    people = (
        Delegate.objects.filter(preparation=found, state__in=(*kinds.STANDING, kinds.State.WAITING))
        .select_related("body")
        .order_by("invitation_id", "position", "pk")
    )
    if only is not None:
        people, standing = people.filter(key__in=only), standing.filter(delegate__key__in=only)
    today = {row.delegate_id: row for row in standing}
    invited = Invitation.objects.filter(preparation=found, state__in=("sent", "accepted"))
    bodies = invited.select_related("body").order_by("pk")
    return DeskPage(
        slug=found.slug,
        title=found.name.shown(tongue),
        timezone=found.timezone,
        day=day,
        days=length,
        on=PartialDate.of(found.from_on + timedelta(days=day)) if 0 <= day < length else None,
        first=PartialDate.of(found.from_on),
        rows=tuple(_row(row, today.get(row.pk), tongue) for row in people),
        bodies=tuple((one.body.slug, labels.shown(one.body.label, tongue)) for one in bodies),
    )


def found_by(rows: Iterable[DeskRow], typed: str) -> list[DeskRow]:
    """Who is meant by a code or a part of a name, in any script."""
    return [row for row in rows if checkins.answers(typed, key=UUID(row.key), names=row.names)]


def _row(row: Delegate, seen: CheckIn | None, tongue: str) -> DeskRow:
    return DeskRow(
        key=str(row.key),
        code=checkins.code_of(row.key),
        name=name_of(row),
        script_language=row.script_language,
        latin=print_person(row.latin_family, row.latin_given, "en"),
        reading=print_person(row.reading_family, row.reading_given, "en"),
        body=row.body.slug,
        body_name=labels.shown(row.body.label, tongue, short=True),
        country=row.body.country,
        part=row.part,
        state=row.state,
        walk_in=row.walk_in,
        names=_names(row),
        once=str(seen.once) if seen else "",
        seen_at=seen.seen_at if seen else None,
        desk=seen.desk if seen else "",
        is_odd=seen is not None and checkins.is_odd(seen.seen_at, seen.at),
    )


def _names(row: Delegate) -> tuple[str, ...]:
    """Folded spellings by which the name is found, also in the other order, as it is often said."""
    keys = row.name_keys or keys_of_one(row)
    turned = (
        row.given + row.family,
        row.latin_given + row.latin_family,
        row.reading_given + row.reading_family,
    )
    own = (row.family + row.given, row.latin_family + row.latin_given, row.reading_family + row.reading_given)
    # A phone without the server cannot fold Han characters: for it the name also stands as it is written.
    written = (_written(row.family + row.given), _written(row.given + row.family))
    return tuple(dict.fromkeys(key for key in (*map(fold, own), *keys, *map(fold, turned), *written) if key))


def _written(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())
