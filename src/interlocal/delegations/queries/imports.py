"""What taking over a list would do to a delegation: whom it brings, whom it changes, what is wrong with it."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from interlocal.delegations.models import Datum, Delegate
from interlocal.delegations.queries import needs, personal
from interlocal.delegations.queries.delegation import entered_of, name_of
from interlocal.delegations.queries.delegation_facts import Ground, ground
from interlocal.delegations.queries.invitations import Head, head_of
from interlocal.delegations.rules import imports, imports_matching, nominations
from interlocal.delegations.rules import personal as personal_rules
from interlocal.delegations.rules.imports_columns import CONTACTS
from interlocal.delegations.rules.imports_lists import Choices, Line, Problem, Sheet
from interlocal.delegations.rules.imports_matching import Known, Paired
from interlocal.delegations.rules.nominations import Entered
from interlocal.ground import labels
from interlocal.ground.refused import Refused
from interlocal.ground.texts import Shown
from interlocal.ground.wording import print_person
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled

NEW, CHANGED, SAME, WRONG = "new", "changed", "same", "wrong"
_COUNTED: Final = frozenset(nominations.COUNTED)


@dataclass(frozen=True, slots=True)
class Planned:
    """What becomes of one row of the list.

    `verb` is new, changed, same or wrong; `entered` the person afterwards; `differences` before and after by field;
    `asked` (key, name) of people among whom it has to be chosen who this is.
    """

    number: int
    verb: str
    key: str
    version: int
    name: str
    entered: Entered
    differences: Mapping[str, tuple[object, object]] = field(default_factory=dict)
    contacts: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    asked: tuple[tuple[str, str], ...] = ()
    whole: str = ""
    ways: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """`seen` changes with anything the plan would do; `missing` are names in the delegation and not in the list.

    `left_out` are contact columns that this preparation does not ask for.
    """

    rows: tuple[Planned, ...]
    missing: tuple[str, ...]
    seen: str
    left_out: tuple[str, ...]

    def count(self, verb: str) -> int:
        return sum(row.verb == verb for row in self.rows)

    def of(self, verb: str) -> tuple[Planned, ...]:
        return tuple(row for row in self.rows if row.verb == verb)

    @property
    def warned(self) -> tuple[Planned, ...]:
        return tuple(row for row in self.rows if row.problems or row.asked)

    @property
    def is_open(self) -> bool:
        """Whether it can be carried out."""
        return not self.count(WRONG) and bool(self.count(NEW) + self.count(CHANGED))


@dataclass(frozen=True, slots=True)
class ImportPage:
    """Where the list goes to. `closed` says why nobody can be entered."""

    head: Head
    body: str
    body_name: Shown
    country: str
    runs: bool
    closed: Refused | None
    contacts: tuple[str, ...]


@walled
def import_page(*, actor: Actor, preparation: str, body: str, at: datetime, tongue: str) -> ImportPage:
    """DoesNotExist for who may not see this delegation."""
    here = ground(actor=actor, at=at, preparation=preparation, body=body)
    return ImportPage(
        head=head_of(here.preparation, tongue),
        body=here.invitation.body.slug,
        body_name=labels.shown(here.invitation.body.label, tongue),
        country=here.invitation.body.country,
        runs=here.facts.runs,
        closed=nominations.obstacle_to_entering(here.facts),
        contacts=asked_contacts(here),
    )


@walled
def plan(*, actor: Actor, preparation: str, body: str, at: datetime, sheet: Sheet, choices: Choices) -> Plan:
    """What `commands.imports.take_over` would do with the same list and choices now. Writes nothing."""
    return plan_of(ground(actor=actor, at=at, preparation=preparation, body=body), sheet, choices, at)


def plan_of(here: Ground, sheet: Sheet, choices: Choices, at: datetime) -> Plan:
    """Within the wall. Four queries, however long the list is."""
    if obstacle := imports.obstacle_to_reading(sheet, choices):
        raise obstacle
    people = {str(row.key): row for row in _people(here)}
    known = [Known(key, entered_of(row)) for key, row in people.items()]
    asked = asked_contacts(here)
    contacts = _contacts(here) if asked else {}
    matched = imports_matching.paired(imports.read(sheet, choices), known, same=choices.same)
    rows = tuple(
        _planned(here, pair, people, _checked(here, pair.line, asked, at), contacts) for pair in matched
    )
    named = {row.key for row in rows if row.key}
    used = {target for target in choices.headings.columns.values() if target in CONTACTS}
    return Plan(
        rows=rows,
        missing=tuple(name_of(row) for key, row in people.items() if key not in named),
        seen=_digest(rows),
        left_out=tuple(name for name in CONTACTS if name in used and name not in asked),
    )


def asked_contacts(here: Ground) -> tuple[str, ...]:
    """The contacts this preparation asks for, and this delegation gives."""
    if here.invitation.headcount is not None or here.preparation.closed_on is not None:
        return ()
    return tuple(need.field for need in needs.asked_by(here.preparation) if need.field in CONTACTS)


def _people(here: Ground) -> list[Delegate]:
    rows = Delegate.objects.filter(invitation=here.invitation, erased_at=None)
    return list(rows.order_by("position", "pk"))


def _contacts(here: Ground) -> dict[tuple[str, str], str]:
    """What is kept now, by key and field."""
    rows = Datum.objects.filter(delegate__invitation=here.invitation, field__in=CONTACTS)
    return {(str(key), name): text for key, name, text in rows.values_list("delegate__key", "field", "text")}


def _checked(here: Ground, line: Line, asked: Sequence[str], at: datetime) -> Line:
    """The line with its contacts as they would be kept, and what is wrong with them."""
    kept: dict[str, str] = {}
    problems = list(line.problems)
    facts = personal.facts_of(preparation=here.preparation, today=at.date())
    for name, text in line.contacts.items():
        if name not in asked:
            continue
        try:
            kept[name] = personal_rules.cleaned(name, text, facts)
        except Refused as fault:
            problems.append(Problem(fault.code, fault.reason))
    return _line(line, kept, problems)


def _line(line: Line, contacts: Mapping[str, str], problems: Sequence[Problem]) -> Line:
    return Line(
        line.number, line.entered, line.said, line.key, contacts, tuple(problems), line.whole, line.ways
    )


def _planned(
    here: Ground,
    pair: Paired,
    people: Mapping[str, Delegate],
    line: Line,
    contacts: Mapping[tuple[str, str], str],
) -> Planned:
    told: dict[str, Any] = {
        "number": line.number,
        "asked": tuple((key, _known_as(people[key])) for key in pair.asked),
        "whole": line.whole,
        "ways": line.ways,
    }
    row = people.get(pair.key)
    if row is None:
        verb = WRONG if line.stops else NEW
        name = _name(line.entered) or line.whole
        return Planned(
            verb=verb, key="", version=0, name=name, entered=line.entered, contacts=line.contacts,
            problems=line.problems, **told,
        )  # fmt: skip
    return _of_known(here, row, line, contacts, told)


def _of_known(
    here: Ground,
    row: Delegate,
    line: Line,
    contacts: Mapping[tuple[str, str], str],
    told: Mapping[str, Any],
) -> Planned:
    line, before = _without_part(line, row), entered_of(row)
    after = imports_matching.changed(before, line)
    differences = dict(imports_matching.differences(before, line))
    kept = {name: text for name, text in line.contacts.items() if contacts.get((str(row.key), name)) != text}
    differences |= {name: (contacts.get((str(row.key), name), ""), text) for name, text in kept.items()}
    problems = list(line.problems)
    if differences:
        obstacle = nominations.obstacle_to_editing(here.facts, state=row.state, part_changes=False)
        if obstacle is not None:
            problems.append(Problem(obstacle.code, obstacle.reason))
    wrong = any(problem.stops for problem in problems)
    return Planned(
        verb=WRONG if wrong else CHANGED if differences else SAME,
        key=str(row.key),
        version=row.version,
        name=_name(after),
        entered=after,
        differences=differences,
        contacts=kept,
        problems=tuple(problems),
        **told,
    )


def _without_part(line: Line, row: Delegate) -> Line:
    """As what somebody comes is not changed by a list once a seat is counted for it."""
    if "part" not in line.said or line.entered.part == row.part or row.state not in _COUNTED:
        return line
    reason = _("This person is nominated: as what they come is changed on their own page.")
    problem = Problem("part_kept", reason, stops=False)
    return Line(
        line.number, line.entered, line.said - {"part"}, line.key, line.contacts, (*line.problems, problem),
        line.whole, line.ways,
    )  # fmt: skip


def _name(entered: Entered) -> str:
    return print_person(entered.family, entered.given, entered.script_language)


def _known_as(row: Delegate) -> str:
    """Name and Latin spelling: people of one name are told apart."""
    latin = print_person(row.latin_family, row.latin_given, "en")
    return f"{name_of(row)} {latin}".strip()


def _digest(rows: Sequence[Planned]) -> str:
    told = [
        (row.number, row.verb, row.key, row.version, repr(row.entered), sorted(row.contacts.items()))
        for row in rows
    ]
    return hashlib.sha256(repr(told).encode("utf-8", "surrogatepass")).hexdigest()
