"""Spellings suggested by rule for those of a delegation who have none."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from interlocal.delegations.commands import names as verbs
from interlocal.delegations.queries import names as queries
from interlocal.delegations.queries.names import NamesPage
from interlocal.ground.tongues import reading
from interlocal.office.entrance import Entrance, entered
from interlocal.office.forms import OfficeForm
from interlocal.office.requests import OfficeRequest, done, posted, show

RULES = {
    "usual-family-name": gettext_lazy("usual spelling of the family name"),
    "revised-romanization": gettext_lazy("Revised Romanization"),
    "hepburn-passport": gettext_lazy("Hepburn, as in Japanese passports"),
    "hanyu-pinyin": gettext_lazy("Hanyu Pinyin"),
    "sino-korean": gettext_lazy("Sino-Korean reading"),
    "japanese-dictionary": gettext_lazy("dictionary of readings"),
}


@entered()
def suggestions(request: OfficeRequest, way: Entrance) -> HttpResponse:
    page = queries.names_page(
        actor=way.actor, preparation=way.preparation, body=way.body, at=request.arrived_at, tongue=reading()
    )
    form = OfficeForm(posted(request))
    if form.is_bound and form.is_valid():
        with form.refusals():
            filled = _filled(request, way, page)
            said = ngettext("%(num)s person got a spelling.", "%(num)s people got a spelling.", filled) % {
                "num": filled
            }
            return done(request, said if filled else _("Nothing was chosen."), to=way.to("names/"))
    return show(request, "office/reuse/names.html", {"way": way, "page": page, "form": form, "rules": RULES})


def _filled(request: OfficeRequest, way: Entrance, page: NamesPage) -> int:
    who: dict[str, Any] = {
        "actor": way.actor,
        "at": request.arrived_at,
        "preparation": way.preparation,
        "body": way.body,
    }
    if request.POST.get("all"):
        return verbs.fill_missing(**who)
    return verbs.accept(**who, chosen=_chosen(request, page))


def _chosen(request: OfficeRequest, page: NamesPage) -> dict[str, dict[str, tuple[str, str]]]:
    """Radio buttons carry the number of a suggestion of the page."""
    chosen: dict[str, dict[str, tuple[str, str]]] = {}
    for row in page.rows:
        for kind in verbs.KINDS:
            number, offered = request.POST.get(f"{kind}-{row.key}", ""), getattr(row, kind)
            if number.isdecimal() and int(number) < len(offered):
                one = offered[int(number)]
                chosen.setdefault(row.key, {})[kind] = (one.family, one.given)
    return chosen
