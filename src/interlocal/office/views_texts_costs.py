"""What was spent, line by line, for the report."""

from dataclasses import asdict
from decimal import Decimal
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from interlocal.arrangements.commands import costs as commands
from interlocal.arrangements.queries import costs as queries
from interlocal.arrangements.queries.costs import CostsPage
from interlocal.arrangements.rules.words import CostSaid
from interlocal.delegations.kinds import Changed
from interlocal.ground.tongues import reading
from interlocal.office import forms_texts as forms
from interlocal.office import links
from interlocal.office import views_texts_kept as kept
from interlocal.office import views_texts_words as words
from interlocal.office.requests import OfficeRequest, done, posted, show
from interlocal.office.views_texts import is_later, known

LIST = "office/texts/costs.html"
ONE = "office/texts/cost.html"


@require_http_methods(["GET", "POST"])
def costs(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    """All lines with their sums, and a form for the next."""
    page = _page(request, preparation, edited=request.method == "POST")
    form = forms.AddCost(posted(request), initial={"currency": page.rows[-1].currency if page.rows else ""})
    if form.is_valid():
        with form.refusals():
            commands.add_cost(
                actor=request.actor,
                at=request.arrived_at,
                preparation=preparation,
                once=form.cleaned_data["once"],
                cost=form.cost(),
            )
            return _done(request, body, preparation, _("The line is added."))
    values = {
        "page": page,
        "edits": page.runs and not page.is_closed,
        "form": form,
        "w": words.for_templates(),
    }
    return show(request, LIST, values)


@require_http_methods(["GET", "POST"])
def change(request: OfficeRequest, body: str, preparation: str, number: int) -> HttpResponse:
    page = _page(request, preparation, edited=True)
    was, version = queries.cost(actor=request.actor, preparation=preparation, number=number)
    form = forms.ChangeCost(posted(request), initial=forms.initial_of_cost(was) | {"version": version})
    if form.is_valid():
        with form.refusals():
            try:
                commands.change_cost(
                    actor=request.actor,
                    at=request.arrived_at,
                    preparation=preparation,
                    number=number,
                    version=form.cleaned_data["version"],
                    cost=form.cost(),
                )
            except Changed as change:
                raise words.readable(change) from None
            return _done(request, body, preparation, _("Saved."))
    return show(request, ONE, {"page": page, "form": form, "number": number})


@require_POST
def move(request: OfficeRequest, body: str, preparation: str, number: int, way: str) -> HttpResponse:
    commands.move_cost(
        actor=request.actor,
        at=request.arrived_at,
        preparation=preparation,
        number=number,
        later=is_later(way),
    )
    return _done(request, body, preparation, _("It stands elsewhere in its list now."))


@require_POST
def remove(request: OfficeRequest, body: str, preparation: str, number: int) -> HttpResponse:
    was = commands.remove_cost(
        actor=request.actor, at=request.arrived_at, preparation=preparation, number=number
    )
    # JSON has no decimals.
    said = asdict(was) | {"amount": None if was.amount is None else str(was.amount)}
    key = kept.keep(request, of="cost", preparation=preparation, said=said)
    undo = links.preparation(body, preparation, f"texts/costs/back/?said={key}")
    return _done(request, body, preparation, _("The line is removed."), undo=undo)


@require_POST
def put_back(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    said: dict[str, Any] = kept.taken_back(request, of="cost", preparation=preparation)
    amount = None if said["amount"] is None else Decimal(said["amount"])
    commands.add_cost(
        actor=request.actor,
        at=request.arrived_at,
        preparation=preparation,
        once=None,
        cost=CostSaid(**said | {"amount": amount}),
    )
    return _done(request, body, preparation, _("It is back, as the last of its list."))


def _page(request: OfficeRequest, preparation: str, *, edited: bool = False) -> CostsPage:
    page = queries.costs_page(actor=request.actor, preparation=preparation, tongue=reading())
    known(request, page, edited=edited)
    return page


def _done(
    request: OfficeRequest, body: str, preparation: str, sentence: str, *, undo: str = ""
) -> HttpResponse:
    return done(request, sentence, to=links.preparation(body, preparation, "texts/costs/"), undo=undo)
