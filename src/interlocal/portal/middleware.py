"""What every request and every answer passes: refusals of malformed requests, and honest errors."""

import logging

from django.core.exceptions import ObjectDoesNotExist
from django.db import InterfaceError, OperationalError, connections
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from interlocal.ground.pages import links, requests
from interlocal.ground.pages.headers import PERMISSIONS, POLICY, Handler, safe_headers
from interlocal.portal import frame, views_frame

__all__ = ["PERMISSIONS", "POLICY", "database_gone", "not_there", "plain_requests", "safe_headers"]

log = logging.getLogger(__name__)

READING = ("GET", "HEAD", "OPTIONS")
ACTING = (*READING, "POST")


def plain_requests(get_response: Handler) -> Handler:
    """Refuse what no reader sends, before anything has to understand it; and give HEAD no body."""

    def handle(request: HttpRequest) -> HttpResponseBase:
        methods = ACTING if links.takes_forms(request.path) else READING
        if request.method not in methods:
            refusal = views_frame.trouble(request, 405)
            refusal["Allow"] = ", ".join(methods)
            return refusal
        if requests.is_malformed(request):
            return views_frame.trouble(request, 400)
        if request.method == "OPTIONS":
            return HttpResponse(status=204, headers={"Allow": ", ".join(methods)})
        if request.method == "POST" and (requests.is_overlong(request) or requests.has_bad_body(request)):
            return views_frame.trouble(request, 400)
        response = get_response(request)
        return _headers_only(response) if request.method == "HEAD" else response

    return handle


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
