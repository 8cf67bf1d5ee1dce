"""Entries of a preparation that may be one person, among themselves and with those of its earlier editions."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from interlocal.delegations.models import Delegate, Preparation
from interlocal.delegations.queries import access
from interlocal.delegations.queries.delegation import name_of
from interlocal.delegations.queries.invitations import Head, head_of
from interlocal.delegations.rules import duplicates
from interlocal.delegations.rules.duplicates import Named
from interlocal.ground import labels
from interlocal.ground.texts import Localised, Shown
from interlocal.ground.wording import print_person
from interlocal.identity.kinds import Actor
from interlocal.identity.models import Entry
from interlocal.identity.walls import walled

# The journal remembers what somebody judged: it names two keys and nobody's data.
DIFFERENT, SAME = "different_persons", "same_person"
MOST: Final = 100


@dataclass(frozen=True, slots=True)
class Side:
    """One of two entries: who, sent by whom, to which preparation."""

    key: str
    name: str
    language: str
    latin: str
    reading: str
    body: str
    body_name: Shown
    post: Shown | None
    part: str
    state: str
    preparation: str
    preparation_name: Shown
    is_ours: bool


@dataclass(frozen=True, slots=True)
class Pair:
    one: Side
    other: Side
    score: float
    reason: Any


@dataclass(frozen=True, slots=True)
class DuplicatesPage:
    """`more` pairs are not shown yet; they come when these are judged."""

    head: Head
    runs: bool
    pairs: tuple[Pair, ...]
    more: int


@walled
def duplicates_page(*, actor: Actor, preparation: str, tongue: str) -> DuplicatesPage:
    """For who looks over the preparation; Preparation.DoesNotExist for others. Queries: the same for any number of people."""
    reached = access.reach(actor=actor, preparation=preparation)
    if not reached.looks_over:
        raise Preparation.DoesNotExist(preparation)
    rows = _rows(reached.preparation)
    by_key = {str(row.key): row for row in rows}
    found = duplicates.likely(
        [_named(row, reached.preparation) for row in rows], settled=[*_linked(rows), *_judged(by_key)]
    )
    pairs = tuple(
        Pair(
            one=_side(by_key[alike.one], reached.preparation, tongue),
            other=_side(by_key[alike.other], reached.preparation, tongue),
            score=alike.score,
            reason=duplicates.REASONS[alike.reason],
        )
        for alike in found[:MOST]
    )
    return DuplicatesPage(
        head=head_of(reached.preparation, tongue),
        runs=reached.runs,
        pairs=pairs,
        more=max(len(found) - MOST, 0),
    )


def _rows(preparation: Preparation) -> list[Delegate]:
    """Everybody here, and of earlier preparations of this secretariat those of the same bodies."""
    rows = Delegate.objects.filter(erased_at=None).select_related("preparation", "body")
    ours = list(rows.filter(preparation=preparation))
    earlier = rows.filter(
        preparation__secretariat=preparation.secretariat_id,
        preparation__until_on__lte=preparation.from_on,
        body__in={row.body_id for row in ours},
    ).exclude(preparation=preparation)
    return [*ours, *earlier]


def _named(row: Delegate, preparation: Preparation) -> Named:
    return Named(
        key=str(row.key),
        pool=row.preparation.slug,
        body=row.body.slug,
        ours=row.preparation_id == preparation.pk,
        family=row.family,
        given=row.given,
        language=row.script_language,
        latin=f"{row.latin_family} {row.latin_given}".strip(),
        reading=f"{row.reading_family} {row.reading_given}".strip(),
    )


def _linked(rows: Sequence[Delegate]) -> Iterable[frozenset[str]]:
    """Every two of the entries that somebody has confirmed to be one person."""
    roots = roots_of(rows)
    by_root: dict[int, list[str]] = defaultdict(list)
    for row in rows:
        by_root[roots[row.pk]].append(str(row.key))
    for keys in by_root.values():
        yield from (frozenset((one, other)) for one in keys for other in keys if one < other)


def roots_of(rows: Iterable[Delegate]) -> dict[int, int]:
    """For each entry the earliest one it is the same person as, as far as these rows tell (row ids)."""
    before = {row.pk: row.same_as_id for row in rows}
    roots: dict[int, int] = {}
    for number in before:
        at, seen = number, {number}
        while (earlier := before.get(at)) and earlier not in seen:
            at = earlier
            seen.add(at)
        roots[number] = at
    return roots


def _judged(keys: Iterable[str]) -> Iterable[frozenset[str]]:
    """Pairs somebody said to be two people; said to be one later, they are linked."""
    lines = Entry.objects.filter(verb=DIFFERENT, subject_kind="delegate", subject_key__in=list(keys))
    for key, details in lines.values_list("subject_key", "details"):
        yield frozenset((key, str(details.get("other", ""))))


def _side(row: Delegate, preparation: Preparation, tongue: str) -> Side:
    return Side(
        key=str(row.key),
        name=name_of(row),
        language=row.script_language,
        latin=print_person(row.latin_family, row.latin_given, "en"),
        reading=print_person(row.reading_family, row.reading_given, "en"),
        body=row.body.slug,
        body_name=labels.shown(row.body.label, tongue),
        post=row.post.shown(tongue) if isinstance(row.post, Localised) else None,
        part=row.part,
        state=row.state,
        preparation=row.preparation.slug,
        preparation_name=row.preparation.name.shown(tongue),
        is_ours=row.preparation_id == preparation.pk,
    )
