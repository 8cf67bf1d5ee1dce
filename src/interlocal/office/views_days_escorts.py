"""Interpreters and liaisons of each delegation."""

from typing import Any

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from interlocal.delegations.commands import escorts as verbs
from interlocal.delegations.queries import escorts as queries
from interlocal.delegations.rules.escorts import KINDS
from interlocal.ground.tongues import reading
from interlocal.office import forms_days as forms
from interlocal.office import links
from interlocal.office.requests import OfficeRequest, done, posted, show


@require_GET
def escorts(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    return show(request, "office/days/escorts.html", _values(request, preparation))


def add(request: OfficeRequest, body: str, preparation: str, invited: str) -> HttpResponse:
    """Give a delegation somebody."""
    form = forms.Escort(posted(request))
    if form.is_valid():
        with form.refusals():
            verbs.add_escort(
                actor=request.actor,
                at=request.arrived_at,
                preparation=preparation,
                body=invited,
                helper=form.helper(),
                once=form.cleaned_data["once"],
            )
            to = links.preparation(body, preparation, "days/escorts/")
            return done(request, _("Entered. The delegation sees it on its pages."), to=f"{to}#{invited}")
    return _form(request, preparation, invited, form, 0)


def change(request: OfficeRequest, body: str, preparation: str, invited: str, number: int) -> HttpResponse:
    values = _values(request, preparation)
    helper = _helper(values, invited, number)
    begun = {name: getattr(helper, name) for name in ("kind", "name", "reading", "languages", "phone")}
    form = forms.Escort(posted(request), initial=begun)
    if form.is_valid():
        with form.refusals():
            verbs.change_escort(
                actor=request.actor,
                at=request.arrived_at,
                preparation=preparation,
                number=number,
                helper=form.helper(),
            )
            to = links.preparation(body, preparation, "days/escorts/")
            return done(request, _("Saved."), to=f"{to}#{invited}")
    return _form(request, preparation, invited, form, number)


@require_POST
def remove(request: OfficeRequest, body: str, preparation: str, invited: str, number: int) -> HttpResponse:
    verbs.remove_escort(actor=request.actor, at=request.arrived_at, preparation=preparation, number=number)
    return done(request, _("Removed."), to=links.preparation(body, preparation, "days/escorts/"))


def _form(
    request: OfficeRequest, preparation: str, invited: str, form: forms.Escort, number: int
) -> HttpResponse:
    values = _values(request, preparation)
    chosen = next((one for one in values["page"].delegations if one.body == invited), None)
    if chosen is None:
        raise Http404
    return show(
        request, "office/days/escort.html", {**values, "form": form, "chosen": chosen, "number": number}
    )


def _helper(values: dict[str, Any], invited: str, number: int) -> queries.EscortRow:
    for one in values["page"].delegations:
        for helper in one.helpers:
            if one.body == invited and helper.number == number:
                return helper  # type: ignore[no-any-return]  # values are of templates
    raise Http404


def _values(request: OfficeRequest, preparation: str) -> dict[str, Any]:
    page = queries.escorts_page(actor=request.actor, preparation=preparation, tongue=reading())
    return {"page": page, "helper_name": lambda kind: dict(KINDS)[kind]}
