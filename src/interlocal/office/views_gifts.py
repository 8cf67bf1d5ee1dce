"""The register of gifts of a preparation."""

from typing import Any

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interlocal.delegations.commands import gifts as commands
from interlocal.delegations.queries import gifts as queries
from interlocal.delegations.queries import order as ordered
from interlocal.ground.tongues import reading
from interlocal.office import forms_order as forms
from interlocal.office import links
from interlocal.office.requests import OfficeRequest, done, posted, show

PAGE = "office/order/gifts.html"


def gifts(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    """The register, and entering another gift."""
    form = forms.Gift(posted(request), bodies=_bodies(request, preparation))
    if form.is_valid():
        with form.refusals():
            commands.register_gift(
                actor=request.actor,
                at=request.arrived_at,
                preparation=preparation,
                once=form.cleaned_data["once"],
                gift=_values(form),
            )
            to = links.preparation(body, preparation, "gifts/")
            return done(request, _("The gift was entered."), to=to)
    return show(request, PAGE, {**_page(request, preparation), "form": form, "chosen": 0})


def gift(request: OfficeRequest, body: str, preparation: str, number: int) -> HttpResponse:
    """One gift, to be corrected or noted as reported."""
    shown = _page(request, preparation)
    row = next((row for row in shown["page"].rows if row.number == number), None)
    if row is None:
        raise Http404
    begun = {name: getattr(row, name) for name in forms.Gift.base_fields if hasattr(row, name)}
    form = forms.Gift(posted(request), initial=begun, bodies=_bodies(request, preparation))
    if form.is_valid():
        with form.refusals():
            commands.change_gift(
                actor=request.actor,
                at=request.arrived_at,
                preparation=preparation,
                number=number,
                version=form.cleaned_data["version"] or 0,
                gift=_values(form),
            )
            to = links.preparation(body, preparation, "gifts/")
            return done(request, _("The gift was changed."), to=to)
    return show(request, PAGE, {**shown, "form": form, "chosen": number})


@require_POST
def strike(request: OfficeRequest, body: str, preparation: str, number: int) -> HttpResponse:
    commands.strike_gift(actor=request.actor, at=request.arrived_at, preparation=preparation, number=number)
    to = links.preparation(body, preparation, "gifts/")
    return done(request, _("The gift was taken out of the register."), to=to)


def _page(request: OfficeRequest, preparation: str) -> dict[str, Any]:
    page = queries.gifts_page(actor=request.actor, preparation=preparation, tongue=reading())
    warnings = {
        "unvalued": _("Give its value: from 100 US dollars or 100,000 won a Korean official reports it."),
        "convert": _("Give its value in won or US dollars to see whether it must be reported."),
        "report": _(
            "To be reported to the head of the body and handed over (Korean Public Service Ethics Act)."
        ),
        "hand_over": _("Reported; still to be handed over."),
        "done": _("Reported and handed over."),
    }
    return {"page": page, "warnings": warnings}


def _bodies(request: OfficeRequest, preparation: str) -> list[tuple[str, str]]:
    return ordered.bodies_of(actor=request.actor, preparation=preparation, tongue=reading())


def _values(form: forms.Gift) -> commands.GiftValues:
    given = {name: form.cleaned_data[name] for name in commands.GiftValues.__dataclass_fields__}
    return commands.GiftValues(**given)
