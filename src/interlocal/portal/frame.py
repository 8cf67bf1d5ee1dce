"""What a page knows of the request it answers, for the template engine's plain functions.

Kept by thread while a page is rendered: macros are compiled once and see no context, and passing the request
through every one of them would make every call longer.
"""

import threading
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from interlocal.ground.tongues import OWN_NAMES, TONGUES, reading
from interlocal.portal import links

NAV = (
    ("series_list", "series/", _("Series")),
    ("editions", "editions/", _("Editions")),
    ("bodies", "bodies/", _("Bodies")),
    ("ties", "ties/", _("Ties")),
    ("topics", "topics/", _("Topics")),
    ("sources", "sources/", _("Sources")),
    ("conflicts", "conflicts/", _("Conflicts")),
)


class Now(threading.local):
    """Of the page this thread renders: its request, and whether it has shown unchecked translations."""

    request: HttpRequest | None = None
    said: dict[str, str] | None = None
    machine = False
    outdated = False


now = Now()
# What templates say, by language: few and fixed words, and looking one up in a catalogue takes 5 µs.
_SAID: dict[str, dict[str, str]] = {tongue: {} for tongue in TONGUES}


def begin(request: HttpRequest) -> dict[str, object]:
    """Start rendering a page; what its templates know beside the view's own values."""
    tongue = reading()
    now.request, now.said = request, _SAID[tongue]
    return {"lang": tongue, "below": links.below_prefix(request.path), "nav": NAV}


def renew() -> None:
    """A new request: no translation has been shown yet."""
    now.machine = now.outdated = False


def say(message: str) -> str:
    """`gettext` for templates."""
    if now.said is None:
        return _translated(message)
    found = now.said.get(message)
    if found is None:
        found = now.said[message] = _translated(message)
    return found


def _translated(message: str) -> str:
    found = gettext(message)
    if "%" in message or "%" not in found:
        return found
    # The engine fills placeholders into every message; a translator's “400%” is none.
    return found.replace("%%", "%").replace("%", "%%")


def unchecked() -> bool:
    """Whether this page has shown machine translations so far."""
    return now.machine


def outdated() -> bool:
    return now.outdated


def here(**changes: object) -> str:
    """The address of this page with some of its parameters changed; None takes one away."""
    assert now.request is not None
    params = {key: values for key, values in now.request.GET.lists() if key not in changes}
    params |= {key: [str(value)] for key, value in changes.items() if value is not None}
    query = urlencode(params, doseq=True)
    return f"{now.request.path}?{query}" if query else now.request.path


def here_path() -> str:
    """The address of this page without its parameters."""
    return "" if now.request is None else now.request.path


def asked(name: str) -> str:
    """A parameter of this page's address."""
    return "" if now.request is None else now.request.GET.get(name, "")


def languages() -> list[tuple[str, str, str]]:
    """This page in each language: tongue, the language's own name, address with the same parameters."""
    assert now.request is not None
    below = links.below_prefix(now.request.path)
    query = now.request.META.get("QUERY_STRING", "")
    tail = (below or "") + (f"?{query}" if query and below is not None else "")
    return [(tongue, OWN_NAMES[tongue], links.prefix(tongue) + tail) for tongue in TONGUES]
