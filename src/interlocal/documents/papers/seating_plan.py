"""Seating plans: who sits where, by which rule, seen from where, and of every seat why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from interlocal.arrangements.kinds import Shape
from interlocal.arrangements.rules.facts import Delegation, Facts, Person
from interlocal.arrangements.rules.seatings import VIEWPOINTS
from interlocal.arrangements.rules.taking_part import sends_part
from interlocal.documents.formats.document import Text, text
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


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is drawn, for whom; `people` at it by key."""

    facts: Facts
    wish: Wish
    chosen: Asked
    plan: Plan
    people: Mapping[str, Person]


def build(facts: Facts, wish: Wish) -> Drawing:
    chosen = asked(facts, wish)
    plan = chosen.plan(facts.host.body)
    drawn = Drawn(facts, wish, chosen, plan, {one.key: one for one in chosen.people})
    return Drawing(
        title=card_lines.title(facts, wish, NAME),
        lang=wish.tongue,
        plan=plan,
        seats={seat.number: _seat(seat, drawn) for seat in plan.seats},
        viewpoint=label(words.VIEWPOINTS[plan.viewpoint], wish),
        rules=tuple(_rules(drawn)),
        entrance=label(words.CAMERA if plan.shape == "photo" else words.ENTRANCE, wish),
        heads=tuple(listing.head((one, 1.0), wish).head for one in _heads(plan)),
        heading=_heading(chosen, wish),
        tables={one.number: _table(str(one.number), drawn) for one in plan.outlines if one.kind == "round"},
        stage=label(words.STAGE, wish),
        by_hand=label(words.BY_HAND, wish),
        unseated_head=label(words.UNSEATED, wish),
        unseated=tuple(_unseated(drawn)),
        mark=wording.mark(facts, wish),
    )


def _heads(plan: Plan) -> tuple[Any, ...]:
    placed = (words.PLACES[plan.shape][1],) if plan.shape in words.PLACES else ()
    return (*words.HEADS, *placed, words.WHY_HEAD)


def _heading(chosen: Asked, wish: Wish) -> Text:
    """What it is of, and when."""
    titled = wording.local(chosen.seating.title, wish)
    if chosen.item is None:
        return titled
    when = (
        *wording.dated(chosen.item.on, wish.tongue, "quiet"),
        *text(f" {wording.hours(chosen.item)}", EN, "quiet"),
    )
    return (*titled, *text("   ", wish.tongue), *when)


def _rules(drawn: Drawn) -> Iterator[Text]:
    """Whose right and left, the rules, and on what the order rests: all in one language, then in the other."""
    for tongue in drawn.wish.tongues:
        yield label(words.SIDES_STANDING if drawn.plan.shape == "photo" else words.SIDES, tongue)
        yield from (label(words.RULES[rule], tongue) for rule in drawn.plan.rules)
        yield listing.basis(drawn.facts, Wish((tongue,)))
        if drawn.plan.stale:
            yield label(words.STALE, tongue, count=len(drawn.plan.stale))


def _seat(seat: Seat, drawn: Drawn) -> SeatText:
    person, wish = drawn.people.get(seat.person or ""), drawn.wish
    if person is None:
        return SeatText()
    return SeatText(
        lines=(names.own(person), _body(person, drawn, wish.tongues[:1])),
        cells=(
            names.own(person, "strong"),
            names.without_marks(names.latin(person)),
            _body(person, drawn, wish.tongues),
            wording.local(person.post, wish, beside="\n"),
            *_place(seat, drawn),
            each(wish, lambda tongue: _why(seat, person, drawn, tongue), beside="\n"),
        ),
    )


def _place(seat: Seat, drawn: Drawn) -> tuple[Text, ...]:
    """At which table, in which row, where the shape has them; of an interpreter behind, that of whom they serve."""
    plan = drawn.plan
    if plan.shape not in words.PLACES:
        return ()
    served = (one.row for one in plan.seats if one.person == seat.of)
    row = next(served, "") if seat.row == "behind" else seat.row
    if plan.shape == "round":
        return (_table(row, drawn),)
    return (label(words.PLACES[plan.shape][0], drawn.wish, number=row),)


def _table(number: str, drawn: Drawn) -> Text:
    """As the table is called where people were put at it, else by its number."""
    called = dict(enumerate(drawn.chosen.tables, start=1)).get(int(number)) if number.isdecimal() else None
    if called:
        return names.without_marks(wording.local(called[0], drawn.wish))
    return label(words.TABLE, drawn.wish, number=number)


def _body(person: Person, drawn: Drawn, tongues: tuple[str, ...]) -> Text:
    found = drawn.facts.delegation(person.body)
    return named(found.name, tongues, beside="\n") if found else ()


def _why(seat: Seat, person: Person, drawn: Drawn, tongue: str) -> Text:
    """One sentence; what somebody else wrote, a name or a reason, stays in its own language."""
    if seat.row == "behind" and seat.of in drawn.people:
        return _filled(words.BEHIND, "name", names.own(drawn.people[seat.of]), tongue)
    if not seat.by_hand:
        why = said(words.WHY[seat.why], tongue)
        return label(words.IN_ORDER, tongue, "", number=person.number, why=why)
    if reason := _reason(seat, drawn.chosen):
        return _filled(words.EXCHANGED, "reason", card_lines.by_script(reason, tongue), tongue)
    return label(words.WHY["by_hand"], tongue)


def _filled(message: object, name: str, value: Text, tongue: str) -> Text:
    before, _mark, after = said(message, tongue, **{name: "\x00"}).partition("\x00")
    return (*text(before, tongue), *value, *text(after, tongue))


def _reason(seat: Seat, chosen: Asked) -> str:
    """Of the last exchange that touched the seat."""
    swaps = reversed(chosen.seating.swaps)
    return next((why for one, other, why, _by in swaps if seat.number in (one, other)), "")


def _unseated(drawn: Drawn) -> Iterator[Text]:
    wish = drawn.wish
    for key in drawn.plan.unseated:
        person = drawn.people[key]
        yield (*names.own(person, "strong"), *text("  ", EN), *_body(person, drawn, wish.tongues[:1]))
    for one in _nameless(drawn.facts, drawn.chosen):
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
