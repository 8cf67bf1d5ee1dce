"""What pages say to machines that read them: schema.org, as a block for the page's head.

The block is data, not a script: browsers do not run it, and a policy that forbids scripts does not touch it.
"""

from collections.abc import Iterable

from markupsafe import Markup

from interlocal.documents.calendars import Address
from interlocal.documents.formats import jsonld
from interlocal.documents.formats.jsonld import Json
from interlocal.ground.dates import PartialDate
from interlocal.ground.texts import Shown
from interlocal.programmes.kinds import BodyCapacity, State
from interlocal.programmes.queries import EditionPage, EditionRow, SeriesPage
from interlocal.registry.kinds import BodyKind, NameKind
from interlocal.registry.queries.bodies import BodyPage
from interlocal.registry.queries.people import PersonPage

_STATUS = {State.POSTPONED: jsonld.POSTPONED, State.CANCELLED: jsonld.CANCELLED}
_NO_GOVERNMENT = {BodyKind.ASSOCIATION, BodyKind.OTHER}
_ORGANISING = {BodyCapacity.HOST, BodyCapacity.CO_HOST, BodyCapacity.ORGANISER}
_GOVERNMENT = "GovernmentOrganization"


def edition(page: EditionPage, *, tongue: str, address: Address) -> Markup:
    row = page.row
    from_on, until_on = (
        (row.from_on, row.until_on) if row.from_on else (row.planned_from_on, row.planned_until_on)
    )
    organising = dict.fromkeys((body.slug, body.name) for body in page.bodies if body.capacity in _ORGANISING)
    data = jsonld.event(
        url=address("edition", row.slug),
        name=_text(row.title, tongue),
        status=_STATUS.get(State(row.state), jsonld.SCHEDULED),
        start=_day(from_on),
        end=_last(until_on),
        mode=page.mode,
        description=_text_or_none(page.about, tongue),
        places=[
            jsonld.place(name=_text(at.name, tongue), at=(at.longitude, at.latitude), country=at.country)
            for at in row.places
            if at.role != "visit"
        ],
        organisers=[_body(slug, name, tongue, address) for slug, name in organising],
        series=jsonld.reference(
            "EventSeries", url=address("series", row.series), name=_text(row.series_name, tongue)
        ),
        topics=[_text(topic.name, tongue) for topic in page.topics],
    )
    return jsonld.block(data, lang=tongue)


def series(page: SeriesPage, *, tongue: str, address: Address) -> Markup:
    card = page.card
    data = jsonld.series(
        url=address("series", card.slug),
        name=_text(card.name, tongue),
        other_names=_others(card.name, ((name.text, name.language) for name in page.names), tongue),
        start=_day(card.from_on),
        end=_last(card.until_on),
        description=_text_or_none(page.about, tongue),
        organisers=[_body(body.slug, body.name, tongue, address) for body in page.organisers],
        editions=[_event(row, tongue, address) for row in card.editions],
    )
    return jsonld.block(data, lang=tongue)


def _event(row: EditionRow, tongue: str, address: Address) -> Json:
    return jsonld.event(
        url=address("edition", row.slug),
        name=_text(row.title, tongue),
        status=_STATUS.get(State(row.state), jsonld.SCHEDULED),
        start=_day(row.from_on or row.planned_from_on),
        end=_last(row.until_on if row.from_on else row.planned_until_on),
    )


def body(page: BodyPage, *, tongue: str, address: Address) -> Markup:
    named = ((name.text, name.language) for name in page.names if name.kind != NameKind.READING)
    data = jsonld.organisation(
        url=address("body", page.slug),
        name=_text(page.name, tongue),
        government=page.kind not in _NO_GOVERNMENT,
        other_names=_others(page.name, named, tongue),
        description=_text_or_none(page.about, tongue),
        website=page.website,
        country=page.country,
        founded=_day(page.from_on),
        dissolved=_day(page.until_on),
        parent=_body(page.parent.slug, page.parent.name, tongue, address) if page.parent else None,
        at=page.at,
    )
    return jsonld.block(data, lang=tongue)


def person(page: PersonPage, *, tongue: str, address: Address) -> Markup:
    """The job is that of the tenure last known of, unless it is known to have ended."""
    job = next((tenure for tenure in page.tenures if tenure.until_on is None), None)
    parts = next((name for name in page.names if name.language == page.name.lang and name.family), None)
    named = ((name.text, name.language) for name in page.names if name.kind != NameKind.READING)
    data = jsonld.person(
        url=address("person", page.slug),
        name=_text(page.name, tongue),
        family=parts.family if parts else "",
        given=parts.given if parts else "",
        other_names=_others(page.name, named, tongue),
        title=_text(job.post, tongue) if job else None,
        works_for=_body(job.body.slug, job.body.name, tongue, address) if job else None,
    )
    return jsonld.block(data, lang=tongue)


def _text(shown: Shown, tongue: str) -> Json | str:
    return jsonld.text(shown.text, shown.lang, page=tongue)


def _text_or_none(shown: Shown | None, tongue: str) -> Json | str | None:
    return None if shown is None else _text(shown, tongue)


def _others(name: Shown, names: Iterable[tuple[str, str]], tongue: str) -> list[Json | str]:
    """All other names, each once."""
    distinct = dict.fromkeys(each for each in names if each != (name.text, name.lang))
    return [jsonld.text(text, lang, page=tongue) for text, lang in distinct]


def _body(slug: str, name: Shown, tongue: str, address: Address) -> Json:
    return jsonld.reference(_GOVERNMENT, url=address("body", slug), name=_text(name, tongue))


def _day(on: PartialDate | None) -> str | None:
    return None if on is None else str(on)


def _last(until_on: PartialDate | None) -> str | None:
    """The last day, month or year inside a half-open period."""
    return None if until_on is None else str(until_on.previous)
