"""The pages that belong to no room: about, and what is said when something is wrong."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import is_valid_path
from django.utils import translation
from django.utils.cache import add_never_cache_headers

from interlocal.ground.tongues import OWN_NAMES, TONGUES, reading
from interlocal.portal import links

RETRY_SECONDS = "10"


def about(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/about.html")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return trouble(request, 400)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return trouble(request, 404)


def broken(request: HttpRequest) -> HttpResponse:
    return trouble(request, 500)


def unavailable(request: HttpRequest) -> HttpResponse:
    """The database does not answer. It may do so soon: nothing of this is kept anywhere."""
    response = trouble(request, 503)
    response["Retry-After"] = RETRY_SECONDS
    return response


def trouble(request: HttpRequest, status: int) -> HttpResponse:
    """A page saying what is wrong and where to go from here, in the visitor's language. Needs no database."""
    tongue = translation.get_language_from_request(request, check_path=True)
    with translation.override(tongue):
        offers = _offers(request.path) if status == 404 else ()
        response = render(request, "portal/error.html", {"status": status, "offers": offers}, status=status)
        response["Content-Language"] = translation.get_language() or "en"
    add_never_cache_headers(response)
    response["Vary"] = "Accept-Language"
    return response


def _offers(path: str) -> list[tuple[str, str, str]]:
    """The page in our languages, for an address with a language we do not have: /fr/bodies/."""
    first, _, rest = path[1:].partition("/")
    if links.below_prefix(path) is not None or not 2 <= len(first) <= 8:
        return []
    # The resolver knows only the prefix of the language in use; what follows is the same in all.
    if not is_valid_path(links.prefix(reading()) + rest):
        return []
    return [(tongue, OWN_NAMES[tongue], links.prefix(tongue) + rest) for tongue in TONGUES]
