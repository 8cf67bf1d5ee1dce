"""Links to delegates' own pages: who has one, making them for all at once, ending one."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interlocal.delegations.commands import own_page_links as verbs
from interlocal.delegations.queries import own_page_links as queries
from interlocal.ground.tongues import reading
from interlocal.office import forms_days as forms
from interlocal.office import links
from interlocal.office.requests import OfficeRequest, done, posted, show
from interlocal.office.views_days import end_of
from interlocal.office.views_invitations import address_of

# Pages stay open for a while after the last day: for photographs, thanks, and correcting one's data.
STAYS_OPEN = timedelta(days=30)


def links_page(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    """All approved delegates; a POST makes a link for each without one."""
    return _links(request, preparation, None)


def link_of(request: OfficeRequest, body: str, preparation: str, key: UUID) -> HttpResponse:
    """The same for one delegate."""
    return _links(request, preparation, key)


@require_POST
def revoke(request: OfficeRequest, body: str, preparation: str, link: int) -> HttpResponse:
    verbs.revoke(actor=request.actor, at=request.arrived_at, preparation=preparation, link=link)
    said = _("The link has ended. Who opens it is told to ask you.")
    return done(request, said, to=links.preparation(body, preparation, "days/links/"))


def _links(request: OfficeRequest, preparation: str, key: UUID | None) -> HttpResponse:
    page = queries.links_page(
        actor=request.actor,
        preparation=preparation,
        at=request.arrived_at,
        tongue=reading(),
        delegate=key,
    )
    begun = {"until": max(page.last_day, request.arrived_at.date()) + STAYS_OPEN}
    form = forms.MakeLinks(posted(request), initial=begun)
    values: dict[str, Any] = {"page": page, "form": form, "is_one": key is not None}
    if form.is_valid():
        with form.refusals():
            made = verbs.make_links(
                actor=request.actor,
                at=request.arrived_at,
                preparation=preparation,
                until=end_of(form.cleaned_data["until"], page.timezone),
                addressed=address_of,
                delegates=None if key is None else [key],
                once=form.cleaned_data["once"],
            )
            return show(request, "office/days/links_made.html", {"page": page, "made": made})
    return show(request, "office/days/links.html", values)
