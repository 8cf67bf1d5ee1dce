"""The next edition as proposed from the last: everything that would be copied, to be looked at before it is made."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Exists, OuterRef

from interlocal.delegations.kinds import STEPS
from interlocal.delegations.models import Preparation
from interlocal.delegations.queries.copying_sources import Sources, sources
from interlocal.delegations.queries.preparations import Named, named, texts
from interlocal.delegations.rules import copying as rules
from interlocal.delegations.rules import rights
from interlocal.ground import labels, wording
from interlocal.ground.texts import Localised, Shown
from interlocal.ground.tongues import TONGUES
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled
from interlocal.programmes.kinds import HOSTS
from interlocal.programmes.models import Edition, Organiser, Series


@dataclass(frozen=True, slots=True)
class Choice:
    """A series to make an edition of. `is_ours`: the hat's body organises it or prepared one before."""

    slug: str
    name: Shown
    editions: int
    is_ours: bool


@dataclass(frozen=True, slots=True)
class ProposedBody:
    body: Named
    country: str
    was: str
    quota: int
    support_quota: int
    wanted: bool


@dataclass(frozen=True, slots=True)
class ProposedItem:
    """An item with the day that it would fall on."""

    key: str
    kind: str
    title: Shown
    on: date
    day: int
    starts_at: time | None
    ends_at: time | None
    place: Shown | None


@dataclass(frozen=True, slots=True)
class ProposedStep:
    step: str
    on: date
    days: int


@dataclass(frozen=True, slots=True)
class ProposedText:
    """A paper, a need or a note by its key. `kind` is a note's kind or a need's purpose."""

    key: str
    text: Shown
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Last:
    """Whence it is copied: a public edition or a preparation of the own office."""

    slug: str
    title: Shown
    from_on: date | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """Texts by language; days as given or as proposed. `remarks` are what to look at before it is made."""

    series: Named
    edition: Last | None
    after: Last | None
    names: dict[str, str]
    place: dict[str, str]
    ordinal: int | None
    from_on: date
    days: int
    host: str
    timezone: str
    language: str
    seats: int | None
    order_rule: str
    within_rule: str
    bodies: tuple[ProposedBody, ...]
    items: tuple[ProposedItem, ...]
    steps: tuple[ProposedStep, ...]
    papers: tuple[ProposedText, ...]
    needs: tuple[ProposedText, ...]
    notes: tuple[ProposedText, ...]
    remarks: tuple[rules.Remark, ...]


@walled
def choices(*, actor: Actor, tongue: str) -> list[Choice]:
    """All series, those of the hat first. One query."""
    _may_prepare(actor)
    ours = Organiser.objects.filter(series=OuterRef("pk"), body=actor.body, until_on=None)
    done = Preparation.objects.filter(series=OuterRef("pk"), secretariat=actor.body)
    held = Edition.objects.filter(series=OuterRef("pk"), bodies__body=actor.body, bodies__capacity="host")
    rows = Series.objects.annotate(
        ours=Exists(ours) | Exists(done) | Exists(held),
    ).prefetch_related("editions")
    found = [
        Choice(row.slug, labels.shown(row.label, tongue), len(row.editions.all()), row.ours) for row in rows
    ]
    return sorted(found, key=lambda one: (not one.is_ours, one.name.text))


@walled
def proposal(
    *,
    actor: Actor,
    series: str,
    at: datetime,
    tongue: str,
    from_on: date | None = None,
    days: int | None = None,
    after: str | None = None,
) -> Proposal:
    """What would be made, on these days or on those proposed. Series.DoesNotExist, Refused for who may not prepare."""
    _may_prepare(actor)
    found = sources(actor=actor, series=series, after=after)
    zone = found.after.timezone if found.after else _zone(found)
    today = at.astimezone(ZoneInfo(zone)).date()
    first = from_on or rules.next_first_day(
        last=found.last_day, cadence_months=found.series.cadence_months, today=today
    )
    length = days or _length(found)
    due = rules.deadlines(relative=found.relative, from_on=first, days=length)
    names = _names(found, first)
    last = found.after
    return Proposal(
        series=Named(found.series.slug, labels.shown(found.series.label, tongue)),
        edition=_last_edition(found, tongue),
        after=Last(last.slug, last.name.shown(tongue), last.from_on) if last else None,
        names=names,
        place=texts(found.place),
        ordinal=found.ordinal + 1 if found.ordinal else None,
        from_on=first,
        days=length,
        host=_host(found, actor),
        timezone=zone,
        language=last.language if last else tongue,
        seats=last.seats if last else None,
        order_rule=last.order_rule if last else "",
        within_rule=last.within_rule if last else "",
        bodies=_bodies(found, tongue),
        items=_items(found, first, tongue),
        steps=tuple(ProposedStep(step, due[step], (due[step] - first).days) for step in STEPS if step in due),
        papers=tuple(ProposedText(key, title.shown(tongue)) for key, title in found.papers.items()),
        needs=tuple(
            ProposedText(need.field, Shown(str(need.get_field_display()), tongue), need.get_purpose_display())
            for need in found.needs
        ),
        notes=tuple(
            ProposedText(str(note.pk), Shown(note.text, note.language), note.kind) for note in found.notes
        ),
        remarks=tuple(
            rules.remarks(
                from_on=first,
                days=length,
                due=due,
                today=today,
                meanwhile=_meanwhile(actor, first, length, tongue),
            )
        ),
    )


