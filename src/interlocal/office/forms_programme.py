"""Forms of the programme: an item in a few words, an item with everything arranged for it, and where it is put on the board."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from interlocal.arrangements import kinds
from interlocal.arrangements.kinds import ResourceKind
from interlocal.arrangements.rules.items import Arranged
from interlocal.arrangements.rules.items_clashes import TakenAtOnce
from interlocal.delegations.kinds import ItemAudience
from interlocal.ground.tongues import OWN_NAMES, TONGUES
from interlocal.office.forms import Day, OfficeForm, Once, Text, Versioned
from interlocal.office.forms_preparations import ZONES, Texts, spread
from interlocal.programmes.kinds import ItemKind, ItemState

LANGUAGES = tuple((tongue, OWN_NAMES[tongue]) for tongue in TONGUES)
NOT_CHOSEN = ("", _("none chosen"))
# What an item takes, each kind in a field of its own.
TAKEN = {
    ResourceKind.ROOM: "rooms",
    ResourceKind.VEHICLE: "vehicles",
    ResourceKind.INTERPRETER: "interpreters",
    ResourceKind.OFFICER: "officers",
    ResourceKind.TABLE: "tables",
    ResourceKind.BEDROOM: "bedrooms",
}


def _number(value: str) -> Any:
    return int(value)


Choices = Iterable[tuple[Any, Any]]


class Clock(forms.TimeField):
    """Hours and minutes."""

    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


class Ticks(forms.MultipleChoiceField):
    widget = forms.CheckboxSelectMultiple


def offer(form: forms.Form, name: str, choices: Choices) -> None:
    field: Any = form.fields[name]
    field.choices = list(choices)


def keep(form: forms.Form, name: str, values: Iterable[str]) -> None:
    """What stands there now can stay, also when it is offered to nobody any more."""
    field: Any = form.fields[name]
    known = {str(value) for value, _label in field.choices}
    field.choices = [*field.choices, *((value, value) for value in values if str(value) not in known)]


class Quick(Once):
    """An item in the language of the page; the rest is said later."""

    kind = forms.ChoiceField(label=_("Kind"), choices=ItemKind.choices, initial=ItemKind.MEETING)
    title = Text(label=_("Title"), max_length=200)
    day = forms.ChoiceField(label=_("Day"))
    starts_at = Clock(label=_("Begins"), required=False)
    ends_at = Clock(label=_("Ends"), required=False)
    track = forms.TypedChoiceField(
        label=pgettext_lazy("of an item", "Track"), coerce=_number, empty_value="", required=False
    )
    site = forms.ChoiceField(label=_("Site"), required=False)

    def arranged(self, *, tongue: str) -> Arranged:
        data = self.cleaned_data
        return Arranged(
            kind=data["kind"],
            title={tongue: data["title"]},
            day=data["day"],
            starts_at=data["starts_at"],
            ends_at=data["ends_at"],
            track=data["track"] or 0,
            site=data["site"],
            # What was said in a few words is shown to the public only once somebody says so.
            is_public=False,
        )

    def clean_day(self) -> Any:
        return Day().to_python(self.cleaned_data["day"])


class Put(OfficeForm):
    """Where an item is put, by the clock of the board; without an hour it lies on the day's shelf."""

    day = Day()
    starts_at = Clock(required=False)
    track = forms.IntegerField(min_value=0, max_value=99)
    # So many minutes the clock of the item is ahead of the board's.
    shift = forms.IntegerField(min_value=-1560, max_value=1560, required=False)
    version = forms.IntegerField(min_value=0)


class Stretch(OfficeForm):
    """Until when it goes on; `nights` later."""

    ends_at = Clock()
    nights = forms.IntegerField(min_value=0, max_value=30, required=False)
    version = forms.IntegerField(min_value=0)


class Copied(Once):
    day = forms.ChoiceField(label=_("Copy to"))

    def clean_day(self) -> Any:
        return Day().to_python(self.cleaned_data["day"])


