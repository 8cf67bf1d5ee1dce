"""Forms of what papers say: texts in four languages, lines of spending, photographs."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from interlocal.arrangements.kinds import WordsKind
from interlocal.arrangements.rules import words as rules
from interlocal.arrangements.rules.words import CostSaid, WordsSaid
from interlocal.ground.texts import Shown
from interlocal.ground.tongues import OWN_NAMES, TONGUES
from interlocal.office.forms import LongText, OfficeForm, Once, Text, Versioned
from interlocal.office.forms_preparations import Texts, field_of, spread

Items = Iterable[tuple[int, Shown]]

_SPOKEN: Final = ("speaker", "title", "text")
# Of each kind what is asked; the first three are texts in four languages.
ASKED: Final[Mapping[str, tuple[str, ...]]] = {
    WordsKind.GREETING: _SPOKEN,
    WordsKind.SPEECH: (*_SPOKEN, "item"),
    WordsKind.STATEMENT: (*_SPOKEN, "item"),
    WordsKind.PHRASE: ("title", "text"),
    WordsKind.EMERGENCY: ("title", "text", "contact"),
    WordsKind.PURPOSE: ("title", "text"),
    WordsKind.COSTS: ("title", "text"),
    WordsKind.ACTIVITY: ("title", "text", "item"),
    WordsKind.FOLLOW_UP: ("title", "text", "item"),
    WordsKind.IMPLICATION: ("title", "text", "item"),
}
_LABELS: Final[Mapping[str, Any]] = {
    "speaker": _("Whose words"),
    "title": _("Title"),
    "text": pgettext_lazy("of a greeting or speech", "Text"),
}
_OWN_LABELS: Final[Mapping[tuple[str, str], Any]] = {
    (WordsKind.PHRASE, "title"): _("Phrase"),
    (WordsKind.PHRASE, "text"): _("How it sounds"),
    (WordsKind.EMERGENCY, "title"): _("Whom one reaches"),
    (WordsKind.EMERGENCY, "text"): _("When to call"),
}
_SHORT: Final = (WordsKind.PHRASE, WordsKind.EMERGENCY)
# Those of the countries of this house first.
_FIRST: Final = ("KRW", "JPY", "CNY", "USD")
CURRENCIES: Final = (*_FIRST, *sorted(rules.CURRENCIES - set(_FIRST)))


def label_of(kind: str, name: str) -> Any:
    return _OWN_LABELS.get((kind, name)) or _LABELS[name]


def _number(value: str) -> int:
    return int(value)


def item_field() -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=_("Belongs to the item"), coerce=_number, empty_value=None, required=False
    )


def offer_items(form: forms.Form, items: Items) -> None:
    field: Any = form.fields["item"]
    field.choices = [("", _("none chosen")), *((number, title.text) for number, title in items)]


class Words(OfficeForm):
    """What is asked of one kind of words, language by language; what is not asked stays as it was."""

    kind = forms.ChoiceField(choices=WordsKind.choices, widget=forms.HiddenInput)
    contact = Text(label=_("Telephone"), max_length=rules.LONGEST_CONTACT)
    item = item_field()

    def __init__(self, *args: Any, kind: str, items: Items, **options: Any) -> None:
        super().__init__(*args, **options)
        self.of, self.fields["kind"].initial = kind, kind
        self.asked = tuple(name for name in ASKED[kind] if name in _LABELS)
        for tongue in TONGUES:
            for name in self.asked:
                self.fields[field_of(name, tongue)] = self._field(name, tongue)
        offer_items(self, items)
        for name in ("contact", "item"):
            if name not in ASKED[kind]:
                del self.fields[name]

    def _field(self, name: str, tongue: str) -> forms.CharField:
        label = label_of(self.of, name)
        if name == "text":
            field: forms.CharField = LongText(label=label, max_length=rules.LONGEST_TEXT, required=False)
            field.widget.attrs["rows"] = 3 if self.of in _SHORT else 12
        else:
            field = Text(label=label, max_length=rules.LONGEST_TITLE, required=False)
        # Four fields of one name stand beside each other: heard alone, each says its language.
        field.widget.attrs |= {"lang": tongue, "aria-label": f"{label} ({OWN_NAMES[tongue]})"}
        return field

    def columns(self) -> list[tuple[str, str, list[Any]]]:
        """Of each language its code, its own name and its fields."""
        return [
            (tongue, OWN_NAMES[tongue], [self[field_of(name, tongue)] for name in self.asked])
            for tongue in TONGUES
        ]

    def words(self, before: WordsSaid | None = None) -> WordsSaid:
        data = self.cleaned_data
        texts: dict[str, Any] = {
            name: {tongue: data[field_of(name, tongue)] for tongue in TONGUES} for name in self.asked
        }
        plain: dict[str, Any] = {name: data[name] for name in ("contact", "item") if name in self.fields}
        return replace(before or WordsSaid(self.of), **texts, **plain)


class AddWords(Words, Once):
    pass


class ChangeWords(Words, Versioned):
    pass


def initial_of_words(said: WordsSaid) -> dict[str, Any]:
    texts = {**spread("title", said.title), **spread("text", said.text), **spread("speaker", said.speaker)}
    return texts | {"contact": said.contact, "item": said.item}


class Money(forms.DecimalField):
    """An amount, also with its thousands parted."""

    def __init__(self, **options: Any) -> None:
        field = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(widget=field, **options)

    def to_python(self, value: Any) -> Any:
        plain = value.replace(",", "").replace("，", "").replace(" ", "") if isinstance(value, str) else value
        return super().to_python(plain)


class Cost(Texts):
    """A line of spending."""

    texts = (("title", _("What it was for"), rules.LONGEST_TITLE),)
    amount = Money(label=_("Amount"), max_digits=14, decimal_places=2, required=False)
    currency = forms.ChoiceField(
        label=_("Currency"), choices=[(code, code) for code in CURRENCIES], required=False
    )
    note = Text(label=_("Note"), max_length=rules.LONGEST_TITLE, required=False)

    def cost(self) -> CostSaid:
        data = self.cleaned_data
        currency = data["currency"] if data["amount"] is not None else ""
        return CostSaid(self.said("title"), data["amount"], currency, data["note"])


class AddCost(Cost, Once):
    pass


class ChangeCost(Cost, Versioned):
    pass


def initial_of_cost(said: CostSaid) -> dict[str, Any]:
    amount = said.amount
    whole = amount.to_integral_value() if amount is not None and amount == int(amount) else amount
    return spread("title", said.title) | {"amount": whole, "currency": said.currency, "note": said.note}


class Picture(Texts):
    """What is said of a photograph."""

    texts = (("caption", _("Caption"), rules.LONGEST_TITLE),)
    alt = Text(
        label=_("What is seen"),
        help_text=_("For those who cannot see it: who is where and does what."),
        max_length=rules.LONGEST_TITLE,
        required=False,
    )
    item = item_field()

    def __init__(self, *args: Any, items: Items, **options: Any) -> None:
        super().__init__(*args, **options)
        offer_items(self, items)

    def described(self) -> dict[str, Any]:
        return {
            "caption": self.said("caption"),
            "alt": self.cleaned_data["alt"],
            "item": self.cleaned_data["item"],
        }


class AddPicture(Picture, Once):
    photo = forms.FileField(
        label=_("Photograph"),
        help_text=_(
            "JPEG, PNG or WebP, 12 MB at most. Where and with what it was taken is removed before it is kept."
        ),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )
