"""Addresses of the public pages: joined strings, because a page has hundreds of them."""

from urllib.parse import urlencode

from interlocal.ground.pages.links import PREFIXES, absolute, below_prefix, prefix, site, static
from interlocal.ground.tongues import reading

__all__ = [
    "PATHS",
    "PLURALS",
    "absolute",
    "address",
    "below_prefix",
    "href",
    "page_url",
    "prefix",
    "site",
    "static",
]

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
    "suggest": "search/suggest",
    "search_json": "search.json",
    "search_feed": "search.atom",
    "about": "about/",
    # The other door: leads to sign-in who is not signed in.
    "office": "office/",
    "calendar": "calendar.ics",
    "feed": "feed.atom",
    "series_calendar": "series/{slug}/calendar.ics",
    "series_feed": "series/{slug}/feed.atom",
    "edition_calendar": "editions/{slug}/calendar.ics",
    "programme": "programmes/{slug}/",
    "programme_frame": "programmes/{slug}/frame/",
    "programme_calendar": "programmes/{slug}/calendar.ics",
}
_TO_SUBJECT = {
    (tongue, kind): f"{prefix}{plural}/"
    for tongue, prefix in PREFIXES.items()
    for kind, plural in PLURALS.items()
}


def href(kind: str, key: str) -> str:
    """The page of a subject, in the language of the page being made."""
    return f"{_TO_SUBJECT[reading(), kind]}{key}/"


def page_url(name: str, *, slug: str = "", **params: object) -> str:
    """A page by its url name; what else is given becomes the query, without what is None or empty."""
    if name == "record":
        return "/record.json"
    path = PREFIXES[reading()] + PATHS[name].format(slug=slug)
    query = urlencode({key: value for key, value in params.items() if value not in (None, "")})
    return f"{path}?{query}" if query else path


def address(kind: str, key: str) -> str:
    """The full address of a subject's page in the reader's language."""
    return site() + href(kind, key)
