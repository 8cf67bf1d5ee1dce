"""Where one arrives: the hats one can wear, and what waits under each."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.http import HttpResponse

from interlocal.ground.tongues import reading
from interlocal.identity.kinds import Actor
from interlocal.office import views_mail, views_preparations_tasks
from interlocal.office.requests import OfficeRequest, show
from interlocal.office.tasks import Task, sorted_tasks
from interlocal.registry import queries as registry


def home(request: OfficeRequest) -> HttpResponse:
    """All hats, each with its tasks."""
    at = request.arrived_at
    hats = registry.hats(user=request.actor.user or 0, on=at.date(), tongue=reading())
    actors = [
        replace(request.actor, body=hat.body, body_slug=hat.slug, roles=frozenset(hat.roles)) for hat in hats
    ]
    tasks = _waiting(actors, at)
    piles = [(hat, tasks[hat.slug]) for hat in hats]
    return show(request, "office/home.html", {"piles": piles})


def under_hat(request: OfficeRequest, body: str) -> HttpResponse:
    """The tasks of one hat."""
    tasks = _waiting([request.actor], request.arrived_at)
    return show(request, "office/tasks.html", {"tasks": tasks[body]})


def _waiting(actors: Sequence[Actor], at: datetime) -> dict[str, list[Task]]:
    """What waits under each hat; each noun that makes people wait is asked here."""
    prepared = views_preparations_tasks.waiting(actors, at)
    return {
        actor.body_slug: sorted_tasks([*prepared.get(actor.body_slug, []), *views_mail.waiting(actor)])
        for actor in actors
    }
