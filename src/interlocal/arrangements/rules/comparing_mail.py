"""The words of a mail that tells a delegation what a version of the programme changed; in the language of the mail."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Words:
    subject: str
    text: str


def wording(*, event: str, to: str, number: int, is_first: bool, changes: Sequence[str], page: str) -> Words:
    """The first version is told as a whole; a later one by what it changed for these readers. `page`: where it is read."""
    greeting = _("Dear %(name)s,") % {"name": to or _("Sir or Madam")}
    if is_first:
        says = _(
            "The programme of %(event)s is out (version %(number)s). These items concern your delegation:"
        )
        subject = _("%(event)s: programme (version %(number)s)")
    else:
        says = _(
            "The programme of %(event)s has changed (version %(number)s). These changes concern your delegation:"
        )
        subject = _("%(event)s: changes of the programme (version %(number)s)")
    words = {"event": event, "number": number}
    lines = "\n".join(f"- {one}" for one in changes)
    parts = [greeting, says % words, lines, page]
    return Words(" ".join((subject % words).split()), "\n\n".join(part for part in parts if part) + "\n")
