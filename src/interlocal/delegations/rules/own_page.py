"""What a delegate's own page shows to whom. Facts in, verdict out."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from interlocal.delegations import kinds
from interlocal.ground.refused import Refused

Audience, Part = kinds.ItemAudience, kinds.Part


def is_for(*, audience: str, part: str) -> bool:
    """Whether an item of the programme is for who comes as this."""
    if audience == Audience.SEATED:
        return part in kinds.SEATED
    if audience == Audience.HEADS:
        return part == Part.HEAD
    if audience == Audience.SUPPORT:
        return part not in kinds.SEATED
    return True


def is_news(*, changed_at: datetime | None, seen_at: datetime | None) -> bool:
    """Whether an item changed since its reader last said that it was seen; at the first look nothing is news."""
    return changed_at is not None and seen_at is not None and changed_at > seen_at


def nobody_to_link() -> Refused:
    return Refused("nobody_to_link", _("Nobody was chosen, and no link was made."))


def no_such_day() -> Refused:
    return Refused("link_past", _("Choose a day in the future."), field="until")


def links_shown() -> Refused:
    return Refused("links_shown", _("These links were made and shown already. Reload the page."))
