"""What was done on a preparation, by whom and when, as the journal tells it. Names come from the wall, not from the journal."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from interlocal.delegations.models import Delegate, Preparation
from interlocal.delegations.queries import access
from interlocal.delegations.queries.delegation import name_of
from interlocal.ground.paging import Paged
from interlocal.ground.texts import Shown
from interlocal.identity import queries as journal
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled

# All that is needed of people here; there may be a thousand.
_NAMED = ("key", "family", "given", "script_language")


@dataclass(frozen=True, slots=True)
class Done:
    """One journal line. `person` is the delegate it tells of, "" for the preparation itself; `key` leads there."""

    verb: str
    by: str
    at: datetime
    person: str
    key: str
    details: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ActivityPage:
    slug: str
    title: Shown
    lines: Paged[Done]


@walled
def activity_page(*, actor: Actor, preparation: str, number: str | None, tongue: str) -> ActivityPage:
    """The newest first, for who looks over the preparation; Preparation.DoesNotExist for others. Same cost for any page."""
    reached = access.reach(actor=actor, preparation=preparation)
    if not reached.looks_over:
        raise Preparation.DoesNotExist(preparation)
    found = reached.preparation
    people = {str(one.key): name_of(one) for one in Delegate.objects.filter(preparation=found).only(*_NAMED)}
    page = journal.lines_of(subjects={"preparation": [found.slug], "delegate": list(people)}, number=number)
    lines = [
        Done(
            line.verb,
            line.actor,
            line.at,
            people.get(line.subject_key, "") if line.subject_kind == "delegate" else "",
            line.subject_key if line.subject_kind == "delegate" else "",
            line.details,
        )
        for line in page.rows
    ]
    paged = Paged(lines, page.total, page.number, page.pages, page.size)
    return ActivityPage(found.slug, found.name.shown(tongue), paged)
