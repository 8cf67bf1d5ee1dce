"""People who came before, entered again; and entries that may be one person."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interlocal.delegations.commands import duplicates as judging
from interlocal.delegations.commands import reuse as verbs
from interlocal.delegations.queries import duplicates
from interlocal.delegations.queries import reuse as queries
from interlocal.ground.tongues import reading
from interlocal.office import forms_delegation as people
from interlocal.office import forms_reuse as forms
from interlocal.office import links
from interlocal.office.entrance import Entrance, entered
from interlocal.office.requests import OfficeRequest, done, posted, show


@entered()
def visitors(request: OfficeRequest, way: Entrance) -> HttpResponse:
    form = forms.Again(posted(request))
    if form.is_bound and form.is_valid():
        with form.refusals():
            made = verbs.enter_again(
                actor=way.actor,
                at=request.arrived_at,
                preparation=way.preparation,
                body=way.body,
                delegates=request.POST.getlist("delegates"),
                once=form.cleaned_data["once"],
            )
            said = ngettext("%(num)s person is entered again.", "%(num)s people are entered again.", made)
            return done(
                request, said % {"num": made} if made else _("They are entered already."), to=way.to()
            )
    page = queries.reuse_page(
        actor=way.actor, preparation=way.preparation, body=way.body, at=request.arrived_at, tongue=reading()
    )
    values: dict[str, Any] = {"way": way, "page": page, "form": form, "parts": people.PARTS}
    return show(request, "office/reuse/visitors.html", values)


def same_people(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    """Pairs of entries to be judged, for the secretariat."""
    form = forms.Judgement(posted(request))
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        verb = judging.same_person if said["judged"] == "same" else judging.different_persons
        with form.refusals():
            verb(
                actor=request.actor,
                at=request.arrived_at,
                preparation=preparation,
                one=str(said["one"]),
                other=str(said["other"]),
            )
            told = _("Noted as one person.") if said["judged"] == "same" else _("Noted as two people.")
            return done(request, told, to=links.preparation(body, preparation, "duplicates/"))
    page = duplicates.duplicates_page(actor=request.actor, preparation=preparation, tongue=reading())
    values = {"page": page, "form": form, "parts": people.PARTS, "states": people.STATES}
    return show(request, "office/reuse/duplicates.html", values)
