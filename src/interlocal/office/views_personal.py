"""The data of one person: what is asked and given, uncovered on demand, and what the person can ask for."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interlocal.delegations import kinds
from interlocal.delegations.commands import consent, erasure_persons, personal_wishes
from interlocal.delegations.commands import personal as verbs
from interlocal.delegations.queries import personal
from interlocal.delegations.queries.personal import DataPage
from interlocal.delegations.rules import consent_texts
from interlocal.delegations.rules import personal as rules
from interlocal.ground.dates import PartialDate
from interlocal.ground.tongues import reading
from interlocal.office import forms_personal as forms
from interlocal.office import links
from interlocal.office.entrance import Entrance
from interlocal.office.requests import OfficeRequest, done, posted, show


def data(request: OfficeRequest, way: Entrance, key: UUID | None = None) -> HttpResponse:
    """What is kept of one person, and the form to give it."""
    page = _page(way, key)
    form = forms.DataForm(page, today=request.arrived_at.date(), tongue=reading(), data=posted(request))
    if request.method == "POST" and form.is_valid():
        with form.refusals():
            verbs.save(
                actor=way.actor,
                at=request.arrived_at,
                preparation=way.preparation,
                delegate=page.key,
                typed=form.typed,
                remove=form.removed,
                agreed=form.agreed,
                seen=form.cleaned_data["seen"],
            )
            return done(request, _("Saved."), to=at(way, key))
    return shown(request, way, key, page=page, form=form)


@require_POST
def uncover(request: OfficeRequest, way: Entrance, key: UUID | None = None) -> HttpResponse:
    """Sealed entries asked for one purpose, in plain, on this one answer; the journal is told."""
    page = _page(way, key)
    form = forms.Show(page, data=request.POST)
    if not form.is_valid():
        return shown(request, way, key, page=page, uncovering=form)
    purpose = form.cleaned_data["purpose"]
    fields = [row.field for row in page.rows if row.is_sealed and row.purpose == purpose]
    values = verbs.read(
        actor=way.actor,
        at=request.arrived_at,
        preparation=way.preparation,
        delegates=[page.key],
        fields=fields,
        purpose=purpose,
        where="page",
    )[page.key]
    worded = {field: rules.worded(field, value) for field, value in values.items()}
    return shown(request, way, key, page=_page(way, key), plain=worded)


@require_POST
def withdraw(request: OfficeRequest, way: Entrance, key: UUID | None = None) -> HttpResponse:
    consent.withdraw(
        actor=way.actor, at=request.arrived_at, preparation=way.preparation, delegate=_key(way, key)
    )
    return done(request, _("Consent was withdrawn; what rested on it is erased."), to=at(way, key))


@require_POST
def wish(request: OfficeRequest, way: Entrance, key: UUID | None = None) -> HttpResponse:
    """The person asks for a correction or to be erased, or takes it back; the office says that it is settled."""
    where: dict[str, Any] = {
        "actor": way.actor,
        "at": request.arrived_at,
        "preparation": way.preparation,
        "delegate": _key(way, key),
    }
    number = request.POST.get("settle", "") or request.POST.get("back", "")
    if number.isdecimal():
        verb = personal_wishes.settle if "settle" in request.POST else personal_wishes.take_back
        verb(**where, wish=int(number))
        return done(request, _("Saved."), to=at(way, key))
    if request.POST.get("kind") == "erasure":
        personal_wishes.ask_erasure(**where)
        return done(request, _("Your request was passed on."), to=at(way, key))
    form = forms.Correction(request.POST)
    if form.is_valid():
        with form.refusals():
            personal_wishes.ask_correction(**where, text=form.cleaned_data["text"])
            return done(request, _("Your request was passed on."), to=at(way, key))
    return shown(request, way, key, correction=form)


@require_POST
def erase(request: OfficeRequest, way: Entrance, key: UUID | None = None) -> HttpResponse:
    form = forms.Erase(request.POST)
    if not form.is_valid():
        return shown(request, way, key, erasing=form)
    erasure_persons.erase_person(
        actor=way.actor, at=request.arrived_at, preparation=way.preparation, delegate=_key(way, key)
    )
    return done(request, _("This person was erased. Histories follow within minutes."), to=at(way, key))


def to_data(request: OfficeRequest, body: str, preparation: str, key: UUID) -> HttpResponse:
    """From the list of all people to the page below the delegation."""
    sender = personal.body_of(actor=request.actor, preparation=preparation, delegate=str(key))
    tail = f"delegation/{sender}/people/{key}/data/"
    return HttpResponseRedirect(links.preparation(body, preparation, tail))


def shown(request: OfficeRequest, way: Entrance, key: UUID | None, **given: object) -> HttpResponse:
    """The page with all its forms; those not `given` are blank."""
    found = given.pop("page", None)
    page = found if isinstance(found, DataPage) else _page(way, key)
    values = {
        "form": forms.DataForm(page, today=request.arrived_at.date(), tongue=reading()),
        "uncovering": forms.Show(page),
        "copying": forms.Copy(),
        "correction": forms.Correction(),
        "erasing": forms.Erase(),
        "plain": {},
        "text": consent_texts.text(consent_texts.CURRENT, reading()),
    }
    around = {"way": way, "page": page, "here_at": at(way, key), "kinds": kinds, "on": PartialDate.of}
    return show(request, "office/personal/data.html", {**values, **around, **given})


def at(way: Entrance, key: UUID | None) -> str:
    """The address of this page: the person's own, or below the delegation."""
    return f"{way.home}data/" if key is None else way.to(f"people/{key}/data/")


def _key(way: Entrance, key: UUID | None) -> str:
    return way.delegate if key is None else str(key)


def _page(way: Entrance, key: UUID | None) -> DataPage:
    return personal.data_page(actor=way.actor, preparation=way.preparation, delegate=_key(way, key))
