"""The table of all people of a preparation: narrowed, sorted, edited in place, decided on in one go."""

from datetime import datetime
from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from interlocal.delegations.commands import decisions, nominations
from interlocal.delegations.kinds import Changed
from interlocal.delegations.queries import delegation as one_by_one
from interlocal.delegations.queries import people as queries
from interlocal.delegations.queries.preparations import Heading
from interlocal.ground.tongues import reading
from interlocal.office import forms_delegation, links
from interlocal.office import forms_people as forms
from interlocal.office.requests import OfficeRequest, done, posted, show

PAGE = "office/people/people.html"
ROW = "office/people/row.html"
EDIT = "office/people/edit.html"


@require_GET
def table(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    return _page(request, preparation, forms.DecideMany())


@require_POST
def decide(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    """One decision on everybody ticked; who could not be decided on is named above the table."""
    form = forms.DecideMany(request.POST)
    if form.is_valid():
        with form.refusals():
            outcome = decisions.decide_many(
                actor=request.actor,
                at=request.arrived_at,
                preparation=preparation,
                delegates=form.cleaned_data["who"],
                stage=form.cleaned_data["stage"],
                reason=form.cleaned_data["reason"],
            )
            if not outcome.left:
                to = _table_of(request, body, preparation)
                undo = _undo_of(body, preparation, request.arrived_at)
                return done(request, _said(len(outcome.decided)), to=to, undo=undo)
            return _page(request, preparation, form, outcome=outcome, status=422)
    return _page(request, preparation, form, ticked=frozenset(request.POST.getlist("who")))


@require_POST
def undo(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    """Take back what was decided at one stroke."""
    decided_at = _moment(request.GET.get("at", ""))
    outcome = decisions.undo_many(
        actor=request.actor, at=request.arrived_at, preparation=preparation, decided_at=decided_at
    )
    if outcome.left:
        return _page(request, preparation, forms.DecideMany(), outcome=outcome, status=422)
    says = ngettext("Taken back for %(num)s person.", "Taken back for %(num)s people.", len(outcome.decided))
    return done(
        request, says % {"num": len(outcome.decided)}, to=links.preparation(body, preparation, "people/")
    )


@require_GET
def row(request: OfficeRequest, body: str, preparation: str, key: UUID) -> HttpResponse:
    """One line of the table, as htmx asks for when an edit is left."""
    return _line(request, _row(request, preparation, key), preparation)


def edit(request: OfficeRequest, body: str, preparation: str, key: UUID) -> HttpResponse:
    """Correct what was entered: in the line of the table, or on a page of its own."""
    form = forms_delegation.KnownPerson(posted(request))
    found = _row(request, preparation, key)
    if form.is_valid():
        try:
            with form.refusals():
                nominations.change_delegate(
                    actor=request.actor,
                    at=request.arrived_at,
                    preparation=preparation,
                    body=found.body_slug,
                    delegate=str(key),
                    version=form.cleaned_data["version"],
                    entered=form.entered(),
                )
                if request.is_htmx:
                    return _line(request, _row(request, preparation, key), preparation)
                return done(
                    request, _("Saved."), to=f"{links.preparation(body, preparation, 'people/')}#d-{key}"
                )
        except Changed as change:
            return _form(request, preparation, found, _again(request, change), change=change)
    return _form(request, preparation, found, form)


def _page(
    request: OfficeRequest,
    preparation: str,
    form: forms.DecideMany,
    *,
    outcome: decisions.Outcome | None = None,
    ticked: frozenset[str] = frozenset(),
    status: int | None = None,
) -> HttpResponse:
    ask = forms.ask_of(request.GET)
    page = queries.people_page(actor=request.actor, preparation=preparation, ask=ask, tongue=reading())
    request.heading = Heading(page.slug, page.title, looks_over=True)
    values = {
        "page": page,
        "form": form,
        "ask": ask,
        "filters": forms.filters(page, ask),
        "outcome": outcome,
        "ticked": ticked,
        "query": request.GET.urlencode(),
        "words": forms.words(),
    }
    return show(request, PAGE, values, status=status)


def _row(request: OfficeRequest, preparation: str, key: UUID) -> queries.PersonRow:
    return queries.person_row(
        actor=request.actor, preparation=preparation, delegate=str(key), tongue=reading()
    )


def _line(request: OfficeRequest, found: queries.PersonRow, preparation: str) -> HttpResponse:
    runs = bool(found.can) or request.method == "POST"
    values = {"each": found, "slug": preparation, "runs": runs, "words": forms.words(), "ticked": frozenset()}
    return show(request, ROW, values)


def _form(
    request: OfficeRequest,
    preparation: str,
    found: queries.PersonRow,
    form: forms_delegation.KnownPerson,
    *,
    change: Changed | None = None,
) -> HttpResponse:
    page = one_by_one.delegate_page(
        actor=request.actor,
        preparation=preparation,
        body=found.body_slug,
        delegate=found.key,
        at=request.arrived_at,
        tongue=reading(),
    )
    if not form.is_bound:
        begin = {**forms_delegation.initial_of(page.entered), "version": found.version}
        form = forms_delegation.KnownPerson(initial=begin)
    form.fields.pop("place", None)
    values: dict[str, Any] = {
        "page": page,
        "each": found,
        "form": form,
        "slug": preparation,
        "meanwhile": _meanwhile(change),
        "labels": forms_delegation.LABELS,
    }
    return show(request, EDIT, values, block="line", status=409 if change else None)


def _meanwhile(change: Changed | None) -> dict[str, Any] | None:
    if change is None:
        return None
    readable = forms_delegation.readable
    return {"yours": readable(change.yours), "theirs": readable(change.theirs), "by": change.by}


def _again(request: OfficeRequest, change: Changed) -> forms_delegation.KnownPerson:
    """The form as it was typed, on the row as it is now: saved once more, it replaces the other."""
    given = request.POST.copy()
    given["version"] = str(change.version)
    return forms_delegation.KnownPerson(given)


def _said(many: int) -> str:
    return ngettext("Decided on %(num)s person.", "Decided on %(num)s people.", many) % {"num": many}


def _table_of(request: OfficeRequest, body: str, preparation: str) -> str:
    query = request.GET.urlencode()
    return links.preparation(body, preparation, f"people/?{query}" if query else "people/")


def _undo_of(body: str, preparation: str, at: datetime) -> str:
    return links.preparation(body, preparation, f"people/undo/?at={quote(at.isoformat())}")


def _moment(text: str) -> datetime:
    try:
        found = parse_datetime(text)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise Http404
    return found
