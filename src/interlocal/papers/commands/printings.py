"""Ordering a printing, and calling it off. What the worker does with it is in `working`."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from interlocal.delegations.commands import keeping
from interlocal.delegations.queries import access
from interlocal.delegations.rules import rights
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled
from interlocal.papers.kinds import PrintingState
from interlocal.papers.models import Printing, Template
from interlocal.papers.rules import printings as rules

CHANNEL = "interlocal_printing"
"""What the worker listens to."""
_FORM_OF = {"pdf": "typ"}


@walled
def ask_printing(
    *,
    actor: Actor,
    at: datetime,
    preparation: str,
    once: UUID | None,
    paper: str,
    format: str,  # noqa: A002  # what it is called everywhere
    wish: Mapping[str, Any],
    shows: Collection[str],
    release: int | None = None,
    own_template: bool = True,
    tongue: str = "en",
) -> str:
    """Order a paper; the key of the printing. Sent twice it is printed once.

    `wish` as in `documents.papers.paper.Wish`, as a mapping; `shows` is what the paper shows at most; `release` the version
    of the programme, None: work in progress. `own_template`: with the body's own template, where it has one. `tongue`: in
    which language a refusal is told.
    """
    reached = access.reach(actor=actor, preparation=preparation)
    asked = rules.settled(wish)
    found = reached.preparation
    if obstacle := rules.obstacle_to_printing(
        actor=actor, secretariat=found.secretariat_id, wish=asked, shows=shows
    ):
        raise obstacle
    assert actor.body is not None
    if (before := keeping.sent_before(once=once, verb="ask_printing", actor=actor, at=at)) is not None:
        return before
    _one_by_one(actor.body)
    open_now = Printing.objects.filter(body=actor.body, state__in=rules.OPEN).count()
    if obstacle := rules.obstacle_to_another(open_now=open_now):
        raise obstacle
    kept = asked | {"told": tongue} | ({"link": actor.scope.link} if actor.scope else {})
    made = Printing.objects.create(
        once=once,
        preparation=found,
        body_id=actor.body,
        user_id=actor.user,
        by=actor.name,
        paper=paper,
        format=format,
        wish=kept,
        template=_template(actor.body, paper, format) if own_template else None,
        release=release,
        asked_at=at,
        keep_until=rules.keep_until(closed_on=found.closed_on, until_on=found.until_on, today=at.date()),
    )
    keeping.answered(once=once, subject=str(made.key))
    keeping.enter(
        actor=actor, at=at, verb="printing_asked", kind="preparation", key=found.slug, **_said(made, asked)
    )
    call_worker()
    return str(made.key)


@walled
def cancel_printing(*, actor: Actor, at: datetime, preparation: str, key: str) -> None:
    """Call off what waits or runs; Printing.DoesNotExist for what is another body's."""
    reached = access.reach(actor=actor, preparation=preparation)
    if actor.body is None or not actor.has(*rights.LOOKING, "focal"):
        raise rights.not_yours()
    found = (
        Printing.objects.select_for_update(of=("self",))
        .defer("content")
        .get(key=key, preparation=reached.preparation, body=actor.body)
    )
    if obstacle := rules.obstacle_to_ending(state=found.state):
        raise obstacle
    found.state, found.ended_at = PrintingState.CANCELLED, at
    found.save(update_fields=["state", "ended_at"])
    keeping.enter(
        actor=actor,
        at=at,
        verb="printing_cancelled",
        kind="preparation",
        key=reached.preparation.slug,
        paper=found.paper,
        printing=key,
    )
    call_worker()


def _template(body: int, paper: str, made_as: str) -> Template | None:
    standing = Template.objects.filter(body=body, paper=paper, retired_at=None)
    return standing.filter(format=_FORM_OF.get(made_as, made_as)).defer("content").first()


def _said(made: Printing, asked: Mapping[str, Any]) -> dict[str, object]:
    """Of the order, without a person's data: for whom it is only as far as a key tells."""
    return {
        "printing": str(made.key),
        "paper": made.paper,
        "format": made.format,
        "for": asked.get("delegate") or asked.get("body") or "",
    }


def _one_by_one(body: int) -> None:
    """Orders of one body are counted one after the other."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext('interlocal.printing'), %s)", [body])


def call_worker() -> None:
    """Wake the worker when this is committed."""
    with connection.cursor() as cursor:
        cursor.execute(f"notify {CHANNEL}")
