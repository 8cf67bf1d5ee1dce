"""Who may be entered, nominated, withdrawn, restored and replaced, and until when. Facts in, verdict out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _

from interlocal.delegations import kinds
from interlocal.delegations.rules import rights
from interlocal.delegations.rules.nominations_names import composed, fault_in_latin, fault_in_name, narrow
from interlocal.ground.refused import Refused
from interlocal.ground.tongues import TONGUES

Part, Origin, State, Step = kinds.Part, kinds.Origin, kinds.State, kinds.Step
# Whose place is still counted: seated, or waiting for a seat.
COUNTED: Final = (*kinds.STANDING, State.WAITING)


@dataclass(frozen=True, slots=True)
class Entered:
    """What is entered of a person. `post` by language; an origin that is not said follows from the spelling."""

    family: str
    given: str
    script_language: str
    part: str = Part.MEMBER
    latin_family: str = ""
    latin_given: str = ""
    latin_origin: str | None = None
    reading_family: str = ""
    reading_given: str = ""
    reading_origin: str | None = None
    post: Mapping[str, str] = field(default_factory=dict)
    grade: str = kinds.Grade.OTHER
    post_since: date | None = None
    language: str = ""
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spelt:
    """A spelling as it was kept before, and where it came from."""

    family: str = ""
    given: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What decides on a delegation as a whole: who asks, which steps were taken, what the invitation says."""

    may_nominate: bool
    runs: bool
    steps: frozenset[str]
    invitation: str
    due_on: date | None
    today: date


def today(at: datetime, zone: str) -> date:
    """The day it is where the edition is held: deadlines end with it."""
    return at.astimezone(ZoneInfo(zone)).date()


def tidied(entered: Entered) -> Entered:
    """As it is kept."""
    posts = {lang: composed(text) for lang, text in entered.post.items()}
    return replace(
        entered,
        family=composed(entered.family),
        given=composed(entered.given),
        latin_family=narrow(entered.latin_family),
        latin_given=narrow(entered.latin_given),
        reading_family=composed(entered.reading_family),
        reading_given=composed(entered.reading_given),
        post={lang: text for lang, text in posts.items() if text},
        language=entered.language or entered.script_language,
    )


def obstacle_in_entry(entered: Entered) -> Refused | None:
    """What is wrong with a tidied entry."""
    if not (entered.family or entered.given):
        return Refused(
            "name_missing", _("Enter a name: the family name, the given name, or both."), field="family"
        )
    for name in ("family", "given", "reading_family", "reading_given"):
        if found := fault_in_name(getattr(entered, name), field=name):
            return found
    for name in ("latin_family", "latin_given"):
        if found := fault_in_latin(getattr(entered, name), field=name):
            return found
    if entered.part not in Part.values:
        return Refused("part_unknown", _("Choose as what this person comes."), field="part")
    if entered.grade not in kinds.Grade.values:
        return Refused("grade_unknown", _("Choose a grade from the list."), field="grade")
    if entered.script_language not in TONGUES or entered.language not in TONGUES:
        return Refused("language_unknown", _("Choose a language from the list."), field="script_language")
    return None


def origin_of(*, family: str, given: str, said: str | None, before: Spelt) -> str:
    """Where a spelling comes from. One left as it was generated stays generated until somebody says it is right."""
    if not (family or given):
        return Origin.NONE
    if said is not None:
        return said
    untouched = (family, given) == (before.family, before.given)
    return before.origin if untouched and before.origin else Origin.SUPPLIED


def is_frozen(at: Circumstances) -> bool:
    return bool(at.steps & {Step.FROZEN, Step.HELD, Step.REPORTED})


def obstacle_to_changing(at: Circumstances) -> Refused | None:
    """The delegation as a whole: right, invitation, frozen list."""
    if not at.may_nominate:
        return rights.not_yours()
    if at.invitation == kinds.InvitationState.DECLINED:
        return Refused("declined", _("The invitation was declined. Accept it first."))
    if is_frozen(at):
        return Refused("frozen", _("The list is frozen. Propose a late change instead."))
    return None


def obstacle_to_entering(at: Circumstances) -> Refused | None:
    """Enter somebody new. After the deadline only the secretariat does."""
    if found := obstacle_to_changing(at):
        return found
    if at.runs:
        return None
    if Step.CLOSED in at.steps:
        return Refused("closed", _("Nominations are closed. Ask the secretariat."))
    if at.due_on is not None and at.today > at.due_on:
        return Refused("deadline_passed", _("The deadline for nominations has passed. Ask the secretariat."))
    return None


