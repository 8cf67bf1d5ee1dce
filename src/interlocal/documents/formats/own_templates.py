"""A body's own Typst template: drawn apart, without network or files, and what is wrong with it said in a sentence."""

import re
from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from interlocal.documents.formats.apart import Broken, Overloaded, drawn_apart
from interlocal.ground.refused import Refused

SECONDS = 30
PLACE = re.compile(r"┌─ (?P<file>\S+?):(?P<line>\d+):\d+")
SEARCHED = re.compile(r" \(searched at [^)]*\)")


def drawn_or_refused(beside: Mapping[str, bytes]) -> bytes:
    try:
        return drawn_apart(beside, seconds=SECONDS)
    except Broken as fault:
        raise _refusal(fault) from fault
    except Overloaded as fault:
        raise Refused(
            "template_heavy", _("The template needs more memory or time than it may have.")
        ) from fault


def _refusal(fault: Broken) -> Refused:
    place = PLACE.search(fault.diagnostic)
    reason: object = SEARCHED.sub("", fault.message)
    if "download package" in fault.message or "package not found" in fault.message:
        reason = _("Packages cannot be used in a template; write what is needed into the template itself.")
    if place is None:
        return Refused("template_broken", _("The template cannot be used: %(reason)s") % {"reason": reason})
    return Refused(
        "template_broken", _("Line %(line)s: %(reason)s") % {"line": place["line"], "reason": reason}
    )
