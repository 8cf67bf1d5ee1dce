"""The check-in desk. Its page works without a script; with one it also works without a connection."""

import json
from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse, HttpResponseBadRequest, JsonResponse
from django.middleware.csrf import get_token
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from interlocal.delegations.commands import checkins as verbs
from interlocal.delegations.commands import days_walk_ins
from interlocal.delegations.commands.checkins import Outcome, Tap
from interlocal.delegations.kinds import Part, State
from interlocal.delegations.queries import checkins as queries
from interlocal.delegations.queries.checkins import DeskPage, DeskRow
from interlocal.ground.pages.printing import moment
from interlocal.ground.tongues import reading
from interlocal.identity.kinds import Role
from interlocal.office import forms_days as forms
from interlocal.office.entrance import Entrance, entered
from interlocal.office.requests import OfficeRequest, done, show

# A phone sends what it kept in pieces of at most this.
MOST_TAPS = 500
_YEARS = range(2000, 2101)


@require_GET
@entered(Role.DESK)
def desk(request: OfficeRequest, way: Entrance) -> HttpResponse:
    return _shown(request, way)


@require_POST
@entered(Role.DESK)
def check(request: OfficeRequest, way: Entrance) -> HttpResponse:
    """One tap by a plain form."""
    delegate = _uuid(request.POST.get("delegate", ""))
    if delegate is None:
        return HttpResponseBadRequest()
    row = next((row for row in _page(request, way).rows if row.key == str(delegate)), None)
    came = verbs.check_in(
        actor=way.actor,
        at=request.arrived_at,
        preparation=way.preparation,
        delegate=delegate,
        once=_uuid(request.POST.get("once", "")) or uuid4(),
    )
    name = row.name if row else ""
    if came.outcome == verbs.COUNTED:
        return done(
            request,
            _("%(name)s is checked in.") % {"name": name},
            to=f"{way.home}desk/",
            undo=f"{way.home}desk/undo/{came.once}/",
        )
    return done(request, _("%(name)s was checked in already.") % {"name": name}, to=f"{way.home}desk/")


@require_POST
@entered(Role.DESK)
def undo(request: OfficeRequest, way: Entrance, once: UUID) -> HttpResponse:
    verbs.undo(actor=way.actor, at=request.arrived_at, preparation=way.preparation, once=once)
    return done(request, _("The check-in was taken back."), to=f"{way.home}desk/")


@require_POST
@entered(Role.DESK)
def walk_in(request: OfficeRequest, way: Entrance) -> HttpResponse:
    """Enter somebody who was not nominated; an approver decides."""
    form = forms.WalkIn(request.POST, bodies=_bodies(_page(request, way)))
    if form.is_valid():
        with form.refusals():
            days_walk_ins.walk_in(
                actor=way.actor,
                at=request.arrived_at,
                preparation=way.preparation,
                body=form.cleaned_data["body"],
                family=form.cleaned_data["family"],
                given=form.cleaned_data["given"],
                part=form.cleaned_data["part"],
                once=form.cleaned_data["once"],
            )
            said = _("Entered. An approver of the secretariat decides; then this person can be checked in.")
            return done(request, said, to=f"{way.home}desk/")
    return _shown(request, way, form)


@require_POST
@entered(Role.DESK)
def send(request: OfficeRequest, way: Entrance) -> HttpResponse:
    """What a phone kept, as JSON: {"sent_at": …, "taps": [{"once", "seen_at", "delegate"}]}; without delegate an undo."""
    if request.content_type != "application/json":
        return JsonResponse({"error": "malformed"}, status=400)
    try:
        sent_at, taps = _taps(json.loads(request.body))
    except (KeyError, TypeError, ValueError):
        return JsonResponse({"error": "malformed"}, status=400)
    came = verbs.send(
        actor=way.actor, at=request.arrived_at, preparation=way.preparation, sent_at=sent_at, taps=taps
    )
    answers = [
        {"tap": str(tap.once), "undo": tap.is_undo, **_told(outcome)}
        for tap, outcome in zip(taps, came, strict=True)
    ]
    tapped = [tap.delegate for tap in taps if tap.delegate]
    return JsonResponse({"answers": answers, **_state(request, way, tapped)})


@require_GET
@entered(Role.DESK)
def state(request: OfficeRequest, way: Entrance) -> HttpResponse:
    """Who stands where now, and a token for forms: a page may be hours old."""
    return JsonResponse(_state(request, way))


def _told(outcome: Outcome) -> dict[str, Any]:
    return {"outcome": outcome.outcome, "reason": outcome.reason}


def _state(request: OfficeRequest, way: Entrance, only: Collection[UUID] | None = None) -> dict[str, Any]:
    page = _page(request, way, only)
    return {
        "token": get_token(request),
        "people": {row.key: [row.state, row.once, _clock(row, page), row.desk] for row in page.rows},
    }


def _clock(row: DeskRow, page: DeskPage) -> str:
    return moment(row.seen_at, page.timezone).rpartition(" ")[2]


def _taps(said: Any) -> tuple[datetime, list[Tap]]:
    """ValueError, KeyError or TypeError for what no phone of ours sends."""
    if len(said["taps"]) > MOST_TAPS:
        raise ValueError(said["taps"])
    taps = [
        Tap(
            UUID(tap["once"]), _moment(tap["seen_at"]), UUID(tap["delegate"]) if tap.get("delegate") else None
        )
        for tap in said["taps"]
    ]
    return _moment(said["sent_at"]), taps


def _moment(told: str) -> datetime:
    at = datetime.fromisoformat(told)
    if at.tzinfo is None or at.year not in _YEARS:
        raise ValueError(told)
    return at


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _page(request: OfficeRequest, way: Entrance, only: Collection[UUID] | None = None) -> DeskPage:
    return queries.desk_page(
        actor=way.actor, preparation=way.preparation, at=request.arrived_at, tongue=reading(), only=only
    )


def _bodies(page: DeskPage) -> list[tuple[str, str]]:
    return [(slug, name.text) for slug, name in page.bodies]


def _shown(request: OfficeRequest, way: Entrance, form: forms.WalkIn | None = None) -> HttpResponse:
    page = _page(request, way)
    typed = request.GET.get("q", "")
    values = {
        "way": way,
        "page": page,
        "rows": queries.found_by(page.rows, typed) if typed.strip() else page.rows,
        "typed": typed,
        "clock": lambda row: _clock(row, page),
        "form": form or forms.WalkIn(bodies=_bodies(page)),
        "part_name": lambda part: Part(part).label,
        "state_name": lambda state: State(state).label,
        "made_at": request.arrived_at,
    }
    return show(request, "office/desk/page.html", values)
