"""What imports cannot see of the tables: which way they point, what they remember, what they refuse."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pghistory
import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

from interlocal.evidence.models import Citation, Fact, Footnote, Source
from interlocal.ground.texts import localised
from interlocal.registry.models import Body

ROOT = Path(__file__).parents[2]


def floors() -> dict[str, int]:
    """The height of each part of the house, from the contract that guards imports; doors are highest."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = next(
        contract["layers"] for contract in contracts if contract["name"] == "One way through the house"
    )
    rooms = [[name.strip().strip("()") for name in layer.split("|")] for layer in layers]
    return {name: len(rooms) - depth for depth, names in enumerate(rooms) for name in names}


def our_models() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("interlocal.")]


def domain_models() -> list[type[models.Model]]:
    """Tables of rooms that hold facts, without the event tables and the bare links between two rows."""
    return [
        model
        for model in our_models()
        if model._meta.app_label in {"evidence", "registry", "programmes"}
        and not hasattr(model, "pgh_tracked_model")
        and model.__name__ not in UNTRACKED
    ]


# A footnote says nothing beyond its citations, and these link a topic to a row; the journal tells of them.
UNTRACKED = {"Footnote", "SeriesTopic", "EditionTopic", "ItemTopic"}


def room(model: type[models.Model]) -> str:
    return model.__module__.split(".")[1]


def test_every_table_stands_on_a_floor() -> None:
    assert {room(model) for model in our_models()} <= floors().keys()


def test_no_table_points_upstairs() -> None:
    height = floors()
    upstairs = [
        f"{model.__name__}.{field.name} -> {field.related_model.__name__}"
        for model in our_models()
        for field in model._meta.get_fields()
        if (field.many_to_one or field.one_to_one or field.many_to_many)
        and field.concrete
        and field.related_model.__module__.startswith("interlocal.")
        and height[room(field.related_model)] > height[room(model)]
    ]

    assert upstairs == []


def test_every_domain_table_is_tracked() -> None:
    events = {
        event.pgh_tracked_model for event in apps.get_models() if issubclass(event, pghistory.models.Event)
    }

    assert {model.__name__ for model in domain_models()} - {model.__name__ for model in events} == set()


@pytest.mark.django_db
def test_the_triggers_of_every_domain_table_are_in_the_database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("select tgrelid::regclass::text, tgname from pg_trigger where tgenabled = 'O'")
        installed: dict[str, list[str]] = {}
        for table, name in cursor.fetchall():
            installed.setdefault(table, []).append(name)

    missing = [
        f"{model._meta.db_table} {kind}"
        for model in domain_models()
        for kind in ("insert_insert", "update_update", "delete_delete")
        if not any(name.startswith(f"pgtrigger_{kind}") for name in installed.get(model._meta.db_table, ()))
    ]

    assert missing == []


@pytest.mark.django_db
def test_a_row_changed_behind_our_back_leaves_an_event() -> None:
    body = Body.objects.create(slug="haneul", kind="province", country="KR", footnote=footnote())

    with connection.cursor() as cursor:
        cursor.execute("update registry_body set country = 'JP' where slug = 'haneul'")
        cursor.execute("delete from registry_body where slug = 'haneul'")

    events = apps.get_model("registry", "BodyEvent").objects.filter(pgh_obj_id=body.pk).order_by("pgh_id")
    assert list(events.values_list("pgh_label", "country")) == [
        ("insert", "KR"),
        ("update", "JP"),
        ("delete", "JP"),
    ]


def footnote() -> Footnote:
    source = Source.objects.create(
        slug="paper",
        kind="press",
        language="en",
        publisher=localised("en", {"en": "A"}),
        title=localised("en", {"en": "B"}),
    )
    found = Footnote.objects.create(digest="0" * 64)
    Citation.objects.create(footnote=found, source=source, position=0)
    return found


def facts() -> list[type[models.Model]]:
    return [model for model in our_models() if issubclass(model, Fact)]


def test_every_fact_needs_a_footnote() -> None:
    columns = {model.__name__: model._meta.get_field("footnote") for model in facts()}

    assert len(columns) > 15
    assert [name for name, column in columns.items() if column.null or not column.db_constraint] == []


@pytest.mark.django_db
def test_the_database_takes_no_fact_without_a_footnote() -> None:
    with pytest.raises(IntegrityError, match="footnote_id"), transaction.atomic():
        Body.objects.create(slug="haneul", kind="province")


@pytest.fixture
def emptied() -> Iterator[None]:
    """Triggers that look at the end of a transaction need one that ends."""
    yield
    Body.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute("truncate evidence_footnote, evidence_citation, evidence_source cascade")


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_footnote_that_cites_nothing_does_not_survive_its_transaction(emptied: None) -> None:
    with pytest.raises(IntegrityError, match="cites nothing"), transaction.atomic():
        Body.objects.create(slug="haneul", kind="province", footnote=Footnote.objects.create(digest="1" * 64))

    assert (Body.objects.count(), Footnote.objects.count()) == (0, 0)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_the_last_citation_of_a_footnote_cannot_be_taken_away(emptied: None) -> None:
    with transaction.atomic():
        Body.objects.create(slug="haneul", kind="province", footnote=footnote())

    with pytest.raises(IntegrityError, match="would cite nothing"), transaction.atomic():
        Citation.objects.all().delete()

    assert Citation.objects.count() == 1


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_citation_can_be_replaced_by_another(emptied: None) -> None:
    with transaction.atomic():
        cited = footnote()

    with transaction.atomic():
        Citation.objects.all().delete()
        Citation.objects.create(footnote=cited, source=Source.objects.get(), position=0, place="p. 3")

    assert Citation.objects.get().place == "p. 3"
