"""What a page knows of the request it answers, for the template engine's plain functions.

Kept by thread while a page is rendered: macros are compiled once and see no context, and passing the request
through every one of them would make every call longer.
"""

import threading
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import gettext
from markupsafe import Markup

from interlocal.ground.pages import links
from interlocal.ground.tongues import OWN_NAMES, TONGUES, reading


class _Said:
    """A message in the language at hand: to be filled, and as it stands once it was asked for so."""

    __slots__ = ("pattern", "text")

    def __init__(self, message: str) -> None:
        self.pattern = Markup(_translated(message))  # noqa: S704  # of the catalogue
        self.text: Markup | None = None


class Now(threading.local):
    """Of the page this thread renders: its request, and whether it has shown unchecked translations."""

    request: HttpRequest | None = None
    said: dict[str, _Said] | None = None
    machine = False
    outdated = False


now = Now()
# What templates say, by language: few and fixed words, and looking one up in a catalogue takes 5 µs.
_SAID: dict[str, dict[str, _Said]] = {tongue: {} for tongue in TONGUES}


def begin(request: HttpRequest) -> dict[str, object]:
    """Start rendering a page; what every template knows beside the view's own values."""
    tongue = reading()
    now.request, now.said = request, _SAID[tongue]
    return {"lang": tongue, "below": links.below_prefix(request.path)}


def renew() -> None:
    """A new request: no translation has been shown yet."""
    now.machine = now.outdated = False


def say(message: str, **values: object) -> Markup:
    """`gettext` for templates: values are escaped and filled in."""
    said = _SAID[reading()] if now.said is None else now.said
    found = said.get(message)
    if found is None:
        found = said[message] = _Said(message)
    if values:
        return found.pattern % values
    if found.text is None:
        found.text = found.pattern % {}
    return found.text


def _translated(message: str) -> str:
    found = gettext(message)
    if "%" in message or "%" not in found:
        return found
    # Every message is filled, with nothing if need be; a translator's “400%” is no placeholder.
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
