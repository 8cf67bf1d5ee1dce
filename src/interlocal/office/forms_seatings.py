"""Forms of seatings: what is asked for, by shape, and two seats exchanged."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from interlocal.arrangements.kinds import Shape
from interlocal.arrangements.rules import seatings as rules
from interlocal.arrangements.rules.seatings import SeatingSaid
from interlocal.office.forms import Once, Text, Versioned
from interlocal.office.forms_preparations import Texts, spread
from interlocal.office.forms_texts import Items, item_field, offer_items

_NUMBERS: Final[Mapping[str, Mapping[str, Any]]] = {
    "table": {"seats_each": _("Seats on each side")},
    "round": {"tables": _("Tables"), "seats": _("Seats at each table")},
    "u": {"head": _("Seats at the head"), "leg": _("Seats on each leg")},
    "theatre": {"rows": _("Rows"), "seats": _("Seats in each row")},
    "photo": {"rows": _("Rows"), "seats": _("People in each row")},
}
_FLAGS: Final[Mapping[str, Any]] = {
    "end_to_door": _("An end of the table is towards the entrance"),
    "aisle": _("With an aisle in the middle"),
}
# What a seating has as long as nobody says otherwise.
_USUAL: Final[Mapping[str, bool]] = {"aisle": True}


class Seating(Texts):
    """One shape with its own numbers. Those left empty follow from how many people there are."""

    texts = (("title", _("Title"), 300),)
    shape = forms.ChoiceField(choices=Shape.choices, widget=forms.HiddenInput)
    item = item_field()
    rule = forms.ChoiceField(label=pgettext_lazy("of a seating", "Order"))
    viewpoint = forms.ChoiceField(
        label=_("The plan is seen from"),
        choices=list(rules.VIEWPOINTS.items()),
        widget=forms.RadioSelect,
        initial="entrance",
    )

    def __init__(self, *args: Any, shape: str, items: Items, **options: Any) -> None:
        super().__init__(*args, **options)
        self.of, self.fields["shape"].initial = shape, shape
        offer_items(self, items)
        rule: Any = self.fields["rule"]
        rule.choices = list(rules.RULES[shape].items())
        item: Any = self.fields["item"]
        item.label, item.choices = _("Those who take part in"), [("", _("everybody")), *item.choices[1:]]
        for name, (low, high) in rules.NUMBERS[shape].items():
            self.fields[name] = forms.IntegerField(
                label=_NUMBERS[shape][name], min_value=low, max_value=high, required=False
            )
        for name in rules.FLAGS.get(shape, ()):
            self.fields[name] = forms.BooleanField(
                label=_FLAGS[name], initial=_USUAL.get(name, False), required=False
            )

    def numbers(self) -> list[Any]:
        return [self[name] for name in rules.NUMBERS[self.of]]

    def flags(self) -> list[Any]:
        return [self[name] for name in rules.FLAGS.get(self.of, ())]

    def seating(self) -> SeatingSaid:
        data = self.cleaned_data
        numbers = {name: data[name] for name in rules.NUMBERS[self.of] if data[name] is not None}
        flags = {name: data[name] for name in rules.FLAGS.get(self.of, ())}
        return SeatingSaid(
            title=self.said("title"),
            shape=self.of,
            rule=data["rule"],
            viewpoint=data["viewpoint"],
            options=numbers | flags,
            item=data["item"],
        )


class AddSeating(Seating, Once):
    pass


class ChangeSeating(Seating, Versioned):
    pass


def initial_of_seating(said: SeatingSaid) -> dict[str, Any]:
    plain = {name: getattr(said, name) for name in ("rule", "viewpoint", "item")}
    return spread("title", said.title) | plain | dict(said.options)


class Back(Versioned):
    """An exchange taken back, of the seating as it was shown."""


class Swap(Versioned):
    """Two seats change their people, for a reason that the plan keeps."""

    one = forms.TypedChoiceField(label=_("Seat"), coerce=int)
    other = forms.TypedChoiceField(label=_("and seat"), coerce=int)
    reason = Text(label=pgettext_lazy("of an exchange of seats", "Why"), max_length=rules.LONGEST_REASON)

    def __init__(self, *args: Any, seats: Iterable[tuple[int, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [("", _("Choose")), *seats]
        for name in ("one", "other"):
            field: Any = self.fields[name]
            field.choices = choices
