"""What every request and every answer passes: refusals of malformed requests, headers, and honest errors."""

import logging
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.db import InterfaceError, OperationalError, connections
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from interlocal.portal import frame, views_frame

Handler = Callable[[HttpRequest], HttpResponseBase]

log = logging.getLogger(__name__)

READING = ("GET", "HEAD", "OPTIONS")
LONGEST_QUERY = 8192

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
PERMISSIONS = ", ".join(
    f"{name}=()" for name in ("camera", "microphone", "geolocation", "payment", "usb", "browsing-topics")
)


def plain_requests(get_response: Handler) -> Handler:
    """Refuse what no reader sends, before anything has to understand it; and give HEAD no body."""

    def handle(request: HttpRequest) -> HttpResponseBase:
        if request.method not in READING:
            refusal = views_frame.trouble(request, 405)
            refusal["Allow"] = ", ".join(READING)
            return refusal
        if _malformed(request):
            return views_frame.trouble(request, 400)
        if request.method == "OPTIONS":
            return HttpResponse(status=204, headers={"Allow": ", ".join(READING)})
        response = get_response(request)
        return _headers_only(response) if request.method == "HEAD" else response

    return handle


def _malformed(request: HttpRequest) -> bool:
    query = request.META.get("QUERY_STRING", "")
    if len(query) > LONGEST_QUERY or _unprintable(request.path):
        return True
    # Almost every address is plain; only an escaped or odd one is read through.
    if not query or ("%" not in query and query.isascii() and query.isprintable()):
        return False
    return any(_unprintable(part) for key, values in request.GET.lists() for part in (key, *values))


def _unprintable(text: str) -> bool:
    if text.isascii():
        return "\0" in text
    # U+FFFD is what stands for bytes that are no UTF-8.
    return "\0" in text or "\ufffd" in text or any("\ud800" <= char <= "\udfff" for char in text)


def _headers_only(response: HttpResponseBase) -> HttpResponseBase:
    if isinstance(response, HttpResponse):
        if "Content-Length" not in response:
            response["Content-Length"] = str(len(response.content))
        response.content = b""
        return response
    empty = HttpResponse(status=response.status_code, headers=dict(response.items()))
    empty.cookies = response.cookies
    response.close()
    return empty


def safe_headers(get_response: Handler) -> Handler:
    """What browsers may do with our answers: nothing but show them. Kept pages and files included."""
    fixed = {
        "Content-Security-Policy": POLICY,
        "Permissions-Policy": PERMISSIONS,
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": settings.X_FRAME_OPTIONS,
        "Referrer-Policy": settings.SECURE_REFERRER_POLICY or "same-origin",
        "Cross-Origin-Opener-Policy": settings.SECURE_CROSS_ORIGIN_OPENER_POLICY or "same-origin",
    }
    if settings.SECURE_HSTS_SECONDS:
        fixed["Strict-Transport-Security"] = f"max-age={settings.SECURE_HSTS_SECONDS}"

    def handle(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        for name, value in fixed.items():
            response.headers[name] = value
        return response

    return handle


class DatabaseGone:
    """The database does not answer: say so, and drop the connection so that the next request tries anew."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return answer_without_database(request, exception) if is_gone(exception) else None


def is_gone(exception: Exception) -> bool:
    return isinstance(exception, OperationalError | InterfaceError)


def answer_without_database(request: HttpRequest, exception: Exception) -> HttpResponse:
    log.error("the database does not answer: %s", str(exception).strip().partition("\n")[0])
    connections["default"].close()
    return views_frame.unavailable(request)


class NotThere:
    """What a room does not have is not there, whichever room said so."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        frame.renew()
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return views_frame.trouble(request, 404) if isinstance(exception, ObjectDoesNotExist) else None


database_gone = DatabaseGone
not_there = NotThere
