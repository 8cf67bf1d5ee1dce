"""Generated series, editions and programmes."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from bench.making import Counts, Making
from bench.registering import COUNTRIES, Registered
from bench.words import (
    ABOUT_FORM,
    ITEM_FORMS,
    OUTCOME_FORM,
    SERIES_FORM,
    THEMES,
    plain_names,
    said,
    stem_words,
    text,
)
from interlocal.evidence.models import Claim
from interlocal.ground.dates import PartialDate
from interlocal.programmes.models import (
    BodyParticipation,
    Edition,
    EditionPlace,
    EditionState,
    EditionTopic,
    Item,
    ItemParticipation,
    ItemTopic,
    OfficeHolderParticipation,
    Organiser,
    Outcome,
    OutcomeVoice,
    Series,
    SeriesName,
    SeriesTopic,
)
from interlocal.registry.models import Body, Person, Post

TODAY = date(2026, 11, 22)
ZONES = {"KR": "Asia/Seoul", "JP": "Asia/Tokyo", "CN": "Asia/Shanghai"}
KINDS = tuple(ITEM_FORMS)


@dataclass(frozen=True, slots=True)
class Meeting:
    """An edition to be made: where and with whom, on which days, with how many items."""

    slug: str
    series: Series
    ordinal: int
    hosts: list[Body]
    first: date
    days: int
    items: int


def make_series(making: Making, counts: Counts, prefix: str, made: Registered) -> None:
    """Series between two or three countries, each with its share of the editions, one a year."""
    each = counts.editions // counts.series if counts.series else 0
    for number in range(counts.series):
        countries = making.random.sample(COUNTRIES, making.random.choice((2, 3)))
        series = a_series(making, f"{prefix}-series-{number}", number, countries, made)
        circle = [making.random.sample(made.bodies[country], 4) for country in countries]
        start = making.random.randint(1990, 2031 - each)
        for ordinal in range(1, each + 1):
            turn = [circle[(ordinal + step) % len(circle)] for step in range(len(circle))]
            hosts = [making.random.choice(turn[0]), *(body for bodies in turn[1:] for body in bodies)]
            first = date(start + ordinal - 1, making.random.randint(1, 12), making.random.randint(1, 27))
            slug = f"{prefix}-edition-{number}-{ordinal}"
            edition = an_edition(
                making, Meeting(slug, series, ordinal, hosts, first, 2, counts.items_each), made
            )
            make_claims(making, edition, countries)


def a_series(making: Making, slug: str, number: int, countries: list[str], made: Registered) -> Series:
    footnote = making.any_footnote()
    theme = number % len(THEMES)
    series = Series(
        slug=slug,
        record="bench",
        kind=making.random.choice(("meeting", "conference", "workshop")),
        from_on=PartialDate(1990),
        cadence_months=12,
        cadence_footnote_id=footnote,
        rotation=countries,
        about=text(ABOUT_FORM, THEMES[theme]),
        footnote_id=footnote,
    )
    words = stem_words(making.stem(number * 13 + 1), countries[0])
    making.named(series, SeriesName, "series", plain_names(said(SERIES_FORM, words, THEMES[theme])))
    making.pile.add(SeriesTopic(series=series, topic=made.topics[theme]))
    for position, country in enumerate(countries):
        body = making.random.choice(made.bodies[country])
        role = "organiser" if position == 0 else "co-organiser"
        making.pile.add(
            Organiser(series=series, body=body, role=role, position=position, footnote_id=footnote)
        )
    return series


def an_edition(making: Making, meeting: Meeting, made: Registered) -> Edition:
    held = meeting.first < TODAY
    state = "held" if held else making.random.choice(("tentative", "announced", "confirmed"))
    first, until = PartialDate.of(meeting.first), PartialDate.of(meeting.first + timedelta(days=meeting.days))
    days = {"from_on": first, "until_on": until} if held else {}
    edition = making.pile.add(
        Edition(
            slug=meeting.slug,
            record="bench",
            series=meeting.series,
            ordinal=meeting.ordinal,
            mode="in_person",
            state=state,
            sorts_on=meeting.first,
            planned_from_on=first,
            planned_until_on=until,
            footnote_id=making.any_footnote(),
            **days,
        )
    )
    making.line("edition", edition.slug)
    _make_states(making, edition, meeting.first)
    _make_participants(making, edition, meeting, made)
    items = [_item(making, edition, meeting, number, made) for number in range(meeting.items)]
    _make_outcomes(making, edition, items, meeting.hosts)
    return edition


def _make_states(making: Making, edition: Edition, first: date) -> None:
    planned = {"planned_from_on": edition.planned_from_on, "planned_until_on": edition.planned_until_on}
    said_on = PartialDate.of(min(first - timedelta(days=200), TODAY))
    states = [EditionState(edition=edition, state="announced", said_on=said_on, **planned)]
    if edition.state == "held":
        days = {"from_on": edition.from_on, "until_on": edition.until_on}
        states.append(EditionState(edition=edition, state="held", said_on=edition.from_on, **days))
    elif edition.state != "announced":
        states.append(
            EditionState(edition=edition, state=edition.state, said_on=PartialDate.of(TODAY), **planned)
        )
    for position, state in enumerate(states):
        state.position, state.footnote_id = position, edition.footnote_id
        making.pile.add(state)


def _make_participants(making: Making, edition: Edition, meeting: Meeting, made: Registered) -> None:
    for position, body in enumerate(meeting.hosts):
        capacity = "participant" if position else "host"
        row = BodyParticipation(edition=edition, body=body, capacity=capacity, position=position)
        row.footnote_id = edition.footnote_id
        making.pile.add(row)
    for position, (person, post) in enumerate(making.random.sample(made.people, min(4, len(made.people)))):
        capacity = "participant" if position else "head_of_delegation"
        making.pile.add(_office_holder(edition, person, post, capacity, position))
    place = making.random.choice(made.places)
    making.pile.add(EditionPlace(edition=edition, place=place, role="venue", footnote_id=edition.footnote_id))
    topic = made.topics[edition.pk % len(made.topics)]
    making.pile.add(EditionTopic(edition=edition, topic=topic))


def _office_holder(
    edition: Edition, person: Person, post: Post, capacity: str, position: int
) -> OfficeHolderParticipation:
    row = OfficeHolderParticipation(edition=edition, person=person, post=post, body_id=post.body_id)
    row.capacity, row.attendance, row.position = capacity, "attended", position
    row.footnote_id = edition.footnote_id
    return row


def _item(making: Making, edition: Edition, meeting: Meeting, number: int, made: Registered) -> Item:
    """Items follow each other from nine o'clock, evenly spread over the days."""
    each = -(-meeting.items // meeting.days)
    day, slot = divmod(number, each)
    length = min(45, 600 // each)
    starts, theme = 9 * 60 + slot * length, (edition.pk + number) % len(THEMES)
    kind = KINDS[number % len(KINDS)]
    item = making.pile.add(
        Item(
            edition=edition,
            slug=f"item-{number + 1}",
            position=number,
            kind=kind,
            state="done" if edition.state == "held" else "planned",
            day=PartialDate.of(meeting.first + timedelta(days=day)),
            starts=time(*divmod(starts, 60)),
            ends=time(*divmod(starts + length, 60)),
            zone=ZONES[meeting.hosts[0].country],
            title=text(ITEM_FORMS[kind], THEMES[theme]),
            about=text(ABOUT_FORM, THEMES[theme]) if number % 3 == 0 else None,
            place=made.places[(edition.pk + number // 5) % len(made.places)],
            footnote_id=making.any_footnote() if number % 4 == 0 else edition.footnote_id,
        )
    )
    making.pile.add(ItemTopic(item=item, topic=made.topics[theme]))
    person, post = made.people[(edition.pk * 31 + number) % len(made.people)]
    speaker = ItemParticipation(item=item, person=person, post=post, body_id=post.body_id, role="speaker")
    speaker.footnote_id = item.footnote_id
    making.pile.add(speaker)
    return item


def _make_outcomes(making: Making, edition: Edition, items: list[Item], bodies: list[Body]) -> None:
    for number, item in enumerate(items[:2] if edition.state == "held" else []):
        outcome = Outcome(
            edition=edition, slug=f"outcome-{number + 1}", position=number, kind="agreed", item=item
        )
        outcome.text = text(OUTCOME_FORM, THEMES[(edition.pk + number) % len(THEMES)])
        outcome.footnote_id = edition.footnote_id
        making.pile.add(outcome)
        for position, body in enumerate(bodies[:2]):
            making.pile.add(OutcomeVoice(outcome=outcome, body=body, position=position))


def make_claims(making: Making, edition: Edition, countries: list[str]) -> None:
    """Participants by country, which add up; of fifty editions one whose sources contradict each other."""
    if edition.state != "held":
        return
    parts = {country: making.random.randint(8, 40) for country in countries}
    for part, number in {"": sum(parts.values()), **parts}.items():
        _claim(making, edition, part, number, chosen=True)
    if edition.pk % 50 == 0:
        _claim(making, edition, "", sum(parts.values()) + 7, chosen=False)


def _claim(making: Making, edition: Edition, part: str, number: int, *, chosen: bool) -> None:
    claim = Claim(subject_kind="edition", subject_key=edition.slug, attribute="participants", part=part)
    claim.value, claim.number, claim.kind = str(number), number, "reported"
    claim.chosen, claim.footnote_id, claim.as_of = chosen, making.any_footnote(), edition.from_on
    making.pile.add(claim)
