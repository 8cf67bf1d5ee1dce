"""The table of people as a file: public office only, as it is narrowed and sorted on the page."""

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_GET

from interlocal.delegations.queries import people as queries
from interlocal.documents.formats import csv, xlsx
from interlocal.ground.countries import country_name
from interlocal.ground.tongues import reading
from interlocal.office import forms_people as forms
from interlocal.office.requests import OfficeRequest

FORMATS = {"csv": "text/csv; charset=utf-8", "xlsx": xlsx.TYPE}


@require_GET
def export(request: OfficeRequest, body: str, preparation: str, format: str) -> HttpResponse:  # noqa: A002  # the address says it so
    if format not in FORMATS:
        raise Http404
    rows = queries.people_list(
        actor=request.actor, preparation=preparation, ask=forms.ask_of(request.GET), tongue=reading()
    )
    header, cells = _header(), [_cells(row, forms.words(), reading()) for row in rows]
    data = (
        csv.table(header, cells).encode()
        if format == "csv"
        else xlsx.workbook(pgettext("of a delegation", "People"), header, cells)
    )
    name = f"{preparation}-people.{format}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(data, content_type=FORMATS[format], headers=headers)


def _header() -> list[str]:
    return [
        _("No."),
        _("Government"),
        _("Country"),
        pgettext("of a person", "Name"),
        _("Latin letters"),
        _("Reading"),
        _("Post"),
        pgettext("of a delegate", "Comes as"),
        _("State"),
    ]


def _cells(row: queries.PersonRow, words: dict[str, dict[str, str]], tongue: str) -> list[csv.Cell]:
    return [
        row.place,
        row.body.text,
        country_name(row.country, tongue) if row.country else "",
        row.name,
        row.latin,
        row.reading,
        row.post.text if row.post else "",
        words["parts"][row.part],
        words["states"][row.state],
    ]
