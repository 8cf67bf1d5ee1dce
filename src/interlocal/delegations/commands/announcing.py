"""Telling the public of an edition."""

from datetime import datetime

from interlocal.delegations.commands import keeping
from interlocal.delegations.models import Preparation
from interlocal.delegations.queries import access
from interlocal.delegations.queries.preparations_overview import is_announced, is_ordinal_taken
from interlocal.delegations.queries.steps import today_of
from interlocal.delegations.rules import announcing as rules
from interlocal.delegations.rules import copying
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled
from interlocal.programmes.commands import announced
from interlocal.programmes.models import Edition


@walled
def announce(*, actor: Actor, at: datetime, preparation: str) -> str:
    """Put the edition into the public record, or its new days; returns the edition's slug.

    The record shows what the secretariat says here: number, name, days, host and a place it knows. No person.
    """
    found = access.reach(actor=actor, preparation=preparation, lock=True).preparation
    if obstacle := rules.obstacle_to_announcing(
        actor=actor,
        secretariat=found.secretariat_id,
        is_announced=is_announced(found),
        ordinal_taken=is_ordinal_taken(found),
        is_over=found.until_on <= today_of(found, at),
    ):
        raise obstacle
    if found.edition is None:
        public = announced.announce(actor=actor, at=at, edition=_said(found, _slug(found)))
        found.edition, found.version = public, found.version + 1
        found.save()
    else:
        public = announced.announce_anew(actor=actor, at=at, edition=_said(found, found.edition.slug))
    keeping.enter(
        actor=actor, at=at, verb="announced", kind="preparation", key=found.slug, edition=public.slug
    )
    return public.slug


def _said(found: Preparation, slug: str) -> announced.Announced:
    return announced.Announced(
        slug=slug,
        series=found.series.slug,
        ordinal=found.ordinal,
        title=found.name,
        from_on=found.from_on,
        until_on=found.until_on,
        by=found.secretariat.slug,
        host=found.host.slug if found.host else "",
        place=found.place,
    )


def _slug(found: Preparation) -> str:
    taken = Edition.objects.filter(slug__startswith=found.series.slug[:60]).values_list("slug", flat=True)
    return copying.free_slug(
        series=found.series.slug,
        ordinal=found.ordinal,
        year=found.from_on.year,
        taken=frozenset(taken),
    )
