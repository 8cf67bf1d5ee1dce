"""Everybody who comes, in the order of precedence, as rows: what papers are made from."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from interlocal.delegations import kinds
from interlocal.delegations.models import Delegate, Invitation, Milestone, Moved, Preparation
from interlocal.delegations.rules import order
from interlocal.ground import labels
from interlocal.languages.sorting import sort_key
from interlocal.registry import queries as registry


@dataclass(frozen=True, slots=True)
class Listed:
    """A delegation in its place; rows of the room, for rooms above. Without people those that sent nobody's name yet."""

    invitation: Invitation
    number: int
    delegates: tuple[Delegate, ...]


def coming_states(*, approval_is_done: bool) -> tuple[str, ...]:
    """In which states people come: once approval is done only the approved."""
    return (kinds.State.APPROVED,) if approval_is_done else tuple(kinds.STANDING)


def coming(preparation: Preparation) -> tuple[Listed, ...]:
    """Who comes as things stand. One query more than `listed`."""
    done = Milestone.objects.filter(
        preparation=preparation, step=kinds.Step.APPROVED, done_at__isnull=False
    ).exists()
    return listed(preparation, states=coming_states(approval_is_done=done))


def listed(
    preparation: Preparation, *, states: Sequence[str] = kinds.STANDING, body: int | None = None
) -> tuple[Listed, ...]:
    """Delegations with people in these states, numbered as on the page of the order; then the other invited bodies.

    Three queries, and a fourth where the rule asks for official codes. Only within the wall; `body` (id) shows one alone.
    """
    rows = Invitation.objects.filter(preparation=preparation).select_related("body")
    people = Delegate.objects.filter(preparation=preparation, state__in=states, erased_at=None)
    if body is not None:
        rows, people = rows.filter(body=body), people.filter(body=body)
    coming: dict[int, list[Delegate]] = {}
    for one in people.defer("name_keys").order_by("pk"):
        coming.setdefault(one.body_id, []).append(one)
    invited = {row.body_id: row for row in rows.order_by("pk")}
    moves = list(Moved.objects.filter(preparation=preparation, undone_at=None).order_by("at", "pk"))
    rest = [
        number
        for number, row in invited.items()
        if number not in coming and row.state != kinds.InvitationState.DECLINED
    ]
    codes = _codes(preparation, list(invited))
    ordered = [
        *_placed(preparation, [invited[number] for number in coming], codes, moves),
        *_placed(preparation, [invited[number] for number in rest], codes, ()),
    ]
    within = _moves_within(moves)
    return tuple(
        Listed(invited[which], number, _members(preparation, coming.get(which, ()), within.get(which, ())))
        for number, which in enumerate(ordered, start=1)
    )


def _codes(preparation: Preparation, bodies: list[int]) -> dict[int, str]:
    by_code = preparation.order_rule == kinds.OrderRule.OFFICIAL
    return registry.official_codes(bodies=bodies) if by_code else {}


def _placed(
    found: Preparation, rows: Iterable[Invitation], codes: Mapping[int, str], moves: Sequence[Moved]
) -> list[int]:
    placed = order.delegations_in_order(
        [_delegation(row, found, codes) for row in rows],
        rule=found.order_rule,
        rotation=found.rotation,
        host_country=found.host.country if found.host else "",
        moves=[_move(one.body_id, one.before_body_id, one) for one in moves if one.delegate_id is None],
    )
    return [place.which for place in placed]


def _delegation(row: Invitation, found: Preparation, codes: Mapping[int, str]) -> order.Delegation:
    body = row.body
    name = labels.shown(body.label, found.order_language)
    return order.Delegation(
        body=body.pk,
        slug=body.slug,
        country=body.country,
        sort_key=sort_key(name.text, found.order_language),
        official=codes.get(body.pk, ""),
        is_host=body.pk == found.host_id,
    )


def _moves_within(moves: Iterable[Moved]) -> dict[int, list[order.Move[int]]]:
    within: dict[int, list[order.Move[int]]] = {}
    for one in moves:
        if one.delegate_id is not None:
            within.setdefault(one.body_id, []).append(_move(one.delegate_id, one.before_delegate_id, one))
    return within


def _members(
    found: Preparation, people: Sequence[Delegate], moves: Sequence[order.Move[int]]
) -> tuple[Delegate, ...]:
    """Sorting keys of names are dear and decide only between equals: they are made for these alone."""
    by_list = found.within_rule == kinds.WithinRule.SENT
    told = {one.pk: _told(one, by_list=by_list) for one in people}
    equal = Counter(told.values())
    known = {one.pk: one for one in people}
    placed = order.members_in_order(
        [_member(one, is_alone=equal[told[one.pk]] == 1) for one in people],
        rule=found.within_rule,
        moves=moves,
    )
    return tuple(known[place.which] for place in placed)


def _told(one: Delegate, *, by_list: bool) -> tuple[Any, ...]:
    return (one.position,) if by_list else (one.part, one.grade, one.post_since, one.position)


def _member(one: Delegate, *, is_alone: bool) -> order.Member:
    reading = f"{one.reading_family}{one.reading_given}" or None
    key = "" if is_alone else sort_key(f"{one.family}{one.given}", one.script_language, reading)
    return order.Member(one.pk, one.part, one.grade, one.post_since, one.position, key)


def _move(which: Any, before: Any, row: Moved) -> order.Move[int]:
    return order.Move(which, before, row.reason, row.by)
