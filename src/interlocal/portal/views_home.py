from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from interlocal.ground.tongues import reading
from interlocal.portal import programme_pictures as pictures
from interlocal.portal import programme_terms as terms
from interlocal.programmes import queries


def home(request: HttpRequest) -> HttpResponse:
    page = queries.home_page(tongue=reading(), today=timezone.localdate())
    context = {
        "page": page,
        "terms": terms,
        "when": pictures.when,
        "map": pictures.hosts_map("hosts", page.editions),
        "spots": pictures.spots(page.editions),
    }
    return render(request, "portal/home.html", context)
