"""What the worker does with orders. It works as the owner of the tables: an order of any body is its business.

What a paper is made from is gathered elsewhere, behind the wall, as the one who asked.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from interlocal.delegations.commands import keeping
from interlocal.delegations.models import Delegate
from interlocal.identity.kinds import Actor
from interlocal.papers.commands.printings import call_worker
from interlocal.papers.kinds import PrintingState, Stage
from interlocal.papers.models import Printing
from interlocal.papers.rules import printings as rules

WORKER: Final = Actor("printing")
LOST: Final = _("The program that printed it ended without an answer, several times.")


@dataclass(frozen=True, slots=True)
class Held:
    """An order the worker has taken. `asker` is rebuilt from `user` or `link` (row ids) and `body` (slug), by today's rights.

    `wish` as `rules.printings.settled`; `tongue` is that of a refusal; `template` is (format, name, content), if one is used.
    """

    key: str
    preparation: str
    paper: str
    format: str
    wish: dict[str, Any]
    release: int | None
    by: str
    user: int | None
    link: int | None
    tongue: str
    body: str
    tries: int
    template: tuple[str, str, bytes] | None


@dataclass(frozen=True, slots=True)
class Result:
    """A finished file, as `documents.printing.Printed`, and of which release its programme is."""

    filename: str
    media_type: str
    content: bytes
    pages: int | None
    release: int | None


@transaction.atomic
def take_next(*, actor: Actor, at: datetime) -> Held | None:
    """The order that waits longest, for this worker only."""
    found = (
        Printing.objects.select_for_update(of=("self",), skip_locked=True)
        .filter(state=PrintingState.QUEUED)
        .select_related("preparation", "body", "template")
        .order_by("asked_at", "pk")
        .first()
    )
    if found is None:
        return None
    found.state, found.stage = PrintingState.RUNNING, Stage.GATHERING
    found.started_at = found.alive_at = at
    found.tries += 1
    found.steps_done = found.steps = 0
    found.save(update_fields=["state", "stage", "started_at", "alive_at", "tries", "steps_done", "steps"])
    form = found.template
    return Held(
        key=str(found.key),
        preparation=found.preparation.slug,
        paper=found.paper,
        format=found.format,
        wish=rules.asked_of(found.wish),
        release=found.release,
        by=found.by,
        user=found.user_id,
        link=found.wish.get("link"),
        tongue=found.wish.get("told", "en"),
        body=found.body.slug,
        tries=found.tries,
        template=(form.format, form.name, bytes(form.content)) if form else None,
    )


def says_progress(
    *, actor: Actor, at: datetime, key: str, stage: str = "", done: int = 0, of: int = 0
) -> bool:
    """A sign of life, and how far it is when a `stage` is named; False when it was called off meanwhile."""
    said = {"stage": stage, "steps_done": done, "steps": of} if stage else {}
    return bool(_running(key).update(alive_at=at, **said))


@transaction.atomic
def keep_result(*, actor: Actor, at: datetime, key: str, input_sha256: str, result: Result) -> bool:
    """Keep the file with its hash; False when the printing was called off meanwhile. A full disk raises, and nothing is kept."""
    found = _running(key).select_for_update(of=("self",)).select_related("preparation").first()
    if found is None:
        return False
    if Delegate.objects.filter(preparation=found.preparation, erased_at__gte=found.started_at).exists():
        # Somebody's data went while it was printed: it is printed anew, without them.
        give_back(actor=actor, at=at, key=key)
        return False
    _finish(found, at=at, input_sha256=input_sha256, result=result)
    keeping.enter(
        actor=actor,
        at=at,
        verb="printed",
        kind="preparation",
        key=found.preparation.slug,
        printing=key,
        paper=found.paper,
        format=found.format,
        sha256=found.sha256,
    )
    return True


def kept_before(*, actor: Actor, key: str, input_sha256: str) -> Result | None:
    """What the same body had printed from the very same input, and that is still kept."""
    body = Printing.objects.filter(key=key).values("body")
    found = (
        Printing.objects.filter(
            body__in=body, input_sha256=input_sha256, state=PrintingState.DONE, content__isnull=False
        )
        .order_by("-pk")
        .first()
    )
    if found is None or found.content is None:
        return None
    return Result(found.filename, found.media_type, bytes(found.content), found.pages, found.release)


@transaction.atomic
def fail(*, actor: Actor, at: datetime, key: str, refusal: str, reason: str) -> bool:
    """It cannot be printed: `reason` is a sentence in the language of who asked."""
    found = _running(key).select_for_update(of=("self",)).select_related("preparation").first()
    if found is None:
        return False
    found.state, found.ended_at = PrintingState.FAILED, at
    found.refusal, found.reason = refusal[:40], reason
    found.save(update_fields=["state", "ended_at", "refusal", "reason"])
    keeping.enter(
        actor=actor,
        at=at,
        verb="not_printed",
        kind="preparation",
        key=found.preparation.slug,
        printing=key,
        paper=found.paper,
        refusal=found.refusal,
    )
    return True


def give_back(*, actor: Actor, at: datetime, key: str) -> None:
    """The process that printed it is gone: it waits again, or has failed for good after some tries."""
    found = _running(key).values_list("tries", flat=True).first()
    if found is None:
        return
    if found >= rules.MOST_TRIES:
        fail(actor=actor, at=at, key=key, refusal="lost", reason=str(LOST))
        return
    _running(key).update(state=PrintingState.QUEUED, stage=Stage.WAITING, alive_at=None)
    call_worker()


def give_back_lost(*, actor: Actor, at: datetime) -> int:
    """Take back what a worker took that says nothing any more; how many."""
    silent = Q(alive_at__lt=at - rules.SILENCE)
    keys = Printing.objects.filter(silent, state=PrintingState.RUNNING).values_list("key", flat=True)
    lost = [str(key) for key in keys]
    for key in lost:
        give_back(actor=actor, at=at, key=key)
    return len(lost)


def throw_away_due(*, actor: Actor, at: datetime) -> int:
    """Results whose time is over; how many. That they were printed stays."""
    closed = Q(preparation__closed_on__lte=at.date() - timedelta(days=rules.KEPT_DAYS))
    due = Q(keep_until__lte=at.date()) | (closed & Q(asked_at__lt=at - timedelta(days=1)))
    found = Printing.objects.filter(due, content__isnull=False).values("pk")
    return Printing.objects.filter(pk__in=list(found.values_list("pk", flat=True))).update(
        content=None, filename="", refusal="expired"
    )


def _finish(found: Printing, *, at: datetime, input_sha256: str, result: Result) -> None:
    found.state, found.stage, found.ended_at = PrintingState.DONE, Stage.KEEPING, at
    found.steps_done = found.steps
    found.input_sha256, found.filename, found.media_type = input_sha256, result.filename, result.media_type
    found.content, found.pages, found.release = result.content, result.pages, result.release
    found.sha256, found.size = hashlib.sha256(result.content).hexdigest(), len(result.content)
    found.save()


def _running(key: str) -> Any:
    return Printing.objects.filter(key=key, state=PrintingState.RUNNING)
