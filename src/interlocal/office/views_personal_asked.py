"""What a preparation asks of people, and what became of it."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from interlocal.delegations import kinds
from interlocal.delegations.commands import needs as verbs
from interlocal.delegations.queries import erasure, needs
from interlocal.ground.dates import PartialDate
from interlocal.office import forms_personal as forms
from interlocal.office import links
from interlocal.office.requests import OfficeRequest, done, posted, show


def asked(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    """Which fields are asked, for what, and for how long they are kept."""
    page = needs.needs_page(actor=request.actor, preparation=preparation)
    form = forms.NeedsForm(page, data=posted(request))
    if form.is_valid():
        with form.refusals():
            verbs.ask(
                actor=request.actor,
                at=request.arrived_at,
                preparation=preparation,
                version=form.cleaned_data["version"],
                asked=form.asked,
            )
            return done(request, _("Saved."), to=links.preparation(body, preparation, "needs/"))
    return show(
        request,
        "office/personal/needs.html",
        {"page": page, "form": form, "kinds": kinds, "on": PartialDate.of},
    )


def privacy(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    """What is kept until when, what people asked, and the certificates of what was erased."""
    page = erasure.privacy_page(actor=request.actor, preparation=preparation)
    return show(request, "office/personal/privacy.html", {"page": page, "kinds": kinds, "on": PartialDate.of})
