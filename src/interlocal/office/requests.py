"""What views of the office work with: the request with its actor, and the three answers they give."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template import engines
from django.utils.functional import Promise

from interlocal.delegations.queries.preparations import Heading
from interlocal.identity.kinds import Actor

ENGINE = "office"


class OfficeRequest(HttpRequest):
    """For types only: what the middleware adds. On a personal link `actor` is nobody's until the view asks for it.

    `heading`: a view that knows what stands above a page of its preparation says so; otherwise the page asks for it.
    """

    actor: Actor
    heading: Heading | None
    arrived_at: datetime
    is_htmx: bool


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form is bound to: nothing on GET."""
    return request.POST if request.method == "POST" else None


def show(
    request: HttpRequest,
    template: str,
    values: Mapping[str, Any] | None = None,
    *,
    block: str | None = None,
    status: int | None = None,
) -> HttpResponse:
    """The page; for an htmx request only its `block`, when one is named. 422 when a form in `values` has errors."""
    given = {**(values or {})}
    code = status or (422 if any(_is_faulty(value) for value in given.values()) else 200)
    if block and getattr(request, "is_htmx", False):
        given["only_block"] = block
    return HttpResponse(engines[ENGINE].get_template(template).render(given, request), status=code)


def done(request: HttpRequest, sentence: str | Promise, *, to: str, undo: str = "") -> HttpResponse:
    """After a verb: say so on the next page and go there. `undo` is an address that takes it back when posted to."""
    said(request, sentence, undo=undo)
    if getattr(request, "is_htmx", False):
        return HttpResponse(status=204, headers={"HX-Redirect": to})
    return HttpResponseRedirect(to, status=303)


def said(request: HttpRequest, sentence: str | Promise, *, undo: str = "") -> None:
    messages.success(request, str(sentence), extra_tags=f"undo {undo}" if undo else "")


def _is_faulty(value: object) -> bool:
    return isinstance(value, BaseForm) and value.is_bound and not value.is_valid()
