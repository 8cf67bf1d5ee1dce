"""Every address of the office as every role of the cast: who gets in, and who can change anything.

The table stands in matrix.txt, one line an address: its name, who sees it (GET), who gets through with a form (POST).
A new address without a line fails here; so does a role that gets where the table does not let it. After reading
the difference: `INTERLOCAL_MATRIX=write pytest tests/office/test_matrix.py` writes the table anew, to be read before it is committed.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from importlib import import_module
from inspect import Parameter, isfunction, signature
from pathlib import Path
from pkgutil import iter_modules
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver

from interlocal.arrangements import commands as arrangements_commands
from interlocal.arrangements.models import Cost, Photo, Resource, Seating, Site, Track, Words
from interlocal.delegations import commands
from interlocal.delegations.commands import links
from interlocal.delegations.models import (
    Change,
    Delegate,
    Escort,
    Gift,
    Link,
    Mail,
    Note,
    Paper,
    PlannedItem,
    Preparation,
)
from interlocal.delegations.rules.escorts import Helper
from interlocal.delegations.rules.nominations import Entered
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Role
from interlocal.identity.models import Entry, User
from interlocal.identity.walls import standing_as
from interlocal.office import urls
from interlocal.papers import commands as papers_commands
from interlocal.papers.commands import printings, templates, working
from interlocal.registry.models import Mandate
from tests import make
from tests.delegations import scene
from tests.office import acting, pictures
from tests.owning import owning

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

TABLE = Path(__file__).with_name("matrix.txt")
# role: whose hat it wears ("" none), with which mandate
STAFF = {
    "stranger": ("", ""),
    "administrator": ("", ""),
    "uninvited": ("busan", Role.COORDINATOR),
    "ministry": ("mofa-kr", Role.MINISTRY),
    "invited": ("gyeongbuk", Role.COORDINATOR),
    "invited-reader": ("gyeongbuk", Role.READER),
    "reader": ("garok", Role.READER),
    "secretariat": ("garok", Role.SECRETARIAT),
    "approver": ("garok", Role.APPROVER),
}
HOLDERS = ("focal", "delegate", "desk", "altered")
ROLES = ("nobody", *STAFF, *HOLDERS)


@dataclass(slots=True)
class World:
    """Ids that addresses need, and the token of each kind of link."""

    forum: Preparation
    where: dict[str, Any]
    numbers: dict[str, int]
    tokens: dict[str, str] = field(default_factory=dict)


def world() -> World:
    forum = scene.preparation()
    row = scene.invitation(forum, "gyeongbuk", contact_email="kim@gb.example")
    scene.delegate(scene.invitation(forum, "tottori"), "藤田", "悦夫", script_language="ja")
    person = scene.delegate(row)
    scene.body("busan"), scene.body("mofa-kr")
    with standing_as(scene.runs(forum)):
        numbers = _rows(forum, person)
    where = {
        "preparation": forum.slug,
        "invited": "gyeongbuk",
        "key": person.key,
        "once": uuid4(),
        "series": "forum",
        "of": "gyeongbuk",
        "act": "close",
        "format": "csv",
        "step": "closed",
        "way": "later",
        "which": 0,
        "mail": _mail(forum, person).key,
        **_printed(forum, numbers),
        **_arranged(forum, numbers),
    }
    made = World(forum, where, numbers)
    made.tokens = _tokens(forum, person)
    return made


def _rows(forum: Preparation, person: Delegate) -> dict[str, int]:
    both = {"preparation": forum, "body": person.body}
    written = {"written_by": "x", "written_at": make.NOON}
    change = Change.objects.create(
        **both, delegate=person, kind="edit", reason="x", asked_by="x", asked_at=make.NOON
    )
    return {
        "change": change.pk,
        "gift": Gift.objects.create(
            **both, to_body=scene.body("tottori"), giver="x", receiver="y", what="z"
        ).pk,
        "escort": Escort.objects.create(**both, kind="liaison", name="x").pk,
        "note": Note.objects.create(preparation=forum, kind="note", text="x", language="en", **written).pk,
        "paper": Paper.objects.create(preparation=forum, title=make.text("x")).pk,
        "item": PlannedItem.objects.create(preparation=forum, kind="lecture", title=make.text("x"), day=0).pk,
        **_said(forum),
    }


def _said(forum: Preparation) -> dict[str, int]:
    """What papers say and how people sit."""
    seen = {"width": 1, "height": 1, "added_by": "x", "added_at": make.NOON}
    return {
        "words": Words.objects.create(preparation=forum, kind="greeting", text=make.text("x")).pk,
        "cost": Cost.objects.create(preparation=forum, title=make.text("x")).pk,
        "photo": Photo.objects.create(preparation=forum, kind="png", content=pictures.png(), **seen).pk,
        "seating": Seating.objects.create(
            preparation=forum, title=make.text("x"), shape="u", rule="ranked", swaps=[[1, 2, "x", "x"]]
        ).pk,
    }


def _arranged(forum: Preparation, numbers: dict[str, int]) -> dict[str, Any]:
    """What stands around the items of its programme."""
    named: dict[str, Any] = {"preparation": forum, "name": make.text("x")}
    with standing_as(scene.runs(forum)):
        numbers["resource"] = Resource.objects.create(**named, kind="room").pk
        numbers["track"] = Track.objects.create(**named, number=1).number
        return {"site": Site.objects.create(**named, key="x").key}


def _printed(forum: Preparation, numbers: dict[str, int]) -> dict[str, Any]:
    """A paper that the secretariat ordered, and a template of its own."""
    given: dict[str, Any] = {
        "actor": scene.secretariat(),
        "at": make.NOON,
        "once": None,
        "paper": "name_list",
    }
    key = printings.ask_printing(
        **given, preparation=forum.slug, format="pdf", wish={"tongues": ["en"]}, shows=("public",)
    )
    numbers["template"] = templates.upload_template(**given, format="typ", name="ours.typ", content=b"= Ours")
    result = working.Result("x.pdf", "application/pdf", b"%PDF", 1, None)
    with owning():
        working.take_next(actor=working.WORKER, at=make.NOON)
        working.keep_result(actor=working.WORKER, at=make.NOON, key=key, input_sha256="a" * 64, result=result)
    return {"printing": key, "paper": "name_list", "made_as": "docx"}


def _mail(forum: Preparation, person: Delegate) -> Mail:
    with standing_as(scene.runs(forum)):
        return Mail.objects.create(
            preparation=forum,
            body=person.body,
            kind="free",
            language="en",
            to_email="kim@gb.example",
            subject="x",
            text="x",
            made_by="x",
            made_at=make.NOON,
        )


def _tokens(forum: Preparation, person: Delegate) -> dict[str, str]:
    # Requests come at the clock's time, whatever day the scene plays on.
    from django.utils import timezone

    asked: dict[str, Any] = {
        "actor": scene.secretariat(),
        "at": timezone.now(),
        "preparation": forum.slug,
        "until": timezone.now() + timedelta(days=30),
    }
    focal = links.make_focal_link(**asked, body="gyeongbuk", name="Kim", email="kim@gb.example")
    return {
        "focal": focal,
        "delegate": links.make_delegate_link(**asked, delegate=str(person.key)),
        "desk": links.make_desk_link(**asked, name="East", language="en"),
        "altered": f"{focal[:-2]}xx",
    }


# -- addresses --


def addresses() -> dict[str, str]:
    """Every address of the office and of personal links: name, path with its parts in braces."""
    found: dict[str, str] = {}
    for name, path in _walk(urls.urlpatterns[1:], ""):
        assert name not in found, f"two addresses are called {name}"
        found[name] = path
    return found


def _walk(patterns: Any, before: str) -> Iterator[tuple[str, str]]:
    for pattern in patterns:
        path = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, path)
        elif isinstance(pattern, URLPattern):
            yield str(pattern.name), path


def _filled(name: str, path: str, made: World, role: str) -> str:
    """The path for a role: under its own hat, or with its own link; others' under that of the secretariat."""
    body = (STAFF.get(role) or ("", ""))[0] or "garok"
    token = made.tokens.get(role, made.tokens["focal"])
    kind = next((kind for kind in made.numbers if name.startswith(kind)), "note")
    values = {
        **made.where,
        "body": body,
        "token": token,
        "number": made.numbers[kind],
        "change": made.numbers["change"],
    }
    with standing_as(scene.runs(made.forum)):
        values["link"] = Link.objects.order_by("pk").values_list("pk", flat=True)[0]
    filled = path
    for part in path.split("<")[1:]:
        whole = part.split(">")[0]
        filled = filled.replace(f"<{whole}>", str(values[whole.partition(":")[2]]))
    return f"/en/{filled}"


