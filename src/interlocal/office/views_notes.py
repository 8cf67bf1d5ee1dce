"""Notes of a preparation and its list of papers."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from interlocal.delegations.commands import notes as commands
from interlocal.delegations.kinds import NoteKind
from interlocal.delegations.queries import notes as queries
from interlocal.ground.tongues import reading
from interlocal.office import forms_notes as forms
from interlocal.office import forms_preparations, links
from interlocal.office.requests import OfficeRequest, done, posted, show


@require_http_methods(["GET", "POST"])
def notes(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    """Open questions, lessons and notes; beside them the papers."""
    form = forms.Write(posted(request), initial={"language": reading(), "kind": NoteKind.NOTE})
    if form.is_valid():
        with form.refusals():
            commands.write_note(
                actor=request.actor,
                at=request.arrived_at,
                preparation=preparation,
                once=form.cleaned_data["once"],
                **_given(form),
            )
            return done(request, _("Noted."), to=links.preparation(body, preparation, "notes/"))
    return _page(request, body, preparation, form, forms_preparations.AddPaper())


@require_http_methods(["GET", "POST"])
def rewrite(request: OfficeRequest, body: str, preparation: str, number: int) -> HttpResponse:
    found = queries.note(actor=request.actor, preparation=preparation, number=number)
    initial = {
        "kind": found.kind,
        "text": found.text.text,
        "language": found.text.lang,
        "version": found.version,
    }
    form = forms.Rewrite(posted(request), initial=initial)
    if form.is_valid():
        with form.refusals():
            commands.change_note(
                actor=request.actor,
                at=request.arrived_at,
                preparation=preparation,
                number=number,
                version=form.cleaned_data["version"],
                **_given(form),
            )
            return done(request, _("Saved."), to=links.preparation(body, preparation, "notes/"))
    return show(request, "office/preparations/note.html", {"form": form, "slug": preparation})


@require_POST
def settle(request: OfficeRequest, body: str, preparation: str, number: int) -> HttpResponse:
    commands.settle_note(actor=request.actor, at=request.arrived_at, preparation=preparation, number=number)
    undo = links.preparation(body, preparation, f"notes/{number}/reopen/")
    return done(request, _("Settled."), to=links.preparation(body, preparation, "notes/"), undo=undo)


@require_POST
def reopen(request: OfficeRequest, body: str, preparation: str, number: int) -> HttpResponse:
    commands.reopen_note(actor=request.actor, at=request.arrived_at, preparation=preparation, number=number)
    return done(request, _("Open again."), to=links.preparation(body, preparation, "notes/"))


@require_POST
def add_paper(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    form = forms_preparations.AddPaper(request.POST)
    if form.is_valid():
        with form.refusals():
            commands.add_paper(
                actor=request.actor,
                at=request.arrived_at,
                preparation=preparation,
                once=form.cleaned_data["once"],
                title=form.said("title"),
            )
            return done(
                request, _("The paper is on the list."), to=links.preparation(body, preparation, "notes/")
            )
    blank = forms.Write(initial={"language": reading(), "kind": NoteKind.NOTE})
    return _page(request, body, preparation, blank, form)


@require_POST
def tick(request: OfficeRequest, body: str, preparation: str, number: int) -> HttpResponse:
    commands.tick_paper(actor=request.actor, at=request.arrived_at, preparation=preparation, number=number)
    undo = links.preparation(body, preparation, f"papers/{number}/not-ready/")
    return done(request, _("Ready."), to=links.preparation(body, preparation, "notes/"), undo=undo)


@require_POST
def untick(request: OfficeRequest, body: str, preparation: str, number: int) -> HttpResponse:
    commands.untick_paper(actor=request.actor, at=request.arrived_at, preparation=preparation, number=number)
    return done(request, _("Not ready."), to=links.preparation(body, preparation, "notes/"))


@require_POST
def remove_paper(request: OfficeRequest, body: str, preparation: str, number: int) -> HttpResponse:
    commands.remove_paper(actor=request.actor, at=request.arrived_at, preparation=preparation, number=number)
    return done(request, _("The paper is off the list."), to=links.preparation(body, preparation, "notes/"))


def _given(form: forms.Write | forms.Rewrite) -> dict[str, str]:
    return {name: form.cleaned_data[name] for name in ("kind", "text", "language")}


def _page(
    request: OfficeRequest,
    body: str,
    preparation: str,
    form: forms.Write,
    paper: forms_preparations.AddPaper,
) -> HttpResponse:
    page = queries.notes_page(actor=request.actor, preparation=preparation, tongue=reading())
    values: dict[str, Any] = {
        "page": page,
        "form": form,
        "paper": paper,
        "kinds": [
            (kind.value, kind.label, [one for one in page.open if one.kind == kind]) for kind in NoteKind
        ],
        "note_name": lambda kind: NoteKind(kind).label,
    }
    return show(request, "office/preparations/notes.html", values)
