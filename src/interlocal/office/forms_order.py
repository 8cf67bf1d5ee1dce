"""Forms of the order of precedence and of the register of gifts."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from interlocal.delegations import kinds
from interlocal.delegations.rules.gifts import CURRENCIES
from interlocal.office.forms import Day, LongText, OfficeForm, Once, Text, Versioned


class Rule(Versioned):
    """By what delegations and delegates are put in order."""

    rule = forms.ChoiceField(label=_("Delegations"), choices=kinds.OrderRule.choices)
    language = forms.ChoiceField(
        label=_("Alphabet of"),
        help_text=_("In which language names are compared."),
        choices=[("ko", "한국어"), ("ja", "日本語"), ("zh-Hans", "中文"), ("en", "English")],
    )
    within = forms.ChoiceField(label=_("Within a delegation"), choices=kinds.WithinRule.choices)
    rotation = Text(
        label=_("Rotation of the chair"),
        help_text=_("The short names of the governments in this order, separated by commas."),
        required=False,
        max_length=2000,
    )

    def slugs(self) -> list[str]:
        return [slug for part in self.cleaned_data["rotation"].split(",") if (slug := part.strip())]


class Move(OfficeForm):
    """Put one directly before another; the reason is kept and printed."""

    body = forms.CharField(widget=forms.HiddenInput, max_length=80)
    delegate = forms.CharField(widget=forms.HiddenInput, max_length=40, required=False)
    before = forms.ChoiceField(label=_("Directly before"), required=False)
    reason = Text(label=_("Reason"), max_length=300, required=False)

    def __init__(self, *args: Any, neighbours: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        chosen = self.fields["before"]
        assert isinstance(chosen, forms.ChoiceField)
        chosen.choices = [*neighbours, ("", _("at the end"))]


class Gift(Once):
    """One gift; `version` is set when an entered one is changed."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False, initial=0)
    body = forms.ChoiceField(label=_("Given by the side of"))
    giver = Text(label=_("Giver"), help_text=_("Name and post"))
    to_body = forms.ChoiceField(label=_("Received by the side of"))
    receiver = Text(label=_("Receiver"), help_text=_("Name and post"))
    what = Text(label=_("Gift"), max_length=300)
    value = forms.DecimalField(
        label=pgettext_lazy("of a gift", "Value"),
        required=False,
        max_digits=12,
        decimal_places=2,
        localize=False,
    )
    currency = forms.ChoiceField(
        label=_("Currency"), required=False, choices=[("", "—"), *((code, code) for code in CURRENCIES)]
    )
    given_on = Day(label=pgettext_lazy("of a gift", "Given on"), required=False)
    reported_on = Day(label=_("Reported on"), required=False)
    handed_over_on = Day(label=_("Handed over on"), required=False)
    note = LongText(label=_("Note"), required=False, max_length=2000)

    def __init__(self, *args: Any, bodies: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("body", "to_body"):
            chosen = self.fields[name]
            assert isinstance(chosen, forms.ChoiceField)
            chosen.choices = bodies
