"""Late changes for the delegation itself: asked for by its coordinator or focal point, and how they were answered."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from interlocal.delegations.commands import changes as commands
from interlocal.delegations.kinds import ChangeKind
from interlocal.delegations.queries import changes as queries
from interlocal.delegations.rules.changes import ABOUT_SOMEBODY, entered_of
from interlocal.ground.tongues import reading
from interlocal.office import forms_changes as forms
from interlocal.office.entrance import Entrance, entered
from interlocal.office.forms_delegation import initial_of
from interlocal.office.requests import OfficeRequest, done, posted, show
from interlocal.office.views_changes import words


@require_GET
@entered()
def listed(request: OfficeRequest, way: Entrance) -> HttpResponse:
    return show(request, "office/changes/asked.html", {"way": way, "page": _page(way), "words": words()})


@entered()
def new(request: OfficeRequest, way: Entrance) -> HttpResponse:
    """First what is to change and about whom, then the form for it."""
    kind, subject = request.GET.get("kind", ""), _subject(request, way)
    page = _page(way)
    is_known = kind in forms.FORMS and (subject is not None or kind not in ABOUT_SOMEBODY)
    if not is_known or not page.proposes:
        values = {"way": way, "page": page, "subject": subject, "words": words()}
        return show(request, "office/changes/choose.html", values)
    form = forms.FORMS[kind](posted(request), initial=_begin(kind, subject))
    if form.is_valid():
        with form.refusals():
            _propose(request, way, kind, subject, form)
            says = _("Your change was sent to the secretariat. The answer will be shown here.")
            return done(request, says, to=way.to("changes/"))
    values = {"way": way, "page": page, "kind": kind, "subject": subject, "form": form, "words": words()}
    return show(request, "office/changes/new.html", values)


def _propose(
    request: OfficeRequest, way: Entrance, kind: str, subject: queries.Subject | None, form: Any
) -> None:
    commands.propose(
        actor=way.actor,
        at=request.arrived_at,
        preparation=way.preparation,
        body=way.body,
        kind=kind,
        reason=form.cleaned_data["reason"],
        delegate=subject.key if subject else "",
        version=form.cleaned_data.get("version", 0),
        entered=None if kind == ChangeKind.WITHDRAW else form.entered(),
        once=form.cleaned_data["once"],
    )


def _begin(kind: str, subject: queries.Subject | None) -> dict[str, object]:
    """What the form begins with: the person as they are entered; for somebody else only what passes over."""
    if subject is None:
        return {}
    known = {"version": subject.version}
    if kind == ChangeKind.EDIT:
        return {**initial_of(entered_of(subject.values)), **known}
    passes = ("part", "script_language", "language")
    return {**{name: subject.values[name] for name in passes}, **known}


def _subject(request: OfficeRequest, way: Entrance) -> queries.Subject | None:
    try:
        key = UUID(request.GET.get("delegate", ""))
    except ValueError:
        return None
    return queries.subject(actor=way.actor, preparation=way.preparation, body=way.body, delegate=str(key))


def _page(way: Entrance) -> queries.ChangesPage:
    return queries.changes_of(actor=way.actor, preparation=way.preparation, body=way.body, tongue=reading())
