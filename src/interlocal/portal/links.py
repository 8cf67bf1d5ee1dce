"""Addresses of the public pages: joined strings, because a page has hundreds of them."""

import os
from functools import cache
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.staticfiles import finders

from interlocal.ground.tongues import TONGUES, reading

PLURALS = {
    "series": "series",
    "edition": "editions",
    "body": "bodies",
    "person": "people",
    "tie": "ties",
    "source": "sources",
    "topic": "topics",
}
# What every page name of the portal adds to the language prefix; {slug} is filled in.
PATHS = {
    "home": "",
    "series_list": "series/",
    **{plural: f"{plural}/" for plural in PLURALS.values() if plural != "series"},
    **{kind: f"{plural}/{{slug}}/" for kind, plural in PLURALS.items()},
    "series_csv": "series.csv",
    "series_json": "series.json",
    **{f"{plural}_{form}": f"{plural}.{form}" for plural in PLURALS.values() for form in ("csv", "json")},
    "conflicts": "conflicts/",
    "conflicts_csv": "conflicts.csv",
    "conflicts_json": "conflicts.json",
    "changes": "changes/",
    "search": "search/",
    "about": "about/",
    "calendar": "calendar.ics",
    "feed": "feed.atom",
    "series_calendar": "series/{slug}/calendar.ics",
    "series_feed": "series/{slug}/feed.atom",
    "edition_calendar": "editions/{slug}/calendar.ics",
}
_PREFIXES = {tongue: f"/{tongue.lower()}/" for tongue in TONGUES}
_TO_SUBJECT = {
    (tongue, kind): f"{prefix}{plural}/"
    for tongue, prefix in _PREFIXES.items()
    for kind, plural in PLURALS.items()
}


def href(kind: str, key: str) -> str:
    """The page of a subject, in the language of the page being made."""
    return f"{_TO_SUBJECT[reading(), kind]}{key}/"


def page_url(name: str, *, slug: str = "", **params: object) -> str:
    """A page by its url name; what else is given becomes the query, without what is None or empty."""
    if name == "record":
        return "/record.json"
    path = _PREFIXES[reading()] + PATHS[name].format(slug=slug)
    query = urlencode({key: value for key, value in params.items() if value not in (None, "")})
    return f"{path}?{query}" if query else path


def prefix(tongue: str) -> str:
    """`/zh-hans/`"""
    return _PREFIXES[tongue]


def below_prefix(path: str) -> str | None:
    """What follows the language prefix of a path, as in `bodies/`; None when it has no such prefix."""
    first, _, rest = path[1:].partition("/")
    return rest if f"/{first}/" in _PREFIXES.values() else None


def absolute(path: str) -> str:
    """With the public address in front when there is one; never with what a visitor sent as host."""
    return f"{settings.PUBLIC_ADDRESS}{path}"


def site() -> str:
    """Where calendars, feeds and structured data, read elsewhere, find the pages. Never what a visitor sent as host."""
    return settings.PUBLIC_ADDRESS or f"http://localhost:{os.environ.get('INTERLOCAL_PORT', '8000')}"


def address(kind: str, key: str) -> str:
    """The full address of a subject's page in the reader's language."""
    return site() + href(kind, key)


@cache
def static(path: str) -> str:
    """The address of a static file. It changes with its content, so browsers may keep it."""
    found = finders.find(path)
    if not isinstance(found, str):
        raise FileNotFoundError(path)
    return f"{settings.STATIC_URL}{path}?v={sha256(Path(found).read_bytes()).hexdigest()[:10]}"
