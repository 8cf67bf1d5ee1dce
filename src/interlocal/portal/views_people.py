from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from interlocal.documents import structured
from interlocal.evidence import queries as evidence
from interlocal.ground.tongues import reading
from interlocal.portal import links, terms
from interlocal.portal.filters import Filters
from interlocal.portal.narrowing import Asked, choice_of, like, one_of, words_of
from interlocal.programmes import kinds as programme_kinds
from interlocal.programmes import queries as programmes
from interlocal.registry import kinds, queries


def people(request: HttpRequest) -> HttpResponse:
    asked, tongue = Asked(request), reading()
    country = asked.choice("country", _("Country"), like("[A-Z]{2}"))
    post = asked.choice("post", _("Post"), one_of(kinds.PostKind.values))
    q = asked.words("q")
    page = queries.people_page(tongue=tongue, country=country, post=post, q=q, page=asked.page)
    form = Filters(
        (
            words_of("q", _("Name contains"), q),
            choice_of("country", _("Country"), country, page.countries, terms.country),
            choice_of("post", _("Post"), post, page.posts, terms.post_kind),
        ),
        asked.notices,
    )
    notes = evidence.notes((footnote for row in page.rows.rows for footnote in row.footnotes), tongue=tongue)
    context = {"page": page.rows, "form": form, "notes": notes, "terms": terms}
    return render(
        request, "portal/people.html", {**context, "asked_for": {"country": country, "post": post, "q": q}}
    )


def person(request: HttpRequest, slug: str) -> HttpResponse:
    tongue = reading()
    page = queries.person_page(slug=slug, tongue=tongue)
    took_part = programmes.participations_of_person(slug=slug, tongue=tongue)
    footnotes = [*page.footnotes, *(row.footnote for row in took_part), *page.later_footnotes]
    notes = evidence.notes(footnotes, tongue=tongue)
    context = {
        "page": page,
        "took_part": took_part,
        "notes": notes,
        "terms": terms,
        "kinds": programme_kinds,
        "structured": structured.person(page, tongue=tongue, address=links.address),
    }
    return render(request, "portal/person.html", context)
