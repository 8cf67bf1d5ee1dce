"""Claims as figures: what is shown of an attribute, with what agrees and what contradicts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from interlocal.evidence import rules
from interlocal.evidence.kinds import SEVERAL
from interlocal.evidence.models import Claim
from interlocal.ground.dates import PartialDate
from interlocal.ground.prepared import KIND, SLUG, date_in, prepared, printed, text_in
from interlocal.ground.texts import Shown


@dataclass(frozen=True, slots=True)
class ShownClaim:
    """A claim on a page. `part` is a country code or a word; `text` only for the attribute `other`."""

    subject_kind: str
    subject_key: str
    attribute: str
    part: str
    value: str
    number: Decimal | None
    qualifier: str
    text: Shown | None
    kind: str
    as_of: PartialDate | None
    chosen: bool
    note: Shown | None
    footnote: int

    @property
    def says(self) -> rules.Value:
        return rules.Value(self.value, self.number, self.qualifier)


@dataclass(frozen=True, slots=True)
class Figure:
    """One attribute (of one part) of a subject: the claim displayed, those that agree with it, and those that cannot be
    true together with it."""

    shown: ShownClaim
    agreeing: tuple[ShownClaim, ...] = ()
    conflicting: tuple[ShownClaim, ...] = ()


_COLUMNS = (
    "subject_kind",
    "subject_key",
    "attribute",
    "part",
    "value",
    "number",
    "qualifier",
    printed("text"),
    "kind",
    printed("as_of"),
    "chosen",
    printed("note"),
    "footnote_id",
)


def figures(*, kind: str, key: str, tongue: str) -> list[Figure]:
    """What sources say of one subject, in the order of the record. One query."""
    return _figures([_claim(row, tongue) for row in _said_of(key, kind)])


@prepared
def _said_of() -> "QuerySet[Any, Any]":
    found = Claim.objects.filter(subject_kind=KIND, subject_key=SLUG)
    return found.order_by("position", "id").values_list(*_COLUMNS)


def figures_of(
    *, kind: str, keys: Sequence[str], attributes: Sequence[str], tongue: str
) -> dict[str, list[Figure]]:
    """The same for many subjects and some attributes, by subject key. One query."""
    rows = Claim.objects.filter(subject_kind=kind, subject_key__in=keys, attribute__in=attributes)
    claims: dict[str, list[ShownClaim]] = {}
    for claim in _read(rows.order_by("position", "id"), tongue):
        claims.setdefault(claim.subject_key, []).append(claim)
    return {key: _figures(found) for key, found in claims.items()}


def conflicts(*, tongue: str) -> list[Figure]:
    """Every figure of the record about which sources contradict each other. One query: only subjects with rivals are read."""
    rivals = Claim.objects.filter(chosen=False).values("subject_kind", "subject_key", "attribute", "part")
    piles = {tuple(row.values()) for row in rivals}
    if not piles:
        return []
    rows = Claim.objects.filter(subject_key__in={pile[1] for pile in piles}).order_by(
        "subject_kind", "subject_key", "position", "id"
    )
    return [figure for figure in _figures(_read(rows, tongue)) if figure.conflicting]


def _read(claims: "QuerySet[Claim]", tongue: str) -> list[ShownClaim]:
    return [_claim(row, tongue) for row in claims.values_list(*_COLUMNS)]


def _claim(row: Sequence[Any], tongue: str) -> ShownClaim:
    *said, text, kind, as_of, chosen, note, footnote = row
    text, note = text_in(text, tongue), text_in(note, tongue)
    return ShownClaim(*said, text, kind, date_in(as_of), chosen, note, footnote)  # type: ignore[call-arg]  # seven are said


def _figures(claims: Sequence[ShownClaim]) -> list[Figure]:
    piles: dict[tuple[str, str, str, str], list[ShownClaim]] = {}
    made: list[Figure] = []
    for claim in claims:
        if claim.attribute in SEVERAL:
            made.append(Figure(claim))
        else:
            piles.setdefault((claim.subject_kind, claim.subject_key, claim.attribute, claim.part), []).append(
                claim
            )
    return [*(_figure(pile) for pile in piles.values()), *made]


def _figure(pile: Sequence[ShownClaim]) -> Figure:
    shown = next((claim for claim in pile if claim.chosen), pile[0])
    rest = [claim for claim in pile if claim is not shown]
    agreeing = tuple(claim for claim in rest if _agree(shown, claim))
    return Figure(shown, agreeing, tuple(claim for claim in rest if claim not in agreeing))


def _agree(shown: ShownClaim, claim: ShownClaim) -> bool:
    return rules.agree(shown.says, claim.says) or not rules.same_time(
        claim.attribute, shown.as_of, claim.as_of
    )


def claims_on(*, footnotes: Sequence[int], tongue: str) -> list[ShownClaim]:
    """What is claimed on the strength of these footnotes, by subject. One query."""
    rows = Claim.objects.filter(footnote__in=footnotes).order_by(
        "subject_kind", "subject_key", "position", "id"
    )
    return _read(rows, tongue)


def footnotes_of(figures: Iterable[Figure]) -> list[int]:
    """The footnotes of figures in the order in which a page shows them."""
    return [
        claim.footnote
        for figure in figures
        for claim in (figure.shown, *figure.agreeing, *figure.conflicting)
    ]
