"""When a gift has to be reported. Facts in, verdict out.

Korea: a public servant who is given something worth 100 US dollars or 100,000 won and more by a foreigner reports it to
the head of the own body at once and hands it over (공직자윤리법 제15조, 같은 법 시행령 제28조).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from django.utils.translation import gettext_lazy as _

from interlocal.ground.refused import Refused

# By country of the receiver: from what value in which currency. Any one of them is enough.
THRESHOLDS: Final[Mapping[str, Mapping[str, Decimal]]] = MappingProxyType(
    {"KR": MappingProxyType({"USD": Decimal(100), "KRW": Decimal(100_000)})}
)
CURRENCIES: Final = ("KRW", "JPY", "CNY", "USD")


@dataclass(frozen=True, slots=True)
class Given:
    """What decides on a gift: the country of who receives it, of who gives it, and its value if known."""

    to_country: str
    from_country: str
    value: Decimal | None
    currency: str
    given_on: date | None
    reported_on: date | None
    handed_over_on: date | None


def warning(given: Given) -> str:
    """A code: "" nothing to do, "unvalued", "convert", "report", "hand_over", "done"."""
    limits = THRESHOLDS.get(given.to_country)
    if limits is None or given.from_country == given.to_country:
        return ""
    if given.value is None:
        return "unvalued"
    if given.currency not in limits:
        return "convert"
    if given.value < limits[given.currency]:
        return ""
    if given.reported_on is None:
        return "report"
    return "done" if given.handed_over_on else "hand_over"


def obstacle_to_registering(given: Given, *, what: str, same_body: bool) -> Refused | None:
    """Why a gift cannot be entered so, or None."""
    if not what.strip():
        return Refused("gift_nameless", _("Say what the gift is."), field="what")
    if same_body:
        return Refused("gift_to_itself", _("Giver and receiver must be two governments."), field="to_body")
    if given.value is not None and given.value < 0:
        return Refused("gift_below_nothing", _("A value cannot be below zero."), field="value")
    if given.value is not None and given.currency not in CURRENCIES:
        return Refused("gift_currency", _("Choose the currency of the value."), field="currency")
    if given.handed_over_on and given.given_on and given.handed_over_on < given.given_on:
        return Refused(
            "gift_handed_over_before",
            _("It cannot be handed over before it was given."),
            field="handed_over_on",
        )
    return None
