"""What can be set of a preparation: its names and rules, its days, its deadlines."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from interlocal.delegations.commands import preparations as commands
from interlocal.delegations.commands import steps
from interlocal.delegations.queries import preparations as queries
from interlocal.delegations.queries import preparations_overview
from interlocal.ground.tongues import reading
from interlocal.office import forms_preparations as forms
from interlocal.office import links
from interlocal.office import views_preparations_words as words
from interlocal.office.requests import OfficeRequest, done, posted, show


@require_http_methods(["GET", "POST"])
def change(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    """Names, place, clock, seats and rules of order; beside them the days."""
    found = queries.settings(actor=request.actor, preparation=preparation)
    form = forms.Settle(posted(request), initial=_initial(found))
    form.offer_hosts(_hosts(request, preparation))
    if form.is_valid():
        with form.refusals():
            commands.change_settings(
                actor=request.actor,
                at=request.arrived_at,
                preparation=preparation,
                version=form.cleaned_data["version"],
                settings=form.settings(),
            )
            return done(request, _("Saved."), to=links.preparation(body, preparation, "settings/"))
    return _page(request, body, preparation, found, form, _days(found))


@require_http_methods(["POST"])
def move(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    """Other days; items and deadlines to come move along."""
    found = queries.settings(actor=request.actor, preparation=preparation)
    days = forms.Days(request.POST)
    if days.is_valid():
        with days.refusals():
            commands.move_days(
                actor=request.actor,
                at=request.arrived_at,
                preparation=preparation,
                version=days.cleaned_data["version"],
                from_on=days.cleaned_data["from_on"],
                days=days.cleaned_data["days"],
            )
            said = _("The days are changed; the programme and the deadlines to come moved along.")
            return done(request, said, to=links.preparation(body, preparation))
    form = forms.Settle(initial=_initial(found))
    form.offer_hosts(_hosts(request, preparation))
    return _page(request, body, preparation, found, form, days)


@require_http_methods(["GET", "POST"])
def deadlines(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    """A day for each step."""
    page = preparations_overview.overview(
        actor=request.actor, preparation=preparation, at=request.arrived_at, tongue=reading()
    )
    found = queries.settings(actor=request.actor, preparation=preparation)
    initial: dict[str, Any] = {one.step: one.due_on for one in page.track} | {"version": found.version}
    form = forms.Deadlines(posted(request), initial=initial)
    if form.is_valid():
        with form.refusals():
            steps.set_deadlines(
                actor=request.actor,
                at=request.arrived_at,
                preparation=preparation,
                version=form.cleaned_data["version"],
                due=form.due(),
            )
            return done(request, _("The deadlines are saved."), to=links.preparation(body, preparation))
    values = {"page": page, "form": form, "dated": words.dated, "span": words.period}
    return show(request, "office/preparations/deadlines.html", values)


def _page(
    request: OfficeRequest,
    body: str,
    preparation: str,
    found: queries.Settings,
    form: forms.Settle,
    days: forms.Days,
) -> HttpResponse:
    name = next((text for text in (found.names[reading()], *found.names.values()) if text), preparation)
    values = {"found": found, "name": name, "form": form, "days": days}
    return show(request, "office/preparations/settings.html", values)


def _initial(found: queries.Settings) -> dict[str, Any]:
    plain = (
        "ordinal",
        "host",
        "timezone",
        "language",
        "seats",
        "order_rule",
        "order_language",
        "within_rule",
        "version",
    )
    return {
        **forms.spread("name", found.names),
        **forms.spread("place", found.place),
        **{name: getattr(found, name) for name in plain},
    }


def _days(found: queries.Settings) -> forms.Days:
    return forms.Days(initial={"from_on": found.from_on, "days": found.days, "version": found.version})


def _hosts(request: OfficeRequest, preparation: str) -> list[tuple[str, str]]:
    found = queries.hosts(actor=request.actor, preparation=preparation, tongue=reading())
    return [(one.slug, one.name.text) for one in found]
