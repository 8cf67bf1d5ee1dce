"""The report on an edition, or on a delegation's journey to it: filled from the record, with room for what only people know."""

from collections.abc import Callable, Iterator
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy, pgettext_lazy

from interlocal.arrangements.rules.facts import Delegation, Facts
from interlocal.documents.formats.document import Block, Document, Heading, Paragraph, Text, text
from interlocal.documents.papers import edition_report_costs, edition_report_counts, wording
from interlocal.documents.papers import edition_report_forms as forms
from interlocal.documents.papers import edition_report_parts as parts
from interlocal.documents.papers.edition_report_forms import Country, Kind
from interlocal.documents.papers.edition_report_parts import Report
from interlocal.documents.papers.invitation_letter_told import GAP
from interlocal.documents.papers.paper import Option, Paper, Wish
from interlocal.documents.papers.wording import each, plain, said
from interlocal.ground.refused import Refused
from interlocal.ground.tongues import JA, reading

TITLE: Final = _("Report")
_COUNTRY: Final[dict[str, Country]] = {"KR": "kr", "JP": "jp", "CN": "cn"}
_PARTS: Final[dict[str, Callable[[Report], Iterator[Block]]]] = {
    "overview": parts.overview,
    "programme": parts.programme,
    "activity": parts.activity,
    "findings": parts.findings,
    "follow_up": parts.follow_up,
    "counts": edition_report_counts.blocks,
    "costs": edition_report_costs.costs,
    "gifts": edition_report_costs.gifts,
    "photos": parts.photos,
    "attached": parts.attached,
}


def build(facts: Facts, wish: Wish) -> Document:
    one = _report(facts, wish)
    edition = plain(wording.local(facts.sheet.name, wish.tongue))
    called = forms.title(one.country, one.kind, wish.tongue)
    return Document(
        title=f"{edition} {called}",
        lang=wish.tongue,
        blocks=tuple(_blocks(one)),
        header=text(edition, wish.tongue),
        mark=wording.mark(facts, wish),
        author=plain(wording.named(one.body.name if one.body else facts.secretariat.name, wish.tongue)),
    )


def _report(facts: Facts, wish: Wish) -> Report:
    body = facts.delegation(wish.body) if wish.body else None
    if wish.body and body is None:
        raise Refused("not_invited", _("This body is not invited."), field="body")
    country = _country(facts, body, wish)
    return Report(facts, wish, country, _kind(facts, country, wish), body)


def _country(facts: Facts, body: Delegation | None, wish: Wish) -> Country:
    """As asked for, else of whose report it is; other countries' reports have the Korean order of parts."""
    asked = wish.options.get("country", "usual")
    own = body.country if body else facts.secretariat.country
    return _COUNTRY.get(asked.upper()) or _COUNTRY.get(own, "kr")


def _kind(facts: Facts, country: Country, wish: Wish) -> Kind:
    """Whoever went abroad reports a journey; whoever had it at home, an event."""
    asked = wish.options.get("kind", "usual")
    if asked in ("trip", "hosted", "training"):
        kinds: dict[str, Kind] = {"trip": "trip", "hosted": "hosted", "training": "training"}
        return kinds[asked]
    return "hosted" if _COUNTRY.get(facts.host.country, "kr") == country else "trip"


def _blocks(one: Report) -> Iterator[Block]:
    yield from _opening(one)
    for at, part in enumerate(forms.PARTS[one.country], start=1):
        yield Heading(_head(one, part, at), 2)
        yield from _PARTS[part](one)
    if forms.is_fukumeisho(one.country, one.kind, one.wish.tongue):
        yield Paragraph(text("以上", JA), "right")


