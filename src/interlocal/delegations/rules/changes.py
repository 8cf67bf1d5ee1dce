"""Changes asked for after the list was frozen: what may be asked, what differs, who answers. Facts in, verdict out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from interlocal.delegations import kinds
from interlocal.delegations.rules import rights
from interlocal.delegations.rules.nominations import COUNTED, Entered
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor

ChangeKind, Step = kinds.ChangeKind, kinds.Step
# What a change may touch, in the order of the page: public office only.
LABELS: Final[dict[str, Any]] = {
    "part": pgettext_lazy("of a delegate", "Comes as"),
    "family": _("Family name"),
    "given": _("Given name"),
    "latin_family": _("Family name in Latin letters"),
    "latin_given": _("Given name in Latin letters"),
    "reading_family": _("Reading of the family name"),
    "reading_given": _("Reading of the given name"),
    "post": _("Post"),
    "grade": _("Grade"),
    "post_since": _("In this post since"),
    "script_language": _("Language of the name"),
    "language": _("Language for letters and the personal page"),
    "languages": _("Languages spoken"),
}
# Where a spelling came from goes with it, and is no field of its own on the page.
_ORIGINS: Final = ("latin_origin", "reading_origin")
ABOUT_SOMEBODY: Final = (ChangeKind.EDIT, ChangeKind.REPLACE, ChangeKind.WITHDRAW)

_EMPTY: Final[tuple[Any, ...]] = (None, "", {}, [])

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Difference:
    """One field: as it was when the change was asked for, as it is to be, and as it is now (where that is not the same)."""

    field: str
    before: Any
    after: Any
    now: Any

    @property
    def drifted(self) -> bool:
        return bool(self.now != self.before)


def values_of(entered: Entered) -> dict[str, Any]:
    """What was entered, as it is kept in a change."""
    found: dict[str, Any] = {name: getattr(entered, name) for name in LABELS}
    found["post"] = dict(entered.post)
    found["post_since"] = entered.post_since.isoformat() if entered.post_since else None
    found["languages"] = list(entered.languages)
    said = {name: getattr(entered, name) for name in _ORIGINS}
    return found | {name: origin for name, origin in said.items() if origin is not None}


def entered_of(values: Values) -> Entered:
    """The way back; fields that a change does not name must have been filled in by the caller."""
    since = values.get("post_since")
    known = {name: value for name, value in values.items() if name in LABELS or name in _ORIGINS}
    known["post_since"] = date.fromisoformat(since) if since else None
    known["languages"] = tuple(values.get("languages", ()))
    return Entered(**known)


def changed(before: Values, after: Values) -> dict[str, Any]:
    """The fields of `after` that are others than before."""
    return {name: value for name, value in after.items() if value != before.get(name)}


def differences(*, before: Values, after: Values, now: Values) -> tuple[Difference, ...]:
    """Field by field, in the order of the page; only what the change touches."""
    return tuple(
        Difference(name, before.get(name), after.get(name), now.get(name, before.get(name)))
        for name in LABELS
        if name in after or before.get(name) not in _EMPTY
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: of a delegate in `state` ("" where it adds one); `differs` says whether anything would change."""

    kind: str
    state: str
    reason: str
    is_open: bool
    differs: bool


def obstacle_to_asking(
    *, may_nominate: bool, invitation: str, steps: frozenset[str], asked: Asked
) -> Refused | None:
    """Why a late change cannot be asked for, or None."""
    if not may_nominate:
        return rights.not_yours()
    if Step.FROZEN not in steps:
        return Refused("not_frozen", _("The list is not frozen: change the delegation itself."))
    if Step.REPORTED in steps:
        return Refused("over", _("This event is closed. Nothing can be changed any more."))
    if invitation == kinds.InvitationState.DECLINED:
        return Refused("declined", _("The invitation was declined. Accept it first."))
    if asked.kind not in ChangeKind.values:
        return Refused("kind_unknown", _("Choose what is to change."), field="kind")
    if not asked.reason.strip():
        return Refused("no_reason", _("Say why. The secretariat decides on it."), field="reason")
    return _obstacle_in_person(asked)


def _obstacle_in_person(asked: Asked) -> Refused | None:
    if asked.kind not in ABOUT_SOMEBODY:
        return None
    if asked.state not in COUNTED:
        return Refused("not_standing", _("This person is no longer part of the delegation."))
    if asked.is_open:
        return Refused("already_asked", _("A change of this person is waiting for an answer already."))
    if asked.kind == ChangeKind.EDIT and not asked.differs:
        return Refused("no_difference", _("Nothing was changed."))
    return None


def obstacle_to_answering(
    *, actor: Actor, secretariat: int, state: str, steps: frozenset[str], refuses: bool, answer: str
) -> Refused | None:
    """Why a late change cannot be accepted or refused by this actor, or None."""
    if not rights.may_decide(actor=actor, secretariat=secretariat):
        return Refused("approver_only", _("Only an approver of the secretariat can do this."))
    if Step.REPORTED in steps:
        return Refused("over", _("This event is closed. Nothing can be changed any more."))
    if state != kinds.ChangeState.OPEN:
        return Refused("answered", _("This change was answered already."))
    if refuses and not answer.strip():
        return Refused("no_answer", _("Say why. The delegation reads it."), field="answer")
    return None


def obstacle_to_applying(*, kind: str, state: str, seat: bool, head: bool) -> Refused | None:
    """Why an accepted change cannot take effect. `seat`: one is free for who comes; `head`: nobody else heads."""
    if kind in ABOUT_SOMEBODY and state not in COUNTED:
        return Refused("not_standing", _("This person is no longer part of the delegation."))
    if not head:
        return Refused("two_heads", _("A delegation has one head. Change one of them to another part."))
    if not seat:
        return Refused("no_seat", _("No seat is free for this person."))
    return None
