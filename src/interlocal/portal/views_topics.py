from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from interlocal.ground.tongues import reading
from interlocal.portal import programme_pictures as pictures
from interlocal.portal import programme_terms as terms
from interlocal.programmes import queries


def topics(request: HttpRequest) -> HttpResponse:
    rows = queries.topic_rows(tongue=reading())
    known = {row.slug for row in rows}
    below: dict[str, list[queries.TopicRow]] = {}
    for row in rows:
        below.setdefault(row.broader if row.broader in known else "", []).append(row)
    return render(request, "portal/topics.html", {"rows": rows, "narrower": below})


def topic(request: HttpRequest, slug: str) -> HttpResponse:
    page = queries.topic_page(slug=slug, number=request.GET.get("page"), tongue=reading())
    return render(request, "portal/topic.html", {"page": page, "terms": terms, "when": pictures.when})
