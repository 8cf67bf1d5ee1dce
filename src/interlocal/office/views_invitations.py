"""Whom a preparation invites: the list, adding bodies to it, sending several at once."""

from uuid import uuid4

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from interlocal.delegations.commands import invitations
from interlocal.delegations.queries import invitations as queries
from interlocal.ground.pages.links import PREFIXES, site
from interlocal.ground.tongues import reading
from interlocal.office import forms_invitations as forms
from interlocal.office import links
from interlocal.office.forms_delegation import ANSWERS
from interlocal.office.requests import OfficeRequest, done, posted, show


@require_GET
def listed(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    page = queries.invitations_page(actor=request.actor, preparation=preparation, tongue=reading())
    return show(request, "office/invitations/list.html", {"page": page, "once": uuid4(), "answers": ANSWERS})


def add(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    """Search the registry, or take a whole association or the last edition; then invite those ticked."""
    form = forms.Invite(posted(request))
    if form.is_valid():
        with form.refusals():
            invited = invitations.invite_bodies(
                actor=request.actor,
                at=request.arrived_at,
                preparation=preparation,
                bodies=request.POST.getlist("bodies"),
                once=form.cleaned_data["once"],
                **{name: form.cleaned_data[name] for name in forms.TERMS},
            )
            return done(request, _said(len(invited)), to=links.preparation(body, preparation, "invitations/"))
    asked = request.POST if request.method == "POST" else request.GET
    page = queries.choices_page(
        actor=request.actor,
        preparation=preparation,
        tongue=reading(),
        q=asked.get("q", "")[:200],
        group=asked.get("group", "")[:80],
    )
    values = {
        "page": page,
        "form": form,
        "q": asked.get("q", "")[:200],
        "group": asked.get("group", "")[:80],
        "ticked": request.POST.getlist("bodies"),
    }
    return show(request, "office/invitations/add.html", values)


@require_POST
def send_chosen(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    """Send those ticked; each ticked value is a body and the version that was shown."""
    chosen = [value.rpartition(":") for value in request.POST.getlist("chosen")]
    sent = [
        invitations.send_invitation(
            actor=request.actor,
            at=request.arrived_at,
            preparation=preparation,
            body=invited,
            version=int(version) if version.isdecimal() else 0,
            address_of=address_of,
        )
        for invited, _colon, version in chosen
    ]
    to = links.preparation(body, preparation, "invitations/")
    return done(request, said_of_sending(len(sent), sum(bool(one.mail) for one in sent)), to=to)


def address_of(token: str, language: str) -> str:
    """The page of a link in the language of whom it is written to, as a mail spells it."""
    return f"{site()}{PREFIXES[language]}with/{token}/"


def said_of_sending(sent: int, drafted: int) -> str:
    if not sent:
        return _("Nothing was chosen, and nothing was sent.")
    told = ngettext("%(num)s invitation is marked as sent.", "%(num)s invitations are marked as sent.", sent)
    mails = ngettext(
        "%(num)s mail waits in the outbox as a draft.", "%(num)s mails wait in the outbox as drafts.", drafted
    )
    return " ".join((told % {"num": sent}, mails % {"num": drafted}))


def _said(invited: int) -> str:
    if not invited:
        return _("All of them were invited already.")
    said = ngettext(
        "%(num)s body is added. Nothing is sent yet.",
        "%(num)s bodies are added. Nothing is sent yet.",
        invited,
    )
    return said % {"num": invited}
