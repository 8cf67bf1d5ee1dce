"""How verbs on a delegation put what was entered into a row, and say what was changed."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db.models import F, Max

from interlocal.delegations import kinds
from interlocal.delegations.commands import keeping
from interlocal.delegations.models import Delegate
from interlocal.delegations.queries.delegation_facts import Ground
from interlocal.delegations.rules import names, nominations
from interlocal.delegations.rules.nominations import Entered, Spelt
from interlocal.ground.refused import Refused
from interlocal.ground.texts import Localised, localised
from interlocal.identity.kinds import Actor

# Fields of an entry that are columns of the same name.
_COLUMNS: Final = tuple(
    one.name for one in fields(Entered) if one.name not in ("post", "latin_origin", "reading_origin")
)


def refuse(obstacle: Refused | None) -> None:
    if obstacle is not None:
        raise obstacle


def put(row: Delegate, entered: Entered) -> None:
    """Set a row to what was entered (and tidied); spellings keep their origin where nobody touched them."""
    row.latin_origin = nominations.origin_of(
        family=entered.latin_family,
        given=entered.latin_given,
        said=entered.latin_origin,
        before=Spelt(row.latin_family, row.latin_given, row.latin_origin),
    )
    row.reading_origin = nominations.origin_of(
        family=entered.reading_family,
        given=entered.reading_given,
        said=entered.reading_origin,
        before=Spelt(row.reading_family, row.reading_given, row.reading_origin),
    )
    for name in _COLUMNS:
        setattr(row, name, getattr(entered, name))
    row.languages = list(entered.languages)
    row.post = _post(entered)
    row.name_keys = names.keys_of_one(row)


def shown(row: Delegate) -> dict[str, object]:
    """A row's fields as a conflict shows them."""
    post = row.post
    said = {lang: text for lang, (text, _) in post.says().items()} if isinstance(post, Localised) else {}
    return {**{name: getattr(row, name) for name in _COLUMNS}, "post": said}


def differing(before: Mapping[str, object], after: Mapping[str, object]) -> list[str]:
    """The names of fields that differ, for the journal."""
    return [name for name, value in after.items() if before.get(name) != value]


def touch(row: Delegate, *, actor: Actor, at: datetime) -> None:
    """Save, and mark who did when."""
    row.changed_by, row.changed_at, row.version = actor.name, at, row.version + 1
    row.save()


def create(
    ground: Ground, entered: Entered, *, actor: Actor, at: datetime, position: int | None = None
) -> Delegate:
    """A row of this delegation, at the end of the sender's list unless `position` is given."""
    row = Delegate(preparation=ground.preparation, body=ground.invitation.body, invitation=ground.invitation)
    put(row, entered)
    row.position = position or next_position(ground)
    row.changed_by, row.changed_at = actor.name, at
    return row


def next_position(ground: Ground) -> int:
    last = Delegate.objects.filter(invitation=ground.invitation).aggregate(last=Max("position"))["last"]
    return (last or 0) + 1


def counted_parts(ground: Ground, *, without: UUID | None = None) -> list[str]:
    """As what those come who are seated or wait for a seat."""
    rows = Delegate.objects.filter(invitation=ground.invitation, state__in=nominations.COUNTED)
    others = rows if without is None else rows.exclude(key=without)
    return list(others.values_list("part", flat=True))


def seat(row: Delegate, *, free: bool, at: datetime, waits_since: datetime | None = None) -> None:
    """Nominated where a seat is free, else at the end of the waiting list."""
    row.state = kinds.State.NOMINATED if free else kinds.State.WAITING
    row.nominated_at = at
    row.waiting_since = None if free else waits_since or at
    row.approved_at = None


def journal(ground: Ground, *, actor: Actor, at: datetime, verb: str, key: object, **details: object) -> None:
    keeping.enter(
        actor=actor,
        at=at,
        verb=verb,
        kind="delegate",
        key=str(key),
        preparation=ground.preparation.slug,
        body=ground.invitation.body.slug,
        **details,
    )


def accept(ground: Ground, *, at: datetime) -> None:
    """A body that nominates has answered its invitation, and comes with names instead of a number."""
    invitation = ground.invitation
    if invitation.state == kinds.InvitationState.SENT:
        invitation.state, invitation.answered_at = kinds.InvitationState.ACCEPTED, at
    invitation.submitted_at, invitation.headcount = at, None
    invitation.version = F("version") + 1
    invitation.save(update_fields=["state", "answered_at", "submitted_at", "headcount", "version"])


def _post(entered: Entered) -> Localised | None:
    if not entered.post:
        return None
    # In the person's own language where there is one: the others were made from it.
    own = entered.language if entered.language in entered.post else next(iter(entered.post))
    return localised(own, dict(entered.post))
