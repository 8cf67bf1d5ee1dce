"""The page of a delegation, and what is done with it as a whole."""

from uuid import uuid4

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from interlocal.delegations.commands import invitations, nominations
from interlocal.delegations.queries import delegation as queries
from interlocal.ground.tongues import reading
from interlocal.office import forms_delegation as forms
from interlocal.office.entrance import Entrance, entered
from interlocal.office.forms import OfficeForm
from interlocal.office.requests import OfficeRequest, done, show

WORDS = {
    "parts": forms.PARTS,
    "grades": forms.GRADES,
    "states": forms.STATES,
    "answers": forms.ANSWERS,
    "labels": forms.LABELS,
}


@entered()
def delegation(request: OfficeRequest, way: Entrance) -> HttpResponse:
    return _page(request, way)


@require_POST
@entered()
def nominate(request: OfficeRequest, way: Entrance) -> HttpResponse:
    """Submit the drafts, all or those ticked."""
    form = forms.Nomination(request.POST)
    if form.is_valid():
        chosen = None if form.cleaned_data["all"] else request.POST.getlist("delegates")
        with form.refusals():
            seated = nominations.nominate(
                actor=way.actor,
                at=request.arrived_at,
                preparation=way.preparation,
                body=way.body,
                delegates=chosen,
                once=form.cleaned_data["once"],
            )
            return done(request, said_of(len(seated.nominated), len(seated.waiting)), to=way.to())
    return _page(request, way, form)


@require_POST
@entered()
def answer(request: OfficeRequest, way: Entrance) -> HttpResponse:
    """Accept or decline the invitation."""
    form = forms.Answer(request.POST)
    if form.is_valid():
        with form.refusals():
            invitations.record_answer(
                actor=way.actor,
                at=request.arrived_at,
                preparation=way.preparation,
                body=way.body,
                answer=form.cleaned_data["answer"],
                version=form.cleaned_data["version"],
            )
            accepted = form.cleaned_data["answer"] == "accepted"
            said = _("The invitation is accepted.") if accepted else _("The invitation is declined.")
            return done(request, said, to=way.to())
    return _page(request, way, form)


@require_POST
@entered()
def headcount(request: OfficeRequest, way: Entrance) -> HttpResponse:
    """Come with a number, without names."""
    form = forms.Headcount(request.POST)
    if form.is_valid():
        with form.refusals():
            invitations.give_headcount(
                actor=way.actor,
                at=request.arrived_at,
                preparation=way.preparation,
                body=way.body,
                headcount=form.cleaned_data["headcount"],
                version=form.cleaned_data["version"],
            )
            return done(request, _("Accepted. The number of people is noted."), to=way.to())
    return _page(request, way, form)


def said_of(seated: int, waiting: int) -> str:
    """Who of those nominated got a seat, in a sentence."""
    told = []
    if seated:
        told.append(
            ngettext(
                "%(num)s person is nominated and has a seat.",
                "%(num)s people are nominated and have seats.",
                seated,
            )
            % {"num": seated}
        )
    if waiting:
        told.append(
            ngettext(
                "%(num)s person is on the waiting list: all seats are taken.",
                "%(num)s people are on the waiting list: all seats are taken.",
                waiting,
            )
            % {"num": waiting}
        )
    return " ".join(told)


def _page(request: OfficeRequest, way: Entrance, form: OfficeForm | None = None) -> HttpResponse:
    page = queries.delegation_page(
        actor=way.actor,
        preparation=way.preparation,
        body=way.body,
        at=request.arrived_at,
        tongue=reading(),
    )
    counting = (
        form if isinstance(form, forms.Headcount) else forms.Headcount(initial={"version": page.version})
    )
    values = {"way": way, "page": page, "form": form, "counting": counting, "once": uuid4(), **WORDS}
    return show(request, "office/delegation/page.html", values)
