"""Whom to invite, on which terms, and links for who answers."""

from typing import Final

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from interlocal.delegations.rules.invitations import MOST, Terms
from interlocal.ground.tongues import OWN_NAMES, TONGUES
from interlocal.office.forms import Day, LongText, Once, Text, Versioned

TERMS: Final = ("quota", "support_quota", "due_on")
_QUOTA: Final = _("Seats")
_SUPPORT: Final = _("Interpreters, press and staff")
_DUE: Final = _("Deadline for names")


class Invite(Once):
    """Bodies ticked, all on the same terms; each can be changed afterwards."""

    quota = forms.IntegerField(min_value=1, max_value=MOST, initial=3, label=_QUOTA)
    support_quota = forms.IntegerField(min_value=0, max_value=MOST, initial=2, label=_SUPPORT)
    due_on = Day(required=False, label=_DUE)


class Change(Versioned):
    """The terms of one invitation. An emptied letter is the standard letter again."""

    quota = forms.IntegerField(min_value=1, max_value=MOST, label=_QUOTA)
    support_quota = forms.IntegerField(min_value=0, max_value=MOST, label=_SUPPORT)
    due_on = Day(required=False, label=_DUE)
    contact_name = Text(max_length=200, required=False, label=_("Contact person"))
    contact_email = forms.EmailField(max_length=254, required=False, label=_("E-mail of the contact person"))
    language = forms.ChoiceField(
        label=_("Language of the letter"), choices=[(tongue, OWN_NAMES[tongue]) for tongue in TONGUES]
    )
    own_letter = forms.BooleanField(
        required=False,
        label=_("Send the letter as written below"),
        help_text=_("Otherwise the standard letter is sent, filled with what is known on that day."),
    )
    letter = LongText(
        max_length=20000, required=False, label=_("Letter"), widget=forms.Textarea(attrs={"rows": 22})
    )
    note = LongText(
        max_length=2000,
        required=False,
        label=_("Note for the secretariat"),
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def terms(self) -> Terms:
        said = self.cleaned_data
        return Terms(
            quota=said["quota"],
            support_quota=said["support_quota"],
            due_on=said["due_on"],
            language=said["language"],
            contact_name=said["contact_name"],
            contact_email=said["contact_email"],
            letter=said["letter"] if said["own_letter"] else "",
            note=said["note"],
        )


class Send(Once, Versioned):
    """Send one invitation, or send it again."""


class MakeLink(Once):
    name = Text(
        max_length=200,
        label=pgettext_lazy("of a link", "For whom"),
        help_text=_("The person at the invited body who enters the delegation."),
    )
    email = forms.EmailField(max_length=254, required=False, label=_("E-mail"))
    until = Day(label=_("Valid until the end of"))


class Answer(Versioned):
    answer = forms.ChoiceField(choices=[("accepted", ""), ("declined", "")])


class Withdraw(Versioned):
    pass


LABELS: Final = {name: field.label for name, field in Change.base_fields.items() if field.label}
