"""Facts that rest on a source, gathered from all rooms, and figures by their subject."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from interlocal.evidence import queries as evidence
from interlocal.evidence.queries import Figure, ShownClaim
from interlocal.ground.texts import Shown
from interlocal.ground.tongues import reading
from interlocal.portal.claims import claim_subject, claim_value
from interlocal.programmes import queries as programmes
from interlocal.programmes.kinds import State
from interlocal.registry import queries as registry
from interlocal.registry.queries import RestingFact

SIZE = 200
_SUBJECTS_IN_DETAILS = {
    "parent": "body",
    "member": "body",
    "side": "body",
    "tenure": "body",
    "body": "body",
    "organiser": "body",
    "office_holder": "person",
    "item_person": "person",
    "place": "place",
}


@dataclass(frozen=True, slots=True)
class Line:
    """Facts of one sort at one place of the source: the words that tell them apart, and their number."""

    what: str
    place: str
    details: tuple[Shown, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Group:
    """The facts of one subject; `name` is None where nothing is known of it any more."""

    kind: str
    key: str
    name: Shown | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    total: int
    groups: tuple[Group, ...]


def facts_on(*, places: Mapping[int, str], page: int, tongue: str) -> Facts:
    """What rests on the footnotes of a source, given with the places they cite in it; SIZE facts a page.

    Claims come first, then the registry, then the programmes.
    """
    footnotes = list(places)
    start = (page - 1) * SIZE
    claims = evidence.claims_on(footnotes=footnotes, tongue=tongue)
    total, found = len(claims), [_of_claim(claim) for claim in claims[start : start + SIZE]]
    for room in (registry, programmes):
        skipped = max(start - total, 0)
        more, rows = room.facts_on(footnotes=footnotes, start=skipped, size=SIZE - len(found), tongue=tongue)
        total, found = total + more, found + list(rows)
    return Facts(total, _grouped(found, places, _names(found, tongue)))


def _of_claim(claim: ShownClaim) -> RestingFact:
    says = claim.text.text if claim.text else str(claim_value(claim))
    return RestingFact(
        claim.subject_kind, claim.subject_key, "claim", f"{claim_subject(claim)}: {says}", claim.footnote
    )


def _names(facts: Iterable[RestingFact], tongue: str) -> dict[tuple[str, str], Shown]:
    subjects = {(fact.kind, fact.key) for fact in facts}
    subjects |= {
        (kind, fact.detail) for fact in facts if fact.detail and (kind := _SUBJECTS_IN_DETAILS.get(fact.what))
    }
    return registry.names_of(subjects=subjects, tongue=tongue) | programmes.names_of(
        subjects=subjects, tongue=tongue
    )


def _grouped(
    facts: Iterable[RestingFact], places: Mapping[int, str], names: dict[tuple[str, str], Shown]
) -> tuple[Group, ...]:
    piles: dict[tuple[str, str], dict[tuple[str, str], list[RestingFact]]] = {}
    for fact in facts:
        lines = piles.setdefault((fact.kind, fact.key), {})
        lines.setdefault((fact.what, places[fact.footnote]), []).append(fact)
    return tuple(
        Group(
            *subject, names.get(subject), tuple(_line(*line, found, names) for line, found in lines.items())
        )
        for subject, lines in piles.items()
    )


def _line(what: str, place: str, facts: Sequence[RestingFact], names: dict[tuple[str, str], Shown]) -> Line:
    details = dict.fromkeys(detail for fact in facts if (detail := _detail(fact, names)))
    return Line(what, place, tuple(details), len(facts))


def _detail(fact: RestingFact, names: dict[tuple[str, str], Shown]) -> Shown | None:
    if not fact.detail:
        return None
    if kind := _SUBJECTS_IN_DETAILS.get(fact.what):
        return names.get((kind, fact.detail))
    words = str(State(fact.detail).label) if fact.what == "state" else fact.detail
    return Shown(words, fact.language or reading())


@dataclass(frozen=True, slots=True)
class Conflicts:
    """The figures of one subject about which sources contradict each other."""

    kind: str
    key: str
    figures: tuple[Figure, ...]


def by_subject(figures: Iterable[Figure]) -> tuple[Conflicts, ...]:
    piles: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        piles.setdefault((figure.shown.subject_kind, figure.shown.subject_key), []).append(figure)
    return tuple(Conflicts(*subject, tuple(found)) for subject, found in piles.items())


def places_in(figures: Iterable[Figure]) -> set[tuple[str, str]]:
    """The places that claims about places name."""
    claims = (claim for figure in figures for claim in (figure.shown, *figure.agreeing, *figure.conflicting))
    return {
        ("place", slug) for claim in claims if claim.attribute == "place" for slug in claim.value.split(" + ")
    }
