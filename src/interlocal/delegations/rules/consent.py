"""What people must have agreed to before it is kept."""

from collections.abc import Collection, Iterable

from django.utils.translation import gettext_lazy as _

from interlocal.delegations import kinds
from interlocal.delegations.rules import consent_texts
from interlocal.ground.refused import Refused


def resting(fields: Iterable[str]) -> list[str]:
    """Those of the fields that rest on consent."""
    return [field for field in fields if kinds.CLASS_OF[field] in kinds.SEALED]


def fields_of(classes: Collection[str], *, asked: Iterable[str]) -> list[str]:
    """What a consent to these classes is given for: the fields that are asked, in their order."""
    return [field for field in resting(asked) if kinds.CLASS_OF[field] in classes]


def obstacle_to_agreeing(*, version: str, classes: Collection[str]) -> Refused | None:
    if version != consent_texts.CURRENT:
        reason = _("The text was renewed while this page was open. Read it once more.")
        return Refused("consent_outdated", reason)
    if not set(classes) <= set(kinds.SEALED):
        return Refused("consent_unknown", _("This kind of data needs no consent."))
    return None


def obstacle_to_keeping(*, fields: Iterable[str], agreed: Collection[str]) -> Refused | None:
    """Whether these fields may be saved. The refusal belongs to the tick of the class that is missing."""
    for field in resting(fields):
        if field not in agreed:
            reason = _(
                "This is saved only with consent. Tick it below the text, or leave these entries empty."
            )
            return Refused("no_consent", reason, field=f"agree_{kinds.CLASS_OF[field]}")
    return None