class Whole(Texts):
    """An item with everything arranged for it."""

    texts = (
        ("title", _("Title"), 300),
        ("place", _("Place in words, where no site is chosen"), 200),
        ("with_whom", _("With whom: the counterpart of a call or meeting"), 300),
        ("note", _("Note for the participants"), 500),
        ("bring", _("What to bring"), 300),
        ("plan_b", _("Plan B"), 300),
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=ItemKind.choices, initial=ItemKind.MEETING)
    state = forms.ChoiceField(
        label=pgettext_lazy("of an item", "State"), choices=ItemState.choices, initial=ItemState.PLANNED
    )
    day = Day(label=_("Day"))
    starts_at = Clock(label=_("Begins"), required=False)
    ends_at = Clock(label=_("Ends"), required=False)
    nights = forms.TypedChoiceField(
        label=_("Ends on"),
        choices=[
            (0, _("the same day")),
            (1, _("the next day")),
            (2, _("two days later")),
            (3, _("three days later")),
        ],
        coerce=_number,
        empty_value="",
        required=False,
    )
    zone = forms.ChoiceField(label=_("Clock at the beginning"), required=False)
    ends_zone = forms.ChoiceField(label=_("Clock at the end"), required=False)
    track = forms.TypedChoiceField(
        label=pgettext_lazy("of an item", "Track"), coerce=_number, empty_value="", required=False
    )
    site = forms.ChoiceField(label=_("Site"), help_text=_("Of a transfer: where it begins."), required=False)
    to_site = forms.ChoiceField(
        label=pgettext_lazy("of a transfer", "Leads to"), help_text=_("Only for a transfer."), required=False
    )
    by = forms.ChoiceField(
        label=pgettext_lazy("of a transfer", "How"),
        choices=[NOT_CHOSEN, *kinds.Vehicle.choices],
        required=False,
    )
    meal = forms.ChoiceField(
        label=_("Meal"), choices=[("", _("no meal")), *kinds.Meal.choices], required=False
    )
    capacity = forms.IntegerField(
        label=_("Room for how many"),
        help_text=_("Where no room with a capacity is chosen."),
        min_value=1,
        max_value=10000,
        required=False,
    )
    speaking = Ticks(label=pgettext_lazy("of an item", "Languages spoken"), choices=LANGUAGES, required=False)
    into = Ticks(label=_("Interpreted into"), choices=LANGUAGES, required=False)
    audience = forms.ChoiceField(
        label=pgettext_lazy("of an item", "For whom"), choices=ItemAudience.choices, initial=ItemAudience.ALL
    )
    bodies = Ticks(
        label=_("Only these delegations"), help_text=_("None ticked: all of them."), required=False
    )
    people = Ticks(label=_("These people by name"), required=False)
    rooms = Ticks(label=_("Rooms"), required=False)
    vehicles = Ticks(label=_("Vehicles"), required=False)
    interpreters = Ticks(label=_("Interpreters"), required=False)
    officers = Ticks(label=_("Officers on duty"), required=False)
    tables = Ticks(label=pgettext_lazy("resources", "Tables"), required=False)
    bedrooms = Ticks(label=_("Hotel rooms"), required=False)
    contact = Text(label=_("Contact for this item"), max_length=200, required=False)
    is_public = forms.BooleanField(label=_("In the public programme, too"), initial=True, required=False)

    without: tuple[tuple[str, str], ...] = ()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        zones = [(zone, zone) for zone in ZONES]
        offer(self, "zone", [("", _("as the edition")), *zones])
        offer(self, "ends_zone", [("", _("as at the beginning")), *zones])

    @contextmanager
    def refusals(self) -> Iterator[None]:
        """Also: what it could be saved without, when that is taken by another item at the time."""
        with super().refusals():
            try:
                yield
            except TakenAtOnce as taken:
                self.without = tuple((one.key, one.what) for one in taken.clashes)
                raise

    def arranged(self) -> Arranged:
        data = self.cleaned_data
        taken = [int(number) for name in TAKEN.values() for number in data[name]]
        said: dict[str, Any] = {one.name: data[one.name] for one in fields(Arranged) if one.name in data}
        said |= {name: self.said(name) for name, _label, _length in self.texts}
        said |= {name: tuple(data[name]) for name in ("speaking", "into", "bodies", "people")}
        said |= {name: data[name] or 0 for name in ("nights", "track")}
        return Arranged(**said, resources=tuple(taken))


class AddItem(Whole, Once):
    pass


class ChangeItem(Whole, Versioned):
    pass


def initial_of(item: Arranged, kind_of: Mapping[int, str]) -> dict[str, Any]:
    """An item as the initial values of its form; `kind_of` says of a resource what it is."""
    plain = {one.name: getattr(item, one.name) for one in fields(Arranged)}
    texts = {
        key: text
        for name, _label, _length in Whole.texts
        for key, text in spread(name, plain.pop(name)).items()
    }
    taken = {
        field: [str(number) for number in item.resources if kind_of.get(number) == kind]
        for kind, field in TAKEN.items()
    }
    return plain | texts | taken
