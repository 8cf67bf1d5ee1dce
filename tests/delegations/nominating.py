"""The verbs on a delegation as its coordinator calls them, with what a scene leaves out."""

from dataclasses import replace

import pytest

from interlocal.delegations.commands import nominations, nominations_leaving
from interlocal.delegations.models import Delegate, Invitation
from interlocal.delegations.rules.nominations import Entered
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import standing_as
from tests.delegations import scene

KIM = Entered(family="김", given="하늘", script_language="ko")


def entered(
    invitation: Invitation, given: str = "하늘", *, actor: Actor | None = None, **others: object
) -> str:
    who = actor or scene.coordinator(invitation.body.slug)
    return nominations.add_delegate(
        actor=who,
        at=scene.NOON,
        preparation=invitation.preparation.slug,
        body=invitation.body.slug,
        entered=replace(KIM, given=given, **others),  # type: ignore[arg-type]
    )


def nominated(
    invitation: Invitation, *keys: str, actor: Actor | None = None, **others: object
) -> nominations.Seated:
    return nominations.nominate(
        actor=actor or scene.coordinator(invitation.body.slug),
        at=others.pop("at", scene.NOON),  # type: ignore[arg-type]
        preparation=invitation.preparation.slug,
        body=invitation.body.slug,
        delegates=list(keys) or None,
        **others,  # type: ignore[arg-type]
    )


def row(invitation: Invitation, key: str) -> Delegate:
    with standing_as(scene.runs(invitation.preparation)):
        return Delegate.objects.get(key=key)


def states(invitation: Invitation) -> list[str]:
    with standing_as(scene.runs(invitation.preparation)):
        return list(
            Delegate.objects.filter(invitation=invitation)
            .order_by("position", "pk")
            .values_list("state", flat=True)
        )


def leaving(
    invitation: Invitation, key: str, *, actor: Actor | None = None, version: int | None = None
) -> dict[str, object]:
    return {
        "actor": actor or scene.coordinator(invitation.body.slug),
        "at": scene.NOON,
        "preparation": invitation.preparation.slug,
        "body": invitation.body.slug,
        "delegate": key,
        "version": row(invitation, key).version if version is None else version,
    }


def withdrawn(invitation: Invitation, key: str, **others: object) -> list[int]:
    return nominations_leaving.withdraw(**leaving(invitation, key, **others))  # type: ignore[arg-type]


def restored(invitation: Invitation, key: str) -> str:
    return nominations_leaving.restore(**leaving(invitation, key))  # type: ignore[arg-type]


def replaced(invitation: Invitation, key: str, by: Entered, **others: object) -> str:
    return nominations_leaving.replace(**leaving(invitation, key), entered=by, **others)  # type: ignore[arg-type]


def changed(invitation: Invitation, key: str, to: Entered, **others: object) -> list[int]:
    return nominations.change_delegate(**leaving(invitation, key, **others), entered=to)  # type: ignore[arg-type]


def refusal(code: str) -> "pytest.RaisesExc[Refused]":
    return pytest.raises(Refused, check=lambda said: said.code == code)
