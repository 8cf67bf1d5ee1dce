"""Every list as data: JSON with stable keys, CSV with the columns a person wants in a spreadsheet.

A list is read by the same filters as its page. Names are in all languages in which they exist, each with its
state; what is not known is null in JSON and an empty cell in CSV. `sources` are the ids of the sources it
rests on.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from interlocal.documents.formats import csv
from interlocal.evidence import queries as evidence
from interlocal.ground.dates import PartialDate
from interlocal.ground.paging import Paged
from interlocal.ground.texts import Shown
from interlocal.ground.tongues import OWN_NAMES, TONGUES

Json = dict[str, Any]
# The header of a column, and where its values are: `names.ko.text`; `codes.*.value` are all of them.
Column = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A list, or a page of it: its rows as JSON, and the columns they have as CSV."""

    rows: Paged[Json]
    columns: Sequence[Column]


def as_csv(table: Table) -> str:
    header = [title for title, _path in table.columns]
    paths = [path.split(".") for _title, path in table.columns]
    return csv.table(header, [[_cell(_at(row, path)) for path in paths] for row in table.rows.rows])


def as_json(table: Table, *, next_page: str | None, notices: Sequence[str] = ()) -> str:
    """`count` is how many rows the whole list has; `next` is the address of the following page, or null.

    `notices`, where there are any, say which filters were not understood and left out.
    """
    answer: Json = {"count": table.rows.total, "next": next_page, "results": list(table.rows.rows)}
    if notices:
        answer["notices"] = list(notices)
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":")) + "\n"


def _at(value: Any, path: Sequence[str]) -> Any:
    for place, step in enumerate(path):
        if step == "*":
            return [_at(each, path[place + 1 :]) for each in value]
        value = value.get(step) if isinstance(value, Mapping) else None
        if value is None:
            return None
    return value


def _cell(value: Any) -> csv.Cell:
    if isinstance(value, list):
        return "; ".join(str(_cell(each) or "") for each in value)
    return value if isinstance(value, str | int | float | bool) or value is None else str(value)


# -- what rows are made of --


def texts(said: Mapping[str, Shown]) -> Json:
    """A text in languages: `{"ko": {"text": …, "state": …}}`."""
    return {lang: {"text": shown.text, "state": shown.state} for lang, shown in said.items()}


def date(on: PartialDate | None) -> str | None:
    return None if on is None else str(on)


def name_columns(title: str = "", path: str = "names") -> list[Column]:
    """A column for each language, named by the language itself."""
    return [(f"{title or _('Name')} ({OWN_NAMES[tongue]})", f"{path}.{tongue}.text") for tongue in TONGUES]


def period_columns() -> list[Column]:
    return [(_("From"), "from"), (_("Until"), "until")]


def sourced(
    lines: Paged[Any], *, footnotes: Callable[[Any], Iterable[int]], make: Callable[[Any], Json]
) -> Paged[Json]:
    """Lines as JSON, each with the ids of the sources its footnotes cite. One query."""
    resting = [list(dict.fromkeys(footnotes(line))) for line in lines.rows]
    cited = evidence.sources_of(footnotes=[note for notes in resting for note in notes])
    rows = [
        {
            **make(line),
            "sources": list(dict.fromkeys(source for note in notes for source in cited.get(note, ()))),
        }
        for line, notes in zip(lines.rows, resting, strict=True)
    ]
    return Paged(rows, lines.total, lines.number, lines.pages, lines.size)


def source_column() -> Column:
    return (_("Sources"), "sources.*")
