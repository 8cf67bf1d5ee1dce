from interlocal.delegations.models.days import CheckIn, Escort, Gift
from interlocal.delegations.models.delegates import Change, Decision, Delegate, Moved
from interlocal.delegations.models.invitations import Invitation, Link, Once
from interlocal.delegations.models.mail import Mail
from interlocal.delegations.models.personal import Certificate, Consent, Datum, Need, Wish
from interlocal.delegations.models.preparations import (
    Milestone,
    Note,
    Paper,
    PlannedItem,
    Preparation,
)

__all__ = [
    "Certificate",
    "Change",
    "CheckIn",
    "Consent",
    "Datum",
    "Decision",
    "Delegate",
    "Escort",
    "Gift",
    "Invitation",
    "Link",
    "Mail",
    "Milestone",
    "Moved",
    "Need",
    "Note",
    "Once",
    "Paper",
    "PlannedItem",
    "Preparation",
    "Wish",
]
