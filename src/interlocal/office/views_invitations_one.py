"""One invitation: its terms and letter, sending it, its answer, taking it back."""

from typing import Any
from uuid import uuid4

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interlocal.delegations.commands import invitations
from interlocal.delegations.kinds import Changed
from interlocal.delegations.queries import invitations as queries
from interlocal.delegations.queries import links as link_queries
from interlocal.ground.tongues import OWN_NAMES, reading
from interlocal.office import forms_invitations as forms
from interlocal.office import links
from interlocal.office.forms_delegation import ANSWERS
from interlocal.office.requests import OfficeRequest, done, posted, show
from interlocal.office.views_invitations import address_of, said_of_sending


def one(request: OfficeRequest, body: str, preparation: str, invited: str) -> HttpResponse:
    form = forms.Change(posted(request))
    if form.is_valid():
        try:
            with form.refusals():
                promoted = invitations.change_invitation(
                    **_which(request, preparation, invited),
                    version=form.cleaned_data["version"],
                    terms=form.terms(),
                )
                said = _("Saved. Freed seats went to the waiting list.") if promoted else _("Saved.")
                return done(request, said, to=_here(body, preparation, invited))
        except Changed as change:
            return _conflict(request, preparation, invited, change)
    return page_of(request, preparation, invited, form=form if form.is_bound else None)


@require_POST
def send(request: OfficeRequest, body: str, preparation: str, invited: str) -> HttpResponse:
    form = forms.Send(request.POST)
    if form.is_valid():
        with form.refusals():
            sent = invitations.send_invitation(
                **_which(request, preparation, invited),
                version=form.cleaned_data["version"],
                once=form.cleaned_data["once"],
                address_of=address_of,
            )
            said = (
                said_of_sending(1, 1)
                if sent.mail
                else _("Marked as sent. Without an address no mail was drafted.")
            )
            return done(request, said, to=_here(body, preparation, invited))
    return page_of(request, preparation, invited, sending=form)


@require_POST
def answer(request: OfficeRequest, body: str, preparation: str, invited: str) -> HttpResponse:
    """The answer as the secretariat heard it."""
    form = forms.Answer(request.POST)
    if form.is_valid():
        with form.refusals():
            invitations.record_answer(
                **_which(request, preparation, invited),
                answer=form.cleaned_data["answer"],
                version=form.cleaned_data["version"],
            )
            return done(request, _("The answer is recorded."), to=_here(body, preparation, invited))
    return page_of(request, preparation, invited, sending=form)


@require_POST
def withdraw(request: OfficeRequest, body: str, preparation: str, invited: str) -> HttpResponse:
    form = forms.Withdraw(request.POST)
    if form.is_valid():
        with form.refusals():
            invitations.withdraw_invitation(
                **_which(request, preparation, invited), version=form.cleaned_data["version"]
            )
            to = links.preparation(body, preparation, "invitations/")
            return done(request, _("The invitation is withdrawn and its links have ended."), to=to)
    return page_of(request, preparation, invited, sending=form)


def page_of(
    request: OfficeRequest,
    preparation: str,
    invited: str,
    *,
    form: forms.Change | None = None,
    sending: Any = None,
    linking: forms.MakeLink | None = None,
    status: int | None = None,
    **others: Any,
) -> HttpResponse:
    which: dict[str, Any] = {"actor": request.actor, "preparation": preparation, "body": invited}
    page = queries.invitation_page(**which, tongue=reading())
    values = {
        "page": page,
        "form": form or _form_for(page),
        "sending": sending,
        "linking": linking or _link_form(page),
        "links": link_queries.focal_links(**which, at=request.arrived_at),
        "once": uuid4(),
        "answers": ANSWERS,
        "tongues": OWN_NAMES,
        "meanwhile": None,
        "labels": forms.LABELS,
        **others,
    }
    return show(request, "office/invitations/one.html", values, status=status)


def _conflict(request: OfficeRequest, preparation: str, invited: str, change: Changed) -> HttpResponse:
    """Both versions, and the form with what was typed: saved once more, it replaces the other."""
    again = forms.Change({**request.POST.dict(), "version": change.version})
    meanwhile = {"yours": change.yours, "theirs": change.theirs, "by": change.by}
    return page_of(request, preparation, invited, form=again, status=409, meanwhile=meanwhile)


def _form_for(page: queries.InvitationPage) -> forms.Change:
    terms = page.terms
    begin = {name: getattr(terms, name) for name in ("quota", "support_quota", "due_on", "language")}
    begin |= {name: getattr(terms, name) for name in ("contact_name", "contact_email", "letter", "note")}
    return forms.Change(initial={**begin, "own_letter": not page.is_standard, "version": page.row.version})


def _link_form(page: queries.InvitationPage) -> forms.MakeLink:
    begin = {"name": page.row.contact_name, "email": page.row.contact_email, "until": page.links_end.date()}
    return forms.MakeLink(initial=begin)


def _which(request: OfficeRequest, preparation: str, invited: str) -> dict[str, Any]:
    return {
        "actor": request.actor,
        "at": request.arrived_at,
        "preparation": preparation,
        "body": invited,
    }


def _here(body: str, preparation: str, invited: str) -> str:
    return links.preparation(body, preparation, f"invitations/{invited}/")
