"""Forms of notes."""

from django import forms
from django.utils.translation import gettext_lazy as _

from interlocal.delegations.kinds import NoteKind
from interlocal.ground.tongues import OWN_NAMES, TONGUES
from interlocal.office.forms import LongText, OfficeForm, Once, Versioned


class _Note(OfficeForm):
    kind = forms.ChoiceField(label=_("Kind"), choices=NoteKind.choices)
    text = LongText(label=_("Text"))
    language = forms.ChoiceField(
        label=_("Written in"), choices=[(tongue, OWN_NAMES[tongue]) for tongue in TONGUES]
    )


class Write(_Note, Once):
    pass


class Rewrite(_Note, Versioned):
    pass
