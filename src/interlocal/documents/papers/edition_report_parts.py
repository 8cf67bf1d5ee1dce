"""The parts of a report, each from what the record holds, or with room to write where it holds nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy, pgettext_lazy

from interlocal.arrangements.rules.facts import Delegation, Facts, Taken
from interlocal.arrangements.rules.facts import Said as Words
from interlocal.arrangements.rules.sheets import SheetItem
from interlocal.documents.formats.document import (
    Blank,
    Block,
    Bullets,
    Heading,
    Paragraph,
    Picture,
    Pictures,
    Row,
    Table,
    Text,
    text,
)
from interlocal.documents.formats.document import Facts as Pairs
from interlocal.documents.papers import days, listing, names, wording
from interlocal.documents.papers import edition_report_forms as forms
from interlocal.documents.papers import programme_items as told
from interlocal.documents.papers.edition_report_forms import Country, Kind
from interlocal.documents.papers.invitation_letter_told import GAP
from interlocal.documents.papers.paper import Wish
from interlocal.documents.papers.programme_whom import counted_under
from interlocal.documents.papers.speeches import paragraphs
from interlocal.documents.papers.wording import each, label, plain, said
from interlocal.ground.tongues import EN
from interlocal.ground.wording import print_count

ROOM: Final = 4
"""Lines to write in where the record says nothing."""
MOST_NAMED: Final = 12
"""So many travellers are named in the overview; more are counted and stand on the list."""
_ROOM_TO_WRITE: Final = text("\n　", EN)
_LARGE: Final = 0.85
"""Of the text's width: a photograph that stands alone."""


@dataclass(frozen=True, slots=True)
class Report:
    """`body`: whose report it is, where it is one delegation's; otherwise the secretariat's."""

    facts: Facts
    wish: Wish
    country: Country
    kind: Kind
    body: Delegation | None = None

    @property
    def delegations(self) -> tuple[Delegation, ...]:
        return (self.body,) if self.body else self.facts.delegations

    @property
    def last(self) -> Any:
        return self.facts.sheet.until_on - timedelta(days=1)

    @property
    def is_over(self) -> bool:
        """Reports are begun on the last day, when all but the farewell has been carried out."""
        return bool(self.facts.made_on >= self.last)


def overview(one: Report) -> Iterator[Block]:
    facts, wish = one.facts, one.wish
    rows = (
        (_("Event"), wording.local(facts.sheet.name, wish)),
        (pgettext_lazy("of a report", "Purpose"), _joined(facts.said("purpose"), wish)),
        (pgettext_lazy("of a report", "Days"), _days(one)),
        (pgettext_lazy("of an item", "Place"), wording.local(facts.sheet.place, wish)),
        (_("Organisers"), _organisers(one)),
        (_("Participants"), _participants(one)),
        (_("Travelled"), _travelled(one)),
        (_("Report due"), due(one)),
    )
    yield Pairs(tuple((label(name, wish), value) for name, value in rows if value))


def due(one: Report) -> Text:
    """Until when it is to be handed in; room to write where the own rules say it."""
    on = forms.due_on(one.country, one.last)
    if on is None:
        return (*text(f"{GAP}  ", one.wish.tongue), *label(_("by the own rules"), one.wish, "quiet"))
    return each(
        one.wish,
        lambda tongue: text(
            said(forms.DUE[one.country], tongue, day=wording.day(on, tongue, weekday=True)), tongue
        ),
        beside="\n",
    )


def _days(one: Report) -> Text:
    sheet = one.facts.sheet
    count = (sheet.until_on - sheet.from_on).days

    def period(tongue: str) -> Text:
        many = print_count(count, "days", tongue)
        return text(f"{wording.days(sheet.from_on, sheet.until_on, tongue)}  ({many})", tongue)

    return each(one.wish, period, beside="\n")


def _organisers(one: Report) -> Text:
    """The host, and whoever prepared it if that was another."""
    facts = one.facts
    hosts = {host.body: host for host in (facts.host, facts.secretariat)}
    return told.lines(*(wording.named(host.name, one.wish) for host in hosts.values()))


def _participants(one: Report) -> Text:
    people = sum(len(body.people) or body.headcount or 0 for body in one.delegations)
    if not people:
        return text(GAP, EN)
    countries = len({counted_under(body) for body in one.delegations} - {""})

    def counted(tongue: str) -> Text:
        parts = [
            print_count(people, "people", tongue),
            said(_DELEGATIONS, tongue, count=len(one.delegations)),
            print_count(countries, "countries", tongue),
        ]
        return text(wording.in_list(parts[: 1 if one.body else 3], tongue), tongue)

    return each(one.wish, counted, beside="\n")


_DELEGATIONS: Final = ngettext_lazy("%(count)s delegation", "%(count)s delegations", "count")


def _travelled(one: Report) -> Text:
    """Those of a delegation that was sent, with their posts."""
    if one.body is None or one.kind != "trip" or len(one.body.people) > MOST_NAMED:
        return ()
    return told.lines(
        *(
            (
                *wording.local(who.post, one.wish.tongue),
                *text("  ", one.wish.tongue),
                *names.own(who, "strong"),
            )
            for who in one.body.people
        )
    )


