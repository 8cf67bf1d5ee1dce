"""What personal addresses pass and public ones do not: session, sign-in, CSRF, the hat, and what rooms refuse."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode, urlsplit

from allauth.account.middleware import AccountMiddleware
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.text import compress_string

from interlocal.delegations.kinds import Changed
from interlocal.ground.pages import frame
from interlocal.ground.pages.headers import Handler
from interlocal.ground.pages.links import below_prefix, is_personal
from interlocal.ground.refused import Refused
from interlocal.ground.tongues import reading
from interlocal.identity.kinds import Actor
from interlocal.office import links, views_trouble
from interlocal.registry import queries as registry

SMALLEST_PACKED = 1024


class _Personal:
    """Another middleware, passed by personal addresses only: a public page costs, sets and varies by nothing."""

    def __init__(self, made: Any, get_response: Handler) -> None:
        self._made, self._get_response = made, get_response
        for hook in ("process_view", "process_exception"):
            if found := getattr(made, hook, None):
                setattr(self, hook, self._only(found))

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        passing: Handler = self._made if is_personal(request.path) else self._get_response
        return passing(request)

    @staticmethod
    def _only(hook: Callable[..., Any]) -> Callable[..., Any]:
        def asked(request: HttpRequest, *rest: Any) -> Any:
            return hook(request, *rest) if is_personal(request.path) else None

        return asked


def _personal(middleware: Callable[[Handler], Any]) -> Callable[[Handler], Any]:
    return lambda get_response: _Personal(middleware(get_response), get_response)


sessions = _personal(SessionMiddleware)
csrf = _personal(CsrfViewMiddleware)
users = _personal(AuthenticationMiddleware)
flashes = _personal(MessageMiddleware)
sign_in = _personal(AccountMiddleware)


def packed(get_response: Handler) -> Handler:
    """Personal pages travel packed, each time of another length: their size tells nothing of what is in them."""

    def handle(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if not is_personal(request.path) or not isinstance(response, HttpResponse):
            return response
        if len(response.content) < SMALLEST_PACKED or response.has_header("Content-Encoding"):
            return response
        if not response.get("Content-Type", "").startswith(("text/", "application/json", "image/svg+xml")):
            return response
        patch_vary_headers(response, ("Accept-Encoding",))
        if "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", ""):
            response.content = compress_string(response.content, max_random_bytes=100)
            response["Content-Length"] = str(len(response.content))
            response["Content-Encoding"] = "gzip"
        return response

    return handle


class Hats:
    """Who is here, when, and under which hat. What rooms refuse or do not have becomes an answer."""

    def __init__(self, get_response: Handler) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        given: Any = request
        given.actor, given.hats, given.arrived_at = None, (), timezone.now()
        asks = request.headers
        given.is_htmx = asks.get("HX-Request") == "true" and "HX-History-Restore-Request" not in asks
        frame.renew()
        return self._get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        _view: Any,
        _args: Any,
        kwargs: dict[str, Any],
    ) -> HttpResponseBase | None:
        user: Any = request.user
        below = below_prefix(request.path) or ""
        if below.startswith("with/"):
            return None
        if not user.is_authenticated:
            return _to_sign_in(request) if below.startswith("office/") else None
        try:
            _dress(request, user, kwargs.get("body", ""))
        except ObjectDoesNotExist:
            return views_trouble.trouble(request, 404)
        if below.startswith("office/admin/") and not user.is_administrator:
            return views_trouble.trouble(request, 404)
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, Refused):
            return views_trouble.refused(request, exception)
        if isinstance(exception, Changed):
            return views_trouble.changed(request, exception)
        if isinstance(exception, ObjectDoesNotExist | PermissionDenied):
            return views_trouble.trouble(request, 404)
        return None


hats = _personal(Hats)


def _dress(request: Any, user: Any, body: str) -> None:
    """Give the request its actor, and to a whole page the hats that can be worn instead."""
    name, at = user.name or user.email, request.arrived_at
    request.actor = Actor(name, user.pk, is_administrator=user.is_administrator)
    if not request.is_htmx:
        request.hats = registry.hats(user=user.pk, on=at.date(), tongue=reading())
    worn = next((hat for hat in request.hats if hat.slug == body), None)
    if worn:
        roles = frozenset(worn.roles)
        request.actor = replace(request.actor, body=worn.body, body_slug=body, roles=roles)
    elif body:
        request.actor = registry.actor_for(
            user=user.pk, name=name, is_administrator=user.is_administrator, body=body, at=at
        )


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    """And back again; what was being sent is lost, so back to the page it was sent from."""
    back = request.get_full_path()
    if request.method != "GET":
        came = urlsplit(request.headers.get("HX-Current-URL") or request.headers.get("Referer", ""))
        back = came.path if is_personal(came.path) else links.office()
    address = f"{links.account('login/')}?{urlencode({'next': back})}"
    if request.headers.get("HX-Request") == "true":
        return HttpResponse(status=204, headers={"HX-Redirect": address})
    return HttpResponseRedirect(address)
