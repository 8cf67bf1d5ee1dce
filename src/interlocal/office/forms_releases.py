"""Forms of released versions."""

from django import forms
from django.utils.translation import gettext_lazy as _

from interlocal.office.forms import Once, Text


class Release(Once):
    note = Text(label=_("What is new, for the record"), max_length=300, required=False)
    is_public = forms.BooleanField(
        label=_("Show it to the public"),
        help_text=_(
            "Items marked as public appear on the public pages, with a calendar to subscribe to. No names, no contacts."
        ),
        required=False,
    )


class Tell(Once):
    pass
