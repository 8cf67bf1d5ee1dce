"""Whether ties live: their latest activity, asked of the programmes, judged by the rule of the registry."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from interlocal.ground.dates import PartialDate
from interlocal.registry import rules


@dataclass(frozen=True, slots=True)
class Activity:
    """`last` is None where no activity is on record; then `since` is the beginning of the tie, if known."""

    last: PartialDate | None
    since: PartialDate | None
    dormant: bool


def activity(
    *,
    ties: Iterable[tuple[str, str, PartialDate | None]],
    last: Mapping[str, PartialDate | date | None],
    today: date,
) -> dict[str, Activity]:
    """By slug, of ties given as slug, state and beginning. Only a tie in force can be dormant."""
    return {slug: _activity(state, since, _partial(last.get(slug)), today) for slug, state, since in ties}


def _activity(state: str, since: PartialDate | None, last: PartialDate | None, today: date) -> Activity:
    asleep = rules.sleeps(
        last=last.first if last else None, since=since.first if since else None, today=today
    )
    return Activity(last, since, asleep and state == "in_force")


def _partial(day: PartialDate | date | None) -> PartialDate | None:
    return PartialDate.of(day) if isinstance(day, date) else day
