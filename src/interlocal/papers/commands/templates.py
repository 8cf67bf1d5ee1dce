"""A body's own templates: put up, and put away. What stands in one is looked through by who offers it."""

import hashlib
from datetime import datetime
from uuid import UUID

from interlocal.delegations.commands import keeping
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled
from interlocal.papers.models import Template
from interlocal.papers.rules import templates as rules


@walled
def upload_template(
    *,
    actor: Actor,
    at: datetime,
    once: UUID | None,
    paper: str,
    format: str,  # noqa: A002  # what it is called everywhere
    name: str,
    content: bytes,
) -> int:
    """Keep a template of the hat's body; its number. The one for the same paper and format before it is put away."""
    if obstacle := rules.obstacle_to_keeping(actor=actor):
        raise obstacle
    if obstacle := rules.obstacle_to_content(made_as=format, content=content):
        raise obstacle
    if (before := keeping.sent_before(once=once, verb="upload_template", actor=actor, at=at)) is not None:
        return int(before)
    assert actor.body is not None
    standing = Template.objects.filter(body=actor.body, paper=paper, format=format, retired_at=None)
    for old in standing.select_for_update(of=("self",)).defer("content"):
        old.retired_at = at
        old.version += 1
        old.save(update_fields=["retired_at", "version"])
    made = Template.objects.create(
        body_id=actor.body,
        paper=paper,
        format=format,
        name=name,
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        by=actor.name,
        at=at,
    )
    keeping.answered(once=once, subject=str(made.pk))
    _enter(actor, at, "template_added", made)
    return made.pk


@walled
def retire_template(*, actor: Actor, at: datetime, number: int) -> None:
    """Use it no more; Template.DoesNotExist for another body's."""
    if obstacle := rules.obstacle_to_keeping(actor=actor):
        raise obstacle
    found = Template.objects.select_for_update(of=("self",)).defer("content").get(pk=number, body=actor.body)
    if found.retired_at is not None:
        return
    found.retired_at = at
    found.version += 1
    found.save(update_fields=["retired_at", "version"])
    _enter(actor, at, "template_retired", found)


@walled
def reinstate_template(*, actor: Actor, at: datetime, number: int) -> None:
    """Use a template again that was put away; one that stands in its place goes."""
    if obstacle := rules.obstacle_to_keeping(actor=actor):
        raise obstacle
    found = Template.objects.select_for_update(of=("self",)).defer("content").get(pk=number, body=actor.body)
    same = Template.objects.filter(
        body=found.body_id, paper=found.paper, format=found.format, retired_at=None
    )
    for other in same.exclude(pk=found.pk).defer("content"):
        other.retired_at = at
        other.version += 1
        other.save(update_fields=["retired_at", "version"])
    found.retired_at = None
    found.version += 1
    found.save(update_fields=["retired_at", "version"])
    _enter(actor, at, "template_added", found)


def _enter(actor: Actor, at: datetime, verb: str, found: Template) -> None:
    keeping.enter(
        actor=actor,
        at=at,
        verb=verb,
        kind="body",
        key=actor.body_slug,
        template=found.pk,
        paper=found.paper,
        format=found.format,
        sha256=found.sha256,
    )
