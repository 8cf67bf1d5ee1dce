"""Drafts by which a delegation's contact is told what became of its people: one mail a delegation, sent by hand later."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interlocal.delegations import kinds
from interlocal.delegations.models import Change, Decision, Delegate, Invitation, Mail
from interlocal.delegations.rules.decisions_notices import Told, wording

Kind, MailState = kinds.MailKind, kinds.MailState
# A mail somebody may have read, or will.
_GONE = (MailState.QUEUED, MailState.SENDING, MailState.SENT, MailState.FAILED, MailState.BOUNCED)

_ANSWERS: dict[str, Any] = {
    kinds.ChangeState.ACCEPTED: gettext_lazy("The change you asked for was accepted."),
    kinds.ChangeState.REFUSED: gettext_lazy(
        "We are sorry that the change you asked for could not be accepted."
    ),
}


def draft(
    *,
    kind: str,
    delegates: Sequence[Delegate],
    at: datetime,
    by: str,
    reason: str = "",
    decisions: Sequence[Decision] = (),
) -> list[Mail]:
    """A draft for each delegation that has a contact's address.

    Only within the wall, standing as the secretariat.
    """
    made = []
    for invitation, people in _by_delegation(delegates):
        if not invitation.contact_email:
            continue
        keys = [one.pk for one in people]
        context = {
            "delegates": [str(one.key) for one in people],
            "decisions": [one.pk for one in decisions if one.delegate_id in keys],
            "reason": reason,
        }
        made.append(_make(kind, invitation, people, at, by, reason, "", context))
    return made


def draft_answer(*, change: Change, at: datetime, by: str) -> None:
    """A draft that tells the delegation's contact how a late change was answered."""
    invitation = Invitation.objects.select_related("preparation").get(
        preparation=change.preparation_id, body=change.body_id
    )
    if not invitation.contact_email:
        return
    people = [change.delegate] if change.delegate else []
    context = {
        "delegates": [str(one.key) for one in people],
        "decisions": [],
        "reason": change.answer,
        "change": change.pk,
    }
    said = _ANSWERS[change.state]
    _make(Kind.CHANGE, invitation, people, at, by, change.answer, said, context)


def is_told(*, decision: Decision) -> bool:
    """Whether a mail about a decision left the drafts."""
    return bool(_about(decision).filter(state__in=_GONE).exists())


def take_back(*, decision: Decision, at: datetime, by: str) -> None:
    """Discard the draft about a decision; others named in it get one of their own."""
    for mail in _about(decision).filter(state=MailState.DRAFT):
        others = [key for key in mail.context["decisions"] if key != decision.pk]
        Mail.objects.filter(pk=mail.pk).update(state=MailState.DISCARDED, version=mail.version + 1)
        rest = list(
            Decision.objects.filter(pk__in=others).select_related("delegate__invitation", "preparation")
        )
        draft(
            kind=mail.kind,
            delegates=[one.delegate for one in rest],
            at=at,
            by=by,
            reason=mail.context.get("reason", ""),
            decisions=rest,
        )


def _about(decision: Decision) -> Any:
    return Mail.objects.filter(
        preparation=decision.preparation_id, context__decisions__contains=[decision.pk]
    )


def _by_delegation(delegates: Iterable[Delegate]) -> Iterable[tuple[Invitation, list[Delegate]]]:
    ordered = sorted(delegates, key=lambda one: (one.invitation_id, one.position, one.pk))
    for _key, group in groupby(ordered, key=lambda one: one.invitation_id):
        people = list(group)
        yield people[0].invitation, people


def _make(
    kind: str,
    invitation: Invitation,
    people: Sequence[Delegate],
    at: datetime,
    by: str,
    reason: str,
    said: Any,
    context: dict[str, Any],
) -> Mail:
    preparation = invitation.preparation
    language = invitation.language
    with translation.override(language.lower()):
        told = Told(
            event=preparation.name.shown(language).text,
            to=invitation.contact_name or _("Sir or Madam"),
            names=tuple(_name(one) for one in people),
            reason=reason,
            said=str(said),
        )
        words = wording(kind, told)
    return Mail.objects.create(
        preparation=preparation,
        body_id=invitation.body_id,
        delegate=people[0] if len(people) == 1 else None,
        kind=kind,
        language=language,
        to_name=invitation.contact_name,
        to_email=invitation.contact_email,
        subject=words.subject[:300],
        text=words.text,
        context=context,
        made_by=by,
        made_at=at,
    )


def _name(one: Delegate) -> str:
    """In the own script, and as in the passport."""
    space = " " if one.script_language == "en" else ""
    own = f"{one.given} {one.family}" if space else f"{one.family}{one.given}"
    latin = f"{one.latin_family} {one.latin_given}".strip()
    return f"{own.strip()} ({latin})" if latin and latin != own.strip() else own.strip()
