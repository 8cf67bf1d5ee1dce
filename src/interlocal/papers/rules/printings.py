"""Who may have what printed, how a wish is written down, and how long a result is kept."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from interlocal.delegations.rules import rights
from interlocal.delegations.rules.erasure import erased_on
from interlocal.ground.refused import Refused
from interlocal.ground.tongues import TONGUES
from interlocal.identity.kinds import Actor, Role
from interlocal.papers.kinds import MOVES, PrintingState

OPEN: Final = (PrintingState.QUEUED, PrintingState.RUNNING)
MOST_OPEN: Final = 8
"""So many orders of one body wait or run at once."""
KEPT_DAYS: Final = 30
SILENCE: Final = timedelta(seconds=60)
MOST_TRIES: Final = 3
LONGEST: Final = 200
_WORDS: Final = ("body", "delegate")
_NUMBERS: Final = ("item", "seating")


def obstacle_to_printing(
    *, actor: Actor, secretariat: int, wish: Mapping[str, Any], shows: Collection[str]
) -> Refused | None:
    """Who looks over prints everything; an invited body its own delegation, and what is public of it."""
    if rights.may_look_over(actor=actor, secretariat=secretariat):
        return None
    if actor.body is None or not actor.has(Role.COORDINATOR, Role.APPROVER, Role.FOCAL):
        return rights.not_yours()
    if wish.get("body") != actor.body_slug:
        return Refused("own_only", _("You can print this for your own delegation only."), field="body")
    if not set(shows) <= {"public"}:
        return Refused("inner_paper", _("Only the organisers print this paper."))
    return None


def obstacle_to_another(*, open_now: int) -> Refused | None:
    if open_now < MOST_OPEN:
        return None
    return Refused(
        "too_many_open",
        _("%(count)s papers are being printed for you already. Wait for one of them, or cancel it.")
        % {"count": open_now},
    )


def obstacle_to_ending(*, state: str) -> Refused | None:
    """Why a printing cannot be cancelled."""
    if "cancelled" in MOVES[state]:
        return None
    return Refused("ended", _("This printing has ended already."))


def settled(wish: Mapping[str, Any]) -> dict[str, Any]:
    """A wish as it is kept: only what is known, and nothing empty. The person is called `delegate`, for who erases."""
    tongues = list(wish.get("tongues") or ())
    if not 1 <= len(tongues) <= 2 or len(set(tongues)) != len(tongues) or not set(tongues) <= set(TONGUES):
        raise Refused("tongues", _("Choose one language, or two different ones."), field="tongues")
    kept: dict[str, Any] = {"tongues": tongues}
    given = {**wish, "delegate": wish.get("delegate") or wish.get("person") or ""}
    kept |= {key: str(given[key])[:LONGEST] for key in _WORDS if given.get(key)}
    kept |= {key: int(given[key]) for key in _NUMBERS if given.get(key) is not None}
    options = {str(key)[:40]: str(value)[:LONGEST] for key, value in (wish.get("options") or {}).items()}
    return kept | ({"options": dict(sorted(options.items()))} if options else {})


def keep_until(*, closed_on: date | None, until_on: date, today: date) -> date:
    """The first day on which a result is gone: a month after the edition was closed; one asked for later stays a day."""
    ends = erased_on(closed_on=closed_on, until_on=until_on, kept_days=KEPT_DAYS)
    return max(ends, today + timedelta(days=1))


def asked_of(kept: Mapping[str, Any]) -> dict[str, Any]:
    """What was wished, without what is kept beside it: by which link, and in which language to tell of it."""
    return {name: value for name, value in kept.items() if name not in ("link", "told")}
