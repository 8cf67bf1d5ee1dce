"""What is attached to a letter of invitation: who is invited, on which terms, and the programme by half days."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Final

from interlocal.arrangements.rules.facts import Delegation, Person
from interlocal.arrangements.rules.facts import Facts as Known
from interlocal.arrangements.rules.sheets import SheetItem
from interlocal.documents.formats.document import (
    Block,
    Column,
    Facts,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Table,
    Text,
    text,
)
from interlocal.documents.papers import days, names, wording
from interlocal.documents.papers import invitation_letter_told as told
from interlocal.documents.papers import programme_items as items_told
from interlocal.documents.papers.invitation_letter_told import GAP, Letter
from interlocal.documents.papers.paper import Wish
from interlocal.documents.papers.wording import said
from interlocal.ground.punctuation import bracketed
from interlocal.ground.tongues import EN, JA, KO, ZH
from interlocal.ground.wording import WEEKDAYS

MORNING, AFTERNOON, EVENING = "morning", "afternoon", "evening"
NOON, NIGHT = 12, 18
BELOW: Final = 3
"""So many invited and fewer stand below the letter."""
_HALF_WIDTHS: Final = (1.7, 3.2, 3.2, 2.6)
_GAPS: Final = {KO: "  ", JA: "　", ZH: "　", EN: "  "}
# Whoever is still at it after this hour has no lunch of their own: it takes both halves of the day.
_AFTER_LUNCH: Final = (13, 30)
_HALVES: Final = {
    KO: ("일자", "오전", "오후", "저녁"),
    JA: ("日付", "午前", "午後", "夜"),
    ZH: ("日期", "上午", "下午", "晚上"),
    EN: ("Day", "Morning", "Afternoon", "Evening"),
}


@dataclass(frozen=True, slots=True)
class Halves:
    """A day with what happens in each part of it."""

    on: date
    morning: tuple[SheetItem, ...]
    afternoon: tuple[SheetItem, ...]
    evening: tuple[SheetItem, ...]


def agenda(facts: Known, delegation: Delegation, person: Person | None = None) -> tuple[Halves, ...]:
    """Every day of the edition, and whatever other day has items; those of this delegation or person only."""
    wish = Wish((KO,), body="" if person else delegation.body, person=person.key if person else "")
    items = items_told.items_for(facts, wish)
    stay = {facts.sheet.from_on + timedelta(days=at) for at in range(told.length(facts))}
    return tuple(
        _halves(on, [item for item in items if item.on == on])
        for on in sorted(stay | {item.on for item in items})
    )


def _halves(on: date, items: Sequence[SheetItem]) -> Halves:
    parts = {
        part: tuple(item for item in items if part in parts_of(item))
        for part in (MORNING, AFTERNOON, EVENING)
    }
    return Halves(on, parts[MORNING], parts[AFTERNOON], parts[EVENING])


def parts_of(item: SheetItem) -> tuple[str, ...]:
    """In which parts of its day an item is; one without an hour takes morning and afternoon."""
    if item.starts is None:
        return (MORNING, AFTERNOON)
    starts = wording.wall(item.starts, item.zone)
    if starts.hour >= NIGHT:
        return (EVENING,)
    if starts.hour >= NOON:
        return (AFTERNOON,)
    ends = wording.wall(item.ends, item.ends_zone or item.zone) if item.ends else None
    lasts = ends is not None and (ends.date() > starts.date() or (ends.hour, ends.minute) > _AFTER_LUNCH)
    return (MORNING, AFTERNOON) if lasts else (MORNING,)


def blocks(one: Letter, form: Any) -> Iterator[Block]:
    """Each on its page; a short roster below the letter, or above what else is attached. `form`: the letter's language."""
    made = {"people": _people, "terms": _terms, "agenda": _agenda}
    is_short = one.annexes[:1] == ("people",) and len(one.people) <= BELOW
    for at, key in enumerate(one.annexes, start=1):
        if is_short and at <= 2:
            if at == 1 and len(one.annexes) > 1:
                yield PageBreak()
            # With its table it goes to the next page whole, if the letter leaves no room.
            title = f"{form.ANNEX.format(number=at)}{_GAPS[one.tongue]}{form.ANNEXES[key]}"
            yield Heading(text(title, one.tongue), 3)
            yield from made[key](one, form)
            continue
        yield PageBreak()
        yield Paragraph(text(form.ANNEX.format(number=at), one.tongue, "quiet"))
        yield Heading(text(form.ANNEXES[key], one.tongue), 2)
        yield Paragraph(told.event(one))
        yield from made[key](one, form)


