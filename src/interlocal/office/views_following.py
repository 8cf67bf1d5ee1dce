"""For ministry desks and missions: how far the exchanges of their country are, by numbers."""

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from interlocal.delegations import kinds
from interlocal.delegations.queries import following as queries
from interlocal.ground.tongues import reading
from interlocal.office.requests import OfficeRequest, show


@require_GET
def following(request: OfficeRequest, body: str) -> HttpResponse:
    rows = queries.followed(actor=request.actor, tongue=reading())
    steps = {str(code): label for code, label in kinds.Step.choices}
    return show(request, "office/following.html", {"rows": rows, "steps": steps})
