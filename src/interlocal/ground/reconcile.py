"""Bring the rows of a table to what they should be, and say what that changed."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from django.db import models

from interlocal.ground.texts import Localised, succeed

M = TypeVar("M", bound=models.Model)
Key = Callable[[M], Hashable]


@dataclass(frozen=True, slots=True)
class Changed(Generic[M]):
    """The rows made, altered (with the names of their fields that differ) and removed."""

    made: list[M] = field(default_factory=list)
    altered: list[tuple[M, list[str]]] = field(default_factory=list)
    removed: list[M] = field(default_factory=list)
    kept: list[M] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.made or self.altered or self.removed)


@dataclass(frozen=True, slots=True)
class Contested(Generic[M]):
    """A field whose value one row `within` something has; the others hold `nothing`: chosen, False."""

    field: str
    nothing: Any
    within: Key[M]


def reconcile(
    present: models.QuerySet[M],
    wanted: Sequence[M],
    *,
    key: Key[M],
    group: Key[M] | None = None,
    leave: frozenset[str] = frozenset(),
    contested: Contested[M] | None = None,
    batch: int = 2000,
) -> Changed[M]:
    """Make and alter rows until `present` holds all of `wanted`; `removed` are those the caller has to delete
    once nothing needs them. Rows of tables that nothing points to are deleted here.

    Rows are matched by `key`; what is left of a `group` (say the Korean names of one body) is matched in
    order, so that a corrected spelling is an altered row with a history, not one removed and another made.
    Wanted rows get their primary key. Fields in `leave` are somebody else's to write. What is
    `contested` is given up by one row before another takes it.
    """
    found = _match(list(present), wanted, key, group)
    changed: Changed[M] = Changed()
    for want, have in found.pairs:
        want.pk = have.pk
        want._state.adding = False
        fields = _differing(have, want, leave)
        (changed.altered.append((want, fields)) if fields else changed.kept.append(want))
    changed.made.extend(found.new)
    changed.removed.extend(found.gone)
    rows = present.model._default_manager.all()
    if found.gone and not _is_pointed_to(present.model):
        rows.filter(pk__in=[row.pk for row in found.gone]).delete()
    if contested:
        _give_up(rows, changed, contested, {have.pk: have for _, have in found.pairs})
    _write(rows, changed, batch)
    return changed


@dataclass(slots=True)
class _Found(Generic[M]):
    pairs: list[tuple[M, M]]
    new: list[M]
    gone: list[M]


def _match(present: Iterable[M], wanted: Sequence[M], key: Key[M], group: Key[M] | None) -> _Found[M]:
    left = _piles(present, key)
    pairs: list[tuple[M, M]] = []
    new: list[M] = []
    for want in wanted:
        pile = left.get(key(want))
        (pairs.append((want, pile.pop(0))) if pile else new.append(want))
    gone = [row for pile in left.values() for row in pile]
    if group is None or not new or not gone:
        return _Found(pairs, new, gone)
    rest = _match(gone, new, group, None)
    return _Found(pairs + rest.pairs, rest.new, rest.gone)


def _piles(rows: Iterable[M], key: Key[M]) -> dict[Hashable, list[M]]:
    piles: dict[Hashable, list[M]] = {}
    for row in rows:
        piles.setdefault(key(row), []).append(row)
    return piles


def _differing(have: models.Model, want: models.Model, leave: frozenset[str]) -> list[str]:
    """Names of the fields to write; texts of `want` become successors of those of `have`."""
    names = []
    for column in want._meta.concrete_fields:
        if column.primary_key or column.name in leave:
            continue
        old, new = getattr(have, column.attname), getattr(want, column.attname)
        if isinstance(new, Localised):
            new = succeed(old, new)
            setattr(want, column.attname, new)
        if old != new:
            names.append(column.name)
    return names


def _is_pointed_to(model: type[models.Model]) -> bool:
    relations = model._meta.get_fields(include_hidden=True)
    columns = [relation.field for relation in relations if isinstance(relation, models.ForeignObjectRel)]
    return any(getattr(column, "db_constraint", False) for column in columns)


def _give_up(
    rows: models.QuerySet[M], changed: Changed[M], contested: Contested[M], before: Mapping[Any, M]
) -> None:
    """Empty the field of rows that lose its value to another row: the database compares row by row, not at
    the end.
    """
    name, nothing = contested.field, contested.nothing
    moving = [row for row, names in changed.altered if name in names]
    taking = [row for row in (*changed.made, *moving) if getattr(row, name) != nothing]
    takers = _piles(taking, contested.within)
    losing = [
        row
        for row in (*changed.removed, *(before[row.pk] for row in moving))
        if getattr(row, name) != nothing
    ]
    lost = [
        row.pk for row in losing if {each.pk for each in takers.get(contested.within(row), ())} - {row.pk}
    ]
    if lost:
        rows.filter(pk__in=lost).update(**{name: nothing})


def _write(rows: models.QuerySet[M], changed: Changed[M], batch: int) -> None:
    if changed.altered:
        fields = sorted({name for _, names in changed.altered for name in names})
        rows.bulk_update([row for row, _ in changed.altered], fields, batch_size=min(batch, 500))
    if changed.made:
        rows.bulk_create(changed.made, batch_size=batch)
