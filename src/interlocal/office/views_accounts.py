"""Accounts, for administrators: who can sign in, inviting, closing, and a fresh link for who lost theirs."""

from collections.abc import Callable

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interlocal.ground.tongues import reading
from interlocal.identity import commands, queries
from interlocal.office import forms_mandates as forms
from interlocal.office import links, sending
from interlocal.office.requests import OfficeRequest, done, posted, show


def people(request: OfficeRequest) -> HttpResponse:
    """Everybody with an account, and inviting somebody."""
    form = forms.Account(posted(request), initial={"language": reading()})
    if form.is_valid():
        with form.refusals():
            _invite(request, form)
            return done(
                request, _("Invited; a link to set the password was sent."), to=links.office("admin/people/")
            )
    words = request.GET.get("q", "")[:80]
    page = queries.people(actor=request.actor, words=words, number=request.GET.get("page"))
    return show(request, "office/mandates/people.html", {"page": page, "words": words, "form": form})


@require_POST
def change(request: OfficeRequest, number: int, act: str) -> HttpResponse:
    """Close or reopen an account, or send a fresh link."""
    if act not in _ACTS:
        raise Http404
    sentence = _ACTS[act](request, number)
    return done(request, sentence, to=links.office("admin/people/"))


def _invite(request: OfficeRequest, form: forms.Account) -> None:
    given = form.cleaned_data
    invited = commands.invite(actor=request.actor, at=request.arrived_at, **given)
    if invited.token:
        sending.send_invitation(queries.someone(user=invited.user), invited.token, tongue=given["language"])


def _close(request: OfficeRequest, user: int) -> str:
    commands.close(actor=request.actor, user=user, at=request.arrived_at)
    return _("The account is closed.")


def _reopen(request: OfficeRequest, user: int) -> str:
    commands.reopen(actor=request.actor, user=user, at=request.arrived_at)
    return _("The account is open again.")


def _renew(request: OfficeRequest, user: int) -> str:
    renewed = commands.renew_link(actor=request.actor, user=user, at=request.arrived_at)
    someone = queries.someone(user=user)
    sending.send_invitation(someone, renewed.token, tongue=someone.language or reading())
    return _("A fresh link was sent.")


_ACTS: dict[str, Callable[[OfficeRequest, int], str]] = {
    "close": _close,
    "reopen": _reopen,
    "renew": _renew,
}
