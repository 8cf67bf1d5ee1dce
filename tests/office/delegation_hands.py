"""Who opens the page of a delegation, and what they find there."""

from datetime import timedelta

from django.test import Client
from django.utils import timezone

from interlocal.delegations.commands import links
from interlocal.delegations.models import Delegate, Invitation
from interlocal.identity.walls import standing_as
from tests.delegations import scene
from tests.office import acting

STAFF = "/en/office/gyeongbuk/preparations/forum-2026/delegation/gyeongbuk/"
SOMEBODY = {"part": "member", "script_language": "ko", "family": "김", "given": "하늘", "grade": "officer"}


def coordinator(of: str = "gyeongbuk") -> Client:
    return acting.as_coordinator(of=of)


def token_of(invitation: Invitation, *, days: int = 30) -> str:
    return links.make_focal_link(
        actor=scene.secretariat(),
        at=timezone.now(),
        preparation=invitation.preparation.slug,
        body=invitation.body.slug,
        name="박담당",
        email="",
        until=timezone.now() + timedelta(days=days),
    )


def by_link(invitation: Invitation) -> str:
    return f"/en/with/{token_of(invitation)}/delegation/"


def people(invitation: Invitation) -> list[Delegate]:
    with standing_as(scene.runs(invitation.preparation)):
        return list(Delegate.objects.filter(invitation=invitation).order_by("position", "pk"))


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, response.status_code
    return response.content.decode()
