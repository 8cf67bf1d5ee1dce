"""An edition made from the last one: what somebody ticked in the proposal, in one go or not at all."""

from datetime import datetime
from uuid import UUID

from interlocal.delegations.commands import keeping
from interlocal.delegations.commands.preparations import create
from interlocal.delegations.models import Invitation, Need, Note, Paper, PlannedItem, Preparation
from interlocal.delegations.queries.copying_sources import Sources, sources
from interlocal.delegations.rules import copying
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@walled
def copy_preparation(*, actor: Actor, at: datetime, once: UUID | None, plan: copying.Plan) -> str:
    """A preparation with everything ticked of the last one; returns its slug. Sent twice, it is made once."""
    if (before := keeping.sent_before(once=once, verb="copy_preparation", actor=actor, at=at)) is not None:
        return before
    found = sources(actor=actor, series=plan.series, after=plan.after)
    made = create(actor=actor, at=at, plan=plan, relative=found.relative)
    made.copied_from, made.after = found.edition, found.after
    if plan.takes_order and found.after is not None:
        _take_order(made, found.after)
    made.save()
    counts = {
        "bodies": _invite(made, found, plan),
        "items": _plan_items(made, found, plan),
        "papers": _list_papers(made, found, plan),
        "needs": _ask(made, found, plan),
        "notes": _carry(made, found, plan),
    }
    keeping.enter(
        actor=actor,
        at=at,
        verb="preparation_copied",
        kind="preparation",
        key=made.slug,
        edition=found.edition.slug if found.edition else "",
        after=found.after.slug if found.after else "",
        **counts,
    )
    keeping.answered(once=once, subject=made.slug)
    return made.slug


def _take_order(made: Preparation, after: Preparation) -> None:
    made.order_rule, made.order_language = after.order_rule, after.order_language
    made.within_rule, made.rotation = after.within_rule, after.rotation


def _invite(made: Preparation, found: Sources, plan: copying.Plan) -> int:
    """Invitations as drafts; a body that is not in the proposal is not invited here."""
    bodies = {guest.body.slug: guest.body for guest in found.guests}
    due = copying.deadlines(relative=found.relative, from_on=plan.from_on, days=plan.days)
    rows = [
        Invitation(
            preparation=made,
            body=bodies[one.body],
            quota=one.quota,
            support_quota=one.support_quota,
            language=copying.LANGUAGE_OF.get(bodies[one.body].country, plan.language),
            due_on=due.get("closed") if "closed" in plan.steps else None,
        )
        for one in plan.bodies
        if one.body in bodies
    ]
    return len(Invitation.objects.bulk_create(rows))


def _plan_items(made: Preparation, found: Sources, plan: copying.Plan) -> int:
    rows = [
        PlannedItem(
            preparation=made,
            position=position,
            kind=item.kind,
            title=item.title,
            day=item.day,
            starts_at=item.starts_at,
            ends_at=item.ends_at,
            nights=item.nights,
            zone=item.zone,
            ends_zone=item.ends_zone,
            place=item.place,
            audience=item.audience,
            note=item.note,
        )
        for position, item in enumerate(found.items)
        if item.key in plan.items
    ]
    return len(PlannedItem.objects.bulk_create(rows))


def _list_papers(made: Preparation, found: Sources, plan: copying.Plan) -> int:
    wanted = [title for key, title in found.papers.items() if key in plan.papers]
    rows = [Paper(preparation=made, position=position, title=title) for position, title in enumerate(wanted)]
    return len(Paper.objects.bulk_create(rows))


def _ask(made: Preparation, found: Sources, plan: copying.Plan) -> int:
    rows = [
        Need(
            preparation=made,
            field=need.field,
            purpose=need.purpose,
            required=need.required,
            kept_days=need.kept_days,
        )
        for need in found.needs
        if need.field in plan.needs
    ]
    return len(Need.objects.bulk_create(rows))


def _carry(made: Preparation, found: Sources, plan: copying.Plan) -> int:
    """Questions and lessons travel on in the words, and with the name, of who wrote them."""
    rows = [
        Note(
            preparation=made,
            kind=note.kind,
            text=note.text,
            language=note.language,
            carried_from=note,
            written_by=note.written_by,
            written_at=note.written_at,
        )
        for note in found.notes
        if str(note.pk) in plan.notes
    ]
    return len(Note.objects.bulk_create(rows))
