"""What the office says when something cannot be done, is not there, or was changed by somebody else meanwhile."""

from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.views.decorators.csrf import requires_csrf_token

from interlocal.delegations.kinds import Changed
from interlocal.ground.pages.links import is_personal
from interlocal.ground.refused import Refused
from interlocal.office.requests import show


def trouble(request: HttpRequest, status: int) -> HttpResponse:
    """400, 403 (a form without its key), 404, 429, 500, in the reader's language. Needs no database."""
    _complete(request)
    tongue = translation.get_language_from_request(request, check_path=True)
    with translation.override(tongue):
        response = show(request, "office/trouble.html", {"status": status}, block="said", status=status)
        response["Content-Language"] = translation.get_language() or "en"
    return response


def refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """A rule said no and the view did not say so itself."""
    return show(
        request,
        "office/refused.html",
        {"reason": refusal.reason, "back": _back(request)},
        block="said",
        status=422,
    )


def changed(request: HttpRequest, change: Changed) -> HttpResponse:
    """Somebody was quicker: both versions, and the way back to the page as it is now."""
    values = {
        "yours": change.yours,
        "theirs": change.theirs,
        "by": change.by,
        "back": _back(request),
    }
    return show(request, "office/changed.html", values, block="said", status=409)


@requires_csrf_token
def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    return trouble(request, 403)


def too_many(request: HttpRequest) -> HttpResponse:
    response = trouble(request, 429)
    response["Retry-After"] = "60"
    return response


def _back(request: HttpRequest) -> str:
    """The page this was sent from: only its path, whatever was said of the host."""
    came = urlsplit(request.headers.get("HX-Current-URL") or request.headers.get("Referer", ""))
    path = came.path if is_personal(came.path) else request.path
    return f"{path}?{came.query}" if came.query else path


def _complete(request: Any) -> None:
    """A request that was refused before the middleware of this door had seen it."""
    for name, value in (("actor", None), ("hats", ()), ("is_htmx", False)):
        if not hasattr(request, name):
            setattr(request, name, value)
