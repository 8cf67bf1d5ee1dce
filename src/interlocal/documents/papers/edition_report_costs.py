"""What was spent, with the sums of each currency, and what was given."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from interlocal.arrangements.rules.facts import Spent
from interlocal.documents.formats.document import Blank, Block, Paragraph, Row, Table, Text, text
from interlocal.documents.papers import listing, wording
from interlocal.documents.papers.edition_report_parts import Report, blank, caption
from interlocal.documents.papers.wording import label
from interlocal.ground.tongues import EN
from interlocal.ground.wording import print_number

SHORT: Final = 14
"""A table of so few rows stays on one page."""


def costs(one: Report) -> Iterator[Block]:
    """Line by line with the sums of each currency. What the organisers spent is not what a delegation spent."""
    found = () if one.body and not one.body.is_host else one.facts.costs
    if not found:
        yield blank(_("Spending, line by line, with its receipts"), one)
        return
    heads = (
        (pgettext_lazy("of spending", "Line"), 3.4),
        (_("Amount"), 1.8),
        (_("Currency"), 1.1),
        (_("Remarks"), 2.6),
    )
    columns = tuple(
        replace(listing.head(head, one.wish), align="right" if at == 1 else "left")
        for at, head in enumerate(heads)
    )
    rows = (*(Row(_cost(line, one)) for line in found), *(Row(cells) for cells in _sums(found, one)))
    yield Table(columns, rows, caption("costs", one), whole=len(rows) <= SHORT)
    if any(line.amount is None for line in found):
        yield Paragraph(label(_("Lines without an amount are not in the sums."), one.wish), "note")


def _cost(line: Spent, one: Report) -> tuple[Text, ...]:
    amount = "" if line.amount is None else print_number(_plain(line.amount), one.wish.tongue)
    return (
        wording.local(line.title, one.wish, beside="\n"),
        text(amount, EN),
        text(line.currency, EN),
        text(line.note, one.wish.tongue),
    )


def _sums(found: tuple[Spent, ...], one: Report) -> Iterator[tuple[Text, ...]]:
    sums: dict[str, Decimal] = {}
    for line in found:
        if line.amount is not None:
            sums[line.currency] = sums.get(line.currency, Decimal()) + line.amount
    for currency, amount in sums.items():
        whole = label(pgettext_lazy("of spending", "Total"), one.wish, "strong")
        printed = print_number(_plain(amount), one.wish.tongue)
        yield whole, text(printed, EN, "strong"), text(currency, EN, "strong"), ()


def _plain(amount: Decimal) -> Decimal:
    """4200000.00 as 4200000; 12.50 stays."""
    whole = amount.to_integral_value()
    return whole if amount == whole else amount


def gifts(one: Report) -> Iterator[Block]:
    # Public Service Ethics Act of Korea, article 15, and its decree, article 28.
    yield Paragraph(
        label(
            _(
                "A gift from a foreigner worth 100 US dollars or 100,000 won and more is reported at once and handed over."
            ),
            one.wish,
        ),
        "note",
    )
    yield Blank(label(_("Who gave what to whom, its value, and when it was reported"), one.wish), 2)
