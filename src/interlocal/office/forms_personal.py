"""Forms about people's data: made of what a preparation asks, judged by the room's rules."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interlocal.delegations import kinds
from interlocal.delegations.commands.consent import Agreed
from interlocal.delegations.queries.needs import NeedsPage
from interlocal.delegations.queries.personal import DataPage, FieldRow
from interlocal.delegations.rules import consent_texts
from interlocal.delegations.rules import exporting as exporting_rules
from interlocal.delegations.rules import personal as rules
from interlocal.delegations.rules.needs import Asked
from interlocal.ground.refused import Refused
from interlocal.office.forms import LongText, OfficeForm, Text, Versioned

LONG = ("emergency", "arrival", "diet", "access", "health")
DAYS = ("birth", "passport_until")
HELP: Mapping[str, Any] = {
    "phone": _("With the country code, such as +82 10 1234 5678."),
    "emergency": _("Whom to call if something happens: name and telephone number."),
    "passport": _(
        "Letters and digits as in the passport. If you would rather not give it, bring the passport itself."
    ),
    "arrival": _("Flights or trains, with days and times."),
    "diet": _("What the kitchen has to know. No reason is needed."),
    "access": _("For example a wheelchair, large print, or a seat near the stage."),
    "health": _("Only what helpers must know on the days."),
}
_DAY = forms.DateInput(attrs={"type": "date", "autocomplete": "off"})


class DataForm(OfficeForm):
    """The fields that are asked. What is sealed begins empty: an empty one stays as it is."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    version = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, page: DataPage, *, today: date, tongue: str, data: Any = None) -> None:
        first = {row.field: row.typed for row in page.rows}
        super().__init__(data, initial={**first, "seen": page.seen, "version": consent_texts.CURRENT})
        self.page, self.today, self.tongue = page, today, tongue
        self.to_agree = [each for each in page.asks_sealed if each not in page.agreed]
        for row in page.rows:
            self.fields[row.field] = _asked(row)
            if row.is_sealed and row.is_given:
                self.fields[f"remove_{row.field}"] = forms.BooleanField(label=_("Remove it"), required=False)
        for each in self.to_agree:
            self.fields[f"agree_{each}"] = forms.BooleanField(label=_agree(each, page.is_own), required=False)

    def clean(self) -> dict[str, Any]:
        """Every field is judged, so that all that is wrong is shown at once."""
        found = dict(self.cleaned_data)
        facts = rules.Facts(self.today, self.page.last_on, str(found.get("nationality") or "").upper())
        for row in self.page.rows:
            try:
                found[row.field] = rules.cleaned(row.field, found.get(row.field) or "", facts)
            except Refused as refusal:
                self.add_error(row.field, forms.ValidationError(str(refusal.reason), code=refusal.code))
        return found

    @property
    def typed(self) -> dict[str, str]:
        return {row.field: self.cleaned_data[row.field] for row in self.page.rows}

    @property
    def removed(self) -> list[str]:
        return [row.field for row in self.page.rows if self.cleaned_data.get(f"remove_{row.field}")]

    @property
    def agreed(self) -> Agreed | None:
        classes = tuple(each for each in self.to_agree if self.cleaned_data.get(f"agree_{each}"))
        return Agreed(self.cleaned_data["version"], self.tongue, classes) if classes else None


def _asked(row: FieldRow) -> forms.Field:
    label, said = kinds.Field(row.field).label, HELP.get(row.field, "")
    if row.is_given and row.is_sealed:
        said = _("Kept already. Leave this empty to keep it, or type it anew.")
    options: dict[str, Any] = {"label": label, "help_text": said, "required": False}
    if row.field == "sex":
        return forms.ChoiceField(choices=[("", "—"), *rules.SEXES.items()], **options)
    if row.field == "nationality":
        return forms.ChoiceField(choices=_countries(), **options)
    if row.field in DAYS:
        return Text(max_length=10, widget=_DAY, **options)
    if row.field in LONG:
        attributes = {"rows": 2, "autocomplete": "off"}
        longest = rules.LONGEST.get(row.field, rules.LONGEST_TEXT)
        return LongText(max_length=longest, widget=forms.Textarea(attrs=attributes), **options)
    kind = {"email": "email", "phone": "tel"}.get(row.field, "text")
    widget = forms.TextInput(attrs={"type": kind, "autocomplete": "off", "spellcheck": "false"})
    return Text(max_length=rules.LONGEST.get(row.field, 40), widget=widget, **options)