def _opening(one: Report) -> Iterator[Block]:
    """In Japanese the one who was sent speaks to the one who sent; elsewhere the report speaks for itself."""
    is_fukumeisho = forms.is_fukumeisho(one.country, one.kind, one.wish.tongue)
    if is_fukumeisho:
        yield Paragraph(text(wording.day(one.facts.made_on, JA), JA), "right")
        yield Paragraph(text(f"（宛先）{GAP}　様", JA))
        yield Paragraph(text(f"所属・職・氏名　{GAP}", JA), "right")
    yield Heading(_title(one), 1)
    if is_fukumeisho:
        yield Paragraph(text("　下記のとおり出張しましたので、復命します。", JA))
        yield Paragraph(text("記", JA), "centre")
        return
    whose = one.body.name if one.body else one.facts.secretariat.name
    yield Paragraph(wording.local(one.facts.sheet.name, one.wish, "strong", beside="\n"), "lead")
    yield Paragraph(
        each(
            one.wish,
            lambda tongue: (
                *wording.named(whose, tongue),
                *text(f"    {wording.day(one.facts.made_on, tongue)}", tongue),
            ),
            beside="\n",
        ),
        "right",
    )


def _title(one: Report) -> Text:
    return each(one.wish, lambda tongue: text(forms.title(one.country, one.kind, tongue), tongue))


def _head(one: Report, part: str, at: int) -> Text:
    head = each(one.wish, lambda tongue: text(said(parts.head(one, part, tongue), tongue), tongue))
    return (*text(forms.numbered(at, one.wish.tongue), one.wish.tongue), *head)


def lacks(facts: Facts, wish: Wish) -> tuple[str, ...]:
    one, tongue = _report(facts, wish), reading()
    return tuple(_lacking(one, tongue))


def _lacking(one: Report, tongue: str) -> Iterator[str]:
    facts = one.facts
    if not one.is_over:
        yield said(_("The edition is not over yet; the programme is printed as planned."), tongue)
    for kind, message in _WORDS.items():
        if not facts.said(kind):
            yield said(message, tongue)
    if not facts.attended and not one.body:
        yield said(_("Nobody was counted on the spot; the figures are those of the list."), tongue)
    if one.country == "cn" and (missing := forms.CHINESE_PHOTOS - len(facts.photos)) > 0:
        yield said(_PHOTOS, tongue, count=missing)
    without = sum(line.amount is None for line in facts.costs)
    if without:
        yield said(_AMOUNTS, tongue, count=without)


_WORDS: Final[dict[str, Any]] = {
    "purpose": _("The purpose of the edition is not written down."),
    "activity": _("No main activity is written down; there will be empty lines."),
    "follow_up": _("No follow-up is written down; there will be empty lines."),
    "implication": _("No findings are written down; there will be empty lines."),
}
_PHOTOS: Final = ngettext_lazy(
    "%(count)s more photograph is needed: a Chinese report has at least three.",
    "%(count)s more photographs are needed: a Chinese report has at least three.",
    "count",
)
_AMOUNTS: Final = ngettext_lazy(
    "%(count)s line of spending has no amount.", "%(count)s lines of spending have no amount.", "count"
)

PAPER: Final = Paper(
    key="edition_report",
    name=TITLE,
    about=_(
        "Of the edition or of one delegation's journey, in the form of its country: filled from the record, with room to write, "
        "and until when it is due."
    ),
    group="after",
    formats=("hwpx", "docx", "pdf"),
    build=build,
    scopes=("all", "body"),
    pictures=True,
    options=(
        Option(
            "country",
            _("Form"),
            (
                ("usual", _("of the own country")),
                ("kr", pgettext_lazy("form of a report", "Korea")),
                ("jp", pgettext_lazy("form of a report", "Japan")),
                ("cn", pgettext_lazy("form of a report", "China")),
            ),
        ),
        Option(
            "kind",
            _("Report on"),
            (
                ("usual", _("a journey if it was abroad, else an event")),
                ("trip", _("a journey abroad")),
                ("hosted", _("an event")),
                ("training", _("a training visit")),
            ),
        ),
        Option(
            "photos",
            pgettext_lazy("part of a report", "Photographs"),
            (("one", _("large")), ("two", _("small"))),
        ),
    ),
    lacks=lacks,
)
