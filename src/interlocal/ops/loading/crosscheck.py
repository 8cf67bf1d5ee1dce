"""Checks over all entries together: ids, references, circles, tenures, states and claims. Every problem, not
the first.
"""

import functools
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Any
from zoneinfo import available_timezones

from interlocal.evidence import rules as evidence_rules
from interlocal.evidence.entries import ClaimEntry
from interlocal.evidence.kinds import SEVERAL, Attribute
from interlocal.ground.entries import Entry, Mark
from interlocal.ground.tongues import TONGUES
from interlocal.ops.loading.context import Reference
from interlocal.ops.loading.problems import Problem
from interlocal.ops.loading.shapes import Files
from interlocal.programmes import rules as programme_rules
from interlocal.registry import rules as registry_rules

# Whether an entry of a kind (`body`, `post`, ...) is in the record already, from other files than these.
Present = Callable[[str, str], bool]
_EXPECTED = {
    Attribute.DATES: "2025-06-19/2025-06-20",
    Attribute.FOUNDED: "1988-07",
    Attribute.ACTIVITY: "2025-05",
    Attribute.CADENCE: "every 2 years since 1999",
    Attribute.PLACE: "sokcho + gangneung",
}


def problems(files: Files, present: Present) -> list[Problem]:
    """What is wrong with the whole, in no particular order."""
    checks = (
        _twice,
        _inner_ids,
        _circles,
        _periods,
        _names,
        _tenures,
        _ties,
        _editions,
        _ordinals,
        _claims,
        _codes,
    )
    found = [problem for check in checks for problem in check(files)]
    return [*found, *_references(files, present)]


def _ids(files: Files) -> dict[str, set[str]]:
    ids = {kind: {entry.slug for entry in entries} for kind, entries in files.entries.items()}
    ids["post"] = {f"{body.slug}/{post.slug}" for body in files.entries["body"] for post in body.posts}
    return ids


def _references(files: Files, present: Present) -> Iterator[Problem]:
    ids = _ids(files)
    asked: dict[tuple[str, str], bool] = {}
    for reference in files.references:
        if reference.id in ids[reference.kind] or _whose(reference) in files.broken:
            continue
        key = (reference.kind, reference.id)
        if key not in asked:
            asked[key] = present(*key)
        if not asked[key]:
            yield Problem(
                reference.mark,
                reference.field,
                "unknown_reference",
                {"kind": reference.kind, "id": reference.id},
            )


def _whose(reference: Reference) -> tuple[str, str]:
    """What the reference stands or falls with: a post with its body."""
    body, slash, _ = reference.id.partition("/")
    return ("body", body) if slash else (reference.kind, reference.id)


def _twice(files: Files) -> Iterator[Problem]:
    for kind, entries in files.entries.items():
        first: dict[str, Mark] = {}
        for entry in entries:
            if before := first.get(entry.slug):
                values = {"kind": kind, "id": entry.slug, "file": before.file, "line": before.line}
                yield Problem(entry.line_of("slug"), "id", "twice", values)
            first.setdefault(entry.slug, entry.mark)


def _inner_ids(files: Files) -> Iterator[Problem]:
    for entry, name, inner in _inner_lists(files):
        seen: set[object] = set()
        for each in inner:
            if each in seen:
                yield Problem(entry.line_of(name), name, "twice_inside", {"id": each})
            seen.add(each)


def _inner_lists(files: Files) -> Iterator[tuple[Entry, str, list[Any]]]:
    for body in files.entries["body"]:
        yield body, "posts", [post.slug for post in body.posts]
        yield body, "members", [f"{member.body} ({member.role})" for member in body.members]
    for tie in files.entries["tie"]:
        yield tie, "sides", [side.body for side in tie.sides]
    for series in files.entries["series"]:
        yield series, "topics", list(series.topics)
    for edition in files.entries["edition"]:
        yield edition, "items", [item.slug for item in edition.items]
        yield edition, "outcomes", [outcome.slug for outcome in edition.outcomes]
        yield edition, "topics", list(edition.topics)
        yield edition, "bodies", [f"{part.body} ({part.capacity})" for part in edition.bodies]
        yield edition, "places", [f"{place.place} ({place.role})" for place in edition.places]
        for item in edition.items:
            yield item, "topics", list(item.topics)


def _circles(files: Files) -> Iterator[Problem]:
    parents = {body.slug: [parent.body for parent in body.within] for body in files.entries["body"]}
    broader = {topic.slug: [topic.broader] if topic.broader else [] for topic in files.entries["topic"]}
    yield from _in_circles(files.entries["body"], parents, "within", "own_parent")
    yield from _in_circles(files.entries["topic"], broader, "broader", "broader_circle")


def _in_circles(
    entries: Iterable[Any], above: dict[str, list[str]], name: str, code: str
) -> Iterator[Problem]:
    marks = {entry.slug: entry for entry in entries}
    for circle in registry_rules.circles(above):
        yield Problem(
            marks[circle[0]].line_of(name), name, code, {"circle": " → ".join([*circle, circle[0]])}
        )


def _every(entry: Any) -> Iterator[Any]:
    """An entry and all entries inside it."""
    yield entry
    for name in entry.__dataclass_fields__:
        value = getattr(entry, name)
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, Entry):
                yield from _every(inner)


def _everything(files: Files) -> Iterator[Any]:
    for entries in files.entries.values():
        for entry in entries:
            yield from _every(entry)


def _periods(files: Files) -> Iterator[Problem]:
    for entry in _everything(files):
        from_on, until_on = getattr(entry, "from_on", None), getattr(entry, "until_on", None)
        if from_on and until_on and until_on.after <= from_on.first:
            yield Problem(entry.line_of("until_on"), "until", "until_before_from")