def _countries() -> list[tuple[Any, Any]]:
    others = sorted(rules.COUNTRIES - set(rules.NAMED_COUNTRIES))
    return [
        ("", "—"),
        *rules.NAMED_COUNTRIES.items(),
        (_("Others, by code"), [(code, code) for code in others]),
    ]


def _agree(data_class: str, is_own: bool) -> Any:
    """What the tick says: the person agrees, or the office says that the person was asked."""
    if data_class == "identity":
        own, told = (
            _("I agree that my identity data is kept as described."),
            _("The person has read this text and agrees that their identity data is kept."),
        )
    else:
        own, told = (
            _("I agree that my sensitive data is kept as described."),
            _("The person has read this text and agrees that their sensitive data is kept."),
        )
    return own if is_own else told


class NeedsForm(Versioned):
    """A line of four entries for each field that could be asked."""

    def __init__(self, page: NeedsPage, *, data: Any = None) -> None:
        first: dict[str, Any] = {"version": page.version}
        super().__init__(data, initial=first)
        self.page = page
        for row in page.rows:
            label = str(kinds.Field(row.field).label)
            first |= {
                f"{row.field}_asked": row.is_asked,
                f"{row.field}_purpose": row.need.purpose,
                f"{row.field}_required": row.need.required,
                f"{row.field}_kept_days": row.need.kept_days,
            }
            self.fields[f"{row.field}_asked"] = _tick(label)
            self.fields[f"{row.field}_purpose"] = forms.ChoiceField(
                choices=kinds.Purpose.choices,
                widget=forms.Select(attrs={"aria-label": _("Purpose: %(field)s") % {"field": label}}),
            )
            self.fields[f"{row.field}_required"] = _tick(_("Needed: %(field)s") % {"field": label})
            self.fields[f"{row.field}_kept_days"] = forms.IntegerField(
                min_value=0,
                max_value=9999,
                widget=forms.NumberInput(attrs={"aria-label": _("Days kept: %(field)s") % {"field": label}}),
            )

    @property
    def asked(self) -> list[Asked]:
        given = self.cleaned_data
        return [
            Asked(
                row.field,
                given[f"{row.field}_purpose"],
                given[f"{row.field}_required"],
                given[f"{row.field}_kept_days"],
            )
            for row in self.page.rows
            if given[f"{row.field}_asked"]
        ]


def _tick(label: str) -> forms.BooleanField:
    return forms.BooleanField(required=False, widget=forms.CheckboxInput(attrs={"aria-label": label}))


class Show(OfficeForm):
    """For which purpose covered entries are uncovered; only those asked for this purpose are."""

    purpose = forms.ChoiceField(label=_("For what do you need it?"))

    def __init__(self, page: DataPage, *, data: Any = None) -> None:
        super().__init__(data)
        wanted = {row.purpose for row in page.rows if row.field in page.covered}
        self.fields["purpose"].choices = [each for each in kinds.Purpose.choices if each[0] in wanted]  # type: ignore[attr-defined]


class Copy(OfficeForm):
    reason = forms.ChoiceField(
        label=_("Why is this copy made?"), choices=[("", "—"), *exporting_rules.REASONS.items()]
    )


class Correction(OfficeForm):
    text = LongText(label=_("What is wrong with your name or post, and how is it right?"), max_length=1000)


class Erase(OfficeForm):
    sure = forms.BooleanField(
        label=_("Yes, erase this person's name, post, data, letters and history. It cannot be taken back.")
    )
