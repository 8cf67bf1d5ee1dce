"""What can be done with an invitation. Facts in, verdict out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _

from interlocal.delegations import kinds
from interlocal.delegations.rules import rights
from interlocal.delegations.rules.nominations import Circumstances, is_frozen
from interlocal.ground.refused import Refused
from interlocal.ground.tongues import TONGUES

MOST: Final = 500
# Links open this long after the last day, so that a delegation can still be corrected while it is reported on.
LINKS_LAST: Final = timedelta(days=7)
A_DAY: Final = timedelta(days=1)
MIDNIGHT: Final = time.min
_State = kinds.InvitationState


@dataclass(frozen=True, slots=True)
class Terms:
    """What an invitation says. An empty `letter` is the standard one."""

    quota: int
    support_quota: int
    due_on: date | None
    language: str
    contact_name: str = ""
    contact_email: str = ""
    letter: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """How many of a delegation are counted: seated, in support, and on the waiting list."""

    seated: int = 0
    support: int = 0
    waiting: int = 0

    @property
    def anybody(self) -> bool:
        return self.seated + self.support + self.waiting > 0


def obstacle_in_terms(terms: Terms, *, first_day: date, standing: Standing) -> Refused | None:
    if not 0 < terms.quota <= MOST:
        return Refused("quota_range", _("Between 1 and 500 seats."), field="quota")
    if not 0 <= terms.support_quota <= MOST:
        return Refused("support_range", _("Between 0 and 500 people."), field="support_quota")
    if terms.quota < standing.seated:
        return Refused(
            "quota_taken", _("More people have seats already. Withdraw some of them first."), field="quota"
        )
    if terms.support_quota < standing.support:
        return Refused(
            "support_taken",
            _("More people have places already. Withdraw some of them first."),
            field="support_quota",
        )
    if terms.due_on is not None and terms.due_on > first_day:
        return Refused("due_late", _("The deadline is after the first day."), field="due_on")
    if terms.language not in TONGUES:
        return Refused("language_unknown", _("Choose a language from the list."), field="language")
    return None


def obstacle_to_inviting(bodies: Sequence[str]) -> Refused | None:
    if not bodies:
        return Refused("nobody_invited", _("Choose at least one body."), field="bodies")
    return None


def obstacle_to_sending(*, state: str) -> Refused | None:
    if state == _State.DECLINED:
        return Refused(
            "declined", _("This invitation was declined. Change the answer before it is sent again.")
        )
    return None


def obstacle_to_withdrawing(*, standing: Standing) -> Refused | None:
    if standing.anybody:
        return Refused("people_nominated", _("This body has nominated people. Withdraw them first."))
    return None


def obstacle_to_answering(at: Circumstances, *, answer: str, standing: Standing) -> Refused | None:
    if found := _obstacle_to_speaking(at):
        return found
    if answer not in (_State.ACCEPTED, _State.DECLINED):
        return Refused("answer_unknown", _("Accept or decline."), field="answer")
    if answer == _State.DECLINED and standing.anybody:
        return Refused("people_nominated", _("This body has nominated people. Withdraw them first."))
    return None


def obstacle_to_headcount(
    at: Circumstances, *, headcount: int, most: int, standing: Standing
) -> Refused | None:
    """A number instead of names, for a body that enters no personal data."""
    if found := _obstacle_to_speaking(at):
        return found
    if standing.anybody:
        return Refused(
            "people_nominated", _("People are nominated by name already; they are counted instead.")
        )
    if not 0 < headcount <= most:
        return Refused("over_quota", _("More than were invited, or nobody."), field="headcount")
    return None


def _obstacle_to_speaking(at: Circumstances) -> Refused | None:
    """Whether the invited body, or the secretariat for it, can still say that it comes and with how many."""
    if not at.may_nominate:
        return rights.not_yours()
    if at.invitation == _State.DRAFT:
        return Refused("not_sent", _("This invitation was not sent yet."))
    if is_frozen(at):
        return Refused("frozen", _("The list is frozen. Propose a late change instead."))
    return None


def links_end(*, until_on: date, zone: str) -> datetime:
    """When links for an event end of themselves, given the first day after it."""
    midnight = datetime.combine(until_on + LINKS_LAST, MIDNIGHT, ZoneInfo(zone))
    return midnight.astimezone(UTC)
