"""Which door says what is wrong: the one that was come in by."""

from django.http import HttpRequest, HttpResponse

from interlocal.ground.pages.links import is_personal
from interlocal.office import views_trouble
from interlocal.portal import views_frame


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _trouble(request, 400)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _trouble(request, 404)


def broken(request: HttpRequest) -> HttpResponse:
    return _trouble(request, 500)


def _trouble(request: HttpRequest, status: int) -> HttpResponse:
    said = views_trouble.trouble if is_personal(request.path) else views_frame.trouble
    return said(request, status)
