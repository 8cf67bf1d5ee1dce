from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from interlocal.documents import structured
from interlocal.ground.tongues import reading
from interlocal.portal import checks, links
from interlocal.portal import programme_pictures as pictures
from interlocal.portal import programme_terms as terms
from interlocal.portal.terms import language, name_kind
from interlocal.programmes import queries, rules


def series_list(request: HttpRequest) -> HttpResponse:
    cards = queries.series_cards(tongue=reading(), today=timezone.localdate())
    return render(request, "portal/series_list.html", {"cards": cards, "terms": terms, "when": pictures.when})


def series(request: HttpRequest, slug: str) -> HttpResponse:
    today = timezone.localdate()
    page = queries.series_page(slug=slug, tongue=reading(), today=today)
    lengths = {lapse.after: checks.duration(lapse.months) for lapse in page.card.lapses}
    labels = {after: _("lapse: %(time)s") % {"time": time} for after, time in lengths.items()}
    context = {
        "page": page,
        "card": page.card,
        "structured": structured.series(page, tongue=reading(), address=links.address),
        "terms": terms,
        "language": language,
        "name_kind": name_kind,
        "when": pictures.when,
        "timeline": pictures.timeline(page, lapses=pictures.lapse_spans(page, labels, today)),
        "map": pictures.hosts_map("hosts", page.card.editions),
        "spots": pictures.spots(page.card.editions),
        "lengths": lengths,
        "missed": rules.LAPSE,
        "turns": {turn.edition: turn for turn in page.turns},
        "checked": checks.in_words(page.checks),
        "places": _place_names(page),
    }
    return render(request, "portal/series.html", context)


def _place_names(page: queries.SeriesPage) -> dict[str, object]:
    return {place.slug: place.name for row in page.card.editions for place in row.places}
