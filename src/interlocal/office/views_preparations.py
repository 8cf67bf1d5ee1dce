"""Preparations of a hat, and one at a glance with its steps."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from interlocal.delegations.commands import announcing, steps
from interlocal.delegations.kinds import InvitationState, Part, State, Step
from interlocal.delegations.queries import preparations as queries
from interlocal.delegations.queries import preparations_overview
from interlocal.delegations.rules import rights
from interlocal.ground.tongues import reading
from interlocal.office import links
from interlocal.office import views_preparations_words as words
from interlocal.office.requests import OfficeRequest, done, show


@require_GET
def listed(request: OfficeRequest, body: str) -> HttpResponse:
    """Everything this hat prepares or is invited to."""
    rows = queries.listed(actor=request.actor, at=request.arrived_at, tongue=reading())
    may_prepare = rights.may_prepare(actor=request.actor, body=request.actor.body or 0)
    values = {
        "ahead": [row for row in rows if row.step != Step.REPORTED],
        "over": [row for row in rows if row.step == Step.REPORTED],
        "may_prepare": may_prepare,
        **_words(),
    }
    return show(request, "office/preparations/list.html", values)


@require_GET
def overview(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    """Facts, steps, what is missing, and how many come."""
    page = preparations_overview.overview(
        actor=request.actor, preparation=preparation, at=request.arrived_at, tongue=reading()
    )
    values = {
        "page": page,
        "where_delegation": lambda slug: words.delegation_href(body, preparation, slug),
        **_words(),
    }
    return show(request, "office/preparations/overview.html", values)


@require_POST
def take_step(request: OfficeRequest, body: str, preparation: str, step: str) -> HttpResponse:
    steps.take_step(actor=request.actor, at=request.arrived_at, preparation=preparation, step=step)
    undo = links.preparation(body, preparation, f"steps/{step}/back/")
    said = _("The step “%(step)s” is taken.") % {"step": Step(step).label}
    return done(request, said, to=links.preparation(body, preparation), undo=undo)


@require_POST
def take_back(request: OfficeRequest, body: str, preparation: str, step: str) -> HttpResponse:
    steps.take_back(actor=request.actor, at=request.arrived_at, preparation=preparation, step=step)
    said = _("The step “%(step)s” is taken back.") % {"step": Step(step).label}
    return done(request, said, to=links.preparation(body, preparation))


@require_POST
def announce(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    announcing.announce(actor=request.actor, at=request.arrived_at, preparation=preparation)
    said = _("The edition now stands in the public record.")
    return done(request, said, to=links.preparation(body, preparation))


def _words() -> dict[str, Any]:
    """How templates call what pages hold as codes."""
    return {
        "dated": words.dated,
        "span": words.period,
        "missing": words.missing,
        "where": words.where,
        "who": words.who,
        "step_name": lambda step: Step(step).label,
        "state_name": lambda state: State(state).label,
        "part_name": lambda part: Part(part).label,
        "invitation_name": lambda state: InvitationState(state).label,
    }
