"""A list of people read into entries: what each row says, and everything that is wrong with it, all at once."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from django.utils.translation import gettext_lazy as _

from interlocal.delegations.rules import imports_columns as columns
from interlocal.delegations.rules.imports_columns import Headings
from interlocal.delegations.rules.imports_lists import HOME, Choices, Line, Problem, Sheet
from interlocal.delegations.rules.imports_rows import Row
from interlocal.ground.refused import Refused
from interlocal.languages.folding import fold

MOST_PEOPLE: Final = 2_000


def choices_for(sheet: Sheet, *, country: str) -> Choices:
    """What a list looks like by itself."""
    merged = frozenset(place for place, code in sheet.marks.items() if code == "merged")
    found = columns.headings_of(sheet.rows, merged=merged)
    return Choices(found, country, latin_family_first=country in HOME)


def obstacle_to_reading(sheet: Sheet, choices: Choices) -> Refused | None:
    """What is wrong with a list as a whole."""
    chosen = set(choices.headings.columns.values())
    if not chosen & set(columns.NAMES):
        return Refused("no_name_column", _("Choose the column with the names."), field="columns")
    people = len(sheet.rows) - first_line(choices.headings)
    if people < 1:
        return Refused(
            "only_headings", _("There are headings in this list, and nobody below them."), field="file"
        )
    if people > MOST_PEOPLE:
        reason = _("This list has %(count)s people; at most %(most)s are taken over at once. Split it.")
        return Refused("too_many_rows", reason % {"count": people, "most": MOST_PEOPLE}, field="file")
    return None


def first_line(headings: Headings) -> int:
    return headings.line + headings.depth if headings.line >= 0 else 0


def read(sheet: Sheet, choices: Choices) -> tuple[Line, ...]:
    """Every row below the headings."""
    first = first_line(choices.headings)
    lines = [Row(sheet, at, choices).line() for at in range(first, len(sheet.rows))]
    return _with_doubles(lines)


def _with_doubles(lines: Sequence[Line]) -> tuple[Line, ...]:
    """A row that repeats another is refused; one of the same name only is pointed at."""
    seen: dict[str, Line] = {}
    found: list[Line] = []
    for line in lines:
        name = fold(line.entered.family + line.entered.given)
        before = seen.setdefault(name, line) if name else line
        found.append(line if before is line else _doubled(line, before))
    return tuple(found)


def _doubled(line: Line, before: Line) -> Line:
    same = _told(line) == _told(before)
    about = {"row": before.number}
    reason = _("The same person as in row %(row)s.") if same else _("The same name as in row %(row)s.")
    code = "row_repeated" if same else "name_repeated"
    return replace(line, problems=(*line.problems, Problem(code, reason % about, stops=same)))


_told: Final[Callable[[Line], tuple[object, ...]]] = lambda line: (  # noqa: E731
    line.key,
    fold(line.entered.latin_family + line.entered.latin_given),
    tuple(sorted(line.entered.post.items())),
)
