"""Clients in whose browser somebody is signed in."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.test import Client

from interlocal.identity.models import User
from interlocal.registry.models import Body
from tests import make


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def acting(*, of: str, role: str, email: str = "", name: str = "") -> Client:
    """Somebody with a mandate of this body, which is made when there is none yet."""
    body = Body.objects.filter(slug=of).first() or make.body(of)
    user = make.user(email or f"{role}@{of}.example", name=name or f"{role} of {of}")
    make.mandate(user, body, role)
    return signed_in(user)


def as_coordinator(*, of: str) -> Client:
    return acting(of=of, role="coordinator")


def as_secretariat(*, of: str) -> Client:
    return acting(of=of, role="secretariat")


def as_administrator() -> Client:
    return signed_in(make.user("admin@office.example", name="Admin", is_administrator=True))


def post(client: Client, address: str, values: Mapping[str, Any] | None = None) -> HttpResponse:
    response = client.post(address, dict(values or {}))
    assert isinstance(response, HttpResponse)
    return response


def htmx(client: Client, address: str, values: Mapping[str, Any] | None = None) -> HttpResponse:
    """As htmx asks: a GET, or a POST when there are values."""
    headers = {"HX-Request": "true"}
    response = (
        client.get(address, headers=headers)
        if values is None
        else client.post(address, dict(values), headers=headers)
    )
    assert isinstance(response, HttpResponse)
    return response
