"""The table of all people of a preparation: hundreds of rows, of which one page is made."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from interlocal.delegations import kinds
from interlocal.delegations.models import Delegate, Preparation
from interlocal.delegations.queries import access, people_marks, people_order
from interlocal.delegations.queries import steps as progress
from interlocal.delegations.queries.changes import name_of
from interlocal.delegations.rules import decisions, people
from interlocal.ground.paging import SIZE, NoSuchPage, Paged, count_pages, page_number
from interlocal.ground.texts import Shown
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@dataclass(frozen=True, slots=True)
class Ask:
    """What a reader asks of the table; empty: everything, in the order of precedence, its first page."""

    text: str = ""
    body: str = ""
    country: str = ""
    part: str = ""
    state: str = ""
    flag: str = ""
    sort: str = "order"
    page: str | None = None


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person of the table. `place` is "3.1" (third delegation, first in it) or ""; `decided` the newest decision that
    stands; `missing` are codes; `returned`: sent back, and not corrected since. `can` are decisions to offer.
    """

    key: str
    version: int
    place: str
    name: str
    script_language: str
    latin: str
    latin_origin: str
    reading: str
    reading_origin: str
    post: Shown | None
    grade: str
    body: Shown
    body_slug: str
    country: str
    part: str
    state: str
    decided: people_marks.Decided | None
    returned: bool
    missing: tuple[str, ...]
    duplicate: bool
    change: int | None
    can: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BodyChoice:
    slug: str
    name: Shown
    country: str


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """A page of the table. `all` counts everybody of the preparation; `can` are the decisions this actor may take at all."""

    slug: str
    title: Shown
    runs: bool
    frozen: bool
    all: int
    bodies: tuple[BodyChoice, ...]
    paged: Paged[PersonRow]
    can: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """What all rows of a table share."""

    actor: Actor
    preparation: Preparation
    runs: bool
    steps: frozenset[str]
    tongue: str
    ground: people_order.Ground


@walled
def people_page(*, actor: Actor, preparation: str, ask: Ask, tongue: str, size: int = SIZE) -> PeoplePage:
    """The table for who looks over the preparation; the same queries at any size. NoSuchPage beyond its end."""
    table = table_of(actor, preparation, tongue)
    ordered = _chosen(table, ask)
    number, pages = page_number(ask.page), count_pages(len(ordered), size)
    if number > pages:
        raise NoSuchPage(str(number))
    rows = _rows(table, ordered[(number - 1) * size : number * size])
    return PeoplePage(
        slug=table.preparation.slug,
        title=table.preparation.name.shown(tongue),
        runs=table.runs,
        frozen=kinds.Step.FROZEN in table.steps,
        all=len(table.ground.people),
        bodies=tuple(BodyChoice(one.slug, one.name, one.country) for one in table.ground.bodies.values()),
        paged=Paged(rows, len(ordered), number, pages, size),
        can=_offered(table),
    )


@walled
def people_list(*, actor: Actor, preparation: str, ask: Ask, tongue: str) -> list[PersonRow]:
    """All rows that a table shows, over all its pages: for a file."""
    table = table_of(actor, preparation, tongue)
    return _rows(table, _chosen(table, ask))


@walled
def person_row(*, actor: Actor, preparation: str, delegate: str, tongue: str) -> PersonRow:
    """One row anew, after it was edited; Delegate.DoesNotExist for another preparation's."""
    return row_of(table_of(actor, preparation, tongue), delegate)


def row_of(table: Table, delegate: str) -> PersonRow:
    """Only within the wall."""
    found = Delegate.objects.values_list("pk", flat=True).get(preparation=table.preparation, key=delegate)
    return _rows(table, [found])[0]


def table_of(actor: Actor, preparation: str, tongue: str) -> Table:
    """For who looks over the preparation; only within the wall."""
    reached = access.reach(actor=actor, preparation=preparation)
    if not reached.looks_over:
        raise Preparation.DoesNotExist(preparation)
    found = reached.preparation
    steps = progress.taken(found)
    return Table(actor, found, reached.runs, steps, tongue, people_order.ground(found, tongue))


def _chosen(table: Table, ask: Ask) -> list[int]:
    """The ids of who is asked for, in the order asked for."""
    wanted = people_marks.matching(table.preparation, ask)
    everybody: Iterable[people.Placed] = table.ground.people.values()
    kept = [one for one in everybody if (wanted is None or one.id in wanted) and _fits(one, table, ask)]
    return people.in_order(kept, ask.sort)


def _fits(one: people.Placed, table: Table, ask: Ask) -> bool:
    body = table.ground.bodies[table.ground.body_of[one.id]]
    return (
        (not ask.body or body.slug == ask.body)
        and (not ask.country or body.country == ask.country)
        and (not ask.part or one.part == ask.part)
        and (not ask.state or one.state == ask.state)
    )


def _rows(table: Table, ids: Sequence[int]) -> list[PersonRow]:
    found = Delegate.objects.defer("preparation", "name_keys").in_bulk(list(ids))
    marks = people_marks.marks(table.preparation, list(ids))
    can: dict[str, tuple[str, ...]] = {}
    return [_row(table, found[number], marks, can) for number in ids if number in found]


def _row(
    table: Table, one: Delegate, marks: people_marks.Marks, can: dict[str, tuple[str, ...]]
) -> PersonRow:
    body = table.ground.bodies[one.body_id]
    place = table.ground.people[one.pk].place
    decided = marks.decided.get(one.pk)
    latin = f"{one.latin_family} {one.latin_given}".strip()
    if one.state not in can:
        can[one.state] = _stages(table, one.state)
    return PersonRow(
        key=str(one.key),
        version=one.version,
        place=f"{place[0]}.{place[1]}" if place else "",
        name=name_of(one),
        script_language=one.script_language,
        latin=latin,
        latin_origin=one.latin_origin,
        reading=f"{one.reading_family} {one.reading_given}".strip(),
        reading_origin=one.reading_origin,
        post=one.post.shown(table.tongue) if one.post else None,
        grade=one.grade,
        body=body.name,
        body_slug=body.slug,
        country=body.country,
        part=one.part,
        state=one.state,
        decided=decided,
        returned=decided is not None
        and decided.stage == kinds.Stage.RETURN
        and decided.of_version + 1 == one.version,
        missing=_missing(one, latin, marks),
        duplicate=one.pk in marks.alike,
        change=marks.changes.get(one.pk),
        can=can[one.state],
    )


def _missing(one: Delegate, latin: str, marks: people_marks.Marks) -> tuple[str, ...]:
    if one.state in (kinds.State.REFUSED, kinds.State.WITHDRAWN) or one.erased_at is not None:
        return ()
    has_latin = bool(latin) or one.script_language == "en"
    return people.missing(
        latin=has_latin, post=one.post is not None, asked=marks.asked, given=marks.given.get(one.pk, 0)
    )


def _stages(table: Table, state: str) -> tuple[str, ...]:
    if not table.runs:
        return ()
    return decisions.stages_for(
        actor=table.actor, secretariat=table.preparation.secretariat_id, state=state, steps=table.steps
    )


def _offered(table: Table) -> tuple[str, ...]:
    """Every decision that somebody in some state can get from this actor."""
    found = {stage for state in kinds.State.values for stage in _stages(table, state)}
    return tuple(stage for stage in kinds.Stage.values if stage in found)
