"""A body's own template looked through before it is kept, tried with made-up values, and samples to begin from."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from interlocal.arrangements.rules.facts import Delegation, Facts, Host, Person, Said
from interlocal.arrangements.rules.sheets import Sheet, SheetItem, SheetResource, SheetSite
from interlocal.documents import template_values
from interlocal.documents.formats import pdf
from interlocal.documents.formats.document import (
    Column,
    Document,
    Heading,
    Paragraph,
    Row,
    Table,
    Text,
    text,
)
from interlocal.documents.formats.document import Facts as Pairs
from interlocal.documents.papers.paper import Wish
from interlocal.ground.refused import Refused
from interlocal.ground.texts import Shown, localised
from interlocal.ground.tongues import TONGUES

_NUMBER: Final = re.compile(r"\.\d+(?=\.|$)")
# What stands between < and > are words of the page's language.
TYPST: Final = """// Values stand in data.json beside this file; the documentation names them (docs/templates.md).
#let data = json("data.json")
#set page(paper: "a4", margin: 2.2cm, footer: align(right, text(9pt, data.printed_on)))
#set text(10.5pt)

#text(18pt, weight: 700, data.event)

#data.dates · #data.place
#v(6mm)
#table(
  columns: (auto, 2fr, 3fr, 2fr),
  stroke: 0.5pt + luma(60%),
  inset: 6pt,
  table.header([*<number>*], [*<name>*], [*<post>*], [*<delegation>*]),
  ..data.people.map(one => (str(one.number), one.name, one.post, one.delegation)).flatten(),
)
"""


@dataclass(frozen=True, slots=True)
class Report:
    """What a template asks for. `unknown` are those of its `fields` that we do not have, `labels` the cells it wants filled,
    `filled` those of them that are known; `fault` says what is wrong, with the place.
    """

    fields: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    filled: tuple[str, ...] = ()
    fault: str = ""

    @property
    def is_good(self) -> bool:
        return not (self.unknown or self.fault)


def report(made_as: str, content: bytes) -> Report:
    """What it asks for, and whether it can be printed with made-up values; never raises."""
    try:
        found = _asked(made_as, content)
    except Refused as refused:
        return Report(fault=str(refused))
    if found.unknown:
        return Report(found.fields, found.unknown, found.labels, found.filled, _fault(made_as, content))
    return Report(found.fields, (), found.labels, found.filled, _fault(made_as, content))


def tried(made_as: str, content: bytes, facts: Facts, wish: Wish) -> bytes:
    """The template with the values of an edition; raise Refused with the place of what is wrong."""
    # Only here and below: what reads Word and Hangul is large, and the web seldom needs it.
    from interlocal.documents.formats import filling_docx, filling_hwpx

    values = template_values.values(facts, wish)
    if made_as == "docx":
        return filling_docx.fill(content, values)
    if made_as == "hwpx":
        flat = template_values.flat(values)
        labels = template_values.labelled(filling_hwpx.check(content).labels, flat)
        return filling_hwpx.fill(content, flat, labels=labels)
    title = facts.sheet.name.shown(wish.tongue).text
    return pdf.own_template(content.decode("utf-8", "replace"), values, title=title, lang=wish.tongue)


def sample(made_as: str, tongue: str) -> bytes:
    """A small template that works, to begin from; its words are in the language of the page."""
    from interlocal.documents.formats import docx, hwpx

    if made_as == "typ":
        return _sample_typst().encode()
    return docx.flow(_sample_docx(tongue)) if made_as == "docx" else hwpx.flow(_sample_hwpx(tongue))


def _asked(made_as: str, content: bytes) -> Report:
    from interlocal.documents.formats import filling_docx, filling_hwpx

    known = template_values.known()
    if made_as == "docx":
        found = filling_docx.check(content, known)
        return Report(found.fields, found.unknown)
    if made_as == "hwpx":
        form = filling_hwpx.check(content)
        unknown = tuple(field for field in form.fields if _NUMBER.sub("[]", field) not in known)
        names = {name for names in template_values.LABELS.values() for name in names}
        filled = tuple(one for one in form.labels if one in names or one.replace(" ", "") in names)
        return Report(form.fields, unknown, form.labels, filled)
    return Report()


def _fault(made_as: str, content: bytes) -> str:
    try:
        tried(made_as, content, made_up(), Wish(("en", "ko")))
    except Refused as refused:
        return str(refused)
    return ""


def _heads() -> tuple[str, str, str, str]:
    return (_("No."), pgettext("of a person", "Name"), _("Post"), _("Delegation"))


def _sample_typst() -> str:
    source = TYPST
    for place, word in zip(("number", "name", "post", "delegation"), _heads(), strict=True):
        source = source.replace(f"<{place}>", word)
    return source


def _sample_docx(tongue: str) -> Document:
    cells = ("{{ one.number }}", "{{ one.name }}", "{{ one.post }}", "{{ one.delegation }}")
    table = Table(
        columns=tuple(
            Column(text(head, tongue), width) for head, width in zip(_heads(), (0.5, 2, 3, 2), strict=True)
        ),
        rows=(
            _row("{%tr for one in people %}", tongue),
            Row(tuple(text(cell, tongue) for cell in cells)),
            _row("{%tr endfor %}", tongue),
        ),
        caption=text(_("List of participants"), tongue),
    )
    blocks = (
        Heading(text("{{ event }}", tongue), 1),
        Paragraph(text("{{ dates }} · {{ place }}", tongue)),
        table,
        Paragraph(text("{{ secretariat }}, {{ printed_on }}", tongue), "right"),
    )
    return Document(_("Template"), tongue, blocks)


def _row(said: str, tongue: str) -> Row:
    return Row((text(said, tongue), text(" ", tongue), text(" ", tongue), text(" ", tongue)))


def _sample_hwpx(tongue: str) -> Document:
    place = TONGUES.index(tongue)
    pairs = ("event", "dates", "place", "host", "people_count", "person.name", "person.post")
    rows: tuple[tuple[Text, Text], ...] = tuple(
        (text(_label(field, place), tongue), text(f"{{{{ {field} }}}}", tongue)) for field in pairs
    )
    blocks = (Heading(text("{{ event }}", tongue), 1), Pairs(rows))
    return Document(_("Template"), tongue, blocks)


def _label(field: str, place: int) -> str:
    """The last of the labels is English; the others begin with Korean and go on in Japanese and Chinese."""
    names = template_values.LABELS[field]
    return names[-1] if TONGUES[place] == "en" else names[0] if place == 0 else names[-4 + place]


def made_up() -> Facts:
    """An edition that never was, for trying a template."""
    city = {tongue: Shown("Gyeongju", tongue) for tongue in TONGUES} | {"ko": Shown("경주시", "ko")}
    host = Host("gyeongju", city, "KR")
    words = localised("ko", {"ko": "환영합니다.", "en": "Welcome."})
    people = tuple(_person(number, family) for number, family in ((1, "김"), (2, "이")))
    return Facts(
        sheet=_sheet(),
        ordinal=3,
        series={tongue: Shown("Forum", tongue) for tongue in TONGUES},
        secretariat=host,
        host=host,
        order_rule="alphabetical",
        order_language="en",
        within_rule="rank",
        delegations=(Delegation("gyeongju", city, "KR", 1, True, people, ()),),
        placed=(),
        seatings=(),
        words=tuple(
            Said(kind, words, words, words, "119", None) for kind in ("greeting", "phrase", "emergency")
        ),
        costs=(),
        photos=(),
        contacts=(),
        diets=(),
        attended={},
        made_on=date(2026, 1, 5),
    )


def _person(number: int, family: str) -> Person:
    return Person(
        key=f"made-up-{number}",
        number=number,
        within=number,
        body="gyeongju",
        family=family,
        given="하늘",
        script_language="ko",
        latin_family="Kim",
        latin_given="Haneul",
        latin_is_generated=False,
        reading_family="キム",
        reading_given="ハヌル",
        reading_is_generated=False,
        post=localised("ko", {"ko": "국제협력과장", "en": "Head of International Cooperation"}),
        part="head",
        grade="",
        language="ko",
        languages=("ko",),
    )


def _sheet() -> Sheet:
    begins = datetime(2026, 6, 10, 0, 30, tzinfo=UTC)
    said = localised("ko", {"ko": "개회식", "en": "Opening"})
    item = SheetItem(
        id=1,
        kind="opening",
        state="planned",
        title=said,
        on=date(2026, 6, 10),
        starts=begins,
        ends=begins + timedelta(hours=1),
        zone="Asia/Seoul",
        ends_zone="",
        site="hall",
        resources=(1,),
    )
    return Sheet(
        slug="forum",
        name=localised("en", {"en": "Forum 2026", "ko": "2026 포럼"}),
        place=localised("en", {"en": "Gyeongju", "ko": "경주"}),
        from_on=date(2026, 6, 10),
        until_on=date(2026, 6, 12),
        timezone="Asia/Seoul",
        language="en",
        items=(item,),
        sites=(SheetSite("hall", localised("ko", {"ko": "회의장", "en": "Hall"})),),
        resources=(SheetResource(1, "room", localised("ko", {"ko": "1호실", "en": "Room 1"})),),
        number=1,
    )
