"""Asking for a late change, and answering one."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from interlocal.delegations.kinds import ChangeKind
from interlocal.office.forms import LongText, Once, Versioned
from interlocal.office.forms_delegation import Person


def _reason() -> LongText:
    return LongText(max_length=1000, label=_("Reason"), help_text=_("The secretariat decides on it."))


class Leave(Once, Versioned):
    """Somebody is withdrawn."""

    reason = _reason()


class Other(Person, Once, Versioned):
    """Details are to be others, or somebody else comes instead."""

    reason = _reason()


class Addition(Person, Once):
    """Somebody more comes."""

    reason = _reason()


FORMS: dict[str, Any] = {
    ChangeKind.ADD: Addition,
    ChangeKind.EDIT: Other,
    ChangeKind.REPLACE: Other,
    ChangeKind.WITHDRAW: Leave,
}


class Answer(Versioned):
    """`version` is that of the person as they were shown."""

    answer = LongText(
        max_length=1000,
        required=False,
        label=_("Answer"),
        help_text=_("Needed to refuse. The delegation reads it."),
    )
