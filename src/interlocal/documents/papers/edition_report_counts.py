"""How many came, by country and by part: counted on the spot where somebody counted, else as the list has it."""

from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from interlocal.delegations.kinds import Part
from interlocal.documents.formats.document import Blank, Block, Paragraph, Row, Table, Text, text
from interlocal.documents.papers import listing
from interlocal.documents.papers.edition_report_parts import ROOM, Report
from interlocal.documents.papers.programme_whom import counted_under
from interlocal.documents.papers.wording import each, label
from interlocal.ground.countries import country_name
from interlocal.ground.tongues import EN

_NAMELESS: Final = "nameless"
SHORT: Final = 14
"""Of so few countries the table stays on one page."""
# Long words in English.
_WIDTHS: Final[dict[str, float]] = {Part.HEAD: 1.9, Part.INTERPRETER: 1.9, Part.MEMBER: 1.4}


def blocks(one: Report) -> Iterator[Block]:
    by_country = _by_country(one)
    if not by_country:
        yield Blank(label(_("How many came, by country"), one.wish), ROOM)
        return
    attended = {} if one.body else one.facts.attended
    parts = tuple(part for part in (*Part.values, _NAMELESS) if any(c[part] for c in by_country.values()))
    yield Table(
        tuple(
            listing.head(head, one.wish, right=at > 0)
            for at, head in enumerate(_heads(parts, bool(attended)))
        ),
        tuple(_rows(one, by_country, parts, dict(attended))),
        label(_("Participants by country"), one.wish),
        dense=True,
        whole=len(by_country) <= SHORT,
    )
    told = (
        _("“Attended” was counted on the spot; the other figures are those of the list.")
        if attended
        else _("The figures are those of the list; nobody was counted on the spot.")
    )
    yield Paragraph(label(told, one.wish), "note")


def _by_country(one: Report) -> dict[str, Counter[str]]:
    """People by part, and bodies under ""; countries in the order of the list."""
    found: dict[str, Counter[str]] = {}
    for body in one.delegations:
        counter = found.setdefault(counted_under(body), Counter())
        counter[""] += 1
        counter.update(who.part for who in body.people)
        if not body.people:
            counter[_NAMELESS] += body.headcount or 0
    return found


def _heads(parts: tuple[str, ...], attended: bool) -> Iterator[tuple[object, float]]:
    yield pgettext_lazy("of participants", "Country"), 1.5
    yield _("Delegations"), 1.9
    for part in parts:
        named = _("without names") if part == _NAMELESS else Part(part).label
        yield named, _WIDTHS.get(part, 1.2)
    yield pgettext_lazy("of participants", "On the list"), 1.3
    if attended:
        yield pgettext_lazy("of participants", "Attended"), 1.4


def _rows(
    one: Report, by_country: dict[str, Counter[str]], parts: tuple[str, ...], attended: dict[str, int]
) -> Iterator[Row]:
    whole: Counter[str] = Counter()
    for country in (*by_country, *(other for other in attended if other not in by_country)):
        counter = by_country.get(country, Counter())
        whole.update(counter)
        named = each(one.wish, partial(_country, country), beside="\n")
        came = attended.get(country, 0) if attended else None
        yield Row((named, *_figures(counter, parts, came)))
    came = sum(attended.values()) if attended else None
    cells = _figures(whole, parts, came)
    total = label(pgettext_lazy("of participants", "Total"), one.wish, "strong")
    yield Row((total, *(tuple(type(run)(run.text, run.lang, "strong") for run in cell) for cell in cells)))


def _country(code: str, tongue: str) -> Text:
    return text(country_name(code, tongue), tongue) if code else label(_("not known"), tongue)


def _figures(counter: Counter[str], parts: tuple[str, ...], came: int | None) -> tuple[Text, ...]:
    listed = sum(counter[part] for part in parts)
    figures = [counter[""], *(counter[part] for part in parts), listed, *([] if came is None else [came])]
    return tuple(text(str(figure), EN) for figure in figures)
