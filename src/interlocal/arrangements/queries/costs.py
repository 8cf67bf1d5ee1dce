"""What was spent, for the office."""

from dataclasses import dataclass
from decimal import Decimal

from interlocal.arrangements.models import Cost
from interlocal.arrangements.queries.words import look
from interlocal.arrangements.rules.words import CostSaid
from interlocal.delegations.queries import access
from interlocal.delegations.queries.preparations import texts
from interlocal.ground.texts import Shown
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@dataclass(frozen=True, slots=True)
class CostRow:
    number: int
    version: int
    title: Shown
    amount: Decimal | None
    currency: str
    note: str
    is_first: bool
    is_last: bool


@dataclass(frozen=True, slots=True)
class CostsPage:
    """`totals` by currency, in the order in which they first occur; `open`: lines without an amount."""

    slug: str
    title: Shown
    runs: bool
    is_closed: bool
    rows: tuple[CostRow, ...]
    totals: tuple[tuple[str, Decimal], ...]
    open: int


@walled
def costs_page(*, actor: Actor, preparation: str, tongue: str) -> CostsPage:
    """For who looks over the preparation; one query beside access. Preparation.DoesNotExist for others."""
    reached = look(actor, preparation)
    found = reached.preparation
    rows = list(Cost.objects.filter(preparation=found))
    totals: dict[str, Decimal] = {}
    for row in rows:
        if row.amount is not None:
            totals[row.currency] = totals.get(row.currency, Decimal(0)) + row.amount
    return CostsPage(
        slug=found.slug,
        title=found.name.shown(tongue),
        runs=reached.runs,
        is_closed=found.closed_on is not None,
        rows=tuple(
            CostRow(
                number=row.pk,
                version=row.version,
                title=row.title.shown(tongue),
                amount=row.amount,
                currency=row.currency,
                note=row.note,
                is_first=at == 0,
                is_last=at == len(rows) - 1,
            )
            for at, row in enumerate(rows)
        ),
        totals=tuple(totals.items()),
        open=sum(row.amount is None for row in rows),
    )


@walled
def cost(*, actor: Actor, preparation: str, number: int) -> tuple[CostSaid, int]:
    """A line for its form, and its version; Cost.DoesNotExist for one of another preparation."""
    found = access.run(actor=actor, preparation=preparation, lock=False)
    row = Cost.objects.get(preparation=found, pk=number)
    return cost_said(row), row.version


def cost_said(row: Cost) -> CostSaid:
    return CostSaid(texts(row.title), row.amount, row.currency, row.note)
