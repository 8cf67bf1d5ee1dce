"""Mails that were written while no mail server is named, for administrators."""

from django.http import HttpResponse

from interlocal.ground import mailbox
from interlocal.office.requests import OfficeRequest, show


def listed(request: OfficeRequest) -> HttpResponse:
    return show(request, "office/mailbox.html", {"page": mailbox.listed(number=request.GET.get("page"))})


def letter(request: OfficeRequest, key: str) -> HttpResponse:
    return show(request, "office/letter.html", {"letter": mailbox.letter(key)})
