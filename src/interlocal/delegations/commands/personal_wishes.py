"""What people ask about their own data, and that it was settled."""

from datetime import datetime
from typing import Final

from django.utils.translation import gettext_lazy as _

from interlocal.delegations.commands import keeping
from interlocal.delegations.models import Wish
from interlocal.delegations.queries.personal import Subject, subject
from interlocal.delegations.rules import rights
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled

CORRECTION: Final = "correction"
ERASURE: Final = "erasure"
LONGEST: Final = 1000


@walled
def ask_correction(*, actor: Actor, at: datetime, preparation: str, delegate: str, text: str) -> None:
    """Something about name or post is wrong; asked again it replaces what was asked before."""
    if not text.strip() or len(text) > LONGEST:
        raise Refused("no_text", _("Say in a few words what is wrong and how it is right."), field="text")
    _ask(_own(actor, preparation, delegate), actor, at, CORRECTION, text.strip())


@walled
def ask_erasure(*, actor: Actor, at: datetime, preparation: str, delegate: str) -> None:
    """Everything about the person is to be erased; their office and the secretariat see it and do it."""
    _ask(_own(actor, preparation, delegate), actor, at, ERASURE, "")


@walled
def settle(*, actor: Actor, at: datetime, preparation: str, delegate: str, wish: int) -> None:
    """It was done or answered."""
    who = subject(actor=actor, preparation=preparation, delegate=delegate, lock=True)
    if not who.writes:
        raise rights.not_yours()
    found = Wish.objects.select_for_update().get(pk=wish, delegate=who.delegate)
    if found.settled_at is not None:
        return
    found.settled_at, found.settled_by = at, actor.name
    found.save(update_fields=["settled_at", "settled_by"])
    _enter(who, actor, at, "wish_settled", found.kind)


@walled
def take_back(*, actor: Actor, at: datetime, preparation: str, delegate: str, wish: int) -> None:
    """The person does not ask it any more."""
    who = _own(actor, preparation, delegate)
    found = Wish.objects.get(pk=wish, delegate=who.delegate)
    found.delete()
    _enter(who, actor, at, "wish_taken_back", found.kind)


def _own(actor: Actor, preparation: str, delegate: str) -> Subject:
    who = subject(actor=actor, preparation=preparation, delegate=delegate, lock=True)
    if not who.is_own:
        raise rights.not_yours()
    return who


def _ask(who: Subject, actor: Actor, at: datetime, kind: str, text: str) -> None:
    values = {"text": text, "asked_by": actor.name, "asked_at": at}
    place = {"preparation_id": who.delegate.preparation_id, "body_id": who.delegate.body_id}
    Wish.objects.update_or_create(
        delegate=who.delegate,
        kind=kind,
        settled_at=None,
        defaults=values,
        create_defaults={**values, **place},
    )
    _enter(who, actor, at, "wish_made", kind)


def _enter(who: Subject, actor: Actor, at: datetime, verb: str, wish: str) -> None:
    keeping.enter(
        actor=actor,
        at=at,
        verb=verb,
        kind="delegate",
        key=str(who.delegate.key),
        wish=wish,
        preparation=who.preparation.slug,
    )
