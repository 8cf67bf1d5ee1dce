"""Who may act for a government: for its approvers under its hat, for administrators of every one."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET, require_POST

from interlocal.ground.refused import Refused
from interlocal.ground.tongues import reading
from interlocal.identity import commands as accounts
from interlocal.identity import queries as identity
from interlocal.identity.kinds import Role
from interlocal.office import forms_mandates as forms
from interlocal.office import links, sending
from interlocal.office.requests import OfficeRequest, done, posted, show
from interlocal.registry import commands, queries

PAGE = "office/mandates/mandates.html"
DONE = {
    "given": gettext_noop("The mandate was given."),
    "invited": gettext_noop("The mandate was given; a link to set the password was sent."),
}


def mandates(request: OfficeRequest, body: str = "", of: str = "") -> HttpResponse:
    """The mandates of a body, and giving another."""
    ours = of or body
    form = forms.Give(posted(request), initial={"from_on": request.arrived_at.date(), "language": reading()})
    if form.is_valid():
        with form.refusals():
            invited = _give(request, ours, form.cleaned_data)
            sentence = DONE["invited" if invited else "given"]
            return done(request, _(sentence), to=_home(ours, of))
    return _shown(request, ours, of, give=form)


@require_POST
def end(request: OfficeRequest, number: int, body: str = "", of: str = "") -> HttpResponse:
    ours = of or body
    form = forms.End(posted(request))
    _see(request, ours)
    if form.is_valid():
        commands.end_mandate(
            actor=request.actor, at=request.arrived_at, mandate=number, on=form.cleaned_data["on"]
        )
        return done(request, _("The mandate ends."), to=_home(ours, of))
    raise Refused("no_day", _("Say from which day on."))


@require_POST
def hand_over(request: OfficeRequest, body: str = "", of: str = "") -> HttpResponse:
    ours = of or body
    rows = _see(request, ours)
    form = forms.HandOver(posted(request), holders=_holders(rows))
    if form.is_valid():
        with form.refusals():
            handed = form.cleaned_data
            successor = _account(request, handed["email"], handed["name"], reading())
            commands.hand_over(
                actor=request.actor,
                at=request.arrived_at,
                user=int(handed["holder"]),
                successor=successor.user,
                body=ours,
                on=handed["on"],
            )
            _mail(successor, reading())
            return done(request, _("Everything was handed over."), to=_home(ours, of))
    return _shown(request, ours, of, hand=form)


@require_GET
def choose_body(request: OfficeRequest) -> HttpResponse:
    """Administrators find the body whose mandates they look at."""
    words = request.GET.get("q", "").strip()[:80]
    found = queries.bodies_named(words=words, tongue=reading()) if words else []
    return show(request, "office/mandates/choose.html", {"words": words, "found": found})


def _give(request: OfficeRequest, body: str, given: dict[str, Any]) -> bool:
    someone = _account(request, given["email"], given["name"], given["language"])
    commands.give_mandate(
        actor=request.actor,
        at=request.arrived_at,
        user=someone.user,
        body=body,
        role=given["role"],
        from_on=given["from_on"],
        until_on=given["until_on"],
    )
    return _mail(someone, given["language"])


def _account(request: OfficeRequest, email: str, name: str, language: str) -> accounts.Invited:
    return accounts.invite(
        actor=request.actor, email=email, name=name, language=language, at=request.arrived_at
    )


def _mail(invited: accounts.Invited, tongue: str) -> bool:
    if not invited.token:
        return False
    sending.send_invitation(identity.someone(user=invited.user), invited.token, tongue=tongue)
    return True


def _see(request: OfficeRequest, body: str) -> list[queries.MandateRow]:
    return queries.mandates_of(actor=request.actor, body=body, on=request.arrived_at.date())


def _shown(
    request: OfficeRequest,
    body: str,
    of: str,
    *,
    give: forms.Give | None = None,
    hand: forms.HandOver | None = None,
) -> HttpResponse:
    rows = _see(request, body)
    today = request.arrived_at.date()
    values = {
        "rows": rows,
        "name": queries.body_name(slug=body, tongue=reading()),
        "base": _home(body, of),
        "today": today.isoformat(),
        "roles": {role.value: role.label for role in Role},
        "give": give or forms.Give(initial={"from_on": today, "language": reading()}),
        "hand": hand or forms.HandOver(initial={"on": today}, holders=_holders(rows)),
        "of_admin": bool(of),
    }
    return show(request, PAGE, values)


def _holders(rows: list[queries.MandateRow]) -> list[tuple[str, str]]:
    return list({str(row.user): row.holder for row in rows if row.standing}.items())


def _home(body: str, of: str) -> str:
    return links.office(f"admin/mandates/{of}/") if of else links.hat(body, "mandates/")
