"""A delegate's own page by personal link: programme, names, helpers, code for check-in; and what keeps a copy of it."""

import io
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import segno
from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from interlocal.arrangements.queries.own_programme import own_days
from interlocal.delegations.commands import own_page as verbs
from interlocal.delegations.kinds import Part, State
from interlocal.delegations.queries import own_page as queries
from interlocal.delegations.queries.own_page import OwnPage
from interlocal.delegations.rules.escorts import KINDS
from interlocal.documents import own_calendar
from interlocal.documents.formats import ics
from interlocal.ground.dates import PartialDate
from interlocal.ground.pages.links import PREFIXES, site
from interlocal.ground.tongues import reading
from interlocal.ground.wording import print_date_and_weekday
from interlocal.identity.kinds import Role
from interlocal.office.entrance import Entrance, entered
from interlocal.office.requests import OfficeRequest, done, show


@require_GET
@entered(Role.DELEGATE)
def page(request: OfficeRequest, way: Entrance) -> HttpResponse:
    verbs.begin(actor=way.actor, at=request.arrived_at)
    own = _own(request, way)
    values: dict[str, Any] = {
        "way": way,
        "page": own,
        "zone": _zone(own),
        "part_name": lambda part: Part(part).label,
        "state_name": lambda state: State(state).label,
        "helper_name": lambda kind: dict(KINDS)[kind],
        "weekday": _weekday,
    }
    return show(request, "office/own/page.html", values)


@require_POST
@entered(Role.DELEGATE)
def seen(request: OfficeRequest, way: Entrance) -> HttpResponse:
    verbs.note_seen(actor=way.actor, at=request.arrived_at)
    return done(request, _("Noted. What changes from now on is marked here."), to=f"{way.home}me/")


@require_GET
@entered(Role.DELEGATE)
def code(request: OfficeRequest, way: Entrance) -> HttpResponse:
    """The QR code for check-in, as a picture with its own address."""
    picture = io.BytesIO()
    segno.make(_own(request, way).qr, error="m").save(
        picture, kind="svg", scale=8, border=2, light="#fff", xmldecl=False, title=_("Code for check-in")
    )
    return HttpResponse(picture.getvalue(), content_type="image/svg+xml")


@require_GET
@entered(Role.DELEGATE)
def programme(request: OfficeRequest, way: Entrance) -> HttpResponse:
    own = _own(request, way)
    host = urlsplit(site()).hostname or "localhost"
    made = own_calendar.of_delegate(own, tongue=reading(), url=f"{site()}{PREFIXES[reading()]}", host=host)
    name = f'attachment; filename="{own.slug}.ics"'
    return HttpResponse(made, content_type=ics.TYPE, headers={"Content-Disposition": name})


@require_GET
@entered(Role.DELEGATE, Role.DESK)
def worker(_request: OfficeRequest, way: Entrance) -> HttpResponse:
    """The script that keeps a copy of the page on the phone; here, because a browser lets it work only below its address."""
    return HttpResponse(
        _script(), content_type="text/javascript; charset=utf-8", headers={"Service-Worker-Allowed": way.home}
    )


def _own(request: OfficeRequest, way: Entrance) -> OwnPage:
    """The page, with the programme of the newest release once there is one."""
    own = queries.own_page(
        actor=way.actor, preparation=way.preparation, at=request.arrived_at, tongue=reading()
    )
    days = own_days(actor=way.actor, preparation=way.preparation, tongue=reading()) if own.is_coming else None
    return own if days is None else replace(own, days=days)


def _weekday(on: PartialDate | date) -> str:
    return print_date_and_weekday(on if isinstance(on, PartialDate) else PartialDate.of(on), reading())


def _zone(own: OwnPage) -> str:
    """Which clock the hours are by: KST, UTC+9."""
    noon = own.made_at.replace(
        year=own.from_on.year, month=own.from_on.month or 1, day=own.from_on.day or 1, hour=12
    ).astimezone(ZoneInfo(own.timezone))
    offset = noon.utcoffset() or timedelta()
    hours, minutes = divmod(int(abs(offset).total_seconds()) // 60, 60)
    sign = "-" if offset < timedelta() else "+"
    told = f"UTC{sign}{hours}" + (f":{minutes:02}" if minutes else "")
    name = noon.tzname() or ""
    return f"{name}, {told}" if name.isalpha() else told


@cache
def _script() -> bytes:
    found = finders.find("office/worker.js")
    assert isinstance(found, str)
    return Path(found).read_bytes()
