"""In which order delegations and delegates stand, and why. Facts in, places out; stable under late changes.

A rule orders everybody; a move by hand then puts one directly before another, for a reason that is kept. A move whose
neighbour has gone no longer holds and is said to be void: the rule's own place is taken again.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from django.utils.translation import gettext_lazy as _

from interlocal.delegations import kinds
from interlocal.delegations.rules import rights
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor

K = TypeVar("K", bound=Hashable)
LATE = date.max


@dataclass(frozen=True, slots=True)
class Delegation:
    """What places a delegation: its sort key in the stated language, and its official code ("47" after "KR-11")."""

    body: int
    slug: str
    country: str
    sort_key: str
    official: str
    is_host: bool


class Member(NamedTuple):
    """What places a delegate within the delegation. `position` is that of the sender's list. One for each of hundreds."""

    delegate: int
    part: str
    grade: str
    since: date | None
    position: int
    sort_key: str


@dataclass(frozen=True, slots=True)
class Move(Generic[K]):
    """One moved by hand: directly before another, or to the end (`before` None)."""

    which: K
    before: K | None
    reason: str
    by: str


class Placed(NamedTuple, Generic[K]):
    """One place: its number from 1, why the rule puts it there, and the move if one holds. `void` is one that does not."""

    which: K
    number: int
    why: str
    move: Move[K] | None = None
    void: Move[K] | None = None


def delegations_in_order(
    delegations: Sequence[Delegation],
    *,
    rule: str,
    rotation: Sequence[str],
    host_country: str,
    moves: Sequence[Move[int]],
) -> list[Placed[int]]:
    """Delegations (by body id) in the order of `rule` and moves. `why` is a code: host, turn, alphabet, official."""
    turns = {slug: number for number, slug in enumerate(rotation)}
    key = _KEYS[rule](turns, host_country)
    ordered = sorted(delegations, key=key)
    why = {one.body: _why(one, rule, turns) for one in ordered}
    return _placed([one.body for one in ordered], why, moves)


def members_in_order(
    members: Sequence[Member], *, rule: str, moves: Sequence[Move[int]]
) -> list[Placed[int]]:
    """Delegates (by id) of one delegation. `why` is a code: part, rank, since, sent."""
    ordered = sorted(members, key=_by_list if rule == kinds.WithinRule.SENT else _by_rank)
    why = {one.delegate: _why_there(number, ordered, rule) for number, one in enumerate(ordered)}
    return _placed([one.delegate for one in ordered], why, moves)


def obstacle_to_moving(
    *, actor: Actor, secretariat: int, reason: str, itself: bool, both_there: bool
) -> Refused | None:
    """Why a place cannot be taken by hand, or None."""
    if not rights.may_run(actor=actor, secretariat=secretariat):
        return rights.not_yours()
    if not reason.strip():
        return Refused("no_reason", _("Say why: the printed list keeps the reason."), field="reason")
    if itself:
        return Refused("before_itself", _("Nobody can stand before themselves."), field="before")
    if not both_there:
        return Refused("not_in_list", _("Both must be in this list."), field="before")
    return None


# -- by rule --

Key = Callable[[Delegation], tuple[object, ...]]


def _alphabetical(_turns: dict[str, int], _country: str) -> Key:
    return lambda one: (one.sort_key, one.slug)


def _host_first(_turns: dict[str, int], _country: str) -> Key:
    return lambda one: (not one.is_host, one.sort_key, one.slug)


def _host_last(_turns: dict[str, int], _country: str) -> Key:
    return lambda one: (one.is_host, one.sort_key, one.slug)


def _rotation(turns: dict[str, int], _country: str) -> Key:
    return lambda one: (turns.get(one.slug, len(turns)), one.sort_key, one.slug)


def _official(_turns: dict[str, int], country: str) -> Key:
    """The host's country first, countries by their code, governments as their country numbers them."""
    return lambda one: (one.country != country, one.country, one.official or "~", one.sort_key, one.slug)


_KEYS: dict[str, Callable[[dict[str, int], str], Key]] = {
    kinds.OrderRule.ALPHABETICAL: _alphabetical,
    kinds.OrderRule.HOST_FIRST: _host_first,
    kinds.OrderRule.HOST_LAST: _host_last,
    kinds.OrderRule.ROTATION: _rotation,
    kinds.OrderRule.OFFICIAL: _official,
}


def _why(one: Delegation, rule: str, turns: dict[str, int]) -> str:
    if rule in (kinds.OrderRule.HOST_FIRST, kinds.OrderRule.HOST_LAST) and one.is_host:
        return "host"
    if rule == kinds.OrderRule.ROTATION and one.slug in turns:
        return "turn"
    if rule == kinds.OrderRule.OFFICIAL and one.official:
        return "official"
    return "alphabet"


_PARTS = {part: number for number, part in enumerate(kinds.Part.values)}


def _by_rank(one: Member) -> tuple[object, ...]:
    return (_PARTS[one.part], kinds.RANK[one.grade], one.since or LATE, one.position, one.sort_key)


def _by_list(one: Member) -> tuple[object, ...]:
    return (one.position, one.sort_key)


def _why_there(number: int, ordered: Sequence[Member], rule: str) -> str:
    """By what this one stands behind the one before: the first difference that counted."""
    one = ordered[number]
    if rule == kinds.WithinRule.SENT:
        return "sent"
    if number == 0 or ordered[number - 1].part != one.part:
        return "part"
    before = ordered[number - 1]
    if kinds.RANK[before.grade] != kinds.RANK[one.grade]:
        return "rank"
    return "since" if (before.since or LATE) != (one.since or LATE) else "sent"


# -- by hand --


def _placed(ordered: list[K], why: dict[K, str], moves: Sequence[Move[K]]) -> list[Placed[K]]:
    row, holding, void = list(ordered), {}, {}
    for move in moves:
        if move.which not in why:
            continue
        if move.before is not None and move.before not in why:
            void[move.which] = move
            continue
        row.remove(move.which)
        row.insert(len(row) if move.before is None else row.index(move.before), move.which)
        holding[move.which] = move
    return [
        Placed(one, number, why[one], holding.get(one), void.get(one))
        for number, one in enumerate(row, start=1)
    ]
