"""Late changes for the secretariat: what waits for an answer, and answering it."""

from collections.abc import Callable

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from interlocal.delegations import kinds
from interlocal.delegations.commands import changes as commands
from interlocal.delegations.queries import changes as queries
from interlocal.ground.tongues import reading
from interlocal.office import forms_changes as forms
from interlocal.office import links
from interlocal.office.requests import OfficeRequest, done, show


def words() -> dict[str, dict[str, str]]:
    return {
        "kinds": {value: str(label) for value, label in kinds.ChangeKind.choices},
        "states": {value: str(label) for value, label in kinds.ChangeState.choices},
        "parts": {value: str(label) for value, label in kinds.Part.choices},
        "stands": {value: str(label) for value, label in kinds.State.choices},
    }


@require_GET
def listed(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    page = queries.changes_page(actor=request.actor, preparation=preparation, tongue=reading())
    return show(request, "office/changes/changes.html", {"page": page, "words": words()})


@require_GET
def one(request: OfficeRequest, body: str, preparation: str, change: int) -> HttpResponse:
    return _page(request, preparation, change, None)


@require_POST
def accept(request: OfficeRequest, body: str, preparation: str, change: int) -> HttpResponse:
    def answered(form: forms.Answer) -> str:
        commands.accept(
            actor=request.actor,
            at=request.arrived_at,
            preparation=preparation,
            change=change,
            version=form.cleaned_data["version"],
            answer=form.cleaned_data["answer"],
        )
        return _("The change was accepted and is in the list.")

    return _answer(request, body, preparation, change, answered)


@require_POST
def refuse(request: OfficeRequest, body: str, preparation: str, change: int) -> HttpResponse:
    def answered(form: forms.Answer) -> str:
        commands.refuse(
            actor=request.actor,
            at=request.arrived_at,
            preparation=preparation,
            change=change,
            answer=form.cleaned_data["answer"],
        )
        return _("The change was refused; the list stays as it is.")

    return _answer(request, body, preparation, change, answered)


def _answer(
    request: OfficeRequest,
    body: str,
    preparation: str,
    change: int,
    answered: Callable[[forms.Answer], str],
) -> HttpResponse:
    form = forms.Answer(request.POST)
    if form.is_valid():
        with form.refusals():
            says = answered(form)
            return done(request, says, to=links.preparation(body, preparation, "changes/"))
    return _page(request, preparation, change, form)


def _page(request: OfficeRequest, preparation: str, change: int, form: forms.Answer | None) -> HttpResponse:
    page = queries.changes_page(actor=request.actor, preparation=preparation, tongue=reading())
    row = queries.change(actor=request.actor, preparation=preparation, change=change, tongue=reading())
    values = {
        "page": page,
        "row": row,
        "form": form or forms.Answer(initial={"version": row.version}),
        "words": words(),
    }
    return show(request, "office/changes/change.html", values)
