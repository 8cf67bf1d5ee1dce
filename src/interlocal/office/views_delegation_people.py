"""The people of a delegation, one by one: entered, corrected in place, moved, withdrawn, restored, replaced."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from interlocal.delegations.commands import nominations, nominations_leaving
from interlocal.delegations.kinds import Changed
from interlocal.delegations.queries import delegation as queries
from interlocal.delegations.queries.delegation import DelegatePage
from interlocal.ground.tongues import reading
from interlocal.office import forms_delegation as forms
from interlocal.office.entrance import Entrance, entered
from interlocal.office.requests import OfficeRequest, done, posted, show
from interlocal.office.views_delegation import WORDS


@entered()
def add(request: OfficeRequest, way: Entrance) -> HttpResponse:
    """Enter somebody; pressed with `more`, the next empty form follows."""
    asked = queries.asked(
        actor=way.actor, preparation=way.preparation, body=way.body, at=request.arrived_at, tongue=reading()
    )
    form = forms.NewPerson(posted(request), initial={"script_language": asked.language})
    if form.is_valid():
        with form.refusals():
            nominations.add_delegate(
                **_who(request, way), entered=form.entered(), once=form.cleaned_data["once"]
            )
            to = way.to("add/") if "more" in request.POST else way.to()
            return done(request, _("Entered. Nominate the delegation when it is complete."), to=to)
    return show(request, "office/delegation/add.html", {"way": way, "page": asked, "form": form, **WORDS})


@require_GET
@entered()
def row(request: OfficeRequest, way: Entrance, key: UUID) -> HttpResponse:
    """One line of the table, as htmx asks for when an edit is left; without htmx, its form."""
    page = _delegate(request, way, key)
    if request.is_htmx:
        return _line(request, way, page)
    return _form_page(request, way, page, _form_for(page))


@entered()
def edit(request: OfficeRequest, way: Entrance, key: UUID) -> HttpResponse:
    """Correct what was entered: in the line of the table, or on a page of its own."""
    form = forms.KnownPerson(posted(request))
    if form.is_valid():
        try:
            with form.refusals():
                return _corrected(request, way, key, form)
        except Changed as change:
            return _conflict(request, way, key, form, change)
    page = _delegate(request, way, key)
    return _form_page(request, way, page, form if form.is_bound else _form_for(page))


@require_POST
@entered()
def move(request: OfficeRequest, way: Entrance, key: UUID) -> HttpResponse:
    to = request.POST.get("to", "")
    nominations.move_delegate(**_who(request, way), delegate=str(key), to=int(to) if to.isdecimal() else 1)
    return done(request, _("The order of your list is changed."), to=f"{way.to()}#d-{key}")


@require_POST
@entered()
def remove(request: OfficeRequest, way: Entrance, key: UUID) -> HttpResponse:
    nominations.remove_delegate(**_who(request, way), delegate=str(key), version=_version(request))
    return done(request, _("The entry is deleted."), to=way.to())


@require_POST
@entered()
def withdraw(request: OfficeRequest, way: Entrance, key: UUID) -> HttpResponse:
    version = _version(request)
    promoted = nominations_leaving.withdraw(**_who(request, way), delegate=str(key), version=version)
    said = (
        _("Withdrawn. The freed seat went to the next on the waiting list.") if promoted else _("Withdrawn.")
    )
    return done(request, said, to=way.to(), undo=way.to(f"people/{key}/restore/?version={version + 1}"))


@require_POST
@entered()
def restore(request: OfficeRequest, way: Entrance, key: UUID) -> HttpResponse:
    state = nominations_leaving.restore(**_who(request, way), delegate=str(key), version=_version(request))
    said = (
        _("Nominated again.")
        if state == "nominated"
        else _("Nominated again, and on the waiting list: the seat was given to somebody else.")
    )
    return done(request, said, to=way.to())


@entered()
def replace(request: OfficeRequest, way: Entrance, key: UUID) -> HttpResponse:
    """Send somebody else in this person's place."""
    page = _delegate(request, way, key)
    begin = {"version": page.row.version, "script_language": page.entered.script_language}
    form = forms.Substitute(posted(request), initial=begin)
    if form.is_valid():
        with form.refusals():
            nominations_leaving.replace(
                **_who(request, way),
                delegate=str(key),
                version=form.cleaned_data["version"],
                entered=form.entered(),
                once=form.cleaned_data["once"],
            )
            return done(request, _("Somebody else comes instead, in the same seat."), to=way.to())
    return show(request, "office/delegation/replace.html", {"way": way, "page": page, "form": form, **WORDS})


def _corrected(request: OfficeRequest, way: Entrance, key: UUID, form: forms.KnownPerson) -> HttpResponse:
    who = _who(request, way)
    nominations.change_delegate(
        **who, delegate=str(key), version=form.cleaned_data["version"], entered=form.entered()
    )
    page, place = _delegate(request, way, key), form.cleaned_data["place"]
    if place is not None and place != page.place:
        nominations.move_delegate(**who, delegate=str(key), to=place)
    elif request.is_htmx:
        return _line(request, way, page)
    return done(request, _("Saved."), to=f"{way.to()}#d-{key}")


def _line(request: OfficeRequest, way: Entrance, page: DelegatePage) -> HttpResponse:
    values = {"way": way, "each": page.row, "place": page.place, **WORDS}
    return show(request, "office/delegation/row.html", values)


def _conflict(
    request: OfficeRequest, way: Entrance, key: UUID, form: forms.KnownPerson, change: Changed
) -> HttpResponse:
    """Both versions, and the form with what was typed: saved once more, it replaces the other."""
    page = _delegate(request, way, key)
    again = forms.KnownPerson(
        {**request.POST.dict(), "version": change.version, "languages": request.POST.getlist("languages")}
    )
    values = {"yours": forms.readable(change.yours), "theirs": forms.readable(change.theirs), "by": change.by}
    return _form_page(request, way, page, again, meanwhile=values, status=409)


def _form_for(page: DelegatePage) -> forms.KnownPerson:
    return forms.KnownPerson(
        initial={**forms.initial_of(page.entered), "version": page.row.version, "place": page.place}
    )


def _form_page(
    request: OfficeRequest,
    way: Entrance,
    page: DelegatePage,
    form: forms.KnownPerson,
    *,
    meanwhile: dict[str, Any] | None = None,
    status: int | None = None,
) -> HttpResponse:
    template = "office/delegation/row_form.html" if request.is_htmx else "office/delegation/edit.html"
    values = {"way": way, "page": page, "each": page.row, "form": form, "meanwhile": meanwhile, **WORDS}
    return show(request, template, values, status=status)


def _delegate(request: OfficeRequest, way: Entrance, key: UUID) -> DelegatePage:
    return queries.delegate_page(
        actor=way.actor,
        preparation=way.preparation,
        body=way.body,
        delegate=str(key),
        at=request.arrived_at,
        tongue=reading(),
    )


def _who(request: OfficeRequest, way: Entrance) -> dict[str, Any]:
    return {
        "actor": way.actor,
        "at": request.arrived_at,
        "preparation": way.preparation,
        "body": way.body,
    }


def _version(request: OfficeRequest) -> int:
    """Of the row that was shown; from the address where a verb is undone."""
    given = request.POST.get("version") or request.GET.get("version", "")
    return int(given) if given.isdecimal() else 0