def _names(files: Files) -> Iterator[Problem]:
    for kind in ("body", "person", "place", "series"):
        for entry in files.entries[kind]:
            if not any(name.kind in {"official", "supplied"} for name in entry.names):
                yield Problem(entry.line_of("names"), "names", "no_name")
    for topic in files.entries["topic"]:
        for tongue in TONGUES:
            if tongue not in topic.names.versions:
                yield Problem(topic.line_of("names"), "names", "no_version", {"lang": tongue})


def _tenures(files: Files) -> Iterator[Problem]:
    people = files.entries["person"]
    for person in people:
        for tenure in person.tenures:
            if not (tenure.from_on or tenure.until_on or tenure.as_of):
                yield Problem(tenure.mark, "tenures", "undated_tenure")
    sole = frozenset(
        f"{body.slug}/{post.slug}" for body in files.entries["body"] for post in body.posts if post.sole
    )
    for one, first, other, second in registry_rules.overlapping(people, sole):
        values = {"other": one.slug, "post": first.post, "file": first.mark.file, "line": first.mark.line}
        code = "tenure_twice" if one is other else "tenures_overlap"
        yield Problem(second.mark, "tenures", code, values)


def _ties(files: Files) -> Iterator[Problem]:
    for tie in files.entries["tie"]:
        if len({side.body for side in tie.sides}) < 2:
            yield Problem(tie.line_of("sides"), "sides", "one_side")


def _editions(files: Files) -> Iterator[Problem]:
    for edition in files.entries["edition"]:
        if not edition.states:
            yield Problem(edition.line_of("states"), "states", "no_state")
        if move := programme_rules.bad_move(edition.states):
            yield Problem(move[0].mark, "states", "bad_move", {"state": move[0].state, "before": move[1]})
        for state in edition.states:
            if state.state == "held" and state.days is None:
                yield Problem(state.mark, "days", "held_undated")
        for part in edition.office_holders:
            if part.person is None and part.post is None:
                yield Problem(part.mark, "office_holders", "nobody")
        yield from _items(edition)


def _items(edition: Any) -> Iterator[Problem]:
    slugs = {item.slug for item in edition.items}
    for item in edition.items:
        yield from _hours(item)
        for part in item.people:
            if part.person is None and part.post is None and part.body is None:
                yield Problem(part.mark, "people", "nobody")
    for outcome in edition.outcomes:
        if outcome.item and outcome.item not in slugs:
            yield Problem(outcome.line_of("item"), "item", "unknown_item", {"id": outcome.item})
        for voice in outcome.by:
            if voice.person is None and voice.body is None:
                yield Problem(voice.mark, "by", "nobody")


def _hours(item: Any) -> Iterator[Problem]:
    if (item.starts or item.ends) and not item.zone:
        yield Problem(item.line_of("starts"), "zone", "no_zone")
    if item.zone and item.zone not in _zones():
        yield Problem(item.line_of("zone"), "zone", "bad_zone", {"found": item.zone})
    if item.starts and item.ends and item.ends < item.starts:
        yield Problem(item.line_of("ends"), "ends", "ends_before_start")


@functools.cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _ordinals(files: Files) -> Iterator[Problem]:
    first: dict[tuple[str, int], str] = {}
    for edition in files.entries["edition"]:
        if edition.ordinal is None:
            continue
        other = first.setdefault((edition.series, edition.ordinal), edition.slug)
        if other != edition.slug:
            yield Problem(
                edition.line_of("ordinal"),
                "ordinal",
                "ordinal_twice",
                {"ordinal": edition.ordinal, "other": other},
            )


def _claims(files: Files) -> Iterator[Problem]:
    for kind in ("body", "person", "tie", "series", "edition"):
        for entry in files.entries[kind]:
            yield from _claims_of(entry.claims)


def _claims_of(claims: list[ClaimEntry]) -> Iterator[Problem]:
    for claim in claims:
        try:
            evidence_rules.read_value(claim.attribute, str(claim.value))
        except evidence_rules.BadClaim:
            values = {
                "found": claim.value,
                "attribute": claim.attribute.value,
                "expected": _EXPECTED.get(claim.attribute, "88, about 90, over 500, at least 100"),
            }
            yield Problem(claim.line_of("value"), "value", "bad_claim", values)

    def about(claim: ClaimEntry) -> tuple[str, str]:
        return (claim.attribute.value, claim.of_part)

    for (attribute, _), pile in groupby(sorted(claims, key=about), key=about):
        yield from _choice(attribute, list(pile))


def _choice(attribute: str, pile: list[ClaimEntry]) -> Iterator[Problem]:
    if attribute == Attribute.OTHER or len(pile) == 1:
        return
    chosen = [claim for claim in pile if claim.chosen]
    if not chosen and attribute not in SEVERAL:
        yield Problem(pile[0].mark, "chosen", "none_chosen", {"attribute": attribute})
    for second in chosen[1:]:
        values = {"attribute": attribute, "file": chosen[0].mark.file, "line": chosen[0].mark.line}
        yield Problem(second.line_of("chosen"), "chosen", "two_chosen", values)


def _codes(files: Files) -> Iterator[Problem]:
    held: dict[tuple[str, str], str] = {}
    for body in files.entries["body"]:
        for code in body.codes:
            if code.until_on:
                continue
            other = held.setdefault((code.scheme.value, code.value), body.slug)
            if other != body.slug:
                values = {"scheme": code.scheme.value, "value": code.value, "other": other}
                yield Problem(code.mark, "codes", "code_twice", values)
