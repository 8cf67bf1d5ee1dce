"""People entered again, and two entries judged."""

from django import forms

from interlocal.office.forms import OfficeForm, Once


class Again(Once):
    """Those ticked come with the form as `delegates`."""


class Judgement(OfficeForm):
    """Two entries by key, and what somebody says of them."""

    one = forms.UUIDField()
    other = forms.UUIDField()
    judged = forms.ChoiceField(choices=[("same", ""), ("different", "")])
