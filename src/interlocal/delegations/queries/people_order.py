"""Everybody of a preparation as little more than numbers: enough to put hundreds in order without building their rows."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from interlocal.delegations import kinds
from interlocal.delegations.models import Delegate, Invitation, Moved, Preparation
from interlocal.delegations.rules import order, people
from interlocal.ground import labels
from interlocal.ground.texts import Shown
from interlocal.languages.sorting import sort_key
from interlocal.registry import queries as registry

_COLUMNS = (
    "pk",
    "body_id",
    "part",
    "grade",
    "post_since",
    "position",
    "state",
    "family",
    "given",
    "script_language",
    "latin_family",
    "latin_given",
    "changed_at",
)


@dataclass(frozen=True, slots=True)
class InvitedBody:
    id: int
    slug: str
    country: str
    name: Shown
    sort_key: str


@dataclass(frozen=True, slots=True)
class Ground:
    """Bodies by id in the order of their names, people by id, and the body of each."""

    bodies: Mapping[int, InvitedBody]
    people: Mapping[int, people.Placed]
    body_of: Mapping[int, int]


def ground(preparation: Preparation, tongue: str) -> Ground:
    """Three queries, and a fourth where the rule asks for official codes; only within the wall."""
    invited = Invitation.objects.filter(preparation=preparation).values_list(
        "body_id", "body__slug", "body__country", "body__label", "body__sort_keys"
    )
    labelled = {row[0]: row[3] for row in invited}
    bodies = sorted((_body(row, tongue) for row in invited), key=lambda one: one.sort_key)
    rows = list(Delegate.objects.filter(preparation=preparation).values_list(*_COLUMNS))
    moves = list(Moved.objects.filter(preparation=preparation, undone_at=None).order_by("at", "pk"))
    known = {one.id: one for one in bodies}
    places = _places(preparation, known, labelled, rows, moves)
    return Ground(
        bodies=known,
        people={row[0]: _placed(row, known[row[1]], places.get(row[0])) for row in rows},
        body_of={row[0]: row[1] for row in rows},
    )


def _body(row: Sequence[Any], tongue: str) -> InvitedBody:
    number, slug, country, label, keys = row
    name = labels.shown(label, tongue)
    return InvitedBody(number, slug, country, name, keys.get(tongue) or name.text)


def _placed(row: Sequence[Any], body: InvitedBody, place: tuple[int, int] | None) -> people.Placed:
    number, _body_id, part, grade, since, _position, state, family, given, script, last, first, changed = row
    latin = f"{last} {first}".strip()
    own = f"{given} {family}" if script == "en" else f"{family}{given}"
    # People of several scripts are listed by the letters all have; who has none comes after.
    name = (latin or own).casefold() if latin or script == "en" else f"\uffff{own}"
    return people.Placed(number, place, body.sort_key, body.country, part, grade, since, state, name, changed)


def _places(
    preparation: Preparation,
    bodies: Mapping[int, InvitedBody],
    labelled: Mapping[int, Any],
    rows: Sequence[Sequence[Any]],
    moves: Sequence[Moved],
) -> dict[int, tuple[int, int]]:
    """(delegation, place in it) of everybody who stands, as the list of precedence has it."""
    standing: dict[int, list[Sequence[Any]]] = {}
    for row in rows:
        if row[6] in kinds.STANDING:
            standing.setdefault(row[1], []).append(row)
    placed = order.delegations_in_order(
        _delegations(preparation, [bodies[number] for number in standing], labelled),
        rule=preparation.order_rule,
        rotation=preparation.rotation,
        host_country=preparation.host.country if preparation.host else "",
        moves=[_move(one.body_id, one.before_body_id, one) for one in moves if one.delegate_id is None],
    )
    return {
        member.which: (one.number, member.number)
        for one in placed
        for member in order.members_in_order(
            list(_members(standing[one.which], preparation.within_rule)),
            rule=preparation.within_rule,
            moves=[
                _move(move.delegate_id, move.before_delegate_id, move)
                for move in moves
                if move.delegate_id is not None and move.body_id == one.which
            ],
        )
    }


def _delegations(
    preparation: Preparation, bodies: Sequence[InvitedBody], labelled: Mapping[int, Any]
) -> list[order.Delegation]:
    language = preparation.order_language
    by_code = preparation.order_rule == kinds.OrderRule.OFFICIAL
    codes = registry.official_codes(bodies=[one.id for one in bodies]) if by_code else {}
    return [
        order.Delegation(
            body=one.id,
            slug=one.slug,
            country=one.country,
            sort_key=sort_key(labels.shown(labelled[one.id], language).text, language),
            official=codes.get(one.id, ""),
            is_host=one.id == preparation.host_id,
        )
        for one in bodies
    ]


def _members(rows: Sequence[Sequence[Any]], rule: str) -> Iterable[order.Member]:
    """Sorting keys of names are dear and decide only between equals: they are made for these alone."""
    by_list = rule == kinds.WithinRule.SENT
    equal = Counter(row[5] if by_list else row[2:6] for row in rows)
    for row in rows:
        is_alone = equal[row[5] if by_list else row[2:6]] == 1
        name = "" if is_alone else sort_key(f"{row[7]}{row[8]}", row[9])
        yield order.Member(row[0], row[2], row[3], row[4], row[5], name)


def _move(which: Any, before: Any, row: Moved) -> order.Move[int]:
    return order.Move(which, before, row.reason, row.by)
