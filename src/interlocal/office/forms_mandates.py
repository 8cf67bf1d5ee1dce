"""Forms of mandates and accounts."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from interlocal.ground.tongues import OWN_NAMES, TONGUES
from interlocal.identity.kinds import MANDATED
from interlocal.office.forms import Day, OfficeForm, Text

LANGUAGES = [(code, OWN_NAMES[code]) for code in TONGUES]


class Account(OfficeForm):
    """Who is to be invited."""

    email = forms.EmailField(label=_("E-mail address"), max_length=254)
    name = Text(label=pgettext_lazy("of a person", "Name"), required=False, max_length=120)
    language = forms.ChoiceField(label=_("Language of mails"), choices=LANGUAGES)


class Give(Account):
    """A mandate for somebody, who gets an account if there is none yet."""

    role = forms.ChoiceField(label=_("Role"), choices=[(role.value, role.label) for role in MANDATED])
    from_on = Day(label=pgettext_lazy("of a mandate", "From"))
    until_on = Day(
        label=pgettext_lazy("of a mandate", "Until"),
        help_text=_("The first day it no longer holds; empty: until it is ended."),
        required=False,
    )

    field_order = ("email", "name", "role", "from_on", "until_on", "language")


class HandOver(OfficeForm):
    """Everything one holds goes to another on a day."""

    holder = forms.ChoiceField(label=_("From whom"))
    email = forms.EmailField(label=_("To whom (e-mail address)"), max_length=254)
    name = Text(label=_("Name of the successor"), required=False, max_length=120)
    on = Day(label=_("From this day on"))

    def __init__(self, *args: Any, holders: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        chosen = self.fields["holder"]
        assert isinstance(chosen, forms.ChoiceField)
        chosen.choices = holders


class End(OfficeForm):
    on = Day(label=_("First day it no longer holds"))
