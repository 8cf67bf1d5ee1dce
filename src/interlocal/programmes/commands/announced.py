"""An edition the office announces: it enters the public record on the word of its secretariat."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from interlocal.evidence.commands import footnotes
from interlocal.evidence.kinds import SourceKind
from interlocal.evidence.models import Source
from interlocal.ground.dates import PartialDate
from interlocal.ground.entries import Cite
from interlocal.ground.labels import shown
from interlocal.ground.texts import Localised, localised
from interlocal.ground.tongues import TONGUES
from interlocal.identity import commands as journal
from interlocal.identity.commands import Line
from interlocal.identity.kinds import Actor
from interlocal.programmes.kinds import BodyCapacity, PlaceRole, State
from interlocal.programmes.models import (
    BodyParticipation,
    Edition,
    EditionPlace,
    EditionState,
    Place,
    Series,
)
from interlocal.registry.models import Body


@dataclass(frozen=True, slots=True)
class Announced:
    """What a secretariat says of its edition. `until_on` is the first day after; `by` and `host` are bodies' slugs."""

    slug: str
    series: str
    ordinal: int | None
    title: Localised
    from_on: date
    until_on: date
    by: str
    host: str = ""
    place: Localised | None = None


@transaction.atomic
def announce(*, actor: Actor, at: datetime, edition: Announced) -> Edition:
    """A new edition of the public record, announced; every fact rests on the secretariat's own entry as its source."""
    source, footnote = _entered(edition, edition.slug, at)
    made = Edition.objects.create(
        slug=edition.slug,
        series=Series.objects.get(slug=edition.series),
        ordinal=edition.ordinal,
        title=edition.title,
        footnote_id=footnote,
        **_standing(edition),
    )
    _state(made, edition, footnote, at)
    if edition.host:
        BodyParticipation.objects.create(
            edition=made,
            body=Body.objects.get(slug=edition.host),
            capacity=BodyCapacity.HOST,
            footnote_id=footnote,
        )
    if place := _place_called(edition.place):
        EditionPlace.objects.create(edition=made, place=place, role=PlaceRole.CITY, footnote_id=footnote)
    _tell(actor, at, ("recorded", "source", source.slug), ("recorded", "edition", made.slug))
    return made


@transaction.atomic
def announce_anew(*, actor: Actor, at: datetime, edition: Announced) -> Edition:
    """New days for an edition announced before: the next thing said of it, with a source of its own."""
    found = Edition.objects.select_for_update().get(slug=edition.slug)
    position = found.states.count()
    source, footnote = _entered(edition, f"{edition.slug[:70]}-{position + 1}", at)
    for name, value in _standing(edition).items():
        setattr(found, name, value)
    found.save()
    _state(found, edition, footnote, at, position)
    _tell(actor, at, ("recorded", "source", source.slug), ("corrected", "edition", found.slug))
    return found


def _entered(edition: Announced, key: str, at: datetime) -> tuple[Source, int]:
    """The secretariat's entry as a source, and the footnote that cites it."""
    by = Body.objects.get(slug=edition.by)
    said = {tongue: name.text for tongue in TONGUES if (name := shown(by.label, tongue)).lang == tongue}
    source = Source.objects.create(
        slug=f"{key[:68]}-announced",
        kind=SourceKind.OFFICIAL,
        publisher=localised(next(iter(said), "en"), said),
        title=edition.title,
        language=edition.title.original,
        published_on=PartialDate.of(at.date()),
    )
    cites = (Cite(source.slug),)
    return source, footnotes(cited=[cites])[cites]


def _standing(edition: Announced) -> dict[str, object]:
    return {
        "state": State.ANNOUNCED,
        "planned_from_on": PartialDate.of(edition.from_on),
        "planned_until_on": PartialDate.of(edition.until_on),
        "sorts_on": edition.from_on,
    }


def _state(made: Edition, edition: Announced, footnote: int, at: datetime, position: int = 0) -> None:
    EditionState.objects.create(
        edition=made,
        position=position,
        state=State.ANNOUNCED,
        said_on=PartialDate.of(at.date()),
        planned_from_on=PartialDate.of(edition.from_on),
        planned_until_on=PartialDate.of(edition.until_on),
        footnote_id=footnote,
    )


def _place_called(text: Localised | None) -> Place | None:
    """The place of the record with this very name in one of its languages; the record has few hundred."""
    said = {(lang, version.text) for lang, version in text.versions.items()} if text else set()
    for place in Place.objects.order_by("slug") if said else ():
        names = {(tongue, shown(place.label, tongue).text) for tongue in place.label}
        if said & names:
            return place
    return None


def _tell(actor: Actor, at: datetime, *lines: tuple[str, str, str]) -> None:
    journal.record(actor=actor, at=at, lines=[Line(*line) for line in lines])
