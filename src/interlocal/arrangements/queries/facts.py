"""Everything of an edition that papers are made from, as far as the actor may see it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Count, Exists, OuterRef

from interlocal.arrangements.models import Release, Resource
from interlocal.arrangements.queries import facts_people, facts_said
from interlocal.arrangements.queries.releases import released
from interlocal.arrangements.queries.sheet import sheet_of
from interlocal.arrangements.rules import facts_diets
from interlocal.arrangements.rules.facts import Contact, Facts, Host, Named
from interlocal.arrangements.rules.facts_diets import Diets
from interlocal.arrangements.rules.sheets import Sheet
from interlocal.delegations import kinds
from interlocal.delegations.commands import personal
from interlocal.delegations.models import CheckIn, Delegate, Invitation, Milestone, Preparation
from interlocal.delegations.queries import access
from interlocal.delegations.queries.access import Reached
from interlocal.delegations.queries.order_listed import Listed, coming_states, listed
from interlocal.delegations.rules import rights
from interlocal.ground import labels
from interlocal.ground.tongues import TONGUES
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled
from interlocal.registry.models import Body


@dataclass(frozen=True, slots=True)
class Asked:
    """By whom and when data of people is read, and of whom."""

    actor: Actor
    at: datetime
    preparation: Preparation
    people: tuple[Delegate, ...]


@walled
def facts(
    *,
    actor: Actor,
    preparation: str,
    at: datetime,
    body: str = "",
    person: str = "",
    shows: Iterable[str] = ("public",),
    release: int | None = None,
    states: Sequence[str] | None = None,
    with_photos: bool = True,
) -> Facts:
    """For who looks over the preparation everything, by the programme as it is being worked on, or by version `release`.

    An invited body gets its own delegation, by the newest version that was let out, and nothing of what the secretariat keeps.
    `body` (slug) and `person` (key) narrow what is read of people's data, not the list. `shows`: "inner", "contact" and "diet"
    add what papers of that kind print; what is read of people is journalled. `states`: those who are approved once approval is
    done, before that everybody who stands. Preparation, Invitation, Delegate or Release.DoesNotExist.
    """
    reached = access.reach(actor=actor, preparation=preparation)
    found = _whole(reached.preparation)
    own = _own(actor, reached)
    asked_states = states or coming_states(approval_is_done=found.is_approved)
    rows = listed(found, states=asked_states, body=own)
    asked = Asked(actor, at, found, _narrowed(rows, body, person))
    wanted = set(shows)
    contacts, diets = _contacts(asked, wanted), _diets(asked, wanted)
    looks_over, inner = reached.looks_over, "inner" in wanted
    kept = facts_said.kept(found, rows, with_photos=with_photos) if looks_over else facts_said.NOTHING
    return Facts(
        sheet=_sheet(reached, found, actor, release),
        ordinal=found.ordinal,
        series=named(found.series.label),
        secretariat=_host(found.secretariat),
        host=_host(found.host or found.secretariat),
        order_rule=found.order_rule,
        order_language=found.order_language,
        within_rule=found.within_rule,
        delegations=facts_people.delegations(found, rows, own=own, inner=inner),
        placed=kept.placed,
        seatings=kept.seatings,
        words=kept.words,
        costs=kept.costs,
        photos=kept.photos,
        contacts=contacts,
        diets=diets.counts,
        attended=_attended(found, own),
        made_on=at.astimezone(ZoneInfo(found.timezone)).date(),
        phones=_phones(found) if looks_over and inner else {},
        diets_few=diets.few,
    )


def named(label: labels.type_of_label) -> Named:
    return {tongue: labels.shown(label, tongue) for tongue in TONGUES}


def _whole(found: Preparation) -> Any:
    """With the names of who organises it, and whether approval is done. One query."""
    done = Milestone.objects.filter(
        preparation=OuterRef("pk"), step=kinds.Step.APPROVED, done_at__isnull=False
    )
    rows = Preparation.objects.select_related("series", "secretariat", "host")
    return rows.annotate(is_approved=Exists(done)).get(pk=found.pk)


def _own(actor: Actor, reached: Reached) -> int | None:
    """The body (id) whose delegation alone is shown; None for who looks over the preparation."""
    if reached.looks_over:
        return None
    found = reached.preparation
    sees = actor.body is not None and rights.may_see_delegation(
        actor=actor, secretariat=found.secretariat_id, body=actor.body
    )
    # Whoever came by a link of their own, or stands at a desk, prints nothing.
    if not sees or reached.invitation is None:
        raise Preparation.DoesNotExist(found.slug)
    return actor.body


def _sheet(reached: Reached, found: Preparation, actor: Actor, release: int | None) -> Sheet:
    if reached.looks_over and release is None:
        return sheet_of(found)
    sheet = released(actor=actor, preparation=found.slug, number=release)
    if sheet is None and release is not None:
        raise Release.DoesNotExist(release)
    return sheet or Sheet(
        found.slug, found.name, found.place, found.from_on, found.until_on, found.timezone, found.language, ()
    )


def _host(body: Body) -> Host:
    return Host(body.slug, named(body.label), body.country)


def _narrowed(rows: Iterable[Listed], body: str, person: str) -> tuple[Delegate, ...]:
    """Whose data may be read: of one delegation or person, if one was named; DoesNotExist where they are not in the list."""
    rows = tuple(rows)
    if body and not any(row.invitation.body.slug == body for row in rows):
        raise Invitation.DoesNotExist(body)
    people = tuple(
        one
        for row in rows
        if not body or row.invitation.body.slug == body
        for one in row.delegates
        if not person or str(one.key) == person
    )
    if person and not people:
        raise Delegate.DoesNotExist(person)
    return people


def _contacts(asked: Asked, shows: set[str]) -> tuple[Contact, ...]:
    if "contact" not in shows or not asked.people:
        return ()
    read = _read(asked, ("email", "phone"), kinds.Purpose.CONTACT)
    return tuple(
        Contact(key, data.get("email", ""), data.get("phone", ""))
        for one in asked.people
        if (data := read[key := str(one.key)])
    )


def _diets(asked: Asked, shows: set[str]) -> Diets:
    people = tuple(one for one in asked.people if _may_read_sealed(asked, one))
    if "diet" not in shows or not people:
        return Diets((), few=False)
    read = _read(replace(asked, people=people), ("diet",), kinds.Purpose.MEALS)
    return facts_diets.counted(
        {key: data["diet"] for key, data in read.items() if "diet" in data},
        names={str(one.key): _spellings(one) for one in people},
    )


def _may_read_sealed(asked: Asked, one: Delegate) -> bool:
    return rights.may_nominate(
        actor=asked.actor, secretariat=asked.preparation.secretariat_id, body=one.body_id
    )


def _read(asked: Asked, fields: Iterable[str], purpose: str) -> Mapping[str, Mapping[str, str]]:
    """Through the verb that judges the actor's right and tells the journal."""
    return personal.read(
        actor=asked.actor,
        at=asked.at,
        preparation=asked.preparation.slug,
        delegates=[str(one.key) for one in asked.people],
        fields=fields,
        purpose=purpose,
        where="printed",
    )


def _spellings(one: Delegate) -> Iterable[str]:
    for family, given in (
        (one.family, one.given),
        (one.latin_family, one.latin_given),
        (one.reading_family, one.reading_given),
    ):
        if family and given:
            yield from (f"{family}{given}", f"{family} {given}", f"{given} {family}")
        yield from (family, given)


def _attended(found: Preparation, own: int | None) -> dict[str, int]:
    """How many people of each country were seen at least once. One query."""
    seen = CheckIn.objects.filter(
        preparation=found, undone_at=None, delegate__state=kinds.State.APPROVED
    ).exclude(body__country="")
    if own is not None:
        seen = seen.filter(body=own)
    rows = seen.order_by("body__country").values_list("body__country")
    return dict(rows.annotate(people=Count("delegate", distinct=True)))


def _phones(found: Preparation) -> dict[int, str]:
    rows = Resource.objects.filter(preparation=found).exclude(phone="").order_by("pk")
    return dict(rows.values_list("pk", "phone"))
