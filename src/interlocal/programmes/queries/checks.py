"""Claims that Interlocal can work out itself, with what it found."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from django.db.models import Count, DecimalField, OuterRef, Subquery

from interlocal.evidence import queries as evidence
from interlocal.evidence.kinds import Attribute
from interlocal.evidence.models import Claim
from interlocal.evidence.queries import Figure, ShownClaim
from interlocal.evidence.rules import Value
from interlocal.ground import labels
from interlocal.ground.dates import PartialDate
from interlocal.ground.texts import Shown
from interlocal.programmes import rules
from interlocal.programmes.kinds import State
from interlocal.programmes.models import Edition
from interlocal.programmes.queries.rows import COLUMNS, EditionRow, edition_row
from interlocal.registry.kinds import BodyKind
from interlocal.registry.models import Body, Membership

SUMMED = (Attribute.PARTICIPANTS, Attribute.HEADS, Attribute.LOCAL_GOVERNMENTS)
CHECKED = (
    *SUMMED,
    Attribute.GAP_YEARS,
    Attribute.CUMULATIVE_PARTICIPANTS,
    Attribute.CADENCE,
    Attribute.EDITIONS_HELD,
)
COUNTED = (Attribute.MEMBERS, Attribute.OVERSEAS_OFFICES)


class Titled(Protocol):
    @property
    def slug(self) -> str: ...
    @property
    def title(self) -> Shown: ...


@dataclass(frozen=True, slots=True)
class Check:
    """A claim and what Interlocal found. `against` is the edition it was set against, `subject` what the
    claim is about.
    """

    claim: ShownClaim
    finding: rules.Finding
    subject: Shown | None = None
    against: Titled | None = None


def facts_of(row: EditionRow) -> rules.EditionFacts:
    """The edition as rules see it."""
    return rules.EditionFacts(
        row.slug,
        row.state,
        row.ordinal,
        row.from_on,
        row.planned_from_on,
        row.planned_until_on,
        row.countries,
    )


def checks_of_edition(
    row: EditionRow,
    figures: Sequence[Figure],
    *,
    before: rules.EditionFacts | None,
    against: Titled | None,
) -> list[Check]:
    """Parts that add up or not, and gaps since the edition before. Asks the database only about totals to
    date.
    """
    found = [_parts(attribute, figures) for attribute in SUMMED]
    for claim in _claims(figures, Attribute.GAP_YEARS):
        gap = rules.check_gap_years(claim.says, before=before, day=row.from_on)
        found.append(Check(claim, gap, row.title, against) if gap else None)
    for claim in _shown(figures, Attribute.CUMULATIVE_PARTICIPANTS):
        sizes = _sizes_by(series=row.series)
        total = rules.check_cumulative(claim.says, _until(sizes, claim.as_of))
        found.append(Check(claim, total, row.title) if total else None)
    return [check for check in found if check]


def checks_of_series(
    name: Shown, figures: Sequence[Figure], editions: Sequence[EditionRow], sizes: Mapping[str, Value]
) -> list[Check]:
    """Cadence, editions held and totals to date, against the editions on record."""
    facts = [facts_of(row) for row in editions]
    found: list[Check | None] = []
    for claim in _claims(figures, Attribute.CADENCE):
        pace = rules.check_cadence(claim.value, editions=facts, as_of=claim.as_of)
        found.append(Check(claim, pace, name) if pace else None)
    found += [_held(claim, facts, name) for claim in _claims(figures, Attribute.EDITIONS_HELD)]
    by_day = [
        (day, sizes[edition.slug]) for edition, day in rules.held_in_order(facts) if edition.slug in sizes
    ]
    for claim in _claims(figures, Attribute.CUMULATIVE_PARTICIPANTS):
        total = rules.check_cumulative(claim.says, _until(by_day, claim.as_of))
        found.append(Check(claim, total, name) if total else None)
    return [check for check in found if check]


def _held(claim: ShownClaim, facts: Sequence[rules.EditionFacts], name: Shown) -> Check | None:
    held = [
        edition
        for edition, day in rules.held_in_order(facts)
        if claim.as_of is None or day.first < claim.as_of.after
    ]
    highest = max((edition.ordinal or 0 for edition in held), default=0)
    count = rules.check_count(claim.says, recorded=len(held), numbered=highest)
    return Check(claim, count, name) if count else None


def checks_of_body(*, slug: str, tongue: str, figures: Sequence[Figure] | None = None) -> list[Check]:
    """Members and overseas offices as claimed, against those on record. One or two queries."""
    if figures is None:
        figures = evidence.figures(kind="body", key=slug, tongue=tongue)
    if not any(figure.shown.attribute in COUNTED for figure in figures):
        return []
    return _checks_of_bodies({slug: figures}, tongue)


def _checks_of_bodies(figures: Mapping[str, Sequence[Figure]], tongue: str) -> list[Check]:
    counts = _counts(list(figures))
    found: list[Check] = []
    for slug, body_figures in figures.items():
        if slug not in counts:
            continue
        name, members, offices = counts[slug]
        for attribute, recorded in ((Attribute.MEMBERS, members), (Attribute.OVERSEAS_OFFICES, offices)):
            for claim in _shown(body_figures, attribute):
                # Where nothing is on record, the record does not try to hold them.
                count = rules.check_count(claim.says, recorded=recorded) if recorded else None
                if count:
                    found.append(Check(claim, count, labels.shown(name, tongue)))
    return found


def _counts(bodies: Sequence[str]) -> dict[str, tuple[labels.type_of_label, int, int]]:
    """Label, present members and present overseas offices of bodies. One query."""
    members = (
        Membership.objects.filter(until_on=None)
        .order_by()
        .values("association")
        .annotate(n=Count("body", distinct=True))
    )
    rows = Body.objects.filter(slug__in=bodies).values_list("slug", "label", "id")
    by_id = {key: (slug, label) for slug, label, key in rows}
    member_counts = dict(members.filter(association__in=by_id).values_list("association", "n"))
    offices = dict(
        Body.objects.filter(parent__in=by_id, kind=BodyKind.OFFICE, until_on=None)
        .order_by()
        .values_list("parent")
        .annotate(Count("id"))
    )
    return {
        slug: (label, member_counts.get(key, 0), offices.get(key, 0)) for key, (slug, label) in by_id.items()
    }


def failed_checks(*, tongue: str) -> list[Check]:
    """Every claim of the record that cannot be true together with what the record holds. Seven queries."""
    rows = [
        edition_row(row, tongue) for row in Edition.objects.order_by("sorts_on", "slug").values_list(*COLUMNS)
    ]
    slugs = [row.slug for row in rows]
    of_editions = evidence.figures_of(kind="edition", keys=slugs, attributes=CHECKED, tongue=tongue)
    names = {row.series: row.series_name for row in rows}
    of_series = evidence.figures_of(kind="series", keys=list(names), attributes=CHECKED, tongue=tongue)
    bodies = list(Body.objects.values_list("slug", flat=True).filter(kind__in=_COUNTING))
    of_bodies = evidence.figures_of(kind="body", keys=bodies, attributes=COUNTED, tongue=tongue)
    found = list(_series_checks(rows, names, of_series, of_editions))
    found += _edition_checks(rows, of_editions)
    found += _checks_of_bodies(of_bodies, tongue)
    return [check for check in found if check.finding.verdict == "contradicted"]


_COUNTING = (
    BodyKind.ASSOCIATION,
    BodyKind.OFFICE,
    BodyKind.SECRETARIAT,
    BodyKind.INTERNATIONAL,
    BodyKind.MINISTRY,
    BodyKind.OTHER,
)


def _series_checks(
    rows: Sequence[EditionRow],
    names: Mapping[str, Shown],
    figures: Mapping[str, Sequence[Figure]],
    of_editions: Mapping[str, Sequence[Figure]],
) -> Iterator[Check]:
    sizes = sizes_of(of_editions)
    for series, found in figures.items():
        yield from checks_of_series(
            names[series], found, [row for row in rows if row.series == series], sizes
        )


def _edition_checks(rows: Sequence[EditionRow], figures: Mapping[str, Sequence[Figure]]) -> Iterator[Check]:
    last_held: dict[str, EditionRow] = {}
    sizes = sizes_of(figures)
    held: dict[str, list[tuple[PartialDate, Value]]] = {}
    for row in rows:
        if row.state == State.HELD and row.from_on and row.slug in sizes:
            held.setdefault(row.series, []).append((row.from_on, sizes[row.slug]))
    for row in rows:
        before = last_held.get(row.series)
        yield from _checks_of_one(row, figures.get(row.slug, ()), before, held.get(row.series, ()))
        if row.state == State.HELD:
            last_held[row.series] = row


def _checks_of_one(
    row: EditionRow,
    figures: Sequence[Figure],
    before: EditionRow | None,
    sizes: Sequence[tuple[PartialDate, Value]],
) -> Iterator[Check]:
    for attribute in SUMMED:
        if parts := _parts(attribute, figures, row.title):
            yield parts
    for claim in _claims(figures, Attribute.GAP_YEARS):
        gap = rules.check_gap_years(claim.says, before=facts_of(before) if before else None, day=row.from_on)
        if gap:
            yield Check(claim, gap, row.title, before)
    for claim in _shown(figures, Attribute.CUMULATIVE_PARTICIPANTS):
        if total := rules.check_cumulative(claim.says, _until(sizes, claim.as_of)):
            yield Check(claim, total, row.title)


def sizes_of(figures: Mapping[str, Sequence[Figure]]) -> dict[str, Value]:
    """How many took part in each edition, where that is claimed of the whole."""
    return {
        slug: figure.shown.says
        for slug, found in figures.items()
        for figure in found
        if figure.shown.attribute == Attribute.PARTICIPANTS and not figure.shown.part
    }


def _sizes_by(*, series: str) -> list[tuple[PartialDate, Value]]:
    """How many took part in each edition held, by its day. One query."""
    claimed = Claim.objects.filter(
        subject_kind="edition", subject_key=OuterRef("slug"), attribute=Attribute.PARTICIPANTS, part=""
    ).order_by("-chosen", "position")
    held = Edition.objects.filter(series__slug=series, state=State.HELD).order_by("sorts_on")
    size = Subquery(claimed.values("number")[:1], output_field=DecimalField())
    rows = held.annotate(size=size, how=Subquery(claimed.values("qualifier")[:1]))
    return [
        (day, Value(str(size), size, how))
        for day, size, how in rows.values_list("from_on", "size", "how")
        if day is not None and size is not None
    ]


def _until(sizes: Iterable[tuple[PartialDate, Value]], as_of: PartialDate | None) -> list[tuple[str, Value]]:
    """Sizes by year, of the editions that a claim of that date can have counted."""
    return [(str(day.year), size) for day, size in sizes if as_of is None or day.first < as_of.after]


def _parts(attribute: str, figures: Sequence[Figure], subject: Shown | None = None) -> Check | None:
    of_it = [figure.shown for figure in figures if figure.shown.attribute == attribute]
    whole = next((claim for claim in of_it if not claim.part), None)
    if whole is None:
        return None
    finding = rules.check_parts(whole.says, {claim.part: claim.says for claim in of_it if claim.part})
    return Check(whole, finding, subject) if finding else None


def _shown(figures: Sequence[Figure], attribute: str) -> list[ShownClaim]:
    return [figure.shown for figure in figures if figure.shown.attribute == attribute]


def _claims(figures: Sequence[Figure], attribute: str) -> Iterator[ShownClaim]:
    for figure in figures:
        if figure.shown.attribute == attribute:
            yield from (figure.shown, *figure.agreeing, *figure.conflicting)
