"""What a preparation may be, and its planned items. Facts in, verdict out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo, available_timezones

from django.utils.translation import gettext_lazy as _

from interlocal.delegations.rules import rights
from interlocal.ground.refused import Refused
from interlocal.ground.texts import Localised, localised, succeed
from interlocal.ground.tongues import TONGUES
from interlocal.identity.kinds import Actor

LONGEST: Final = 60
# Items may stand before the first day (arrival) and after the last (departure).
AROUND: Final = 7
LONGEST_TITLE: Final = 300
MOST_NIGHTS: Final = 30


def obstacle_to_preparing(
    *, actor: Actor, body: int, names: Mapping[str, str], days: int, ordinal_taken: bool
) -> Refused | None:
    """Why a preparation cannot be made in the name of this body, or None."""
    if not rights.may_prepare(actor=actor, body=body):
        return rights.not_yours()
    return obstacle_to_facts(names=names, days=days) or (
        Refused("ordinal_taken", _("You prepare an edition of this number already."), field="ordinal")
        if ordinal_taken
        else None
    )


def obstacle_to_facts(*, names: Mapping[str, str], days: int) -> Refused | None:
    if not any(text.strip() for text in names.values()):
        return Refused("no_name", _("Give a name in at least one language."), field="name_ko")
    if not 1 <= days <= LONGEST:
        return Refused("too_many_days", _("An edition lasts between 1 and 60 days."), field="days")
    return None


def obstacle_to_changing(*, actor: Actor, secretariat: int, is_closed: bool) -> Refused | None:
    """Why what the secretariat keeps of a preparation cannot be changed, or None."""
    if not rights.may_run(actor=actor, secretariat=secretariat):
        return rights.not_yours()
    if is_closed:
        return Refused("preparation_closed", _("This edition was reported and is closed."))
    return None


@dataclass(frozen=True, slots=True)
class Hours:
    """When an item is: `on` its day where it begins, `nights` later it ends; zones by name."""

    on: date
    starts: time | None
    ends: time | None
    nights: int = 0
    zone: str = "UTC"
    ends_zone: str = "UTC"


def obstacle_to_item(*, title: Mapping[str, str], day: int, days: int, hours: Hours) -> Refused | None:
    if not any(text.strip() for text in title.values()):
        return Refused("no_title", _("Give a title in at least one language."), field="title_ko")
    if any(len(text.strip()) > LONGEST_TITLE for text in title.values()):
        return Refused("title_too_long", _("A title has at most 300 characters."), field="title_ko")
    if not -AROUND <= day < days + AROUND:
        return Refused("far_off", _("This is more than a week before or after the edition."), field="day")
    return _obstacle_to_hours(hours)


def _obstacle_to_hours(hours: Hours) -> Refused | None:
    if obstacle := obstacle_to_zone(hours.zone, field="zone") or obstacle_to_zone(
        hours.ends_zone, field="ends_zone"
    ):
        return obstacle
    if hours.nights > MOST_NIGHTS:
        return Refused("too_many_nights", _("An item lasts 30 nights at most."), field="nights")
    if hours.nights < 0:
        return Refused("ends_before", _("An item must end after it begins."), field="nights")
    if hours.ends is not None and hours.starts is None:
        return Refused("no_start", _("An item that ends must begin."), field="starts_at")
    begins, ends = lasts(hours)
    if begins and ends and ends.timestamp() <= begins.timestamp():
        return Refused("ends_before", _("An item must end after it begins."), field="ends_at")
    return None


def obstacle_to_zone(name: str, *, field: str) -> Refused | None:
    if name in _zones():
        return None
    return Refused("unknown_zone", _("This time zone is not known."), field=field)


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def lasts(hours: Hours) -> tuple[datetime | None, datetime | None]:
    """The moments at which an item begins and ends, each with the offset of its own zone."""
    begins = ends = None
    if hours.starts is not None:
        begins = datetime.combine(hours.on, hours.starts, ZoneInfo(hours.zone))
    if hours.ends is not None:
        last = hours.on + timedelta(days=hours.nights)
        ends = datetime.combine(last, hours.ends, ZoneInfo(hours.ends_zone))
    return begins, ends


def text_of(
    texts: Mapping[str, str], *, before: Localised | None = None, original: str = "en"
) -> Localised | None:
    """Texts by language as one text; None when all are empty. What stood before tells which one is the original."""
    given = {lang: texts[lang].strip() for lang in TONGUES if texts.get(lang, "").strip()}
    if not given:
        return None
    first = before.original if before and before.original in given else original
    made = localised(first if first in given else next(iter(given)), given)
    return succeed(before, made)


def day_number(*, on: date, from_on: date) -> int:
    """A day as items know it: 0 is the first."""
    return (on - from_on).days


def days_clash() -> Refused:
    """Items that would meet on other days or by another clock; which, is known one room above."""
    return Refused(
        "taken_at_once",
        _(
            "Two items would take the same room, vehicle, interpreter or person at the same time. "
            "Part them in the programme first."
        ),
    )


def differs(before: object, now: object) -> bool:
    """Whether a value was changed; of texts by language a missing one is an empty one."""
    if isinstance(before, Mapping) and isinstance(now, Mapping):
        return any(before.get(lang, "") != now.get(lang, "") for lang in TONGUES)
    return before != now
