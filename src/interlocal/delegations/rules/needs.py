"""What a preparation may ask of people."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from interlocal.delegations import kinds
from interlocal.ground.refused import Refused

# Kept after the event at most, in days.
LONGEST: Final[Mapping[str, int]] = {"contact": 730, "identity": 90, "sensitive": 30}
# For what each field is asked, where nothing else is said.
USUAL: Final[Mapping[str, str]] = {
    "email": "contact",
    "phone": "contact",
    "emergency": "safety",
    "birth": "invitation",
    "nationality": "invitation",
    "passport": "invitation",
    "passport_until": "invitation",
    "sex": "invitation",
    "arrival": "travel",
    "diet": "meals",
    "access": "access",
    "health": "safety",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A field that is asked: for what, whether something is missing without it, days kept after the event."""

    field: str
    purpose: str
    required: bool
    kept_days: int


def usual(field: str) -> Asked:
    return Asked(field, USUAL[field], False, kinds.RETENTION[kinds.CLASS_OF[field]])


def obstacle_to_asking(
    *, before: Sequence[Asked], after: Sequence[Asked], held: Collection[str]
) -> Refused | None:
    """`held`: fields of which somebody's data is kept already; what they agreed to must stay true."""
    was = {need.field: need for need in before}
    for need in after:
        if obstacle := _obstacle_to(need, was.get(need.field), need.field in held):
            return obstacle
    return None


def _obstacle_to(need: Asked, was: Asked | None, is_held: bool) -> Refused | None:
    longest = LONGEST[kinds.CLASS_OF[need.field]]
    if need.kept_days > longest:
        reason: Any = _("This kind of data is kept for %(days)s days at most.") % {"days": longest}
        return Refused("kept_too_long", reason, field=f"{need.field}_kept_days")
    if not is_held or was is None:
        return None
    if need.kept_days > was.kept_days:
        reason = _(
            "People have given this already, to be kept for a shorter time. It can only become shorter."
        )
        return Refused("kept_longer", reason, field=f"{need.field}_kept_days")
    if need.purpose != was.purpose:
        reason = _(
            "People have given this already, for another purpose. Stop asking it first; what was given is erased."
        )
        return Refused("other_purpose", reason, field=f"{need.field}_purpose")
    return None
