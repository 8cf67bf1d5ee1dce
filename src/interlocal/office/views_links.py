"""Personal links: made and withdrawn by the secretariat, opened by who was sent one."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interlocal.delegations.commands import links as verbs
from interlocal.delegations.queries import delegation as queries
from interlocal.delegations.queries import invitations as invitation_queries
from interlocal.ground.tongues import OWN_NAMES, reading
from interlocal.identity.kinds import Role
from interlocal.office import forms_invitations as forms
from interlocal.office import links
from interlocal.office.entrance import Entrance, entered
from interlocal.office.forms_delegation import ANSWERS
from interlocal.office.requests import OfficeRequest, done, show
from interlocal.office.views_invitations import address_of
from interlocal.office.views_invitations_one import page_of


@require_POST
def make(request: OfficeRequest, body: str, preparation: str, invited: str) -> HttpResponse:
    """Make a link for a focal point and show it, once: nobody can look it up later."""
    form = forms.MakeLink(request.POST)
    if form.is_valid():
        page = invitation_queries.invitation_page(
            actor=request.actor, preparation=preparation, body=invited, tongue=reading()
        )
        with form.refusals():
            until = _end_of(form.cleaned_data["until"], page.head.timezone)
            token = verbs.make_focal_link(
                actor=request.actor,
                at=request.arrived_at,
                preparation=preparation,
                body=invited,
                name=form.cleaned_data["name"],
                email=form.cleaned_data["email"],
                until=until,
                once=form.cleaned_data["once"],
            )
            values = {
                "page": page,
                "address": address_of(token, page.row.language),
                "language": OWN_NAMES[page.row.language],
                "until": until - timedelta(minutes=1),
                "name": form.cleaned_data["name"],
            }
            return show(request, "office/links/made.html", values)
    return page_of(request, preparation, invited, linking=form)


@require_POST
def revoke(request: OfficeRequest, body: str, preparation: str, invited: str, link: int) -> HttpResponse:
    verbs.revoke_link(actor=request.actor, at=request.arrived_at, preparation=preparation, link=link)
    to = links.preparation(body, preparation, f"invitations/{invited}/")
    return done(request, _("The link has ended. Who opens it is told to ask you."), to=f"{to}#links")


@entered(Role.FOCAL, Role.DELEGATE, Role.DESK)
def home(request: OfficeRequest, way: Entrance) -> HttpResponse:
    """Where a link leads: for focal points what they are asked, for others on to their page."""
    if way.role == Role.DELEGATE:
        return HttpResponseRedirect(f"{way.home}me/")
    if way.role == Role.DESK:
        return HttpResponseRedirect(f"{way.home}desk/")
    page = queries.delegation_page(
        actor=way.actor, preparation=way.preparation, body=way.body, at=request.arrived_at, tongue=reading()
    )
    return show(request, "office/links/home.html", {"way": way, "page": page, "answers": ANSWERS})


def _end_of(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(zone)) + timedelta(days=1)
