"""Every column of the room is known for what it is: an untagged one fails here."""

from django.apps import apps

from interlocal.delegations import models, walls
from interlocal.delegations.models import Datum, Delegate
from interlocal.delegations.queries import exporting
from interlocal.delegations.rules.personal_inventory import INVENTORY, NONE


def rooms_tables() -> dict[str, set[str]]:
    """Columns by model, histories left out: they have those of their table and how they came about."""
    return {
        model.__name__: {column.name for column in model._meta.concrete_fields}
        for model in apps.get_app_config("delegations").get_models()
        if not hasattr(model, "pgh_id")
    }


def test_every_column_is_tagged_and_no_other() -> None:
    tagged = {model: set(columns) for model, columns in INVENTORY.items()}

    assert tagged == rooms_tables()


def test_whoever_can_hold_personal_data_of_a_person_is_behind_the_wall() -> None:
    people = {
        model._meta.db_table
        for model in apps.get_app_config("delegations").get_models()
        if not hasattr(model, "pgh_id")
        and (model is Delegate or any(column.name == "delegate" for column in model._meta.concrete_fields))
    }

    assert people - set(walls.WALLED) - {"delegations_wish"} == set()


def test_a_copy_hands_out_every_personal_column_of_a_persons_rows() -> None:
    handed = {model.__name__: set(exporting.columns_of(model)) for _, _, model in exporting.OF_PERSON}
    handed["Delegate"] = set(exporting.columns_of(Delegate)) | {"person"}
    handed["Datum"] = {"field", "set_at", "set_by", "text", "sealed"}

    missing = {
        (model, column)
        for model, columns in handed.items()
        for column, tag in INVENTORY[model].items()
        if tag != NONE and column not in columns
    }

    # A number of somebody's account and of the public record, the context a letter was made from (its text is there),
    # and who made a link or letter are no facts of the person.
    assert missing == {("Decision", "by_user"), ("Mail", "context"), ("Mail", "made_by"), ("Link", "made_by")}


def test_every_table_that_names_a_delegate_is_in_the_copy() -> None:
    named = {
        model
        for model in apps.get_app_config("delegations").get_models()
        if not hasattr(model, "pgh_id")
        and any(column.name == "delegate" for column in model._meta.concrete_fields)
    }

    assert named == {model for _, _, model in exporting.OF_PERSON} | {Datum}
    assert set(models.__all__) == set(INVENTORY)


def test_every_column_of_a_copy_has_a_word() -> None:
    columns = {column for _, _, model in exporting.OF_PERSON for column in exporting.columns_of(model)}

    assert columns | set(exporting.columns_of(Delegate)) <= set(exporting.LABELS)
