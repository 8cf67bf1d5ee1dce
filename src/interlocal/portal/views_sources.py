from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from interlocal.evidence import kinds, queries
from interlocal.ground.paging import NoSuchPage, Paged, count_pages, page_number
from interlocal.ground.tongues import reading
from interlocal.portal import checks, resting, terms
from interlocal.portal.filters import Filters
from interlocal.portal.narrowing import Asked, choice_of, like, one_of, words_of
from interlocal.programmes import queries as programmes
from interlocal.registry import queries as registry


def sources(request: HttpRequest) -> HttpResponse:
    asked, tongue = Asked(request), reading()
    chosen = {
        "kind": asked.choice("kind", _("Kind"), one_of(kinds.SourceKind.values)),
        "language": asked.choice("language", _("Language"), like("[A-Za-z]{2,3}(-[A-Za-z]{2,8})?")),
        "publisher": asked.words("publisher"),
        "q": asked.words("q"),
    }
    page = queries.sources_page(tongue=tongue, page=asked.page, **chosen)
    form = Filters(
        (
            words_of("q", _("Title contains"), chosen["q"]),
            words_of("publisher", _("Publisher contains"), chosen["publisher"]),
            choice_of("kind", _("Kind"), chosen["kind"], page.kinds, terms.source_kind),
            choice_of("language", _("Language"), chosen["language"], page.languages, terms.language),
        ),
        asked.notices,
    )
    context = {"page": page.rows, "form": form, "terms": terms, "asked_for": chosen}
    return render(request, "portal/sources.html", context)


def source(request: HttpRequest, slug: str) -> HttpResponse:
    tongue = reading()
    page = queries.source_page(slug=slug, tongue=tongue)
    window = page_number(request.GET.get("page"))
    facts = resting.facts_on(places=page.places, page=window, tongue=tongue)
    pages = count_pages(facts.total, resting.SIZE)
    if window > pages:
        raise NoSuchPage(str(window))
    context = {
        "page": page,
        "facts": facts,
        "window": Paged((), facts.total, window, pages, resting.SIZE),
        "terms": terms,
    }
    return render(request, "portal/source.html", context)


def conflicts(request: HttpRequest) -> HttpResponse:
    tongue = reading()
    figures = queries.conflicts(tongue=tongue)
    failed = programmes.failed_checks(tongue=tongue)
    subjects = {(figure.shown.subject_kind, figure.shown.subject_key) for figure in figures}
    subjects |= resting.places_in(figures)
    names = registry.names_of(subjects=subjects, tongue=tongue) | programmes.names_of(
        subjects=subjects, tongue=tongue
    )
    context = {
        "conflicts": resting.by_subject(figures),
        "names": names,
        "places": {key: name for (kind, key), name in names.items() if kind == "place"},
        "checks": checks.in_words(failed),
        "notes": queries.notes(
            [*queries.footnotes_of(figures), *(check.claim.footnote for check in failed)], tongue=tongue
        ),
        "terms": terms,
    }
    return render(request, "portal/conflicts.html", context)
