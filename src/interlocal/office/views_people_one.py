"""One delegate, for the secretariat: who it is, what is decided, and everything that happened."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import is_valid_path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from interlocal.delegations.commands import decisions
from interlocal.delegations.queries import people_one as queries
from interlocal.delegations.queries.preparations import Heading
from interlocal.ground.tongues import reading
from interlocal.office import forms_people as forms
from interlocal.office import links
from interlocal.office.requests import OfficeRequest, done, show

PAGE = "office/people/person.html"
# What journal lines are called in a person's story.
HAPPENED: dict[str, Any] = {
    "entered": gettext_lazy("Entered"),
    "imported": gettext_lazy("Imported"),
    "corrected": gettext_lazy("Corrected"),
    "nominated": gettext_lazy("Nominated"),
    "put_on_waiting_list": gettext_lazy("Put on the waiting list"),
    "seat_given": gettext_lazy("Moved up from the waiting list"),
    "withdrawn": gettext_lazy("Withdrawn"),
    "restored": gettext_lazy("Restored"),
    "replaced": gettext_lazy("Replaced by somebody else"),
    "moved": gettext_lazy("Moved in the list"),
    "admitted_late": gettext_lazy("Added by a late change"),
    "decided_pre_approve": gettext_lazy("Pre-approved"),
    "decided_approve": gettext_lazy("Approved"),
    "decided_refuse": gettext_lazy("Not approved"),
    "decided_return": gettext_lazy("Returned for correction"),
    "undone_pre_approve": gettext_lazy("Pre-approval taken back"),
    "undone_approve": gettext_lazy("Approval taken back"),
    "undone_refuse": gettext_lazy("Non-approval taken back"),
    "undone_return": gettext_lazy("Return taken back"),
    "change_asked": gettext_lazy("Late change asked for"),
    "change_accepted": gettext_lazy("Late change accepted"),
    "change_refused": gettext_lazy("Late change refused"),
    "link_made": gettext_lazy("Personal link made"),
    "checked_in": gettext_lazy("Checked in"),
}


@require_GET
def person(request: OfficeRequest, body: str, preparation: str, key: UUID) -> HttpResponse:
    return _page(request, preparation, key, None)


@require_POST
def decide(request: OfficeRequest, body: str, preparation: str, key: UUID) -> HttpResponse:
    form = forms.DecideOne(request.POST)
    to = links.preparation(body, preparation, f"people/{key}/")
    if form.is_valid():
        with form.refusals():
            decisions.decide(
                actor=request.actor,
                at=request.arrived_at,
                preparation=preparation,
                delegate=str(key),
                version=form.cleaned_data["version"],
                stage=form.cleaned_data["stage"],
                reason=form.cleaned_data["reason"],
            )
            version = form.cleaned_data["version"] + 1
            return done(request, _("Decided."), to=to, undo=f"{to}undo/?version={version}")
    return _page(request, preparation, key, form)


@require_POST
def undo(request: OfficeRequest, body: str, preparation: str, key: UUID) -> HttpResponse:
    form = forms.Undo(request.POST if "version" in request.POST else request.GET)
    if form.is_valid():
        with form.refusals():
            decisions.undo(
                actor=request.actor,
                at=request.arrived_at,
                preparation=preparation,
                delegate=str(key),
                version=form.cleaned_data["version"],
            )
            to = links.preparation(body, preparation, f"people/{key}/")
            return done(request, _("The decision was taken back."), to=to)
    return _page(request, preparation, key, form)


def _page(
    request: OfficeRequest, preparation: str, key: UUID, faulty: forms.DecideOne | forms.Undo | None
) -> HttpResponse:
    page = queries.person_page(
        actor=request.actor, preparation=preparation, delegate=str(key), tongue=reading()
    )
    request.heading = Heading(page.slug, page.title, looks_over=True)
    form = faulty if isinstance(faulty, forms.DecideOne) else forms.DecideOne()
    values = {
        "page": page,
        "form": form,
        "faulty": faulty,
        "words": forms.words(),
        "beside": _beside(request.actor.body_slug, preparation, key),
        "happened": {code: str(label) for code, label in HAPPENED.items()},
    }
    return show(request, PAGE, values)


def _beside(body: str, preparation: str, key: UUID) -> list[tuple[str, str]]:
    """Other pages about this person: address and what it is called."""
    pages = (("data/", _("Personal data")), ("link/", _("Personal link")))
    found = [(links.preparation(body, preparation, f"people/{key}/{path}"), label) for path, label in pages]
    return [(href, label) for href, label in found if is_valid_path(href)]
