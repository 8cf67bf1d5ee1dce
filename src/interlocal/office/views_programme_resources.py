"""What items of the programme take: rooms, vehicles, people on duty; and the tracks they stand in."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from interlocal.arrangements.commands import resources as commands
from interlocal.arrangements.commands import tracks as track_commands
from interlocal.arrangements.kinds import ResourceKind
from interlocal.arrangements.queries import programme, sheet
from interlocal.arrangements.queries import sites as queries
from interlocal.arrangements.queries.sites import Surroundings
from interlocal.arrangements.rules.sites import ResourceSaid
from interlocal.ground.texts import Localised
from interlocal.ground.tongues import TONGUES, reading
from interlocal.office import forms_programme as whole
from interlocal.office import forms_programme_places as forms
from interlocal.office import links
from interlocal.office import views_programme_kept as kept
from interlocal.office import views_programme_words as words
from interlocal.office.forms_preparations import spread
from interlocal.office.requests import OfficeRequest, done, posted, show
from interlocal.office.views_programme_places import around

LIST = "office/programme/resources.html"
ONE = "office/programme/resource.html"
TRACKS = "office/programme/tracks.html"


@require_GET
def resources(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    page = around(request, preparation)
    kinds = [(kind, [one for one in page.resources if one.kind == kind]) for kind in ResourceKind.values]
    values = {
        "page": page,
        "edits": page.runs and not page.is_closed,
        "kinds": [(kind, rows) for kind, rows in kinds if rows],
        "names": {site.key: site.name for site in page.sites},
        "w": words.for_templates(),
    }
    return show(request, LIST, values)


@require_http_methods(["GET", "POST"])
def add(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    page = around(request, preparation, edited=True)
    kind = request.GET.get("kind", "")
    initial = {"kind": kind if kind in ResourceKind.values else ResourceKind.ROOM}
    form = _offered(forms.AddResource(posted(request), initial=initial), page)
    if form.is_valid():
        with form.refusals():
            commands.add_resource(
                actor=request.actor,
                at=request.arrived_at,
                preparation=preparation,
                once=form.cleaned_data["once"],
                resource=form.resource(),
            )
            return _done(request, body, preparation, _("It is added."))
    return show(request, ONE, {"page": page, "form": form, "number": None})


@require_http_methods(["GET", "POST"])
def change(request: OfficeRequest, body: str, preparation: str, number: int) -> HttpResponse:
    page = around(request, preparation, edited=True)
    found = queries.resource(actor=request.actor, preparation=preparation, number=number)
    initial = forms.initial_of_resource(found.resource) | {"version": found.version}
    form = _offered(forms.ChangeResource(posted(request), initial=initial), page)
    whole.keep(form, "languages", found.resource.languages)
    if form.is_valid():
        with form.refusals():
            commands.change_resource(
                actor=request.actor,
                at=request.arrived_at,
                preparation=preparation,
                number=number,
                version=form.cleaned_data["version"],
                resource=form.resource(),
            )
            return _done(request, body, preparation, _("Saved."))
    return show(request, ONE, {"page": page, "form": form, "number": number})


@require_POST
def remove(request: OfficeRequest, body: str, preparation: str, number: int) -> HttpResponse:
    was = commands.remove_resource(
        actor=request.actor, at=request.arrived_at, preparation=preparation, number=number
    )
    undo = links.preparation(body, preparation, f"programme/resources/back/?said={kept.sealed(was)}")
    return _done(request, body, preparation, _("It is removed."), undo=undo)


@require_POST
def put_back(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    commands.add_resource(
        actor=request.actor,
        at=request.arrived_at,
        preparation=preparation,
        once=None,
        resource=kept.opened(request.GET.get("said", ""), ResourceSaid),
    )
    return _done(request, body, preparation, _("It is as it was."))


@require_http_methods(["GET", "POST"])
def tracks(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    """The strands of parallel items: a form each, and one for the next."""
    if request.method == "POST":
        around(request, preparation, edited=True)
    form = forms.Track(posted(request))
    if form.is_valid():
        with form.refusals():
            track_commands.name_track(
                actor=request.actor,
                at=request.arrived_at,
                preparation=preparation,
                number=form.cleaned_data["number"],
                name=form.said("name"),
            )
            to = links.preparation(body, preparation, "programme/tracks/")
            return done(request, _("Saved."), to=to)
    return _tracks(request, preparation, form)


@require_POST
def remove_track(request: OfficeRequest, body: str, preparation: str, number: int) -> HttpResponse:
    track_commands.remove_track(
        actor=request.actor, at=request.arrived_at, preparation=preparation, number=number
    )
    return done(
        request, _("The track is removed."), to=links.preparation(body, preparation, "programme/tracks/")
    )


def _tracks(request: OfficeRequest, preparation: str, sent: forms.Track) -> HttpResponse:
    board = programme.board(actor=request.actor, preparation=preparation, tongue=reading())
    named = {one.number: one.name for one in sheet.sheet(actor=request.actor, preparation=preparation).tracks}
    fresh = {} if not sent.is_bound else {sent["number"].value(): sent}
    rows = [
        (track, fresh.get(str(track.number)) or _track_form(track.number, named.get(track.number)))
        for track in board.tracks
    ]
    values: dict[str, Any] = {
        "page": board,
        "edits": board.runs and not board.is_closed,
        "rows": [(track, form, track.number in named) for track, form in rows],
        "form": fresh.get(str(board.next_track)) or _track_form(board.next_track, None),
        "sent": sent,
        "w": words.for_templates(),
    }
    return show(request, TRACKS, values)


def _track_form(number: int, name: Localised | None) -> forms.Track:
    said = {tongue: name.versions[tongue].text for tongue in TONGUES if name and tongue in name.versions}
    return forms.Track(initial={"number": number, **spread("name", said)}, auto_id=f"track-{number}-%s")


def _offered(form: Any, page: Surroundings) -> Any:
    whole.offer(form, "site", [whole.NOT_CHOSEN, *((site.key, site.name.text) for site in page.sites)])
    return form


def _done(
    request: OfficeRequest, body: str, preparation: str, sentence: str, *, undo: str = ""
) -> HttpResponse:
    to = links.preparation(body, preparation, "programme/resources/")
    return done(request, sentence, to=to, undo=undo)
