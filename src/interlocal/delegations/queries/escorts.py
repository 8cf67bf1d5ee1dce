"""Who helps which delegation on the days, for the secretariat."""

from dataclasses import dataclass

from interlocal.delegations import kinds
from interlocal.delegations.models import Escort, Invitation, Preparation
from interlocal.delegations.queries import access
from interlocal.ground import labels
from interlocal.ground.texts import Shown
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@dataclass(frozen=True, slots=True)
class EscortRow:
    number: int
    kind: str
    name: str
    reading: str
    languages: str
    phone: str


@dataclass(frozen=True, slots=True)
class Escorted:
    """A delegation and who helps it."""

    body: str
    name: Shown
    country: str
    helpers: tuple[EscortRow, ...]


@dataclass(frozen=True, slots=True)
class EscortsPage:
    slug: str
    title: Shown
    runs: bool
    delegations: tuple[Escorted, ...]


@walled
def escorts_page(*, actor: Actor, preparation: str, tongue: str) -> EscortsPage:
    """Every delegation that is expected; two queries beside access. Preparation.DoesNotExist for others."""
    reached = access.reach(actor=actor, preparation=preparation)
    if not reached.looks_over:
        raise Preparation.DoesNotExist(preparation)
    found = reached.preparation
    helpers: dict[int, list[EscortRow]] = {}
    for one in Escort.objects.filter(preparation=found).order_by("kind", "pk"):
        helpers.setdefault(one.body_id, []).append(row_of(one))
    invited = Invitation.objects.filter(preparation=found).exclude(state=kinds.InvitationState.DECLINED)
    rows = tuple(
        Escorted(
            one.body.slug,
            labels.shown(one.body.label, tongue),
            one.body.country,
            tuple(helpers.get(one.body_id, ())),
        )
        for one in invited.select_related("body").order_by("pk")
    )
    return EscortsPage(found.slug, found.name.shown(tongue), reached.runs, rows)


def row_of(escort: Escort) -> EscortRow:
    return EscortRow(escort.pk, escort.kind, escort.name, escort.reading, escort.languages, escort.phone)
