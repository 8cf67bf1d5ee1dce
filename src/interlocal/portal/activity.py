"""Whether ties live: their latest activity, asked of programmes and sources, judged by the rule of the registry."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from interlocal.evidence import queries as evidence
from interlocal.evidence.kinds import Attribute
from interlocal.evidence.queries import Figure
from interlocal.ground.dates import PartialDate
from interlocal.programmes import queries as programmes
from interlocal.registry import rules


@dataclass(frozen=True, slots=True)
class Living:
    """What is asked of a tie: its bodies by slug, and since when it stands, as far as known."""

    slug: str
    state: str
    since: PartialDate | None
    bodies: Sequence[str]


@dataclass(frozen=True, slots=True)
class Activity:
    """`last` is None where no activity is on record; `footnote` where a source says so rather than an edition."""

    last: PartialDate | None
    footnote: int | None
    dormant: bool


def activity(
    *, ties: Sequence[Living], said: Mapping[str, Sequence[Figure]], today: date
) -> dict[str, Activity]:
    """By slug; `said` are figures of ties. Only a tie in force can be dormant. One query."""
    last = programmes.last_activity_of_ties(
        sides={tie.slug: tie.bodies for tie in ties}, since={tie.slug: tie.since for tie in ties}
    )
    return {tie.slug: _activity(tie, last.get(tie.slug), said.get(tie.slug, ()), today) for tie in ties}


def activity_on_record(
    *, ties: Sequence[Living], tongue: str, today: date
) -> tuple[dict[str, Activity], list[int]]:
    """The same, with what sources say read as well, and the footnotes this rests on. Two queries."""
    keys, attributes = [tie.slug for tie in ties], [Attribute.ACTIVITY.value]
    said = evidence.figures_of(kind="tie", keys=keys, attributes=attributes, tongue=tongue)
    lives = activity(ties=ties, said=said, today=today)
    return lives, [life.footnote for life in lives.values() if life.footnote]


def reported(figures: Iterable[Figure], since: PartialDate | None) -> list[Figure]:
    """The activities of a tie that sources tell of, the newest first; none from before it began."""
    found = [
        figure
        for figure in figures
        if figure.shown.attribute == Attribute.ACTIVITY
        and (since is None or _day(figure).after > since.first)
    ]
    return sorted(found, key=_day, reverse=True)


def _activity(tie: Living, met: PartialDate | None, figures: Sequence[Figure], today: date) -> Activity:
    told = next(iter(reported(figures, tie.since)), None)
    last, footnote = met, None
    if told and (met is None or _day(told) > met):
        last, footnote = _day(told), told.shown.footnote
    asleep = rules.sleeps(last=last.after - timedelta(days=1) if last else None, today=today)
    return Activity(last, footnote, asleep and tie.state == "in_force")


def _day(figure: Figure) -> PartialDate:
    return PartialDate.parse(figure.shown.value)
