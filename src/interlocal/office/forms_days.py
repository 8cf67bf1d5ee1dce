"""Forms of the days: desks, walk-ins, links to own pages, and who helps a delegation."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from interlocal.delegations import kinds
from interlocal.delegations.rules.escorts import KINDS, Helper
from interlocal.office.forms import Day, OfficeForm, Once, Text


class Desk(OfficeForm):
    """A link for a phone at a desk."""

    name = Text(label=_("Name of the desk"), help_text=_("For example: main entrance"), max_length=80)
    until = Day(label=_("Works until the end of"))


class WalkIn(Once):
    """Somebody who came without being nominated."""

    family = Text(label=_("Family name"), max_length=80, required=False)
    given = Text(label=_("Given name"), max_length=80, required=False)
    body = forms.ChoiceField(label=_("Government"))
    part = forms.ChoiceField(label=_("Comes as"), choices=kinds.Part.choices, initial=kinds.Part.MEMBER)

    def __init__(self, *args: Any, bodies: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        chosen = self.fields["body"]
        assert isinstance(chosen, forms.ChoiceField)
        chosen.choices = [("", _("Choose")), *bodies]


class MakeLinks(Once):
    until = Day(label=_("The links work until the end of"))


class Escort(Once):
    """An interpreter or liaison."""

    kind = forms.ChoiceField(label=_("As"), choices=KINDS)
    name = Text(label=pgettext_lazy("of a person", "Name"), max_length=120)
    reading = Text(
        label=_("How the name is said"),
        help_text=_("In letters the delegation reads."),
        max_length=120,
        required=False,
    )
    languages = Text(label=_("Languages"), max_length=60, required=False)
    phone = Text(label=_("Telephone"), max_length=40, required=False)

    def helper(self) -> Helper:
        return Helper(**{name: self.cleaned_data[name] for name in Helper.__dataclass_fields__})
