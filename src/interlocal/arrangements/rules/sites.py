"""What a site, a resource or a track may say, and when it can go. Facts in, verdict out."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interlocal.arrangements import kinds
from interlocal.arrangements.rules.items import LONGEST_TEXT, MOST_PEOPLE, obstacle_to_languages
from interlocal.ground.refused import Refused
from interlocal.ground.wording import join_list

WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LONGEST_NAME: Final = 200
LONGEST_WAY: Final = 24 * 60
_HOUR: Final = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00")
_KEY: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class SiteSaid:
    """A place of the programme; texts by language. `opens`: by weekday ("mon" … "sun") a pair of hours, None for closed; what is
    not there is not known. `place` is the slug of a place of the record. `key`: wanted, or found by itself.
    """

    name: Mapping[str, str]
    address: Mapping[str, str] = field(default_factory=dict)
    longitude: float | None = None
    latitude: float | None = None
    opens: Mapping[str, tuple[str, str] | None] = field(default_factory=dict)
    phone: str = ""
    note: Mapping[str, str] = field(default_factory=dict)
    place: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class ResourceSaid:
    """What can be taken only once at a time. `kind` of `kinds.ResourceKind`, `site` the key of a room's site."""

    kind: str
    name: Mapping[str, str]
    reading: str = ""
    site: str = ""
    capacity: int | None = None
    languages: tuple[str, ...] = ()
    phone: str = ""
    note: Mapping[str, str] = field(default_factory=dict)


def obstacle_to_site(said: SiteSaid) -> Refused | None:
    if (said.longitude is None) != (said.latitude is None):
        return Refused("half_a_point", gettext_lazy("Give both longitude and latitude."), field="latitude")
    # Written so that what is no number at all fails too.
    if said.longitude is not None and not -180 <= said.longitude <= 180:
        return Refused("not_on_earth", gettext_lazy("This point is not on earth."), field="longitude")
    if said.latitude is not None and not -90 <= said.latitude <= 90:
        return Refused("not_on_earth", gettext_lazy("This point is not on earth."), field="latitude")
    if len(said.phone) > 40:
        return Refused("too_long", gettext_lazy("This text is too long."), field="phone")
    if said.key and not (_KEY.fullmatch(said.key) and len(said.key) <= 60):
        return Refused("no_key", gettext_lazy("Use small letters, digits and hyphens."), field="key")
    return (
        obstacle_to_name(said.name) or _obstacle_to_texts(said.address, said.note) or _obstacle_to_opens(said)
    )


def obstacle_to_name(name: Mapping[str, str]) -> Refused | None:
    if not any(text.strip() for text in name.values()):
        return Refused("no_name", gettext_lazy("Give a name in at least one language."), field="name_ko")
    if any(len(text) > LONGEST_NAME for text in name.values()):
        return Refused("too_long", gettext_lazy("This text is too long."), field="name_ko")
    return None


def _obstacle_to_texts(*texts: Mapping[str, str]) -> Refused | None:
    if any(len(text) > LONGEST_TEXT for one in texts for text in one.values()):
        return Refused("too_long", gettext_lazy("This text is too long."))
    return None


def _obstacle_to_opens(said: SiteSaid) -> Refused | None:
    for day, hours in said.opens.items():
        if day not in WEEKDAYS:
            return Refused("no_weekday", gettext_lazy("This is no day of the week."), field="opens")
        if hours is None:
            continue
        if len(hours) != 2 or not all(_HOUR.fullmatch(hour) for hour in hours) or hours[0] >= hours[1]:
            return Refused(
                "no_hours",
                gettext_lazy("Opening hours are two times of one day, as 09:00 and 18:00."),
                field="opens",
            )
    return None


def obstacle_to_resource(said: ResourceSaid) -> Refused | None:
    if said.kind not in kinds.ResourceKind.values:
        return Refused("unknown_choice", gettext_lazy("This choice is not on the list."), field="kind")
    if said.capacity is not None and not 0 < said.capacity <= MOST_PEOPLE:
        return Refused(
            "capacity", gettext_lazy("Give a number of people between 1 and 10000."), field="capacity"
        )
    if len(said.reading) > 120:
        return Refused("too_long", gettext_lazy("This text is too long."), field="reading")
    if len(said.phone) > 40:
        return Refused("too_long", gettext_lazy("This text is too long."), field="phone")
    return (
        obstacle_to_name(said.name) or _obstacle_to_texts(said.note) or obstacle_to_languages(said.languages)
    )


def obstacle_to_route(
    *, start: str, finish: str, by: str, minutes: int, kilometres: Decimal | None
) -> Refused | None:
    if start == finish:
        return Refused("leads_nowhere", gettext_lazy("A route leads to another site."), field="finish")
    if by not in kinds.Vehicle.values:
        return Refused("unknown_choice", gettext_lazy("This choice is not on the list."), field="by")
    if not 0 < minutes <= LONGEST_WAY:
        return Refused("no_minutes", gettext_lazy("A way takes between a minute and a day."), field="minutes")
    if kilometres is not None and not (kilometres.is_finite() and 0 <= kilometres <= 99999):
        return Refused("no_distance", gettext_lazy("This is no distance on earth."), field="kilometres")
    return None


def in_use(*, code: str, name: str, users: Sequence[str], tongue: str) -> Refused:
    """What is in use does not go; `users` are the titles of the items, names of the rooms …"""
    words = {"name": name, "users": join_list([f"“{one}”" for one in users], tongue)}
    return Refused(code, _("%(name)s is in use: %(users)s. Take it away there first.") % words)


def people_in(*, name: str) -> Refused:
    return Refused(
        "resource_in_use", _("People are placed in %(name)s. Place them elsewhere first.") % {"name": name}
    )


def obstacle_to_track(*, number: int, most: int) -> Refused | None:
    if 0 <= number <= most:
        return None
    return Refused("no_such_track", gettext_lazy("There are at most 99 parallel tracks."), field="number")


def free_key(*, wanted: str, name: Mapping[str, str], taken: frozenset[str]) -> str:
    """A key for a site: the one wanted, else its English name, else "site"; with a number if that is taken."""
    spelt = "-".join(re.findall(r"[a-z0-9]+", name.get("en", "").lower()))[:50].strip("-")
    first = key = wanted or spelt or "site"
    number = 1
    while key in taken:
        number += 1
        key = f"{first[:55]}-{number}"
    return key
