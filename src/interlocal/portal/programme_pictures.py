"""The pictures of series, editions and the first page. Each page says the same beside them as a table."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Literal

from django.utils.translation import gettext as _
from markupsafe import Markup

from interlocal.evidence.queries import Figure
from interlocal.ground import wording
from interlocal.ground.countries import country_name
from interlocal.ground.dates import PartialDate
from interlocal.ground.pictures import (
    Bar,
    Caption,
    Lane,
    Lapse,
    Mark,
    Place,
    Text,
    bars,
    east_asia_map,
    series_timeline,
)
from interlocal.ground.texts import Shown
from interlocal.ground.tongues import reading
from interlocal.portal import programme_terms as terms
from interlocal.portal.claims import claim_value
from interlocal.portal.links import href
from interlocal.programmes.queries import EditionPage, EditionRow, SeriesPage, Where

STATES = ("held", "confirmed", "announced", "tentative", "postponed", "cancelled")
MOST_LANES = 4


def said(words: str) -> Text:
    return Text(words, reading())


def as_text(shown: Shown) -> Text:
    return Text(shown.text, shown.lang)


def years_of(day: PartialDate) -> float:
    """A date as decimal years; the middle of what is not known."""
    middle = day.first + (day.after - day.first) / 2
    return middle.year + (middle.timetuple().tm_yday - 1) / 365.25


def when(row: EditionRow) -> str:
    """19–20 June 2025; planned days where it was not held (yet)."""
    first, until = (row.from_on, row.until_on) if row.from_on else (row.planned_from_on, row.planned_until_on)
    return wording.print_period(first, until, reading()) if first and until else ""


def where(row: EditionRow) -> Text | None:
    """The shortest thing to say of where it was: its city, else its venue, else its host."""
    for role in ("city", "venue"):
        for place in row.places:
            if place.role == role:
                return as_text(place.name)
    return as_text(row.hosts[0].name) if row.hosts else None


def timeline(page: SeriesPage, *, lapses: Sequence[tuple[float, float, str]]) -> Markup:
    rows = [row for row in page.card.editions if row.day]
    sides = list(dict.fromkeys([*page.rotation, *(row.countries[0] for row in rows if row.countries)]))
    lanes = [Lane(code, said(country_name(code, reading()))) for code in sides[:MOST_LANES]]
    if not lanes or any(not row.countries and not _turn(page, row) for row in rows):
        lanes.append(Lane("", said(_("Host not known"))))
    marks = [_mark(page, row) for row in rows]
    caption = Caption(
        "timeline",
        said(_("Editions over the years")),
        said(
            _("A timeline with a sign for every edition, by the side that hosted it. The table has the same.")
        ),
    )
    return _timeline(
        caption,
        tuple(marks),
        tuple(lanes),
        said(_("No edition is on record yet.")),
        tuple(Lapse(since, until, said(label)) for since, until, label in lapses),
        tuple(said(terms.state(state)) for state in STATES),
    )


def _turn(page: SeriesPage, row: EditionRow) -> str:
    return next((turn.expected for turn in page.turns if turn.edition == row.slug), "")


def _mark(page: SeriesPage, row: EditionRow) -> Mark:
    assert row.day
    place = where(row) or said("?" if row.state == "held" else _("open"))
    hint = f"{row.title.text}, {when(row)}, {terms.state(row.state)}"
    lane = row.countries[0] if row.countries else _turn(page, row)
    state = row.state if row.state in STATES else "announced"
    return Mark(years_of(row.day), place, lane, state, Text(hint, row.title.lang), href("edition", row.slug))  # type: ignore[arg-type]  # one of STATES


def spots(rows: Sequence[EditionRow]) -> list[tuple[Where, list[EditionRow]]]:
    """Cities (else venues) that held editions, with these; most often first."""
    found: dict[str, tuple[Where, list[EditionRow]]] = {}
    for row in rows:
        if row.state != "held":
            continue
        cities = [place for place in row.places if place.role == "city" and place.longitude is not None]
        venues = [place for place in row.places if place.role == "venue" and place.longitude is not None]
        for place in cities or venues[:1]:
            found.setdefault(place.slug, (place, []))[1].append(row)
    return sorted(found.values(), key=lambda pair: (-len(pair[1]), pair[0].slug))


def hosts_map(ids: str, rows: Sequence[EditionRow]) -> Markup | None:
    """Where editions were held, larger for more of them."""
    found = spots(rows)
    if not found:
        return None
    tongue = reading()
    places = [
        Place(
            place.longitude or 0,
            place.latitude or 0,
            as_text(place.name),
            len(held),
            "host",
            Text(f"{place.name.text}: {wording.print_count(len(held), 'editions', tongue)}", place.name.lang),
            href("edition", max(held, key=lambda row: row.sorts_on).slug),
        )
        for place, held in found
    ]
    caption = Caption(
        ids,
        said(_("Where editions were held")),
        said(_("A map of the places that held editions; a larger dot held more. The table has the same.")),
    )
    return _map(caption, tuple(places), said(_("No place is on record yet.")))


# A picture follows from its values alone; the same page asks for the same one again as long as the record
# stands.
@lru_cache(64)
def _map(
    caption: Caption, places: tuple[Place, ...], nothing: Text, words: tuple[Text, Text] | None = None
) -> Markup:
    kinds: dict[Literal["host", "participant"], Text] = {}
    if words:
        kinds = {"host": words[0], "participant": words[1]}
    return east_asia_map(caption=caption, places=places, nothing=nothing, kinds=kinds)


@lru_cache(64)
def _timeline(
    caption: Caption,
    marks: tuple[Mark, ...],
    lanes: tuple[Lane, ...],
    nothing: Text,
    lapses: tuple[Lapse, ...],
    words: tuple[Text, ...],
) -> Markup:
    states = dict(zip(STATES, words, strict=True))
    return series_timeline(
        caption=caption,
        marks=marks,
        lanes=lanes,
        nothing=nothing,
        lapses=lapses,
        states=states,  # type: ignore[arg-type]  # the six states
    )


@lru_cache(64)
def _bars(caption: Caption, rows: tuple[Bar, ...], nothing: Text) -> Markup:
    return bars(caption=caption, rows=rows, nothing=nothing)


def visits_map(page: EditionPage) -> Markup | None:
    """Where an edition took place and what was visited."""
    points = [place for place in page.row.places if place.longitude is not None]
    if not points:
        return None
    places = [
        Place(
            place.longitude or 0,
            place.latitude or 0,
            as_text(place.name),
            2 if place.role != "visit" else 1,
            "host" if place.role != "visit" else "participant",
            Text(f"{place.name.text} ({terms.place_role(place.role)})", place.name.lang),
        )
        for place in points
    ]
    caption = Caption(
        "places",
        said(_("Places of this edition")),
        said(
            _("A map of the places where this edition was held, and of those visited. The list has the same.")
        ),
    )
    words = (said(_("held here")), said(_("visited")))
    return _map(caption, tuple(places), said(_("No place is on record yet.")), words)


def parts_of(figures: Sequence[Figure], attribute: str) -> list[Figure]:
    return [figure for figure in figures if figure.shown.attribute == attribute and figure.shown.part]


def by_country(ids: str, title: str, parts: Sequence[Figure]) -> Markup:
    """Bars of a figure's parts."""
    tones = {"KR": 0, "JP": 1, "CN": 2}
    rows = [
        Bar(
            said(country_name(figure.shown.part, reading())),
            float(figure.shown.number or 0),
            said(str(claim_value(figure.shown))),
            tones.get(figure.shown.part, 3),
        )
        for figure in parts
    ]
    caption = Caption(
        ids, said(title), said(_("Bars, one for each country. The table has the same figures."))
    )
    return _bars(caption, tuple(rows), said(_("No figures are on record.")))


def lapse_spans(page: SeriesPage, labels: Mapping[str, str], today: date) -> list[tuple[float, float, str]]:
    """Lapses as decimal years with their label, by the edition before."""
    return [
        (
            years_of(lapse.since),
            years_of(lapse.until) if lapse.before else years_of(PartialDate.of(today)),
            labels[lapse.after],
        )
        for lapse in page.card.lapses
    ]
