"""What an item would take while another item has it. Facts in, a refusal with the whole sentence out."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.translation import gettext as _

from interlocal.arrangements.rules.items import Arranged
from interlocal.arrangements.rules.programme import clock_name
from interlocal.ground.dates import PartialDate
from interlocal.ground.refused import Refused
from interlocal.ground.wording import print_date


@dataclass(frozen=True, slots=True)
class Clash:
    """`what` (a resource, or a person) is taken by the other `item`, which lasts from `starts` to `ends` by its own clocks.

    `key` is what a verb's `let_go` takes to do without it.
    """

    key: str
    what: str
    is_person: bool
    item: int
    title: str
    starts: datetime
    ends: datetime


class TakenAtOnce(Refused):
    """Nothing was saved; `clashes` are what to do without, if somebody so decides."""

    def __init__(self, clashes: Sequence[Clash], tongue: str) -> None:
        super().__init__("taken_at_once", " ".join(says(one, tongue) for one in clashes))
        self.clashes = tuple(clashes)


def says(clash: Clash, tongue: str) -> str:
    words = {
        "what": clash.what,
        "item": clash.title,
        "day": print_date(PartialDate.of(clash.starts.date()), tongue),
        "from": f"{clash.starts:%H:%M}",
        "to": f"{clash.ends:%H:%M}",
        "clock": clock_name(clash.starts),
    }
    if clash.is_person:
        return _("%(what)s is at “%(item)s” on %(day)s from %(from)s to %(to)s, %(clock)s.") % words
    return _("%(what)s is taken by “%(item)s” on %(day)s from %(from)s to %(to)s, %(clock)s.") % words


def resource_key(resource: int) -> str:
    return f"resource-{resource}"


def person_key(delegate: str) -> str:
    return f"person-{delegate}"


def without(item: Arranged, let_go: Collection[str]) -> Arranged:
    """An item that does without what somebody let go."""
    if not let_go:
        return item
    return replace(
        item,
        resources=tuple(one for one in item.resources if resource_key(one) not in let_go),
        people=tuple(one for one in item.people if person_key(one) not in let_go),
    )
