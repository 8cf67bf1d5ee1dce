"""What was done on a preparation, by whom and when."""

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from interlocal.delegations.queries import activity as queries
from interlocal.ground.tongues import reading
from interlocal.office.requests import OfficeRequest, show
from interlocal.office.verbs import VERBS


@require_GET
def activity(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    page = queries.activity_page(
        actor=request.actor,
        preparation=preparation,
        number=request.GET.get("page"),
        tongue=reading(),
    )
    return show(request, "office/activity.html", {"page": page, "verbs": VERBS})
