"""When attendance can be recorded, and which figures it makes. Facts in, figures out."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from interlocal.delegations import kinds
from interlocal.delegations.rules.days import Expected
from interlocal.evidence.kinds import Attribute
from interlocal.ground.refused import Refused


@dataclass(frozen=True, slots=True)
class Count:
    """A figure of the public record: of which attribute, of which part of it ("" the whole, else a country)."""

    attribute: str
    part: str
    number: int


def obstacle_to_recording(*, today: int, days: int, seen: int) -> Refused | None:
    """`today` is the number of the day it is (0 the first) of so many `days`."""
    if today < days:
        return Refused("not_over", _("Attendance is recorded when the last day is over."))
    if not seen:
        return Refused("nobody_seen", _("Nobody was checked in, so there is nothing to record."))
    return None


def counts(present: Iterable[Expected]) -> list[Count]:
    """Participants, by country where there is more than one; their governments; and heads of government if any came."""
    people = list(present)
    countries = Counter(one.country for one in people)
    heads = sum(one.is_local and one.grade == kinds.Grade.HEAD for one in people)
    made = [Count(Attribute.PARTICIPANTS, "", len(people))]
    if len(countries) > 1:
        made += [Count(Attribute.PARTICIPANTS, country, many) for country, many in sorted(countries.items())]
    if local := {one.body for one in people if one.is_local}:
        made.append(Count(Attribute.LOCAL_GOVERNMENTS, "", len(local)))
    if heads:
        made.append(Count(Attribute.HEADS, "", heads))
    return made