def obstacle_to_nominating(at: Circumstances) -> Refused | None:
    if found := obstacle_to_entering(at):
        return found
    if not at.runs and Step.OPEN not in at.steps:
        return Refused("not_open_yet", _("Nominations are not open yet. What you enter is kept."))
    return None


def obstacle_to_editing(at: Circumstances, *, state: str, part_changes: bool) -> Refused | None:
    """Change what was entered. What was decided on is changed by the secretariat, or by sending somebody else."""
    if found := obstacle_to_changing(at):
        return found
    if state in (State.WITHDRAWN, State.REFUSED):
        return Refused("not_standing", _("This person is no longer part of the delegation."))
    if not at.runs and state in (State.PRE_APPROVED, State.APPROVED):
        return Refused(
            "decided", _("This person is approved already. Ask the secretariat, or send somebody else.")
        )
    if part_changes and state != State.DRAFT:
        return obstacle_to_entering(at)
    return None


def obstacle_to_moving(*, state: str, to: str) -> Refused | None:
    """The list of moves itself."""
    return None if to in kinds.MOVES[state] else _no_move()


def _no_move() -> Refused:
    return Refused("not_from_here", _("This cannot be done any more: the person's state has changed."))


def obstacle_to_submitting(*, state: str) -> Refused | None:
    """Only drafts are nominated; who was decided on, withdrawn or seated meanwhile is not."""
    return None if state == State.DRAFT else _no_move()


def obstacle_to_withdrawing(at: Circumstances, *, state: str) -> Refused | None:
    return obstacle_to_changing(at) or obstacle_to_moving(state=state, to=State.WITHDRAWN)


def obstacle_to_restoring(at: Circumstances, *, state: str, replaced: bool) -> Refused | None:
    """Take a withdrawal back: the person is nominated anew, and waits if the seat is gone."""
    if found := obstacle_to_nominating(at):
        return found
    if state != State.WITHDRAWN:
        return Refused("not_withdrawn", _("Only who was withdrawn can be restored."))
    if replaced:
        return Refused(
            "replaced", _("Somebody else was sent in this person's place. Withdraw that person first.")
        )
    return None


def obstacle_to_replacing(at: Circumstances, *, state: str) -> Refused | None:
    if found := obstacle_to_nominating(at):
        return found
    if state not in COUNTED:
        return Refused("not_standing", _("This person is no longer part of the delegation."))
    return None


def obstacle_to_removing(at: Circumstances, *, state: str) -> Refused | None:
    """What was never nominated can be deleted."""
    if found := obstacle_to_changing(at):
        return found
    if state != State.DRAFT:
        return Refused(
            "not_a_draft", _("Only entries that were not nominated yet are removed. Withdraw this person.")
        )
    return None


def obstacle_to_heading(parts: Iterable[str]) -> Refused | None:
    """The parts of all that are counted: a delegation has one head."""
    if sum(part == Part.HEAD for part in parts) > 1:
        return Refused(
            "two_heads", _("A delegation has one head. Change one of them to another part."), field="part"
        )
    return None


def doable(at: Circumstances, *, state: str, replaced: bool) -> frozenset[str]:
    """Which buttons stand beside a delegate."""
    asked = {
        "edit": obstacle_to_editing(at, state=state, part_changes=False),
        "nominate": obstacle_to_nominating(at) or obstacle_to_submitting(state=state),
        "remove": obstacle_to_removing(at, state=state),
        "withdraw": obstacle_to_withdrawing(at, state=state),
        "restore": obstacle_to_restoring(at, state=state, replaced=replaced),
        "replace": obstacle_to_replacing(at, state=state),
        "move": obstacle_to_changing(at),
    }
    found = {verb for verb, refusal in asked.items() if refusal is None}
    # A draft is removed rather than withdrawn.
    return frozenset(found - {"withdraw"} if state == State.DRAFT else found)


def nobody_chosen() -> Refused:
    return Refused("nobody_chosen", _("There is nobody to nominate. Enter or choose somebody first."))


def no_seat_left() -> Refused:
    return Refused("no_seat", _("There is no free seat for this part."), field="part")
