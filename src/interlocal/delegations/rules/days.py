"""Counting who is expected and who was seen. Facts in, figures out."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from interlocal.delegations import kinds
from interlocal.ground.refused import Refused


@dataclass(frozen=True, slots=True)
class Expected:
    """Somebody who is approved (row id), of which body (slug) and country, and as what. `is_local`: the body is a
    local government.
    """

    delegate: int
    body: str
    country: str
    part: str
    grade: str = kinds.Grade.OTHER
    is_local: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """How many of a group are expected, were seen on each day, and on any."""

    key: str
    expected: int
    by_day: tuple[int, ...]
    seen: int


def lines(
    people: Sequence[Expected],
    seen: Mapping[int, frozenset[int]],
    *,
    days: int,
    by: Callable[[Expected], str],
) -> list[Line]:
    """A line for each group in the order of its first person. `seen` holds the days of each delegate."""
    groups: dict[str, list[Expected]] = {}
    for one in people:
        groups.setdefault(by(one), []).append(one)
    return [_line(key, group, seen, days) for key, group in groups.items()]


def whole(people: Sequence[Expected], seen: Mapping[int, frozenset[int]], *, days: int) -> Line:
    return _line("", people, seen, days)


def _line(key: str, group: Sequence[Expected], seen: Mapping[int, frozenset[int]], days: int) -> Line:
    there = [seen.get(one.delegate, frozenset()) for one in group]
    by_day = Counter(day for each in there for day in each)
    return Line(key, len(group), tuple(by_day[day] for day in range(days)), sum(bool(each) for each in there))


def obstacle_to_walking_in(*, invitation: str, has_head: bool, part: str) -> Refused | None:
    """Why somebody who was never nominated cannot be entered at the desk."""
    if invitation in (kinds.InvitationState.DRAFT, kinds.InvitationState.DECLINED):
        return Refused(
            "not_invited", _("This government is not expected. Ask the secretariat."), field="body"
        )
    if part == kinds.Part.HEAD and has_head:
        return Refused(
            "two_heads", _("A delegation has one head. Change one of them to another part."), field="part"
        )
    return None
