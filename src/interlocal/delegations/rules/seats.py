"""Who gets a seat. Facts in, verdict out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from interlocal.delegations import kinds


@dataclass(frozen=True, slots=True)
class Taken:
    """How many stand in one delegation and over all: those who take a seat of the quota, and their support.

    `has_head`: the head of the delegation is among them.
    """

    seated: int
    support: int
    seated_by_all: int
    has_head: bool = False


@dataclass(frozen=True, slots=True)
class Limits:
    """`seats` is the limit over all delegations; None: the quotas alone count."""

    quota: int
    support_quota: int
    seats: int | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody on the waiting list (row ids), and as what they would come."""

    delegate: int
    invitation: int
    part: str


def is_free(*, part: str, taken: Taken, limits: Limits) -> bool:
    """Whether one more of this part can be seated."""
    if part not in kinds.SEATED:
        return taken.support < limits.support_quota
    return taken.seated < limits.quota and (limits.seats is None or taken.seated_by_all < limits.seats)


def next_to_seat(
    *, waiting: Sequence[Waiting], taken: dict[int, Taken], limits: dict[int, Limits]
) -> Iterable[int]:
    """Which of those waiting (longest first) now get seats; `taken` and `limits` by invitation.

    A second head goes on waiting, and holds up nobody behind.
    """
    counts = dict(taken)
    over_all = next((one.seated_by_all for one in counts.values()), 0)
    for one in waiting:
        before = counts[one.invitation]
        now = Taken(before.seated, before.support, over_all, before.has_head)
        if one.part == kinds.Part.HEAD and now.has_head:
            continue
        if not is_free(part=one.part, taken=now, limits=limits[one.invitation]):
            continue
        counts[one.invitation] = _with(now, one.part)
        over_all = counts[one.invitation].seated_by_all
        yield one.delegate


def _with(taken: Taken, part: str) -> Taken:
    """The counts with one more of this part."""
    if part not in kinds.SEATED:
        return Taken(taken.seated, taken.support + 1, taken.seated_by_all, taken.has_head)
    is_head = taken.has_head or part == kinds.Part.HEAD
    return Taken(taken.seated + 1, taken.support, taken.seated_by_all + 1, is_head)
