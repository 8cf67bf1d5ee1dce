"""schema.org in JSON-LD: plain values in, a dictionary out; `block` makes it a data block of a page."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

Json = dict[str, Any]
CONTEXT = "https://schema.org"
SCHEDULED, POSTPONED, CANCELLED = (
    f"{CONTEXT}/Event{state}" for state in ("Scheduled", "Postponed", "Cancelled")
)
_MODES = {"in_person": "Offline", "online": "Online", "hybrid": "Mixed"}
# In a script element these could end it or start something else; JSON may say them in numbers.
_ESCAPES = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def block(data: Mapping[str, Any], *, lang: str) -> Markup:
    """The data as a script element that no browser runs. `lang` is that of texts that say nothing else."""
    page = {"@type": "WebPage", "@id": data["url"], "inLanguage": lang}
    whole = {"@context": [CONTEXT, {"@language": lang}], **data, "mainEntityOfPage": page}
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    return Markup(f'<script type="application/ld+json">{text}</script>')  # noqa: S704  # escaped above


def event(
    *,
    url: str,
    name: Json | str,
    status: str,
    start: str | None = None,
    end: str | None = None,
    mode: str = "",
    description: Json | str | None = None,
    places: Sequence[Json] = (),
    organisers: Sequence[Json] = (),
    series: Json | None = None,
    topics: Sequence[Json | str] = (),
) -> Json:
    """An edition. `start` and `end` are ISO dates as far as known; `end` is the last day itself."""
    return _told(
        {
            "@type": "Event",
            "@id": url,
            "url": url,
            "name": name,
            "description": description,
            "eventStatus": status,
            "eventAttendanceMode": f"{CONTEXT}/{_MODES[mode]}EventAttendanceMode" if mode else None,
            "startDate": start,
            "endDate": end,
            "location": _one_or_all(places),
            "organizer": _one_or_all(organisers),
            "superEvent": series,
            "about": _one_or_all(topics),
        }
    )


def series(
    *,
    url: str,
    name: Json | str,
    other_names: Sequence[Json | str] = (),
    start: str | None = None,
    end: str | None = None,
    description: Json | str | None = None,
    organisers: Sequence[Json] = (),
    editions: Sequence[Json] = (),
) -> Json:
    return _told(
        {
            "@type": "EventSeries",
            "@id": url,
            "url": url,
            "name": name,
            "alternateName": _one_or_all(other_names),
            "description": description,
            "startDate": start,
            "endDate": end,
            "organizer": _one_or_all(organisers),
            "subEvent": _one_or_all(editions),
        }
    )


def organisation(
    *,
    url: str,
    name: Json | str,
    government: bool = True,
    other_names: Sequence[Json | str] = (),
    description: Json | str | None = None,
    website: str = "",
    country: str = "",
    founded: str | None = None,
    dissolved: str | None = None,
    parent: Json | None = None,
    at: tuple[float, float] | None = None,
) -> Json:
    """A body. `at` is (longitude, latitude) of its seat."""
    seat = place(name=name, at=at) if at else None
    return _told(
        {
            "@type": "GovernmentOrganization" if government else "Organization",
            "@id": url,
            "url": url,
            "name": name,
            "alternateName": _one_or_all(other_names),
            "description": description,
            "sameAs": website,
            "address": {"@type": "PostalAddress", "addressCountry": country} if country else None,
            "foundingDate": founded,
            "dissolutionDate": dissolved,
            "parentOrganization": parent,
            "location": seat,
        }
    )


def person(
    *,
    url: str,
    name: Json | str,
    family: str = "",
    given: str = "",
    other_names: Sequence[Json | str] = (),
    title: Json | str | None = None,
    works_for: Json | None = None,
) -> Json:
    """Someone in public office; `title` and `works_for` are of the post last known of."""
    return _told(
        {
            "@type": "Person",
            "@id": url,
            "url": url,
            "name": name,
            "familyName": family,
            "givenName": given,
            "alternateName": _one_or_all(other_names),
            "jobTitle": title,
            "worksFor": works_for,
        }
    )


def place(
    *, name: Json | str, at: tuple[float | None, float | None] | None = None, country: str = ""
) -> Json:
    longitude, latitude = at or (None, None)
    known = longitude is not None and latitude is not None
    return _told(
        {
            "@type": "Place",
            "name": name,
            "address": {"@type": "PostalAddress", "addressCountry": country} if country else None,
            "geo": {"@type": "GeoCoordinates", "longitude": longitude, "latitude": latitude}
            if known
            else None,
        }
    )


def reference(kind: str, *, url: str, name: Json | str) -> Json:
    """Another thing that has a page of its own."""
    return {"@type": kind, "@id": url, "url": url, "name": name}


def text(value: str, lang: str, *, page: str) -> Json | str:
    """A text, marked with its language where that is not the page's."""
    return value if lang == page else {"@value": value, "@language": lang}


def _one_or_all(values: Sequence[Any]) -> Any:
    return values[0] if len(values) == 1 else list(values)


def _told(data: Json) -> Json:
    """Without what is not known."""
    return {key: value for key, value in data.items() if value not in (None, "", [])}
