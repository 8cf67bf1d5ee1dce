"""How texts in languages and partial dates are kept in tables, so that the database can compare them."""

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg.types.range import DateRange

from interlocal.ground.dates import PartialDate
from interlocal.ground.texts import Localised, from_json, to_json

if TYPE_CHECKING:
    AnyField = models.Field[Any, Any]
else:
    # Django's fields take no type parameters while running.
    AnyField = models.Field


class LocalisedField(models.JSONField):
    """A `Localised`, as jsonb: hangul and Han characters stay characters, so a search finds them."""

    def from_db_value(self, value: Any, expression: Any, connection: BaseDatabaseWrapper) -> Any:
        raw = super().from_db_value(value, expression, connection)
        return from_json(raw) if isinstance(raw, dict) and "versions" in raw else raw

    def get_prep_value(self, value: Any) -> Any:
        return super().get_prep_value(to_json(value) if isinstance(value, Localised) else value)

    def get_db_prep_value(self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False) -> Any:
        return super().get_db_prep_value(
            to_json(value) if isinstance(value, Localised) else value, connection, prepared
        )

    def to_python(self, value: Any) -> Any:
        return from_json(value) if isinstance(value, dict) and "versions" in value else value

    def value_to_string(self, obj: models.Model) -> str:
        value = self.value_from_object(obj)
        return json.dumps(to_json(value), ensure_ascii=False) if isinstance(value, Localised) else "null"


class PartialDateField(AnyField):
    """A `PartialDate` as the days it may mean: the domain `partial_date` over daterange.

    Ranges order by their first day and answer `<<` (surely before) and `&&` (may coincide) in SQL.
    """

    description = "day, month or year, as far as known"

    def db_type(self, connection: BaseDatabaseWrapper) -> str:  # noqa: ARG002  # Django's signature
        return "partial_date"

    def from_db_value(
        self,
        value: Any,
        expression: Any,  # noqa: ARG002  # Django's signature
        connection: BaseDatabaseWrapper,  # noqa: ARG002  # likewise
    ) -> PartialDate | None:
        return None if value is None else PartialDate.from_bounds(value.lower, value.upper)

    def get_prep_value(self, value: Any) -> Any:
        value = self.to_python(value)
        return None if value is None else DateRange(value.first, value.after)

    def to_python(self, value: Any) -> PartialDate | None:
        if value is None or isinstance(value, PartialDate):
            return value
        return PartialDate.of(value) if isinstance(value, date) else PartialDate.parse(value)

    def value_to_string(self, obj: models.Model) -> str:
        value = self.value_from_object(obj)
        return "" if value is None else value.isoformat()