def _may_prepare(actor: Actor) -> None:
    if actor.body is None or not rights.may_prepare(actor=actor, body=actor.body):
        raise rights.not_yours()


def _host(found: Sources, actor: Actor) -> str:
    """The host of the own last preparation; an office that hosted last time itself; else nobody is proposed."""
    if found.after is not None:
        return found.after.host.slug if found.after.host else ""
    hosted = any(guest.body.pk == actor.body and guest.was in HOSTS for guest in found.guests)
    return actor.body_slug if hosted else ""


def _zone(found: Sources) -> str:
    hosts = [guest.body.country for guest in found.guests if guest.was in HOSTS]
    return rules.ZONE_OF.get(hosts[0] if hosts else "", settings.OFFICE_ZONE)


def _length(found: Sources) -> int:
    if found.after is not None:
        return (found.after.until_on - found.after.from_on).days
    edition = found.edition
    from_on = (edition.from_on or edition.planned_from_on) if edition else None
    until_on = (edition.until_on or edition.planned_until_on) if edition else None
    if from_on is None or until_on is None or from_on.known != "day" or until_on.known != "day":
        return rules.USUAL_DAYS
    length: int = (until_on.first - from_on.first).days
    return max(1, min(length, 60))


def _names(found: Sources, first: date) -> dict[str, str]:
    """Names in four languages: those of the last one with number and year replaced, else the series with its number."""
    source = _name_source(found)
    now = found.ordinal + 1 if found.ordinal else None
    if source is None:
        return _names_of_series(found, now, first.year)
    old, ordinal, year = source
    return {
        tongue: rules.renamed(text, lang=tongue, ordinal=(ordinal, now), year=(year, first.year))
        if text
        else ""
        for tongue, text in texts(old).items()
    }


def _name_source(found: Sources) -> tuple[Localised, int | None, int] | None:
    if found.after is not None:
        return found.after.name, found.after.ordinal, found.after.from_on.year
    if found.edition is not None and found.edition.title is not None:
        return found.edition.title, found.edition.ordinal, found.edition.sorts_on.year
    return None


def _names_of_series(found: Sources, ordinal: int | None, year: int) -> dict[str, str]:
    called: dict[str, str] = {}
    for tongue in TONGUES:
        name = labels.shown(found.series.label, tongue)
        own = name.lang == tongue
        called[tongue] = wording.ordinal_title(ordinal, year, name.text, tongue) if own else ""
    return called


def _last_edition(found: Sources, tongue: str) -> Last | None:
    edition = found.edition
    if edition is None:
        return None
    on = edition.from_on or edition.planned_from_on
    name = labels.shown(found.series.label, tongue)
    title = (
        edition.title.shown(tongue)
        if edition.title
        else Shown(
            wording.ordinal_title(edition.ordinal, on.year if on else None, name.text, name.lang), name.lang
        )
    )
    return Last(edition.slug, title, on.first if on else None)


def _bodies(found: Sources, tongue: str) -> tuple[ProposedBody, ...]:
    return tuple(
        ProposedBody(
            named(guest.body, tongue),
            guest.body.country,
            guest.was,
            guest.quota,
            guest.support_quota,
            guest.wanted,
        )
        for guest in found.guests
    )


def _items(found: Sources, first: date, tongue: str) -> tuple[ProposedItem, ...]:
    return tuple(
        ProposedItem(
            item.key,
            item.kind,
            item.title.shown(tongue),
            first + timedelta(days=item.day),
            item.day,
            item.starts_at,
            item.ends_at,
            item.place.shown(tongue) if item.place else None,
        )
        for item in found.items
    )


def _meanwhile(actor: Actor, first: date, length: int, tongue: str) -> tuple[str, ...]:
    """What else the same office holds on these days."""
    others = Preparation.objects.filter(
        secretariat=actor.body, from_on__lt=first + timedelta(days=length), until_on__gt=first
    )
    return tuple(one.name.shown(tongue).text for one in others.order_by("from_on", "pk"))
