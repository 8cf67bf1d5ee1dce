from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from interlocal.documents import structured
from interlocal.evidence import queries as evidence
from interlocal.ground.tongues import reading
from interlocal.portal import body_pictures as pictures
from interlocal.portal import checks, links, terms
from interlocal.portal.activity import Living, activity_on_record
from interlocal.portal.filters import Filters
from interlocal.portal.narrowing import Asked, choice_of, like, one_of, words_of
from interlocal.programmes import kinds as programme_kinds
from interlocal.programmes import queries as programmes
from interlocal.registry import kinds, queries, rules


def bodies(request: HttpRequest) -> HttpResponse:
    asked, tongue = Asked(request), reading()
    kind = asked.choice("kind", _("Kind"), one_of(kinds.BodyKind.values))
    country = asked.choice("country", _("Country"), like("[A-Z]{2}"))
    q = asked.words("q")
    page = queries.bodies_page(tongue=tongue, kind=kind, country=country, q=q, page=asked.page)
    form = Filters(
        (
            words_of("q", _("Name contains"), q),
            choice_of("kind", _("Kind"), kind, page.kinds, terms.body_kind),
            choice_of("country", _("Country"), country, page.countries, terms.country),
        ),
        asked.notices,
    )
    rows = page.rows.rows
    context = {
        "page": page.rows,
        "form": form,
        "terms": terms,
        "asked_for": {"kind": kind, "country": country, "q": q},
        "activity": programmes.activity_of_bodies(slugs=[row.slug for row in rows]),
        "notes": evidence.notes((row.footnote for row in rows), tongue=tongue),
    }
    return render(request, "portal/bodies.html", context)


def body(request: HttpRequest, slug: str) -> HttpResponse:
    tongue, today = reading(), timezone.localdate()
    page = queries.body_page(slug=slug, tongue=tongue)
    figures = evidence.figures(kind="body", key=slug, tongue=tongue)
    editions = programmes.editions_of_body(slug=slug, tongue=tongue)
    years = programmes.activity_by_year(editions)
    web = pictures.connections(page, editions, queries.kinds_of(slugs=pictures.neighbours(page, editions)))
    living = [_living(slug, tie) for tie in page.ties]
    lives, telling = activity_on_record(ties=living, tongue=tongue, today=today)
    footnotes = [
        *page.footnotes,
        *telling,
        *(row.footnote for row in editions),
        *evidence.footnotes_of(figures),
    ]
    context = {
        "page": page,
        "today": today,
        "figures_of": figures,
        "checks": checks.in_words(programmes.checks_of_body(slug=slug, tongue=tongue, figures=figures)),
        "editions": editions,
        "years": years,
        "lives": lives,
        "dormant_after": rules.DORMANT_AFTER_YEARS,
        "map": pictures.seat_map(page),
        "chart": pictures.activity_chart(years),
        "web": web,
        "network": pictures.connection_picture(page, web),
        "notes": evidence.notes([*footnotes, *page.later_footnotes], tongue=tongue),
        "terms": terms,
        "kinds": programme_kinds,
        "structured": structured.body(page, tongue=tongue, address=links.address),
    }
    return render(request, "portal/body.html", context)


def _living(body: str, tie: queries.TieOfBody) -> Living:
    return Living(tie.slug, tie.state, tie.since, [body, *(side.body.slug for side in tie.others)])
