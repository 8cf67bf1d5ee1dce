"""Copies of everything about one person: by the own page, by staff with a reason, or by a link that works once."""

import json
from uuid import UUID

from django.http import HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interlocal.delegations.commands import exporting as verbs
from interlocal.delegations.queries import exporting
from interlocal.delegations.queries.exporting import Copy, Ticket
from interlocal.ground.pages.links import site
from interlocal.office import forms_personal as forms
from interlocal.office import links
from interlocal.office.entrance import Entrance
from interlocal.office.requests import OfficeRequest, show
from interlocal.office.views_personal import at, shown


@require_POST
def copy(request: OfficeRequest, way: Entrance, key: UUID | None = None) -> HttpResponse:
    """The copy itself, as a page or a file."""
    form = forms.Copy(request.POST)
    if key is not None and not form.is_valid():
        return shown(request, way, key, copying=form)
    made = verbs.hand_out(
        actor=way.actor,
        at=request.arrived_at,
        preparation=way.preparation,
        delegate=way.delegate if key is None else str(key),
        reason="" if key is None else form.cleaned_data["reason"],
    )
    return _given(request, made, way.shell, back=at(way, key))


@require_POST
def make_link(request: OfficeRequest, way: Entrance, key: UUID | None = None) -> HttpResponse:
    """A link for the person, told on this one answer."""
    secret = verbs.make_ticket(
        actor=way.actor,
        at=request.arrived_at,
        preparation=way.preparation,
        delegate=way.delegate if key is None else str(key),
    )
    address = f"{site()}{links.personal(secret, 'copy/')}"
    return show(
        request, "office/personal/copy_link.html", {"way": way, "address": address, "back": at(way, key)}
    )


def by_ticket(request: OfficeRequest, token: str) -> HttpResponse:
    """What the single-use link opens. Looking at it uses nothing up: programs that scan mails look at links, too."""
    ticket = exporting.open_ticket(token=token, at=request.arrived_at)
    if request.method != "POST":
        return show(request, "office/personal/ticket.html", {"ticket": ticket})
    return _given(request, _handed(ticket, request), "office/link.html", back="")


def _handed(ticket: Ticket, request: OfficeRequest) -> Copy:
    return verbs.hand_out(
        actor=ticket.actor,
        at=request.arrived_at,
        preparation=ticket.preparation,
        delegate=ticket.delegate,
        once=ticket.once,
    )


def _given(request: OfficeRequest, made: Copy, shell: str, *, back: str) -> HttpResponse:
    if request.POST.get("as") == "json":
        text = json.dumps(made.tree, ensure_ascii=False, indent=2)
        name = f"interlocal-{made.key[:8]}.json"
        return HttpResponse(
            text,
            content_type="application/json; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )
    # For the person: in their language, whoever pressed the button.
    with translation.override((made.language or "en").lower()):
        values = {"copy": made, "shell_name": shell, "back": back, "title": _("Everything kept about you")}
        return show(request, "office/personal/copy.html", values)
