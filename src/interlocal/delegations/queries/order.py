"""The list of those who come, in its order, each place with its reason."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from interlocal.delegations import kinds
from interlocal.delegations.models import Delegate, Invitation, Moved, Preparation
from interlocal.delegations.queries import access
from interlocal.delegations.rules import order
from interlocal.ground import labels
from interlocal.ground.texts import Shown
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled
from interlocal.languages.sorting import sort_key
from interlocal.registry import queries as registry


@dataclass(frozen=True, slots=True)
class OrderedDelegate:
    """One place of a delegation's list. `name` is in the own script; `post` may be empty."""

    key: str
    number: int
    why: str
    family: str
    given: str
    script_language: str
    latin: str
    reading: str
    part: str
    grade: str
    post: Shown | None
    state: str
    moved: order.Move[int] | None
    void: order.Move[int] | None


@dataclass(frozen=True, slots=True)
class OrderedDelegation:
    slug: str
    name: Shown
    country: str
    number: int
    why: str
    is_host: bool
    moved: order.Move[int] | None
    void: order.Move[int] | None
    delegates: tuple[OrderedDelegate, ...]


@dataclass(frozen=True, slots=True)
class OrderPage:
    """The whole list and on what it rests: rule, language, rule within, and whose viewpoint it is."""

    slug: str
    title: Shown
    rule: str
    language: str
    within: str
    viewpoint: Shown
    runs: bool
    version: int
    rotation: tuple[str, ...]
    delegations: tuple[OrderedDelegation, ...]


@walled
def order_page(
    *, actor: Actor, preparation: str, tongue: str, states: Sequence[str] = kinds.STANDING
) -> OrderPage:
    """Delegates in these states in their order. For who looks over the preparation; five queries at any size."""
    reached = access.reach(actor=actor, preparation=preparation)
    if not reached.looks_over:
        raise Preparation.DoesNotExist(preparation)
    found = reached.preparation
    invited = list(Invitation.objects.filter(preparation=found).select_related("body"))
    people = list(Delegate.objects.filter(preparation=found, state__in=states))
    moves = list(Moved.objects.filter(preparation=found, undone_at=None).order_by("at", "pk"))
    return OrderPage(
        slug=found.slug,
        title=found.name.shown(tongue),
        rule=found.order_rule,
        language=found.order_language,
        within=found.within_rule,
        viewpoint=labels.shown(found.secretariat.label, tongue),
        runs=reached.runs,
        version=found.version,
        rotation=tuple(found.rotation),
        delegations=tuple(_delegations(found, invited, people, moves, tongue)),
    )


def _delegations(
    found: Preparation,
    invited: Sequence[Invitation],
    people: Sequence[Delegate],
    moves: Sequence[Moved],
    tongue: str,
) -> Iterable[OrderedDelegation]:
    coming = {one.body_id for one in people}
    rows = {one.body_id: one for one in invited if one.body_id in coming}
    codes = registry.official_codes(bodies=list(rows))
    placed = order.delegations_in_order(
        [_delegation(row, found, codes) for row in rows.values()],
        rule=found.order_rule,
        rotation=found.rotation,
        host_country=found.host.country if found.host else "",
        moves=[_move(one.body_id, one.before_body_id, one) for one in moves if one.delegate_id is None],
    )
    for place in placed:
        body = rows[place.which].body
        yield OrderedDelegation(
            slug=body.slug,
            name=labels.shown(body.label, tongue),
            country=body.country,
            number=place.number,
            why=place.why,
            is_host=body.pk == found.host_id,
            moved=place.move,
            void=place.void,
            delegates=tuple(_delegates(found, place.which, people, moves, tongue)),
        )


def _delegates(
    found: Preparation, body: int, people: Sequence[Delegate], moves: Sequence[Moved], tongue: str
) -> Iterable[OrderedDelegate]:
    ours = {one.pk: one for one in people if one.body_id == body}
    placed = order.members_in_order(
        [_member(one) for one in ours.values()],
        rule=found.within_rule,
        moves=[
            _move(one.delegate_id, one.before_delegate_id, one)
            for one in moves
            if one.delegate_id is not None and one.body_id == body
        ],
    )
    for place in placed:
        yield _ordered(ours[place.which], place, tongue)


def _ordered(one: Delegate, place: order.Placed[int], tongue: str) -> OrderedDelegate:
    return OrderedDelegate(
        key=str(one.key),
        number=place.number,
        why=place.why,
        family=one.family,
        given=one.given,
        script_language=one.script_language,
        latin=f"{one.latin_family} {one.latin_given}".strip(),
        reading=f"{one.reading_family} {one.reading_given}".strip(),
        part=one.part,
        grade=one.grade,
        post=one.post.shown(tongue) if one.post else None,
        state=one.state,
        moved=place.move,
        void=place.void,
    )


def _delegation(row: Invitation, found: Preparation, codes: dict[int, str]) -> order.Delegation:
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


def _member(one: Delegate) -> order.Member:
    reading = f"{one.reading_family}{one.reading_given}" or None
    key = sort_key(f"{one.family}{one.given}", one.script_language, reading)
    return order.Member(one.pk, one.part, one.grade, one.post_since, one.position, key)


def _move(which: Any, before: Any, row: Moved) -> order.Move[int]:
    return order.Move(which, before, row.reason, row.by)


@walled
def bodies_of(*, actor: Actor, preparation: str, tongue: str) -> list[tuple[str, str]]:
    """The secretariat, the host and the invited bodies of a preparation: slug and name, by name."""
    reached = access.reach(actor=actor, preparation=preparation)
    if not reached.looks_over:
        raise Preparation.DoesNotExist(preparation)
    found = reached.preparation
    bodies = {found.secretariat, *([found.host] if found.host else [])}
    bodies |= {one.body for one in Invitation.objects.filter(preparation=found).select_related("body")}
    named = [(body.slug, labels.shown(body.label, tongue).text) for body in bodies]
    return sorted(named, key=lambda pair: sort_key(pair[1], tongue))
