"""The register of gifts of a preparation."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from interlocal.delegations.commands import keeping
from interlocal.delegations.models import Gift, Preparation
from interlocal.delegations.queries import access
from interlocal.delegations.rules import gifts
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled
from interlocal.registry import queries as registry


@dataclass(frozen=True, slots=True)
class GiftValues:
    """A gift as entered: bodies by slug; `value` in `currency`, None when not known."""

    body: str
    to_body: str
    giver: str
    receiver: str
    what: str
    value: Decimal | None = None
    currency: str = ""
    given_on: date | None = None
    reported_on: date | None = None
    handed_over_on: date | None = None
    note: str = ""


@walled
def register_gift(
    *, actor: Actor, at: datetime, preparation: str, once: UUID | None, gift: GiftValues
) -> int:
    """Enter a gift; its number. Sent twice it is entered once."""
    running = access.run(actor=actor, preparation=preparation)
    if (before := keeping.sent_before(once=once, verb="register_gift", actor=actor, at=at)) is not None:
        return int(before)
    made = Gift.objects.create(preparation=running, **_columns(gift))
    keeping.answered(once=once, subject=str(made.pk))
    _enter(actor, at, "gift_registered", running, made)
    return made.pk


@walled
def change_gift(
    *, actor: Actor, at: datetime, preparation: str, number: int, version: int, gift: GiftValues
) -> None:
    """Correct a gift, or note that it was reported and handed over."""
    running = access.run(actor=actor, preparation=preparation)
    found = (
        Gift.objects.select_for_update(of=("self",))
        .select_related("body", "to_body")
        .get(pk=number, preparation=running)
    )
    keeping.refuse_stale(version=version, row=found, by="", theirs=_values(found), yours=asdict(gift))
    for column, value in _columns(gift).items():
        setattr(found, column, value)
    found.version += 1
    found.save()
    _enter(actor, at, "gift_changed", running, found)


@walled
def strike_gift(*, actor: Actor, at: datetime, preparation: str, number: int) -> None:
    """Take a gift out of the register; its history stays."""
    running = access.run(actor=actor, preparation=preparation)
    found = Gift.objects.get(pk=number, preparation=running)
    _enter(actor, at, "gift_struck", running, found)
    found.delete()


def _columns(gift: GiftValues) -> dict[str, object]:
    giver, receiver = (registry.body_facts(slug=slug) for slug in (gift.body, gift.to_body))
    given = gifts.Given(
        receiver.country,
        giver.country,
        gift.value,
        gift.currency,
        gift.given_on,
        gift.reported_on,
        gift.handed_over_on,
    )
    if obstacle := gifts.obstacle_to_registering(given, what=gift.what, same_body=giver.id == receiver.id):
        raise obstacle
    columns: dict[str, object] = {**asdict(gift), "body_id": giver.id, "to_body_id": receiver.id}
    del columns["body"], columns["to_body"]
    return columns


def _values(found: Gift) -> Mapping[str, object]:
    values = {name: getattr(found, name) for name in GiftValues.__dataclass_fields__}
    return {**values, "body": found.body.slug, "to_body": found.to_body.slug}


def _enter(actor: Actor, at: datetime, verb: str, running: Preparation, gift: Gift) -> None:
    keeping.enter(actor=actor, at=at, verb=verb, kind="preparation", key=running.slug, gift=gift.pk)
