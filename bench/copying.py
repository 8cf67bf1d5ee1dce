"""Many rows at once: primary keys given out here, rows written by COPY, triggers of users left asleep."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from typing import Any, TypeVar

from django.db import connection, models, transaction
from psycopg import sql

M = TypeVar("M", bound=models.Model)


class Keys:
    """Primary keys of tables, from the highest present one on."""

    def __init__(self) -> None:
        self._next: dict[type[models.Model], Iterator[int]] = {}

    def of(self, model: type[models.Model]) -> int:
        if model not in self._next:
            highest = model._base_manager.aggregate(highest=models.Max("pk"))["highest"] or 0
            self._next[model] = count(highest + 1)
        return next(self._next[model])


class Pile:
    """Rows to be written, by table, in the order in which tables were first met."""

    def __init__(self) -> None:
        self.keys = Keys()
        self.rows: dict[type[models.Model], list[models.Model]] = {}

    def add(self, row: M) -> M:
        row.pk = self.keys.of(type(row))
        self.rows.setdefault(type(row), []).append(row)
        return row

    def write(self) -> int:
        """One transaction; the number of rows. The row history is not written: no page shows it."""
        with transaction.atomic(), _asleep(list(self.rows)):
            for model, rows in self.rows.items():
                _copy(model, rows)
        return sum(map(len, self.rows.values()))


@contextmanager
def _asleep(tables: Sequence[type[models.Model]]) -> Iterator[None]:
    """No row triggers; foreign keys and all other constraints hold."""
    names = [sql.Identifier(model._meta.db_table) for model in tables]
    _each("alter table {} disable trigger user", names)
    yield
    with connection.cursor() as cursor:
        # No table can be altered while checks of it are waiting for the commit.
        cursor.execute("set constraints all immediate")
    _each("alter table {} enable trigger user", names)


def _each(words: str, names: Iterable[sql.Identifier]) -> None:
    with connection.cursor() as cursor:
        for name in names:
            cursor.execute(sql.SQL(words).format(name))


def _copy(model: type[models.Model], rows: Sequence[models.Model]) -> None:
    # What the database fills in by itself is left to it.
    fields: list[Any] = [field for field in model._meta.concrete_fields if not field.has_db_default()]
    columns = sql.SQL(", ").join(sql.Identifier(field.column) for field in fields)
    table = sql.Identifier(model._meta.db_table)
    with connection.cursor() as cursor:
        with cursor.copy(sql.SQL("copy {} ({}) from stdin").format(table, columns)) as copy:
            for row in rows:
                copy.write_row(
                    [field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields]
                )
        cursor.execute(
            f"select setval(pg_get_serial_sequence(%s, 'id'), (select max(id) from {model._meta.db_table}))",
            [model._meta.db_table],
        )


def analyse() -> None:
    """What autovacuum would do within the next minutes: statistics and the visibility map."""
    with connection.cursor() as cursor:
        cursor.execute("vacuum analyze")
