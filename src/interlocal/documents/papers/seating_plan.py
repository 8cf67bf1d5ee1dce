"""Seating plans: who sits where, by which rule, seen from where, and of every seat why."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from interlocal.arrangements.kinds import Shape
from interlocal.arrangements.rules.facts import Delegation, Facts, Person
from interlocal.arrangements.rules.seatings import VIEWPOINTS
from interlocal.arrangements.rules.taking_part import sends_part
from interlocal.documents.formats.document import Run, Text, text
from interlocal.documents.formats.seating import Drawing, SeatText
from interlocal.documents.papers import card_lines, listing, names, wording
from interlocal.documents.papers import seating_plan_words as words
from interlocal.documents.papers.paper import Option, Paper, Wish
from interlocal.documents.papers.seating_plan_asked import AS_ENTERED, Asked, asked
from interlocal.documents.papers.wording import each, label, named, said
from interlocal.ground.tongues import EN
from interlocal.ground.wording import print_count
from interlocal.planning.seating import Plan, Seat

NAME: Final = _("Seating plan")
ON_A4: Final = 36
"""More seats than these are read on A3 only."""


def build(facts: Facts, wish: Wish) -> Drawing:
    chosen = asked(facts, wish)
    plan = chosen.plan(facts.host.body)
    people = {one.key: one for one in chosen.people}
    standing = plan.shape == "photo"
    return Drawing(
        title=card_lines.title(facts, wish, NAME),
        lang=wish.tongue,
        plan=plan,
        seats={seat.number: _seat(seat, plan, chosen, facts, wish) for seat in plan.seats},
        viewpoint=label(words.VIEWPOINTS[plan.viewpoint], wish),
        rules=tuple(_rules(facts, plan, wish, standing=standing)),
        entrance=label(words.CAMERA if standing else words.ENTRANCE, wish),
        heads=tuple(listing.head((one, 1.0), wish).head for one in _heads(plan)),
        heading=_heading(chosen, wish),
        tables={
            one.number: label(words.TABLE, wish, number=one.number)
            for one in plan.outlines
            if one.kind == "round"
        },
        stage=label(words.STAGE, wish),
        by_hand=label(words.BY_HAND, wish),
        unseated_head=label(words.UNSEATED, wish),
        unseated=tuple(_unseated(facts, chosen, plan, people, wish)),
        mark=wording.mark(facts, wish),
        paper="a4" if len(plan.seats) <= ON_A4 else "a3",
    )


def _heads(plan: Plan) -> tuple[Any, ...]:
    placed = (words.PLACES[plan.shape][1],) if plan.shape in words.PLACES else ()
    return (*words.HEADS, *placed, words.WHY_HEAD)


def _heading(chosen: Asked, wish: Wish) -> Text:
    """What it is of, and when."""
    titled = wording.local(chosen.seating.title, wish)
    if chosen.item is None:
        return titled
    when = (*wording.dated(chosen.item.on, wish.tongue), *text(f" {wording.hours(chosen.item)}", EN))
    return (*titled, *text("   ", wish.tongue), *(Run(run.text, run.lang, "quiet") for run in when))


def _rules(facts: Facts, plan: Plan, wish: Wish, *, standing: bool) -> Iterator[Text]:
    """Whose right and left, the rules, and on what the order rests, each language of the latter by itself."""
    yield label(words.SIDES_STANDING if standing else words.SIDES, wish)
    yield from (label(words.RULES[rule], wish) for rule in plan.rules)
    for tongue in wish.tongues:
        yield listing.basis(facts, Wish((tongue,)))
    if plan.stale:
        yield label(words.STALE, wish, count=len(plan.stale))


def _seat(seat: Seat, plan: Plan, chosen: Asked, facts: Facts, wish: Wish) -> SeatText:
    people = chosen.by_key()
    person = people.get(seat.person or "")
    if person is None:
        return SeatText()
    return SeatText(
        lines=(names.own(person), _body(facts, person, wish.tongues[:1])),
        cells=(
            names.own(person, "strong"),
            names.without_marks(names.latin(person)),
            _body(facts, person, wish.tongues),
            wording.local(person.post, wish, beside="\n"),
            *_place(seat, plan, wish),
            each(wish, lambda tongue: _why(seat, person, chosen, people, tongue), beside="\n"),
        ),
    )


def _place(seat: Seat, plan: Plan, wish: Wish) -> tuple[Text, ...]:
    """At which table, in which row, where the shape has them; of an interpreter behind, that of whom they serve."""
    if plan.shape not in words.PLACES:
        return ()
    served = (one.row for one in plan.seats if one.person == seat.of)
    row = next(served, "") if seat.row == "behind" else seat.row
    return (label(words.PLACES[plan.shape][0], wish, number=row),)


def _body(facts: Facts, person: Person, tongues: tuple[str, ...]) -> Text:
    found = facts.delegation(person.body)
    return named(found.name, tongues, beside="\n") if found else ()


def _why(seat: Seat, person: Person, chosen: Asked, people: Mapping[str, Person], tongue: str) -> Text:
    """One sentence; what somebody else wrote, a name or a reason, stays in its own language."""
    if seat.row == "behind" and seat.of in people:
        return _filled(words.BEHIND, "name", names.own(people[seat.of]), tongue)
    if seat.by_hand:
        reason = _reason(seat, chosen)
        return (
            _filled(words.EXCHANGED, "reason", card_lines.by_script(reason, tongue), tongue)
            if reason
            else label(words.WHY["by_hand"], tongue)
        )
    why = said(words.WHY[seat.why], tongue)
    return label(words.IN_ORDER, tongue, "", number=person.number, why=why)


def _filled(message: object, name: str, value: Text, tongue: str) -> Text:
    before, _mark, after = said(message, tongue, **{name: "\x00"}).partition("\x00")
    return (*text(before, tongue), *value, *text(after, tongue))


def _reason(seat: Seat, chosen: Asked) -> str:
    """Of the last exchange that touched the seat."""
    return next(
        (why for one, other, why, _by in reversed(chosen.seating.swaps) if seat.number in (one, other)), ""
    )


def _unseated(
    facts: Facts, chosen: Asked, plan: Plan, people: Mapping[str, Person], wish: Wish
) -> Iterator[Text]:
    for key in plan.unseated:
        person = people[key]
        yield (*names.own(person, "strong"), *text("  ", EN), *_body(facts, person, wish.tongues[:1]))
    for one in _nameless(facts, chosen):
        many = one.headcount or 0
        yield (*named(one.name, wish), *text("  ", EN), *each(wish, partial(_announced, many)))


def _announced(many: int, tongue: str) -> Text:
    return text(said(words.NAMELESS, tongue, people=print_count(many, "people", tongue)), tongue, "quiet")


def _nameless(facts: Facts, chosen: Asked) -> list[Delegation]:
    return [
        one
        for one in facts.delegations
        if one.headcount
        and not one.people
        and (chosen.item is None or sends_part(chosen.item, body=one.body))
    ]


def lacks(facts: Facts, wish: Wish) -> tuple[str, ...]:
    chosen = asked(facts, wish)
    plan = chosen.plan(facts.host.body)
    title = chosen.seating.title.shown(wish.tongue).text
    told = [] if chosen.is_entered else [str(_USUAL % {"title": title})]
    counted = (
        (_UNSEATED, len(plan.unseated)),
        (_NAMELESS, sum(one.headcount or 0 for one in _nameless(facts, chosen))),
        (words.STALE, len(plan.stale)),
    )
    return (*told, *(str(message % {"count": many}) for message, many in counted if many))


_USUAL: Final = _("No seating was entered; a usual one is drawn for: %(title)s")
_UNSEATED: Final = ngettext_lazy("%(count)s person has no seat.", "%(count)s people have no seat.", "count")
_NAMELESS: Final = ngettext_lazy(
    "%(count)s person was announced without a name and is not seated.",
    "%(count)s people were announced without names and are not seated.",
    "count",
)

PAPER: Final = Paper(
    key="seating_plan",
    name=NAME,
    about=_(
        "Who sits where, with the rule, from where it is seen, and of each seat why; a list on the next page."
    ),
    group="cards",
    formats=("pdf", "svg"),
    build=build,
    scopes=("all", "seating"),
    # Nothing inner is printed: but who comes of one delegation alone makes no plan, so it is the organisers' paper.
    shows=("public", "inner"),
    options=(
        Option("shape", _("Shape"), ((AS_ENTERED, _("As entered")), *Shape.choices)),
        Option(
            "seats",
            _("Seats of a row, a side or a table"),
            ((AS_ENTERED, _("As entered")), *((str(many), str(many)) for many in (4, 6, 8, 10, 12, 16, 20))),
        ),
        Option("view", _("Seen from"), ((AS_ENTERED, _("As entered")), *VIEWPOINTS.items())),
    ),
    lacks=lacks,
)
