"""People of earlier editions entered again: name and post are copied, other data of theirs is asked anew."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from interlocal.delegations import kinds
from interlocal.delegations.commands import keeping
from interlocal.delegations.commands import nominations_writing as writing
from interlocal.delegations.models import Delegate
from interlocal.delegations.queries.delegation import entered_of
from interlocal.delegations.queries.delegation_facts import Ground, ground, known_as
from interlocal.delegations.queries.reuse import earlier_people, entered_now
from interlocal.delegations.rules import nominations
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled
from interlocal.languages.folding import fold


@walled
def enter_again(
    *,
    actor: Actor,
    at: datetime,
    preparation: str,
    body: str,
    delegates: Sequence[str],
    once: UUID | None = None,
) -> int:
    """Draft entries of people who came before, by key of their earlier entry; returns how many.

    Who is in the delegation already is passed over. Delegate.DoesNotExist for a key that is not among those who came.
    """
    here = ground(actor=actor, at=at, preparation=preparation, body=body, lock=True)
    writing.refuse(nominations.obstacle_to_entering(here.facts))
    if not delegates:
        raise Refused("nobody_chosen", _("Choose somebody who is to come again."))
    before = keeping.sent_before(once=once, verb="enter_again", actor=actor, at=at)
    if before is not None:
        return int(before)
    chosen = _chosen(here, delegates)
    linked, names = entered_now(here)
    first, made = writing.next_position(here), 0
    for row in chosen:
        if row.pk in linked or fold(row.family + row.given) in names:
            continue
        _enter(here, row, actor, at, position=first + made)
        made += 1
    keeping.answered(once=once, subject=str(made))
    return made


def _chosen(here: Ground, delegates: Sequence[str]) -> list[Delegate]:
    keys = dict.fromkeys(known_as(key) for key in delegates)
    known = {row.key: row for row in earlier_people(here)}
    if unknown := [key for key in keys if key not in known]:
        raise Delegate.DoesNotExist(str(unknown[0]))
    return [known[key] for key in keys]


def _enter(here: Ground, before: Delegate, actor: Actor, at: datetime, *, position: int) -> None:
    entered = entered_of(before)
    # Who headed the delegation then does not have to now.
    part = kinds.Part.MEMBER if entered.part == kinds.Part.HEAD else entered.part
    row = writing.create(here, replace(entered, part=part), actor=actor, at=at, position=position)
    row.same_as, row.person_id = before, before.person_id
    row.save()
    writing.journal(here, actor=actor, at=at, verb="entered", key=row.key, part=row.part, again=True)
