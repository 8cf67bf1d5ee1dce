"""The words of a mail that brings links to own pages; in the language of the mail being made."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who gets a link (a delegate's key and the link's row id): at the own e-mail address, else by the contact."""

    delegate: str
    name: str
    address: str
    link: int
    email: str
    contact: str


@dataclass(frozen=True, slots=True)
class Words:
    subject: str
    text: str


def wording(*, event: str, to: str, bearers: Sequence[Bearer], own: bool) -> Words:
    """To the person itself (`own`), or to the contact who hands the links on."""
    says = (
        _(
            "This is your personal page: your programme, who accompanies you, and the code for check-in."
            " It opens on your telephone and needs no account. Please keep the address to yourself."
        )
        if own
        else _(
            "These are the personal pages of your delegation: programme, who accompanies them, and the code"
            " for check-in. Please hand each person their own address, and no other."
        )
    )
    addresses = [one.address if own else f"{one.name}\n{one.address}" for one in bearers]
    greeting = _("Dear %(name)s,") % {"name": to or _("Sir or Madam")}
    subject = _("%(event)s: your personal page") if own else _("%(event)s: personal pages of your delegation")
    text = "\n\n".join([greeting, says, *addresses])
    return Words(" ".join((subject % {"event": event}).split()), f"{text}\n")
