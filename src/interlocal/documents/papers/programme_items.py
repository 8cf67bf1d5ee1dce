"""What papers say of an item of the programme, in cells and lines."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from interlocal.arrangements.rules.facts import Facts, Person
from interlocal.arrangements.rules.sheets import SheetItem
from interlocal.documents.formats.document import Paragraph, Text, text
from interlocal.documents.papers import days, names, wording
from interlocal.documents.papers.paper import Wish
from interlocal.documents.papers.wording import Asked, each, label, plain, said
from interlocal.ground.punctuation import colon
from interlocal.ground.tongues import EN, JA, KO, ZH
from interlocal.ground.wording import join_list
from interlocal.languages.scripts import script_of
from interlocal.programmes.kinds import ItemKind, ItemState

SAME: Final = " ⇄ "
"""Between languages that are spoken and interpreted into, each of them."""
INTO: Final = " → "


def items_for(facts: Facts, wish: Wish) -> tuple[SheetItem, ...]:
    """Of whom it was asked for, without what was declined."""
    return tuple(item for item in days.items_for(facts, wish) if item.state != ItemState.DECLINED)


def days_for(facts: Facts, wish: Wish) -> Iterator[tuple[date, tuple[SheetItem, ...]]]:
    items = items_for(facts, wish)
    for on in sorted({item.on for item in items}):
        yield on, tuple(item for item in items if item.on == on)


def zone_line(facts: Facts, wish: Wish) -> Paragraph:
    """By which clock the hours are told; it leads, so that workbooks have it too."""
    zone = wording.zone_label(facts.sheet.timezone, facts.sheet.from_on)
    return Paragraph(label(_("Times are %(zone)s."), wish, zone=zone), "lead" if is_book(wish) else "note")


def hours(facts: Facts, item: SheetItem, wish: Wish) -> Text:
    told = wording.hours(item, home=facts.sheet.timezone)
    return text(told, EN) if told else label(_("all day"), wish)


def title(item: SheetItem, wish: Wish) -> Text:
    """In bold; below it that it is not certain yet, if so."""
    return lines(wording.local(item.title, wish, "strong", beside="\n"), doubt(item, wish))


def doubt(item: SheetItem, wish: Wish) -> Text:
    return label(_("to be confirmed"), wish, "quiet") if item.state == ItemState.SOUGHT else ()


def kind(item: SheetItem, wish: Wish) -> Text:
    known = item.kind in ItemKind.values and item.kind != ItemKind.OTHER
    return label(ItemKind(item.kind).label, wish, "quiet") if known else ()


def track(facts: Facts, item: SheetItem, wish: Wish) -> Text:
    """Which of the parallel programmes it belongs to; nothing where there is only one."""
    found = next((one for one in facts.sheet.tracks if one.number == item.track), None)
    return wording.local(found.name, wish, "quiet") if found and item.track else ()


def kind_and_track(facts: Facts, item: SheetItem, wish: Wish) -> Text:
    """On one line."""
    said_of = (kind(item, wish), track(facts, item, wish))
    between = text(" · ", wish.tongue, "quiet") if all(said_of) else ()
    return (*said_of[0], *between, *said_of[1])


def languages(item: SheetItem, asked: Asked) -> Text:
    """From which languages into which: Korean → Japanese, Chinese; each into all others: Korean ⇄ Japanese ⇄ Chinese."""
    return each(asked, lambda tongue: text(_languages(item, tongue), tongue), beside="\n")


def _languages(item: SheetItem, tongue: str) -> str:
    if len(item.into) > 1 and set(item.speaking) == set(item.into):
        return SAME.join(spoken(code, tongue) for code in item.speaking)
    sides = (
        in_one_line([spoken(code, tongue) for code in codes], tongue) for codes in (item.speaking, item.into)
    )
    return INTO.join(side for side in sides if side)


def heard(facts: Facts, item: SheetItem, asked: Asked) -> Text:
    """The languages, and on a line of their own who interprets."""
    return lines(languages(item, asked), interpreters(facts, item, asked))


def spoken(code: str, tongue: str) -> str:
    """A language as it is spoken: there are no simplified characters in what is heard."""
    return said(_CHINESE, tongue) if code in (ZH, "zh-Hant") else wording.language_name(code, tongue)


def taken(facts: Facts, item: SheetItem, what: str, asked: Asked) -> Text:
    """Names of the resources of one kind that it takes, one after another."""
    found = facts.sheet.resources_of(item, what)
    return each(
        asked, lambda tongue: joined([wording.local(one.name, tongue) for one in found], tongue), beside="\n"
    )


def in_brief(person: Person, tongue: str) -> Text:
    """A name within a line: in the own script and in one that the reader reads."""
    return names.in_language(person, tongue)


def named_line(message: Any, value: Callable[[str], Text], asked: Asked) -> Text:
    """What something is and what it says: With: Vice Minister. One line a language; nothing without a value."""

    def line(tongue: str) -> Text:
        told = value(tongue)
        return (*text(f"{said(message, tongue)}{colon(tongue)}", tongue, "quiet"), *told) if told else ()

    return each(asked, line, beside="\n")


def with_whom(item: SheetItem, asked: Asked) -> Text:
    return named_line(
        pgettext_lazy("of an item", "With"), lambda tongue: wording.local(item.with_whom, tongue), asked
    )


def bring(item: SheetItem, asked: Asked) -> Text:
    return named_line(_("Please bring"), lambda tongue: wording.local(item.bring, tongue), asked)


def interpreters(facts: Facts, item: SheetItem, asked: Asked) -> Text:
    return named_line(_("Interpreters"), lambda tongue: taken(facts, item, "interpreter", tongue), asked)


def lines(*parts: Text) -> Text:
    """Each below the other, without the empty ones."""
    found = [part for part in parts if part]
    return tuple(
        run for at, part in enumerate(found) for run in ((*text("\n", part[0].lang), *part) if at else part)
    )


def joined(parts: list[Text], tongue: str) -> Text:
    """A, B: as the language writes lists."""
    mark = join_list(["", ""], tongue) if tongue != EN else ", "
    found = [part for part in parts if part]
    return tuple(
        run for at, part in enumerate(found) for run in ((*text(mark, tongue), *part) if at else part)
    )


def as_written(said: str, asked: Asked, style: wording.Style = "") -> Text:
    """What somebody wrote without saying in which language, in the language that its letters tell."""
    return text(said, _BY_SCRIPT.get(script_of(said), wording.tongues_of(asked)[0]), style)


def in_one_line(parts: list[str], tongue: str) -> str:
    """A, B: what is said of one thing."""
    return plain(joined([text(part, tongue) for part in parts], tongue))


def is_book(wish: Wish) -> bool:
    """Whether it will be a workbook; whoever prints says it in the option "format"."""
    return wish.options.get("format") == "xlsx"


_CHINESE: Final = pgettext_lazy("spoken language", "Chinese")
_BY_SCRIPT: Final = {"Hang": KO, "Hira": JA, "Kana": JA, "Hrkt": JA, "Latn": EN}