def _people(one: Letter, form: Any) -> Iterator[Block]:
    widths = (1.1, 2.2, 2.4, 3.4, 2.3)
    columns = tuple(
        Column(text(head, one.tongue), width, "right" if at == 0 else "left")
        for at, (head, width) in enumerate(zip(form.HEADS, widths, strict=True))
    )
    rows = tuple(Row(_cells(one, at, who)) for at, who in enumerate(one.people, start=1))
    is_short = len(rows) <= BELOW
    yield Table(columns, rows, text(form.ANNEXES["people"], one.tongue), dense=is_short, whole=is_short)
    if names.is_guessed(cell for row in rows for cell in row.cells):
        yield Paragraph(text(said(names.GENERATED, one.tongue), one.tongue), "note")


def _cells(one: Letter, at: int, who: Person) -> tuple[Text, ...]:
    post = wording.local(who.post, one.tongue)
    return (
        text(str(at), EN),
        names.own(who, "strong"),
        names.latin(who),
        post or text(GAP[:6], one.tongue),
        told.body(one),
    )


def _terms(one: Letter, form: Any) -> Iterator[Block]:
    values = form.values(one) if hasattr(form, "values") else told.usual_values(one)
    yield Facts(told.rows(one, form.TERMS, values))


def _agenda(one: Letter, form: Any) -> Iterator[Block]:
    found = agenda(one.facts, one.delegation, one.person)
    late = any(day.evening for day in found)
    heads = _HALVES[one.tongue][: 4 if late else 3]
    columns = tuple(
        Column(text(head, one.tongue), width) for head, width in zip(heads, _HALF_WIDTHS, strict=False)
    )
    rows = tuple(Row(_day(one, day, late=late)) for day in found)
    zone = wording.zone_label(one.facts.sheet.timezone, one.facts.sheet.from_on)
    yield Paragraph((*told.place(one), *text(bracketed(zone, one.tongue), one.tongue)), "note")
    yield Table(columns, rows, text(form.ANNEXES["agenda"], one.tongue), dense=True)


def _day(one: Letter, day: Halves, *, late: bool) -> tuple[Text, ...]:
    parts = (day.morning, day.afternoon, *((day.evening,) if late else ()))
    asked = parts[:2]
    return (
        text(
            f"{wording.day(day.on, one.tongue)}\n{_weekday(one, day.on)}",
            one.tongue,
            "strong",
        ),
        *(
            _part(one, part) or (text(GAP[:6], one.tongue) if part in asked and not part else ())
            for part in parts
        ),
    )


def _weekday(one: Letter, on: date) -> str:
    """One letter alone would not be known for a weekday."""
    named = WEEKDAYS[one.tongue][on.weekday()]
    return f"({named})" if len(named) == 1 else named


def _part(one: Letter, items: Sequence[SheetItem]) -> Text:
    """One after another; where they are is said when it changes."""
    found: list[Text] = []
    before: Text = ()
    for item in items:
        where = days.place(one.facts, item, one.tongue, with_room=False)
        found.append(_item(one, item, () if where == before else where))
        before = where
    return items_told.lines(*found)


def _item(one: Letter, item: SheetItem, where: Text) -> Text:
    """Its hours and what it is, below them where, and whether it is certain."""
    hours = items_told.hours(one.facts, item, Wish((one.tongue,)))
    return items_told.lines(
        (*_quiet(hours), *text(" ", one.tongue), *wording.local(item.title, one.tongue)),
        _quiet(where),
        items_told.doubt(item, Wish((one.tongue,))),
    )


def _quiet(said_there: Text) -> Text:
    return tuple(replace(run, style=run.style or "quiet") for run in said_there)
