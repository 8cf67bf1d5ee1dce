"""How people sit and stand, for the office: the plan and who is in it."""

from dataclasses import dataclass

from interlocal.arrangements.kinds import ResourceKind, Shape
from interlocal.arrangements.models import Placing, Seating
from interlocal.arrangements.queries.placings import Attending, attending
from interlocal.arrangements.queries.sheet import made, one_planned
from interlocal.arrangements.queries.words import item_titles, look
from interlocal.arrangements.rules import seatings as rules
from interlocal.arrangements.rules.facts import SeatingFacts
from interlocal.arrangements.rules.seatings import SeatingSaid
from interlocal.delegations.models import Preparation
from interlocal.delegations.queries.delegation import name_of
from interlocal.delegations.queries.order_listed import coming
from interlocal.delegations.queries.preparations import texts
from interlocal.ground import labels
from interlocal.ground.texts import Shown
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled
from interlocal.planning.seating import Plan


@dataclass(frozen=True, slots=True)
class SeatingRow:
    number: int
    version: int
    title: Shown
    shape: str
    rule: str
    item: int | None
    item_title: Shown | None


@dataclass(frozen=True, slots=True)
class SeatingsPage:
    """`items` are those of the programme to choose from."""

    slug: str
    title: Shown
    runs: bool
    is_closed: bool
    rows: tuple[SeatingRow, ...]
    items: tuple[tuple[int, Shown], ...]


@dataclass(frozen=True, slots=True)
class SittingRow:
    """Somebody of the item. `number` is the place in the list of precedence."""

    key: str
    name: str
    script_language: str
    post: Shown | None
    body: str
    body_name: Shown
    part: str
    number: int


@dataclass(frozen=True, slots=True)
class SwapRow:
    """An exchange by hand; `which` is its place among them, from 0."""

    which: int
    one: int
    other: int
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class SeatingPage:
    """One seating: what was asked for, the plan that comes of it, and its people (by key in `plan`) in their order."""

    slug: str
    number: int
    version: int
    title: Shown
    said: SeatingSaid
    item_title: Shown | None
    host: str
    runs: bool
    is_closed: bool
    plan: Plan
    people: tuple[SittingRow, ...]
    swaps: tuple[SwapRow, ...]


@walled
def seatings_page(*, actor: Actor, preparation: str, tongue: str) -> SeatingsPage:
    """For who looks over the preparation; two queries beside access. Preparation.DoesNotExist for others."""
    reached = look(actor, preparation)
    found = reached.preparation
    items = item_titles(found, tongue)
    rows = Seating.objects.filter(preparation=found).order_by("item_id", "pk")
    return SeatingsPage(
        slug=found.slug,
        title=found.name.shown(tongue),
        runs=reached.runs,
        is_closed=found.closed_on is not None,
        rows=tuple(
            SeatingRow(
                row.pk,
                row.version,
                row.title.shown(tongue),
                row.shape,
                row.rule,
                row.item_id,
                items.get(row.item_id or 0),
            )
            for row in rows
        ),
        items=tuple(items.items()),
    )


@walled
def seating_page(*, actor: Actor, preparation: str, number: int, tongue: str) -> SeatingPage:
    """For who looks over the preparation; eight queries at most beside access. Seating.DoesNotExist for a foreign one."""
    reached = look(actor, preparation)
    found = reached.preparation
    row = Seating.objects.select_related("item").get(preparation=found, pk=number)
    people = people_of(found, row.item_id)
    return SeatingPage(
        slug=found.slug,
        number=row.pk,
        version=row.version,
        title=row.title.shown(tongue),
        said=seating_said(row),
        item_title=row.item.title.shown(tongue) if row.item else None,
        host=host_of(found),
        runs=reached.runs,
        is_closed=found.closed_on is not None,
        plan=planned(found, row, people),
        people=tuple(_sitting(one, tongue) for one in people),
        swaps=tuple(SwapRow(which, *swap) for which, swap in enumerate(seating_said(row).swaps)),
    )


def planned(found: Preparation, row: Seating, people: tuple[Attending, ...]) -> Plan:
    sitters = rules.sitters(
        (one.key, one.listed.invitation.body.slug, one.number, one.row.part) for one in people
    )
    tables = _tables(found, row, people) if row.shape == Shape.ROUND else ()
    return rules.plan_of(seating_facts(row), sitters, host=host_of(found), tables=tables)


def _tables(found: Preparation, row: Seating, people: tuple[Attending, ...]) -> tuple[tuple[str, ...], ...]:
    """Who was put at each table of the item, by key; of those who still come."""
    keys = {one.row.pk: one.key for one in people}
    rows = (
        Placing.objects.filter(preparation=found, kind=ResourceKind.TABLE, delegate__in=keys)
        .order_by("resource__position", "resource_id", "item_id")
        .values_list("resource_id", "item_id", "delegate_id")
    )
    placed = ((table, item, (keys[delegate],)) for table, item, delegate in rows)
    return tuple(rules.tables_of(placed, row.item_id).values())


def people_of(found: Preparation, item: int | None) -> tuple[Attending, ...]:
    """Who takes part in the item (None: everybody), in their order. Only within the wall."""
    at_item = made(found, [one_planned(found, item)]).items[0] if item is not None else None
    return attending(coming(found), at_item)


def host_of(found: Preparation) -> str:
    """The body (slug) that receives the others."""
    return found.host.slug if found.host else found.secretariat.slug


def seating_facts(row: Seating) -> SeatingFacts:
    said = seating_said(row)
    return SeatingFacts(
        row.pk, row.title, row.item_id, row.shape, row.rule, row.viewpoint, said.options, said.swaps
    )


def seating_said(row: Seating) -> SeatingSaid:
    swaps = tuple((int(one), int(other), str(reason), str(by)) for one, other, reason, by in row.swaps)
    return SeatingSaid(
        texts(row.title), row.shape, row.rule, row.viewpoint, dict(row.options), row.item_id, swaps
    )


def _sitting(one: Attending, tongue: str) -> SittingRow:
    body, row = one.listed.invitation.body, one.row
    return SittingRow(
        key=one.key,
        name=name_of(row),
        script_language=row.script_language,
        post=row.post.shown(tongue) if row.post else None,
        body=body.slug,
        body_name=labels.shown(body.label, tongue),
        part=row.part,
        number=one.number,
    )
