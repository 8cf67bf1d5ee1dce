"""The template engine of the office."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.forms import BoundField
from jinja2 import Environment
from markupsafe import Markup, escape

from interlocal.ground.countries import country_name
from interlocal.ground.pages.engine import engine
from interlocal.ground.pages.links import PREFIXES, site
from interlocal.ground.pages.printing import moment
from interlocal.ground.tongues import reading
from interlocal.identity.kinds import Role
from interlocal.office import frame, links

OWN: dict[str, Callable[..., Any]] = {
    "moment": moment,
    "actor": frame.actor,
    "is_htmx": frame.is_htmx,
    "csrf": frame.csrf,
    "csrf_token_now": frame.csrf_token,
    "country": lambda code: country_name(code, reading()),
    "hat": frame.hat,
    "preparation": frame.preparation,
    "office": links.office,
    "account": links.account,
    "personal": links.personal,
    "public": links.public,
}


def houses(back: str = "") -> list[tuple[str, str]]:
    """Identity providers one can sign in with: name, address."""
    tail = f"?{urlencode({'next': back or links.office()})}"
    apps = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
    return [(app["name"], f"/account/oidc/{app['provider_id']}/login/{tail}") for app in apps]


def cell(label: object) -> Markup:
    """What a cell is called where its heading is not seen: on phones rows become cards."""
    # Quicker than Markup.format, and a table has hundreds.
    return Markup(f'data-label="{escape(label)}"')  # noqa: S704


def role_name(role: str) -> str:
    return str(Role(role).label)


def public_home(path: str = "") -> str:
    return f"{PREFIXES[reading()]}{path}"


def own_attrs(bound: BoundField, lang: str | None) -> dict[str, str]:
    """What a field's control is given beside its own: labels stand above it, so nothing is written into it."""
    attrs = {"lang": lang} if lang else {}
    return attrs | ({"placeholder": ""} if "placeholder" in bound.field.widget.attrs else {})


# In this order: browsers claim to be each other.
BROWSERS = ("Edg", "Whale", "OPR", "SamsungBrowser", "Firefox", "Chrome", "Safari")
CALLED = {"Edg": "Edge", "OPR": "Opera", "SamsungBrowser": "Samsung Internet", "Whale": "NAVER Whale"}
SYSTEMS = {
    "Android": "Android",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Windows": "Windows",
    "Mac OS": "macOS",
    "Linux": "Linux",
}


def browser(agent: str) -> str:
    """Which browser on which system a session says it is in; names, the same in every language."""
    app = next((CALLED.get(name, name) for name in BROWSERS if f"{name}/" in agent), "")
    system = next((name for mark, name in SYSTEMS.items() if mark in agent), "")
    return " · ".join(filter(None, (app, system))) or agent[:60]


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    is_link: bool


def links_in(text: str) -> list[Piece]:
    """A text in pieces, with addresses of our own site by themselves; others stay text."""
    pieces = re.split(rf"({re.escape(site())}/[^\s<>\"']+)", text)
    return [Piece(piece, bool(at % 2)) for at, piece in enumerate(pieces) if piece]


def sorted_by(asked: str, key: str) -> str:
    """`aria-sort` of a column."""
    return {key: "ascending", f"-{key}": "descending"}.get(asked, "none")


def next_sort(asked: str, key: str) -> str:
    """What a click on a column's heading asks for."""
    return f"-{key}" if asked == key else key


def both(yours: Any, theirs: Any) -> Sequence[tuple[str, Any, Any, bool]]:
    """The two sides of a conflict: field, yours, theirs, whether they differ."""
    mine, other = _fields(yours), _fields(theirs)
    keys = [*mine, *(key for key in other if key not in mine)]
    return [
        (key, mine.get(key, ""), other.get(key, ""), mine.get(key, "") != other.get(key, "")) for key in keys
    ]


def _fields(side: Any) -> dict[str, Any]:
    if side is None:
        return {}
    if isinstance(side, dict):
        return side
    names = getattr(side, "__dataclass_fields__", None)
    return {name: getattr(side, name) for name in names} if names else {"": side}


def environment(**options: Any) -> Environment:
    return engine(
        {
            **OWN,
            "houses": houses,
            "own_attrs": own_attrs,
            "browser": browser,
            "cell": cell,
            "role_name": role_name,
            "public_home": public_home,
            "links_in": links_in,
            "sorted_by": sorted_by,
            "next_sort": next_sort,
            "both": both,
        },
        **options,
    )
