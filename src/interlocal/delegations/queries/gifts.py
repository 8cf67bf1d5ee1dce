"""The register of gifts, each with what the law still asks for."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from interlocal.delegations.models import Gift, Preparation
from interlocal.delegations.queries import access
from interlocal.delegations.rules import gifts
from interlocal.ground import labels
from interlocal.ground.dates import PartialDate
from interlocal.ground.texts import Shown
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@dataclass(frozen=True, slots=True)
class GiftRow:
    """One gift. `warning` is a code of rules.gifts.warning."""

    number: int
    version: int
    body: str
    body_name: Shown
    to_body: str
    to_body_name: Shown
    giver: str
    receiver: str
    what: str
    value: Decimal | None
    currency: str
    given_on: date | None
    reported_on: date | None
    handed_over_on: date | None
    note: str
    warning: str

    @property
    def day(self) -> PartialDate | None:
        """When it was given, as pages print it."""
        return PartialDate.of(self.given_on) if self.given_on else None


@dataclass(frozen=True, slots=True)
class GiftsPage:
    slug: str
    title: Shown
    runs: bool
    rows: tuple[GiftRow, ...]


@walled
def gifts_page(*, actor: Actor, preparation: str, tongue: str) -> GiftsPage:
    """All gifts of a preparation for its secretariat, oldest first. Preparation.DoesNotExist for others."""
    reached = access.reach(actor=actor, preparation=preparation)
    if not reached.looks_over:
        raise Preparation.DoesNotExist(preparation)
    found = reached.preparation
    rows = Gift.objects.filter(preparation=found).select_related("body", "to_body").order_by("pk")
    return GiftsPage(
        found.slug, found.name.shown(tongue), reached.runs, tuple(_row(gift, tongue) for gift in rows)
    )


def _row(gift: Gift, tongue: str) -> GiftRow:
    given = gifts.Given(
        gift.to_body.country,
        gift.body.country,
        gift.value,
        gift.currency,
        gift.given_on,
        gift.reported_on,
        gift.handed_over_on,
    )
    return GiftRow(
        number=gift.pk,
        version=gift.version,
        body=gift.body.slug,
        body_name=labels.shown(gift.body.label, tongue, short=True),
        to_body=gift.to_body.slug,
        to_body_name=labels.shown(gift.to_body.label, tongue, short=True),
        giver=gift.giver,
        receiver=gift.receiver,
        what=gift.what,
        value=gift.value,
        currency=gift.currency,
        given_on=gift.given_on,
        reported_on=gift.reported_on,
        handed_over_on=gift.handed_over_on,
        note=gift.note,
        warning=gifts.warning(given),
    )
