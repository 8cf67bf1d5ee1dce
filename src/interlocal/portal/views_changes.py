from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from interlocal.ground.dates import PartialDate
from interlocal.ground.tongues import reading
from interlocal.portal import programme_terms as terms
from interlocal.portal.filters import Choice, Filters, Option
from interlocal.programmes import queries


def changes(request: HttpRequest) -> HttpResponse:
    kind = request.GET.get("kind", "").strip()
    known = kind in queries.PUBLIC
    page = queries.changes(kind=kind if known else "", number=request.GET.get("page"), tongue=reading())
    options = [Option(code, terms.subject(code)) for code in queries.PUBLIC]
    field = Choice("kind", _("Kind"), options, kind if known else "")
    told = {"value": kind[:40], "filter": field.label}
    notices = (
        []
        if known or not kind
        else [_("“%(value)s” is not a choice for “%(filter)s” and was left out.") % told]
    )
    days = [
        (PartialDate.of(day), list(rows)) for day, rows in groupby(page.rows, key=lambda row: row.at.date())
    ]
    context = {"page": page, "days": days, "form": Filters((field,), notices), "terms": terms}
    return render(request, "portal/changes.html", context)
