"""Making a preparation: from the last edition, looked at before it is made, or from nothing."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from interlocal.arrangements.commands.copying import copy_edition
from interlocal.delegations.commands.preparations import make_preparation
from interlocal.delegations.kinds import NoteKind, Step
from interlocal.delegations.queries import copying as queries
from interlocal.delegations.queries.copying import Proposal
from interlocal.ground.tongues import reading
from interlocal.office import forms_preparations as forms
from interlocal.office import links
from interlocal.office import views_preparations_words as words
from interlocal.office.requests import OfficeRequest, done, posted, show
from interlocal.programmes.kinds import ItemKind


@require_GET
def choose(request: OfficeRequest, body: str) -> HttpResponse:
    """Of which series; those of the own office first, all others on request."""
    found = queries.choices(actor=request.actor, tongue=reading())
    ours = [one for one in found if one.is_ours]
    values = {"ours": ours, "others": [one for one in found if not one.is_ours]}
    return show(request, "office/preparations/choose.html", values)


@require_http_methods(["GET", "POST"])
def copy(request: OfficeRequest, body: str, series: str) -> HttpResponse:
    """Everything that would be copied; made only when somebody says so."""
    proposal = _proposal(request, series)
    form = forms.Copy(posted(request), proposal=proposal)
    form.offer_hosts(_hosts(proposal, request))
    looks = request.POST.get("do") == "look"
    if not looks and form.is_valid():
        with form.refusals():
            made = copy_edition(
                actor=request.actor,
                at=request.arrived_at,
                once=form.cleaned_data["once"],
                plan=form.plan(series),
            )
            said = _("The preparation is made. Nothing was sent to anybody.")
            return done(request, said, to=links.preparation(body, made))
    values: dict[str, Any] = {
        "page": proposal,
        "form": form,
        "dated": words.dated,
        "remark": words.remark,
        "step_name": lambda step: Step(step).label,
        "kind_name": lambda kind: ItemKind(kind).label,
        "note_name": lambda kind: NoteKind(kind).label,
    }
    status = 200 if looks else None
    return show(request, "office/preparations/copy.html", values, block="copy", status=status)


def _proposal(request: OfficeRequest, series: str) -> Proposal:
    """On the days that were typed in, as far as they are days."""
    look = forms.Look(posted(request))
    look.is_valid()
    days = look.cleaned_data if look.is_bound else {}
    return queries.proposal(
        actor=request.actor,
        series=series,
        at=request.arrived_at,
        tongue=reading(),
        from_on=days.get("from_on"),
        days=days.get("days"),
        after=request.POST.get("after"),
    )


def _hosts(proposal: Proposal, request: OfficeRequest) -> Iterable[tuple[str, str]]:
    known = {one.body.slug: one.body.name.text for one in proposal.bodies}
    own = next((hat for hat in getattr(request, "hats", ()) if hat.slug == request.actor.body_slug), None)
    known.setdefault(request.actor.body_slug, own.name.text if own else request.actor.body_slug)
    return sorted(known.items(), key=lambda pair: pair[1])


@require_http_methods(["GET", "POST"])
def from_nothing(request: OfficeRequest, body: str, series: str) -> HttpResponse:
    """Only names and days; everything else is filled in later."""
    proposal = queries.proposal(actor=request.actor, series=series, at=request.arrived_at, tongue=reading())
    initial = {
        **forms.spread("name", proposal.names),
        "ordinal": proposal.ordinal,
        "from_on": proposal.from_on,
        "days": proposal.days,
        "timezone": proposal.timezone,
        "language": proposal.language,
    }
    form = forms.Empty(posted(request), initial=initial)
    form.offer_hosts(_hosts(proposal, request))
    if form.is_valid():
        with form.refusals():
            made = make_preparation(
                actor=request.actor,
                at=request.arrived_at,
                once=form.cleaned_data["once"],
                plan=form.plan(series),
            )
            return done(request, _("The preparation is made."), to=links.preparation(body, made))
    return show(request, "office/preparations/empty.html", {"page": proposal, "form": form})
