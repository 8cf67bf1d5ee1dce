"""The days for the secretariat: live counts, desks, walk-ins, attendance."""

from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import segno
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from interlocal.delegations.commands import attendance, decisions
from interlocal.delegations.commands import links as link_verbs
from interlocal.delegations.kinds import Part, Stage, State
from interlocal.delegations.queries import days as queries
from interlocal.delegations.queries.days import DaysPage
from interlocal.ground.countries import country_name
from interlocal.ground.pages.links import PREFIXES, site
from interlocal.ground.pages.printing import t
from interlocal.ground.tongues import reading
from interlocal.office import forms_days as forms
from interlocal.office import links
from interlocal.office.requests import OfficeRequest, done, show

PAGE = "office/days/page.html"


@require_GET
def days(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    """Figures that renew themselves, and what else is done on the days."""
    return _shown(request, preparation)


@require_POST
def make_desk(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    """A link for a phone at a desk, shown once, also as a code to scan with that phone."""
    form = forms.Desk(request.POST)
    if form.is_valid():
        page = _page(request, preparation)
        with form.refusals():
            token = link_verbs.make_desk_link(
                actor=request.actor,
                at=request.arrived_at,
                preparation=preparation,
                name=form.cleaned_data["name"],
                language=reading(),
                until=end_of(form.cleaned_data["until"], page.timezone),
            )
            address = f"{site()}{PREFIXES[reading()]}with/{token}/"
            picture = segno.make(address, error="m").svg_data_uri(scale=4, border=2, light="#fff")
            values = {
                "page": page,
                "address": address,
                "picture": picture,
                "name": form.cleaned_data["name"],
            }
            return show(request, "office/days/desk_made.html", values)
    return _shown(request, preparation, form)


@require_POST
def revoke_desk(request: OfficeRequest, body: str, preparation: str, link: int) -> HttpResponse:
    link_verbs.revoke_link(actor=request.actor, at=request.arrived_at, preparation=preparation, link=link)
    return done(request, _("The desk has ended."), to=links.preparation(body, preparation, "days/"))


@require_POST
def approve(request: OfficeRequest, body: str, preparation: str, key: UUID) -> HttpResponse:
    """Approve a walk-in where the figures are: it has to be quick."""
    version = request.POST.get("version", "")
    decisions.decide(
        actor=request.actor,
        at=request.arrived_at,
        preparation=preparation,
        delegate=str(key),
        version=int(version) if version.isdecimal() else -1,
        stage=Stage.APPROVE,
        reason="",
    )
    said = _("Approved. This person can be checked in now.")
    return done(request, said, to=links.preparation(body, preparation, "days/"))


@require_POST
def record(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    counts = attendance.record_attendance(actor=request.actor, at=request.arrived_at, preparation=preparation)
    seen = counts[0].number
    said = ngettext(
        "Attendance is recorded: %(num)s person was there.",
        "Attendance is recorded: %(num)s people were there.",
        seen,
    ) % {"num": seen}
    return done(request, said, to=links.preparation(body, preparation, "days/"))


def end_of(day: datetime, zone: str) -> datetime:
    """The end of a day by the clock where the edition is held."""
    return datetime.combine(day, time(), ZoneInfo(zone)) + timedelta(days=1)


def _page(request: OfficeRequest, preparation: str) -> DaysPage:
    return queries.days_page(
        actor=request.actor, preparation=preparation, at=request.arrived_at, tongue=reading()
    )


def _shown(request: OfficeRequest, preparation: str, form: forms.Desk | None = None) -> HttpResponse:
    page = _page(request, preparation)
    values: dict[str, Any] = {
        "page": page,
        "now": request.arrived_at,
        "part_name": lambda part: Part(part).label,
        "state_name": lambda state: State(state).label,
        "named_bodies": lambda page: [(t(row.name), row.line) for row in page.bodies],
        "named_countries": lambda page: [(country_name(row.key, reading()), row) for row in page.countries],
        "named_parts": lambda page: [(Part(row.key).label, row) for row in page.parts],
    }
    if not request.is_htmx:
        values["desks"] = queries.desk_links(
            actor=request.actor, preparation=preparation, at=request.arrived_at
        )
        values["form"] = form or forms.Desk(initial={"until": page.days[-1]})
    return show(request, PAGE, values, block="live")
