"""The words of drafts that tell a delegation what became of its people; in the language of the page or mail being made."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from interlocal.delegations.kinds import MailKind


@dataclass(frozen=True, slots=True)
class Told:
    """What a draft is about: the event, to whom it goes, people by name, the reason if one was given."""

    event: str
    to: str
    names: tuple[str, ...]
    reason: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    subject: str
    text: str


def wording(kind: str, told: Told) -> Words:
    """Subject and text of a draft of this kind."""
    return _WORDINGS[kind](told)


def _approved(told: Told) -> Words:
    return _words(
        told,
        _("%(event)s: approved") % {"event": told.event},
        _("The following members of your delegation have been approved."),
    )


def _refused(told: Told) -> Words:
    return _words(
        told,
        _("%(event)s: not approved") % {"event": told.event},
        _("We are sorry that the following members of your delegation could not be approved."),
    )


def _waiting(told: Told) -> Words:
    return _words(
        told,
        _("%(event)s: on the waiting list") % {"event": told.event},
        _(
            "All seats are taken at present. The following members of your delegation are on the waiting list"
            " and move up when a seat becomes free."
        ),
    )


def _promoted(told: Told) -> Words:
    return _words(
        told,
        _("%(event)s: a seat has become free") % {"event": told.event},
        _(
            "A seat has become free. The following members of your delegation have moved up from the waiting list."
        ),
    )


def _returned(told: Told) -> Words:
    return _words(
        told,
        _("%(event)s: please correct") % {"event": told.event},
        _("Please check and correct the entries of the following members of your delegation."),
    )


def _change(told: Told) -> Words:
    return _words(told, _("%(event)s: answer to your change") % {"event": told.event}, told.said)


def _words(told: Told, subject: str, says: str) -> Words:
    parts = [_("Dear %(name)s,") % {"name": told.to}, says]
    if told.names:
        parts.append("\n".join(f"- {name}" for name in told.names))
    if told.reason:
        parts.append(_("Reason: %(reason)s") % {"reason": told.reason})
    return Words(" ".join(subject.split()), "\n\n".join(parts) + "\n")


_WORDINGS: dict[str, Callable[[Told], Words]] = {
    MailKind.APPROVED: _approved,
    MailKind.REFUSED: _refused,
    MailKind.WAITING: _waiting,
    MailKind.PROMOTED: _promoted,
    MailKind.FREE: _returned,
    MailKind.CHANGE: _change,
}
