"""Why staff may take a copy of everything about a person: from a list, so that the journal keeps it and names nobody."""

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from interlocal.ground.refused import Refused

REASONS: Final[Mapping[str, Any]] = {
    "person": _("the person asked for it"),
    "authority": _("an authority asked for it by law"),
    "audit": _("check of data protection"),
}


def obstacle_to_handing_out(*, is_own: bool, reason: str) -> Refused | None:
    if is_own or reason in REASONS:
        return None
    return Refused("no_reason", _("Say why this copy is made."), field="reason")