# -- roles --


def client_of(role: str) -> Client:
    if role == "administrator":
        return acting.as_administrator()
    if role == "stranger":
        return acting.signed_in(make.user("stranger@example.org"))
    if role in STAFF:
        body, mandate = STAFF[role]
        return acting.acting(of=body, role=str(mandate), email=f"{role}@matrix.example")
    return Client()


def gets_in(response: Any) -> bool:
    """Not: sent to sign in, told that there is no such page, that the link has ended, or that the role forbids it."""
    if response.status_code in (404, 410, 403):
        return False
    if response.status_code == 302 and "/account/login/" in response["Location"]:
        return False
    says = response.content.decode(errors="replace") if not response.streaming else ""
    return "Your present role does not allow this" not in says and "Only an administrator or" not in says


def _seen(client: Client, path: str) -> bool:
    response = client.get(path)
    return response.status_code != 405 and gets_in(response)


def _through(client: Client, path: str) -> bool:
    """Whether an empty form gets as far as the room; what it does is taken back. Who is kept out changes nothing."""
    before = _state()
    with transaction.atomic():
        response = client.post(path)
        inside = response.status_code != 405 and gets_in(response)
        after = _state()
        transaction.set_rollback(True)
    assert inside or before == after, f"{path} changed something for somebody who was kept out"
    return inside


def _state() -> tuple[int, ...]:
    return (Entry.objects.count(), Mandate.objects.count(), User.objects.filter(is_active=True).count())


