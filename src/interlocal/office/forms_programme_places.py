"""Forms of what stands around the programme: sites with their hours, ways between them, what can be taken, tracks."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from interlocal.arrangements import kinds
from interlocal.arrangements.rules.sites import WEEKDAYS, ResourceSaid, SiteSaid
from interlocal.office.forms import OfficeForm, Once, Text, Versioned
from interlocal.office.forms_preparations import Texts, spread
from interlocal.office.forms_programme import LANGUAGES, Clock, Ticks

# Of a weekday: known to be open, known to be closed, or not known.
NOT_KNOWN, OPEN, CLOSED = "", "open", "closed"


class Site(Texts):
    """A place of the programme."""

    texts = (
        ("name", _("Name"), 200),
        ("address", pgettext_lazy("of a site", "Address"), 300),
        ("note", _("Note"), 300),
    )
    latitude = forms.FloatField(label=_("Latitude"), required=False)
    longitude = forms.FloatField(label=_("Longitude"), required=False)
    phone = Text(label=_("Phone"), max_length=40, required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for day in WEEKDAYS:
            self.fields[f"{day}_is"] = forms.ChoiceField(
                choices=[
                    (NOT_KNOWN, _("not known")),
                    (OPEN, pgettext_lazy("opening hours", "open")),
                    (CLOSED, pgettext_lazy("opening hours", "closed")),
                ],
                required=False,
            )
            self.fields[f"{day}_from"] = Clock(required=False)
            self.fields[f"{day}_to"] = Clock(required=False)

    def weekdays(self) -> list[tuple[str, Any, Any, Any]]:
        return [(day, self[f"{day}_is"], self[f"{day}_from"], self[f"{day}_to"]) for day in WEEKDAYS]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for day in WEEKDAYS:
            given = data.get(f"{day}_from"), data.get(f"{day}_to")
            if data.get(f"{day}_is") != CLOSED and any(given) and not all(given):
                self.add_error(f"{day}_to", _("Give both hours."))
            if data.get(f"{day}_is") == OPEN and not any(given):
                self.add_error(f"{day}_from", _("Give both hours."))
        return data

    def site(self, *, place: str = "") -> SiteSaid:
        data = self.cleaned_data
        return SiteSaid(
            name=self.said("name"),
            address=self.said("address"),
            note=self.said("note"),
            latitude=data["latitude"],
            longitude=data["longitude"],
            phone=data["phone"],
            opens=dict(self._opens()),
            place=place,
        )

    def _opens(self) -> Iterable[tuple[str, tuple[str, str] | None]]:
        data = self.cleaned_data
        for day in WEEKDAYS:
            begins, ends = data[f"{day}_from"], data[f"{day}_to"]
            if data[f"{day}_is"] == CLOSED:
                yield day, None
            elif begins and ends:
                # The last minute of a day is its end.
                until = "24:00" if (ends.hour, ends.minute) == (0, 0) else f"{ends:%H:%M}"
                yield day, (f"{begins:%H:%M}", until)


class AddSite(Site, Once):
    pass


class ChangeSite(Site, Versioned):
    pass


def initial_of_site(site: SiteSaid) -> dict[str, Any]:
    texts = {**spread("name", site.name), **spread("address", site.address), **spread("note", site.note)}
    hours = {
        key: value for day, pair in site.opens.items() for key, value in _initial_hours(day, pair).items()
    }
    plain = {"latitude": site.latitude, "longitude": site.longitude, "phone": site.phone}
    return texts | hours | plain


def _initial_hours(day: str, pair: tuple[str, str] | None) -> Mapping[str, str]:
    if pair is None:
        return {f"{day}_is": CLOSED}
    return {f"{day}_is": OPEN, f"{day}_from": pair[0], f"{day}_to": pair[1].replace("24:00", "00:00")}


class Route(OfficeForm):
    """How long it takes from one site to another, in both directions."""

    start = forms.ChoiceField(label=pgettext_lazy("of a way", "From"))
    finish = forms.ChoiceField(label=pgettext_lazy("of a way", "To"))
    by = forms.ChoiceField(
        label=pgettext_lazy("of a transfer", "How"), choices=kinds.Vehicle.choices, initial="bus"
    )
    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=1440)
    kilometres = forms.DecimalField(
        label=_("Kilometres"), min_value=0, max_digits=7, decimal_places=1, required=False
    )


class RouteGone(OfficeForm):
    start = forms.SlugField()
    finish = forms.SlugField()
    by = forms.ChoiceField(choices=kinds.Vehicle.choices)


class Resource(Texts):
    """What can be taken only once at a time."""

    texts = (("name", _("Name"), 200), ("note", _("Note"), 300))
    kind = forms.ChoiceField(
        label=_("Kind"), choices=kinds.ResourceKind.choices, initial=kinds.ResourceKind.ROOM
    )
    site = forms.ChoiceField(label=_("Site"), help_text=_("Of a room."), required=False)
    capacity = forms.IntegerField(label=_("Room for how many"), min_value=1, max_value=9999, required=False)
    languages = Ticks(label=_("Languages of an interpreter"), choices=LANGUAGES, required=False)
    reading = Text(
        label=_("How the name is said"), help_text=_("Of a person."), max_length=120, required=False
    )
    phone = Text(
        label=_("Phone"),
        help_text=_("On run sheets only, never in the programme."),
        max_length=40,
        required=False,
    )

    def resource(self) -> ResourceSaid:
        data = self.cleaned_data
        plain = {name: data[name] for name in ("kind", "site", "capacity", "reading", "phone")}
        return ResourceSaid(
            name=self.said("name"), note=self.said("note"), languages=tuple(data["languages"]), **plain
        )


class AddResource(Resource, Once):
    pass


class ChangeResource(Resource, Versioned):
    pass


def initial_of_resource(said: ResourceSaid) -> dict[str, Any]:
    plain = ("kind", "site", "capacity", "reading", "phone")
    return {
        **spread("name", said.name),
        **spread("note", said.note),
        **{name: getattr(said, name) for name in plain},
        "languages": list(said.languages),
    }


class Track(Texts):
    """The name of a strand of parallel items."""

    texts = (("name", _("Name"), 200),)
    number = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=99)
