"""Sites of the programme and the ways between them."""

from typing import Any

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from interlocal.arrangements.commands import sites as commands
from interlocal.arrangements.queries import sites as queries
from interlocal.arrangements.queries.sites import Surroundings
from interlocal.arrangements.rules.sites import SiteSaid
from interlocal.ground.tongues import reading
from interlocal.office import forms_programme as whole
from interlocal.office import forms_programme_places as forms
from interlocal.office import links
from interlocal.office import views_programme_kept as kept
from interlocal.office import views_programme_words as words
from interlocal.office.requests import OfficeRequest, done, posted, show

LIST = "office/programme/sites.html"
ONE = "office/programme/site.html"


@require_GET
def sites(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    return _list(request, around(request, preparation))


@require_http_methods(["GET", "POST"])
def add_site(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    page = around(request, preparation, edited=True)
    form = forms.AddSite(posted(request))
    if form.is_valid():
        with form.refusals():
            commands.add_site(
                actor=request.actor,
                at=request.arrived_at,
                preparation=preparation,
                once=form.cleaned_data["once"],
                site=form.site(),
            )
            return _done(request, body, preparation, _("The site is added."))
    return show(request, ONE, {"page": page, "form": form, "key": "", "w": words.for_templates()})


@require_http_methods(["GET", "POST"])
def change_site(request: OfficeRequest, body: str, preparation: str, site: str) -> HttpResponse:
    page = around(request, preparation, edited=True)
    found = queries.site(actor=request.actor, preparation=preparation, key=site)
    initial = forms.initial_of_site(found.site) | {"version": found.version}
    form = forms.ChangeSite(posted(request), initial=initial)
    if form.is_valid():
        with form.refusals():
            commands.change_site(
                actor=request.actor,
                at=request.arrived_at,
                preparation=preparation,
                key=site,
                version=form.cleaned_data["version"],
                # The place of the record stays what it is; it is not asked for here.
                site=form.site(place=found.site.place),
            )
            return _done(request, body, preparation, _("Saved."))
    return show(request, ONE, {"page": page, "form": form, "key": site, "w": words.for_templates()})


@require_POST
def remove_site(request: OfficeRequest, body: str, preparation: str, site: str) -> HttpResponse:
    was = commands.remove_site(actor=request.actor, at=request.arrived_at, preparation=preparation, key=site)
    undo = links.preparation(body, preparation, f"programme/sites/back/?said={kept.sealed(was)}")
    return _done(request, body, preparation, _("The site is removed."), undo=undo)


@require_POST
def put_site_back(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    commands.add_site(
        actor=request.actor,
        at=request.arrived_at,
        preparation=preparation,
        once=None,
        site=kept.opened(request.GET.get("said", ""), SiteSaid),
    )
    return _done(request, body, preparation, _("It is as it was."))


@require_POST
def set_route(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    """A way and how long it takes; said again it replaces what was said."""
    page = around(request, preparation, edited=True)
    form = _route_form(page, request.POST)
    if form.is_valid():
        with form.refusals():
            commands.set_route(
                actor=request.actor, at=request.arrived_at, preparation=preparation, **form.cleaned_data
            )
            return _done(request, body, preparation, _("The way is saved."))
    return _list(request, page, form)


@require_POST
def remove_route(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    form = forms.RouteGone(request.POST)
    if not form.is_valid():
        raise Http404
    commands.remove_route(
        actor=request.actor, at=request.arrived_at, preparation=preparation, **form.cleaned_data
    )
    return _done(request, body, preparation, _("The way is removed."))


def around(request: OfficeRequest, preparation: str, *, edited: bool = False) -> Surroundings:
    """What stands around the items; `edited`: for who may change it, 404 for who may only look."""
    page = queries.surroundings(actor=request.actor, preparation=preparation, tongue=reading())
    if edited and not page.runs:
        raise Http404
    return page


def _list(request: OfficeRequest, page: Surroundings, form: forms.Route | None = None) -> HttpResponse:
    values: dict[str, Any] = {
        "page": page,
        "edits": page.runs and not page.is_closed,
        "form": form or _route_form(page, None),
        "names": {site.key: site.name for site in page.sites},
        "w": words.for_templates(),
    }
    return show(request, LIST, values)


def _route_form(page: Surroundings, data: Any) -> forms.Route:
    form = forms.Route(data)
    choices = [(site.key, site.name.text) for site in page.sites]
    whole.offer(form, "start", choices)
    whole.offer(form, "finish", choices)
    return form


def _done(
    request: OfficeRequest, body: str, preparation: str, sentence: str, *, undo: str = ""
) -> HttpResponse:
    to = links.preparation(body, preparation, "programme/sites/")
    return done(request, sentence, to=to, undo=undo)
