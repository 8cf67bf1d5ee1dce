"""People who stand at the desk without having been nominated."""

from datetime import datetime
from uuid import UUID

from django.db.models import Max

from interlocal.delegations import kinds
from interlocal.delegations.commands import keeping, seats
from interlocal.delegations.commands import nominations_writing as writing
from interlocal.delegations.commands.checkins import desk_of
from interlocal.delegations.models import Delegate, Invitation, Preparation
from interlocal.delegations.rules import days, nominations
from interlocal.delegations.rules.nominations import Entered
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled
from interlocal.languages.scripts import guess_language


@walled
def walk_in(
    *,
    actor: Actor,
    at: datetime,
    preparation: str,
    body: str,
    family: str,
    given: str,
    part: str,
    once: UUID | None = None,
) -> str:
    """Enter somebody who came without being nominated; returns the key. An approver decides before anybody counts them.

    Nominated where a seat is free, else on the waiting list.
    """
    found = desk_of(actor, preparation, lock=True)
    invitation = _expected(found, body)
    entered = _entered(invitation, family, given, part)
    if (before := keeping.sent_before(once=once, verb="walk_in", actor=actor, at=at)) is not None:
        return before
    has_head = part == kinds.Part.HEAD and seats.has_head(preparation=found, invitation=invitation)
    writing.refuse(days.obstacle_to_walking_in(invitation=invitation.state, has_head=has_head, part=part))
    row = Delegate(preparation=found, body=invitation.body, invitation=invitation, walk_in=True)
    writing.put(row, entered)
    row.position = _last(invitation) + 1
    row.changed_by, row.changed_at = actor.name, at
    writing.seat(row, free=seats.has_seat(preparation=found, invitation=invitation, part=part), at=at)
    row.save()
    keeping.answered(once=once, subject=str(row.key))
    keeping.enter(
        actor=actor,
        at=at,
        verb="walked_in",
        kind="delegate",
        key=str(row.key),
        preparation=found.slug,
        body=body,
        part=part,
    )
    return str(row.key)


def _expected(found: Preparation, body: str) -> Invitation:
    invitation = Invitation.objects.select_related("body").filter(preparation=found, body__slug=body).first()
    if invitation is None:
        refusal = days.obstacle_to_walking_in(invitation=kinds.InvitationState.DRAFT, has_head=False, part="")
        assert refusal
        raise refusal
    return invitation


def _entered(invitation: Invitation, family: str, given: str, part: str) -> Entered:
    guess = guess_language(family + given)
    language = invitation.language if guess == "und" else guess
    is_latin = language == "en"
    entered = nominations.tidied(
        Entered(
            family=family,
            given=given,
            script_language=language,
            part=part,
            latin_family=family if is_latin else "",
            latin_given=given if is_latin else "",
            language=invitation.language,
        )
    )
    refusal: Refused | None = nominations.obstacle_in_entry(entered)
    writing.refuse(refusal)
    return entered


def _last(invitation: Invitation) -> int:
    return Delegate.objects.filter(invitation=invitation).aggregate(last=Max("position"))["last"] or 0
