"""Versions of the programme: let out by the secretariat, read by whoever is part of the edition."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from interlocal.arrangements.commands import releases as commands
from interlocal.arrangements.queries import releases as queries
from interlocal.documents import programme_pages
from interlocal.ground.pages.links import PREFIXES, site
from interlocal.ground.tongues import reading
from interlocal.office import forms_releases as forms
from interlocal.office import links
from interlocal.office.requests import OfficeRequest, done, posted, show


@require_http_methods(["GET", "POST"])
def releases(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    """All versions, what changed since the newest, and whom that concerns; POST lets the next one out."""
    page = queries.releases_page(actor=request.actor, preparation=preparation, tongue=reading())
    was_public = bool(page.versions and page.versions[0].is_public)
    form = forms.Release(posted(request), initial={"is_public": was_public})
    if form.is_valid():
        with form.refusals():
            number = commands.release(
                actor=request.actor, at=request.arrived_at, preparation=preparation, **form.cleaned_data
            )
            said = _("Version %(number)s is out.") % {"number": number}
            return done(request, said, to=links.preparation(body, preparation, "programme/releases/"))
    values: dict[str, Any] = {"page": page, "form": form, "tell": forms.Tell()}
    return show(request, "office/releases/releases.html", values)


@require_POST
def tell(request: OfficeRequest, body: str, preparation: str, number: int) -> HttpResponse:
    """Drafts for the delegations that a version concerns; nothing is sent."""
    form = forms.Tell(request.POST)
    if not form.is_valid():
        return releases(request, body, preparation)
    count = commands.tell(
        actor=request.actor,
        at=request.arrived_at,
        preparation=preparation,
        once=form.cleaned_data["once"],
        number=number,
        page=lambda slug, tongue: f"{site()}{PREFIXES[tongue]}{_read_at(preparation, slug)}",
    )
    said = ngettext(
        "%(count)s draft is waiting in the mail.", "%(count)s drafts are waiting in the mail.", count
    ) % {"count": count}
    return done(request, said, to=links.preparation(body, preparation, "mail/"))


def _read_at(preparation: str, body: str) -> str:
    return f"office/{body}/preparations/{preparation}/programme/released/"


@require_GET
def released(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    """The newest version, for the secretariat and for invited bodies."""
    sheet = queries.released(actor=request.actor, preparation=preparation)
    values: dict[str, Any] = {
        "slug": preparation,
        "page": programme_pages.page(sheet, tongue=reading()) if sheet else None,
    }
    return show(request, "office/releases/released.html", values)
