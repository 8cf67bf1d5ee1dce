"""Who may be entered as helping a delegation. Facts in, verdict out."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from interlocal.delegations.rules.nominations_names import composed, fault_in_name
from interlocal.ground.refused import Refused

KINDS: Final = (
    ("interpreter", pgettext_lazy("who helps a delegation", "interpreter")),
    ("liaison", pgettext_lazy("who helps a delegation", "liaison")),
)
_PHONE: Final = frozenset("+0123456789 ()-./#*")


@dataclass(frozen=True, slots=True)
class Helper:
    """An interpreter or liaison as entered; `languages` as the delegation reads them."""

    kind: str
    name: str
    reading: str = ""
    languages: str = ""
    phone: str = ""


def tidied(helper: Helper) -> Helper:
    return Helper(
        helper.kind,
        composed(helper.name),
        composed(helper.reading),
        composed(helper.languages),
        " ".join(helper.phone.split()),
    )


def obstacle_in(helper: Helper) -> Refused | None:
    """What is wrong with a tidied entry."""
    if helper.kind not in dict(KINDS):
        return Refused("escort_kind", _("Choose interpreter or liaison."), field="kind")
    if not helper.name:
        return Refused("escort_nameless", _("Enter a name."), field="name")
    for field in ("name", "reading"):
        if found := fault_in_name(getattr(helper, field), field=field):
            return found
    if any(char not in _PHONE for char in helper.phone):
        return Refused("escort_phone", _("Enter a telephone number, with + and country code."), field="phone")
    return None
