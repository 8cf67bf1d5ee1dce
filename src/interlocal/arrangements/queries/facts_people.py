"""Who comes, with what everybody may know who holds a name list: name, post, part."""

from collections.abc import Iterable, Sequence

from interlocal.arrangements.rules.facts import Delegation, Helper, Person
from interlocal.delegations import kinds
from interlocal.delegations.models import Delegate, Escort, Preparation
from interlocal.delegations.queries.order_listed import Listed
from interlocal.ground import labels
from interlocal.ground.tongues import TONGUES


def delegations(
    found: Preparation, rows: Iterable[Listed], *, own: int | None, inner: bool
) -> tuple[Delegation, ...]:
    """In their order, everybody numbered through. One query, for those who help them. Only within the wall."""
    helpers = _helpers(found, own, inner=inner)
    made, number = [], 0
    for row in rows:
        made.append(_delegation(found, row, number, helpers.get(row.invitation.body_id, ())))
        number += len(row.delegates)
    return tuple(made)


def _helpers(found: Preparation, own: int | None, *, inner: bool) -> dict[int, tuple[Helper, ...]]:
    rows = Escort.objects.filter(preparation=found).order_by("kind", "pk")
    if own is not None:
        rows = rows.filter(body=own)
    helpers: dict[int, tuple[Helper, ...]] = {}
    for one in rows:
        helper = Helper(one.kind, one.name, one.reading, one.languages, one.phone if inner else "")
        helpers[one.body_id] = (*helpers.get(one.body_id, ()), helper)
    return helpers


def _delegation(found: Preparation, row: Listed, before: int, helpers: Sequence[Helper]) -> Delegation:
    invited, body = row.invitation, row.invitation.body
    return Delegation(
        body=body.slug,
        name={tongue: labels.shown(body.label, tongue) for tongue in TONGUES},
        country=body.country,
        number=row.number,
        is_host=body.pk == found.host_id,
        people=tuple(
            _person(one, body.slug, before + within, within)
            for within, one in enumerate(row.delegates, start=1)
        ),
        helpers=tuple(helpers),
        headcount=None if row.delegates else invited.headcount,
        contact_name=invited.contact_name,
        invited_language=invited.language,
        letter=invited.letter,
        quota=invited.quota,
        due_on=invited.due_on,
    )


def _person(one: Delegate, body: str, number: int, within: int) -> Person:
    return Person(
        key=str(one.key),
        number=number,
        within=within,
        body=body,
        family=one.family,
        given=one.given,
        script_language=one.script_language,
        latin_family=one.latin_family,
        latin_given=one.latin_given,
        latin_is_generated=one.latin_origin == kinds.Origin.GENERATED,
        reading_family=one.reading_family,
        reading_given=one.reading_given,
        reading_is_generated=one.reading_origin == kinds.Origin.GENERATED,
        post=one.post,
        part=one.part,
        grade=one.grade,
        language=one.language,
        languages=tuple(one.languages),
    )
