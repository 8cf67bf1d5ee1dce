from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from interlocal.arrangements.queries import releases
from interlocal.documents import structured
from interlocal.ground.countries import country_name
from interlocal.ground.paging import page_number
from interlocal.ground.tongues import reading
from interlocal.portal import checks, links
from interlocal.portal import programme_pictures as pictures
from interlocal.portal import programme_terms as terms
from interlocal.portal.filters import Choice, Filters, Option, Words
from interlocal.portal.programme_lines import lines
from interlocal.programmes import kinds, queries
from interlocal.programmes.queries import EditionFilter

LONGEST = 200


def editions(request: HttpRequest) -> HttpResponse:
    tongue, number = reading(), page_number(request.GET.get("page"))
    choices = queries.edition_choices(tongue=tongue)
    asked = asked_for(request)
    strange = queries.unknown(asked, choices)
    wanted = EditionFilter(
        **{name: "" if getattr(strange, name) else getattr(asked, name) for name in _NAMES}
    )
    context = {
        "page": queries.edition_list(wanted=wanted, number=number, tongue=tongue),
        "form": _form(wanted, strange, choices),
        "wanted": {name: getattr(wanted, name) for name in _NAMES},
        "terms": terms,
        "when": pictures.when,
    }
    return render(request, "portal/editions.html", context)


_NAMES = ("series", "country", "year", "state", "topic", "q")


def asked_for(request: HttpRequest) -> EditionFilter:
    return EditionFilter(**{name: request.GET.get(name, "").strip()[:LONGEST] for name in _NAMES})


def _form(wanted: EditionFilter, strange: EditionFilter, choices: queries.EditionChoices) -> Filters:
    tongue = reading()
    fields = (
        Words("q", _("Title, host or place"), wanted.q),
        Choice(
            "series", _("Series"), [Option(slug, name.text) for slug, name in choices.series], wanted.series
        ),
        Choice(
            "country",
            _("Hosted in"),
            [Option(code, country_name(code, tongue)) for code in choices.countries],
            wanted.country,
        ),
        Choice("year", _("Year"), [Option(str(year), str(year)) for year in choices.years], wanted.year),
        Choice(
            "state",
            _("State"),
            [Option(code, terms.state(code)) for code in kinds.State.values],
            wanted.state,
        ),
        Choice("topic", _("Topic"), [Option(slug, name.text) for slug, name in choices.topics], wanted.topic),
    )
    labels = {field.name: field.label for field in fields}
    notices = [
        _("“%(value)s” is not a choice for “%(filter)s” and was left out.")
        % {"value": getattr(strange, name)[:40], "filter": labels[name]}
        for name in _NAMES
        if getattr(strange, name)
    ]
    return Filters(fields, notices)


def edition(request: HttpRequest, slug: str) -> HttpResponse:
    page = queries.edition_page(slug=slug, tongue=reading())
    parts = {
        attribute: (title, found)
        for attribute, title in (
            ("participants", _("Participants by country")),
            ("heads", _("Heads of local governments by country")),
            ("local_governments", _("Local governments by country")),
        )
        if len(found := pictures.parts_of(page.figures, attribute)) > 1
    }
    end = page.row.planned_until_on
    context = {
        "page": page,
        "row": page.row,
        "structured": structured.edition(page, tongue=reading(), address=links.address),
        "terms": terms,
        "when": pictures.when,
        "lines": lines,
        "in_calendar": _in_calendar(page),
        "map": pictures.visits_map(page),
        "bars": [
            (attribute, title, pictures.by_country(attribute, title, found), found)
            for attribute, (title, found) in parts.items()
        ],
        "checked": checks.in_words(page.checks),
        "overdue": page.row.state in kinds.COMING and end is not None and end.first <= timezone.localdate(),
        "programme": releases.of_edition(edition=slug),
        "places": {place.slug: place.name for place in page.row.places},
    }
    return render(request, "portal/edition.html", context)


def _in_calendar(page: queries.EditionPage) -> bool:
    """Whether its calendar holds anything: days known as such, or hours of its programme."""
    row = page.row
    days = (row.from_on, row.until_on) if row.from_on else (row.planned_from_on, row.planned_until_on)
    if all(day and day.known == "day" for day in days):
        return True
    return any(item.day and item.starts for day in page.days for item in day.items)