def programme(one: Report) -> Iterator[Block]:
    found = tuple(told.days_for(one.facts, replace(one.wish, item=None, person="")))
    if not found:
        yield blank(_("What was done on which day"), one)
        return
    heads = ((_("Time"), 1.6), (pgettext_lazy("of a programme", "Item"), 4.0), (_("Place"), 3.0))
    rows = [
        row
        for on, items in found
        for row in (
            Row((wording.dated(on, one.wish, weekday=True),), band=True),
            *(Row(_item(one, item)) for item in items),
        )
    ]
    yield told.zone_line(one.facts, one.wish)
    yield Table(tuple(listing.head(head, one.wish) for head in heads), tuple(rows), caption("programme", one))


def _item(one: Report, item: SheetItem) -> tuple[Text, ...]:
    return (
        told.hours(one.facts, item, one.wish),
        told.lines(told.title(item, one.wish), told.with_whom(item, one.wish)),
        days.place(one.facts, item, one.wish, beside="\n"),
    )


def activity(one: Report) -> Iterator[Block]:
    """What was done, as written down; else room for each purpose."""
    found = one.facts.said("activity")
    for words in found:
        if words.title:
            yield Heading(wording.local(words.title, one.wish), 3)
        yield from _paragraphs(words, one)
    if found:
        return
    for words in one.facts.said("purpose"):
        yield Blank(wording.local(words.text or words.title, one.wish), ROOM)
    if not one.facts.said("purpose"):
        yield blank(_("What was done for each purpose"), one)


def findings(one: Report) -> Iterator[Block]:
    # What it taught is each side's own to say.
    found = () if one.body and not one.body.is_host else one.facts.said("implication")
    for words in found:
        if words.title:
            yield Heading(wording.local(words.title, one.wish), 3)
        yield from _paragraphs(words, one)
    if not found:
        yield blank(_("What follows from it for the own work"), one)


def follow_up(one: Report) -> Iterator[Block]:
    """What is to be done; by whom and by when is written in by hand."""
    found = one.facts.said("follow_up")
    if not found:
        yield blank(_("What is to be done, by whom and by when"), one)
        return
    heads = (
        (_("No."), 0.7),
        (pgettext_lazy("of a follow-up", "What"), 4.4),
        (pgettext_lazy("of a follow-up", "Responsible"), 2.0),
        (pgettext_lazy("of a follow-up", "By when"), 1.7),
    )
    rows = tuple(
        Row(
            (
                text(str(at), EN),
                wording.local(words.text or words.title, one.wish, beside="\n"),
                _ROOM_TO_WRITE,
                (),
            )
        )
        for at, words in enumerate(found, start=1)
    )
    yield Table(tuple(listing.head(head, one.wish) for head in heads), rows, caption("follow_up", one))


def photos(one: Report) -> Iterator[Block]:
    taken = tuple(_picture(each_one, one) for each_one in one.facts.photos)
    if taken and one.wish.options.get("photos") == "two":
        yield Pictures(taken, 2)
    else:
        yield from taken
    # Where some are there, `lacks` says how many more a Chinese report has.
    if not one.facts.photos:
        missing = forms.CHINESE_PHOTOS if one.country == "cn" else 1
        yield Blank(label(_("Photographs to be added: %(count)s"), one.wish, count=missing), 2)


def _picture(taken: Taken, one: Report) -> Picture:
    caption = wording.local(taken.caption, one.wish) or text(taken.alt, one.wish.tongue)
    kind: Any = "jpeg" if taken.kind == "jpeg" else "png"
    return Picture(taken.content, kind, taken.alt or plain(caption), caption, _LARGE)


def attached(one: Report) -> Iterator[Block]:
    number = one.facts.sheet.number
    messages = [label(_("List of participants"), one.wish)]
    version = label(_("Programme, version %(number)s"), one.wish, number=number)
    messages.append(version if number else label(_("Programme"), one.wish))
    for kind, usual in (("statement", _("Joint statement")), ("speech", _("Speech"))):
        messages.extend(
            wording.local(words.title, one.wish) or label(usual, one.wish) for words in one.facts.said(kind)
        )
    if not one.body or one.body.is_host:
        messages.append(label(_("Receipts"), one.wish))
    # In the list and not below it: a line alone would stand on a page of its own.
    messages.append((*label(_("Further attachments"), one.wish), *text(f"  {GAP}{GAP}", one.wish.tongue)))
    yield Bullets(tuple(messages), numbered=True)


def _joined(found: tuple[Words, ...], wish: Wish) -> Text:
    return told.lines(*(wording.local(one.text or one.title, wish, beside="\n") for one in found))


def _paragraphs(words: Words, one: Report) -> Iterator[Block]:
    """The text in the languages asked for, each paragraph for itself; else in the next best."""
    there = [tongue for tongue in one.wish.tongues if wording.has(words.text, tongue)]
    if not there:
        if words.text:
            yield Paragraph(wording.local(words.text, one.wish))
        return
    for tongue in there:
        yield from (Paragraph(paragraph) for paragraph in paragraphs(words.text, tongue))


def blank(message: Any, one: Report) -> Blank:
    return Blank(label(message, one.wish), ROOM)


def caption(part: str, one: Report) -> Text:
    tongue = one.wish.tongue
    return text(said(head(one, part, tongue), tongue), tongue)


def head(one: Report, part: str, tongue: str) -> Any:
    return forms.head(one.country, part, tongue, is_over=one.is_over)
