"""One edition as its page shows it: six queries however long its programme is, seven with a total to date
to check.
"""

from collections.abc import Sequence
from typing import Any

from interlocal.evidence import queries as evidence
from interlocal.ground.dates import PartialDate
from interlocal.ground.texts import Shown
from interlocal.ground.tongues import TONGUES
from interlocal.programmes.kinds import HOSTS
from interlocal.programmes.queries.checks import checks_of_edition
from interlocal.programmes.queries.edition_rows import (
    edition_found,
    facts,
    neighbour,
    places_and_topics,
    programme,
    who,
)
from interlocal.programmes.queries.edition_values import (
    BodyAt,
    EditionPage,
    ItemRow,
    OutcomeRow,
    PersonIn,
    ProgrammeDay,
    StateRow,
)
from interlocal.programmes.queries.rows import (
    COLUMNS,
    EditionRow,
    Named,
    Where,
    day_of,
    edition_row,
    title_of,
)


def edition_page(*, slug: str, tongue: str) -> EditionPage:
    """Everything the record says of an edition; raise Edition.DoesNotExist."""
    found = edition_found(slug)
    key, on = found[0], day_of(found[7], found[9])
    people, at_items, voices, bodies = who(key, tongue, on)
    places, topics, item_topics = places_and_topics(key, tongue, on)
    states, items, outcomes = programme(key, tongue, on, at_items, voices, item_topics)
    hosts = [Named(body.slug, body.name, body.country) for body in bodies if body.capacity in HOSTS]
    row = edition_row(found[: len(COLUMNS)], tongue, hosts, places)
    figures = evidence.figures(kind="edition", key=slug, tongue=tongue)
    kind, mode, about, earlier, later, before = found[len(COLUMNS) :]
    return EditionPage(
        row=row,
        titles=_titles(found, tongue),
        series_kind=kind,
        mode=mode,
        about=about.shown(tongue) if about else None,
        states=states,
        bodies=bodies,
        people=people,
        topics=topics,
        days=_by_day(items),
        outcomes=_by_kind(outcomes),
        figures=tuple(figures),
        checks=tuple(
            checks_of_edition(row, figures, before=facts(before), against=neighbour(before, tongue, found))
        ),
        earlier=neighbour(earlier, tongue, found),
        later=neighbour(later, tongue, found),
        notes=evidence.notes(
            _footnotes(row, states, places, bodies, items, people, outcomes, figures), tongue=tongue
        ),
    )


def _titles(found: Sequence[Any], tongue: str) -> tuple[Shown, ...]:
    """The title in the other languages, where it has one."""
    day = found[7] or found[9]
    titles = [
        (other, title_of(found[4], found[3], found[5], day, other)) for other in TONGUES if other != tongue
    ]
    return tuple(title for other, title in titles if title.lang == other)


def _by_day(items: Sequence[ItemRow]) -> tuple[ProgrammeDay, ...]:
    """Days in their order; what has no day comes last."""
    piles: dict[PartialDate | None, list[ItemRow]] = {}
    for item in items:
        piles.setdefault(item.day, []).append(item)
    dated = sorted(day for day in piles if day is not None)
    return tuple(ProgrammeDay(day, tuple(piles[day])) for day in (*dated, None) if day in piles)


def _by_kind(outcomes: Sequence[OutcomeRow]) -> tuple[tuple[str, tuple[OutcomeRow, ...]], ...]:
    """Outcomes grouped by kind, kinds in the order in which they come."""
    piles: dict[str, list[OutcomeRow]] = {}
    for outcome in outcomes:
        piles.setdefault(outcome.kind, []).append(outcome)
    return tuple((kind, tuple(pile)) for kind, pile in piles.items())


def _footnotes(
    row: EditionRow,
    states: Sequence[StateRow],
    places: Sequence[Where],
    bodies: Sequence[BodyAt],
    items: Sequence[ItemRow],
    people: Sequence[PersonIn],
    outcomes: Sequence[OutcomeRow],
    figures: Sequence[evidence.Figure],
) -> list[int | None]:
    """In the order in which the page shows them."""
    found: list[int | None] = [row.footnote]
    if states:
        found.append(states[-1].footnote)
    found += [place.footnote for place in places]
    found += [body.footnote for body in bodies]
    found += [state.footnote for state in states]
    for item in items:
        found.append(item.footnote)
        found += [person.footnote for person in item.people]
    found += [outcome.footnote for outcome in outcomes]
    found += [person.footnote for person in people]
    for figure in figures:
        found += [claim.footnote for claim in (figure.shown, *figure.agreeing, *figure.conflicting)]
    return found
