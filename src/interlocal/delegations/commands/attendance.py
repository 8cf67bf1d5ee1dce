"""Attendance: who was seen at least once, recorded when the days are over, and said in the public record."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from django.db.models import Max

from interlocal.delegations.commands import keeping
from interlocal.delegations.models import Preparation
from interlocal.delegations.queries import access
from interlocal.delegations.queries.days import figures
from interlocal.delegations.rules import attendance, checkins
from interlocal.delegations.rules.attendance import Count
from interlocal.evidence.commands import footnotes
from interlocal.evidence.kinds import ClaimKind, SourceKind
from interlocal.evidence.models import Claim, Source
from interlocal.ground.dates import PartialDate
from interlocal.ground.entries import Cite
from interlocal.ground.labels import shown
from interlocal.ground.texts import Localised, localised
from interlocal.ground.tongues import TONGUES
from interlocal.identity import commands as journal
from interlocal.identity.commands import Line
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@walled
def record_attendance(*, actor: Actor, at: datetime, preparation: str) -> list[Count]:
    """Count those seen at least once, approved walk-ins included. Where the edition is public, the counts become figures
    of its record beside what others reported. Recorded again, after a correction, they replace the earlier ones.
    """
    running = access.run(actor=actor, preparation=preparation)
    present = figures(running, "en").present
    days = (running.until_on - running.from_on).days
    today = checkins.day_number(at, first=running.from_on, zone=running.timezone)
    if obstacle := attendance.obstacle_to_recording(today=today, days=days, seen=len(present)):
        raise obstacle
    counts = attendance.counts(present)
    running.attendance_at = at
    running.save(update_fields=["attendance_at"])
    keeping.enter(
        actor=actor,
        at=at,
        verb="attendance_recorded",
        kind="preparation",
        key=running.slug,
        seen=len(present),
        public=running.edition_id is not None,
    )
    if running.edition is not None:
        _publish(actor, at, running, running.edition.slug, counts)
    return counts


def _publish(actor: Actor, at: datetime, running: Preparation, edition: str, counts: Sequence[Count]) -> None:
    source, is_new = _source(running, edition, at)
    cites = (Cite(source.slug),)
    footnote = footnotes(cited=[cites])[cites]
    claims = Claim.objects.filter(subject_kind="edition", subject_key=edition)
    claims.filter(footnote=footnote).delete()
    chosen = set(claims.filter(chosen=True).values_list("attribute", "part"))
    last = claims.aggregate(last=Max("position"))["last"]
    first = 0 if last is None else last + 1
    Claim.objects.bulk_create(
        _claim(edition, count, (count.attribute, count.part) not in chosen, footnote, first + number)
        for number, count in enumerate(counts)
    )
    said = "recorded" if is_new else "corrected"
    journal.record(
        actor=actor,
        at=at,
        lines=[Line(said, "source", source.slug), Line("corrected", "edition", edition)],
    )


def _claim(edition: str, count: Count, chosen: bool, footnote: int, position: int) -> Claim:
    return Claim(
        subject_kind="edition",
        subject_key=edition,
        attribute=count.attribute,
        part=count.part,
        value=str(count.number),
        number=Decimal(count.number),
        kind=ClaimKind.RECORDED,
        chosen=chosen,
        footnote_id=footnote,
        position=position,
    )


def _source(running: Preparation, edition: str, at: datetime) -> tuple[Source, bool]:
    """The secretariat's own list of who was checked in."""
    return Source.objects.update_or_create(
        slug=f"{edition[:68]}-attendance",
        defaults={
            "kind": SourceKind.OFFICIAL,
            "publisher": _called(running),
            "title": running.name,
            "language": running.name.original,
            "published_on": PartialDate.of(at.date()),
        },
    )


def _called(running: Preparation) -> Localised:
    label = running.secretariat.label
    said = {tongue: name.text for tongue in TONGUES if (name := shown(label, tongue)).lang == tongue}
    return localised(next(iter(said), "en"), said)