def column(role: str) -> dict[str, str]:
    """For every address what this role can: "", "see", "send", "see send"."""
    made = world()
    client = client_of(role)
    found = {}
    for name, path in addresses().items():
        at = _filled(name, path, made, role)
        sees, sends = _seen(client, at), _through(client, at)
        found[name] = " ".join(word for word, yes in (("see", sees), ("send", sends)) if yes)
    return found


# -- the table --


def table() -> dict[str, dict[str, str]]:
    """Of every address what each role can, as matrix.txt says."""
    lines = [line.split("|") for line in TABLE.read_text().splitlines() if line and line[0] != "#"]
    found = {}
    for name, sees, sends in lines:
        can = {role: [] for role in ROLES}  # type: dict[str, list[str]]
        for word, roles in (("see", sees), ("send", sends)):
            for role in roles.split():
                can[role].append(word)
        found[name.strip()] = {role: " ".join(words) for role, words in can.items()}
    return found


@pytest.mark.parametrize("role", ROLES)
def test_each_role_gets_where_the_table_lets_it_and_nowhere_else(role: str) -> None:
    found = column(role)

    if os.environ.get("INTERLOCAL_MATRIX") == "write":
        TABLE.with_suffix(f".{role}").write_text("\n".join(f"{name}|{can}" for name, can in found.items()))
        return
    expected = {name: can.get(role, "") for name, can in table().items()}
    assert {name: can for name, can in found.items() if can != expected.get(name, "no line")} == {}


def test_every_address_has_a_line_and_every_line_an_address() -> None:
    assert set(table()) == set(addresses())


# -- verbs --

# What a verb is given beside actor, moment and preparation. Rights come first, so whoever has none learns nothing of the rest.
GIVEN: dict[str, Any] = {
    "body": "gyeongbuk",
    "version": 1,
    "once": None,
    "number": 0,
    "delegates": [],
    "language": "en",
    "reason": "x",
    "text": "x",
    "kind": "note",
    "step": "closed",
    "stage": "approve",
    "before": "",
    "title": {"en": "x"},
    "taps": [],
    "fields": [],
    "due": {},
    "sent_at": make.NOON,
    "entered": Entered("x", "y", "en"),
    "helper": Helper("liaison", "x"),
    "paper": "name_list",
    "format": "pdf",
    "wish": {"tongues": ["en"], "body": "gyeongbuk"},
    "shows": ("inner",),
    "key": "00000000-0000-0000-0000-000000000000",
}
# Not asked by people: the worker's own (as owner), and helpers of other verbs.
NOT_ASKED = {
    "reseal",
    "erase_due",
    "replay",
    "draft_reminders",
    "hold_mails",
    "mark_sent",
    "mark_failed",
    "mark_bounced",
}


ROOMS = (commands, arrangements_commands, papers_commands)
# A reader sees everything of the preparation, on paper too.
READERS_TOO = {"printings.ask_printing"}


def verbs() -> list[tuple[str, Any]]:
    """Every walled verb of the rooms that names a preparation."""
    found = []
    parts = [(room, part) for room in ROOMS for part in iter_modules(room.__path__)]
    for room, part in parts:
        module = import_module(f"{room.__name__}.{part.name}")
        for name, function in vars(module).items():
            if not isfunction(function) or function.__module__ != module.__name__ or name.startswith("_"):
                continue
            parameters = signature(function).parameters
            asked = parameters.get("preparation")
            if (
                {"actor", "at"} <= set(parameters)
                and asked
                and asked.annotation is str
                and name not in NOT_ASKED
            ):
                found.append((f"{part.name}.{name}", function))
    return found


OUTSIDERS = ("uninvited", "ministry")


@pytest.mark.parametrize("role", [*OUTSIDERS, "reader", "invited-reader"])
def test_no_verb_listens_to_who_may_not(role: str) -> None:
    made = world()
    body, mandate = STAFF[role]
    actor = scene.actor(body, mandate)
    heard = {}
    for name, verb in verbs():
        before = _state()
        try:
            with transaction.atomic():
                verb(**_arguments(verb, made, actor))
        except (Refused, ObjectDoesNotExist, PermissionDenied):
            pass
        except Exception as error:  # noqa: BLE001  # whatever a verb does before it asks who is there
            heard[name] = repr(error)[:90]
        else:
            if _state() != before and not (role == "reader" and name in READERS_TOO):
                heard[name] = "done"
    assert heard == {}


def _arguments(verb: Any, made: World, actor: Any) -> dict[str, Any]:
    known = {**GIVEN, **made.where, "actor": actor, "at": make.NOON, "preparation": made.forum.slug}
    known |= {
        "delegate": str(made.where["key"]),
        "mail": str(made.where["mail"]),
        "mails": [],
        "change": made.numbers["change"],
    }
    return {
        name: known.get(name)
        for name, parameter in signature(verb).parameters.items()
        if parameter.default is Parameter.empty
    }


def test_there_are_verbs() -> None:
    assert {"decisions.decide", "nominations.nominate", "gifts.register_gift"} <= {
        name for name, _verb in verbs()
    }
